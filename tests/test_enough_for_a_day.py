"""Who writes to others is stopped kindly after so much in a day, and what she wrote stays in the form."""

import re
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from driehoek.backbone.moderation.changing import CHANGES
from driehoek.backbone.moderation.models import Report
from driehoek.backbone.moderation.views import REPORTS
from driehoek.base.core.limits import Limit
from driehoek.facts.people.models import Person
from driehoek.features.conversations import speaking as talking
from driehoek.features.conversations.models import Conversation, Message, TalkRequest
from driehoek.features.conversations.tests.talks import asked
from driehoek.features.conversations.views.talking import WISHES
from driehoek.features.feed import speaking as reacting
from driehoek.features.feed.models import Comment
from driehoek.features.feed.tests.posts import shared
from driehoek.features.feed.tests.test_questions import lesson
from driehoek.features.portfolio.models import Echo
from driehoek.features.portfolio.tests.works import made
from driehoek.features.portfolio.views.answering import ECHOES
from driehoek.features.questions.asking import QUESTIONS
from driehoek.features.questions.models import Answer, Question
from driehoek.features.questions.reading import ANSWERS
from driehoek.features.questions.tests.asked import asked as asked_of_parents
from driehoek.features.stories.models import Story
from driehoek.features.stories.telling import STORIES
from driehoek.features.talks.models import Point
from driehoek.features.talks.tests.table import planned
from driehoek.features.talks.views.preparing import POINTS
from tests.cast import Cast

WORDS = "Wat wij graag willen weten"
Door = tuple[Limit, str, str, dict[str, object]]  # what is counted, who, where, and what else she fills in


def asking(cast: Cast) -> Door:
    return talking.ASKED, "naima", "/berichten/nieuw/", {"about": f"{cast.vlieger.pk}-{cast.yusuf.pk}"}


def answering(cast: Cast) -> Door:
    return talking.SAID["home"], "naima", f"/berichten/{asked(cast).pk}/zinnen/", {}


def answering_at_work(cast: Cast) -> Door:
    return talking.SAID["school"], "anouk", f"/berichten/{asked(cast).pk}/zinnen/", {}


def writing_home(cast: Cast) -> Door:
    where, to = f"/berichten/schrijven/{cast.yusuf.pk}/", [cast.naima.pk, cast.rachid.pk]
    return talking.SAID["school"], "anouk", where, {"to": to, "about": "good"}


def reacting_to_school(cast: Cast) -> Door:
    return reacting.SAID["home"], "naima", f"/bericht/{shared(cast).pk}/reacties/", {"to": "school"}


def asking_why(cast: Cast) -> Door:
    return reacting.SAID["home"], "naima", f"/bericht/{lesson(cast).pk}/uitleg/", {}


def echoing(cast: Cast) -> Door:
    return ECHOES, "naima", f"{made(cast).get_absolute_url()}reactie/", {}


def adding_a_point(cast: Cast) -> Door:
    where = reverse("talks:points", args=[planned(cast).pk])
    return POINTS, "naima", where, {"subject": "well"}


def changing(cast: Cast) -> Door:
    said = shared(cast).comment("Wat mooi!", by=cast.naima, corner="home", at=cast.now)
    return CHANGES, "naima", f"/reactie/{said.pk}/veranderen/", {}


def telling_from_home(cast: Cast) -> Door:
    return STORIES, "naima", "/van-thuis/nieuw/", {"about": f"{cast.yusuf.pk}-{cast.groep_5.pk}"}


def asking_parents(cast: Cast) -> Door:
    return QUESTIONS, "naima", "/vragen/nieuw/", {"group": cast.groep_5.pk, "accepts": "on"}


def answering_a_parent(cast: Cast) -> Door:
    question = asked_of_parents(cast)
    return ANSWERS, "esther", f"{question.get_absolute_url()}antwoorden/", {"accepts": "on"}


DOORS: list[Callable[[Cast], Door]] = [
    asking, answering, answering_at_work, writing_home, reacting_to_school, asking_why, echoing,
    adding_a_point, changing, telling_from_home, asking_parents, answering_a_parent,
]  # fmt: skip


KINDS = (Conversation, Message, Comment, Echo, Point, Story, Question, Answer)


def kept() -> int:
    rows = sum(kind.objects.count() for kind in KINDS)
    return rows + Comment.objects.exclude(edited_at=None).count()


def spend(limit: Limit, person: Person, cast: Cast, *, but: int) -> None:
    for _time in range(limit.times - but):
        assert limit.allows(str(person.pk), now=cast.now)


def send(client: Client, door: Door, words: str) -> HttpResponse:
    field = "words" if door[0] is POINTS else "text"
    return client.post(door[2], {field: words, **door[3]})


@pytest.mark.parametrize("opened", DOORS, ids=lambda opened: opened.__name__)
def test_the_last_of_a_day_goes_and_the_next_waits_with_its_words(
    cast: Cast, opened: Callable[[Cast], Door]
) -> None:
    door = opened(cast)
    person: Person = getattr(cast, door[1])
    client, before = cast.sign_in(person), kept()
    spend(door[0], person, cast, but=1)
    assert send(client, door, "De laatste van vandaag").status_code == 302
    after = kept()
    assert after > before
    refused = send(client, door, WORDS)
    page = refused.content.decode()
    assert refused.status_code == 429 and kept() == after
    assert "op een dag. Kom morgen terug." in page and WORDS in page


def test_what_one_did_in_a_day_stops_nobody_else(cast: Cast) -> None:
    spend(talking.ASKED, cast.naima, cast, but=0)
    about = {"about": f"{cast.vlieger.pk}-{cast.yusuf.pk}", "text": WORDS}
    assert cast.sign_in(cast.rachid).post("/berichten/nieuw/", about).status_code == 302
    assert cast.sign_in(cast.naima).post("/berichten/nieuw/", about).status_code == 429


def test_a_report_or_a_wish_too_many_waits_with_what_was_chosen(cast: Cast) -> None:
    said = shared(cast).comment("Te koop: een fiets", by=cast.esther, corner="home", at=cast.now)
    wish = {"where": "phone", "moments": ["morning"], "interpreter": "no"}
    doors = [
        (REPORTS, f"/melden/reactie/{said.pk}/", {"reason": "advert", "words": WORDS}, WORDS),
        (WISHES, f"/berichten/{asked(cast).pk}/praten/", wish, r'value="phone"[^>]* checked'),
    ]
    naima = cast.sign_in(cast.naima)
    for limit, where, chosen, stays in doors:
        spend(limit, cast.naima, cast, but=0)
        refused = naima.post(where, chosen)
        assert refused.status_code == 429 and "Kom morgen terug." in refused.text
        assert re.search(stays, refused.text)
    assert not Report.objects.exists() and not TalkRequest.objects.exists()
