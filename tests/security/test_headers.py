"""What every answer tells browsers to allow."""

import re

import pytest

from tests.permissions.everyone import address_of
from tests.permissions.grid import PAGES

pytestmark = pytest.mark.django_db


def policy_of(response) -> dict[str, list[str]]:
    rules = response.headers["Content-Security-Policy"].split(";")
    return {rule.split()[0]: rule.split()[1:] for rule in rules}


@pytest.mark.parametrize("address", ["/cy/", "/en/account/login/", "/en/nowhere/", "/healthz"])
def test_nothing_may_come_from_elsewhere_or_stand_inside_the_page(client, address):
    policy = policy_of(client.get(address))

    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == ["'self'"]
    assert policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]
    assert "unsafe-inline" not in str(policy)


def test_pictures_in_an_object_store_may_come_from_there(client, settings):
    settings.PICTURES_FROM = ["https://store.example"]

    assert policy_of(client.get("/en/"))["img-src"] == ["'self'", "https://store.example", "data:"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
    ],
)
def test_browsers_are_told_to_be_careful(client, name, value):
    assert client.get("/cy/").headers[name] == value


def test_no_page_asks_for_camera_microphone_or_place(client):
    rules = client.get("/cy/").headers["Permissions-Policy"]

    for power in ("camera", "microphone", "geolocation", "payment", "usb"):
        assert f"{power}=()" in rules


@pytest.mark.presentation
@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(PAGES))
def test_no_page_carries_scripts_or_styles_inside_itself(everyone, name):
    address = address_of(name, PAGES[name])
    for role in ("anonymous", "network_director"):
        page = everyone.get(role, address)
        if page.headers.get("Content-Type", "").startswith("text/html"):
            assert _inside(page.text) == []


def _inside(page: str) -> list[str]:
    scripts = re.findall(r"<script(?![^>]*(?: src=| type=\"application/json\"))[^>]*>", page)
    return scripts + re.findall(r"<style|\sstyle=\"|\son[a-z]+=\"|javascript:", page)
