"""The members of the demonstration network: their promises, and what they tell of them; always the same."""

from datetime import date, timedelta
from itertools import cycle, islice
from random import Random

from django.utils import timezone

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.choices import SeenBy
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import representatives_of
from copronet.common_ground.questions.actions import begin_response, keep_answers
from copronet.common_ground.questions.demo import plausible_answers
from copronet.common_ground.themes.models import Theme

from .actions.activity import keep_qualifications
from .actions.joining import agree_to_principles, begin, choose_listing, say_interest
from .actions.progress import tell_progress
from .actions.promises import make_promise
from .actions.states import move
from .choices import About, Going, InterestKind, Talks
from .models import Membership, Promise
from .queries import principles_in_force
from .queries.baseline import baseline_in_force

# What is promised, in both languages; a member says it in one of them, or in both.
PROMISES = (
    (
        "Gofyn i bobl sy'n defnyddio ein gwasanaeth cyn newid dim",
        "Ask the people who use our service before we change anything",
    ),
    (
        "Agor ein cyfarfodydd i ofalwyr, ar amser sy'n gyfleus iddyn nhw",
        "Open our meetings to carers, at a time that suits them",
    ),
    ("Rhannu'r gadair: dinesydd a swyddog bob yn ail", "Share the chair: a citizen and an officer in turn"),
    (
        "Talu costau gofal cyfnewid i bawb sy'n cymryd rhan",
        "Pay for replacement care for everybody who takes part",
    ),
    (
        "Ysgrifennu pob llythyr yn y ddwy iaith ac mewn geiriau plaen",
        "Write every letter in both languages and in plain words",
    ),
    ("Cynnal sgwrs bob mis yn y caffi lleol", "Hold a conversation every month in the local café"),
    (
        "Dysgu gan grŵp arall sut maen nhw'n rhannu penderfyniadau",
        "Learn from another group how they share decisions",
    ),
    (
        "Dangos ein cyllideb i'n haelodau a phenderfynu gyda'n gilydd",
        "Show our members our budget and decide together",
    ),
    ("Mentora un person sy'n newydd i gydgynhyrchu", "Mentor one person who is new to co-production"),
    (
        "Mesur yr hyn sy'n bwysig i bobl, nid dim ond yr hyn sy'n hawdd",
        "Measure what matters to people, not only what is easy",
    ),
    ("Dod â phobl ifanc i'r ystafell o'r dechrau", "Bring young people into the room from the beginning"),
    ("Dweud yn agored beth na weithiodd, a pham", "Say openly what did not work, and why"),
)
TOLD = (
    ("Daeth pymtheg o bobl i'r sgwrs gyntaf.", "Fifteen people came to the first conversation."),
    ("Mae'n cymryd mwy o amser nag y tybion ni, ond mae'n gweithio.", "It takes longer than we thought, but it works."),
    ("Roedd yn rhaid i ni newid yr amser ddwywaith.", "We had to change the time twice."),
    ("Dysgon ni fwy wrth wrando nag wrth siarad.", "We learned more by listening than by talking."),
)  # fmt: skip
OFFERS = (
    ("Ystafell gyfarfod gyda'r nos", "A meeting room in the evenings"),
    ("Profiad o ofalu am rywun annwyl", "Experience of caring for somebody dear"),
    ("Help i ysgrifennu mewn geiriau plaen", "Help with writing in plain words"),
)
REQUESTS = (
    ("Rhywun sydd wedi gwneud hyn o'r blaen", "Somebody who has done this before"),
    ("Partner yn y maes iechyd", "A partner in health"),
)
FIRST = date(2026, 4, 1)


def load() -> None:
    """Make the memberships once; where there are some already, do nothing."""
    if Membership.objects.exists():
        return
    chance = Random("copronet members")  # noqa: S311  (the same members every time)
    themes = list(Theme.objects.filter(is_offered=True).order_by("code"))
    staff = Actor(Person.objects.order_by("pk")[1])
    parties: list[Person | Organisation] = [
        *Organisation.objects.order_by("pk"),
        *islice(Person.objects.filter(standing="here").order_by("pk"), 9, None, 2),
    ]
    for number, party in enumerate(parties):
        _one_member(number, party, chance, themes, staff)
    keep_qualifications(on=timezone.localdate())


def _one_member(
    number: int, party: Person | Organisation, chance: Random, themes: list[Theme], staff: Actor
) -> None:
    actor = _who_speaks(party)
    if actor is None:
        return
    organisation = party if isinstance(party, Organisation) else None
    person = party if isinstance(party, Person) else None
    membership = begin(actor=actor, person=person, organisation=organisation)
    if number % 40 == 13:
        return  # some stop on the way
    principles = principles_in_force()
    assert principles is not None  # noqa: S101  (founded)
    agree_to_principles(actor=actor, membership=membership, principles=principles)
    promise = _promise(number, actor, membership, chance, themes)
    _baseline(number, actor, membership, chance)
    _interests(number, actor, membership, chance, themes)
    is_listed = person is None or person.seen_by != SeenBy.NOBODY
    choose_listing(actor=actor, membership=membership, is_listed=is_listed, talks=chance.choice(Talks.values))
    _stand(number, membership, staff, chance)
    if number % 3 == 0 and membership.is_member:
        _tell(number, actor, membership, promise)


def _who_speaks(party: Person | Organisation) -> Actor | None:
    if isinstance(party, Person):
        return Actor(party)
    speaking = next((each for each in representatives_of(party) if each.begins), None)
    return Actor(speaking.person, for_organisation=party) if speaking else None


def _promise(
    number: int, actor: Actor, membership: Membership, chance: Random, themes: list[Theme]
) -> Promise:
    """Two of five say it in Welsh, two in English, one in both."""
    welsh, english = PROMISES[number % len(PROMISES)]
    promise = make_promise(
        actor=actor,
        membership=membership,
        due=FIRST + timedelta(days=365 + number % 200),
        area=membership.party.area,
        themes=chance.sample(themes, min(2, len(themes))),
        is_shared=number % 7 != 6,
        words_cy=welsh if number % 5 in (0, 1, 2) else "",
        words_en=english if number % 5 in (2, 3, 4) else "",
    )
    Promise.objects.filter(pk=promise.pk).update(made_on=_joined(number))
    return promise


def _joined(number: int) -> date:
    """People join from April on, some every week."""
    return min(FIRST + timedelta(days=number * 3 % 200), timezone.localdate())


def _baseline(number: int, actor: Actor, membership: Membership, chance: Random) -> None:
    """Where they start from, in the language of their promise."""
    edition = baseline_in_force()
    if edition is None:
        return
    language = Language.WELSH if number % 5 in (0, 1, 2) else Language.ENGLISH
    response = begin_response(
        actor=actor,
        edition=edition,
        person=membership.person,
        organisation=membership.organisation,
        language=language,
    )
    if response.submitted_at is None:
        answers = plausible_answers(edition, chance, language=language)
        keep_answers(actor=actor, response=response, answers=answers, finish=True)


def _interests(
    number: int, actor: Actor, membership: Membership, chance: Random, themes: list[Theme]
) -> None:
    for kind, words in ((InterestKind.OFFER, OFFERS), (InterestKind.REQUEST, REQUESTS)):
        welsh, english = words[number % len(words)]
        is_welsh = number % 2 == 0
        say_interest(
            actor=actor,
            membership=membership,
            kind=kind,
            words=welsh if is_welsh else english,
            language="cy" if is_welsh else "en",
            themes=chance.sample(themes, min(1, len(themes))),
        )


def _stand(number: int, membership: Membership, staff: Actor, chance: Random) -> None:
    """Most are members by now; some wait, a few have paused or lapsed."""
    Membership.objects.filter(pk=membership.pk).update(
        state="applied" if number % 25 == 7 else "active",
        since=_joined(number),
        welcomed_on=None if number % 25 == 7 else _joined(number),
    )
    membership.refresh_from_db()
    if membership.state == "active" and chance.random() < 0.05:
        move(actor=staff, membership=membership, code=chance.choice(["paused", "lapsed"]))
        membership.refresh_from_db()


def _tell(number: int, actor: Actor, membership: Membership, promise: Promise) -> None:
    going = next(islice(cycle(Going), number // 3 % len(Going), None))
    welsh, english = TOLD[number % len(TOLD)]
    is_welsh = bool(promise.words_cy)
    tell_progress(
        actor=actor,
        membership=membership,
        about=About.PROMISE,
        going=going,
        words=welsh if is_welsh else english,
        language="cy" if is_welsh else "en",
        is_shared=promise.is_shared,
    )
