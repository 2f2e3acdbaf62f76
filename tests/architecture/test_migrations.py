"""A running network can be upgraded: each later migration is walked back and forth over a full database."""

from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def ours() -> set[str]:
    return {config.label for config in apps.get_app_configs() if config.name.startswith("copronet.")}


def later_migrations() -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Each of our migrations that follows another of its app, with the one it follows, newest first."""
    loader = MigrationExecutor(connection).loader
    steps = []
    for key, migration in loader.disk_migrations.items():
        own = [parent for parent in migration.dependencies if parent[0] == key[0]]
        if key[0] in ours() and own and not migration.initial:
            steps.append((own[0], key))
    return sorted(steps, key=lambda step: step[1][1], reverse=True)


def migrate_to(*targets: tuple[str, str]) -> None:
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
def populated_network():
    for config in apps.get_app_configs():
        if config.name.startswith("copronet.") and find_spec(f"{config.name}.demo"):
            import_module(f"{config.name}.demo").load()
    yield
    loader = MigrationExecutor(connection).loader
    migrate_to(*loader.graph.leaf_nodes())


def test_every_later_migration_goes_back_and_forth_over_a_populated_network(populated_network):
    leaves = MigrationExecutor(connection).loader.graph.leaf_nodes()
    before = row_counts()
    steps = later_migrations()

    for parent, migration in steps:
        if migration in MigrationExecutor(connection).loader.applied_migrations:  # not gone with another's
            migrate_to(parent)
    lasting = row_counts().keys()
    migrate_to(*leaves)

    assert steps
    after = row_counts()
    assert {table: after[table] for table in lasting} == {table: before[table] for table in lasting}


def test_no_model_has_changed_without_a_migration():
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
