"""What the tests run under: SQLite in memory, or the database that DATABASE_URL names."""

import hashlib
import os
import tempfile
from pathlib import Path

import dj_database_url

from .base import *  # noqa: F403  (settings are one flat list by Django's design)
from .base import ROOT, sqlite

SECRET_KEY = "test-only"  # noqa: S105  (guards nothing)
ALLOWED_HOSTS = ["*"]
SITE_ADDRESS = "http://testserver"
WAGTAILADMIN_BASE_URL = SITE_ADDRESS
DATA = Path(tempfile.gettempdir()) / f"copronet-test-{os.getuid()}"
(DATA / "static").mkdir(parents=True, exist_ok=True)
STATIC_ROOT = DATA / "static"
MEDIA_ROOT = DATA / "media"
# A database of its own for each checkout, so that --reuse-db never meets another's tables.
CHECKOUT = hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
DATABASES = {
    "default": dj_database_url.parse(os.environ["DATABASE_URL"])
    if os.environ.get("DATABASE_URL")
    else sqlite(DATA / "test.sqlite3")
}
DATABASES["default"]["TEST"] = {
    "NAME": f"test_copronet_{CHECKOUT}"
    if os.environ.get("DATABASE_URL")
    else str(DATA / f"test-{CHECKOUT}.sqlite3")
}
if os.environ.get("DATABASE_URL"):
    # What a test commits need not outlive a power cut.
    DATABASES["default"] |= {"OPTIONS": {"options": "-c synchronous_commit=off"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Passkeys are tried in the browser against http://localhost.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
