"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Case": {
        "id": "internal", "label": "internal", "key": "internal", "school": "none", "group": "none",
        "author": "relation", "about": "relation", "words": "content", "said_at": "internal",
        "opened_at": "internal",
    },
    "CaseAttachment": {"id": "internal", "case": "internal", "attachment": "content"},
    "Report": {
        "id": "internal", "case": "internal", "reporter": "secret", "reason": "content", "words": "content",
        "at": "internal",
    },
    "Verdict": {
        "id": "internal", "case": "internal", "outcome": "content", "reason": "content", "by": "relation",
        "at": "internal",
    },
    "Hiding": {"id": "internal", "case": "internal", "reason": "content", "at": "internal"},
    "Trace": {
        "id": "internal", "label": "internal", "key": "internal", "school": "none", "author": "relation",
        "words": "content", "act": "internal", "at": "internal",
    },
    "Silence": {
        "id": "internal", "school": "none", "group": "none", "reason": "content", "by": "relation",
        "at": "internal", "lifted_by": "relation", "lifted_at": "internal",
    },
    "Conduct": {
        "id": "internal", "school": "none", "version": "internal", "text": "none", "by": "relation",
        "at": "internal",
    },
    "Acceptance": {
        "id": "internal", "school": "none", "person": "relation", "version": "internal", "at": "internal",
    },
}  # fmt: skip
