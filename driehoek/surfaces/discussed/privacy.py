"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "PointWork": {"id": "internal", "point": "internal", "work": "internal"},
    "PointResult": {"id": "internal", "point": "internal", "result": "internal"},
}
