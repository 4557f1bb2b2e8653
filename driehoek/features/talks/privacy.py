"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Talk": {
        "id": "internal", "token": "internal", "school": "none", "student": "relation", "kind": "content",
        "moment": "content", "minutes": "internal", "place": "content", "came_from": "internal",
        "by": "relation", "at": "internal",
    },
    "Side": {
        "id": "internal", "talk": "internal", "person": "relation", "corner": "relation",
        "ready_at": "internal", "reply": "content",
    },
    "LeftOut": {"id": "internal", "talk": "internal", "person": "relation", "reason": "content"},
    "Cancellation": {
        "id": "internal", "talk": "internal", "reason": "content", "by": "relation", "at": "internal",
    },
    "TalkReminder": {"id": "internal", "talk": "internal", "kind": "internal", "at": "internal"},
    "Pledge": {
        "id": "internal", "talk": "internal", "doer": "relation", "words": "content", "language": "internal",
        "until": "content", "replaces": "internal", "by": "relation", "at": "internal",
    },
    "PledgeYes": {
        "id": "internal", "pledge": "internal", "side": "relation", "by": "relation", "at": "internal",
    },
    "PledgeOutcome": {
        "id": "internal", "pledge": "internal", "kind": "content", "by": "relation", "at": "internal",
    },
    "PledgeReminder": {"id": "internal", "pledge": "internal", "kind": "internal", "at": "internal"},
    "Answer": {
        "id": "internal", "side": "relation", "question": "content", "tiles": "content", "words": "content",
        "language": "internal", "at": "internal",
    },
    "AskedAlong": {
        "id": "internal", "talk": "internal", "person": "relation", "reason": "content", "by": "relation",
        "at": "internal",
    },
    "HomeOpened": {"id": "internal", "asked": "internal", "side": "relation", "at": "internal"},
    "Companion": {
        "id": "internal", "side": "relation", "name": "content", "kind": "content", "at": "internal",
    },
    "AnswerVoice": {"id": "internal", "answer": "internal", "attachment": "internal"},
    "HomeSituation": {
        "id": "internal", "side": "relation", "tiles": "content", "words": "content", "language": "internal",
        "at": "internal",
    },
    "HomeVoice": {"id": "internal", "situation": "internal", "attachment": "internal"},
    "ContactCheck": {"id": "internal", "side": "relation", "at": "internal"},
    "Point": {
        "id": "internal", "side": "relation", "subject": "content", "words": "content", "note": "content",
        "is_serious": "content", "language": "internal", "at": "internal",
    },
    "PointVoice": {"id": "internal", "point": "internal", "attachment": "internal"},
    "NotesVoice": {"id": "internal", "notes": "internal", "attachment": "internal"},
    "RecordVoice": {"id": "internal", "made": "internal", "attachment": "internal"},
    "TalkNotes": {
        "id": "internal", "talk": "internal", "words": "content", "by": "relation", "at": "internal",
    },
    "TalkRecord": {
        "id": "internal", "talk": "internal", "version": "internal", "words": "content",
        "agreed": "content", "contacts_on": "internal", "by": "relation", "at": "internal",
    },
    "StaffNote": {
        "id": "internal", "student": "relation", "school": "none", "words": "content", "by": "relation",
        "at": "internal",
    },
    "CycleStep": {
        "id": "internal", "school": "none", "layer": "none", "kind": "none", "month": "none",
    },
}  # fmt: skip
