"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Newsletter": {
        "id": "internal", "token": "internal", "school": "none", "author": "relation", "title": "content",
        "language": "internal", "created_at": "internal",
    },
    "Sending": {
        "id": "internal", "newsletter": "internal", "by": "relation", "at": "internal", "due_at": "internal",
        "copied_at": "internal",
    },
    "Withdrawal": {"id": "internal", "newsletter": "internal", "by": "relation", "at": "internal"},
    "Editor": {"id": "internal", "school": "none", "person": "relation", "by": "relation", "at": "internal"},
    "Block": {
        "id": "internal", "newsletter": "internal", "token": "internal", "author": "relation",
        "audience": "internal", "kind": "content", "position": "internal", "title": "content",
        "text": "content", "language": "internal", "who": "content", "is_open": "content", "on": "content",
        "starts": "content", "ends": "content", "place": "content", "asks": "content",
    },
    "BlockPhoto": {"id": "internal", "block": "internal", "photo": "internal", "position": "internal"},
    "Edition": {"id": "internal", "newsletter": "internal", "language": "internal", "words": "content"},
    "Copy": {
        "id": "internal", "newsletter": "internal", "edition": "internal", "person": "relation",
        "at": "internal",
    },
    "CopyLine": {
        "id": "internal", "copy": "internal", "block": "internal", "student": "relation", "place": "internal",
    },
    "Attendance": {
        "id": "internal", "block": "internal", "person": "relation", "number": "content", "at": "internal",
    },
    "Opening": {"id": "internal", "newsletter": "internal", "by": "relation", "at": "internal"},
    "Source": {"id": "internal", "block": "internal", "label": "internal", "key": "internal"},
    "Tag": {
        "id": "internal", "block": "internal", "group": "relation", "year": "content", "programme": "content",
    },
}  # fmt: skip
