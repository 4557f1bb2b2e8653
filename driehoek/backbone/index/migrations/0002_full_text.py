"""The full-text index of each database: SQLite's FTS5 over the same rows, PostgreSQL's trigrams on them."""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE index_words USING fts5(
         words, content='index_findable', content_rowid='id', tokenize='trigram')""",
    """CREATE TRIGGER index_words_added AFTER INSERT ON index_findable BEGIN
         INSERT INTO index_words(rowid, words) VALUES (new.id, new.words); END""",
    """CREATE TRIGGER index_words_gone AFTER DELETE ON index_findable BEGIN
         INSERT INTO index_words(index_words, rowid, words) VALUES ('delete', old.id, old.words); END""",
]
SQLITE_BACK = [
    "DROP TRIGGER index_words_added",
    "DROP TRIGGER index_words_gone",
    "DROP TABLE index_words",
]
POSTGRESQL = [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX index_findable_words ON index_findable USING gin (words gin_trgm_ops)",
]
POSTGRESQL_BACK = ["DROP INDEX index_findable_words"]


def forwards(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def backwards(apps, schema_editor):
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("index", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
