"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Lesson": {
        "id": "internal", "group": "none", "weekday": "none", "starts_at": "none", "ends_at": "none",
        "subject": "none", "teacher": "identity", "room": "none", "starts_on": "none", "ends_on": "none",
    },
    "LessonChange": {
        "id": "internal", "lesson": "relation", "day": "none", "is_off": "none", "room": "none",
        "by": "relation", "at": "internal",
    },
}  # fmt: skip
