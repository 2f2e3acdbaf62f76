"""Answers by e-mail to the question whether entries are still right."""

import re
from collections.abc import Collection

from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused
from copronet.common_ground.letters.registry import Reply

from .actions.checking import answer
from .choices import Answer
from .models import Asking
from .queries import actor_for
from .queries.askings import open_questions

YES = frozenset(
    [
        "yes",
        "y",
        "yes please",
        "ok",
        "okay",
        "right",
        "still right",
        "correct",
        "still correct",
        "all right",
        "all still right",
        "all correct",
        "fine",
        "all fine",
        "yes still right",
        "yes all right",
        "yes all still right",
        "yes they are",
        "yes it is",
        "everything is right",
        "ie",
        "ydy",
        "ydyn",
        "ydi",
        "oes",
        "iawn",
        "cywir",
        "yn gywir",
        "dal yn gywir",
        "yn dal yn gywir",
        "dal yn iawn",
        "yn dal yn iawn",
        "popeth yn iawn",
        "popeth yn gywir",
        "mae popeth yn iawn",
        "mae popeth yn gywir",
        "i gyd yn iawn",
        "ydy mae'n iawn",
        "ydyn i gyd",
    ]
)
OFF = frozenset(
    [
        "withdraw",
        "remove",
        "delete",
        "take it off",
        "take off",
        "tynnu",
        "tynnwch",
        "dileu",
        "dilëer",
        "tynnu i ffwrdd",
        "tynnu oddi ar y map",
    ]
)
# Whoever says yes and one of these means something else beside it: a person reads that.
BUT = re.compile(
    r"\b(but|except|however|ond|heblaw|eithr|not|no|nid|nac|na|wrong|anghywir|change|newid)\b", re.IGNORECASE
)
NUMBERED = re.compile(r"\s*(\d{1,3})\s*[.):=–-]*\s+(.*\S)\s*")
THANKS = re.compile(
    r"[,.!;\s]*(thank you|thanks|many thanks|diolch yn fawr|diolch|cofion|regards)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def take_in_answers(reply: Reply) -> None:
    """Answer what the reply speaks of; whatever is not plainly yes or off goes to a person, in its own words."""
    asking = Asking.objects.filter(pk=reply.object_id).first()
    questions = list(open_questions(asking)) if asking else []
    mine = [each for each in questions if reply.person.has_perm("assets.edit", each.asset)]
    if questions and not mine:
        raise ActionRefused(_("You no longer look after these entries, so we did not keep your answer."))
    if not mine:
        raise ActionRefused(_("This has been answered already. Thank you."))
    said = read_answers(reply.text, {question.number for question in mine})
    for question in mine:
        if question.number in said:
            what, words = said[question.number]
            actor = actor_for(question.asset, reply.person)
            answer(actor=actor, question=question, answer=what, words=words, language=reply.person.language)


def read_answers(text: str, numbers: Collection[int]) -> dict[int, tuple[Answer, str]]:
    """What a reply says of each numbered entry: the answer, and the words where somebody has to read them.

    Lines that begin with a number speak of that entry; the rest speaks of all others.
    """
    said: dict[int, tuple[Answer, str]] = {}
    rest = []
    for line in text.splitlines():
        numbered = NUMBERED.fullmatch(line)
        if numbered and int(numbered[1]) in numbers:
            said[int(numbered[1])] = _one(numbered[2], may_withdraw=True)
        else:
            rest.append(line)
    others = [number for number in numbers if number not in said]
    remaining = "\n".join(rest).strip()
    if remaining:
        meant = _one(remaining, may_withdraw=len(numbers) == 1)
        only_thanks = bool(said) and not _without_thanks(remaining)
        said |= {number: meant for number in others if not only_thanks}
    return said


def _one(words: str, *, may_withdraw: bool) -> tuple[Answer, str]:
    plain = " ".join(re.sub(r"[^\w' ]+", " ", _without_thanks(words)).casefold().replace("’", "'").split())
    first = " ".join(re.sub(r"[^\w' ]+", " ", re.split(r"[.,;!\n]", words, maxsplit=1)[0]).casefold().split())
    if plain in YES or (first in YES and not BUT.search(words)):
        return Answer.RIGHT, ""
    if may_withdraw and (plain in OFF or first in OFF):
        return Answer.WITHDRAWN, ""
    return Answer.CHANGED, words.strip()


def _without_thanks(words: str) -> str:
    return THANKS.sub("", words).strip()
