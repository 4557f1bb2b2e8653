"""The door for the web server."""

import os

from django.core.wsgi import get_wsgi_application

from driehoek.base.core.garbage import look_seldom

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "driehoek.config.settings")
application = get_wsgi_application()
look_seldom()
