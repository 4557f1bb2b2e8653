"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Assignment": {
        "id": "internal", "student": "relation", "school": "none", "group": "none", "key": "content",
        "due_on": "content", "home_at": "internal", "by": "relation", "at": "internal",
    },
    "Outcome": {
        "id": "internal", "assignment": "internal", "student": "relation", "school": "none",
        "author": "relation", "together": "content", "text": "content", "language": "internal",
        "at": "internal",
    },
    "OutcomeVoice": {"id": "internal", "outcome": "internal", "attachment": "internal"},
    "TakenBack": {"id": "internal", "assignment": "internal", "by": "relation", "at": "internal"},
    "Brought": {"id": "internal", "outcome": "internal", "at": "internal"},
}  # fmt: skip
