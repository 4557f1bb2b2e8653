"""The door for the web server."""

import os

from django.core.wsgi import get_wsgi_application

from driehoek.base.core.crowding import Doorman
from driehoek.base.core.garbage import look_seldom
from driehoek.base.shell.full import NEVER_SHUT, too_crowded

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "driehoek.config.settings")
application = Doorman(
    get_wsgi_application(),
    too_crowded,
    places=int(os.environ.get("DRIEHOEK_PLACES", "4")),  # pages made at once by one process
    line=6,
    open_to_all=NEVER_SHUT,
)
look_seldom()
