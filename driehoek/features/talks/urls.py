"""Where a talk is planned, and where people see what was agreed."""

from django.urls import path

from driehoek.features.talks.views import planning, pledging, reading

app_name = "talks"
urlpatterns = [
    path("gesprekken/", reading.talks, name="list"),
    path("gesprekken/nieuw/<int:pk>/", planning.new, name="new"),
    path("gesprek/<int:pk>/", reading.talk, name="talk"),
    path("gesprek/<int:pk>/verplaatsen/", planning.moving, name="moving"),
    path("gesprek/<int:pk>/afzeggen/", planning.cancelling, name="cancelling"),
    path("gesprek/<int:pk>/agenda/", reading.calendar, name="calendar"),
    path("gesprek/<int:pk>/afspraken/", pledging.pledges, name="pledges"),
    path("gesprekken/afspraak/<int:pk>/", pledging.pledge, name="pledge"),
    path("gesprekken/afspraak/<int:pk>/ja/", pledging.confirmation, name="confirmation"),
    path("gesprekken/afspraak/<int:pk>/gelukt/", pledging.outcome, name="outcome"),
    path("gesprekken/afspraak/<int:pk>/anders/", pledging.change, name="change"),
]
