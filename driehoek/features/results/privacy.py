"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Source": {"id": "internal", "school": "none", "name": "none"},
    "Item": {
        "id": "internal", "source": "internal", "key": "internal", "school": "none", "group": "none",
        "subject": "content", "title": "content", "category": "content", "description": "content",
        "is_homework": "internal", "assigned_on": "content", "due_on": "content", "least": "none",
        "most": "none",
    },
    "Result": {
        "id": "internal", "source": "internal", "key": "internal", "student": "relation", "school": "none",
        "item": "relation", "score": "content", "text": "content", "status": "content", "is_late": "content",
        "scored_on": "content", "comment": "content", "stamped_at": "internal", "corrected_at": "internal",
        "moment": "internal",
    },
    "ToldAtHome": {
        "id": "internal", "result": "relation", "by": "relation", "at": "internal", "is_shown": "content",
    },
    "Connection": {
        "id": "internal", "school": "none", "source": "none", "address": "internal",
        "token_address": "internal", "client_id": "internal", "sealed_secret": "secret", "set_by": "identity",
        "set_at": "internal", "leased_until": "internal",
    },
    "Cursor": {
        "id": "internal", "connection": "internal", "resource": "internal", "since": "internal",
        "highest": "internal", "offset": "internal", "last_key": "internal",
    },
    "Title": {"id": "internal", "source": "internal", "kind": "internal", "key": "internal", "title": "none"},
    "Run": {
        "id": "internal", "connection": "internal", "began_at": "internal", "ended_at": "internal",
        "refusal": "internal", "rows": "internal", "changes": "internal", "fault_count": "internal",
        "faults": "identity",
    },
    "ReleaseTerms": {
        "id": "internal", "school": "none", "time": "none", "head_start": "none", "by": "identity",
        "at": "internal",
    },
    "Moment": {"id": "internal", "school": "none", "opens_at": "internal", "home_at": "internal"},
    "MissedWork": {"id": "internal", "moment": "internal"},
    "Upload": {
        "id": "internal", "school": "none", "source": "none", "by": "identity", "at": "internal",
        "token": "secret", "is_forgotten": "internal",
    },
    "Proposal": {
        "id": "internal", "upload": "internal", "digest": "internal", "is_empty": "internal",
        "counts": "none", "faults": "identity", "notes": "identity",
    },
    "Refusal": {
        "id": "internal", "upload": "internal", "file": "internal", "line": "internal", "reason": "internal",
    },
    "Decision": {
        "id": "internal", "upload": "internal", "is_agreed": "internal", "by": "identity", "at": "internal",
    },
    "ColumnChoices": {
        "id": "internal", "school": "none", "choices": "internal", "by": "identity", "at": "internal",
    },
}  # fmt: skip
