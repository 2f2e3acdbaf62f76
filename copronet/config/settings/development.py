"""For the person who works on the code: everything local, everything shown."""

from .base import *  # noqa: F403  (settings are one flat list by Django's design)
from .base import DATA, sqlite

DEBUG = True
SECRET_KEY = "development-only"  # noqa: S105  (guards nothing: this mode never faces the world)
ALLOWED_HOSTS = ["*"]
SITE_ADDRESS = "http://localhost:8000"
WAGTAILADMIN_BASE_URL = SITE_ADDRESS
DATABASES = {"default": sqlite(DATA / "copronet.sqlite3")}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA / "letters"
