from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link, add_panel
from copronet.common_ground.journal.registry import add_record, add_verb
from copronet.common_ground.letters.registry import add_letter
from copronet.common_ground.people.registry import (
    add_export,
    add_matter,
    add_power,
    when_leaving,
    when_merging,
    when_merging_organisations,
)
from copronet.common_ground.work.registry import add_daily, add_task
from copronet.community_of_practice.members.registry import add_qualifying, add_step

from .choices import GiftKind, GiftState, Method
from .registry import set_card_provider


class ContributionsConfig(AppConfig):
    name = "copronet.community_of_practice.contributions"
    verbose_name = _("Contributions")

    def ready(self) -> None:
        _name_powers()
        _name_deeds()
        _name_letters()
        _keep_histories()
        _run_by_the_clock()
        _hand_out_and_forget()
        _ask_when_joining()
        _show_links()
        _show_panels()
        from .adapters.stripe import configured  # noqa: PLC0415  (settings and models can be read only now)
        from .imports import bring_in_founding  # noqa: PLC0415  (as above)

        set_card_provider(configured())
        post_migrate.connect(bring_in_founding, sender=self)


def _name_powers() -> None:
    add_matter("contributions", _("Fees, gifts and hours"))
    add_power("contributions.keep_books", _("Keep the books: gifts, fees, invoices and the ledger"))
    add_power("contributions.see_books", _("See what the books add up to"))
    add_power("contributions.set_bands", _("Set the sliding scale, time credits and the match"))


def _name_deeds() -> None:
    add_verb("contributions.gift_promised", _("promised a gift"))
    add_verb("contributions.gift_given", _("gave something"))
    add_verb("contributions.gift_confirmed", _("confirmed what somebody gave"))
    add_verb("contributions.gift_declined", _("did not confirm what somebody wrote down"))
    add_verb("contributions.gift_forgiven", _("let a promised gift go"))
    add_verb("contributions.gift_reversed", _("took a gift back out of the books"))
    add_verb("contributions.pledge_reminded", _("asked after a promised gift"))
    add_verb("contributions.fee_reminded", _("asked after a fee"))
    add_verb("contributions.credits_settled", _("settled how time credits work"), public=True)
    add_verb("contributions.credits_spent", _("wrote down time credits that were spent"))
    add_verb("contributions.fee_agreed", _("said what they give for the year"))
    add_verb("contributions.fee_waived", _("asked for no fee this year"))
    add_verb("contributions.band_added", _("added a band to the sliding scale"), public=True)
    add_verb("contributions.band_changed", _("changed a band of the sliding scale"), public=True)
    add_verb("contributions.target_changed", _("changed how much match is promised"), public=True)
    _name_deeds_with_money()


def _name_deeds_with_money() -> None:
    add_verb("contributions.invoice_issued", _("issued an invoice"))
    add_verb("contributions.invoice_cancelled", _("cancelled an invoice"))
    add_verb("contributions.payment_recorded", _("recorded a payment"))
    add_verb("contributions.payment_given_back", _("took a payment back out of the books"))
    add_verb("contributions.part_given_back", _("gave back a part of a payment"))
    add_verb("contributions.credit_used", _("paid from credit"))
    add_verb("contributions.card_payment_begun", _("began to pay by card"))
    add_verb("contributions.card_payment_not_finished", _("noted that a card payment was not finished"))
    add_verb("contributions.statement_read", _("read a bank statement"))
    add_verb("contributions.line_set_aside", _("set a line of a bank statement aside"))
    add_verb("contributions.gift_aid_declared", _("declared that Gift Aid may be claimed"))
    add_verb("contributions.gift_aid_ended", _("ended a Gift Aid declaration"))
    add_verb("contributions.gift_aid_removed", _("removed a Gift Aid declaration that had run out"))
    for verb in ("contributions.gift_given", "contributions.gift_confirmed"):
        add_qualifying(verb, _QUALIFYING[verb])


_QUALIFYING = {
    "contributions.gift_given": _("giving time, things or money"),
    "contributions.gift_confirmed": _("confirming what somebody gave"),
}


def _name_letters() -> None:
    why = _("You get this because it is about what you give to the network and receive from it.")
    add_letter("contributions/letters/gift", title=_("About what you give and receive"), because=why)
    add_letter("contributions/letters/receipt", title=_("Invoices and receipts"), because=why)
    add_letter(
        "contributions/letters/in_the_red",
        title=_("When you have received more time than you gave"),
        because=why,
        can_be_stopped=True,
    )


def _keep_histories() -> None:
    from .models import Band, MatchTarget  # noqa: PLC0415  (models exist only now)

    add_record(Band, edit="contributions.set_bands", address=lambda _band: reverse("contributions:scale"))
    add_record(
        MatchTarget, edit="contributions.set_bands", address=lambda _target: reverse("contributions:match")
    )


def _run_by_the_clock() -> None:
    from .tasks import (  # noqa: PLC0415  (models exist only now)
        expire_checkout,
        forget_gift_aid,
        refund_card,
        refund_part,
        remind_of_fees,
        remind_of_pledges,
    )

    add_task("contributions.remind_of_pledges", remind_of_pledges, title=_("Ask after promised gifts"))
    add_daily("contributions.remind_of_pledges", at="09:30")
    add_task("contributions.remind_of_fees", remind_of_fees, title=_("Ask after fees that are still open"))
    add_daily("contributions.remind_of_fees", at="09:45")
    add_task("contributions.forget_gift_aid", forget_gift_aid, title=_("Remove old Gift Aid declarations"))
    add_daily("contributions.forget_gift_aid", at="03:15")
    add_task("contributions.expire_checkout", expire_checkout, title=_("Close a card payment page"))
    add_task("contributions.refund_card", refund_card, title=_("Give a card payment back"))
    add_task("contributions.refund_part", refund_part, title=_("Give back a part of a card payment"))


def _hand_out_and_forget() -> None:
    from .actions.departing import (  # noqa: PLC0415  (models exist only now)
        forget_words,
        move_what_is_an_organisations,
        move_what_is_theirs,
    )
    from .queries.exported import what_is_held  # noqa: PLC0415  (as above)

    add_export("contributions", what_is_held, words=WORDS, called=CALLED)
    when_leaving(forget_words)
    when_merging(move_what_is_theirs)
    when_merging_organisations(move_what_is_an_organisations)


# What the codes say, and what the parts are called, on the page that shows somebody their data.
WORDS = {"state": GiftState, "kind": GiftKind, "method": Method}
CALLED = {
    "contributions": _("What I give"),
    "received": _("What I have received"),
    "fees": _("Fees"),
    "invoices": _("Invoices"),
    "gift_aid": _("Gift Aid"),
    "balances": _("Amounts out and in, by unit"),
    "what": _("What it is"),
    "minutes": _("Minutes"),
    "pence": _("Pence"),
    "value": _("Value, in pence"),
    "day": _("Day"),
    "word": _("A word about it"),
    "counts_as_match": _("Counts towards the match"),
    "share": _("Share of the fee it covers"),
    "waived": _("Waived"),
    "band": _("Band"),
    "parts": _("Parts"),
    "code": _("Number"),
    "purchase_order": _("Purchase order number"),
    "issued_on": _("Issued on"),
    "due_on": _("To be paid by"),
    "total": _("Total, in pence"),
    "cancelled_on": _("Cancelled on"),
    "payments": _("What has been paid"),
    "method": _("How it came"),
    "amount": _("Amount, in pence"),
    "received_on": _("Came on"),
    "over": _("More than was asked, in pence"),
    "given_back": _("What was given back"),
    "given_on": _("Given back on"),
    "credit": _("Credit, in pence"),
    "reference": _("Reference"),
}


def _ask_when_joining() -> None:
    from .forms.fees import FeeStepForm  # noqa: PLC0415  (models exist only now)
    from .queries import fee_as_told, fee_of  # noqa: PLC0415  (as above)

    add_step(
        "fee",
        title=_("What you give"),
        lead=_("Choose what suits you: money, time, something else, a mix of them, or nothing this year."),
        order=60,
        form=FeeStepForm,
        is_done=lambda membership: fee_of(membership.party) is not None,
        before="contributions/scale_text.html",
        told=lambda membership, _reader: fee_as_told(membership.party),
    )


def _show_panels() -> None:
    from .panels import on_my_page, on_the_page_of, on_the_workbench  # noqa: PLC0415  (models exist only now)

    add_panel("organisation", on_the_page_of, order=40)
    add_panel("person", on_the_page_of, order=40)
    add_panel("my_page", on_my_page, order=20)
    add_panel("workbench", on_the_workbench, order=20)


def _is_signed_in(request: HttpRequest) -> bool:
    return request.user.is_authenticated


def _sees_the_books(request: HttpRequest) -> bool:
    return request.user.has_perm("contributions.see_books")


def _show_links() -> None:
    add_link("main", _("What members give"), "contributions:match", order=38)
    add_link("account", _("What I give"), "contributions:mine", order=16, shown=_is_signed_in)
    add_link("account", _("The books"), "contributions:books", order=11, shown=_sees_the_books)
