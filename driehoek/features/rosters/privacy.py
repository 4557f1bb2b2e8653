"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Upload": {
        "id": "internal", "school": "none", "by": "identity", "at": "internal", "token": "secret",
        "is_forgotten": "internal",
    },
    "Proposal": {
        "id": "internal", "upload": "internal", "digest": "internal", "is_empty": "internal",
        "counts": "none", "names": "relation", "changes": "contact",
        "asks": "internal", "faults": "identity", "notes": "identity",
    },
    "Refusal": {
        "id": "internal", "upload": "internal", "file": "internal", "line": "internal", "reason": "internal",
    },
    "Decision": {
        "id": "internal", "upload": "internal", "is_agreed": "internal", "by": "identity", "at": "internal",
    },
    "ColumnChoices": {
        "id": "internal", "school": "none", "choices": "internal", "by": "identity", "at": "internal",
    },
}  # fmt: skip
