from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link
from copronet.common_ground.journal.registry import add_naming, add_record, add_verb, when_saved
from copronet.common_ground.letters.registry import add_letter
from copronet.common_ground.search.registry import add_audience, add_search
from copronet.common_ground.spreadsheets.registry import add_sheet
from copronet.common_ground.work.registry import add_daily, add_task

from .registry import add_export, add_power, when_leaving, when_merging, when_merging_organisations


class PeopleConfig(AppConfig):
    name = "copronet.common_ground.people"
    verbose_name = _("People")

    def ready(self) -> None:
        from .adapters import signals  # noqa: F401, PLC0415  (listens to allauth, whose models are ready now)
        from .queries import names_for  # noqa: PLC0415  (models can be read only once every app is there)

        add_naming(names_for)
        _find_again()
        _name_powers()
        _name_deeds()
        _name_public_deeds()
        _hand_out_and_forget()
        _name_letters()
        _show_histories()
        _show_links()
        _let_be_found()
        from .imports import OrganisationSheet, PersonSheet, bring_in_founding  # noqa: PLC0415  (models exist only now)

        add_sheet(OrganisationSheet)
        add_sheet(PersonSheet)
        post_migrate.connect(bring_in_founding, sender=self)


def _name_powers() -> None:
    add_power("people.look_after", _("Look after people's records"))
    add_power("people.grant_powers", _("Give and end offices and powers"))
    add_power("people.edit_kinds", _("Change the kinds of organisation and their sectors"))
    add_power("people.see_breaches", _("Keep the register of data breaches"))
    # Rooms that people stand on cannot ask for powers themselves.
    add_power("work.see", _("See and steer background work"))
    add_power("letters.look_after", _("See and post letters"))
    add_power("journal.read_all", _("Read the whole journal"))
    add_power("languages.translate", _("Translate, and check translations"))


def _name_public_deeds() -> None:
    add_verb("people.office_given", _("gave an office"), public=True)
    add_verb("people.office_ended", _("ended an office"), public=True)
    add_verb("people.power_given", _("gave a power"), public=True)
    add_verb("people.power_ended", _("ended a power"), public=True)
    add_verb("people.organisation_added", _("added an organisation"), public=True)
    add_verb("people.organisation_changed", _("changed what an organisation says"), public=True)
    add_verb("people.kind_added", _("added a kind of organisation"), public=True)
    add_verb("people.kind_changed", _("changed a kind of organisation"), public=True)
    add_verb("people.sector_added", _("added a sector"), public=True)
    add_verb("people.sector_changed", _("changed a sector"), public=True)


def _name_deeds() -> None:
    add_verb("people.signed_up", _("joined the network"))
    add_verb("people.email_changed", _("changed their e-mail address"))
    add_verb("people.second_factor_changed", _("changed how they prove who they are"))
    add_verb("people.added", _("made somebody's record"))
    add_verb("people.details_changed", _("changed a person's details"))
    add_verb("people.representation_asked", _("asked somebody to act for an organisation"))
    add_verb("people.representation_offered", _("offered to act for an organisation"))
    add_verb("people.representation_begun", _("began to act for an organisation"))
    add_verb("people.representation_ended", _("ended acting for an organisation"))
    add_verb("people.answering_changed", _("changed who answers for an organisation"))
    add_verb("people.support_asked", _("asked somebody to act for a person"))
    add_verb("people.support_begun", _("began to act for a person"))
    add_verb("people.support_ended", _("ended acting for a person"))
    add_verb("people.consent_answered", _("answered whether they agree"))
    add_verb("people.wording_published", _("put a new wording in force"))
    add_verb("people.guardian_agreed", _("recorded a guardian's consent"))
    add_verb("people.guardian_ended", _("ended a guardian's consent"))
    add_verb("people.number_given", _("wrote down an organisation's register number"))
    add_verb("people.number_removed", _("took away an organisation's register number"))
    add_verb("people.not_duplicate", _("said that two organisations only look alike"))
    add_verb("people.organisations_merged", _("made one record of two of an organisation"))
    add_verb("people.organisation_removed", _("took away an organisation's record that was brought in"))
    add_verb("people.record_removed", _("took away a person's record that was brought in"))
    add_verb("people.left", _("left the network"))
    add_verb("people.leaving_undone", _("brought somebody back"))
    add_verb("people.forgotten", _("removed the details of somebody who had gone"))
    add_verb("people.died", _("recorded that somebody had died"))
    add_verb("people.merged", _("made one record of two"))
    add_verb("people.address_changed", _("changed somebody's e-mail address"))
    add_verb("people.data_taken", _("took a copy of their data"))
    add_verb("people.breach_opened", _("opened a data breach"))
    add_verb("people.breach_changed", _("changed a data breach"))
    add_verb("people.breach_step_taken", _("did something about a data breach"))
    add_verb("people.breach_closed", _("closed a data breach"))


def _hand_out_and_forget() -> None:
    from copronet.common_ground.letters.actions import forget_letters, move_letters  # noqa: PLC0415  (models)
    from copronet.common_ground.letters.queries import letters_about  # noqa: PLC0415  (models)

    from .actions.departing import forget_details  # noqa: PLC0415  (models exist only now)
    from .actions.merging import move_relations  # noqa: PLC0415  (as above)
    from .actions.merging_organisations import move_what_people_hold  # noqa: PLC0415  (as above)
    from .queries import answers_given, deeds_of, record_of, ways_in  # noqa: PLC0415  (as above)
    from .tables import name_codes  # noqa: PLC0415  (as above)
    from .tasks import forget, tell_supported  # noqa: PLC0415  (as above)

    name_codes()
    add_export("people", record_of)
    add_export("consents", answers_given)
    add_export("sign_in", ways_in)
    add_export("deeds", deeds_of)
    add_export("letters", letters_about)
    add_task("people.tell_supported", tell_supported, title=_("Tell people what others did for them"))
    add_daily("people.tell_supported", at="08:00")
    add_task("people.forget_departed", forget, title=_("Remove the details of those who have gone"))
    add_daily("people.forget_departed", at="03:00")
    when_leaving(forget_details)
    when_leaving(forget_letters)
    when_merging(move_letters)
    when_merging(move_relations)
    when_merging_organisations(move_what_people_hold)


def _find_again() -> None:
    from .actions.likenesses import keep_keys  # noqa: PLC0415  (models exist only now)
    from .tasks import look_for_pairs  # noqa: PLC0415  (as above)

    when_saved(keep_keys)
    add_task("people.look_for_pairs", look_for_pairs, title=_("Look for organisations kept twice"))
    add_daily("people.look_for_pairs", at="03:30")


def _name_letters() -> None:
    why = _("You get this because it is about your own record with the network.")
    add_letter("people/letters/told", title=_("About your own record"), because=why)
    add_letter(
        "people/letters/sign_in",
        title=_("Signing in"),
        because=_(
            "You get this because somebody typed this address into one of our pages for signing in or joining."
        ),
        urgent=True,
        kept=False,
    )
    add_letter(
        "people/letters/way_in",
        title=_("How your account is opened"),
        because=_("You get this because it is about how your account with the network is opened."),
    )
    add_letter(
        "people/letters/done_for_you",
        title=_("What others did for you"),
        because=_("You get this because somebody acts for you here, and you can always see what they do."),
    )
    add_letter("people/letters/farewell", title=_("When you leave"), because=why, farewell=True)


def _show_histories() -> None:
    from .models import Breach, Office, Organisation, OrganisationKind, Sector  # noqa: PLC0415  (models exist only now)

    add_record(
        Organisation,
        edit="people.change_organisation",
        address=lambda organisation: reverse("people:organisation", args=[organisation.pk]),
    )
    add_record(
        Breach,
        see="people.see_breaches",
        edit="people.see_breaches",
        address=lambda breach: reverse("people:breach", args=[breach.pk]),
    )
    for model in (OrganisationKind, Sector):
        add_record(model, edit="people.edit_kinds", address=lambda _entry: reverse("people:kinds"))
    add_record(Office, edit="people.grant_powers", address=lambda _office: reverse("people:who_does_what"))


def _is_signed_in(request: HttpRequest) -> bool:
    return request.user.is_authenticated


def _show_links() -> None:
    add_link("main", _("People"), "people:people", order=40, shown=_is_signed_in)
    add_link("main", _("Organisations"), "people:organisations", order=45)
    add_link("main", _("Who does what"), "people:who_does_what", order=50)


def _let_be_found() -> None:
    from .models import Organisation, Person  # noqa: PLC0415  (models exist only now)
    from .queries import (  # noqa: PLC0415  (as above)
        audiences_in_people,
        organisation_entry,
        organisations_to_find,
        people_to_find,
        person_entry,
    )

    add_audience(audiences_in_people)
    add_search(Person, name=_("People"), describe=person_entry, records=people_to_find)
    add_search(
        Organisation, name=_("Organisations"), describe=organisation_entry, records=organisations_to_find
    )
