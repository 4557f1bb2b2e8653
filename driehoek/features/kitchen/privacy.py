"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Talked": {
        "id": "internal", "person": "relation", "student": "relation", "key": "internal", "at": "internal",
    },
    "Wish": {
        "id": "internal", "student": "relation", "school": "none", "week": "none", "picked": "content",
        "words": "content", "language": "internal", "at": "internal",
    },
    "WishVoice": {"id": "internal", "wish": "internal", "attachment": "internal"},
    "Reflection": {
        "id": "internal", "student": "relation", "school": "none", "week": "none", "asked": "internal",
        "text": "content", "language": "internal", "for_teacher": "content", "at": "internal",
    },
    "ReflectionVoice": {"id": "internal", "reflection": "internal", "attachment": "internal"},
}  # fmt: skip
