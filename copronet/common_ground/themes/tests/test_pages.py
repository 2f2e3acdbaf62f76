import pytest
from django.urls import reverse

from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.themes import registry
from copronet.common_ground.themes.models import Theme
from tests.factories import person_with

pytestmark = pytest.mark.django_db


def theme(code: str = "carers") -> Theme:
    return Theme.objects.get(code=code)


def sent(**changed: object) -> dict[str, object]:
    words = {"name_cy": "Gofalwyr", "name_en": "Carers", "is_offered": "on", "based_on": 0}
    return (
        words
        | {"welsh_words": "gofal teulu", "english_words": "family care\nFamily care\n\n kin care "}
        | changed
    )


@pytest.fixture
def curator(client):
    client.force_login(person_with("themes.edit"))
    return client


@pytest.mark.parametrize(("address", "first"), [("/en/themes/", "A"), ("/cy/themau/", "A")])
def test_the_list_runs_through_the_alphabet_of_the_reader(client, address, first):
    page = client.get(address)

    letters = [letter for letter, _themes in page.context["letters"]]
    assert letters[0] == first
    assert len(letters) == len(set(letters))
    assert sum(len(themes) for _letter, themes in page.context["letters"]) == Theme.objects.count()


def test_english_words_stand_in_english_order_and_welsh_words_in_welsh_order(client):
    Theme.objects.create(code="one", name_cy="Chwilog", name_en="Chess")
    Theme.objects.create(code="two", name_cy="Cyfarfod", name_en="Clubs")

    english = dict(client.get("/en/themes/").context["letters"])
    welsh = dict(client.get("/cy/themau/").context["letters"])

    names = [each.name_en for each in english["C"]]
    assert names.index("Chess") < names.index("Clubs")
    assert [each.name_cy for each in welsh["Ch"]] == ["Chwaraeon a symud", "Chwilog"]


def test_a_page_of_a_theme_says_its_other_words_and_its_place(client):
    page = client.get(reverse("themes:theme", args=["carers"]))

    assert '<dd lang="cy">gofalwyr di-dâl, gofalwyr ifanc, gofal seibiant</dd>' in page.text
    assert "Care and support" in page.text


def test_other_rooms_show_what_they_hold_about_a_theme(client, monkeypatch):
    monkeypatch.setattr(registry, "_panels", {})
    registry.add_panel("components/mark.html", lambda theme, _reader: {"code": theme.code})
    registry.add_panel("components/icons/none.html", lambda _theme, _reader: None)

    page = client.get(reverse("themes:theme", args=["carers"]))

    assert page.context["panels"] == [("components/mark.html", {"code": "carers"})]


def test_a_new_theme_gets_a_code_of_its_own(curator):
    for _time in range(2):
        curator.post(reverse("themes:add"), sent())

    assert sorted(Theme.objects.filter(code__startswith="carers").values_list("code", flat=True)) == [
        "carers",
        "carers-2",
        "carers-3",
    ]


def test_the_same_form_sent_twice_adds_one_theme(curator):
    form = sent(deed_key="5d0c9b9c-8d6f-4f1e-9a62-0c6a4c2f3b11", name_en="Astronomy")

    first, second = (curator.post(reverse("themes:add"), form) for _time in range(2))

    assert first.url == second.url == reverse("themes:theme", args=["astronomy"])
    assert Theme.objects.filter(name_en="Astronomy").count() == 1


def test_a_change_keeps_words_once_each_and_leaves_a_version_and_a_line(curator):
    curator.post(reverse("themes:change", args=["carers"]), sent(name_en="Unpaid carers"))

    words = theme().words.order_by("id").values_list("language", "word")
    assert list(words) == [("cy", "gofal teulu"), ("en", "family care"), ("en", "kin care")]
    assert Version.objects.get(object_type="themes.theme").content["name_en"] == "Unpaid carers"
    assert Deed.objects.get().verb == "themes.theme_changed"


def test_whoever_began_from_an_older_version_is_shown_what_changed(curator):
    curator.post(reverse("themes:change", args=["carers"]), sent(name_en="Unpaid carers"))

    page = curator.post(reverse("themes:change", args=["carers"]), sent(name_en="Family carers"))

    assert page.status_code == 200
    assert theme().name_en == "Unpaid carers"


def test_themes_stand_in_two_layers(curator):
    broad, part = theme("care"), theme("food")

    up = curator.post(reverse("themes:change", args=["care"]), sent(broader=theme("health").pk))
    below = curator.post(reverse("themes:change", args=["carers"]), sent(broader=part.pk))

    assert up.context["form"].errors.keys() == {"broader"}
    assert below.context["form"].errors.keys() == {"broader"}
    broad.refresh_from_db()
    assert broad.broader is None


def test_words_that_are_too_long_are_said_in_place_and_what_was_typed_stays(curator):
    page = curator.post(reverse("themes:change", args=["carers"]), sent(english_words="x" * 101))

    assert page.context["form"].errors.keys() == {"english_words"}
    assert "x" * 101 in page.text


def test_the_list_asks_the_database_the_same_however_many_themes_there_are(client, count_queries):
    one = count_queries(lambda: client.get("/en/themes/"))
    for number in range(3):
        Theme.objects.create(code=f"more-{number}", name_en=f"More {number}")

    assert count_queries(lambda: client.get("/en/themes/")) == one
