"""Where the gateway brings texts and reports."""

from django.urls import path

from driehoek.backbone.texting import views

app_name = "texting"
urlpatterns = [path("sms/", views.gateway, name="gateway")]
