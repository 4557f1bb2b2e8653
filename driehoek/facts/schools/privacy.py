"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Board": {"id": "internal", "name": "none"},
    "School": {
        "id": "internal", "board": "none", "name": "none", "sector": "none", "code": "none",
        "address": "none",
        "phone": "none", "colour": "none", "guardians_until_age": "none",
        "starts_at": "none", "bell_time": "none",
        "help_text": "none",
    },
    "SchoolYear": {
        "id": "internal", "school": "none", "name": "none", "starts_on": "none", "ends_on": "none",
    },
    "Holiday": {
        "id": "internal", "school": "none", "name": "none", "starts_on": "none", "ends_on": "none",
    },
    "Leave": {
        "id": "internal", "person": "relation", "deputy": "relation", "starts_on": "relation",
        "ends_on": "relation",
    },
    "Group": {
        "id": "internal", "school": "none", "year": "none", "kind": "none", "name": "none", "layer": "none",
    },
    "Enrolment": {
        "id": "internal", "student": "relation", "group": "relation", "starts_on": "relation",
        "ends_on": "relation", "source": "internal",
    },
    "Appointment": {
        "id": "internal", "person": "relation", "board": "relation", "school": "relation",
        "group": "relation",
        "function": "relation", "days": "relation", "starts_on": "relation", "ends_on": "relation",
        "source": "internal",
    },
    "ExternalKey": {
        "id": "internal", "school": "internal", "key": "identity", "person": "identity",
        "group": "internal",
    },
}  # fmt: skip
