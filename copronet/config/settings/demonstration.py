"""`make demo`: the whole site on one machine, with a made-up network inside."""

import os

import dj_database_url

from .base import *  # noqa: F403  (settings are one flat list by Django's design)
from .base import DATA, sqlite

DEBUG = False
DEMONSTRATION = True
SECRET_KEY = "demonstration-only"  # noqa: S105  (the demonstration holds made-up people)
ALLOWED_HOSTS = ["*"]
SITE_ADDRESS = f"http://localhost:{os.environ.get('PORT', '8000')}"  # what letters lead to
BANK_ACCOUNT = "Rhwydwaith Dychmygol · 00-00-00 · 00000000"
WAGTAILADMIN_BASE_URL = SITE_ADDRESS
# PostgreSQL only where somebody asks for it, to measure.
DATABASES = {
    "default": dj_database_url.parse(os.environ["DATABASE_URL"], conn_max_age=600)
    if os.environ.get("DATABASE_URL")
    else sqlite(DATA / "copronet.sqlite3")
}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA / "letters"
