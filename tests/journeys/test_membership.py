"""From the first visit to a membership and its first answer: on a phone, without scripts, on paper, by keyboard."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from playwright.sync_api import Locator, Page, expect

from copronet.common_ground.people.actions.likenesses import make_missing_keys
from copronet.common_ground.people.models import NotDuplicate, Organisation, Person
from copronet.common_ground.work.actions import run_due
from copronet.community_of_practice.contributions.choices import PartKind
from copronet.community_of_practice.contributions.queries import fee_of
from copronet.community_of_practice.members.choices import Going, State, months_from
from copronet.community_of_practice.members.models import Membership
from copronet.community_of_practice.members.tasks import ask_how_it_goes
from tests.factories import OrganisationFactory, PersonFactory, person_with

ADDRESS = "mair@enghraifft.example"
PROMISE = "Gwrando ar ofalwyr cyn newid amserlen y ganolfan"
AGREE = "Ydw, rwy'n cytuno â'r egwyddorion hyn"
MOST_PAGES = 14  # from the front page to the word that one waits for a welcome, signing up included
PHONE = {"width": 360, "scripts": False}


@pytest.fixture
def open_as(open_page: Callable[..., Page], live_server: Any) -> Callable[..., Page]:
    """A browser in which this person is signed in."""

    def open_as(person: Person, **options: Any) -> Page:
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        page = open_page(**options)
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}]
        )
        return page

    return open_as


@pytest.fixture
def look(open_page: Callable[..., Page], barriers: Callable[..., list[Any]]) -> Callable[[Page], list[Any]]:
    """``look(page)``: what stands in the way on the page where somebody is, seen by axe in a browser with scripts."""
    beside = open_page(reduced_motion="reduce")

    def look(page: Page) -> list[Any]:
        beside.context.clear_cookies()
        beside.context.add_cookies(page.context.cookies())  # type: ignore[arg-type]  # what comes out goes in
        beside.goto(page.url)
        expect(beside.locator("h1")).to_have_text(page.locator("h1").inner_text())
        return [(page.url, barrier) for barrier in barriers(beside)]

    return look


def address(name: str, *keys: object, language: str = "cy") -> str:
    with translation.override(language):
        return reverse(name, args=keys)


def newest_code() -> str:
    run_due()
    found = (re.search(r"^[A-Z0-9]{3,}-[A-Z0-9]{3,}$", letter.body, re.MULTILINE) for letter in mail.outbox)
    return [code.group() for code in found if code][-1]


def press(page: Page, name: str) -> None:
    page.locator("main").get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.locator("main").get_by_role("link", name=name, exact=True).first.click()


def question(page: Page, text: str) -> Locator:
    return page.locator("main").get_by_role("group", name=text)


def answer(page: Page, text: str, *choices: str) -> None:
    for choice in choices:
        question(page, text).get_by_label(choice, exact=True).check()


def go_on(page: Page, *, to: str) -> None:
    press(page, "Cadw a pharhau")
    expect(page.get_by_role("heading", level=1)).to_have_text(to)


def sign_up(page: Page, see: Callable[[Page], None]) -> None:
    page.goto("/cy/")
    see(page)
    follow(page, "Ymuno â'r rhwydwaith")
    see(page)
    follow(page, "Dechrau")
    see(page)
    page.get_by_label("Enw", exact=True).fill("Mair Enghraifft")
    page.get_by_label("Cyfeiriad e-bost").fill(ADDRESS)
    press(page, "Ymuno")
    box = page.get_by_label("Cod", exact=True)
    expect(box).to_be_visible()
    see(page)
    box.fill(newest_code())
    press(page, "Parhau")


def agree(page: Page) -> None:
    page.get_by_label(AGREE).check()
    go_on(page, to="Addewid")


def promise(page: Page) -> None:
    page.get_by_label("Beth wnewch chi?").fill(PROMISE)
    answer(page, "Erbyn pryd?", "Ymhen hanner blwyddyn")
    go_on(page, to="Ble rydych chi'n dechrau")


def tell_where_we_start(page: Page) -> None:
    answer(page, "Pa mor dda rydych chi'n gwybod beth yw cydgynhyrchu?", "Ychydig")
    answer(page, "Pa mor hyderus ydych chi wrth gydgynhyrchu gydag eraill?", "Gweddol hyderus")
    go_on(page, to="Cynnig a gofyn")


def offer(page: Page, words: str) -> None:
    page.get_by_label("Beth gallech chi ei gynnig?").fill(words)
    go_on(page, to="Beth rydych yn ei roi")


def give_half_in_money_and_half_in_hours(page: Page, band: str, money: str, hours: str) -> None:
    page.get_by_label(band).check()
    page.get_by_label("Arian am y flwyddyn").fill(money)
    page.get_by_label("Amser dros y flwyddyn").fill(hours)
    go_on(page, to="Eich dewisiadau")


def choose(page: Page, *consents: str) -> None:
    answer(page, "Ymddangos yng nghyfeiriadur yr aelodau?", "Ie")
    answer(page, "Gallwch siarad â ni yn yr iaith hon", "Cymraeg")
    for consent in consents:
        answer(page, consent, "Ddim yn cytuno")
    go_on(page, to="Golwg olaf")


def parts_of_the_fee(membership: Membership) -> dict[str, tuple[int | None, int | None]]:
    return {part.kind: (part.pence, part.minutes) for part in fee_of(membership.party).parts.all()}


def welcome(page: Page, name: str) -> None:
    page.goto(address("members:waiting"))
    follow(page, name)
    follow(page, "Eu croesawu")
    press(page, "Eu croesawu")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def half_a_year_later() -> None:
    ask_how_it_goes(on=months_from(timezone.localdate(), 6))
    run_due()


def link_in_the_letter(going: Going) -> str:
    """Where the newest letter leads for this answer."""
    return re.findall(rf"https?://[^/\s]+(/\S+/{going.value}/)", str(mail.outbox[-1].body))[0]


def answer_the_letter(page: Page, going: Going, words: str) -> None:
    page.goto(link_in_the_letter(going))
    page.get_by_label("Yn eich geiriau eich hun").fill(words)
    page.get_by_label("Caiff eraill ei ddarllen").check()
    press(page, "Anfon fy ateb")
    expect(page.get_by_text("Dyna'r cyfan. Diolch.")).to_be_visible()


def test_a_person_joins_in_welsh_on_a_phone_without_scripts_and_says_how_it_goes(open_page, open_as, look):
    page = open_page(**PHONE)
    opened: list[str] = []
    page.on("domcontentloaded", lambda each: opened.append(each.url))
    found: list[Any] = []
    sign_up(page, lambda seen: found.extend(look(seen)))
    found += look(page)

    press(page, "Rwy'n ymuno drosof fy hun")
    found += look(page)
    answer(page, "Rwy'n cymryd rhan fel", "Gofalwr", "Dinesydd")
    go_on(page, to="Egwyddorion")
    found += look(page)
    agree(page)
    found += look(page)
    promise(page)
    found += look(page)
    tell_where_we_start(page)
    found += look(page)
    offer(page, "Profiad o ofalu")
    found += look(page)
    give_half_in_money_and_half_in_hours(page, "Incwm cyffredin", "15", "3")
    found += look(page)
    choose(page, "Cewch roi gwybod am", "Cewch ddangos lluniau", "Cewch anfon newyddion")
    found += look(page)
    press(page, "Gofyn am gael ymuno")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mair Enghraifft")
    found += look(page)
    assert len(opened) <= MOST_PAGES

    membership = Membership.objects.get(person__email=ADDRESS)
    assert (membership.state, membership.person.language) == (State.APPLIED, "cy")
    assert parts_of_the_fee(membership) == {PartKind.MONEY: (1500, None), PartKind.TIME: (None, 180)}

    welcome(open_as(person_with("members.look_after")), "Mair Enghraifft")
    membership.refresh_from_db()
    assert membership.state == State.ACTIVE

    half_a_year_later()
    without_signing_in = open_page(**PHONE)
    answer_the_letter(without_signing_in, Going.WELL, "Newidiwyd yr amserlen gyda'r gofalwyr")
    found += look(without_signing_in)
    page.goto(address("members:promises"))
    expect(page.get_by_role("article")).to_contain_text(PROMISE)
    expect(page.get_by_role("article")).to_contain_text("Newidiwyd yr amserlen")
    found += look(page)

    assert found == []


def test_an_organisation_is_found_before_it_is_made_again_and_joins(open_as):
    alike = OrganisationFactory(name_cy="Gofalwyr Cwm Hud", name_en="Cwm Hud Carers")
    make_missing_keys()
    person = PersonFactory(name="Alys Ddychmygol", language="cy")
    page = open_as(person, **PHONE)
    page.goto(address("members:join"))

    follow(page, "Rwy'n ymuno dros grŵp neu sefydliad")
    page.locator("[name=name_cy]").fill("Gofalwyr Cwm Hud Uchaf")
    page.get_by_label("Eich rôl ynddo").fill("cadeirydd")
    press(page, "Parhau")
    expect(page.locator("main").get_by_role("link", name="Gofalwyr Cwm Hud", exact=True)).to_be_visible()
    page.get_by_label("Rwyf wedi edrych").check()
    press(page, "Parhau")

    page.get_by_label("Math o sefydliad").select_option(label="Grŵp cymunedol")
    go_on(page, to="Egwyddorion")
    agree(page)
    promise(page)
    tell_where_we_start(page)
    offer(page, "Ystafell yn y ganolfan")
    give_half_in_money_and_half_in_hours(page, "Grŵp gwirfoddol bach", "25", "5")
    choose(page)
    press(page, "Gofyn am gael ymuno")

    made = Organisation.objects.exclude(pk=alike.pk).get()
    assert NotDuplicate.objects.filter(first=alike, second=made).exists()
    assert parts_of_the_fee(made.membership) == {PartKind.MONEY: (2500, None), PartKind.TIME: (None, 300)}
    welcome(open_as(person_with("members.look_after")), "Gofalwyr Cwm Hud Uchaf")
    half_a_year_later()
    answer_the_letter(page, Going.SLOWLY, "Cawsom un cyfarfod")
    page.goto(address("members:promises"))
    expect(page.get_by_role("article")).to_contain_text("Cawsom un cyfarfod")


def test_on_paper_in_both_languages_and_typed_in_on_one_screen(open_page, open_as, barriers):
    reader = open_page()
    for name in ("members:paper", "members:paper_organisation"):
        for language in ("cy", "en"):
            reader.goto(address(name, language=language))
            assert barriers(reader) == []
            assert reader.locator("section.paper").evaluate_all(
                "halves => halves.map(half => half.lang)"
            ) == ["cy", "en"]

    on_paper = PersonFactory(name="Eirlys Ffug", email=None, language="cy")
    page = open_as(person_with("members.look_after", "people.look_after"), scripts=False)
    page.goto(address("members:waiting"))
    follow(page, "Teipio ffurflen bapur")
    page.get_by_label("Person").fill(str(on_paper.pk))
    answer(page, "Sut y dywedon nhw wrthym", "Yn ysgrifenedig")
    press(page, "Parhau")
    answer(page, "Rwy'n cymryd rhan fel", "Gofalwr")
    page.get_by_label(AGREE).check()
    page.get_by_label("Beth wnewch chi?").fill(PROMISE)
    answer(page, "Pa mor dda rydych chi'n gwybod beth yw cydgynhyrchu?", "Ychydig")
    answer(page, "Pa mor hyderus ydych chi wrth gydgynhyrchu gydag eraill?", "Gweddol hyderus")
    page.get_by_label("Dim eleni").check()
    answer(page, "Ymddangos yng nghyfeiriadur yr aelodau?", "Na")
    answer(page, "Gallwch siarad â ni yn yr iaith hon", "Cymraeg")
    for consent in ("Cewch roi gwybod am", "Cewch ddangos lluniau", "Cewch anfon newyddion"):
        answer(page, consent, "Ddim yn cytuno")
    press(page, "Cadw'r cyfan")

    expect(page.get_by_role("heading", level=1)).to_have_text("Eirlys Ffug")
    page.goto(address("members:waiting"))
    expect(page.get_by_role("row", name="Eirlys Ffug")).to_contain_text("Yn ysgrifenedig")
    assert Membership.objects.get(person=on_paper).entered_by is not None


def to_the(page: Page, wanted: Locator) -> None:
    """Press Tab until this has the focus."""
    for _step in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("part => part === document.activeElement"):
            return
    pytest.fail("The keyboard does not get there.")


def test_the_first_steps_by_keyboard_alone(open_as):
    person = PersonFactory(language="cy")
    page = open_as(person, width=360)
    page.goto(address("members:join"))

    to_the(page, page.get_by_role("button", name="Rwy'n ymuno drosof fy hun"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Amdanaf i")
    to_the(page, page.get_by_label("Gofalwr"))
    page.keyboard.press("Space")
    to_the(page, page.get_by_role("button", name="Cadw a pharhau"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Egwyddorion")
    to_the(page, page.get_by_label(AGREE))
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Addewid")
    assert [each.capacity for each in person.capacities.all()] == ["carer"]
