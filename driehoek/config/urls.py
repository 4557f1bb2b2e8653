"""Every address of the portal, by package."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("driehoek.base.shell.urls")),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("driehoek.surfaces.demo.urls"))]
