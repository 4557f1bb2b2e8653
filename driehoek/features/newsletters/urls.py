"""Where newsletters are put together and read."""

from django.urls import path

from driehoek.features.newsletters.views import editing, editors, reading, sending

app_name = "newsletters"
urlpatterns = [
    path("school/nieuwsbrieven/", editing.newsletters, name="list"),
    path("school/<int:pk>/nieuwsbrief/maken/", editing.new, name="new"),
    path("school/<int:pk>/nieuwsbrief/redactie/", editors.editors, name="editors"),
    path("school/nieuwsbrief/redactie/<int:pk>/weghalen/", editors.ending, name="editor_ending"),
    path("school/nieuwsbrief/<int:pk>/", editing.sheet, name="sheet"),
    path("school/nieuwsbrief/<int:pk>/naam/", editing.title, name="title"),
    path("school/nieuwsbrief/<int:pk>/weggooien/", editing.disposal, name="disposal"),
    path("school/nieuwsbrief/<int:pk>/blok/<slug:kind>/", editing.new_block, name="new_block"),
    path("school/nieuwsbrief/blok/<int:pk>/", editing.block, name="block"),
    path("school/nieuwsbrief/blok/<int:pk>/omhoog/", editing.moving_up, name="moving_up"),
    path("school/nieuwsbrief/blok/<int:pk>/weghalen/", editing.removal, name="removal"),
    path("school/nieuwsbrief/<int:pk>/voorbeeld/", sending.preview, name="preview"),
    path("school/nieuwsbrief/<int:pk>/versturen/", sending.going, name="going"),
    path("school/nieuwsbrief/<int:pk>/ongedaan/", sending.undoing, name="undoing"),
    path("school/nieuwsbrief/<int:pk>/intrekken/", sending.withdrawal, name="withdrawal"),
    path("nieuwsbrieven/", reading.archive, name="archive"),
    path("nieuwsbrief/<int:pk>/", reading.copy, name="copy"),
]
