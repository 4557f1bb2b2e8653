"""Sending an urgent notice and taking it back: the row, what is told, and the page for everybody."""

from django.db import transaction

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.models import School
from driehoek.features.alerts.forms import AlertForm
from driehoek.features.alerts.models import Alert, Why
from driehoek.features.alerts.public_page import write


def send(school: School, form: AlertForm, viewer: Viewer) -> Alert:
    with transaction.atomic():
        alert = Alert.send(
            school, form.chosen, form.said, token=form.cleaned_data["token"],
            why=Why(form.cleaned_data["why"]), by=viewer.person, at=viewer.now,
        )  # fmt: skip
        transaction.on_commit(lambda: write(school, viewer.now))
    return alert


def withdraw(alert: Alert, viewer: Viewer) -> None:
    with transaction.atomic():
        alert.withdraw(by=viewer.person, at=viewer.now)
        transaction.on_commit(lambda: write(alert.school, viewer.now))
