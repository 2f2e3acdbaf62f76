"""Services as Open Referral UK 3.0 describes them, in the language that was asked for.

The standard has no languages, so each answer speaks one of them; where only the other exists it stands
instead. Names of fields are the standard's own (Open Referral UK, uk-profile 3.0).
"""

from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.core.paginator import Page

from copronet.common_ground.themes.models import Theme

from .models import Service

# Under this stand the ids of what has none of its own; it never changes.
_HERE = UUID("6d1f3e0a-6f0e-5c55-9d0b-1c6b9a0f4b2e")
TAXONOMY = uuid5(_HERE, "themes")

VERSION = {
    "version": "HSDS-UK-3.0",
    "profile": "https://docs.openreferraluk.org/en/latest/",
    "openapi_url": "https://docs.openreferraluk.org/en/latest/openapi30.json",
}
SPOKEN = (("speaks_welsh", "Cymraeg", "cy"), ("speaks_english", "English", "en"))


def page_of(page: Page[Any], contents: list[dict[str, Any]]) -> dict[str, Any]:
    """The envelope that every list of the standard comes in."""
    return {
        "total_items": page.paginator.count,
        "total_pages": page.paginator.num_pages,
        "page_number": page.number,
        "size": len(contents),
        "first_page": page.number == 1,
        "last_page": not page.has_next(),
        "empty": not contents,
        "contents": contents,
    }


def full(service: Service) -> dict[str, Any]:
    """Everything about a service. What is not known is left out."""
    said = {
        "id": str(service.uuid),
        "name": service.name.text,
        "description": service.about.text,
        "url": service.website,
        "email": service.email,
        "status": service.status,
        "fees": service.cost.text,
        "minimum_age": service.minimum_age,
        "maximum_age": service.maximum_age,
        "assured_date": service.assured_on and service.assured_on.isoformat(),
        "alert": service.alert.text,
        "last_modified": service.changed_at.isoformat(),
        "organization": _organization(service),
        "languages": _languages(service),
        "service_areas": _areas(service),
        "schedules": _schedules(service),
        "contacts": _contacts(service),
        "attributes": _attributes(service),
    }
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def term_of(theme: Theme) -> dict[str, Any]:
    """A theme as a term of the network's own taxonomy."""
    told = {
        "id": str(term_id(theme.code)),
        "name": theme.name.text,
        "description": theme.about.text or theme.name.text,
        "parent_id": str(term_id(theme.broader.code)) if theme.broader else None,
        "taxonomy": str(settings.NETWORK_NAME),
        "taxonomy_id": str(TAXONOMY),
        "term": theme.code,
    }
    return {name: value for name, value in told.items() if value}


def term_id(code: str) -> UUID:
    return uuid5(_HERE, f"theme {code}")


def taxonomy() -> dict[str, Any]:
    """The one taxonomy: the network's themes."""
    name = str(settings.NETWORK_NAME)
    return {"id": str(TAXONOMY), "name": name, "description": name, "uri": VERSION["profile"]}


def _part(service: Service, *about: Any) -> str:
    """An id for a part of a service that has no record of its own: the same each time."""
    return str(uuid5(service.uuid, " ".join(map(str, about))))


def _organization(service: Service) -> dict[str, Any]:
    organisation = service.organisation
    if organisation is None:
        name = service.provider.text
        return {"id": str(uuid5(_HERE, f"provider {name}")), "name": name, "description": name}
    told = {
        "id": str(uuid5(_HERE, f"organisation {organisation.pk}")),
        "name": organisation.name.text,
        "description": organisation.about.text or organisation.name.text,
        "website": organisation.website,
    }
    return {name: value for name, value in told.items() if value}


def _languages(service: Service) -> list[dict[str, Any]]:
    return [
        {"id": _part(service, "language", code), "name": name, "code": code}
        for field, name, code in SPOKEN
        if getattr(service, field)
    ]


def _areas(service: Service) -> list[dict[str, Any]]:
    return [
        {"id": _part(service, "area", area.pk), "name": area.name.text, "service_area": area.pk}
        for area in service.areas.all()
    ]


def _schedules(service: Service) -> list[dict[str, Any]]:
    times = service.times.text
    return [{"id": _part(service, "times"), "description": times}] if times else []


def _contacts(service: Service) -> list[dict[str, Any]]:
    if not service.phone:
        return []
    phone = {"id": _part(service, "phone"), "number": service.phone}
    return [{"id": _part(service, "contact"), "name": service.run_by.text, "phones": [phone]}]


def _attributes(service: Service) -> list[dict[str, Any]]:
    return [
        {
            "id": _part(service, "theme", theme.pk),
            "link_type": "service",
            "taxonomy_term": term_of(theme),
        }
        for theme in service.themes.all()
    ]
