from django.conf import settings
from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "front"

# For machines; outside /cy/ and /en/.
machines = [
    path("healthz", views.alive, name="alive"),
    path("readyz", views.ready, name="ready"),
    path("favicon.ico", views.icon, name="icon"),
]

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path(_("search/"), views.SearchView.as_view(), name="search"),
    path(_("search/suggestions/"), views.SuggestionsView.as_view(), name="suggestions"),
    path(_("a-to-z/"), views.AToZView.as_view(), name="a_to_z"),
    path(_("my-page/"), views.MyPageView.as_view(), name="my_page"),
    path(
        _("lost-access/"),
        views.LostAccessView.as_view(),
        name="lost_access",
    ),
]

if settings.DEMONSTRATION:
    urlpatterns += [path(_("step-in/"), views.StepInView.as_view(), name="step_in")]
