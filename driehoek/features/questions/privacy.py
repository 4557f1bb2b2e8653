"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Question": {
        "id": "internal", "group": "none", "author": "relation", "text": "content", "language": "internal",
        "asked_at": "internal", "edited_at": "internal", "closes_at": "internal",
    },
    "Answer": {
        "id": "internal", "question": "internal", "author": "relation", "corner": "none", "text": "content",
        "language": "internal", "at": "internal", "due_at": "internal", "hurry": "content",
        "edited_at": "internal",
    },
    "QuestionVoice": {"id": "internal", "question": "internal", "attachment": "internal"},
    "AnswerVoice": {"id": "internal", "answer": "internal", "attachment": "internal"},
    "Closing": {"id": "internal", "question": "internal", "by": "relation", "at": "internal"},
    "Removal": {"id": "internal", "question": "internal", "by": "relation", "at": "internal"},
    "AnswerRemoval": {"id": "internal", "answer": "internal", "by": "relation", "at": "internal"},
}  # fmt: skip
