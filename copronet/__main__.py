"""The `copronet` command: Django's management commands under the name people know."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "copronet.config.settings.development")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
