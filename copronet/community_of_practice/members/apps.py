from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link, add_panel
from copronet.common_ground.journal.registry import add_verb
from copronet.common_ground.letters.registry import add_inbox, add_letter
from copronet.common_ground.people.registry import (
    add_export,
    add_matter,
    add_power,
    when_gone,
    when_leaving,
    when_merging,
    when_merging_organisations,
)
from copronet.common_ground.search.registry import add_search
from copronet.common_ground.spreadsheets.registry import add_sheet
from copronet.common_ground.work.registry import add_daily, add_task

from .choices import TRANSITIONS, About, Going, Kind, State, Talks
from .registry import add_qualifying, add_step


class MembersConfig(AppConfig):
    name = "copronet.community_of_practice.members"
    verbose_name = _("Members")

    def ready(self) -> None:
        _name_powers()
        _name_deeds()
        _name_letters()
        _ask_and_listen()
        _ask_when_joining()
        _show_elsewhere()
        _hand_out_and_forget()
        from .imports import MembershipSheet, bring_in_founding  # noqa: PLC0415  (models exist only now)

        add_sheet(MembershipSheet)
        post_migrate.connect(bring_in_founding, sender=self)


def _name_powers() -> None:
    add_matter("members", _("Joining, the promise, and telling how it goes"))
    add_power("members.look_after", _("Welcome members and look after memberships"))
    add_power("members.set_rules", _("Set the principles, and when a member counts as active"))


def _name_deeds() -> None:
    add_verb("members.begun", _("began to join"))
    add_verb("members.agreed", _("agreed to the principles"))
    add_verb("members.interest_told", _("told what they could offer or would like"))
    add_verb("members.kind_chosen", _("said which kind of member somebody is"))
    add_verb("members.listing_chosen", _("chose who may find them in the directory"))
    add_verb("members.promised", _("made a promise"))
    add_verb("members.promise_changed", _("changed a promise"))
    add_verb("members.progress_told", _("told how it is going"))
    add_verb("members.sharing_chosen", _("chose who may read what they told"))
    add_verb("members.asked", _("asked a member how it is going"))
    add_verb("members.reminded", _("asked a member once more"))
    add_verb("members.let_be", _("stopped asking for now"))
    add_verb("members.active_rule_set", _("set when a member counts as active"), public=True)
    add_verb("members.reminded_to_finish", _("reminded somebody to finish joining"))
    add_verb("members.brought_in", _("brought in a membership"))
    add_verb("members.taken_out", _("took out a membership that was brought in"))
    add_verb("members.principles_set", _("put a new wording of the principles in force"), public=True)
    for transition in TRANSITIONS:
        add_verb(transition.verb, transition.meaning)
    add_qualifying("members.promised", _("making a promise"))
    add_qualifying("members.promise_changed", _("changing a promise"))
    add_qualifying("members.progress_told", _("telling how it is going"))


def _name_letters() -> None:
    add_letter(
        "members/letters/moved",
        title=_("About your membership"),
        because=_("You get this because it is about a membership that you speak for."),
    )
    add_letter(
        "members/letters/unfinished",
        title=_("When joining is not finished"),
        because=_("You get this because you began to join and have not finished."),
    )
    why_asked = _("You get this because every member is asked how it is going, and you speak for this one.")
    add_letter(
        "members/letters/promise",
        title=_("How your promise is going"),
        because=why_asked,
        can_be_stopped=True,
    )
    add_letter(
        "members/letters/practice",
        title=_("How you change your own work"),
        because=why_asked,
        can_be_stopped=True,
    )


def _ask_and_listen() -> None:
    from .inbox import take_in_progress  # noqa: PLC0415  (models exist only now)
    from .tasks import ask_how_it_goes, note_activity, remind_unfinished  # noqa: PLC0415  (as above)

    add_inbox("members.progress", take_in_progress)
    add_task("members.ask_how_it_goes", ask_how_it_goes, title=_("Ask members how it is going"))
    add_daily("members.ask_how_it_goes", at="09:00")
    add_task("members.note_activity", note_activity, title=_("Note which members are active"))
    add_daily("members.note_activity", at="02:00")
    add_task(
        "members.remind_unfinished", remind_unfinished, title=_("Remind those who have not finished joining")
    )
    add_daily("members.remind_unfinished", at="09:30")


def _ask_when_joining() -> None:
    _ask_who_they_are()
    _ask_what_they_promise()
    _ask_what_they_wish()


def _ask_who_they_are() -> None:
    from .forms.joining import AboutMeForm  # noqa: PLC0415  (models exist only now)
    from .forms.organisations import AboutUsForm  # noqa: PLC0415  (as above)
    from .queries import has_told_about_themselves, has_told_what_it_is, told  # noqa: PLC0415  (as above)

    add_step(
        "about_me",
        title=_("About me"),
        lead=_("Tell us where you live and as what you take part."),
        order=10,
        told=told.about_the_person,
        form=AboutMeForm,
        is_done=has_told_about_themselves,
        is_asked=lambda membership: membership.is_of_a_person,
    )
    add_step(
        "about_us",
        title=_("About us"),
        lead=_("Tell us what you are, where you work, and what you do."),
        order=10,
        told=told.about_the_organisation,
        form=AboutUsForm,
        permission="members.describe",
        is_done=has_told_what_it_is,
        is_asked=lambda membership: not membership.is_of_a_person,
    )


def _ask_what_they_promise() -> None:
    from .forms.baseline import BaselineForm  # noqa: PLC0415  (models exist only now)
    from .forms.joining import PrinciplesForm  # noqa: PLC0415  (as above)
    from .forms.promises import PromiseForm  # noqa: PLC0415  (as above)
    from .queries import has_agreed, promise_of, told  # noqa: PLC0415  (as above)
    from .queries.baseline import baseline_in_force, has_answered_baseline  # noqa: PLC0415  (as above)

    add_step(
        "principles",
        title=_("Principles"),
        lead=_("This is what everybody in the network agrees to."),
        order=20,
        told=told.agreed_to,
        form=PrinciplesForm,
        is_done=has_agreed,
        before="members/principles_text.html",
    )
    add_step(
        "promise",
        title=_("Promise"),
        lead=_("Every member promises one thing. Twice a year we ask how it is going."),
        order=30,
        told=told.promised,
        form=PromiseForm,
        is_done=lambda membership: promise_of(membership) is not None,
    )
    add_step(
        "baseline",
        title=_("Where you start from"),
        lead=_(
            "Your answers are read without your name. We ask again in time, to see together what changes."
        ),
        order=40,
        told=told.started_from,
        form=BaselineForm,
        is_done=has_answered_baseline,
        is_asked=lambda _membership: baseline_in_force() is not None,
    )


def _ask_what_they_wish() -> None:
    from .forms.joining import ChoicesForm, InterestsForm  # noqa: PLC0415  (models exist only now)
    from .queries import has_chosen, told  # noqa: PLC0415  (as above)

    add_step(
        "interests",
        title=_("Offer and ask"),
        lead=_("Say what you could offer and what you would like. You can leave it for later."),
        order=50,
        told=told.offered_and_wished,
        form=InterestsForm,
        is_done=lambda _membership: True,
    )
    add_step(
        "choices",
        title=_("Your choices"),
        lead=_("You decide who sees what. You can change each answer whenever you like."),
        order=70,
        told=told.chose,
        form=ChoicesForm,
        is_done=has_chosen,
    )


def _is_signed_in(request: HttpRequest) -> bool:
    return request.user.is_authenticated


def _show_elsewhere() -> None:
    from copronet.common_ground.people.models import Organisation, Person  # noqa: PLC0415  (models exist only now)

    from .models import Promise  # noqa: PLC0415  (as above)
    from .panels import on_my_page, on_the_page_of, on_the_record, on_the_workbench  # noqa: PLC0415  (as above)
    from .queries import (  # noqa: PLC0415  (as above)
        promise_entry,
        promises_of_organisation,
        promises_of_person,
        promises_to_find,
    )

    add_link("main", _("Members"), "members:directory", order=35)
    add_link("account", _("My membership"), "members:my_memberships", order=15, shown=_is_signed_in)
    add_search(
        Promise,
        name=_("Promises"),
        describe=promise_entry,
        records=promises_to_find,
        leans_on={Person: promises_of_person, Organisation: promises_of_organisation},
    )
    add_panel("organisation", on_the_page_of, order=20)
    add_panel("person", on_the_page_of, order=20)
    add_panel("my_page", on_my_page, order=10)
    add_panel("record", on_the_record, order=10)
    add_panel("workbench", on_the_workbench, order=10)


def _hand_out_and_forget() -> None:
    from .actions.keeping import (  # noqa: PLC0415  (models exist only now)
        end_membership,
        forget_membership,
        move_membership,
        move_organisations_membership,
    )
    from .queries.exported import membership_held  # noqa: PLC0415  (as above)

    add_export("membership", membership_held, words=WORDS, called=CALLED)
    when_gone(end_membership)
    when_leaving(forget_membership)
    when_merging(move_membership)
    when_merging_organisations(move_organisations_membership)


# What the codes of a membership say, and what its parts are called, on the page that shows somebody their data.
WORDS = {"state": State, "kind": Kind, "talks": Talks, "about": About, "going": Going}
CALLED = {
    "membership": _("My membership"),
    "kind": _("Kind"),
    "since": _("Since"),
    "welcomed_on": _("Welcomed on"),
    "is_listed": _("In the directory"),
    "has_chosen": _("Has chosen who may see it"),
    "talks": _("Languages"),
    "reminded_on": _("Reminded on"),
    "entered_by": _("Who typed it in (number of the record)"),
    "agreements": _("Principles agreed to"),
    "principles": _("Principles"),
    "promises": _("Promises"),
    "promise": _("Promise"),
    "words_cy": _("Words, in Welsh"),
    "words_en": _("Words, in English"),
    "due": _("By when"),
    "made_on": _("Made on"),
    "settled_on": _("Settled on"),
    "replaces": _("In place of"),
    "reason": _("Why it changed"),
    "is_shared": _("Others may read it"),
    "themes": _("Themes"),
    "told": _("What I have told"),
    "about": _("About"),
    "going": _("How it is going"),
    "words": _("In my own words"),
    "link": _("A link"),
    "interests": _("What I offer and would like"),
}
