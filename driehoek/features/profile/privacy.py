"""How private each field of this package is: it has no models of its own."""

FIELDS: dict[str, dict[str, str]] = {}
