"""An operator's settings: what is missing or wrong stops the start with one sentence that names it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from copronet.config.settings.environment import VARIABLES

ROOT = Path(__file__).resolve().parents[2]
RIGHT = {
    "DJANGO_SETTINGS_MODULE": "copronet.config.settings.production",
    "SECRET_KEY": "a8Fk2-vQ9_xLm3Zt7Rw1Ys6Uo4Pi0Ec5Bn8Hd2Gj7Kf9Ta3Sv6Wx",
    "ALLOWED_HOSTS": "rhwydwaith.example",
    "DATABASE_URL": "postgres://copronet:secret@localhost:5432/copronet",
    "SITE_ADDRESS": "https://rhwydwaith.example",
}
PROVIDER = '[{"id": "a", "name": "A", "server": "%s", "client_id": "a", "secret": "a"}]'
WRONG = [
    ("SECRET_KEY", ""),
    ("SECRET_KEY", "short"),
    ("SECRET_KEY", "a" * 60),
    ("ALLOWED_HOSTS", ""),
    ("ALLOWED_HOSTS", "*"),
    ("ALLOWED_HOSTS", "https://rhwydwaith.example"),
    ("DATABASE_URL", ""),
    ("DATABASE_URL", "mysql://localhost/copronet"),
    ("SITE_ADDRESS", ""),
    ("SITE_ADDRESS", "http://rhwydwaith.example"),
    ("SITE_ADDRESS", "rhwydwaith.example"),
    ("PROXIES", "one"),
    ("PROXIES", "-1"),
    ("COPRONET_DATA", "/proc/nowhere"),
    ("CACHE_URL", "memcached://localhost"),
    ("MAIL_PROVIDER", "pigeon"),
    ("MAIL_PROVIDER", "../smtp"),
    ("MAIL_FROM", "nobody"),
    ("EMAIL_PORT", "twenty-five"),
    ("EMAIL_USE_TLS", "perhaps"),
    ("OPENID_CONNECT", "{"),
    ("OPENID_CONNECT", "{}"),
    ("OPENID_CONNECT", "[{}]"),
    ("OPENID_CONNECT", '["a"]'),
    ("OPENID_CONNECT", PROVIDER % "http://login.example"),
    ("OPENID_CONNECT", PROVIDER % "login.example"),
    ("SIGN_UP_UNDER_18", "perhaps"),
    ("KEEP_DEPARTED_DAYS", "a month"),
    ("KEEP_MAIL_DAYS", "-3"),
    ("KEEP_TASKS_DAYS", "1.5"),
]


def check(tmp_path, *arguments, **settings):
    here = {"PATH": os.environ["PATH"], "COPRONET_DATA": str(tmp_path)}
    given = {name: value for name, value in (here | RIGHT | settings).items() if value is not None}
    return subprocess.run(
        [sys.executable, "manage.py", "check", *arguments],
        cwd=ROOT,
        env=given,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.slow
def test_production_settings_are_clean(tmp_path):
    answer = check(tmp_path, "--deploy", "--fail-level", "WARNING")

    assert (answer.returncode, answer.stderr) == (0, "")


@pytest.mark.slow
def test_the_store_of_pictures_is_named_to_browsers(tmp_path):
    named = {"STORAGE_BUCKET": "lluniau", "STORAGE_ENDPOINT": "https://store.example:9000"}
    code = "from django.conf import settings; print(*settings.PICTURES_FROM)"

    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "COPRONET_DATA": str(tmp_path)} | RIGHT | named,
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.stdout.split() == ["https://store.example:9000", "https://lluniau.store.example:9000"]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_setting_stops_the_start_with_one_sentence_that_names_it(tmp_path, name, value):
    answer = check(tmp_path, **{name: value})

    assert answer.returncode == 1
    assert re.fullmatch(rf"copronet: {name}: [^\n]+ / [^\n]+\.\n", answer.stderr)


@pytest.mark.slow
@pytest.mark.parametrize("name", [variable.name for variable in VARIABLES if variable.default is None])
def test_a_missing_setting_stops_the_start_with_one_sentence_that_names_it(tmp_path, name):
    answer = check(tmp_path, **{name: None})

    assert answer.stderr == f"copronet: {name}: mae angen y gosodiad hwn. / this setting is needed.\n"


@pytest.mark.slow
def test_a_wrong_mail_provider_setting_stops_the_start(tmp_path):
    answer = check(tmp_path, MAIL_PROVIDER="mailgun", MAIL_PROVIDER_SETTINGS="[]")

    assert answer.stderr.startswith("copronet: MAIL_PROVIDER_SETTINGS: ")


@pytest.mark.slow
def test_a_wrong_store_stops_the_start(tmp_path):
    answer = check(tmp_path, STORAGE_BUCKET="files", STORAGE_ENDPOINT="store")

    assert answer.stderr.startswith("copronet: STORAGE_ENDPOINT: ")


def test_the_handbook_lists_every_setting_as_the_code_has_it():
    handbook = (ROOT / "docs/operations.md").read_text()

    table = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+) \|$", handbook, re.MULTILINE)

    assert table == [(variable.name, _without(variable.default), variable.meaning) for variable in VARIABLES]


def _without(default: str | None) -> str:
    if default is None:
        return "needed"
    return f"`{default}`" if default else "nothing"


@pytest.mark.slow
def test_letters_of_the_demonstration_lead_to_the_port_it_is_served_on(tmp_path):
    code = "from django.conf import settings; print(settings.SITE_ADDRESS)"

    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "COPRONET_DATA": str(tmp_path),
            "PORT": "8102",
            "DJANGO_SETTINGS_MODULE": "copronet.config.settings.demonstration",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.stdout == "http://localhost:8102\n"
