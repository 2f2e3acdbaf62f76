"""What staff do with people's records: find, add, change, and the hard days of a record's life."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView, TemplateView

from copronet.common_ground.journal.actions import Overtaken
from copronet.common_ground.journal.views.deeds import AddView, ButtonView, DeedView, Guarded
from copronet.common_ground.people.actions.consents import (
    answer_consent,
    end_guardian,
    publish_wording,
    record_guardian,
)
from copronet.common_ground.people.actions.persons import add_person, change_details
from copronet.common_ground.people.actions.support import end_support, record_support
from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.forms.persons import NewRecordForm, RecordFilterForm, RecordForm
from copronet.common_ground.people.forms.records import (
    AnswerForm,
    GuardianForm,
    WordingForm,
)
from copronet.common_ground.people.forms.support import RecordSupportForm
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import (
    access_needs_of,
    answers_of,
    is_under_18,
    reason_not_to_take_part,
    records_in_order,
    representations_of,
    supports_of,
    wordings_today,
)

from .listing import A_PAGE


class RecordsView(Guarded, ListView):
    template_name = "people/records.html"
    permission = "people.look_after"
    paginate_by = A_PAGE
    context_object_name = "people"

    def get_queryset(self) -> QuerySet[Person]:
        self.filter = RecordFilterForm({"standing": Standing.HERE} | self.request.GET.dict())
        chosen = self.filter.cleaned_data if self.filter.is_valid() else {}
        return records_in_order(words=chosen.get("words", ""), standing=chosen.get("standing", Standing.HERE))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(filter=self.filter, **kwargs)


class OneRecord(Guarded):
    permission = "people.look_after"

    @cached_property
    def person(self) -> Person:
        return get_object_or_404(Person.objects.select_related("area"), pk=self.kwargs["pk"])

    def subject(self) -> Person:
        return self.person

    def get_success_url(self) -> str:
        return reverse("people:record", args=[self.person.pk])


class RecordView(OneRecord, TemplateView):
    template_name = "people/record.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person, reader = self.person, self.me
        return super().get_context_data(
            person=person,
            is_here=person.standing == Standing.HERE,
            may_come_back=person.standing == Standing.LEFT and person.forgotten_at is None,
            access_needs=access_needs_of(person),
            answers=answers_of(person),
            supports=supports_of(person),
            representations=representations_of(person),
            under_18=is_under_18(person),
            guardian=person.guardian_consents.filter(ends__isnull=True).first(),
            refusal=reason_not_to_take_part(person),
            checks=person.identity_checks.select_related("checked_by").order_by("-id"),
            may_do_all=reader.has_perm("people.change_address", person) and person != reader,
            **kwargs,
        )


class AddRecordView(AddView):
    permission = "people.look_after"
    kind = Person
    form_class = NewRecordForm
    leads_to = "people:record"
    success_url = reverse_lazy("people:records")
    title = _("Add a person")
    lead = _("For somebody who joins on paper, by phone or at a meeting. An e-mail address is not needed.")
    button = _("Add this person")
    done = _("The record is made.")

    def do(self, form: NewRecordForm) -> None:
        self.made = add_person(
            actor=self.actor,
            person=form.instance,
            capacities=form.cleaned_data["capacities"],
            key=form.deed_key,
        )


class ChangeRecordView(OneRecord, DeedView):
    template_name = "people/change_record.html"
    form_class = RecordForm
    title = _("Change a record")
    button = _("Save")
    done = _("Saved.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.person}

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except Overtaken:
            form.show_conflict()
            return self.form_invalid(form)

    def do(self, form: RecordForm) -> None:
        change_details(
            actor=self.actor,
            person=form.instance,
            capacities=form.cleaned_data["capacities"],
            based_on=form.cleaned_data["based_on"],
        )


class RecordDeedView(OneRecord, DeedView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(about=self.person, **kwargs)


class GuardianView(RecordDeedView):
    form_class = GuardianForm
    title = _("A parent or guardian agrees")
    lead = _("Write down who agrees that this person, who is under 18, takes part.")
    button = _("Write it down")
    done = _("It is written down.")

    def do(self, form: GuardianForm) -> None:
        record_guardian(actor=self.actor, person=self.person, **form.cleaned_data)


class EndGuardianView(OneRecord, ButtonView):
    done = _("The agreement has ended.")

    def do(self) -> None:
        end_guardian(actor=self.actor, person=self.person)


class RecordSupportView(RecordDeedView):
    form_class = RecordSupportForm
    title = _("Somebody acts for this person")
    lead = _("Write down what both have agreed on paper, by phone or in person. Both are told.")
    button = _("Write it down")
    done = _("It is written down, and both are told.")

    def do(self, form: RecordSupportForm) -> None:
        record_support(actor=self.actor, supported=self.person, **form.cleaned_data)


class EndRecordedSupportView(OneRecord, ButtonView):
    done = _("This has ended.")

    def do(self) -> None:
        support = supports_of(self.person).filter(pk=self.kwargs["support"]).first()
        if support is None:
            raise Http404
        end_support(actor=self.actor, support=support)


class RecordAnswersView(RecordDeedView):
    form_class = AnswerForm
    title = _("Answers given away from the site")
    lead = _("Read the wording to the person, or hand it to them. Write down only what they said themselves.")
    button = _("Write it down")
    done = _("It is written down.")

    @transaction.atomic
    def do(self, form: AnswerForm) -> None:
        for wording in form.wordings:
            said = form.cleaned_data[wording.code]
            if said:
                answer_consent(
                    actor=self.actor,
                    person=self.person,
                    wording=wording,
                    agrees=said == "yes",
                    given=form.cleaned_data["given"],
                )


class WordingsView(DeedView):
    """What people are asked to agree to, and putting a new wording in force."""

    permission = "people.look_after"
    template_name = "people/wordings.html"
    form_class = WordingForm
    title = _("What people are asked to agree to")
    button = _("Put this wording in force")

    def do(self, form: WordingForm) -> None:
        said = {name: form.cleaned_data[name] for name in ("code", "text_cy", "text_en")}
        publish_wording(actor=self.actor, key=form.deed_key, **said)
        messages.success(self.request, _("The new wording is in force from today."))

    def get_success_url(self) -> str:
        return reverse("people:wordings")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(wordings=wordings_today(), **kwargs)
