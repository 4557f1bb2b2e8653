"""Who asked the class something reads in her own mailbox what was answered, and nobody's name."""

import datetime as dt

from django.core import mail

from driehoek.backbone.notifications.tests.steps import bring
from driehoek.facts.people.models import Person, Restriction
from driehoek.features.questions.tests.asked import answered, asked
from tests.cast import Cast

LATER = dt.timedelta(minutes=20)


def told(cast: Cast) -> dict[str, str]:
    """By address, what came."""
    bring(cast.now + LATER)
    return {one.to[0]: f"{one.subject} {one.body}" for one in mail.outbox}


def test_the_mail_says_what_was_asked_and_answered_and_goes_to_who_asked_alone(cast: Cast) -> None:
    question = asked(cast)
    answered(cast, question)
    answered(cast, question, "Bij de kringloop!", by="elif_")
    mails = told(cast)
    assert set(mails) == {cast.naima.email}
    hers = mails[cast.naima.email]
    assert "Jij vroeg: Wie heeft zwemspullen in maat 128?" in hers
    assert "Antwoord: Wij wel!" in hers and "Antwoord: Bij de kringloop!" in hers
    assert not any(name in hers for name in ("Esther", "Elif", "Yusuf"))


def test_in_a_mailbox_of_two_it_says_only_that_there_is_an_answer(cast: Cast) -> None:
    Person.objects.filter(pk=cast.cheryl.pk).update(email=cast.naima.email)
    answered(cast, asked(cast))
    hers = told(cast)[cast.naima.email]
    assert "heeft antwoord op wat je vroeg" in hers and "Wij wel!" not in hers and "zwemspullen" not in hers


def test_it_says_nothing_of_what_was_taken_back_or_comes_from_a_family_that_is_kept_apart(cast: Cast) -> None:
    question = asked(cast)
    answered(cast, question, "Toch niet", by="elif_").remove(by=cast.elif_, at=cast.now)
    answered(cast, question)
    kept = {"student": cast.yusuf, "adult": cast.elif_, "kind": "no_access", "starts_on": cast.today}
    answered(cast, question, "Van Elif", by="elif_")
    Restriction.objects.create(**kept, basis="-", entered_by=cast.joris)
    hers = told(cast)[cast.naima.email]
    assert "Wij wel!" in hers and "Van Elif" not in hers and "Toch niet" not in hers


def test_where_nothing_is_left_to_read_nothing_comes(cast: Cast) -> None:
    answered(cast, asked(cast)).remove(by=cast.esther, at=cast.now)
    assert told(cast) == {}
