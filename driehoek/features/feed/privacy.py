"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Post": {
        "id": "internal", "school": "none", "group": "none", "student": "relation", "author": "relation",
        "audience": "none", "kind": "none", "title": "content", "text": "content", "ask_at_home": "content",
        "actions": "content",
        "theme": "none", "due_on": "content", "link": "content", "practice": "content", "minutes": "content",
        "needs": "content", "talk_about": "content",
        "language": "internal", "wanted_at": "internal", "created_at": "internal", "version": "internal",
    },
    "Publication": {
        "id": "internal", "post": "internal", "by": "relation", "at": "internal", "due_at": "internal",
        "place": "relation",
    },
    "Withdrawal": {"id": "internal", "post": "internal", "by": "relation", "at": "internal"},
    "PostPhoto": {"id": "internal", "post": "internal", "photo": "internal", "position": "internal"},
    "PostAttachment": {
        "id": "internal", "post": "internal", "attachment": "internal", "position": "internal",
    },
    "CommentAttachment": {
        "id": "internal", "comment": "internal", "attachment": "internal", "position": "internal",
    },
    "Comment": {
        "id": "internal", "post": "internal", "author": "relation", "corner": "relation",
        "thread_of": "relation", "text": "content", "language": "internal", "at": "internal",
        "due_at": "internal", "hurry": "content", "edited_at": "internal",
    },
    "Removal": {"id": "internal", "comment": "internal", "by": "relation", "at": "internal"},
    "Reaction": {
        "id": "internal", "post": "internal", "person": "relation", "corner": "relation", "at": "internal",
    },
    "AskMe": {"id": "internal", "post": "internal", "student": "relation", "at": "internal"},
    "ReadMark": {"id": "internal", "post": "internal", "person": "relation", "at": "internal"},
    "Poll": {
        "id": "internal", "post": "internal", "question": "content", "shows": "none", "closes_at": "internal",
    },
    "PollOption": {"id": "internal", "poll": "internal", "text": "content", "position": "internal"},
    "PollAnswer": {
        "id": "internal", "poll": "internal", "option": "content", "person": "relation", "at": "internal",
    },
    "GroupAgreement": {
        "id": "internal", "group": "none", "rhythm": "none", "a_week": "none", "kinds": "none",
        "answers_within": "none", "remarks": "content", "language": "internal", "by": "relation",
        "at": "internal",
    },
    "NewsWeek": {"id": "internal", "group": "none", "ends_at": "internal"},
    "ExplanationRequest": {"id": "internal", "post": "internal", "person": "relation", "at": "internal"},
    "SharedQuestion": {
        "id": "internal", "comment": "internal", "question": "content", "answer": "content",
        "language": "internal", "by": "relation", "at": "internal",
        "due_at": "internal",
    },
    "Verdict": {"id": "internal", "shared_question": "internal", "agrees": "content", "at": "internal"},
}  # fmt: skip
