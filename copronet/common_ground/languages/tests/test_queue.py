"""The translators' queue, and translating in place."""

import pytest
from django.urls import reverse
from django.utils import translation

from copronet.common_ground.journal import registry
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.people.models import Organisation
from tests.factories import PersonFactory, person_with

from .conftest import KIND, states_of

pytestmark = pytest.mark.django_db


def address(record=None, language="en"):
    with translation.override(language):
        if record is None:
            return reverse("languages:queue")
        return reverse("languages:translate", args=[KIND, record.pk])


@pytest.fixture
def translator(client):
    translator = person_with("languages.translate")
    client.force_login(translator)
    return translator


def sent(client, record, **typed):
    """What a browser sends for the translation page as it was shown, with these boxes filled in."""
    form = client.get(address(record)).context["form"]
    shown = {name: form[name].value() for name in form.fields if not name.endswith("_right")}
    return {name: str(value) for name, value in {**shown, **typed}.items() if value is not None}


def test_the_queue_is_for_translators(client, write):
    organisation = write(name_cy="Cylch")
    statuses = [client.get(address()).status_code]
    client.force_login(PersonFactory())
    statuses += [client.get(address(record)).status_code for record in (None, organisation)]
    client.force_login(person_with("languages.translate"))
    statuses += [client.get(address(record)).status_code for record in (None, organisation)]

    assert statuses == [302, 403, 403, 200, 200]
    assert address(language="cy") == "/cy/cyfieithu/"


def test_the_queue_holds_what_is_missing_out_of_date_or_unchecked(client, write, translator):
    write(name_cy="Ar goll")
    changed = write(name_cy="Hen", name_en="Old")
    write(changed, name_cy="Newydd")
    translated = write(name_cy="Cyfieithwyd")
    write(translated, name_en="Translated")
    write(name_cy="Popeth yn iawn", name_en="All is well")

    rows = client.get(address()).context["rows"]

    assert [[(state.value, count) for state, count in row.states] for row in rows] == [
        [("missing", 1)],
        [("out_of_date", 1)],
        [("translated", 1)],
    ]


def test_the_queue_is_narrowed_by_language(client, write, translator):
    write(name_cy="Ar goll")
    write(name_en="Missing")

    rows = client.get(address(), {"language": "cy"}).context["rows"]
    nowhere = client.get(address(), {"room": "journal"}).context

    assert [row.language.value for row in rows] == ["cy"]
    assert nowhere["form"].errors


def test_what_a_translator_may_not_see_does_not_wait_for_them(client, write, translator, monkeypatch):
    organisation = write(name_cy="Cyfrinach")
    private = registry.Record(Organisation, "people.look_after", "people.look_after", str)
    monkeypatch.setitem(registry._records, KIND, private)

    assert client.get(address()).context["rows"] == []
    assert client.get(address(organisation)).status_code == 404


def test_the_queue_asks_the_database_the_same_however_much_waits(client, write, translator, count_queries):
    write(name_cy="Cylch")
    with_one = count_queries(lambda: client.get(address()))
    write(name_cy="Cylch arall")
    write(name_cy="Cylch arall eto")

    with_three = count_queries(lambda: client.get(address()))

    assert with_one == with_three


def test_translating_in_place_saves_a_version_and_marks_what_was_checked(client, write, translator):
    organisation = write(name_cy="Cylch")

    answer = client.post(
        address(organisation), sent(client, organisation, name_en="Circle", name_en_right="on")
    )

    assert answer.status_code == 302
    assert Organisation.objects.get().name_en == "Circle"
    assert states_of(organisation) == {"name_cy": "written", "name_en": "checked"}
    assert [(deed.verb, deed.actor) for deed in Deed.objects.all()[:2]] == [
        ("languages.checked", translator),
        ("languages.translated", translator),
    ]


def test_saving_nothing_says_so(client, write, translator):
    organisation = write(name_cy="Cylch", name_en="Circle")

    page = client.post(address(organisation), sent(client, organisation))

    assert "Nothing was changed and nothing was marked as checked." in page.text


def test_a_translation_sent_twice_is_saved_once(client, write, translator):
    organisation = write(name_cy="Cylch")
    data = sent(client, organisation, name_en="Circle")

    answers = [client.post(address(organisation), data).status_code for _time in range(2)]

    assert answers == [302, 302]
    assert Version.objects.count() == 2


def test_a_translator_overtaken_is_shown_both_and_keeps_what_they_wrote(client, write, translator):
    organisation = write(name_cy="Cylch")
    data = sent(client, organisation, name_en="My circle")
    write(organisation, name_cy="Sgwâr")

    page = client.post(address(organisation), data)

    assert "What somebody else changed meanwhile" in page.text
    assert "Sgwâr" in page.text
    assert page.context["form"]["name_en"].value() == "My circle"
    assert Organisation.objects.get().name_en == ""


def test_a_record_without_words_has_no_translation(client, translator):
    assert client.get(f"/en/translation/people.person/{translator.pk}/").status_code == 404
