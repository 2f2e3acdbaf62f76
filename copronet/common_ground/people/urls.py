from collections.abc import Callable, Iterator
from typing import Any

from allauth.urls import build_provider_urlpatterns
from allauth.urls import urlpatterns as allauth_addresses
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext_lazy as _

from .views import (
    breaches,
    data,
    hard_days,
    kinds,
    likenesses,
    listing,
    offices,
    organisations,
    own,
    records,
    support,
)

app_name = "people"

urlpatterns = [
    path(_("people/"), listing.PeopleView.as_view(), name="people"),
    path(_("people/<int:pk>/"), listing.PersonView.as_view(), name="person"),
    path(_("organisations/"), organisations.OrganisationsView.as_view(), name="organisations"),
    path(_("organisations/add/"), organisations.AddOrganisationView.as_view(), name="add_organisation"),
    path(_("organisations/kinds/"), kinds.KindsView.as_view(), name="kinds"),
    path(_("organisations/kinds/add/"), kinds.AddKindView.as_view(), name="add_kind"),
    path(_("organisations/kinds/<slug:code>/"), kinds.ChangeKindView.as_view(), name="change_kind"),
    path(_("organisations/sectors/add/"), kinds.AddSectorView.as_view(), name="add_sector"),
    path(_("organisations/sectors/<slug:code>/"), kinds.ChangeSectorView.as_view(), name="change_sector"),
    path(_("organisations/kept-twice/"), likenesses.LikelyPairsView.as_view(), name="likely_pairs"),
    path(
        _("organisations/<int:pk>/not/<int:other>/"),
        likenesses.NotDuplicateView.as_view(),
        name="not_duplicate",
    ),
    path(
        _("organisations/<int:pk>/merge/"),
        likenesses.ChooseOtherOrganisationView.as_view(),
        name="choose_other_organisation",
    ),
    path(
        _("organisations/<int:pk>/merge/<int:other>/"),
        likenesses.MergeOrganisationsView.as_view(),
        name="merge_organisations",
    ),
    path(_("organisations/<int:pk>/"), organisations.OrganisationView.as_view(), name="organisation"),
    path(
        _("organisations/<int:pk>/change/"),
        organisations.ChangeOrganisationView.as_view(),
        name="change_organisation",
    ),
    path(
        _("organisations/<int:pk>/people/"),
        organisations.RepresentativesView.as_view(),
        name="representatives",
    ),
    path(
        _("organisations/people/<int:pk>/agree/"),
        organisations.AgreeToRepresentView.as_view(),
        name="agree_to_represent",
    ),
    path(_("organisations/<int:pk>/offer/"), organisations.OfferView.as_view(), name="offer_to_represent"),
    path(
        _("organisations/people/<int:pk>/accept/"),
        organisations.AcceptOfferView.as_view(),
        name="accept_offer",
    ),
    path(
        _("organisations/people/<int:pk>/end/"),
        organisations.EndRepresentationView.as_view(),
        name="end_representation",
    ),
    path(
        _("organisations/people/<int:pk>/answer/"),
        organisations.MakeAnswerView.as_view(),
        name="make_answer",
    ),
    path(
        _("organisations/people/<int:pk>/take-on/"),
        organisations.TakeOnAnsweringView.as_view(),
        name="take_on_answering",
    ),
    path(_("who-does-what/"), offices.WhoDoesWhatView.as_view(), name="who_does_what"),
    path(_("who-does-what/power/"), offices.GivePowerView.as_view(), name="give_power"),
    path(_("who-does-what/<slug:office>/give/"), offices.GiveOfficeView.as_view(), name="give_office"),
    path(_("who-does-what/holding/<int:pk>/end/"), offices.EndHoldingView.as_view(), name="end_holding"),
    path(_("who-does-what/power/<int:pk>/end/"), offices.EndGrantView.as_view(), name="end_grant"),
    path(_("who-does-what/holding/<int:pk>/lay-down/"), offices.ResignView.as_view(), name="resign"),
    path(_("my-details/"), own.MyDetailsView.as_view(), name="my_details"),
    path(_("my-details/consents/"), own.ConsentsView.as_view(), name="consents"),
    path(_("my-details/consents/<int:pk>/"), own.AnswerView.as_view(), name="answer"),
    path(_("my-details/acting/"), own.ActingView.as_view(), name="acting"),
    path(_("my-details/acting/choose/"), own.ActForView.as_view(), name="act_for"),
    path(_("my-details/support/"), support.SupportView.as_view(), name="support"),
    path(_("my-details/support/<int:pk>/agree/"), support.AgreeSupportView.as_view(), name="agree_support"),
    path(_("my-details/support/<int:pk>/end/"), support.EndSupportView.as_view(), name="end_support"),
    path(_("my-data/"), data.MyDataView.as_view(), name="my_data"),
    path(_("my-data/read/"), data.ReadView.as_view(), name="read_data"),
    path(_("my-data/download/"), data.DownloadView.as_view(), name="download_data"),
    path(_("my-data/leave/"), data.LeaveView.as_view(), name="leave"),
    path(_("records/"), records.RecordsView.as_view(), name="records"),
    path(_("records/add/"), records.AddRecordView.as_view(), name="add_record"),
    path(_("records/wordings/"), records.WordingsView.as_view(), name="wordings"),
    path(_("records/<int:pk>/"), records.RecordView.as_view(), name="record"),
    path(_("records/<int:pk>/change/"), records.ChangeRecordView.as_view(), name="change_record"),
    path(_("records/<int:pk>/address/"), hard_days.ChangeAddressView.as_view(), name="change_address"),
    path(_("records/<int:pk>/died/"), hard_days.DeathView.as_view(), name="record_death"),
    path(_("records/<int:pk>/leaves/"), hard_days.RecordLeavingView.as_view(), name="record_leaving"),
    path(_("records/<int:pk>/back/"), hard_days.ComeBackView.as_view(), name="come_back"),
    path(_("records/<int:pk>/guardian/"), records.GuardianView.as_view(), name="guardian"),
    path(_("records/<int:pk>/guardian/end/"), records.EndGuardianView.as_view(), name="end_guardian"),
    path(_("records/<int:pk>/support/"), records.RecordSupportView.as_view(), name="record_support"),
    path(
        _("records/<int:pk>/support/<int:support>/end/"),
        records.EndRecordedSupportView.as_view(),
        name="end_recorded_support",
    ),
    path(_("records/<int:pk>/answers/"), records.RecordAnswersView.as_view(), name="record_answers"),
    path(_("records/<int:pk>/merge/"), hard_days.ChooseOtherView.as_view(), name="choose_other"),
    path(_("records/<int:pk>/merge/<int:other>/"), hard_days.MergeView.as_view(), name="merge"),
    path(_("data-breaches/"), breaches.BreachesView.as_view(), name="breaches"),
    path(_("data-breaches/open/"), breaches.OpenBreachView.as_view(), name="open_breach"),
    path(_("data-breaches/<int:pk>/"), breaches.BreachView.as_view(), name="breach"),
    path(_("data-breaches/<int:pk>/change/"), breaches.ChangeBreachView.as_view(), name="change_breach"),
    path(_("data-breaches/<int:pk>/close/"), breaches.CloseBreachView.as_view(), name="close_breach"),
]

# allauth's pages, at addresses that are words of the reader's language.
SIGN_IN = {
    "account_login": _("login/"),
    "account_request_login_code": _("login/code/"),
    "account_confirm_login_code": _("login/code/confirm/"),
    "account_logout": _("logout/"),
    "account_inactive": _("inactive/"),
    "account_signup": _("signup/"),
    "account_reauthenticate": _("reauthenticate/"),
    "account_email": _("email/"),
    "account_email_verification_sent": _("confirm-email/"),
    "account_change_password": _("password/change/"),
    "account_set_password": _("password/set/"),
    "account_reset_password": _("password/reset/"),
    "account_confirm_password_reset_code": _("password/reset/confirm/"),
    "account_complete_password_reset": _("password/reset/complete/"),
    "account_password_reset_completed": _("password/reset/done/"),
    "mfa_index": _("2fa/"),
    "mfa_authenticate": _("2fa/authenticate/"),
    "mfa_reauthenticate": _("2fa/reauthenticate/"),
    "mfa_activate_totp": _("2fa/totp/activate/"),
    "mfa_deactivate_totp": _("2fa/totp/deactivate/"),
    "mfa_view_recovery_codes": _("2fa/recovery-codes/"),
    "mfa_generate_recovery_codes": _("2fa/recovery-codes/generate/"),
    "mfa_download_recovery_codes": _("2fa/recovery-codes/download/"),
    "mfa_list_webauthn": _("2fa/webauthn/"),
    "mfa_add_webauthn": _("2fa/webauthn/add/"),
    "mfa_reauthenticate_webauthn": _("2fa/webauthn/reauthenticate/"),
    "mfa_login_webauthn": _("2fa/webauthn/login/"),
    "mfa_edit_webauthn": _("2fa/webauthn/keys/<int:pk>/edit/"),
    "mfa_remove_webauthn": _("2fa/webauthn/keys/<int:pk>/remove/"),
    "usersessions_list": _("sessions/"),
    "socialaccount_connections": _("3rdparty/"),
    "socialaccount_signup": _("3rdparty/signup/"),
    "socialaccount_login_cancelled": _("3rdparty/login/cancelled/"),
    "socialaccount_login_error": _("3rdparty/login/error/"),
}


def _views(patterns: list[Any]) -> Iterator[tuple[str, Callable[..., Any]]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _views(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name, pattern.callback


VIEWS = dict(_views(allauth_addresses))
# The addresses of providers stay as they are registered with them.
sign_in: list[URLPattern | URLResolver] = [
    *(path(address, VIEWS[name], name=name) for name, address in SIGN_IN.items()),
    *build_provider_urlpatterns(),
]
