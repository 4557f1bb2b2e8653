"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Talked": {
        "id": "internal", "person": "relation", "student": "relation", "key": "internal", "at": "internal",
    },
}  # fmt: skip
