"""What a member told when joining, step by step, as people read it; each reader as far as they may know it."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Phrase, reading_language
from copronet.common_ground.people.choices import Answer
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import answers_of, areas_of
from copronet.common_ground.questions.queries import in_words, response_of
from copronet.community_of_practice.members.choices import InterestKind
from copronet.community_of_practice.members.models import Interest, Membership
from copronet.community_of_practice.members.registry import Told

from .baseline import baseline_in_force
from .promises import interests_of, promise_of


def about_the_person(membership: Membership, _reader: Any) -> Told:
    person = membership.person
    if person is None:
        return []
    return [
        _line(person, "name", person.name),
        _line(person, "language", person.get_language_display()),
        _line(person, "area", person.area.name if person.area else ""),
        (_("I take part as"), [each.get_capacity_display() for each in person.capacities.all()]),
        _line(person, "level", person.get_level_display()),
    ]


def about_the_organisation(membership: Membership, _reader: Any) -> Told:
    organisation = membership.organisation
    if organisation is None:
        return []
    kind = organisation.kind
    return [
        (_("Name"), [organisation.name]),
        (_("Kind of organisation"), [kind.name, kind.sector.name] if kind else []),
        _line(organisation, "size", organisation.get_size_display()),
        _line(organisation, "area", organisation.area.name if organisation.area else ""),
        (_("Where it works"), _where(organisation)),
        (_("What the organisation does"), _if_said(organisation.about)),
        _line(organisation, "website", organisation.website),
    ]


def _where(organisation: Organisation) -> list[Any]:
    everywhere = [_("All of Wales")] if organisation.serves_all_wales else []
    return [*everywhere, *(area.name for area in areas_of(organisation))]


def agreed_to(membership: Membership, _reader: Any) -> Told:
    """The newest wording that was agreed to, line by line, and how."""
    agreement = membership.agreements.select_related("principles").first()
    if agreement is None:
        return []
    return [
        (_("Agreed to"), list(agreement.principles.lines)),
        (_("How it was given"), [agreement.get_given_display()]),
    ]


def promised(membership: Membership, _reader: Any) -> Told:
    promise = promise_of(membership)
    if promise is None:
        return []
    return [
        (_("What we promise"), [promise.words]),
        (_("By when"), [promise.due]),
        (_("Where"), [promise.area.name] if promise.area else []),
        (_("Themes"), [theme.name for theme in promise.themes.all()]),
        (_("Others may read it"), [_yes_or_no(promise.is_shared)]),
    ]


def started_from(membership: Membership, reader: Any) -> Told:
    """Their own answers to the member's side. To all others, whether there are any: they are read without a name."""
    edition = baseline_in_force()
    response = response_of(edition, membership.party) if edition else None
    if response is None or response.submitted_at is None:
        return []
    if not reader.has_perm("questions.answer", response):
        return [(_("Answers"), [_("Handed in. They are read without the name, and so not here.")])]
    return [(question.text, said) for question, said in in_words(response)]


def offered_and_wished(membership: Membership, _reader: Any) -> Told:
    interests = interests_of(membership)
    return [(kind.label, _interest(interests[kind])) for kind in InterestKind if kind in interests]


def _interest(interest: Interest) -> list[Any]:
    language = Language(interest.language)
    words = Phrase(interest.words, language, is_readers=language is reading_language())
    return [*([words] if words else []), *(theme.name for theme in interest.themes.all())]


def chose(membership: Membership, _reader: Any) -> Told:
    """Whether they are listed, in which language one can talk with them, and each consent by its newest answer."""
    if not membership.has_chosen:
        return []
    lines: Told = [
        (_("Be shown in the directory of members?"), [_yes_or_no(membership.is_listed)]),
        (_("You can talk with us in"), [membership.get_talks_display()] if membership.talks else []),
    ]
    return [*lines, *(_consents(membership.person) if membership.person else [])]


def _consents(person: Person) -> Told:
    newest: dict[str, Any] = {}
    for answer in answers_of(person):
        newest.setdefault(answer.wording.code, answer)
    return [(each.wording.text, [_yes_or_no(each.answer == Answer.YES)]) for each in newest.values()]


def _line(record: Person | Organisation, field: str, said: Any) -> tuple[Any, list[Any]]:
    """A line that is asked for by the name of its field."""
    return record._meta.get_field(field).verbose_name, _if_said(said)  # type: ignore[union-attr]  # a column has one


def _if_said(said: Any) -> list[Any]:
    return [said] if said else []


def _yes_or_no(is_so: bool) -> str:  # noqa: FBT001  (what it says is the whole question)
    return pgettext("answer to any question", "Yes") if is_so else pgettext("answer to any question", "No")
