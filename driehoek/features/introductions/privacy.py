"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Trait": {"id": "internal", "person": "relation", "field": "none", "words": "content"},
    "Sharing": {
        "id": "internal",
        "person": "relation",
        "group": "relation",
        "field": "content",
        "at": "internal",
    },
}
