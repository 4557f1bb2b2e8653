"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Entry": {
        "id": "internal", "verb": "internal", "actor": "relation", "subject_type": "internal",
        "subject_id": "internal", "at": "internal", "due_at": "internal",
    },
    "Forgotten": {"id": "internal", "what": "none", "rows": "none", "before": "none", "at": "internal"},
}  # fmt: skip
