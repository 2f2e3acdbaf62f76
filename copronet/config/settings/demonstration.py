"""`make demo`: the whole site on one machine, with a made-up network inside."""

from .base import *  # noqa: F403  (settings are one flat list by Django's design)
from .base import DATA, sqlite

DEBUG = False
DEMONSTRATION = True
SECRET_KEY = "demonstration-only"  # noqa: S105  (the demonstration holds made-up people)
ALLOWED_HOSTS = ["*"]
SITE_ADDRESS = "http://localhost:8000"
DATABASES = {"default": sqlite(DATA / "copronet.sqlite3")}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA / "letters"
