"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Alert": {
        "id": "internal", "token": "internal", "school": "none", "audience": "internal", "author": "relation",
        "what": "content", "title": "content", "text": "content", "language": "internal",
        "is_public": "content", "at": "internal", "until": "content",
    },
    "Withdrawal": {"id": "internal", "alert": "internal", "by": "relation", "at": "internal"},
    "Call": {
        "id": "internal", "alert": "internal", "person": "relation", "by": "relation", "at": "internal",
    },
}  # fmt: skip
