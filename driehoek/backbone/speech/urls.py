"""Where things are heard: by the name of their model and their key."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from driehoek.backbone.speech import views


class LabelConverter(StringConverter):
    """ "feed.post" """

    regex = r"[a-z]+\.[a-z]+"


class PartConverter(StringConverter):
    regex = "[a-z]{1,20}"


class PageConverter(StringConverter):
    """ "entry:signin", "kitchen:toren" """

    regex = r"[a-z]+:[a-z_-]+"


register_converter(LabelConverter, "label")
register_converter(PartConverter, "part")
register_converter(PageConverter, "page")

app_name = "speech"
urlpatterns = [
    path("luister/<label:label>/<int:pk>/", views.listen, name="listen"),
    path("luister/<label:label>/<int:pk>/<part:part>/", views.listen, name="listen_part"),
    path("geluid/<label:label>/<int:pk>/", views.sound, name="sound"),
    path("geluid/<label:label>/<int:pk>/<part:part>/", views.sound, name="sound_part"),
    path("geluid/<page:name>/", views.explanation, name="explanation"),
]
