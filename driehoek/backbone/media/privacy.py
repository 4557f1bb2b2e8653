"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Photo": {
        "id": "internal", "token": "secret", "school": "none", "uploaded_by": "relation",
        "purpose": "internal", "width": "none", "height": "none", "colour": "none", "alt": "content",
        "created_at": "internal", "checked_at": "internal",
    },
    "PhotoRemoval": {"id": "internal", "photo": "internal", "by": "relation", "at": "internal"},
    "PhotoGroup": {"id": "internal", "photo": "internal", "group": "internal", "taken_on": "internal"},
    "PhotoCheck": {
        "id": "internal", "photo": "internal", "student": "relation", "present": "relation", "by": "relation",
        "at": "internal",
    },
    "PhotoLimit": {
        "id": "internal", "photo": "internal", "student": "relation", "by": "relation", "at": "internal",
    },
    "Cover": {
        "id": "internal", "photo": "internal", "student": "relation", "x": "internal", "y": "internal",
        "radius": "internal", "by": "relation", "at": "internal",
    },
    "PhotoHold": {
        "id": "internal", "photo": "internal", "student": "relation", "since": "internal",
        "lifted_at": "internal", "lifted_by": "relation",
    },
    "WatchedEnrolment": {
        "id": "internal", "enrolment": "relation", "purpose": "internal", "shown": "content",
        "starts_on": "relation", "ends_on": "relation",
    },
}  # fmt: skip
