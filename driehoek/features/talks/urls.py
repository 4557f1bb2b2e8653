"""Where a talk is planned, and where people see what was agreed."""

from django.urls import path

from driehoek.features.talks.views import along, cycle, planning, pledging, preparing, reading, running

app_name = "talks"
urlpatterns = [
    path("gesprekken/", reading.talks, name="list"),
    path("gesprekken/nieuw/<int:pk>/", planning.new, name="new"),
    path("gesprek/<int:pk>/", reading.talk, name="talk"),
    path("gesprek/<int:pk>/verplaatsen/", planning.moving, name="moving"),
    path("gesprek/<int:pk>/afzeggen/", planning.cancelling, name="cancelling"),
    path("gesprek/<int:pk>/erbij/", along.asking, name="asking_along"),
    path("gesprekken/erbij/<int:pk>/weg/", along.removal, name="along_removal"),
    path("gesprekken/erbij/<int:pk>/thuis/", along.home, name="home_opening"),
    path("gesprek/<int:pk>/meebrengen/", along.bringing, name="bringing"),
    path("gesprekken/mee/<int:pk>/weg/", along.companion_removal, name="companion_removal"),
    path("gesprek/<int:pk>/komen/", preparing.reply, name="reply"),
    path("gesprek/<int:pk>/agenda/", reading.calendar, name="calendar"),
    path("gesprek/<int:pk>/afspraken/", pledging.pledges, name="pledges"),
    path("gesprekken/afspraak/<int:pk>/", pledging.pledge, name="pledge"),
    path("gesprekken/afspraak/<int:pk>/ja/", pledging.confirmation, name="confirmation"),
    path("gesprekken/afspraak/<int:pk>/gelukt/", pledging.outcome, name="outcome"),
    path("gesprekken/afspraak/<int:pk>/anders/", pledging.change, name="change"),
    path("gesprek/<int:pk>/vraag/<int:n>/", preparing.question, name="question"),
    path("gesprek/<int:pk>/jouw-kant/", preparing.own, name="own"),
    path("gesprek/<int:pk>/klaar/", preparing.readiness, name="readiness"),
    path("gesprek/<int:pk>/gegevens/", preparing.contact, name="contact"),
    path("gesprek/<int:pk>/punten/", preparing.points, name="points"),
    path("gesprekken/punt/<int:pk>/weg/", preparing.point_removal, name="point_removal"),
    path("gesprek/<int:pk>/nu/", running.run, name="run"),
    path("gesprek/<int:pk>/notities/", running.notes, name="notes"),
    path("gesprek/<int:pk>/werknotitie/", running.staff_note, name="staff_note"),
    path("gesprekken/werknotitie/<int:pk>/weg/", running.staff_note_removal, name="staff_note_removal"),
    path("gesprekken/jaar/<int:pk>/", cycle.cycle, name="cycle"),
    path("gesprekken/jaar/stap/<int:pk>/weg/", cycle.step_removal, name="step_removal"),
]
