"""Factories without surprises: each makes one plain, valid thing, and nothing beside it."""

from datetime import date
from typing import Any

import factory
from django.contrib.auth.hashers import make_password
from factory.django import DjangoModelFactory
from wagtail.models import Page

from copronet.common_ground.media.models import DocumentFile, Picture
from copronet.common_ground.media.validators import clean_picture
from copronet.common_ground.people.models import Grant, Holding, Office, Organisation, Person, Representation
from copronet.community_of_practice.assets.models import Asset, MappingEvent, SavedView
from copronet.community_of_practice.exchange.models import Offer, Request
from copronet.community_of_practice.members.models import Membership, Promise
from copronet.community_of_practice.signposting.models import Feed, Question, Service
from copronet.portal.pages.imports import publish_new
from copronet.portal.pages.models import ContentPage, NewsIndexPage, NewsPage
from copronet.portal.pages.queries import root
from tests.files import picture_file


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda number: f"Mair Enghraifft {number}")
    email = factory.Sequence(lambda number: f"mair{number}@enghraifft.example")
    language = "cy"
    password = factory.LazyFunction(lambda: make_password(None))  # signs in by code


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name_cy = factory.Sequence(lambda number: f"Sefydliad Enghraifft {number}")
    name_en = factory.Sequence(lambda number: f"Example Organisation {number}")


class RepresentationFactory(DjangoModelFactory):
    class Meta:
        model = Representation

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    begins = date(2026, 1, 1)


class OfficeFactory(DjangoModelFactory):
    class Meta:
        model = Office

    code = factory.Sequence(lambda number: f"office-{number}")
    name_cy = "Swydd"
    name_en = "Office"


class HoldingFactory(DjangoModelFactory):
    class Meta:
        model = Holding

    office = factory.SubFactory(OfficeFactory)
    person = factory.SubFactory(PersonFactory)
    begins = date(2026, 1, 1)
    decision_en = "An example decision"


class GrantFactory(DjangoModelFactory):
    class Meta:
        model = Grant

    person = factory.SubFactory(PersonFactory)
    begins = date(2026, 1, 1)
    decision_en = "An example decision"


def person_with(*powers: str) -> Person:
    """A person who holds just these powers, granted to them by name."""
    person = PersonFactory()
    for power in powers:
        GrantFactory(person=person, power=power)
    return person


class PictureFactory(DjangoModelFactory):
    """A picture in which nobody can be recognised, with its file."""

    class Meta:
        model = Picture

    title = "Bwrdd"
    file = factory.LazyFunction(lambda: clean_picture(picture_file()))
    alternative_cy = "Bwrdd gwag"
    alternative_en = "An empty table"
    people_shown = "nobody"


class DocumentFileFactory(DjangoModelFactory):
    class Meta:
        model = DocumentFile

    title = factory.Sequence(lambda number: f"Adroddiad {number}")
    file = factory.django.FileField(data=b"%PDF-1.7", filename="adroddiad.pdf")
    language = "cy"


def published_page(*, parent: Page | None = None, **words: Any) -> ContentPage:
    """A page on the site, below the root unless said otherwise."""
    page: ContentPage = publish_new(parent or root(), ContentPage(**words))
    return page


def news_list() -> NewsIndexPage:
    """The page that lists the news."""
    index: NewsIndexPage = NewsIndexPage.objects.first() or publish_new(
        root(), NewsIndexPage(title_cy="Newyddion", title_en="News")
    )
    return index


def news_page(**words: Any) -> NewsPage:
    """A piece of news on the site."""
    page: NewsPage = publish_new(news_list(), NewsPage(**words))
    return page


class MembershipFactory(DjangoModelFactory):
    """A person who has been welcomed, with nothing promised yet."""

    class Meta:
        model = Membership

    person = factory.SubFactory(PersonFactory)
    state = "active"
    since = date(2026, 4, 1)
    welcomed_on = date(2026, 4, 1)


class OrganisationMembershipFactory(MembershipFactory):
    person = None
    organisation = factory.SubFactory(OrganisationFactory)


class PromiseFactory(DjangoModelFactory):
    class Meta:
        model = Promise

    membership = factory.SubFactory(MembershipFactory)
    words_cy = "Gwrando cyn cynllunio"
    words_en = "Listen before we plan"
    due = date(2027, 4, 1)
    made_on = date(2026, 4, 1)


class ServiceFactory(DjangoModelFactory):
    """A service of the network's own, reached by phone, for all of Wales."""

    class Meta:
        model = Service

    name_cy = factory.Sequence(lambda number: f"Gwasanaeth Enghraifft {number}")
    name_en = factory.Sequence(lambda number: f"Example Service {number}")
    provider_cy = "Elusen Enghraifft"
    provider_en = "Example Charity"
    phone = "01632 960000"


class FeedFactory(DjangoModelFactory):
    class Meta:
        model = Feed

    name_en = factory.Sequence(lambda number: f"Example Directory {number}")
    address = factory.Sequence(lambda number: f"https://directory{number}.example/oruk")


class QuestionFactory(DjangoModelFactory):
    class Meta:
        model = Question

    language = "cy"
    words = "Pwy all fy helpu gyda'r rhent?"
    email = factory.Sequence(lambda number: f"holi{number}@enghraifft.example")


class AssetFactory(DjangoModelFactory):
    """A thing of the community, on the map for everyone, in no area."""

    class Meta:
        model = Asset

    kind = "space"
    name_cy = factory.Sequence(lambda number: f"Neuadd {number}")
    name_en = factory.Sequence(lambda number: f"Hall {number}")
    whose = "place"


class MappingEventFactory(DjangoModelFactory):
    class Meta:
        model = MappingEvent

    code = factory.Sequence(lambda number: f"{number:04d}")
    name_cy = "Mapio Llanfair"
    name_en = "Mapping Llanfair"
    held_on = date(2026, 10, 1)
    cards = 40


class SavedViewFactory(DjangoModelFactory):
    """Everything that is a space, under a name."""

    class Meta:
        model = SavedView

    code = factory.Sequence(lambda number: f"mannau-{number}")
    name_cy = "Mannau"
    name_en = "Spaces"
    facets = {"kind": "space"}


class OfferFactory(DjangoModelFactory):
    """Something that a person would give, anywhere, whenever, in either language."""

    class Meta:
        model = Offer

    person = factory.SubFactory(PersonFactory)
    what_cy = factory.Sequence(lambda number: f"Cynnig {number}")
    what_en = factory.Sequence(lambda number: f"An offer {number}")


class RequestFactory(DjangoModelFactory):
    class Meta:
        model = Request

    person = factory.SubFactory(PersonFactory)
    what_cy = factory.Sequence(lambda number: f"Cais {number}")
    what_en = factory.Sequence(lambda number: f"A request {number}")
