"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Connection": {
        "id": "internal", "school": "none", "name": "none", "address": "internal",
        "token_address": "internal", "client_id": "internal", "sealed_secret": "secret", "set_by": "identity",
        "set_at": "internal", "leased_until": "internal", "token": "secret", "whole_began_at": "internal",
        "whole_at": "internal", "server_since": "internal", "trusted_at": "internal",
    },
    "Cursor": {
        "id": "internal", "connection": "internal", "resource": "internal", "since": "internal",
        "highest": "internal", "offset": "internal", "last_key": "internal", "size": "internal",
    },
    "Run": {
        "id": "internal", "connection": "internal", "began_at": "internal", "ended_at": "internal",
        "refusal": "internal", "rows": "internal", "by": "identity", "is_whole": "internal",
        "digest": "internal", "upload": "internal", "waits": "internal", "unusable": "internal",
    },
    "Upload": {
        "id": "internal", "school": "none", "by": "identity", "at": "internal", "token": "secret",
        "is_forgotten": "internal",
    },
    "Proposal": {
        "id": "internal", "upload": "internal", "digest": "internal", "is_empty": "internal",
        "counts": "none", "names": "relation", "changes": "contact",
        "asks": "internal", "faults": "identity", "notes": "identity",
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
