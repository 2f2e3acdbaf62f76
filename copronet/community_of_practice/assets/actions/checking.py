"""Owners are asked whether their entries are still right, by letter, once more, through somebody else; they answer."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.community_of_practice.assets.choices import Answer
from copronet.community_of_practice.assets.emails import tell_asked
from copronet.community_of_practice.assets.models import Asking, Asset, Question
from copronet.community_of_practice.assets.queries.askings import Owner, contacts, other_contacts

from .keeping import withdraw
from .settling import close_question, settle_questions


@transaction.atomic
def ask_owner(*, actor: Actor, owner: Owner, assets: Sequence[Asset], today: date) -> Asking:
    """Ask an owner about all of these in one letter. Where nobody can be written to, it is a task at once."""
    asking = begin_asking(owner, assets, today)
    record(actor=actor, verb="assets.asked", about=asking)
    people = contacts(asking)
    if people:
        tell_asked(asking, people)
    else:
        pass_on(actor=actor, asking=asking, today=today)
    return asking


def begin_asking(owner: Owner, assets: Sequence[Asset], today: date) -> Asking:
    """Number the questions of one letter: part of a deed."""
    kind, key = owner
    asking = Asking.objects.create(
        person_id=key if kind == "person" else None,
        organisation_id=key if kind == "organisation" else None,
        asked_on=today,
    )
    Question.objects.bulk_create(
        Question(asking=asking, asset=asset, number=number) for number, asset in enumerate(assets, start=1)
    )
    return asking


@transaction.atomic
def remind(*, actor: Actor, asking: Asking, today: date) -> None:
    """Ask once more. Asking twice the same day, or after the last answer, does nothing."""
    locked = Asking.objects.select_for_update().get(pk=asking.pk)
    if locked.settled_on or locked.reminded_on or locked.handed_on:
        return
    locked.reminded_on = today
    locked.save(update_fields=["reminded_on"])
    record(actor=actor, verb="assets.reminded", about=locked)
    tell_asked(locked, contacts(locked), again=True)


@transaction.atomic
def pass_on(*, actor: Actor, asking: Asking, today: date) -> None:
    """Ask somebody else who may know; where there is nobody, leave it to those who look after the map."""
    locked = Asking.objects.select_for_update().get(pk=asking.pk)
    if locked.settled_on or locked.passed_on or locked.handed_on:
        return
    others = other_contacts(locked)
    if not others:
        hand_on(actor=actor, asking=locked, today=today)
        return
    locked.passed_on = today
    locked.save(update_fields=["passed_on"])
    record(actor=actor, verb="assets.passed_on", about=locked)
    tell_asked(locked, others, again=True)


@transaction.atomic
def hand_on(*, actor: Actor, asking: Asking, today: date) -> None:
    """Nobody answers by letter: from now on it stands among the tasks of those who look after the map."""
    locked = Asking.objects.select_for_update().get(pk=asking.pk)
    if locked.settled_on or locked.handed_on:
        return
    locked.handed_on = today
    locked.save(update_fields=["handed_on"])
    record(actor=actor, verb="assets.handed_on", about=locked)


@transaction.atomic
def answer(
    *, actor: Actor, question: Question, answer: Answer, words: str = "", language: str = ""
) -> Question:
    """Take the answer to one question, once. ``words`` go to whoever puts the entry right."""
    asset = Asset.objects.select_for_update().get(pk=question.asset_id)
    locked = Question.objects.select_for_update().get(pk=question.pk)
    if locked.answered_at:
        raise ActionRefused(_("This has been answered already. Thank you."))
    locked.words, locked.language = words.strip(), language if words.strip() else ""
    close_question(locked, answer, actor.person)
    if answer == Answer.RIGHT:
        _check(asset)
    if answer == Answer.WITHDRAWN and not asset.is_withdrawn:
        why = locked.words or _("Whoever has it asked for this.")
        withdraw(actor=actor, asset=asset, why=why)
    record(actor=actor, verb="assets.answered", about=asset)
    return locked


@transaction.atomic
def confirm(*, actor: Actor, asset: Asset) -> None:
    """Say that an entry is still right, without having been asked, or for somebody who said so."""
    locked = Asset.objects.select_for_update().get(pk=asset.pk)
    if locked.is_withdrawn:
        raise ActionRefused(_("This is off the map. Put it on the map again first."))
    settle_questions(locked, Answer.RIGHT, actor.person)
    _check(locked)
    record(actor=actor, verb="assets.checked", about=locked)


def _check(asset: Asset) -> None:
    asset.checked_on = timezone.localdate()
    asset.save(update_fields=["checked_on", "due_on", "changed_at"])
