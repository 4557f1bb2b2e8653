"""What school answers under a post in the evening is read in the morning, or says why it could not wait."""

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.test import Client

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.base.core.clock import at
from driehoek.facts.people.models import Person
from driehoek.features.feed.answers import may_all_read
from driehoek.features.feed.models import Comment, Post, SharedQuestion
from driehoek.features.feed.tests.posts import shared
from tests.cast import TODAY, Cast

EVENING = at(TODAY, dt.time(22))
MORNING = at(TODAY + dt.timedelta(days=1), dt.time(8))
WORDS = "Hij was vandaag wat stil."


def say(client: Client, post: Post, text: str = WORDS, **more: str) -> int:
    return client.post(f"/bericht/{post.pk}/reacties/", {"text": text, **more}).status_code


def page_of(cast: Cast, person: Person, post: Post) -> str:
    return cast.sign_in(person).get(post.get_absolute_url()).content.decode()


def answered() -> list[list[str]]:
    """Who got a mail that school answered."""
    return [letter.to for letter in mail.outbox if letter.subject == "Je hebt antwoord van school"]


@pytest.fixture
def asked(cast: Cast) -> Post:
    """Naima asked something in her own line, that afternoon."""
    post = shared(cast)
    say(cast.sign_in(cast.naima), post, "Hoe ging het?")
    return post


def in_her_line(cast: Cast) -> dict[str, str]:
    return {"to": f"line-{cast.naima.pk}"}


def test_an_answer_of_the_evening_waits_for_the_school_morning(cast: Cast, asked: Post) -> None:
    with time_machine.travel(EVENING, tick=False):
        before = page_of(cast, cast.anouk, asked)
        assert "Dit gaat weg op de volgende schooldag om 8 uur." in before
        assert say(cast.sign_in(cast.anouk), asked, **in_her_line(cast)) == 302
        assert WORDS not in page_of(cast, cast.naima, asked)
        waiting = page_of(cast, cast.meryem, asked)
        assert WORDS in waiting and "Gaat weg op vrijdag 20 november om 08:00" in waiting
        bring(EVENING)
        assert answered() == []
    with time_machine.travel(MORNING, tick=False):
        assert WORDS in page_of(cast, cast.naima, asked)
        bring(MORNING)
        assert answered() == [[cast.naima.email]]


def test_what_school_says_to_all_waits_too_and_her_team_reads_it_already(cast: Cast, asked: Post) -> None:
    with time_machine.travel(EVENING, tick=False):
        assert say(cast.sign_in(cast.anouk), asked, "Wat een mooie bruggen.", to="all") == 302
        seen = [name for name in ("naima", "elif_", "joris", "meryem", "anouk") if "Wat een mooie bruggen" in
                page_of(cast, getattr(cast, name), asked)]  # fmt: skip
        assert seen == ["meryem", "anouk"]
    with time_machine.travel(MORNING, tick=False):
        assert "Wat een mooie bruggen" in page_of(cast, cast.elif_, asked)


def test_what_home_says_in_the_evening_is_read_at_once(cast: Cast, asked: Post) -> None:
    with time_machine.travel(EVENING, tick=False):
        assert "volgende schooldag om 8 uur" not in page_of(cast, cast.naima, asked)
        assert say(cast.sign_in(cast.naima), asked, "En hoe was het buiten?", urgent="on", reason="-") == 302
        assert "hoe was het buiten" in page_of(cast, cast.anouk, asked)
    said = Comment.objects.latest("pk")
    assert (said.due_at, said.hurry) == (EVENING, "")


def test_in_school_hours_nothing_waits_and_no_reason_is_asked(cast: Cast, asked: Post) -> None:
    assert "volgende schooldag om 8 uur" not in page_of(cast, cast.anouk, asked)
    say(cast.sign_in(cast.anouk), asked, **in_her_line(cast), urgent="on", reason="Zomaar")
    assert WORDS in page_of(cast, cast.naima, asked) and Comment.objects.latest("pk").hurry == ""


def test_what_cannot_wait_goes_at_once_with_a_reason_that_only_school_reads(cast: Cast, asked: Post) -> None:
    with time_machine.travel(EVENING, tick=False):
        anouk, line = cast.sign_in(cast.anouk), in_her_line(cast)
        assert say(anouk, asked, **line, urgent="on") == 422
        assert say(anouk, asked, **line, urgent="on", reason="Hij is gevallen") == 302
        home, school = page_of(cast, cast.naima, asked), page_of(cast, cast.meryem, asked)
        assert WORDS in home and "gevallen" not in home and "Kon niet wachten: " in school
        bring(EVENING)
        assert answered() == [[cast.naima.email]]
    assert Entry.objects.filter(verb="feed.comment.hurried", actor=cast.anouk).count() == 1


def test_an_answer_that_comes_back_stays_in_its_line_and_is_not_said_to_all(cast: Cast, asked: Post) -> None:
    with time_machine.travel(EVENING, tick=False):
        sent = {"text": WORDS, "urgent": "on", **in_her_line(cast)}
        page = cast.sign_in(cast.anouk).post(f"/bericht/{asked.pk}/reacties/", sent).content.decode()
    line, for_all = page.split('id="reageer"')
    assert WORDS in line and "Schrijf kort waarom dit niet kan wachten." in line
    assert WORDS not in for_all and "Schrijf kort waarom" not in for_all


def test_before_it_goes_it_can_be_undone_and_home_never_hears_of_it(cast: Cast, asked: Post) -> None:
    with time_machine.travel(EVENING, tick=False):
        say(cast.sign_in(cast.anouk), asked, **in_her_line(cast))
        said = Comment.objects.latest("pk")
        assert "Maak ongedaan" in page_of(cast, cast.anouk, asked)
        assert cast.sign_in(cast.naima).post(f"/reactie/{said.pk}/weghalen/").status_code == 404
        assert cast.sign_in(cast.anouk).post(f"/reactie/{said.pk}/weghalen/").status_code == 302
    with time_machine.travel(MORNING, tick=False):
        bring(MORNING)
        assert WORDS not in page_of(cast, cast.naima, asked)
        assert answered() == []


def test_the_question_whether_everyone_should_read_it_keeps_that_it_cannot_wait(
    cast: Cast, asked: Post
) -> None:
    sent = {"text": "Yusuf is gevallen.", "to": "all", "urgent": "on", "reason": "Voor morgen vroeg"}
    with time_machine.travel(EVENING, tick=False):
        page = cast.sign_in(cast.anouk).post(f"/bericht/{asked.pk}/reacties/", sent).content.decode()
    assert "Moet iedereen dit lezen?" in page
    assert 'name="urgent" value="on"' in page and 'value="Voor morgen vroeg"' in page


def test_an_answer_for_all_to_which_the_asker_said_yes_at_night_is_read_by_others_in_the_morning(
    cast: Cast, asked: Post
) -> None:
    words = {"question": "Hoe lang duurt de les?", "answer": "Een half uur. Niet langer."}
    with time_machine.travel(EVENING, tick=False):
        cast.sign_in(cast.anouk).post(f"/reactie/{Comment.objects.get().pk}/voor-iedereen/", words)
        question = SharedQuestion.objects.get()
        said = {"agrees": "yes", "words": question.words}
        cast.sign_in(cast.naima).post(f"/vraag/{question.pk}/akkoord/", said)
        assert "Een half uur." not in page_of(cast, cast.rachid, asked)
        assert cast.sign_in(cast.rachid).get(f"/vraag/{question.pk}/").status_code == 404
        waiting = page_of(cast, cast.meryem, asked)
        assert "Een half uur." in waiting and "Gaat weg op vrijdag 20 november om 08:00" in waiting
        hers = cast.sign_in(cast.naima).get(f"/vraag/{question.pk}/").content.decode()
        assert "als de school weer open is" in hers and "kan dit nu lezen" not in hers
    with time_machine.travel(MORNING, tick=False):
        assert "Een half uur." in page_of(cast, cast.rachid, asked)
        hers = cast.sign_in(cast.naima).get(f"/vraag/{question.pk}/").content.decode()
        assert "kan dit nu lezen" in hers


def test_the_page_behind_a_mail_says_too_from_when_on_all_read_it(cast: Cast, asked: Post) -> None:
    words = {"question": "Hoe lang duurt de les?", "answer": "Een half uur. Niet langer."}
    with time_machine.travel(EVENING, tick=False):
        cast.sign_in(cast.anouk).post(f"/reactie/{Comment.objects.get().pk}/voor-iedereen/", words)
    proposed = Entry.objects.get(verb="feed.sharedquestion.proposed")
    said = {
        moment: slip.answers[0].done
        for moment in (EVENING, MORNING)
        if (slip := may_all_read(proposed, moment))
    }
    assert "als de school weer open is" in said[EVENING] and "kan dit nu lezen" in said[MORNING]
