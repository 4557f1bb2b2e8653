"""Printing asks as often for thirty letters as for ten: what may be ticked under each, and who wants what."""

import pytest
from django.urls import reverse

from driehoek.backbone.notifications.models import PaperLetter
from driehoek.backbone.notifications.paper.printing import print_run
from driehoek.backbone.notifications.paper.together import sheets_of
from driehoek.backbone.notifications.preferences import prefer
from driehoek.facts.people.models import Guardianship
from driehoek.features.feed.models import Post
from driehoek.features.feed.places import Place
from driehoek.features.paper.tests.steps import ask_all, shared, tell, wants
from tests.cast import NOW, Cast
from tests.more_rows import child, grown, guardian, questions

pytestmark = pytest.mark.django_db
TEN, THIRTY = 10, 30
LANGUAGES = ("nl", "tr", "ar")


def with_a_child(cast: Cast, number: int) -> None:
    """One more home that reads on paper, and chose so for this child alone; school wrote about her."""
    student = child(cast.groep_5, number)
    reader = guardian(student, number, LANGUAGES[number % len(LANGUAGES)])
    wants(reader)
    prefer(reader, category="news", channel="paper", rhythm="weekly", student=student)
    place = Place(cast.vlieger, student=student)
    post = Post.begin(place, by=cast.anouk, at=NOW)
    post.write({"title": f"Nieuws {number}", "text": f"Het ging goed, {number} keer."}, place=place)
    post.share(by=cast.anouk, at=NOW, due_at=NOW)


def printed(cast: Cast, homes: range) -> list[str]:
    """What is asked to print for these too: each has news, two polls, and a line about her child alone."""
    for number in homes:
        with_a_child(cast, number)
    for number in range(2):
        ask_all(cast.anouk, cast.groep_5, f"Kom je kijken, {number}?")
    shared(cast.anouk, cast.groep_5, title="Bruggen", ask="Wat draagt een brug?")
    tell()
    print_run(cast.groep_5, cast.viewer(cast.anouk))
    teacher, url = cast.sign_in(cast.anouk), reverse("paper:sheets", args=[cast.groep_5.pk])
    page = teacher.get(url).text
    assert page.count("<article") == homes.stop and page.count('n-strip"') == 2 * homes.stop
    return questions(teacher, url)


def test_thirty_letters_ask_no_more_than_ten(cast: Cast) -> None:
    few = printed(cast, range(TEN))
    for letter in PaperLetter.objects.all():
        letter.hand_over(by=cast.anouk, at=NOW)
    many = printed(cast, range(TEN, THIRTY))
    assert len(many) == len(few), grown(few, many)


def test_printed_together_a_strip_stands_only_under_the_letter_of_who_may_answer(cast: Cast) -> None:
    student, other = child(cast.groep_5, 0), child(cast.groep_5, 1)
    answering, listening = guardian(student, 0), guardian(student, 1)
    wants(answering)
    wants(listening)
    wants(guardian(other, 2), "results")
    link = Guardianship.objects.get(guardian=listening)
    link.may_answer = False
    link.save()
    poll = ask_all(cast.anouk, cast.groep_5, "Kom je kijken?")
    tell()
    print_run(cast.groep_5, cast.viewer(cast.anouk))
    found = {sheet.letter.guardian: sheet for sheet in sheets_of(list(PaperLetter.objects.all()), NOW)}
    assert {one: len(sheet.strips) for one, sheet in found.items()} == {answering: 1, listening: 0}
    before = [(item.title, item.line) for item in found[answering].items]
    poll.answer(poll.options.all()[0], by=answering, at=NOW)
    (again,) = sheets_of(list(PaperLetter.objects.filter(digest__person=answering)), NOW)
    assert len(again.strips) == 1 and [(item.title, item.line) for item in again.items] == before
