"""How private each field of this package is: it has no models of its own, the facts lie in people."""

FIELDS: dict[str, dict[str, str]] = {}
