"""How private each field of this package is; the words are explained in people/privacy.py."""

PAIR = {"id": "internal", "student": "relation", "guardian": "relation"}
FIELDS = {
    "KindSwitch": {
        "id": "internal", "school": "none", "layer": "none", "kind": "none", "is_open": "none",
        "by": "relation", "at": "internal",
    },
    "LookAlong": PAIR | {
        "school": "relation", "proposed_by": "relation", "proposed_at": "internal",
        "sealed_at": "relation", "ended_at": "relation",
    },
    "Step": {
        "id": "internal", "agreement": "relation", "mode": "relation", "starts_on": "relation",
        "until_what": "none",
    },
    "Signature": {
        "id": "internal", "agreement": "relation", "side": "relation", "by": "relation", "at": "internal",
    },
    "NotSigned": {
        "id": "internal", "agreement": "relation", "side": "relation", "by": "relation",
        "at": "internal",
    },
    "Reason": {
        "id": "internal", "agreement": "relation", "by": "relation", "words": "secret", "at": "internal",
    },
    "StepAnswer": {
        "id": "internal", "step": "relation", "side": "relation", "by": "relation",
        "is_further": "content", "on": "internal",
    },
    "ExtraLook": PAIR | {
        "reason": "secret", "by": "relation", "at": "internal", "starts_on": "relation",
        "ends_on": "relation",
    },
    "Objection": PAIR | {
        "school": "relation", "reason": "secret", "at": "internal", "ended_at": "relation",
    },
    "Weighing": {
        "id": "internal", "objection": "relation", "is_granted": "relation", "reason": "secret",
        "by": "relation", "at": "internal",
    },
}  # fmt: skip
