"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {"Handover": {"id": "internal", "student": "identity", "at": "internal"}}
