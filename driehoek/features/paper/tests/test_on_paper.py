"""The sheet itself: one A4 in every language, a code a camera reads, and nothing that others may not read."""

import io
import re
from pathlib import Path

import pytest
import zxingcpp
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django.fixtures import Settings

from driehoek.backbone.media.tests.voices import recorded
from driehoek.backbone.notifications.models import PaperLetter
from driehoek.backbone.notifications.paper.codes import code_of
from driehoek.backbone.notifications.paper.printing import print_run
from driehoek.facts.people.models import Person, Protection
from driehoek.features.entry.tests.test_paper import ALL_LANGUAGES, on_screen, pages_in
from driehoek.features.feed.models import Poll, PollAnswer, Post, PostAttachment
from driehoek.features.feed.places import Place
from driehoek.features.paper.tests.steps import ask_all, deliveries, shared, tell, wants
from tests.cast import NOW, Cast

pytestmark = [pytest.mark.django_db]
CUT_OFF = """[...document.querySelectorAll('.news')]
    .map(e => e.scrollHeight - e.clientHeight).filter(tooMuch => tooMuch > 1)"""
LONG = "Neem morgen een regenjas, laarzen, een handdoek en een fruithapje mee. " * 6


def printed(cast: Cast, *people: Person) -> str:
    for person in people:
        wants(person)
    tell()
    print_run(cast.groep_5, cast.viewer(cast.anouk))
    return cast.sign_in(cast.anouk).get(reverse("paper:sheets", args=[cast.groep_5.pk])).text


@pytest.mark.browser
def test_every_letter_is_one_page_in_every_language_however_much_there_is(cast: Cast) -> None:
    people = [cast.naima, cast.rachid, cast.elif_, cast.murat, cast.karin, cast.esther]
    for person, language in zip(people, ALL_LANGUAGES, strict=True):
        Person.objects.filter(pk=person.pk).update(
            language=language, given_name="Wilhelmina Alexandrina", family_name="van der Heuvel-Oosterwijk"
        )
    for number in range(9):
        shared(cast.anouk, cast.groep_5, title=f"{number} {LONG}"[:118], text=LONG, ask=LONG[:118])
    for _twice in range(2):
        ask_all(cast.anouk, cast.groep_5, LONG[:118], *[f"{number} {LONG}"[:78] for number in range(6)])
    html = printed(cast, *people)
    with on_screen(html) as page:
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 794, "height": 1123})
        cut_off = page.evaluate(CUT_OFF)
    assert pages_in(pdf) == len(people) and cut_off == []
    assert 'dir="rtl"' in html and html.count('n-strip"') == 2 * len(people)


@pytest.mark.browser
def test_a_camera_reads_the_code_and_it_opens_that_letter_and_signs_nobody_in(cast: Cast) -> None:
    shared(cast.anouk, cast.groep_5, title="Bruggen", text="Sterk en licht!")
    html = printed(cast, cast.naima)
    with on_screen(html) as page:
        picture, words = page.locator(".news").screenshot(), page.locator(".news").inner_text()
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    path = found.text.removeprefix("http://localhost:8000")
    assert path.strip("/").rpartition("/")[2] in words
    finder = Client()
    opened = finder.get(path)
    assert opened.status_code == 200 and "Sterk en licht!" in opened.text
    assert "Naima" not in opened.text and "Yusuf" not in opened.text
    assert finder.get("/").status_code == 302 and not finder.session.keys()
    assert re.findall(r"/(?:antwoord|lees|bericht)/", opened.text) == []


def code(letter: PaperLetter) -> str:
    return reverse("paper:letter", args=[code_of(letter)])


def test_what_was_spoken_is_named_on_the_letter_and_played_to_no_finder(
    cast: Cast, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    post = shared(cast.anouk, cast.groep_5, title="Bruggen", text="")
    PostAttachment.objects.create(post=post, attachment=recorded(cast.anouk, cast.vlieger))
    letter = printed(cast, cast.naima)
    opened = Client().get(code(PaperLetter.objects.get())).text
    for page in (letter, opened):
        assert "Met een ingesproken bericht van 0:09. Luister in Driehoek." in page and "<audio" not in page


def test_a_copy_ends_the_code_that_got_lost_and_prints_the_same_once_more(cast: Cast) -> None:
    shared(cast.anouk, cast.groep_5, title="Bruggen")
    printed(cast, cast.naima)
    letter = PaperLetter.objects.get()
    lost, teacher = code(letter), cast.sign_in(cast.anouk)
    teacher.post(reverse("paper:handed", args=[cast.groep_5.pk]), {"all": "on"})
    again = teacher.post(reverse("paper:copy", args=[letter.pk]), follow=True).text
    assert again.count("<article") == 1 and "Bruggen" in again
    letter.refresh_from_db()
    assert letter.copies == 2 and letter.handed_at and len(deliveries(cast.naima)) == 1
    assert Client().get(lost).status_code == 404 and Client().get(code(letter)).status_code == 200


def test_the_code_shows_nothing_to_nobody_once_she_may_not_see_it(cast: Cast) -> None:
    post = shared(cast.anouk, cast.groep_5, title="Bruggen")
    printed(cast, cast.naima)
    path = code(PaperLetter.objects.get())
    Person.objects.filter(pk=cast.naima.pk).update(is_active=False)
    assert Client().get(path).status_code == 404
    Person.objects.filter(pk=cast.naima.pk).update(is_active=True)
    post.withdraw(by=cast.anouk, at=NOW)
    assert Client().get(path).status_code == 404


@pytest.mark.parametrize("typed", ["", "A", "AAAAAAAAA", "0OI1", "ZZZZZZZZZZZZZZZZZZZZZZZZ", "💥", "a/b"])
def test_a_code_that_nobody_got_opens_nothing(cast: Cast, typed: str) -> None:
    answer = Client().get(reverse("paper:code_form"), {"code": typed}, follow=True)
    assert "Bruggen" not in answer.text and answer.status_code in (200, 404)


def test_a_code_may_be_typed_as_one_reads_it(cast: Cast) -> None:
    shared(cast.anouk, cast.groep_5, title="Bruggen")
    printed(cast, cast.naima)
    typed = code(PaperLetter.objects.get()).strip("/").rpartition("/")[2].replace("-", " ").lower()
    assert "Bruggen" in Client().get(reverse("paper:code_form"), {"code": typed}, follow=True).text


def test_of_what_is_about_one_child_only_the_line_for_a_locked_screen_is_printed(cast: Cast) -> None:
    place = Place(cast.vlieger, student=cast.yusuf)
    post = Post.begin(place, by=cast.anouk, at=NOW)
    post.write({"title": "Geheime titel", "text": "Hij moest huilen."}, place=place)
    post.share(by=cast.anouk, at=NOW, due_at=NOW)
    shared(cast.anouk, cast.groep_5, title="Bruggen")
    html = printed(cast, cast.naima)
    assert "Bruggen" in html and html.count("<li>") >= 2
    opened = Client().get(code(PaperLetter.objects.get())).text
    for words in ("Geheime titel", "huilen"):
        assert words not in html and words not in opened


def test_a_letter_for_who_hides_gives_no_name_and_no_place(cast: Cast) -> None:
    shared(cast.anouk, cast.groep_5, title="Bruggen", ask="Wat draagt een brug?")
    assert Protection.objects.filter(student=cast.lotte).exists()
    html = printed(cast, cast.karin)
    sheet = html[html.index("<article") : html.index("</article>")]
    for secret in ("Lotte", "Hendriks", cast.vlieger.name, "groep 5"):
        assert secret not in sheet, secret
    assert "Karin" in sheet and "Bruggen" in sheet


def test_a_strip_that_comes_back_is_entered_for_her_and_both_can_see_by_whom(cast: Cast) -> None:
    poll = ask_all(cast.anouk, cast.groep_5, "Mag je kind mee?")
    printed(cast, cast.naima)
    letter, teacher = PaperLetter.objects.get(), cast.sign_in(cast.anouk)
    answers = reverse("paper:answers", args=[letter.pk])
    page = teacher.get(answers).text
    assert "Mag je kind mee?" in page
    yes = re.findall(r'value="(\d+:\d+)"', page)[0]
    for _again in range(2):
        assert "Het antwoord is bewaard." in teacher.post(answers, {"answer": yes}, follow=True).text
    assert list(PollAnswer.objects.filter(poll=poll).values_list("person", flat=True)) == [cast.naima.pk]
    assert "Ingevuld op 19 november door <bdi>Juf Anouk" in teacher.get(answers).text
    came = cast.sign_in(cast.naima).get(reverse("choices:came")).text
    assert "antwoord van papier, ingevuld door Juf Anouk" in came
    assert "Juf Anouk" not in cast.sign_in(cast.rachid).get(reverse("choices:came")).text


def test_what_she_answered_herself_stays_and_nonsense_is_no_answer(cast: Cast) -> None:
    poll = ask_all(cast.anouk, cast.groep_5, "Mag je kind mee?")
    printed(cast, cast.naima)
    yes, no = poll.options.all()
    poll.answer(no, by=cast.naima, at=NOW)
    letter, teacher = PaperLetter.objects.get(), cast.sign_in(cast.anouk)
    answers = reverse("paper:answers", args=[letter.pk])
    pressed = re.findall(r'value="(\d+:\d+)"', teacher.get(answers).text)[0]
    assert "gaf zelf al antwoord" in teacher.post(answers, {"answer": pressed}, follow=True).text
    assert PollAnswer.objects.get(poll=poll).option == no
    for wrong in ("", "0:0", f"{pressed}9", "x"):
        assert teacher.post(answers, {"answer": wrong}).status_code == 404
    assert yes.pk


def test_a_poll_that_is_closed_takes_no_strip(cast: Cast) -> None:
    ask_all(cast.anouk, cast.groep_5, "Mag je kind mee?")
    printed(cast, cast.naima)
    Poll.objects.update(closes_at=NOW)
    answers = reverse("paper:answers", args=[PaperLetter.objects.get().pk])
    assert "niets om te antwoorden" in cast.sign_in(cast.anouk).get(answers).text
