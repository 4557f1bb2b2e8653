"""How private each field of this package is; the words are explained in people/privacy.py."""

LEASE = dict.fromkeys(
    ["due_at", "state", "reason", "attempts", "stumbles", "lease_token", "lease_until"], "internal"
)
FIELDS = {
    "Telling": {"id": "internal", "entry": "internal", "told_at": "internal", "expected": "internal",
                "lane": "internal"} | LEASE,
    "Notification": {"id": "internal", "person": "relation", "entry": "internal", "category": "internal",
                     "read_at": "secret"},
    "Delivery": {
        "id": "internal", "notification": "internal", "channel": "internal", "message_id": "internal",
        "rhythm": "internal", "lane": "internal", "digest": "internal",
        "first_due_at": "internal", "sent_at": "internal",
    } | LEASE,
    "HouseRule": {
        "id": "internal", "school": "none", "category": "none", "readers": "none", "offer": "none",
    },
    "Brevity": {"id": "internal", "person": "relation"},
    "SchoolBrevity": {"id": "internal", "school": "none"},
    "Interest": {"id": "internal", "person": "relation", "reach": "content"},
    "Digest": {
        "id": "internal", "person": "relation", "channel": "internal", "message_id": "internal",
        "asked": "internal", "first_due_at": "internal", "sent_at": "internal",
    } | LEASE,
    "DigestTime": {
        "id": "internal", "person": "relation", "weekday": "content", "weekly_at": "content",
        "daily_at": "content",
    },
    "PaperLetter": {
        "id": "internal", "digest": "relation", "student": "relation", "group": "relation",
        "copies": "internal", "printed_by": "relation", "printed_at": "internal", "handed_by": "relation",
        "handed_at": "internal",
    },
    "PaperAnswer": {"id": "internal", "letter": "relation", "told": "relation", "by": "relation",
                    "at": "internal"},
    "Urgency": {"id": "internal", "entry": "internal", "reason": "content", "by": "relation",
                "at": "internal"},
    "PushSubscription": {
        "id": "internal", "person": "relation", "endpoint": "secret", "fingerprint": "secret",
        "p256dh": "secret", "auth": "secret", "key": "internal", "kind": "internal", "since": "internal",
        "ended_at": "internal",
    },
    "Pause": {"id": "internal", "service": "internal", "until": "internal"},
    "Refusal": {
        "id": "internal", "channel": "internal", "address": "contact", "day": "internal", "code": "internal",
    },
    "Preference": {
        "id": "internal", "person": "relation", "category": "content", "channel": "content",
        "rhythm": "content", "student": "relation", "school": "relation",
    },
}  # fmt: skip
