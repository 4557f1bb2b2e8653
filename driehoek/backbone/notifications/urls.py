"""Where a mail can be stopped."""

from django.urls import path

from driehoek.backbone.notifications import views

app_name = "notifications"
urlpatterns = [path("meldingen/uit/<str:token>/", views.unsubscribe, name="unsubscribe")]
