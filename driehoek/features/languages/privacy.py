"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "InterpreterRequest": {
        "id": "internal", "school": "none", "person": "relation", "language": "content", "at": "internal",
    },
}  # fmt: skip
