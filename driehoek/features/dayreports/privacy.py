"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "DayReport": {
        "id": "internal", "student": "relation", "group": "none", "day": "content", "eaten": "content",
        "slept": "content", "mood": "content", "words": "content", "language": "internal", "by": "relation",
        "at": "internal",
    },
    "DayVoice": {"id": "internal", "report": "relation", "attachment": "internal"},
}  # fmt: skip
