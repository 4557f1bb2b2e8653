"""Every address of the portal, by package."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("driehoek.base.shell.urls")),
    path("", include("driehoek.features.portraits.urls")),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("driehoek.surfaces.demo.urls"))]
handler403 = "driehoek.base.shell.errors.forbidden"
handler404 = "driehoek.base.shell.errors.not_found"
handler500 = "driehoek.base.shell.errors.broken"
