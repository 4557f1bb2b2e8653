"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Alarm": {
        "id": "internal", "thing": "internal", "reason": "internal", "at": "internal", "seen_at": "internal",
    },
    "Attempt": {"id": "internal", "bucket": "internal", "starts_at": "internal", "count": "internal"},
    "Rhythm": {"name": "none", "due_at": "internal"},
    "WorkerPulse": {"worker_id": "internal", "seen_at": "internal"},
}  # fmt: skip
