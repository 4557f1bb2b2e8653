"""Addresses of the shell."""

from django.urls import path, re_path

from driehoek.base.shell import views

app_name = "shell"
urlpatterns = [
    path("taal/", views.language, name="language"),
    path("hulp/", views.help_page, name="help"),
    path("offline/", views.offline, name="offline"),
    re_path(r"^thema/(?P<colour>[0-9a-f]{6})\.css$", views.theme, name="theme"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("sw.js", views.service_worker, name="service_worker"),
    path("shell/", views.parts, name="parts"),
]
