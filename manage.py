"""Django's command line, with our settings."""

import os
import sys

import driehoek  # noqa: F401  (chooses the SQLite before Django loads one)
from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "driehoek.config.settings")
execute_from_command_line(sys.argv)
