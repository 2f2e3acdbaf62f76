"""What the members have agreed on, for everybody to read; and putting a new wording or rule in force."""

from typing import Any

from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.views.deeds import DeedView
from copronet.community_of_practice.members.actions.activity import set_active_rule
from copronet.community_of_practice.members.actions.joining import set_principles
from copronet.community_of_practice.members.forms.agreed import ActiveRuleForm, SetPrinciplesForm
from copronet.community_of_practice.members.models import ActiveRule, Principles
from copronet.community_of_practice.members.queries import principles_in_force
from copronet.community_of_practice.members.queries.activity import rule_in_force
from copronet.community_of_practice.members.registry import qualifying


class AgreedView(TemplateView):
    """The principles and the rule in force, with those before them."""

    template_name = "members/agreed.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rule, meanings = rule_in_force(timezone.localdate()), qualifying()
        return super().get_context_data(
            principles=principles_in_force(),
            wordings=Principles.objects.order_by("-number"),
            rule=rule,
            counts=[meanings[verb] for verb in rule.verbs if verb in meanings] if rule else [],
            rules=ActiveRule.objects.order_by("-number"),
            **kwargs,
        )


class SetPrinciplesView(DeedView):
    permission = "members.set_rules"
    form_class = SetPrinciplesForm
    title = _("Put a new wording of the principles in force")
    lead = _(
        "What members agreed to before stays what it was. Whoever joins from today agrees to this wording."
    )
    button = _("Put it in force")
    done = _("The new wording is in force.")
    success_url = reverse_lazy("members:agreed")

    def get_form_kwargs(self) -> dict[str, Any]:
        newest = principles_in_force()
        begin_with = {"text_cy": newest.text_cy, "text_en": newest.text_en} if newest else {}
        return super().get_form_kwargs() | {"initial": begin_with}

    def do(self, form: SetPrinciplesForm) -> None:
        said = form.cleaned_data
        set_principles(actor=self.actor, text_cy=said["text_cy"], text_en=said["text_en"], key=form.deed_key)


class SetActiveRuleView(DeedView):
    permission = "members.set_rules"
    form_class = ActiveRuleForm
    title = _("Set when a member counts as active")
    lead = _("The members decide this. What counted under the rule before stays counted.")
    button = _("Put it in force")
    done = _("The new rule is in force.")
    success_url = reverse_lazy("members:agreed")

    def get_form_kwargs(self) -> dict[str, Any]:
        rule = rule_in_force(timezone.localdate())
        begin_with = {"months": rule.months, "verbs": rule.verbs} if rule else {}
        return super().get_form_kwargs() | {"initial": begin_with}

    def do(self, form: ActiveRuleForm) -> None:
        said = form.cleaned_data
        set_active_rule(
            actor=self.actor,
            months=said["months"],
            verbs=said["verbs"],
            decision_cy=said["decision_cy"],
            decision_en=said["decision_en"],
            key=form.deed_key,
        )
