"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Correction": {
        "id": "internal", "person": "identity", "field": "content", "before": "contact", "after": "contact",
        "starts_on": "contact", "at": "internal",
    },
    "CorrectionAnswer": {
        "id": "internal", "correction": "relation", "is_accepted": "content", "reason": "content",
        "by": "relation", "at": "internal",
    },
}  # fmt: skip
