"""The `copronet` command: Django's management commands under the name people know."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "copronet.config.settings.development")
    try:
        _ = settings.INSTALLED_APPS  # reads the settings
    except ImproperlyConfigured as wrong:
        sys.exit(f"copronet: {wrong}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
