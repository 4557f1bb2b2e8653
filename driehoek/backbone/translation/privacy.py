"""How private each field of this package is; the words are explained in people/privacy.py."""

LEASE = dict.fromkeys(
    ["due_at", "state", "reason", "attempts", "stumbles", "lease_token", "lease_until"], "internal"
)
FIELDS = {
    "Translation": {
        "id": "internal", "school": "none", "digest": "secret", "source": "internal", "language": "internal",
        "original": "content", "words": "content", "doubt": "internal", "wanted_at": "internal",
    } | LEASE,
    "Changed": {"id": "internal", "digest": "secret"},
    "Correction": {
        "id": "internal", "translation": "internal", "words": "content", "by": "relation", "at": "internal",
    },
    "Agreement": {"id": "internal", "school": "none", "by": "relation", "at": "internal"},
    "Helper": {
        "id": "internal", "school": "none", "person": "relation", "language": "content", "by": "relation",
        "at": "internal",
    },
    "Term": {
        "id": "internal", "school": "none", "word": "none", "plain": "none", "stays": "none", "said": "none",
    },
}  # fmt: skip
