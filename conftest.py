"""What every test of ours may ask for."""

from tests.cast import cast, django_db_setup

__all__ = ["cast", "django_db_setup"]
