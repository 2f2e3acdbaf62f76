"""Whoever holds an office or a power gives a second factor before anything else; others may."""

from datetime import date, timedelta
from time import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.http import HttpResponse
from django.urls import resolve, reverse
from django.utils import timezone

from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.middleware import SecondFactor, gave_second_factor
from copronet.common_ground.people.queries import holds
from tests.factories import GrantFactory, HoldingFactory, PersonFactory, RepresentationFactory, person_with
from tests.permissions.roles import sign_in as sign_in_with_everything_asked

pytestmark = [pytest.mark.django_db, pytest.mark.second_factor]
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def officer():
    person = HoldingFactory(person__language="en").person
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def with_app(person):
    """The person's secret, after an app was set up for them."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(person, secret)
    return secret


def code_of(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, int(time()) // 30))


def test_an_officer_without_a_second_factor_is_sent_to_set_one_up(client, officer):
    client.force_login(officer, BACKEND)

    assert client.get("/en/").url == "/en/account/2fa/"
    assert client.post("/en/account/email/", {"email": "new@enghraifft.example"}).url == "/en/account/2fa/"
    assert "You hold an office or a power" in client.get("/en/account/2fa/").text


def test_an_officer_who_has_one_is_asked_for_it_and_then_taken_where_they_were_going(client, officer):
    secret = with_app(officer)
    client.force_login(officer, BACKEND)

    asked = client.get("/en/account/email/?a=b")
    answer = client.post(asked.url, {"code": code_of(secret)})

    assert asked.url == "/en/account/2fa/reauthenticate/?next=%2Fen%2Faccount%2Femail%2F%3Fa%3Db"
    assert answer.url == "/en/account/email/?a=b"
    assert client.get(answer.url).status_code == 200


def test_a_deed_is_not_done_before_the_second_factor(client, officer):
    with_app(officer)
    client.force_login(officer, BACKEND)

    answer = client.post("/en/account/email/", {"email": "new@enghraifft.example", "action_add": "1"})

    assert answer.url == "/en/account/2fa/reauthenticate/"


@pytest.mark.parametrize("name", ["account_logout", "mfa_add_webauthn", "front:lost_access", "alive"])
def test_the_way_out_and_the_way_to_a_second_factor_stay_open(client, officer, name):
    client.force_login(officer, BACKEND)

    assert client.get(reverse(name)).status_code == 200


def test_the_language_can_be_changed_before_the_second_factor(client, officer):
    client.force_login(officer, BACKEND)

    assert client.get("/cy/").url == "/cy/cyfrif/ail-brawf/"


def test_somebody_without_office_or_power_is_not_asked(client):
    client.force_login(PersonFactory(), BACKEND)

    assert client.get("/en/").status_code == 200


@pytest.mark.parametrize(
    ("begins", "ends", "answer"),
    [
        (date(2026, 1, 1), timedelta(days=0), 200),
        (timedelta(days=1), None, 200),
        (timedelta(days=0), None, 302),
        (date(2026, 1, 1), timedelta(days=1), 302),
    ],
)
def test_only_an_office_held_today_counts(client, begins, ends, answer):
    today = timezone.localdate()
    begins, ends = (today + day if isinstance(day, timedelta) else day for day in (begins, ends))
    client.force_login(HoldingFactory(begins=begins, ends=ends).person, BACKEND)

    assert client.get("/en/").status_code == answer


def test_the_second_factor_of_another_session_does_not_count(client, client_elsewhere, officer):
    sign_in_with_everything_asked(client_elsewhere, officer)
    client.force_login(officer, BACKEND)

    assert client_elsewhere.get("/en/").status_code == 200
    assert client.get("/en/").status_code == 302


def by_name(power):
    return GrantFactory(power=power).person


def through_an_office(power):
    holding = HoldingFactory()
    GrantFactory(person=None, office=holding.office, power=power)
    return holding.person


def answering_for_an_organisation(power):
    representation = RepresentationFactory(answers_for_it=True)
    GrantFactory(person=None, organisation=representation.organisation, power=power)
    return representation.person


@pytest.mark.parametrize("reached", [by_name, through_an_office, answering_for_an_organisation])
def test_whoever_a_power_reaches_is_asked_whichever_way_it_comes(client, reached):
    client.force_login(reached("plan.edit"), BACKEND)

    assert client.get("/en/").url == "/en/account/2fa/"


def test_somebody_who_acts_for_an_organisation_without_answering_for_it_is_not_asked(client):
    representation = RepresentationFactory(answers_for_it=False)
    GrantFactory(person=None, organisation=representation.organisation, power="plan.edit")
    client.force_login(representation.person, BACKEND)

    assert client.get("/en/").status_code == 200


@pytest.mark.parametrize(
    ("begins", "ends"),
    [(timedelta(days=1), None), (timedelta(days=-9), timedelta(days=0))],
    ids=["to come", "ended"],
)
def test_only_a_power_of_today_counts(client, begins, ends):
    today = timezone.localdate()
    person = GrantFactory(
        power="plan.edit", begins=today + begins, ends=None if ends is None else today + ends
    ).person
    client.force_login(person, BACKEND)

    assert client.get("/en/").status_code == 200


def test_whoever_may_do_everything_by_command_is_asked(client):
    client.force_login(PersonFactory(is_superuser=True), BACKEND)

    assert client.get("/en/").url == "/en/account/2fa/"


def test_a_person_with_a_power_cannot_take_the_only_factor_away(client):
    person = person_with("plan.edit")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    sign_in_with_everything_asked(client, person)

    client.post("/en/account/2fa/totp/deactivate/")

    assert Authenticator.objects.filter(user=person).exists()


def test_asking_for_it_and_asking_for_powers_is_one_question_together(rf, django_assert_num_queries):
    request = rf.get("/en/account/email/")
    request.user, request.resolver_match = PersonFactory(), resolve("/en/account/email/")

    with django_assert_num_queries(1):
        SecondFactor(lambda _request: HttpResponse()).process_view(request, None, (), {})
        assert not holds(request.user, "plan.edit")


def test_one_question_to_the_database_for_those_without_an_office(rf, django_assert_num_queries):
    request = rf.get("/en/account/email/")
    request.user, request.resolver_match = PersonFactory(), resolve("/en/account/email/")

    with django_assert_num_queries(1):
        assert SecondFactor(lambda _request: HttpResponse()).process_view(request, None, (), {}) is None


@pytest.mark.django_db(transaction=True)
def test_setting_up_an_app_lets_the_officer_on_with_recovery_codes_in_hand(client, officer):
    client.force_login(officer, BACKEND)
    client.get("/en/account/2fa/totp/activate/")
    secret = client.session["mfa.totp.secret"]

    answer = client.post("/en/account/2fa/totp/activate/", {"code": code_of(secret)})
    codes = client.get(answer.url).context["unused_codes"]

    assert answer.url == "/en/account/2fa/recovery-codes/"
    assert len(codes) == 10
    assert client.get("/en/").status_code == 200
    assert gave_second_factor(client.get("/en/").wsgi_request, officer)


@pytest.mark.django_db(transaction=True)
def test_setting_one_up_leaves_a_line_in_the_journal(client, officer):
    client.force_login(officer, BACKEND)
    client.get("/en/account/2fa/totp/activate/")
    code = code_of(client.session["mfa.totp.secret"])

    client.post("/en/account/2fa/totp/activate/", {"code": code})

    deeds = Deed.objects.filter(object_type="people.person").values_list("verb", "actor")
    assert set(deeds) == {("people.second_factor_changed", officer.pk)}


def test_a_wrong_code_sets_nothing_up(client, officer):
    client.force_login(officer, BACKEND)
    client.get("/en/account/2fa/totp/activate/")

    page = client.post("/en/account/2fa/totp/activate/", {"code": "000000"})

    assert page.context["form"].errors == {"code": ["This is not the right code."]}
    assert not Authenticator.objects.exists()


def test_an_officer_cannot_take_the_only_factor_away(client, officer):
    sign_in_with_everything_asked(client, officer)

    page = client.post("/en/account/2fa/totp/deactivate/")

    assert "You hold an office or a power, so you need a second factor" in page.text
    assert Authenticator.objects.filter(user=officer).exists()


def test_a_recovery_code_works_once(client, officer):
    with_app(officer)
    (code, *_others) = RecoveryCodes.activate(officer).generate_codes()
    client.force_login(officer, BACKEND)
    client.post("/en/account/2fa/reauthenticate/", {"code": code})
    first = client.get("/en/").status_code
    client.logout()
    client.force_login(officer, BACKEND)

    client.post("/en/account/2fa/reauthenticate/", {"code": code})

    assert (first, client.get("/en/").status_code) == (200, 302)


def test_guessing_second_factors_is_stopped(client, officer):
    secret = with_app(officer)
    client.force_login(officer, BACKEND)
    for _attempt in range(10):
        client.post("/en/account/2fa/reauthenticate/", {"code": "000000"})

    client.post("/en/account/2fa/reauthenticate/", {"code": code_of(secret)})

    assert client.get("/en/").status_code == 302


def test_the_database_does_not_hold_the_secret_in_clear(officer):
    secret = with_app(officer)

    stored = Authenticator.objects.get(user=officer).data["secret"]

    assert secret not in stored


def test_a_secret_still_opens_after_the_sites_key_has_changed(officer, settings):
    secret = with_app(officer)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"

    assert Authenticator.objects.get(user=officer).wrap().validate_code(code_of(secret))


def test_under_another_sites_key_no_code_opens_the_account(officer, settings):
    secret = with_app(officer)
    (recovery, *_others) = RecoveryCodes.activate(officer).generate_codes()
    settings.SECRET_KEY = "another"

    for authenticator in Authenticator.objects.filter(user=officer):
        assert not authenticator.wrap().validate_code(code_of(secret))
        assert not authenticator.wrap().validate_code(recovery)


def test_no_deed_on_the_editing_screens_comes_before_the_second_factor(client, officer):
    client.force_login(officer, BACKEND)

    answer = client.post("/workbench-pages/pages/1/unpublish/")

    assert answer.status_code == 302
    assert "/2fa/" in answer.url


def test_the_editing_screens_have_no_door_of_their_own(client):
    answer = client.post("/workbench-pages/login/", {"username": "a@b.example", "password": "x"})

    assert answer.status_code == 302
    assert "/account/login/" in answer.url
