"""Where photos and attachments are fetched."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from driehoek.backbone.media import views


class TokenConverter(StringConverter):
    """128 bits in base64, as files.new_token() makes them; anything else is no address."""

    regex = "[A-Za-z0-9_-]{22}"


register_converter(TokenConverter, "token")

app_name = "media"
urlpatterns = [
    path("foto/<token:token>/<int:size>/", views.photo, name="photo"),
    path("bijlage/<token:token>/", views.attachment, name="attachment"),
    path("bijlage/<token:token>/klein/", views.attachment_picture, name="attachment_picture"),
]
