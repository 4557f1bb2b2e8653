"""Asking an OpenID Connect provider who somebody is. Knows nothing of schools or persons."""
