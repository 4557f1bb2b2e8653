"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Seat": {
        "id": "internal", "person": "relation", "role": "relation", "function": "relation",
        "board": "relation", "school": "relation", "group": "relation", "student": "relation",
        "student_born": "identity", "sector": "none", "guardians_until_age": "none",
        "sees_child": "relation", "sees_group": "relation", "may_answer": "relation",
        "starts_on": "relation", "ends_on": "relation", "since_on": "relation",
        "until_on": "relation",
    },
    "Audience": {"id": "internal", "school": "none"},
    "AudienceLine": {
        "id": "internal", "audience": "none", "role": "none", "board": "none", "school": "none",
        "group": "none", "student": "relation",
    },
}  # fmt: skip
