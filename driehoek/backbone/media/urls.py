"""Where photos and attachments are fetched."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from driehoek.backbone.media import views
from driehoek.backbone.media.files import PATTERN


class TokenConverter(StringConverter):
    """As files.new_token() makes them; anything else is no address."""

    regex = PATTERN


register_converter(TokenConverter, "token")

app_name = "media"
urlpatterns = [
    path("foto/<token:token>/<int:size>/", views.photo, name="photo"),
    path("bijlage/<token:token>/", views.attachment, name="attachment"),
    path("bijlage/<token:token>/klein/", views.attachment_picture, name="attachment_picture"),
]
