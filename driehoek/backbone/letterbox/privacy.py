"""How private each field of this package is; the words are explained in people/privacy.py."""

from driehoek.backbone.notifications.privacy import LEASE

FIELDS = {
    "Arrival": {
        "id": "internal", "key": "internal", "address": "secret", "raw": "content", "is_cut": "internal",
        "came_at": "internal", "confirmed_at": "internal",
    } | LEASE,
    "Response": {
        "id": "internal", "arrival": "internal", "person": "relation", "kind": "internal",
        "details": "content", "at": "internal",
    },
    "Complaint": {"id": "internal", "person": "relation", "category": "content", "at": "internal"},
}  # fmt: skip
