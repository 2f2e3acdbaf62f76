"""A real worker on the tests' database: ``python -m copronet.common_ground.work.tests.process NAME …``."""

import os
import sys

import django
from django.conf import settings
from django.core.management import call_command

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "copronet.config.settings.test")
    settings.DATABASES["default"]["NAME"] = sys.argv[1]
    django.setup()
    from copronet.common_ground.work.tests.examples import announce

    announce()
    call_command("work", *sys.argv[2:])
