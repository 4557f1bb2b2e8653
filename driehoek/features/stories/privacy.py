"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Story": {
        "id": "internal", "school": "none", "group": "none", "student": "relation", "author": "relation",
        "text": "content", "language": "internal", "begun_at": "internal", "sent_at": "internal",
        "edited_at": "internal", "on_photos": "content", "for_class": "content", "in_circle": "content",
        "at_home": "content",
    },
    "StoryPhoto": {"id": "internal", "story": "internal", "photo": "internal", "position": "internal"},
    "StoryVoice": {"id": "internal", "story": "internal", "attachment": "internal"},
    "Showing": {"id": "internal", "story": "internal", "by": "relation", "at": "internal"},
    "Removal": {"id": "internal", "story": "internal", "by": "relation", "at": "internal"},
}  # fmt: skip
