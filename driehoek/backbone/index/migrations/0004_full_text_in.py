"""The full-text index of what is read in other languages, as that of what was written."""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE index_words_in USING fts5(
         words, content='index_findablein', content_rowid='id', tokenize='trigram')""",
    """CREATE TRIGGER index_words_in_added AFTER INSERT ON index_findablein BEGIN
         INSERT INTO index_words_in(rowid, words) VALUES (new.id, new.words); END""",
    """CREATE TRIGGER index_words_in_gone AFTER DELETE ON index_findablein BEGIN
         INSERT INTO index_words_in(index_words_in, rowid, words) VALUES ('delete', old.id, old.words); END""",
]
SQLITE_BACK = [
    "DROP TRIGGER index_words_in_added",
    "DROP TRIGGER index_words_in_gone",
    "DROP TABLE index_words_in",
]
POSTGRESQL = ["CREATE INDEX index_findablein_words ON index_findablein USING gin (words gin_trgm_ops)"]
POSTGRESQL_BACK = ["DROP INDEX index_findablein_words"]


def forwards(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def backwards(apps, schema_editor):
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("index", "0003_in_other_languages")]
    operations = [migrations.RunPython(forwards, backwards)]
