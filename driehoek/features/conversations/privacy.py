"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Conversation": {
        "id": "internal", "school": "none", "line_of": "relation", "with_student": "relation",
        "team": "internal", "about": "content", "started_by": "relation", "started_at": "internal",
        "last_at": "internal", "last_corner": "internal",
    },
    "ConversationChild": {"id": "internal", "conversation": "internal", "student": "relation"},
    "Message": {
        "id": "internal", "conversation": "internal", "author": "relation", "corner": "relation",
        "text": "content", "language": "internal", "at": "internal", "due_at": "internal",
        "edited_at": "internal", "taken_back_at": "internal",
    },
    "MessageAttachment": {
        "id": "internal", "message": "internal", "attachment": "internal", "position": "internal",
    },
    "Hurry": {"id": "internal", "message": "internal", "reason": "content"},
    "Assignment": {
        "id": "internal", "conversation": "internal", "to": "relation", "by": "relation", "at": "internal",
    },
    "Done": {"id": "internal", "conversation": "internal", "by": "relation", "at": "internal"},
    "LeftOut": {"id": "internal", "conversation": "internal", "adult": "relation", "reason": "content"},
    "ReadMark": {"id": "internal", "conversation": "internal", "person": "relation", "at": "internal"},
    "TalkRequest": {
        "id": "internal", "conversation": "internal", "by": "relation", "where": "content",
        "moments": "content", "interpreter": "content", "at": "internal",
    },
    "Proposal": {
        "id": "internal", "request": "internal", "moment": "content", "place": "content", "by": "relation",
        "at": "internal",
    },
    "Agreement": {"id": "internal", "proposal": "internal", "by": "relation", "at": "internal"},
}  # fmt: skip
