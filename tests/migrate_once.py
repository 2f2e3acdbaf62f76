"""`python -m tests.migrate_once`: the migrated database that tests copy, made beforehand."""

import django

django.setup()

from django.db import connection  # noqa: E402  (needs the line above)

from tests.databases import migrated  # noqa: E402

with migrated(connection.settings_dict["TEST"]["NAME"], run="beforehand"):
    pass
