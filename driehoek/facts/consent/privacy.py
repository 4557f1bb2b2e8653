"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "ConsentAnswer": {
        "id": "internal", "student": "relation", "number": "internal", "purpose": "content",
        "shown": "content", "by": "relation", "at": "internal", "text_version": "internal",
        "prev_hash": "internal", "hash": "internal",
    },
    "ConsentPurge": {
        "id": "internal", "student": "relation", "answers": "internal", "last_hash": "internal",
        "last_answer": "internal", "left_on": "relation", "by": "relation", "at": "internal",
    },
    "CurrentAnswer": {
        "id": "internal", "student": "relation", "purpose": "content", "by": "relation", "shown": "content",
        "answer": "internal",
    },
}  # fmt: skip
