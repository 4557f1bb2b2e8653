"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Tip": {
        "id": "internal", "school": "none", "theme": "none", "ages": "none", "title": "none", "what": "none",
        "minutes": "none", "needs": "none", "talk": "none", "by": "relation", "at": "internal",
    },
}  # fmt: skip
