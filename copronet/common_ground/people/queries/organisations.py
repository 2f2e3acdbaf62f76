"""Lists of organisations, their kinds and sectors, in the order of the reader's language."""

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.choices import Scheme
from copronet.common_ground.people.models import Organisation, OrganisationKind, OrganisationNumber, Sector
from copronet.common_ground.places.models import Area


def organisations_in_order(*, area: str = "", kind: str = "", sector: str = "") -> QuerySet[Organisation]:
    """Every organisation, by the name that the reader sees; of an area those at home or at work there."""
    organisations = Organisation.objects.filter(merged_into=None).select_related("area", "kind")
    if area:
        at_work = Organisation.areas_served.through.objects.filter(organisation=OuterRef("pk"), area=area)
        organisations = organisations.filter(Q(area=area) | Exists(at_work))
    if kind:
        organisations = organisations.filter(kind=kind)
    if sector:
        organisations = organisations.filter(kind__sector=sector)
    return organisations.order_by(f"sort_key_{reading_language().value}", "id")


def kinds_in_order() -> QuerySet[OrganisationKind]:
    """Every kind with its sector, as the network has put them in order."""
    key = f"sort_key_{reading_language().value}"
    return OrganisationKind.objects.select_related("sector").order_by(
        "sector__place", f"sector__{key}", "place", key
    )


def sectors_in_order() -> QuerySet[Sector]:
    """Every sector as the network has put them in order."""
    return Sector.objects.order_by("place", f"sort_key_{reading_language().value}")


def sectors_with_kinds() -> QuerySet[Sector]:
    """Every sector in order, each with its kinds in ``kinds_here``."""
    return sectors_in_order().prefetch_related(Prefetch("kinds", kinds_in_order(), to_attr="kinds_here"))


def areas_of(organisation: Organisation) -> list[Area]:
    """Where it works beside its home, by the names that the reader sees."""
    return list(organisation.areas_served.order_by(f"name_{reading_language().value}"))


def numbers_of(organisation: Organisation) -> dict[str, str]:
    """The organisation's numbers by the code of their register, in the order of the registers."""
    found = dict(organisation.numbers.values_list("scheme", "number")) if organisation.pk else {}
    return {scheme: found[scheme] for scheme in Scheme.values if scheme in found}


def organisation_named(key: str) -> Organisation | None:
    """The organisation of that record number, or of just that name in either language, if there is only one."""
    here = Organisation.objects.filter(merged_into=None)
    if key.isdecimal() and len(key) < 18:
        return here.filter(pk=int(key)).first()
    name = key.strip()
    found = here.filter(Q(name_cy__iexact=name) | Q(name_en__iexact=name))[:2]
    return found[0] if len(found) == 1 else None


def numbered(scheme: str, number: str) -> Organisation | None:
    """The organisation to which a register has given this number."""
    found = OrganisationNumber.objects.select_related("organisation").filter(scheme=scheme, number=number)
    return next((each.organisation for each in found), None)
