"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Milestone": {
        "id": "internal", "student": "relation", "school": "none", "kind": "content", "title": "content",
        "words": "content", "place": "content", "starts_on": "content", "ends_on": "content",
        "home_at": "internal", "language": "internal", "by": "relation", "at": "internal",
    },
}  # fmt: skip
