"""Cards: a real client against a local provider; replaying its calls changes nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.urls import reverse

from copronet.common_ground.journal.actions import Actor
from copronet.community_of_practice.contributions.actions.money import record_payment
from copronet.community_of_practice.contributions.actions.refunds import give_back, give_back_part
from copronet.community_of_practice.contributions.adapters.stripe import StripeProvider
from copronet.community_of_practice.contributions.models import Checkout, Payment
from copronet.community_of_practice.contributions.queries import credit_of, still_open
from copronet.community_of_practice.contributions.registry import set_card_provider
from copronet.community_of_practice.contributions.tasks import expire_checkout, refund_card, refund_part
from tests.factories import PersonFactory

from .giving import DAY, invoice, keeper
from .provider import SECRET_KEY, WEBHOOK_SECRET, event, signed, till

COMPLETED = "checkout.session.completed"


@pytest.fixture
def provider():
    with till() as kept:
        set_card_provider(
            StripeProvider(secret_key=SECRET_KEY, webhook_secret=WEBHOOK_SECRET, address=kept.address)
        )
        yield kept
        set_card_provider(None)


@pytest.fixture
def payer():
    return PersonFactory(language="en")


def pay(client, payer, asked):
    client.force_login(payer, backend="django.contrib.auth.backends.ModelBackend")
    return client.post(reverse("contributions:pay_by_card", args=[asked.pk]))


def tell(client, body, signature=None):
    return client.post(
        reverse("cards_told"),
        body,
        content_type="application/json",
        headers={"stripe-signature": signature if signature is not None else signed(body)},
    )


def test_the_payer_is_led_to_the_providers_page(client, payer, provider):
    asked = invoice(payer)

    page = pay(client, payer, asked)

    assert f'href="{provider.address}/pay/cs_1"' in page.text
    (said,) = provider.of("/v1/checkout/sessions")
    assert said["line_items[0][price_data][unit_amount]"] == "4000"
    assert said["line_items[0][price_data][currency]"] == "gbp"
    assert said["success_url"].endswith(f"/invoices/{asked.pk}/?back=1")


def test_beginning_again_goes_on_with_the_same_payment(client, payer, provider):
    asked = invoice(payer)

    pages = [pay(client, payer, asked) for _time in range(2)]

    assert pages[0].text.count("cs_1") == pages[1].text.count("cs_1") > 0
    assert (len(provider.of("/v1/checkout/sessions")), Checkout.objects.count()) == (1, 1)


def test_what_the_provider_tells_is_written_once_however_often_it_tells(client, payer, provider):
    asked = invoice(payer)
    pay(client, payer, asked)
    body = event(COMPLETED, session="cs_1")

    answers = [tell(client, body).status_code for _time in range(3)]

    assert answers == [204, 204, 204]
    payment = Payment.objects.get()
    assert (payment.method, payment.amount, payment.provider_code) == ("card", 4000, "pi_1")
    assert (still_open(asked), Checkout.objects.get().state) == (0, "paid")


@pytest.mark.parametrize(
    "signature",
    ["", "t=1,v1=00", signed(event(COMPLETED, session="cs_1"), secret="whsec_other")],
    ids=["none", "wrong", "another's"],
)
def test_a_forged_call_is_refused(client, payer, provider, signature):
    pay(client, payer, invoice(payer))

    answer = tell(client, event(COMPLETED, session="cs_1"), signature)

    assert (answer.status_code, Payment.objects.count()) == (400, 0)


def test_an_old_call_played_again_by_somebody_else_is_refused(client, payer, provider):
    body = event(COMPLETED, session="cs_1")

    assert tell(client, body, signed(body, age=600)).status_code == 400


def test_a_body_changed_on_its_way_is_refused(client, payer, provider):
    pay(client, payer, invoice(payer))
    honest = event(COMPLETED, session="cs_1", amount=4000)

    answer = tell(client, event(COMPLETED, session="cs_1", amount=1), signed(honest))

    assert (answer.status_code, Payment.objects.count()) == (400, 0)


def test_what_is_not_ours_or_not_paid_changes_nothing(client, payer, provider):
    pay(client, payer, invoice(payer))

    for body in (
        event(COMPLETED, session="cs_of_others"),
        event(COMPLETED, session="cs_1", paid="unpaid"),
        event("customer.created", session="cs_1"),
    ):
        assert tell(client, body).status_code == 204
    assert Payment.objects.count() == 0


def test_a_payment_not_finished_can_be_begun_again(client, payer, provider):
    asked = invoice(payer)
    pay(client, payer, asked)
    tell(client, event("checkout.session.expired", session="cs_1"))

    pay(client, payer, asked)

    keys = [said["key"] for said in provider.of("/v1/checkout/sessions")]
    assert len(set(keys)) == 2
    assert sorted(Checkout.objects.values_list("state", flat=True)) == ["expired", "open"]


def test_an_invoice_paid_already_begins_no_payment(client, payer, provider):
    asked = invoice(payer)
    record_payment(actor=Actor(keeper()), invoice=asked, method="bank", amount=4000, received_on=DAY)

    answer = pay(client, payer, asked)

    assert answer.status_code == 302
    assert provider.of("/v1/checkout/sessions") == []


def test_what_was_charged_after_all_is_kept_and_shown_to_the_staff(client, payer, provider):
    asked = invoice(payer)
    pay(client, payer, asked)
    record_payment(actor=Actor(keeper()), invoice=asked, method="bank", amount=4000, received_on=DAY)

    tell(client, event(COMPLETED, session="cs_1"))

    assert (still_open(asked), credit_of(payer)) == (0, 4000)


def test_a_page_still_open_elsewhere_is_closed_and_closing_it_twice_does_no_harm(payer, provider):
    for _time in range(2):
        expire_checkout(session="cs_1")

    assert len(provider.of("/v1/checkout/sessions/cs_1/expire")) == 2


def test_a_refund_is_asked_for_under_one_key(client, payer, provider):
    pay(client, payer, invoice(payer))
    tell(client, event(COMPLETED, session="cs_1"))
    payment = Payment.objects.get()
    give_back(actor=Actor(keeper()), payment=payment, why="refunded")

    for _time in range(2):
        refund_card(payment=payment.pk)

    refunds = provider.of("/v1/refunds")
    assert [(said["payment_intent"], said["key"]) for said in refunds] == [
        ("pi_1", f"copronet-refund-{payment.pk}")
    ] * 2


def test_each_part_is_asked_for_under_a_key_of_its_own(client, payer, provider):
    pay(client, payer, invoice(payer))
    tell(client, event(COMPLETED, session="cs_1"))
    payment = Payment.objects.get()
    today = payment.received_on
    parts = [
        give_back_part(actor=Actor(keeper()), payment=payment, amount=amount, method="card", given_on=today)
        for amount in (1000, 1500)
    ]

    for part in (*parts, parts[0]):
        refund_part(refund=part.pk)

    refunds = provider.of("/v1/refunds")
    first, second = (f"copronet-refund-part-{part.pk}" for part in parts)
    assert [(said["payment_intent"], said["amount"], said["key"]) for said in refunds] == [
        ("pi_1", "1000", first),
        ("pi_1", "1500", second),
        ("pi_1", "1000", first),
    ]


def test_a_provider_that_is_down_charges_nothing_and_says_so(client, payer, provider):
    provider.is_down = True
    asked = invoice(payer)

    page = pay(client, payer, asked)

    assert page.status_code == 302
    assert Checkout.objects.count() == 0


def test_without_a_provider_there_is_no_door_and_no_button(client, payer):
    asked = invoice(payer)

    assert pay(client, payer, asked).status_code == 404
    assert client.post(reverse("cards_told")).status_code == 404
    assert "Pay by card" not in client.get(reverse("contributions:invoice", args=[asked.pk])).text


@pytest.mark.parametrize("missing", ["CARD_SECRET_KEY", "CARD_WEBHOOK_SECRET", "CARD_PROVIDER"])
def test_half_a_configuration_stops_the_start_with_one_sentence(missing):
    whole = {"CARD_PROVIDER": "stripe", "CARD_SECRET_KEY": "sk", "CARD_WEBHOOK_SECRET": "whsec"}
    said = {name: value for name, value in whole.items() if name != missing}

    started = subprocess.run(
        [sys.executable, "-c", "import copronet.config.settings.base"],
        cwd=Path(__file__).resolve().parents[4],
        env={name: value for name, value in os.environ.items() if not name.startswith("CARD_")} | said,
        capture_output=True,
        text=True,
        check=False,
    )

    assert started.returncode == 1
    assert "or neither of them." in started.stderr.splitlines()[-1]
