from django.urls import path
from django.utils.translation import gettext_lazy as _

from .views import open_referral, questions, services

app_name = "signposting"

# Outside the languages as well: the address that other directories are given. It answers in Welsh or English
# as the request's Accept-Language says.
machines = [
    path("open-referral/", open_referral.OpenReferralView.as_view(), name="open_referral"),
    path(
        "open-referral/services",
        open_referral.OpenReferralServicesView.as_view(),
        name="open_referral_services",
    ),
    path(
        "open-referral/taxonomies",
        open_referral.OpenReferralTaxonomiesView.as_view(),
        name="open_referral_taxonomies",
    ),
    path(
        "open-referral/taxonomy_terms",
        open_referral.OpenReferralTermsView.as_view(),
        name="open_referral_terms",
    ),
    path(
        "open-referral/services/<str:uuid>",
        open_referral.OpenReferralServiceView.as_view(),
        name="open_referral_service",
    ),
]

urlpatterns = [
    path(_("where-can-i-turn/"), services.TurnView.as_view(), name="turn"),
    path(_("services/<int:pk>/"), services.ServiceView.as_view(), name="service"),
    path(_("services/add/"), services.AddServiceView.as_view(), name="add"),
    path(_("services/<int:pk>/change/"), services.ChangeServiceView.as_view(), name="change"),
    path(_("services/<int:pk>/still-right/"), services.ConfirmServiceView.as_view(), name="confirm"),
    path(_("services/feeds/"), services.FeedsView.as_view(), name="feeds"),
    path(_("services/feeds/add/"), services.AddFeedView.as_view(), name="add_feed"),
    path(_("services/feeds/<int:pk>/change/"), services.ChangeFeedView.as_view(), name="change_feed"),
    path(_("services/feeds/<int:pk>/read/"), services.ReadFeedView.as_view(), name="read_feed"),
    path(_("where-can-i-turn/ask/"), questions.AskView.as_view(), name="ask"),
    path(_("where-can-i-turn/did-it-help/<str:token>/"), questions.HelpedView.as_view(), name="helped"),
    path(_("where-can-i-turn/questions/"), questions.QuestionsView.as_view(), name="questions"),
    path(_("where-can-i-turn/questions/<int:pk>/"), questions.QuestionView.as_view(), name="question"),
]
