"""The database itself refuses to change or remove what people answered when asked for consent."""

from django.db import migrations

TABLE = "people_consentanswer"


def seal(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            """
            CREATE OR REPLACE FUNCTION people_answers_are_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'answers are only added to' USING ERRCODE = 'integrity_constraint_violation'; END $$
            """
        )
        schema_editor.execute(
            f"CREATE TRIGGER {TABLE}_sealed BEFORE UPDATE OR DELETE ON {TABLE}"
            " FOR EACH ROW EXECUTE FUNCTION people_answers_are_only_added_to()"
        )
        return
    for deed in ("UPDATE", "DELETE"):
        schema_editor.execute(
            f"CREATE TRIGGER {TABLE}_sealed_{deed.lower()} BEFORE {deed} ON {TABLE}"
            " BEGIN SELECT RAISE(ABORT, 'answers are only added to'); END"
        )


def unseal(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER {TABLE}_sealed ON {TABLE}")
        return
    for deed in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER {TABLE}_sealed_{deed}")


class Migration(migrations.Migration):
    dependencies = [("people", "0002_keeping_people_well")]
    operations = [migrations.RunPython(seal, unseal)]
