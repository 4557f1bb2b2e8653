"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Photo": {
        "id": "internal", "token": "secret", "school": "none", "uploaded_by": "relation",
        "purpose": "internal", "width": "none", "height": "none", "colour": "none", "alt": "content",
        "film": "internal", "created_at": "internal", "checked_at": "internal",
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
    "PhotoTag": {
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
    "Conversion": {
        "id": "internal", "attachment": "internal", "container": "internal", "due_at": "internal",
        "state": "internal", "reason": "internal", "attempts": "internal", "stumbles": "internal",
        "lease_token": "internal", "lease_until": "internal",
    },
    "Attachment": {
        "id": "internal", "token": "secret", "kind": "internal", "state": "internal", "school": "none",
        "owner": "relation", "hat": "relation", "name": "content", "alt": "content", "language": "internal",
        "ending": "internal", "size": "internal", "digest": "secret", "seconds": "internal", "width": "none",
        "height": "none", "has_pictures": "internal", "created_at": "internal",
    },
}  # fmt: skip
