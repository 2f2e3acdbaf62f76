"""What a reader is shown of a pair."""

import pytest
from django.db import IntegrityError, transaction
from django.template import Context, Template
from django.utils import translation

from copronet.common_ground.people.models import Organisation
from tests.factories import OrganisationFactory


def shown(template: str, **context: object) -> str:
    return Template(template).render(Context(context))


def test_a_reader_gets_their_own_language():
    organisation = OrganisationFactory.build(name_cy="Cylch", name_en="Circle")

    with translation.override("cy"):
        welsh = shown("{{ thing.name }}", thing=organisation)
    with translation.override("en"):
        english = shown("{{ thing.name }}", thing=organisation)

    assert (welsh, english) == ("Cylch", "Circle")


def test_what_is_in_the_other_language_says_so():
    organisation = OrganisationFactory.build(name_cy="Y <cylch>", name_en="")

    with translation.override("en"):
        page = shown("{{ thing.name }}", thing=organisation)

    assert page == ('<span lang="cy">Y &lt;cylch&gt;</span> <small class="language-mark">(in Welsh)</small>')


def test_in_an_attribute_a_phrase_is_plain_text():
    organisation = OrganisationFactory.build(name_cy='Y "cylch"', name_en="")

    with translation.override("en"):
        page = shown('<img alt="{{ thing.name.text }}">', thing=organisation)

    assert page == '<img alt="Y &quot;cylch&quot;">'


def test_a_phrase_is_a_text_like_any_other():
    with translation.override("cy"):
        name = OrganisationFactory.build(name_cy="Cylch", name_en="Circle").name

    assert (name, f"{name}!", name.upper(), bool(name)) == ("Cylch", "Cylch!", "CYLCH", True)


@pytest.mark.django_db
def test_the_database_wants_at_least_one_language():
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationFactory(name_cy="", name_en="")

    assert Organisation.objects.count() == 0
