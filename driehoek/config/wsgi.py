"""The door for the web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "driehoek.config.settings")
application = get_wsgi_application()

# A page makes thousands of small things and drops them itself; looking through all of them for circles every
# 700th cost one page in fifteen. What was loaded so far stays for good and is not looked through again.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
