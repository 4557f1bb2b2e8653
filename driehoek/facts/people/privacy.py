"""How private each field of this package is. A field that is not listed fails a test.

none      says nothing about a person
internal  for the machine: keys, times, settings
identity  who someone is: names, faces, birth dates
contact   how to reach someone
relation  who belongs to whom
content   what someone wrote or chose
secret    would do harm outside the few who need it
"""

FIELDS = {
    "Person": {
        "id": "internal", "password": "secret", "last_login": "internal", "given_name": "identity",
        "infix": "identity", "family_name": "identity", "called": "identity", "birth_date": "identity",
        "email": "contact", "mobile": "contact", "login_name": "contact", "is_active": "internal",
        "language": "content", "theme": "content", "text_size": "content", "high_contrast": "content",
    },
    "Portrait": {
        "id": "internal", "person": "identity", "token": "secret", "updated_at": "internal",
    },
    "Guardianship": {
        "id": "internal", "guardian": "relation", "student": "relation", "kind": "relation",
        "sees_child": "relation", "sees_group": "relation", "may_answer": "relation",
        "may_collect": "relation", "starts_on": "relation", "ends_on": "relation", "source": "internal",
        "basis": "secret",
    },
    "NearPerson": {
        "id": "internal", "student": "relation", "named_by": "relation", "name": "identity",
        "relation": "relation", "phone": "contact", "may_collect": "relation", "in_emergency": "relation",
        "at": "internal", "removed_at": "internal",
    },
    "NearPersonAnswer": {
        "id": "internal", "near": "relation", "is_agreed": "relation", "reason": "content",
        "by": "relation", "at": "internal",
    },
    "Approval": {"id": "internal", "guardianship": "relation", "by": "relation", "at": "internal"},
    "StudentGrant": {
        "id": "internal", "student": "relation", "guardian": "relation", "kind": "relation",
        "starts_on": "relation", "ends_on": "relation",
    },
    "Restriction": {
        "id": "internal", "student": "secret", "adult": "secret", "kind": "secret", "starts_on": "secret",
        "ends_on": "secret", "basis": "secret", "entered_by": "secret",
    },
    "Protection": {
        "id": "internal", "student": "secret", "basis": "secret", "entered_by": "secret",
        "entered_at": "secret",
    },
    "ProtectionReader": {"id": "internal", "protection": "secret", "person": "secret"},
}  # fmt: skip
