"""The demo's pages: who to be, and what left by mail."""

from django.urls import path

from driehoek.surfaces.demo import views
from driehoek.surfaces.demo.systems import views as systems

app_name = "demo"
urlpatterns = [
    path("", views.cast, name="cast"),
    path("als/<slug:key>/", views.entrance, name="entrance"),
    path("gezicht/<slug:key>.svg", views.drawing, name="drawing"),
    path("werkaccount/", views.identity, name="identity"),
    path("werkaccount/.well-known/openid-configuration", views.identity_document, name="identity_document"),
    path("werkaccount/keys/", views.identity_keys, name="identity_keys"),
    path("werkaccount/token/", views.identity_token, name="identity_token"),
    path("systeem/<slug:school>/token/", systems.token, name="system_token"),
    path("systeem/<slug:school>/ims/oneroster/<slug:service>/v1p2/<slug:kind>", systems.rows, name="system"),
    path("postbus/", views.postbox, name="postbox"),
    path("postbus/brief/<int:pk>/", views.letter, name="letter"),
    path("postbus/telefoon/<slug:digits>/", views.phone, name="phone"),
    path("postbus/<str:key>/", views.mail, name="mail"),
    path("postbus/<str:key>/html/", views.mail_html, name="mail_html"),
]
