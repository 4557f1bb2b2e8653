"""One person can have only so much told in a short time, whatever it is; the portal itself has no measure."""

import pytest
from django.db import transaction

from driehoek.backbone.journal.models import Entry, record
from driehoek.backbone.notifications import listening
from driehoek.backbone.notifications.models import Telling
from driehoek.backbone.notifications.notices import NOTICES
from driehoek.backbone.notifications.pace import A_WHILE, MOST_DONE, MOST_TOLD
from driehoek.base.core.limits import TooMuch
from driehoek.features.conversations.models import Message
from driehoek.features.conversations.tests.talks import asked
from tests.cast import NOW, Cast


def did_much(cast: Cast, verb: str, times: int = MOST_TOLD) -> None:
    one = record(verb, cast.yusuf, by=cast.naima, at=NOW)
    about = {"subject_type": one.subject_type, "subject_id": one.subject_id}
    same = [Entry(verb=verb, actor=cast.naima, at=NOW, due_at=NOW, **about) for _n in range(times - 1)]
    Entry.objects.bulk_create(same)


def test_nothing_that_others_hear_of_goes_on_without_end(cast: Cast) -> None:
    assert len(NOTICES) > 30
    for verb in NOTICES:
        with transaction.atomic():
            did_much(cast, verb)
            before = Telling.objects.count()
            with pytest.raises(TooMuch), transaction.atomic():
                record(verb, cast.yusuf, by=cast.naima, at=NOW)
            assert Telling.objects.count() == before
            record(verb, cast.yusuf, by=None, at=NOW)
            record(verb, cast.yusuf, by=cast.rachid, at=NOW)
            record(verb, cast.yusuf, by=cast.naima, at=NOW + A_WHILE)
            assert Telling.objects.count() == before + 3
            transaction.set_rollback(True)


def test_another_kind_counts_along(cast: Cast) -> None:
    did_much(cast, "conversations.message.said")
    with pytest.raises(TooMuch):
        record("absences.leave.asked", cast.yusuf, by=cast.naima, at=NOW)


def test_what_nobody_hears_of_has_a_wider_measure(cast: Cast) -> None:
    did_much(cast, "tips.tip.added", MOST_DONE - 1)
    assert record("absences.leave.asked", cast.yusuf, by=cast.naima, at=NOW)
    for verb in ("absences.leave.asked", "tips.tip.added"):
        with pytest.raises(TooMuch):
            record(verb, cast.yusuf, by=cast.naima, at=NOW)


def test_letters_for_a_whole_school_are_no_flood(cast: Cast) -> None:
    did_much(cast, "entry.invitation.created", MOST_DONE + 100)
    assert record("entry.invitation.created", cast.yusuf, by=cast.naima, at=NOW)
    assert record("absences.leave.asked", cast.yusuf, by=cast.naima, at=NOW)


def test_without_the_measure_it_would_go_on(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "keep_pace", lambda entry: None)
    did_much(cast, "absences.leave.asked")
    assert record("absences.leave.asked", cast.yusuf, by=cast.naima, at=NOW)


def test_she_reads_that_she_must_wait_gets_her_words_back_and_nothing_was_done(cast: Cast) -> None:
    talk = asked(cast)
    did_much(cast, "absences.leave.asked")
    said = {"text": "Nog één ding dan."}
    answer = cast.sign_in(cast.naima).post(f"/berichten/{talk.pk}/zinnen/", said)
    page = answer.content.decode()
    assert answer.status_code == 429 and "Wacht even." in page and "Nog één ding dan." in page
    assert Message.objects.count() == 1
    other = cast.sign_in(cast.anouk).post(f"/berichten/{talk.pk}/zinnen/", said)
    assert other.status_code == 302 and Message.objects.count() == 2
