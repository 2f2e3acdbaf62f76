"""The books, for those who keep them and those who may see what they add up to."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView, TemplateView

from copronet.common_ground.journal.views.deeds import ButtonView, DeedView, Guarded
from copronet.common_ground.people.models import Organisation, Person
from copronet.community_of_practice.contributions.actions.credits import settle_time_credits, spend_credits
from copronet.community_of_practice.contributions.actions.fees import waive_fee
from copronet.community_of_practice.contributions.actions.gifts import promise_gift, record_gift
from copronet.community_of_practice.contributions.exports import (
    FORMATS,
    invoices_as_rows,
    ledger_as_rows,
    respond,
)
from copronet.community_of_practice.contributions.forms.gifts import (
    GiftOnPaperForm,
    SpendForm,
    TimeCreditsForm,
)
from copronet.community_of_practice.contributions.forms.money import LedgerForm
from copronet.community_of_practice.contributions.measures import given_in_all
from copronet.community_of_practice.contributions.models import Fee, Party, TimeCredits
from copronet.community_of_practice.contributions.queries import (
    faults_in_the_books,
    fees_to_invoice,
    invoices,
    ledger,
    members_in_credit,
    network_totals,
    open_invoices,
    time_credits,
    waiting_for_the_network,
    waiting_lines,
)

from .own import statement

A_PAGE = 50


class BooksView(Guarded, TemplateView):
    """What the books add up to, whether they balance, and for those who keep them what waits."""

    template_name = "contributions/books.html"
    permission = "contributions.see_books"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        keeps = self.me.has_perm("contributions.keep_books")
        waiting = {
            "gifts": waiting_for_the_network().count(),
            "fees": fees_to_invoice().count(),
            "invoices": open_invoices().count(),
            "in_credit": len(members_in_credit()),
            "lines": waiting_lines().count(),
        }
        return super().get_context_data(
            totals=network_totals(),
            given=given_in_all(),
            # Reads everything, so it is done when it is asked for.
            is_checked=self.request.GET.get("check") == "1",
            faults=faults_in_the_books() if self.request.GET.get("check") == "1" else [],
            keeps=keeps,
            waiting=waiting if keeps else None,
            credits=time_credits(),
            **kwargs,
        )


class OfLedger(Guarded):
    """The ledger, or what was asked of it."""

    permission = "contributions.keep_books"

    @cached_property
    def filter(self) -> LedgerForm:
        return LedgerForm(self.request.GET)

    def get_queryset(self) -> Any:
        return ledger(**self.filter.cleaned_data) if self.filter.is_valid() else ledger().none()


class LedgerView(OfLedger, ListView):
    template_name = "contributions/ledger.html"
    paginate_by = A_PAGE
    context_object_name = "movements"

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        """Counts its way to the page by numbers alone; accounts and names are read for the page's own rows."""
        paginator, page, numbers, has_others = super().paginate_queryset(
            queryset.values_list("pk", flat=True), page_size
        )
        page.object_list = list(ledger().filter(pk__in=list(numbers)))
        return paginator, page, page.object_list, has_others

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(filter=self.filter, formats=FORMATS, **kwargs)


class LedgerFileView(OfLedger):
    """The same rows as a file."""

    def get(self, _request: HttpRequest, *_args: Any, **kwargs: Any) -> HttpResponseBase:
        return respond(kwargs["form"], str(_("ledger")), *ledger_as_rows(self.get_queryset()))


class InvoicesFileView(Guarded):
    permission = "contributions.keep_books"

    def get(self, _request: HttpRequest, *_args: Any, **kwargs: Any) -> HttpResponseBase:
        return respond(kwargs["form"], str(_("invoices")), *invoices_as_rows(invoices()))


class WaitingView(Guarded, ListView):
    """Gifts that the network has still to confirm, and promises; the oldest first."""

    template_name = "contributions/waiting.html"
    permission = "contributions.keep_books"
    paginate_by = A_PAGE
    context_object_name = "gifts"

    def get_queryset(self) -> Any:
        return waiting_for_the_network()


class RecordGiftView(DeedView):
    """What somebody gave who told us by phone or on paper."""

    template_name = "contributions/give.html"
    permission = "contributions.keep_books"
    form_class = GiftOnPaperForm
    success_url = reverse_lazy("contributions:waiting")
    done = _("It is written down.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"reader": self.me}

    def do(self, form: GiftOnPaperForm) -> None:
        deed = record_gift if form.cleaned_data["done"] == "given" else promise_gift
        deed(actor=self.actor, giver=form.cleaned_data["giver"], key=form.deed_key, **form.said)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(on_paper=True, **kwargs)


class SpendView(DeedView):
    permission = "contributions.keep_books"
    form_class = SpendForm
    success_url = reverse_lazy("contributions:books")
    title = _("Write down time credits that were spent")
    lead = _("Somebody received something of the network's, and it counts against the hours they gave.")
    button = _("Write it down")
    done = _("It is written down.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"reader": self.me}

    def do(self, form: SpendForm) -> None:
        said = form.cleaned_data
        spend_credits(
            actor=self.actor, party=said["party"], minutes=said["minutes"], day=said["day"], key=form.deed_key
        )


class TimeCreditsView(DeedView):
    """What holds, what held before, and settling it anew from a day on."""

    template_name = "contributions/time_credits.html"
    permission = "contributions.set_bands"
    form_class = TimeCreditsForm
    success_url = reverse_lazy("contributions:time_credits")
    done = _("It is settled.")

    def get_initial(self) -> dict[str, Any]:
        now = time_credits()
        if now is None:
            return {"can_be_spent": "no", "letter_at": 300, "limit": 600}
        return {
            "can_be_spent": "yes" if now.can_be_spent else "no",
            "letter_at": now.letter_at,
            "limit": now.limit,
        }

    def do(self, form: TimeCreditsForm) -> None:
        said = {name: form.cleaned_data[name] for name in ("can_be_spent", "letter_at", "limit", "begins")}
        settle_time_credits(actor=self.actor, key=form.deed_key, **said)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        settled = TimeCredits.objects.order_by("-begins", "-pk")
        return super().get_context_data(now=time_credits(), settled=settled, **kwargs)


class OfAnybody(Guarded):
    """A page of the books about one person or one organisation."""

    permission = "contributions.keep_books"

    @cached_property
    def party(self) -> Party:
        sides: dict[str, QuerySet[Any]] = {
            "person": Person.objects.all(),
            "organisation": Organisation.objects.all(),
        }
        if self.kwargs["side"] not in sides:
            raise Http404
        found: Party = get_object_or_404(sides[self.kwargs["side"]], pk=self.kwargs["pk"])
        return found


class StatementOfView(OfAnybody, TemplateView):
    """The statement of anybody, to print and to post."""

    template_name = "contributions/statement.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**statement(self.party, self.request.GET.get("year", "")), **kwargs)


class FeesView(Guarded, ListView):
    """Fees with a part in money for which nobody has been invoiced."""

    template_name = "contributions/fees.html"
    permission = "contributions.keep_books"
    paginate_by = A_PAGE
    context_object_name = "fees"

    def get_queryset(self) -> Any:
        return fees_to_invoice().select_related("band", "person", "organisation").prefetch_related("parts")


class WaiveView(ButtonView):
    """Staff let a fee be, as a member told them; no reason is asked or kept."""

    permission = "contributions.keep_books"
    done = _("Nothing is asked for that year.")

    @cached_property
    def fee(self) -> Fee:
        return get_object_or_404(Fee.objects.select_related("person", "organisation"), pk=self.kwargs["pk"])

    def do(self) -> None:
        waive_fee(actor=self.actor, party=self.fee.party, begins=self.fee.begins)

    def get_success_url(self) -> str:
        return reverse("contributions:fees")
