"""Where photos are fetched."""

from django.urls import path

from driehoek.backbone.media import views

app_name = "media"
urlpatterns = [path("foto/<str:token>/<int:size>/", views.photo, name="photo")]
