"""A running network can be upgraded: each later migration is walked back and forth over a full database."""

from itertools import chain

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor

from copronet.common_ground.people import demo as people
from copronet.portal.front.management.commands.demonstrate import load_every_room
from tests.databases import rarely_tidied

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def ours() -> set[str]:
    return {config.label for config in apps.get_app_configs() if config.name.startswith("copronet.")}


def way_back() -> list[tuple[Migration, bool]]:
    """Every migration of ours that is not its room's beginning, and whatever stands on it, newest first."""
    loader = MigrationExecutor(connection).loader
    later = [key for key, each in loader.disk_migrations.items() if key[0] in ours() and is_later(each)]
    keys = dict.fromkeys(chain.from_iterable(loader.graph.backwards_plan(key) for key in later))
    return [(loader.graph.nodes[key], True) for key in keys]


def is_later(migration: Migration) -> bool:
    follows_its_own = any(parent[0] == migration.app_label for parent in migration.dependencies)
    return follows_its_own and not migration.initial


def migrate_to(*targets: tuple[str, str]) -> None:
    with rarely_tidied():
        MigrationExecutor(connection).migrate(list(targets))


def row_counts() -> dict[str, int]:
    counts = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            counts[table] = cursor.fetchone()[0]
    counts.pop("django_migrations")
    return counts


@pytest.fixture
def populated_network(monkeypatch):
    """Every table has rows, as in the demonstration; fewer people fill them as well."""
    monkeypatch.setattr(people, "PEOPLE", 60)
    monkeypatch.setattr(people, "ORGANISATIONS", 30)
    load_every_room()
    yield
    migrate_to(*MigrationExecutor(connection).loader.graph.leaf_nodes())


def test_every_later_migration_goes_back_and_forth_over_a_populated_network(populated_network):
    leaves = MigrationExecutor(connection).loader.graph.leaf_nodes()
    before = row_counts()

    back = way_back()
    with rarely_tidied():
        MigrationExecutor(connection).migrate(None, plan=back)
    lasting = row_counts().keys()
    migrate_to(*leaves)

    after = row_counts()
    assert back
    assert {table: after[table] for table in lasting} == {table: before[table] for table in lasting}


def test_no_model_has_changed_without_a_migration():
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
