"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Findable": {
        "id": "internal", "shelf": "internal", "kind": "internal", "thing": "internal", "at": "internal",
        "words": "content",
    },
    "FindableIn": {"id": "internal", "kind": "internal", "thing": "internal", "words": "content"},
    "FindableText": {"id": "internal", "kind": "internal", "thing": "internal", "digest": "secret"},
}  # fmt: skip
