"""More rows are not more questions: for the lists of children, of those at home, and of what is agreed."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.backbone.notifications.models import PaperLetter
from driehoek.backbone.notifications.paper.printing import print_run
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.looking.models import Mode, Side
from driehoek.facts.people.models import NearPerson, Person
from driehoek.features.career.bank import for_sector
from driehoek.features.career.models import Assignment
from driehoek.features.corrections.models import Correction
from driehoek.features.feed.models import AskMe, Post
from driehoek.features.feed.tests.posts import shared
from driehoek.features.feed.tests.test_ask_me import asking
from driehoek.features.following import agreeing
from driehoek.features.following.moments import Moment
from driehoek.features.paper.tests.steps import wants
from driehoek.features.portfolio.models import Bundle
from tests.cast import NOW, TODAY, Cast
from tests.more_rows import (
    FEW,
    MORE,
    Listed,
    at_home,
    child,
    grown,
    guardian,
    look_at_few_and_at_more,
    questions,
)

pytestmark = [pytest.mark.django_db, pytest.mark.once]
A_DAY = dt.timedelta(days=1)


def corrected(cast: Cast, number: int) -> None:
    """By one more guardian, of a number, of her address, and of somebody near her child."""
    someone = guardian(cast.yusuf, number)
    Correction.propose(someone, "mobile", f"061234567{number}", at=NOW)
    words = f"Nieuwstraat {number}\n1234 AB Utrecht"
    Correction.propose(someone, "address", words, at=NOW, starts_on=TODAY)
    near = {"name": f"Oma {number}", "relation": "grandparent", "phone": "", "may_collect": True}
    NearPerson.objects.create(student=cast.yusuf, named_by=someone, at=NOW, in_emergency=False, **near)


def waits(cast: Cast, number: int) -> None:
    someone = Person.objects.create(given_name=f"Ouder {number}")
    at_home(someone, cast.yusuf, is_approved=False)


def given(cast: Cast, number: int) -> None:
    """One more student, and one more assignment, of whom has it at home since yesterday."""
    child(cast.klas_1b, number)
    key = for_sector(cast.kompas.sector)[number].key
    Assignment.give([cast.adam], cast.klas_1b, key, due_on=TODAY, by=cast.dijk, at=NOW - 2 * A_DAY)


def agreed(cast: Cast, number: int) -> None:
    """One more student with two at home, of whom one proposed something: it waits for the mentor."""
    student = child(cast.klas_1b, number)
    first, _second = (guardian(student, 10 * number + place) for place in range(2))
    said = {"by": first, "side": Side.GUARDIAN, "at": NOW}
    plan = {Mode.WEEKLY: Moment("", TODAY + 8 * 7 * A_DAY)}
    agreeing.propose(student, first, cast.kompas, plan, **said)


def on_paper(cast: Cast, number: int) -> None:
    """One more guardian who reads on paper: what was printed for one half of them is given along."""
    someone = guardian(cast.yusuf, number)
    wants(someone)
    shared(cast, f"Nieuws {number}")
    while tell_due(NOW):
        pass
    print_run(cast.groep_5, cast.viewer(cast.anouk))
    if number % 2:
        PaperLetter.objects.latest("pk").hand_over(by=cast.anouk, at=NOW)


def named(cast: Cast, number: int) -> None:
    said = {"relation": "grandparent", "phone": "", "may_collect": True, "in_emergency": False, "at": NOW}
    NearPerson.objects.create(student=cast.yusuf, named_by=cast.naima, name=f"Oma {number}", **said)


def child_who_asks(cast: Cast, number: int) -> None:
    """One more child of hers in 1B that asks to be asked about the news with a question."""
    post = Post.objects.filter(group=cast.klas_1b).last() if number else asking(cast.klas_1b, cast.dijk)
    assert post is not None
    AskMe.say(post.pk, by=child(cast.klas_1b, number, cast.naima), at=NOW)


def a_question(_cast: Cast) -> Post:
    return Post.objects.latest("pk")


def bundled(cast: Cast, number: int) -> None:
    Bundle.begin(cast.yusuf, cast.vlieger, f"Map {number}", by=cast.naima, hat="home", at=NOW)


LISTS = {
    "children at home": Listed("naima", "children:list", lambda c, n: child(c.groep_5, n, c.naima)),
    "children of a school": Listed("joris", "children:list", lambda c, n: child(c.groep_5, n)),
    "children with results": Listed("naima", "results:family", lambda c, n: child(c.klas_1b, n, c.naima)),
    "what is different": Listed("marja", "corrections:waiting", corrected),
    "who is near a child": Listed("naima", "corrections:near", named, "yusuf"),
    "who waits for a yes": Listed("marja", "guardianships:waiting", waits),
    "children of a group": Listed(
        "marja", "guardianships:group", lambda c, n: child(c.groep_5, n), "groep_5"
    ),
    "assignments at home": Listed("naima", "career:list", given, "adam"),
    "assignments of a class": Listed("dijk", "career:desk", given, "klas_1b"),
    "how far a class is": Listed("dijk", "following:of_group", agreed, "klas_1b"),
    "who sees what": Listed("adam", "following:lookers", lambda c, n: guardian(c.adam, n)),
    "letters of a group": Listed("anouk", "paper:group", on_paper, "groep_5"),
    "who asks to be asked": Listed("naima", "feed:post", child_who_asks, a_question),
    "what somebody takes along": Listed("naima", "portfolio:bundles", bundled, "yusuf"),
}


@pytest.mark.parametrize("name", LISTS)
def test_more_rows_about_families_are_not_more_questions(cast: Cast, name: str) -> None:
    few, many = look_at_few_and_at_more(cast, LISTS[name])
    assert len(many) <= len(few), grown(few, many)


def test_more_letters_to_print_are_not_more_questions(cast: Cast) -> None:
    teacher, url = cast.sign_in(cast.anouk), reverse("paper:sheets", args=[cast.groep_5.pk])
    letters, counts = [], []
    for readers in (range(FEW), range(FEW, FEW + MORE)):
        for number in readers:
            wants(guardian(cast.yusuf, number))
        for letter in PaperLetter.objects.all():
            letter.hand_over(by=cast.anouk, at=NOW)
        shared(cast)
        while tell_due(NOW):
            pass
        print_run(cast.groep_5, cast.viewer(cast.anouk))
        letters.append(teacher.get(url).text.count("<article"))
        counts.append(len(questions(teacher, url)))
    assert letters == [FEW, FEW + MORE]
    assert counts[1] <= counts[0]
