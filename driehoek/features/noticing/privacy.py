"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "TalkRule": {
        "id": "internal", "school": "none", "layer": "none", "what": "none", "times": "none", "weeks": "none",
    },
    "SetAside": {
        "id": "internal", "student": "identity", "school": "none", "what": "content", "reason": "secret",
        "by": "relation", "day": "internal", "at": "internal",
    },
    "Invitation": {
        "id": "internal", "student": "identity", "school": "none", "by": "relation", "day": "internal",
        "at": "internal",
    },
}  # fmt: skip
