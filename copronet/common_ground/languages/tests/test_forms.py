"""Both sides beside each other, each with its state."""

import pytest
from bs4 import BeautifulSoup
from django.forms import modelform_factory
from django.utils import translation

from copronet.common_ground.journal.actions import CLOCKWORK
from copronet.common_ground.languages.forms import PairedForm
from copronet.common_ground.people.models import Organisation

from .conftest import states_of

pytestmark = pytest.mark.django_db


class OrganisationForm(PairedForm):
    verb = "people.tried"

    class Meta:
        model = Organisation
        fields = ["area", "name_en", "name_cy"]


PlainForm = modelform_factory(Organisation, fields=["name_cy", "name_en"])


def sent(form, **typed):
    shown = {name: form[name].value() for name in form.fields if not name.endswith("_right")}
    return {name: str(value) for name, value in {**shown, **typed}.items() if value is not None}


def test_welsh_stands_first_whatever_the_order_of_the_fields(write):
    form = OrganisationForm(instance=write(name_cy="Cylch", name_en="Circle"))

    rows = [[side.field.name for side in row.sides] or row.field.name for row in form.rows]

    assert rows == ["area", ["name_cy", "name_en"]]


def test_each_side_says_its_state_and_its_language(write):
    organisation = write(name_cy="Cylch", name_en="Circle")
    write(organisation, name_en="Big circle")

    with translation.override("en"):
        page = str(OrganisationForm(instance=organisation))

    assert page.index("Cylch") < page.index("Big circle")
    assert 'lang="cy"' in page
    assert 'lang="en"' in page
    assert "Out of date" in page
    assert "What has changed in the other language" in page


def test_leaving_one_side_puts_it_out_of_date_unless_it_is_said_to_be_right(write):
    organisation = write(name_cy="Cylch", name_en="Cirlce")
    for typed in ({"name_en": "Circle", "name_cy_right": "on"}, {"name_en": "Great circle"}):
        instance = Organisation.objects.get()
        form = OrganisationForm(sent(OrganisationForm(instance=instance), **typed), instance=instance)
        assert form.is_valid()
        form.save_as(CLOCKWORK)
        typed["came"] = states_of(organisation)["name_cy"]
        if "name_cy_right" in typed:
            assert typed["came"] == "written"

    assert states_of(organisation)["name_cy"] == "out_of_date"


def test_something_new_has_no_boxes_and_no_states():
    form = OrganisationForm()

    (pair,) = [row.sides for row in form.rows if row.sides]

    assert [(side.state, side.box) for side in pair] == [(None, None), (None, None)]


@pytest.mark.parametrize("kind", [OrganisationForm, PlainForm])
def test_two_empty_sides_come_back_with_a_reason_at_the_pair(kind):
    form = kind({"name_cy": "", "name_en": ""})

    with translation.override("en"):
        page = BeautifulSoup(str(form), "html.parser")
        reason = "Write this in Welsh, in English, or in both."

    assert form.non_field_errors() == []
    assert [item.text.strip() for item in page.select("fieldset.pair > .errorlist li")] == [
        f"Error: {reason}"
    ]
    sides = page.select('[name="name_cy"], [name="name_en"]')
    assert [side["aria-describedby"] for side in sides] == ["id_name_cy_error"] * 2
    assert page.select_one(".error-summary a")["href"] == "#id_name_cy"


def test_one_side_alone_is_checked_where_the_other_is_not_on_the_form():
    form = modelform_factory(Organisation, fields=["name_cy"])({"name_cy": ""})

    assert form.is_valid()
