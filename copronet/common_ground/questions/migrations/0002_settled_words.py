"""The database itself refuses to change the words of an edition that has been published.

On SQLite a later migration that rebuilds one of these tables loses its triggers, and cannot rename a table
that triggers name: it has to call `unseal` before and `seal` after.
"""

from django.db import migrations

WORDS = "the words of a published edition stand still"
GONE_BACK = "an edition never goes back"
EDITION, QUESTION, OPTION = "questions_edition", "questions_question", "questions_option"

# Whether the row, as {row} (NEW or OLD), belongs to an edition that is no longer being written.
SETTLED = {
    QUESTION: f"EXISTS (SELECT 1 FROM {EDITION} e WHERE e.id = {{row}}.edition_id AND e.state <> 'written')",
    OPTION: f"EXISTS (SELECT 1 FROM {QUESTION} q JOIN {EDITION} e ON e.id = q.edition_id"
    " WHERE q.id = {row}.question_id AND e.state <> 'written')",
}
BACKWARDS = (
    "OLD.state <> 'written' AND (NEW.state = 'written' OR NEW.number <> OLD.number"
    " OR NEW.questionnaire_id <> OLD.questionnaire_id OR NEW.published_at <> OLD.published_at)"
    " OR OLD.state = 'closed' AND NEW.state <> 'closed'"
)


def seals():
    """(table, deed, condition, message) of each refusal."""
    for table, settled in SETTLED.items():
        old, new = settled.format(row="OLD"), settled.format(row="NEW")
        yield table, "INSERT", new, WORDS
        yield table, "UPDATE", f"{old} OR {new}", WORDS
        yield table, "DELETE", old, WORDS
    yield EDITION, "UPDATE", BACKWARDS, GONE_BACK
    yield EDITION, "DELETE", "OLD.state <> 'written'", GONE_BACK


def name_of(table, deed):
    return f"{table}_sealed_{deed.lower()}"


def seal(apps, schema_editor):
    write = seal_postgresql if schema_editor.connection.vendor == "postgresql" else seal_sqlite
    for table, deed, condition, message in seals():
        write(schema_editor, table, deed, condition, message)


def seal_sqlite(schema_editor, table, deed, condition, message):
    schema_editor.execute(
        f"CREATE TRIGGER {name_of(table, deed)} BEFORE {deed} ON {table} WHEN {condition}"
        f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def seal_postgresql(schema_editor, table, deed, condition, message):
    result = "OLD" if deed == "DELETE" else "NEW"
    schema_editor.execute(
        f"CREATE OR REPLACE FUNCTION {name_of(table, deed)}() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN IF {condition} THEN RAISE EXCEPTION '{message}'"
        f" USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {result}; END $$"
    )
    schema_editor.execute(
        f"CREATE TRIGGER {name_of(table, deed)} BEFORE {deed} ON {table}"
        f" FOR EACH ROW EXECUTE FUNCTION {name_of(table, deed)}()"
    )


def unseal(apps, schema_editor):
    for table, deed, _condition, _message in seals():
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER {name_of(table, deed)} ON {table}")
            schema_editor.execute(f"DROP FUNCTION {name_of(table, deed)}()")
        else:
            schema_editor.execute(f"DROP TRIGGER {name_of(table, deed)}")


class Migration(migrations.Migration):
    dependencies = [("questions", "0001_initial")]
    operations = [migrations.RunPython(seal, unseal)]
