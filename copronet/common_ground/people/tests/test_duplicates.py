import pytest
from django.urls import reverse
from django.utils.translation import override

from copronet.common_ground.journal.actions import Actor, save
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.describing import describe_organisation
from copronet.common_ground.people.actions.likenesses import make_missing_keys, say_not_duplicates
from copronet.common_ground.people.models import LikelyPair, NotDuplicate, Organisation, OrganisationNumber
from copronet.common_ground.people.queries.duplicates import like_these, likenesses_of
from copronet.common_ground.work.actions import enqueue, run_due
from tests.factories import OrganisationFactory, PersonFactory, person_with

pytestmark = pytest.mark.django_db
STAFF = Actor(person=None)


def organisation(name_cy="", name_en="", **said):
    made = Organisation(name_cy=name_cy, name_en=name_en, **said)
    describe_organisation(actor=STAFF, verb="people.organisation_added", organisation=made)
    return made


def found(**said):
    return [(each.organisation, [reason.code for reason in each.reasons]) for each in like_these(**said)]


@pytest.mark.parametrize(
    ("said", "reasons"),
    [
        ({"name_cy": "Cymdeithas Ofalwyr Cwm Hûd Cyf"}, ["same"]),
        ({"name_cy": "Carers' Society, Cwm Hud"}, ["same"]),
        ({"name_en": "Cwm Hud Carers Socety"}, ["nearly"]),
        ({"name_en": "Cwm Hudd Young Carers Society"}, []),
        ({"name_en": "Cwm Hud Young Carers Society"}, ["within"]),
        ({"website": "http://www.hud.example/cartref"}, ["domain"]),
        ({"name_en": "CHCS"}, ["initials"]),
        ({"name_cy": "Grŵp arall", "short_names": ["C.G.C.H."]}, ["initials"]),
        ({"numbers": {"GB-CHC": "1090095"}}, ["number"]),
        ({"name_en": "Aberchwedl Youth"}, []),
        ({}, []),
    ],
)
def test_an_organisation_is_found_before_it_is_made_again(said, reasons):
    here = organisation(
        "Cymdeithas Gofalwyr Cwm Hud", "Cwm Hud Carers Society", website="https://hud.example"
    )
    OrganisationNumber.objects.create(organisation=here, scheme="GB-CHC", number="1090095")
    organisation("Canolfan Gymunedol Llanffug", "Llanffug Community Centre", website="https://ffug.example")

    assert found(**said) == ([(here, reasons)] if reasons else [])


def test_a_short_name_finds_the_name_whose_initials_it_is_and_the_other_way_round():
    known = organisation("Cyngor Gweithredu Gwirfoddol Ffug")
    short = organisation("Corff arall", short_name_cy="CGGF")

    assert [each.organisation for each in likenesses_of(known)] == [short]
    assert [each.organisation for each in likenesses_of(short)] == [known]


def test_the_likeliest_comes_first_and_each_says_why_in_both_languages():
    within = organisation("Gofalwyr Ifanc Cwm Hud")
    same = organisation("Gofalwyr Cwm Hud", website="https://hud.example")

    likenesses = like_these(name_cy="Gofalwyr Cwm Hud", website="hud.example")

    assert [each.organisation for each in likenesses] == [same, within]
    assert likenesses[0].strength > likenesses[1].strength
    with override("en"):
        assert likenesses[0].reasons[0].sentence == "The same name: Gofalwyr Cwm Hud"
    with override("cy"):
        assert likenesses[0].reasons[0].sentence == "Yr un enw: Gofalwyr Cwm Hud"


def test_what_is_found_follows_what_the_organisation_says_now():
    one = organisation("Enw cyntaf")
    one.name_cy = "Ail enw"
    save(actor=STAFF, verb="people.organisation_changed", content=one)

    assert found(name_cy="Enw Cyntaf") == []
    assert found(name_cy="Ail Enw") == [(one, ["same"])]


def test_keys_of_those_who_came_in_past_the_journal_are_made_by_the_daily_look():
    one = OrganisationFactory(name_cy="Cwm Hud", name_en="")
    assert found(name_cy="Cwm Hud") == []

    assert make_missing_keys() == 1

    assert found(name_cy="Cwm Hud") == [(one, ["same"])]


def test_a_word_that_many_share_leads_to_nobody():
    for number in range(160):
        OrganisationFactory(name_cy=f"Canolfan {number}", name_en="")
    make_missing_keys()

    assert found(name_cy="Canolfan Lledrith") == []


def test_asking_costs_the_same_however_many_are_alike(count_queries):
    organisation("Gofalwyr Cwm Hud")
    before = count_queries(lambda: like_these(name_cy="Gofalwyr Cwm Hud"))
    for _number in range(3):
        organisation("Gofalwyr Cwm Hud")

    assert count_queries(lambda: like_these(name_cy="Gofalwyr Cwm Hud")) == before <= 7


def test_the_form_shows_what_is_alike_and_goes_on_when_it_is_none_of_them(client):
    here = organisation("Gofalwyr Cwm Hud")
    client.force_login(person_with("people.look_after"))
    address = reverse("people:add_organisation")
    sent = {"name_cy": "Gofalwyr Cwm Hud Cyf"}

    first = client.post(address, sent)
    assert [each.organisation for each in first.context["form"].likenesses] == [here]
    assert Organisation.objects.count() == 1
    shown = first.context["form"]["shown"].value()
    unticked = client.post(address, sent | {"shown": shown})
    assert unticked.status_code == 200
    client.post(address, sent | {"shown": shown, "none_is_it": "on"})

    made = Organisation.objects.get(name_cy="Gofalwyr Cwm Hud Cyf")
    pair = NotDuplicate.objects.get()
    assert (pair.first, pair.second) == (here, made)
    assert likenesses_of(made) == []


def test_one_that_came_meanwhile_is_shown_before_the_form_goes_on(client):
    here = organisation("Gofalwyr Cwm Hud")
    client.force_login(person_with("people.look_after"))
    another = organisation("Gofalwyr Cwm Hud")

    page = client.post(
        reverse("people:add_organisation"),
        {"name_cy": "Gofalwyr Cwm Hud", "shown": str(here.pk), "none_is_it": "on"},
    )

    assert {each.organisation for each in page.context["form"].likenesses} == {here, another}
    assert page.context["form"]["none_is_it"].value() in {None, False, ""}


def test_the_same_form_sent_twice_is_not_asked_about_what_it_made(client):
    client.force_login(person_with("people.look_after"))
    address = reverse("people:add_organisation")
    key = str(client.get(address).context["form"]["deed_key"].value())

    answers = [
        client.post(address, {"name_cy": "Cwm Hud", "deed_key": key}).status_code for _time in range(2)
    ]

    assert answers == [302, 302]
    assert Organisation.objects.count() == 1


def test_saying_that_two_only_look_alike_is_remembered_once():
    first, second = organisation("Gofalwyr Cwm Hud"), organisation("Gofalwyr Cwm Hud")
    actor = Actor(PersonFactory())

    for _time in range(2):
        say_not_duplicates(actor=actor, organisation=second, others=[first])

    assert Deed.objects.filter(verb="people.not_duplicate").count() == 1
    assert likenesses_of(first) == likenesses_of(second) == []


def test_the_nightly_look_finds_the_pairs_once_and_staff_answer_them(client):
    first, second = organisation("Gofalwyr Cwm Hud"), organisation("Gofalwyr Cwm Hud Cyf")
    organisation("Canolfan Llanffug")
    for _time in range(2):
        enqueue("people.look_for_pairs")
        run_due()
    client.force_login(person_with("people.look_after"))

    page = client.get(reverse("people:likely_pairs"))
    assert [(pair.first, pair.second) for pair, _reasons in page.context["rows"]] == [(first, second)]
    client.post(reverse("people:not_duplicate", args=[second.pk, first.pk]))

    assert client.get(reverse("people:likely_pairs")).context["rows"] == []
    enqueue("people.look_for_pairs")
    run_due()
    assert LikelyPair.objects.count() == 0


def test_the_page_of_pairs_asks_the_same_however_many_there_are(client, count_queries):
    client.force_login(person_with("people.look_after"))
    address = reverse("people:likely_pairs")
    made = [organisation(f"Sefydliad {number}") for number in range(4)]
    LikelyPair.objects.create(first=made[0], second=made[1], strength=50, reasons=[["same", "x"]])
    before = count_queries(lambda: client.get(address))
    for other in made[2:]:
        LikelyPair.objects.create(first=made[0], second=other, strength=50, reasons=[["same", "x"]])

    assert count_queries(lambda: client.get(address)) == before
