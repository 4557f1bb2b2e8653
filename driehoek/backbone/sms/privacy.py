"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "SmsDay": {"id": "internal", "school": "none", "day": "none", "sent": "none"},
    "SmsStop": {"id": "internal", "number": "contact", "at": "internal"},
    "Receipt": {"id": "internal", "reference": "internal", "state": "internal", "at": "internal"},
}
