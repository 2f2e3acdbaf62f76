"""The database itself refuses to change or remove what members agreed to."""

from django.db import migrations

TABLE = "members_agreement"


def seal(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            """
            CREATE OR REPLACE FUNCTION members_agreements_are_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'agreements are only added to' USING ERRCODE = 'integrity_constraint_violation'; END $$
            """
        )
        schema_editor.execute(
            f"CREATE TRIGGER {TABLE}_sealed BEFORE UPDATE OR DELETE ON {TABLE}"
            " FOR EACH ROW EXECUTE FUNCTION members_agreements_are_only_added_to()"
        )
        return
    for deed in ("UPDATE", "DELETE"):
        schema_editor.execute(
            f"CREATE TRIGGER {TABLE}_sealed_{deed.lower()} BEFORE {deed} ON {TABLE}"
            " BEGIN SELECT RAISE(ABORT, 'agreements are only added to'); END"
        )


def unseal(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER {TABLE}_sealed ON {TABLE}")
        return
    for deed in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER {TABLE}_sealed_{deed}")


class Migration(migrations.Migration):
    dependencies = [("members", "0001_initial")]
    operations = [migrations.RunPython(seal, unseal)]
