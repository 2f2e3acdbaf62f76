"""What I give and receive, my statement, my fee, Gift Aid: for myself or for whom I act."""

from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.views.deeds import ButtonView, DeedView, Guarded
from copronet.common_ground.people.models import Person
from copronet.community_of_practice.contributions.actions.gifts import promise_gift, record_gift
from copronet.community_of_practice.contributions.actions.money import declare_gift_aid, end_gift_aid
from copronet.community_of_practice.contributions.choices import GiftState, Unit
from copronet.community_of_practice.contributions.forms.fees import FeeForm
from copronet.community_of_practice.contributions.forms.gifts import FOR_ANOTHER, GiftForm
from copronet.community_of_practice.contributions.forms.money import GiftAidForm
from copronet.community_of_practice.contributions.models import Party
from copronet.community_of_practice.contributions.queries import (
    balances_of,
    credit_of,
    credits_can_be_spent,
    declaration_of,
    fee_of,
    first_day_of,
    given_by,
    invoices,
    of_party,
    party_of,
    received_by,
    standing_of,
    statement_of,
    totals_of,
)

SHOWN = 20  # gifts on a page that shows the latest ones


class OfParty(Guarded):
    """A page about whoever I act for at the moment."""

    @cached_property
    def party(self) -> Party:
        party = party_of(self.actor)
        if party is None:
            raise Http404
        return party

    @property
    def about(self) -> dict[str, Any]:
        """What every page of these says: whose it is, and whether that is somebody else."""
        return {
            "party": self.party,
            "is_person": isinstance(self.party, Person),
            "for_another": self.party != self.me,
        }


class MineView(OfParty, TemplateView):
    """Everything in one place: what waits for me, what I gave, what I received."""

    template_name = "contributions/mine.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        given, received = given_by(self.party), received_by(self.party)
        fee = fee_of(self.party)
        return super().get_context_data(
            **self.about,
            balances=balances_of(self.party),
            can_be_spent=credits_can_be_spent(),
            to_confirm=received.filter(state=GiftState.GIVEN),
            promised=given.filter(state=GiftState.PLEDGED),
            given=given.exclude(state=GiftState.PLEDGED)[:SHOWN],
            received=received.exclude(state=GiftState.GIVEN)[:SHOWN],
            standing=standing_of(fee) if fee else None,
            credit=credit_of(self.party),
            invoices=invoices().filter(of_party(self.party))[:5],
            **kwargs,
        )


class GiveView(OfParty, DeedView):
    template_name = "contributions/give.html"
    form_class = GiftForm
    success_url = reverse_lazy("contributions:mine")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"giver": self.party, "reader": self.me}

    def get_initial(self) -> dict[str, Any]:
        """From somebody's page one comes here with whom it is for."""
        receiver = self.request.GET.get("for", "")
        return {"whom": FOR_ANOTHER, "receiver": receiver} if receiver else {}

    def do(self, form: GiftForm) -> None:
        is_given = form.cleaned_data["done"] == "given"
        deed = record_gift if is_given else promise_gift
        self.done = (
            _("Thank you. It is written down.") if is_given else _("Thank you. Your promise is written down.")
        )
        deed(actor=self.actor, giver=self.party, key=form.deed_key, **form.said)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**self.about, **kwargs)


def statement(party: Party, asked: str) -> dict[str, Any]:
    """What a statement shows: one calendar year, the present one unless another is asked for."""
    today = timezone.localdate()
    first = first_day_of(party) or today
    years = list(range(first.year, today.year + 1))
    year = next((each for each in years if str(each) == asked), today.year)
    lines = statement_of(party, begins=date(year, 1, 1), ends=date(year + 1, 1, 1))
    return {
        "party": party,
        "year": year,
        "years": years,
        "lines": lines,
        "totals": totals_of(lines),
        "in_hand": balances_of(party)[Unit.MINUTES].in_hand,
        "can_be_spent": credits_can_be_spent(),
        "today": today,
    }


class StatementView(OfParty, TemplateView):
    template_name = "contributions/statement.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        said = self.about | statement(self.party, self.request.GET.get("year", ""))
        return super().get_context_data(**said, is_own=True, **kwargs)


class FeeView(OfParty, DeedView):
    """Choose what I give for the year, and see where it stands."""

    template_name = "contributions/fee.html"
    form_class = FeeForm
    success_url = reverse_lazy("contributions:fee")
    done = _("Thank you. What you give this year is written down.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"party": self.party}

    def do(self, form: FeeForm) -> None:
        form.take(self.actor)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        fee = fee_of(self.party)
        standing = standing_of(fee) if fee else None
        return super().get_context_data(
            **self.about,
            fee=fee,
            standing=standing,
            invoices=invoices().filter(lines__fee=fee) if fee else [],
            **kwargs,
        )


class GiftAidView(OfParty, DeedView):
    """A person, and nobody for them, declares that they pay tax."""

    template_name = "contributions/gift_aid.html"
    form_class = GiftAidForm
    success_url = reverse_lazy("contributions:gift_aid")
    done = _("Thank you. Your declaration is written down.")

    def get_initial(self) -> dict[str, Any]:
        return {"name": self.me.name, "address": self.me.postal_address}

    def do(self, form: GiftAidForm) -> None:
        said = form.cleaned_data
        declare_gift_aid(
            actor=self.actor, person=self.me, name=said["name"], address=said["address"], key=form.deed_key
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        declared = declaration_of(self.me, timezone.localdate())
        return super().get_context_data(**self.about, declared=declared, **kwargs)


class EndGiftAidView(ButtonView):
    done = _("Gift Aid will no longer be claimed.")

    def do(self) -> None:
        end_gift_aid(actor=self.actor, person=self.me)

    def get_success_url(self) -> str:
        return reverse("contributions:gift_aid")
