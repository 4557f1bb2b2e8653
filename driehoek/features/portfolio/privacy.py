"""How private each field of this package is; the words are explained in people/privacy.py."""

THING = {
    "id": "internal", "school": "none", "group": "none", "student": "relation", "author": "relation",
    "text": "content", "language": "internal", "version": "internal", "whom": "content", "at": "internal",
}  # fmt: skip
ACT = {"id": "internal", "by": "relation", "at": "internal"}
CARRIED = {"id": "internal", "attachment": "internal", "position": "internal"}

FIELDS = {
    "Work": THING | {"title": "content", "until_on": "content", "period": "internal"},
    "Period": {
        "id": "internal", "school": "none", "group": "none", "author": "relation", "title": "content",
        "assignment": "content", "onward": "content", "starts_on": "none", "ends_on": "none",
        "language": "internal", "at": "internal",
    },
    "Standing": ACT | {"period": "internal", "school": "none", "student": "relation", "step": "content"},
    "WorkLook": ACT | {"work": "internal", "for_class": "internal"},
    "WorkReader": {"id": "internal", "work": "internal", "guardian": "relation"},
    "WorkVersion": {
        "id": "internal", "work": "internal", "number": "internal", "title": "content", "text": "content",
        "until": "internal", "by": "relation",
    },
    "WorkRemoval": ACT | {"work": "internal"},
    "WorkPhoto": {"id": "internal", "work": "internal", "photo": "internal", "position": "internal"},
    "WorkAttachment": CARRIED | {"work": "internal"},
    "Goal": THING | {"help": "content", "step": "content"},
    "GoalStep": ACT | {"goal": "internal", "step": "content"},
    "GoalVersion": {
        "id": "internal", "goal": "internal", "number": "internal", "text": "content", "help": "content",
        "until": "internal", "by": "relation",
    },
    "GoalVoice": {"id": "internal", "goal": "internal", "attachment": "internal"},
    "GoalVersionVoice": {"id": "internal", "version": "internal", "attachment": "internal"},
    "GoalReading": {
        "id": "internal", "goal": "internal", "version": "internal", "person": "relation", "at": "internal",
    },
    "GoalRemoval": ACT | {"goal": "internal"},
    "Bundle": {
        "id": "internal", "school": "none", "student": "relation", "author": "relation", "hat": "internal",
        "title": "content", "at": "internal",
    },
    "BundleItem": {
        "id": "internal", "bundle": "internal", "position": "internal", "work": "internal",
        "goal": "internal", "words": "content",
    },
    "Parcel": {
        "id": "internal", "bundle": "internal", "token": "secret", "asked_by": "relation", "at": "internal",
        "expires_at": "internal", "done": "internal", "total": "internal", "is_ready": "internal",
        "size": "internal",
    },
    "ParcelPart": {"id": "internal", "parcel": "internal", "label": "internal", "key": "internal"},
    "Packing": {
        "id": "internal", "parcel": "internal", "due_at": "internal", "state": "internal",
        "reason": "internal", "attempts": "internal", "stumbles": "internal", "lease_token": "internal",
        "lease_until": "internal",
    },
    "Echo": {
        "id": "internal", "school": "none", "student": "relation", "work": "internal", "goal": "internal",
        "author": "relation", "corner": "content", "text": "content", "language": "internal",
        "at": "internal",
    },
    "EchoAttachment": CARRIED | {"echo": "internal"},
    "EchoHeard": {"id": "internal", "echo": "internal", "person": "relation", "at": "internal"},
    "EchoRemoval": ACT | {"echo": "internal"},
}  # fmt: skip
