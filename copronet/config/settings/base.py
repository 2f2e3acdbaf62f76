"""What is the same however copronet runs."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from . import environment
from .sign_in import *  # noqa: F403  (settings are one flat list by Django's design)

ROOT = Path(__file__).resolve().parents[3]
DATA = environment.folder("COPRONET_DATA")

INSTALLED_APPS = [
    "copronet.common_ground.design",
    "copronet.common_ground.languages",
    "copronet.common_ground.journal",
    "copronet.common_ground.archive",
    "copronet.common_ground.work",
    "copronet.common_ground.letters",
    "copronet.common_ground.places",
    "copronet.common_ground.search",
    "copronet.common_ground.people",
    "copronet.common_ground.spreadsheets",
    "copronet.common_ground.media",
    "copronet.common_ground.themes",
    "copronet.community_of_practice.members",
    "copronet.community_of_practice.contributions",
    "copronet.community_of_practice.assets",
    "copronet.community_of_practice.exchange",
    "copronet.community_of_practice.signposting",
    "copronet.common_ground.questions",
    "copronet.governance.plan",
    "copronet.portal.seeking",
    "copronet.portal.front",
    "copronet.portal.workbench",
    "copronet.portal.pages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "wagtail.images",
    "wagtail.documents",
    "copronet.portal.pages.apps.EditorsConfig",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rules.apps.AutodiscoverRulesConfig",
    "anymail",
    "django_htmx",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "copronet.config.middleware.ContentSecurityPolicy",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "copronet.common_ground.languages.middleware.LanguageSwitch",
    "copronet.common_ground.people.middleware.ActingPerson",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "copronet.common_ground.people.middleware.SecondFactor",
    "copronet.common_ground.people.middleware.LeavingForProvider",
    # Last, because it runs an editor's deeds itself: whatever refuses has to have spoken before.
    "copronet.portal.pages.middleware.EditorsDoor",
]

ROOT_URLCONF = "copronet.config.urls"
WSGI_APPLICATION = "copronet.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "copronet.common_ground.design.adapters.Renderer"

# Languages: neither is the original. Where a browser asks for neither, English answers.
LANGUAGES = [("cy", "Cymraeg"), ("en", "English")]
LANGUAGE_CODE = "en"
# Our own words win over those that libraries lack or get wrong (`make borrowed`).
LOCALE_PATHS = [ROOT / "locale", ROOT / "locale" / "borrowed"]
FORMAT_MODULE_PATH = "copronet.config.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_COOKIE_NAME = "iaith"

# People; how they sign in stands in sign_in.py
AUTH_USER_MODEL = "people.Person"

# Limits on what a request may carry
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640

# Where browsers may load pictures from, beside the site itself.
PICTURES_FROM: list[str] = []

# Sizes of pictures are looked up in the database: a cache of each process would keep those of a file replaced since.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}

# Files
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "media"
STORAGES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Pages, pictures and documents (Wagtail's names). Both languages stand on one page: its own locales stay unused.
WAGTAIL_SITE_NAME = "copronet"
WAGTAIL_I18N_ENABLED = False
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "copronet.common_ground.media.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_DOCUMENT_MODEL = "media.DocumentFile"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "copronet.common_ground.media.forms.DocumentForm"

# What libraries ask to have done in the background goes through our own queue (decision 0005).
TASKS = {"default": {"BACKEND": "copronet.common_ground.work.adapters.JobBackend", "QUEUES": []}}

# Letters
DEFAULT_FROM_EMAIL = environment.mailbox("MAIL_FROM")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
MAIL_PROVIDER = environment.mail_provider("MAIL_PROVIDER")
MAIL_REPLY_DOMAIN = environment.text("MAIL_REPLY_DOMAIN")
IMAP_URL = environment.address("IMAP_URL", "imap", "imaps")

# Cards; without a provider they are not taken
CARD_PROVIDER = environment.card_provider("CARD_PROVIDER", "CARD_SECRET_KEY", "CARD_WEBHOOK_SECRET")
CARD_SECRET_KEY = environment.text("CARD_SECRET_KEY")
CARD_WEBHOOK_SECRET = environment.text("CARD_WEBHOOK_SECRET")
CARD_ADDRESS = environment.address("CARD_ADDRESS", "http", "https")

# The network's own settings
NETWORK_NAME = _("Co-production Network for Wales")
BANK_ACCOUNT = environment.text("BANK_ACCOUNT")
SIGN_UP_UNDER_18 = environment.one_of("SIGN_UP_UNDER_18", "no", "guardian", "yes")
SPREADSHEET_MEGABYTES = environment.number("SPREADSHEET_MEGABYTES")
SPREADSHEET_ROWS = environment.number("SPREADSHEET_ROWS")
KEEP_DEPARTED_DAYS = environment.number("KEEP_DEPARTED_DAYS")
KEEP_MAIL_DAYS = environment.number("KEEP_MAIL_DAYS")
KEEP_TASKS_DAYS = environment.number("KEEP_TASKS_DAYS")
DEMONSTRATION = False

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30  # seconds
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True


def sqlite(path: Path) -> dict[str, object]:
    """SQLite as a server likes it: many readers beside one writer, who queues instead of failing."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": 600,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
                "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000;"
                "PRAGMA journal_size_limit=27103364;"
            ),
        },
    }
