"""The database itself refuses to change or remove what the journal holds."""

from django.db import migrations

TABLES = ("journal_deed", "journal_version")


def seal(apps, schema_editor):
    for table in TABLES:
        if schema_editor.connection.vendor == "postgresql":
            seal_postgresql(schema_editor, table)
        else:
            seal_sqlite(schema_editor, table)


def seal_postgresql(schema_editor, table):
    schema_editor.execute(
        """
        CREATE OR REPLACE FUNCTION journal_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the journal is only added to' USING ERRCODE = 'integrity_constraint_violation'; END $$
        """
    )
    schema_editor.execute(
        f"CREATE TRIGGER {table}_sealed BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION journal_is_only_added_to()"
    )


def seal_sqlite(schema_editor, table):
    for deed in ("UPDATE", "DELETE"):
        schema_editor.execute(
            f"CREATE TRIGGER {table}_sealed_{deed.lower()} BEFORE {deed} ON {table}"
            " BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"
        )


def unseal(apps, schema_editor):
    for table in TABLES:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER {table}_sealed ON {table}")
        else:
            for deed in ("update", "delete"):
                schema_editor.execute(f"DROP TRIGGER {table}_sealed_{deed}")


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_initial")]
    operations = [migrations.RunPython(seal, unseal)]
