"""Of every kind of news, and not only of what happened in these weeks: nobody is sent what she could not
open. Each kind happens to a few things of its sort, whether or not that makes sense."""

import pytest
from django.apps import apps
from django.core.mail import EmailMessage
from django.db.models import Model

from driehoek.backbone.journal.models import Entry, record
from driehoek.backbone.notifications.models import Delivery, Telling
from driehoek.backbone.notifications.notices import NOTICES, notice_of
from driehoek.backbone.notifications.receiver import Receiver
from driehoek.backbone.notifications.telling import tell_due
from tests.cast import NOW
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.test_mail import allowed_to, bring_everything, things_in

FEW = 4  # of each sort
MOST = 57  # kinds that bring somebody something so; the others are only told of a state that nobody invents
SORTS = {  # what a verb is about when it is not the model of its name
    "absences.list": "absences.listalarm",
    "consents.student": "people.person",
    "following.step": "looking.lookalong",
    "following.student": "people.person",
    "following.week": "looking.lookalong",
    "shifted.agreement": "looking.lookalong",
}


def sort_of(verb: str) -> type[Model]:
    """What it happens to: as it did in these weeks, or else the model of its name."""
    name = verb.rpartition(".")[0]
    known = Entry.objects.filter(verb__startswith=f"{name}.").first()
    return known.subject_type.model_class() if known else apps.get_model(SORTS.get(name, name))


def happen() -> list[EmailMessage]:
    """Each kind, to the first of its sort, and to nobody's knowledge; and what leaves by mail."""
    Telling.objects.all().delete()
    for verb, sort in {verb: sort_of(verb) for verb in NOTICES}.items():
        for row in sort._base_manager.order_by("pk")[:FEW]:
            record(verb, row, by=None, at=NOW)
    while tell_due(NOW):
        pass
    return bring_everything()


@pytest.mark.slow
@pytest.mark.once
def test_of_no_kind_somebody_is_sent_what_she_could_not_open(life: Life) -> None:
    mails, world = happen(), world_now()
    allowed = {address: allowed_to(address, world) for address in {mail.to[0] for mail in mails}}
    read = [(thing, mail.to[0]) for mail in mails for thing in things_in(mail, life)]
    assert read and len(mails) > 300
    assert [(life.name_of(thing), who) for thing, who in read if thing not in allowed[who]] == []
    brought = Delivery.objects.filter(state="done").select_related(
        "notification__entry", "notification__person"
    )
    told = [row.notification for row in brought]
    assert len({one.entry.verb for one in told}) >= MOST
    for one in told:
        notice = notice_of(one.entry)
        assert notice is not None and Receiver(one.person, NOW).may_see(one.entry, notice), one.entry.verb


@pytest.mark.slow
@pytest.mark.once
def test_when_nobody_asks_who_may_see_it_something_is_sent_that_she_could_not_open(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: everybody is told of everything."""
    monkeypatch.setattr(Receiver, "may_see", lambda *_given: True)
    mails, world = happen(), world_now()
    assert any(things_in(mail, life) - allowed_to(mail.to[0], world) for mail in mails)
