"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Demand": {"id": "internal", "school": "none", "by": "relation", "at": "internal"},
    "Device": {
        "session_key": "secret", "session_data": "secret", "expire_date": "internal", "handle": "internal",
        "person": "relation", "kind": "identity", "since_on": "content", "last_used_on": "content",
    },
    "Invitation": {
        "id": "internal", "guardianship": "relation", "road": "internal", "code_hash": "secret",
        "created_by": "relation", "created_at": "internal", "expires_at": "internal",
        "delivered_at": "internal",
        "opened_at": "content", "used_at": "content", "withdrawn_at": "internal", "stopped_at": "content",
        "wanted_at": "content", "tries": "internal",
    },
    "JoinedPerson": {
        "id": "internal", "gone": "relation", "into": "relation", "by": "relation", "at": "internal",
    },
    "Provider": {
        "id": "internal", "board": "none", "name": "none", "issuer": "none", "client_id": "internal",
        "sealed_secret": "secret", "key_claim": "none", "asks_second": "none", "second_is": "none",
        "set_by": "relation", "set_at": "internal",
    },
    "SignInCode": {
        "id": "internal", "address": "contact", "seed": "secret", "asked_at": "internal", "tries": "internal",
        "used_at": "internal",
    },
    "StaffInvitation": {
        "id": "internal", "person": "relation", "school": "relation", "created_by": "relation",
        "code_hash": "secret", "created_at": "internal", "expires_at": "internal", "used_at": "internal",
        "withdrawn_at": "internal",
    },
    "StudentCard": {
        "id": "internal", "student": "relation", "group": "relation", "made_by": "relation",
        "code_hash": "secret", "made_at": "internal", "expires_on": "internal", "withdrawn_at": "internal",
    },
    "WorkAccount": {
        "id": "internal", "provider": "internal", "subject": "identity", "person": "relation",
        "at": "internal",
    },
}  # fmt: skip
