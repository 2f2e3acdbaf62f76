from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "plan"

urlpatterns = [
    path(_("plan/"), views.PlanView.as_view(), name="plan"),
    path(_("plan/activities/<str:code>/"), views.ActivityView.as_view(), name="activity"),
    path(_("plan/what-we-want-to-change/"), views.ChangeView.as_view(), name="change"),
    path(_("plan/outcomes/<str:code>/"), views.OutcomeView.as_view(), name="outcome"),
    path(_("plan/indicators/<str:code>/"), views.IndicatorView.as_view(), name="indicator"),
    path(_("plan/budget/"), views.BudgetView.as_view(), name="budget"),
    path(_("plan/edit/<slug:kind>/<str:code>/"), views.EditView.as_view(), name="edit"),
]
