"""Addresses of the daily arrangements."""

from django.urls import path

from driehoek.features.absences.views import (
    answering,
    at_school,
    collecting,
    export,
    leave,
    overview,
    reporting,
    swapping,
)

app_name = "absences"
urlpatterns = [
    path("ziek-melden/", reporting.report, name="report"),
    path("ziek-melden/<int:pk>/", reporting.told, name="told"),
    path("ziek-melden/<int:pk>/ongedaan/", reporting.undoing, name="undoing"),
    path("kind/<int:pk>/aanwezig/", overview.overview, name="overview"),
    path("afwezig/<int:pk>/", reporting.absence, name="absence"),
    path("afwezig/<int:pk>/veranderen/", reporting.change, name="change"),
    path("afwezig/<int:pk>/intrekken/", reporting.withdrawal, name="withdrawal"),
    path("afwezig/<int:pk>/beter/", answering.recovery, name="recovery"),
    path("afwezig/<int:pk>/waarom/", answering.explanation, name="explanation"),
    path("nog-ziek/<int:pk>/", answering.morning, name="morning"),
    path("groep/<int:pk>/vandaag/", at_school.day_list, name="day_list"),
    path("groep/<int:pk>/vandaag/gemist/", at_school.missed, name="missed"),
    path("afwezig/<int:pk>/is-er/", at_school.presence, name="presence"),
    path("afwezig/vandaag/", at_school.whole_school, name="whole_school"),
    path("ophalen/", collecting.pickups, name="pickups"),
    path("ophalen/<int:child>/", collecting.pickup, name="pickup"),
    path("ophalen/<int:child>/ongedaan/", collecting.pickup_removal, name="pickup_removal"),
    path("verlof/", leave.leaves, name="leaves"),
    path("verlof/vragen/", leave.leave_request, name="leave_request"),
    path("verlof/<int:pk>/", leave.leave, name="leave"),
    path("verlof/<int:pk>/besluit/", leave.leave_decision, name="leave_decision"),
    path("verlof/<int:pk>/heroverweging/", leave.leave_reversal, name="leave_reversal"),
    path("verlof/<int:pk>/doorsturen/", leave.leave_forwarding, name="leave_forwarding"),
    path("verlof/<int:pk>/intrekken/", leave.leave_withdrawal, name="leave_withdrawal"),
    path("ruildag/", swapping.swaps, name="swaps"),
    path("ruildag/vragen/", swapping.swap_request, name="swap_request"),
    path("school/<int:pk>/ruildagen/", swapping.swap_terms, name="swap_terms"),
    path("ruildag/<int:pk>/", swapping.swap, name="swap"),
    path("ruildag/<int:pk>/veranderen/", swapping.swap_change, name="swap_change"),
    path("ruildag/<int:pk>/antwoord/", swapping.swap_answer, name="swap_answer"),
    path("ruildag/<int:pk>/afzeggen/", swapping.swap_reversal, name="swap_reversal"),
    path("ruildag/<int:pk>/intrekken/", swapping.swap_withdrawal, name="swap_withdrawal"),
    path("afwezig/export/", export.exports, name="exports"),
    path("afwezig/export/<int:pk>/", export.export_file, name="export_file"),
]
