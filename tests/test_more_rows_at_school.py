"""More rows are not more questions: for the lists of a school: colleagues and groups, days and words."""

import datetime as dt

import pytest

from driehoek.backbone.media.models import PhotoHold
from driehoek.backbone.media.tests.studio import a_checked_photo, everyone_says_yes
from driehoek.backbone.moderation.models import Case, Silence
from driehoek.backbone.moderation.reporting import REPORTABLE
from driehoek.backbone.translation.models import Helper, Term
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Group, Holiday
from driehoek.features.absences.models import Export
from driehoek.features.feed.models import Post, PostPhoto
from driehoek.features.feed.tests.posts import shared
from driehoek.features.newsletters.models import Kind, Newsletter
from driehoek.features.newsletters.tests.letters import begun, block
from driehoek.features.noticing.models import TalkRule, What
from driehoek.features.pulse.models import Round
from driehoek.features.results.models import Source, Upload
from driehoek.features.stories.models import Story
from driehoek.features.stories.tests.telling import told
from driehoek.features.timetable.models import Lesson, LessonChange
from driehoek.features.tips.models import Tip
from tests.cast import NOW, TODAY, Cast
from tests.more_rows import AUGUST, Listed, child, grown, guardian, look_at_few_and_at_more

pytestmark = [pytest.mark.django_db, pytest.mark.once]
A_DAY = dt.timedelta(days=1)


def export(cast: Cast, number: int) -> None:
    Export.objects.create(school=cast.vlieger, number=number + 1, by=cast.marja, at=NOW)


def colleague(cast: Cast, number: int) -> None:
    person = Person.objects.create(given_name=f"Juf {number}", email=f"juf{number}@vlieger.example")
    Appointment.objects.create(
        person=person, board=cast.vlieger.board, school=cast.vlieger, function="teacher", starts_on=AUGUST
    )


def group(cast: Cast, number: int) -> None:
    Group.objects.create(school=cast.vlieger, year=cast.groep_5.year, name=f"groep {number + 1}c")


def photo_of_news(cast: Cast, number: int) -> None:
    everyone_says_yes(cast.groep_5)
    PostPhoto.objects.create(post=shared(cast, f"Nieuws {number}"), photo=a_checked_photo(cast), position=0)


def photo_of_one_post(cast: Cast, number: int) -> None:
    everyone_says_yes(cast.groep_5)
    post = the_post(cast) if number else shared(cast)
    PostPhoto.objects.create(post=post, photo=a_checked_photo(cast), position=number)


def the_post(_cast: Cast) -> Post:
    return Post.objects.latest("pk")


def day_off(cast: Cast, number: int) -> None:
    day = TODAY + (number + 1) * A_DAY
    Holiday.objects.create(school=cast.vlieger, name=f"studiedag {number}", starts_on=day, ends_on=day)


def word(cast: Cast, number: int) -> None:
    told = {"plain": "eten", "stays": False, "said": {}}
    Term.put(cast.vlieger, f"woord {number}", **told, by=cast.marja, at=NOW)


def reported(cast: Cast, number: int) -> None:
    """One more story of which the leaders were told; on each second one they decided, and it is still in one
    more group."""
    story = told(cast, f"Te koop: fiets {number}", for_class=True)
    said = REPORTABLE["van-thuis"].said(story)
    case = Case.report(story, said, by=cast.rachid, reason="advert", words="", at=NOW)
    if number % 2:
        case.decide("hide", reason="Geen reclame", by=cast.joris, at=NOW)
    more = Group.objects.create(school=cast.vlieger, year=cast.groep_5.year, name=f"groep {number + 1}c")
    Silence.begin(cast.vlieger, more, reason=f"Rust {number}", by=cast.joris, at=NOW)


def on_the_board(cast: Cast, number: int) -> None:
    newsletter = the_letter(cast) if number else begun(cast)
    said = {"text": "Er staan bomen.", "is_open": True}
    block(newsletter, cast.joris, f"Nieuws {number}", kind=Kind.WORDS, **said)


def the_letter(_cast: Cast) -> Newsletter:
    return Newsletter.objects.latest("pk")


def in_the_letter(cast: Cast, number: int) -> None:
    newsletter = the_letter(cast) if number else begun(cast)
    block(newsletter, cast.anouk, f"Bruggen {number}", cast.groep_5, text="Wij bouwden.")


def helper(cast: Cast, number: int) -> None:
    someone = guardian(cast.yusuf, number, "tr")
    Helper.ask(cast.vlieger, someone, "tr", by=cast.marja, at=NOW)


def reported_again(cast: Cast, number: int) -> None:
    """The same by one more."""
    story = told(cast, "Te koop: fiets", for_class=True) if not number else Story.objects.latest("pk")
    said, who = REPORTABLE["van-thuis"].said(story), guardian(cast.yusuf, number)
    Case.report(story, said, by=who, reason="advert", words=f"Alweer {number}", at=NOW)


def the_case(_cast: Cast) -> Case:
    return Case.objects.latest("pk")


def hidden(cast: Cast, number: int) -> None:
    """One more photo, of one more child who may not be shown any more."""
    student = child(cast.groep_5, number)
    photo = a_checked_photo(cast, present=(student,))
    PostPhoto.objects.create(post=shared(cast, f"Nieuws {number}"), photo=photo, position=0)
    PhotoHold.objects.get_or_create(photo=photo, student=student, lifted_at=None, defaults={"placed_at": NOW})


def rule(cast: Cast, number: int) -> None:
    TalkRule.decide(cast.vlieger, number + 1, What.LATE, times=4, weeks=4, by=cast.joris, at=NOW)


def two_questions(cast: Cast, number: int) -> None:
    first = TODAY - 60 * number * A_DAY
    Round.open(cast.vlieger, first, first + 9 * A_DAY, {}, by=cast.joris, at=NOW)


def brought(cast: Cast, number: int) -> None:
    source, _new = Source.objects.get_or_create(school=cast.vlieger, name=f"Systeem {number}")
    Upload.receive(cast.vlieger, [], source=source, by=cast.marja, at=NOW)


def lesson(cast: Cast, number: int) -> None:
    """Each second one is off."""
    found = Lesson.objects.create(
        group=cast.klas_1b, weekday=NOW.isoweekday(), starts_at=dt.time(8 + number),
        ends_at=dt.time(9 + number), subject=f"Vak {number}", starts_on=AUGUST,
    )  # fmt: skip
    if number % 2:
        found.say("off", TODAY, room="", by=cast.dijk, at=NOW)
        assert LessonChange.objects.filter(lesson=found).exists()


def tip(cast: Cast, number: int) -> None:
    said = {"title": f"Tel {number}", "what": "Tel.", "minutes": 5, "theme": "maths", "ages": "4-6"}
    Tip.add(cast.vlieger, said, by=cast.anouk, at=NOW)


LISTS = {
    "exports of absences": Listed("marja", "absences:exports", export),
    "colleagues": Listed("marja", "entry:colleagues", colleague),
    "groups to write to": Listed("marja", "entry:letters", group),
    "photos of a group": Listed("naima", "feed:album", photo_of_news, "groep_5"),
    "photos of one post": Listed("naima", "feed:photos", photo_of_one_post, the_post),
    "photos a teacher keeps": Listed("anouk", "feed:photos", photo_of_one_post, the_post),
    "photos to repair": Listed("anouk", "consents:repair", hidden),
    "cards of children": Listed("marja", "entry:cards", lambda c, n: child(c.groep_5, n), "groep_5"),
    "groups of a head": Listed("joris", "children:work", group),
    "blocks of a newsletter": Listed("joris", "newsletters:sheet", in_the_letter, the_letter),
    "blocks as home reads them": Listed("joris", "newsletters:preview", in_the_letter, the_letter),
    "who helps with words": Listed("marja", "languages:home", helper),
    "reports of one case": Listed("joris", "moderation:case", reported_again, the_case),
    "rules in plain words": Listed("naima", "noticing:explained", rule),
    "days off": Listed("marja", "holidays:list", day_off),
    "words of a school": Listed("marja", "languages:words", word, "vlieger"),
    "who may translate": Listed(
        "marja", "languages:helpers", lambda c, n: guardian(child(c.groep_5, n), n, "tr"), "vlieger"
    ),
    "what was reported": Listed("joris", "moderation:order", reported),
    "a newsletter for the board": Listed("joris", "newsletters:board", on_the_board, the_letter),
    "rules for a talk": Listed("joris", "noticing:rules", rule, "vlieger"),
    "rounds of two questions": Listed("joris", "pulse:overview", two_questions),
    "results that were brought": Listed("marja", "results:home", brought),
    "lessons of a group": Listed("dijk", "timetable:group", lesson, "klas_1b"),
    "tips": Listed("anouk", "tips:library", tip),
}


@pytest.mark.parametrize("name", LISTS)
def test_more_rows_of_a_school_are_not_more_questions(cast: Cast, name: str) -> None:
    few, many = look_at_few_and_at_more(cast, LISTS[name])
    assert len(many) <= len(few), grown(few, many)
