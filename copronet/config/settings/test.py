"""What the tests run under: SQLite in memory, or the database that DATABASE_URL names."""

import os
import tempfile
from pathlib import Path

import dj_database_url

from .base import *  # noqa: F403  (settings are one flat list by Django's design)
from .base import sqlite

SECRET_KEY = "test-only"  # noqa: S105  (guards nothing)
ALLOWED_HOSTS = ["*"]
SITE_ADDRESS = "http://testserver"
WAGTAILADMIN_BASE_URL = SITE_ADDRESS
DATA = Path(tempfile.gettempdir()) / f"copronet-test-{os.getuid()}"
(DATA / "static").mkdir(parents=True, exist_ok=True)
STATIC_ROOT = DATA / "static"
MEDIA_ROOT = DATA / "media"
DATABASES = {
    "default": dj_database_url.parse(os.environ["DATABASE_URL"])
    if os.environ.get("DATABASE_URL")
    else sqlite(DATA / "test.sqlite3")
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Passkeys are tried in the browser against http://localhost.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
