from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import gettext_lazy as _

from . import views


class CodeConverter(StringConverter):
    """The code of a part of a plan; anything else is no address."""

    regex = "[A-Za-z0-9.-]{1,40}"


register_converter(CodeConverter, "plan_code")

app_name = "plan"

urlpatterns = [
    path(_("plan/"), views.PlanView.as_view(), name="plan"),
    path(_("plan/activities/<plan_code:code>/"), views.ActivityView.as_view(), name="activity"),
    path(_("plan/what-we-want-to-change/"), views.ChangeView.as_view(), name="change"),
    path(_("plan/outcomes/<plan_code:code>/"), views.OutcomeView.as_view(), name="outcome"),
    path(_("plan/indicators/<plan_code:code>/"), views.IndicatorView.as_view(), name="indicator"),
    path(_("plan/budget/"), views.BudgetView.as_view(), name="budget"),
    path(_("plan/edit/<slug:kind>/<plan_code:code>/"), views.EditView.as_view(), name="edit"),
]
