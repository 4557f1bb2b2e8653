"""From a question at home to an answer of school: what is said when, and who hears of it."""

import datetime as dt

import time_machine
from django.core import mail

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.models import Telling
from driehoek.backbone.notifications.notices import notice_of
from driehoek.backbone.notifications.telling import tell_due
from driehoek.base.core.clock import AMSTERDAM
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Holiday, Leave
from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.conversations.tests.talks import asked, written
from tests.cast import Cast

EVENING = dt.datetime(2026, 11, 19, 21, 0, tzinfo=AMSTERDAM)  # Thursday
MORNING = dt.datetime(2026, 11, 20, 8, 0, tzinfo=AMSTERDAM)


def ask(cast: Cast, text: str = "Slaapt Yusuf genoeg?", **more: str) -> Conversation:
    key = f"{cast.vlieger.pk}-{cast.yusuf.pk}"
    answer = cast.sign_in(cast.naima).post("/berichten/nieuw/", {"about": key, "text": text, **more})
    assert answer.status_code == 302
    return Conversation.objects.get()


def say(cast: Cast, who: Person, talk: Conversation, text: str, **more: str) -> int:
    return cast.sign_in(who).post(f"/berichten/{talk.pk}/zinnen/", {"text": text, **more}).status_code


def told_about(talk: Conversation) -> set[Person]:
    """Everyone a mail goes to about the newest message."""
    entry = Entry.objects.filter(verb="conversations.message.said").latest("pk")
    found = notice_of(entry)
    return set(found.people(dt.date(2026, 11, 19)).exclude(pk=entry.actor_id)) if found else set()


def test_a_question_is_filled_in_for_the_right_child_and_people(cast: Cast) -> None:
    page = cast.sign_in(cast.naima).get(f"/berichten/nieuw/?kind={cast.yusuf.pk}").content.decode()
    assert f'value="{cast.vlieger.pk}-{cast.yusuf.pk}" checked' in page
    assert "Naar Juf Meryem" in page or "Naar Juf Anouk" in page
    assert "Lina en Yusuf" in page  # the same parents, the same school
    assert f'"{cast.vlieger.pk}-{cast.finn.pk}"' not in page


def test_half_sisters_are_never_asked_about_together(cast: Cast) -> None:
    page = cast.sign_in(cast.cheryl).get("/berichten/nieuw/").content.decode()
    assert "Shanaya" in page and "Jayden" in page
    assert "Shanaya en Jayden" not in page and "Jayden en Shanaya" not in page


def test_nobody_asks_about_a_child_of_others(cast: Cast) -> None:
    key = f"{cast.vlieger.pk}-{cast.finn.pk}"
    answer = cast.sign_in(cast.naima).post("/berichten/nieuw/", {"about": key, "text": "Hoe gaat het?"})
    assert answer.status_code == 422 and "Hoe gaat het?" in answer.content.decode()
    assert not Conversation.objects.exists()


def test_a_student_of_twelve_asks_herself_and_a_younger_one_not_yet(cast: Cast) -> None:
    assert 'name="about"' in cast.sign_in(cast.adam).get("/berichten/nieuw/").content.decode()
    assert 'name="about"' not in cast.sign_in(cast.yusuf).get("/berichten/nieuw/").content.decode()
    key = f"{cast.kompas.pk}-{cast.adam.pk}"
    cast.sign_in(cast.adam).post("/berichten/nieuw/", {"about": key, "text": "Mag ik later komen?"})
    talk = Conversation.objects.get()
    assert talk.line_of == cast.adam and talk.last_corner == "child"
    assert cast.sign_in(cast.naima).get(talk.get_absolute_url()).status_code == 404


def test_a_question_with_nothing_in_it_gets_a_clear_sentence(cast: Cast) -> None:
    answer = cast.sign_in(cast.naima).post("/berichten/nieuw/", {"text": ""})
    page = answer.content.decode()
    assert (
        answer.status_code == 422
        and "Schrijf of spreek eerst iets in." in page
        and "Kies over wie het gaat." in page
    )


def test_the_page_says_by_when_an_answer_comes(cast: Cast) -> None:
    talk = ask(cast)
    url = talk.get_absolute_url()
    assert "Je hoort uiterlijk morgen iets." in cast.sign_in(cast.naima).get(url).content.decode()
    Appointment.objects.filter(group__enrolments__student=cast.yusuf).exclude(person=cast.anouk).delete()
    assert "uiterlijk maandag 23 november" in cast.sign_in(cast.naima).get(url).content.decode()
    monday = dt.date(2026, 11, 23)
    Holiday.objects.create(school=cast.vlieger, name="studiedag", starts_on=monday, ends_on=monday)
    assert "uiterlijk dinsdag 24 november" in cast.sign_in(cast.naima).get(url).content.decode()
    Leave.take(cast.anouk, starts_on=cast.today, ends_on=dt.date(2026, 11, 27), deputy=None)
    assert "is er weer op maandag 30 november" in cast.sign_in(cast.naima).get(url).content.decode()


def test_the_day_stays_where_it_was_and_when_it_is_over_she_reads_whom_to_call(cast: Cast) -> None:
    """It moved along each day, so that nobody was ever late."""
    url = ask(cast).get_absolute_url()
    for days, said in ((1, "Je hoort uiterlijk vandaag iets."), (2, "Bel de school."), (9, "Bel de school.")):
        with time_machine.travel(cast.now + dt.timedelta(days=days), tick=False):
            page = cast.sign_in(cast.naima).get(url).text
            assert said in page and ("Je hoort uiterlijk" in page) == (days == 1)
            say(cast, cast.naima, Conversation.objects.get(), f"Dag {days}")  # more of the same moves nothing


def test_who_is_away_is_named_before_one_asks(cast: Cast) -> None:
    assert "is er weer op" not in cast.sign_in(cast.naima).get("/berichten/nieuw/").text
    Leave.take(cast.meryem, starts_on=cast.today, ends_on=dt.date(2026, 11, 26), deputy=cast.daan)
    page = cast.sign_in(cast.naima).get("/berichten/nieuw/").text
    assert "Juf Meryem is er weer op vrijdag 27 november. Meester Daan leest mee." in page


def test_the_whole_team_hears_and_once_taken_on_one_colleague(cast: Cast) -> None:
    talk = ask(cast)
    assert {cast.anouk, cast.meryem} <= told_about(talk) and cast.rachid not in told_about(talk)
    cast.sign_in(cast.anouk).post(f"/berichten/{talk.pk}/oppakken/", {"to": str(cast.meryem.pk)})
    say(cast, cast.naima, talk, "En eet hij wel?")
    assert told_about(talk) == {cast.meryem}
    Leave.take(cast.meryem, starts_on=cast.today, ends_on=cast.today, deputy=cast.daan)
    assert told_about(talk) == {cast.meryem, cast.daan}


def test_nobody_outside_the_team_takes_it_on(cast: Cast) -> None:
    talk = ask(cast)
    cast.sign_in(cast.anouk).post(f"/berichten/{talk.pk}/oppakken/", {"to": str(cast.petra.pk)})
    assert Conversation.objects.get().colleague is None
    other = cast.sign_in(cast.naima).post(f"/berichten/{talk.pk}/oppakken/", {"to": str(cast.anouk.pk)})
    assert other.status_code == 403


def test_a_colleague_who_is_not_in_the_team_changes_nothing_and_a_sentence_says_so(cast: Cast) -> None:
    talk, anouk = ask(cast), cast.sign_in(cast.anouk)
    where, meryem = f"/berichten/{talk.pk}/oppakken/", str(cast.meryem.pk)
    assert anouk.post(where, {"to": meryem}).status_code == 302
    for wrong in ({"to": "999999"}, {"to": str(cast.petra.pk)}, {"to": "x"}, {}):
        answer = anouk.post(where, wrong)
        assert answer.status_code == 422 and "Er is niets veranderd." in answer.content.decode()
        assert Conversation.objects.get().colleague == cast.meryem
    assert anouk.post(where, {"to": ""}).status_code == 302
    assert Conversation.objects.get().colleague is None


def test_an_answer_is_read_at_home_and_by_nobody_else(cast: Cast) -> None:
    talk = ask(cast)
    assert say(cast, cast.anouk, talk, "Hij is fit en vrolijk.") == 302
    assert told_about(talk) == {cast.naima}
    assert "fit en vrolijk" in cast.sign_in(cast.naima).get(talk.get_absolute_url()).content.decode()
    assert "fit en vrolijk" in cast.sign_in(cast.meryem).get(talk.get_absolute_url()).content.decode()


def test_the_mail_names_no_child_and_no_words(cast: Cast) -> None:
    ask(cast)
    notice = notice_of(Entry.objects.filter(verb="conversations.message.said").latest("pk"))
    words = f"{notice.subject} {' '.join(map(str, notice.paragraphs))}"
    assert "Yusuf" not in words and "Slaapt" not in words and "Naima" not in words
    assert words == "Er is een bericht van thuis Het gaat om een gesprek met De Vlieger."


def test_in_the_evening_an_answer_waits_and_can_be_undone(cast: Cast) -> None:
    talk = ask(cast)
    with time_machine.travel(EVENING, tick=False):
        assert say(cast, cast.anouk, talk, "Ik let morgen op hem.") == 302
        url, said = talk.get_absolute_url(), Message.objects.latest("pk")
        assert said.due_at == MORNING
        assert "let morgen op" not in cast.sign_in(cast.naima).get(url).content.decode()
        assert "let morgen op" not in cast.sign_in(cast.naima).get("/berichten/").content.decode()
        assert "Je hoort uiterlijk" in cast.sign_in(cast.naima).get(url).content.decode()
        page = cast.sign_in(cast.anouk).get(url).content.decode()
        assert "Gaat weg op vrijdag 20 november om 08:00" in page and "Maak ongedaan" in page
        taken = f"/berichten/zinnen/{said.pk}/ongedaan/"
        assert cast.sign_in(cast.meryem).post(taken).status_code == 403
        assert cast.sign_in(cast.naima).post(taken).status_code == 404
        cast.sign_in(cast.anouk).post(taken)
    assert Message.objects.count() == 1 and Conversation.objects.get().last_corner == "home"
    assert notice_of(Entry.objects.filter(verb="conversations.message.said").latest("pk")) is None


def test_after_it_went_it_cannot_be_undone(cast: Cast) -> None:
    talk = ask(cast)
    with time_machine.travel(EVENING, tick=False):
        say(cast, cast.anouk, talk, "Ik let morgen op hem.")
    said = Message.objects.latest("pk")
    with time_machine.travel(MORNING, tick=False):
        assert cast.sign_in(cast.anouk).post(f"/berichten/zinnen/{said.pk}/ongedaan/").status_code == 403
        page = cast.sign_in(cast.naima).get(talk.get_absolute_url()).content.decode()
        assert "let morgen op" in page and "Je hoort uiterlijk" not in page


def test_what_cannot_wait_goes_at_once_with_a_reason_that_is_kept(cast: Cast) -> None:
    talk = ask(cast)
    with time_machine.travel(EVENING, tick=False):
        assert say(cast, cast.anouk, talk, "De school is morgen dicht.", urgent="on") == 422
        assert say(cast, cast.anouk, talk, "De school is morgen dicht.", urgent="on", reason="Sneeuw") == 302
        assert "morgen dicht" in cast.sign_in(cast.naima).get(talk.get_absolute_url()).content.decode()
        while tell_due(EVENING):
            pass
        deliver_due("email", clock=lambda: EVENING)
        assert [letter.to for letter in mail.outbox] == [[cast.naima.email]]
    assert Message.objects.latest("pk").hurry.reason == "Sneeuw"
    assert Entry.objects.filter(verb="conversations.message.hurried", actor=cast.anouk).count() == 1


def test_home_is_read_at_once_and_staff_are_not_mailed_at_night(cast: Cast) -> None:
    with time_machine.travel(EVENING, tick=False):
        talk = ask(cast)
        assert "Slaapt Yusuf" in cast.sign_in(cast.anouk).get("/berichten/").content.decode()
    assert Message.objects.get().due_at == EVENING
    assert Telling.objects.get(entry__verb="conversations.message.said").due_at == MORNING
    assert told_about(talk) >= {cast.anouk}


def test_sent_twice_it_is_said_once(cast: Cast) -> None:
    for _time in range(2):
        talk = ask(cast)
    for _time in range(2):
        say(cast, cast.anouk, talk, "Ja hoor")
    assert Conversation.objects.count() == 1 and Message.objects.count() == 2


def test_either_side_says_that_it_is_done_and_a_new_word_opens_it(cast: Cast) -> None:
    talk = ask(cast)
    cast.sign_in(cast.naima).post(f"/berichten/{talk.pk}/klaar/", {"klaar": "ja"})
    assert Conversation.objects.get().is_done
    assert talk.get_absolute_url() not in cast.sign_in(cast.anouk).get("/berichten/").content.decode()
    assert talk.get_absolute_url() in cast.sign_in(cast.anouk).get("/berichten/?lijst=klaar").content.decode()
    say(cast, cast.naima, talk, "Toch nog iets")
    assert not Conversation.objects.get().is_done


def test_words_are_shown_as_words(cast: Cast) -> None:
    bad = "<script>alert(1)</script> [klik](https://de-vlieger.example.evil/) {{ 7 }} \r\nBcc: x@y.example"
    talk = ask(cast, bad)
    for who in (cast.naima, cast.anouk):
        for url in (talk.get_absolute_url(), "/berichten/"):
            page = cast.sign_in(who).get(url).content.decode()
            assert "<script>alert" not in page and 'href="https://de-vlieger' not in page
    assert "&lt;script&gt;alert(1)" in page


def test_who_talks_too_much_is_asked_to_wait(cast: Cast) -> None:
    talk = asked(cast)
    for number in range(29):
        talk.say(f"{number}", by=cast.naima, corner="home", at=cast.now, told_at=cast.now)
    assert say(cast, cast.naima, talk, "De dertigste") == 302
    assert say(cast, cast.naima, talk, "Nog een") == 429


def test_new_is_known_to_the_reader_alone(cast: Cast) -> None:
    talk = written(cast, cast.naima)
    client = cast.sign_in(cast.naima)
    assert "Nieuw</span>" in client.get("/berichten/").content.decode()
    assert "1 gesprek met nieuws" in client.get("/kinderen/").content.decode()
    client.get(talk.get_absolute_url())
    page = client.get("/berichten/").content.decode()
    assert "Nieuw</span>" not in page and "met nieuws" not in page
    other = cast.sign_in(cast.anouk).get(talk.get_absolute_url()).content.decode()
    assert "gelezen" not in other.lower()
