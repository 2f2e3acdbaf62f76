"""For a network that people depend on. Every choice comes from the environment (docs/operations.md)."""

from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from . import environment
from .base import *  # noqa: F403  (settings are one flat list by Django's design)
from .base import MAIL_PROVIDER, STORAGES

DEBUG = False
SECRET_KEY = environment.secret("SECRET_KEY")
ALLOWED_HOSTS = environment.hosts("ALLOWED_HOSTS")
SITE_ADDRESS = environment.address("SITE_ADDRESS", "https")
WAGTAILADMIN_BASE_URL = SITE_ADDRESS
CSRF_TRUSTED_ORIGINS = ["{0.scheme}://{0.netloc}".format(urlsplit(SITE_ADDRESS))]
DATABASES = {
    "default": dj_database_url.parse(
        environment.address("DATABASE_URL", "postgres", "postgresql"), conn_max_age=600
    )
}

if environment.address("CACHE_URL", "redis", "rediss"):
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": environment.text("CACHE_URL"),
        }
    }

if MAIL_PROVIDER:
    EMAIL_BACKEND = f"anymail.backends.{MAIL_PROVIDER}.EmailBackend"
    ANYMAIL = environment.named_values("MAIL_PROVIDER_SETTINGS")
    # Without it anybody could tell the site that letters came in or came back.
    if not ANYMAIL.get("WEBHOOK_SECRET"):
        raise ImproperlyConfigured(
            "MAIL_PROVIDER_SETTINGS: mae angen WEBHOOK_SECRET ynddo. / it needs a WEBHOOK_SECRET."
        )
EMAIL_HOST = environment.text("EMAIL_HOST")
EMAIL_PORT = environment.number("EMAIL_PORT")
EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = environment.flag("EMAIL_USE_TLS")

if environment.text("STORAGE_BUCKET"):
    STORAGES = {
        "staticfiles": STORAGES["staticfiles"],
        "default": {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {
                "bucket_name": environment.text("STORAGE_BUCKET"),
                "endpoint_url": environment.address("STORAGE_ENDPOINT", "https", "http") or None,
                "access_key": environment.text("STORAGE_KEY") or None,
                "secret_key": environment.text("STORAGE_SECRET") or None,
                "querystring_auth": True,
                "file_overwrite": False,
            },
        },
    }

    store = urlsplit(environment.address("STORAGE_ENDPOINT", "https", "http") or "https://s3.amazonaws.com")
    PICTURES_FROM = [
        f"{store.scheme}://{store.netloc}",
        f"{store.scheme}://{environment.text('STORAGE_BUCKET')}.{store.netloc}",
    ]

SECURE_SSL_REDIRECT = True
if environment.number("PROXIES"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
# Browsers take cookies of these names only from the very host that set them, and only over HTTPS.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
