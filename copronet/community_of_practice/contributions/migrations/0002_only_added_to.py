"""The database itself keeps the ledger: nothing in it changes or goes, and units and reversals agree."""

from django.db import migrations

TABLES = ("contributions_account", "contributions_entry", "contributions_movement", "contributions_payment")

# What is wrong with a movement about to be written, as a condition on NEW; the same words for both databases.
WRONG = {
    "the accounts count another unit": """
        EXISTS (SELECT 1 FROM contributions_account a
                WHERE a.id IN (NEW.from_account_id, NEW.to_account_id) AND a.unit <> NEW.unit)
    """,
    "a reversal takes back what was written": """
        NEW.reverses_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM contributions_movement m JOIN contributions_entry e ON e.id = NEW.entry_id
            WHERE m.id = NEW.reverses_id AND m.from_account_id = NEW.to_account_id
              AND m.to_account_id = NEW.from_account_id AND m.amount = NEW.amount
              AND m.reverses_id IS NULL AND e.reverses_id = m.entry_id)
    """,
    "an entry that reverses holds reversals alone": """
        NEW.reverses_id IS NULL AND EXISTS (
            SELECT 1 FROM contributions_entry e WHERE e.id = NEW.entry_id AND e.reverses_id IS NOT NULL)
    """,
}


def seal(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        seal_postgresql(schema_editor)
    else:
        seal_sqlite(schema_editor)


def seal_postgresql(schema_editor):
    schema_editor.execute(
        """
        CREATE OR REPLACE FUNCTION contributions_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the ledger is only added to' USING ERRCODE = 'integrity_constraint_violation'; END $$
        """
    )
    for table in TABLES:
        schema_editor.execute(
            f"CREATE TRIGGER {table}_sealed BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION contributions_is_only_added_to()"
        )
    checks = "".join(
        f"IF {condition} THEN RAISE EXCEPTION '{words}' USING ERRCODE = 'integrity_constraint_violation'; END IF;"
        for words, condition in WRONG.items()
    )
    schema_editor.execute(
        "CREATE OR REPLACE FUNCTION contributions_movement_agrees() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN {checks} RETURN NEW; END $$",
    )
    schema_editor.execute(
        "CREATE TRIGGER contributions_movement_sealed_insert BEFORE INSERT ON contributions_movement"
        " FOR EACH ROW EXECUTE FUNCTION contributions_movement_agrees()"
    )


def seal_sqlite(schema_editor):
    for table in TABLES:
        for deed in ("UPDATE", "DELETE"):
            schema_editor.execute(
                f"CREATE TRIGGER {table}_sealed_{deed.lower()} BEFORE {deed} ON {table}"
                " BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END"
            )
    for number, (words, condition) in enumerate(WRONG.items()):
        schema_editor.execute(
            f"CREATE TRIGGER contributions_movement_sealed_insert_{number} BEFORE INSERT ON contributions_movement"
            f" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )


def unseal(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(f"DROP TRIGGER {table}_sealed ON {table}")
        schema_editor.execute("DROP TRIGGER contributions_movement_sealed_insert ON contributions_movement")
        return
    for table in TABLES:
        for deed in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER {table}_sealed_{deed}")
    for number in range(len(WRONG)):
        schema_editor.execute(f"DROP TRIGGER contributions_movement_sealed_insert_{number}")


class Migration(migrations.Migration):
    dependencies = [("contributions", "0001_initial")]
    operations = [migrations.RunPython(seal, unseal)]
