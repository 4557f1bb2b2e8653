"""The floor page behind the same web server as ours."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
