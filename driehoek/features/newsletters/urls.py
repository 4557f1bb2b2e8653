"""Where newsletters are put together and read."""

from django.urls import path

from driehoek.features.newsletters.views import editing, editors, illustrating, public, reading, sending

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
    path("school/nieuwsbrief/blok/<int:pk>/fotos/", illustrating.photos, name="photos"),
    path(
        "school/nieuwsbrief/blok/<int:pk>/fotos/<int:photo>/weghalen/",
        illustrating.photo_removal,
        name="photo_removal",
    ),
    path("school/nieuwsbrief/blok/<int:pk>/omhoog/", editing.moving_up, name="moving_up"),
    path("school/nieuwsbrief/blok/<int:pk>/weghalen/", editing.removal, name="removal"),
    path("school/nieuwsbrief/<int:pk>/voorbeeld/", sending.preview, name="preview"),
    path("school/nieuwsbrief/<int:pk>/versturen/", sending.going, name="going"),
    path("school/nieuwsbrief/<int:pk>/ongedaan/", sending.undoing, name="undoing"),
    path("school/nieuwsbrief/<int:pk>/intrekken/", sending.withdrawal, name="withdrawal"),
    path("school/nieuwsbrief/<int:pk>/gebracht/", sending.brought, name="brought"),
    path("nieuwsbrieven/", reading.archive, name="archive"),
    path("nieuwsbrief/<int:pk>/", reading.copy, name="copy"),
    path("nieuwsbrief/<int:pk>/afdruk/", reading.print_out, name="print_out"),
    path("nieuwsbrief/blok/<int:pk>/", reading.found, name="found"),
    path("nieuwsbrief/blok/<int:pk>/komen/", reading.attendance, name="attendance"),
    path("nieuwsbrief/blok/<int:pk>/agenda/", reading.calendar, name="calendar"),
    path("school/nieuwsbrief/blok/<int:pk>/wie-komt/", sending.attending, name="attending"),
    path("school/nieuwsbrief/<int:pk>/openbaar/", sending.opening, name="opening"),
    path("school/nieuwsbrief/<int:pk>/prikbord/", sending.board, name="board"),
    path("nieuws/<slug:address>/", public.letters, name="public"),
    path("nieuws/<slug:address>/<int:pk>/", public.letter, name="public_letter"),
]
