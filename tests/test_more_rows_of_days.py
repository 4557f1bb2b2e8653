"""More rows are not more questions: for what comes by day after day, at school and at home."""

import datetime as dt

import pytest

from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.telling import tell_due
from driehoek.base.core.clock import at
from driehoek.facts.looking.models import Objection
from driehoek.facts.people.models import NearPerson, NearPersonAnswer
from driehoek.facts.schools.models import Group
from driehoek.features.absences.models import Absence, Pickup, SwapRequest
from driehoek.features.absences.models.reason import Reason
from driehoek.features.alerts.models import Alert
from driehoek.features.alerts.tests.sent import sent
from driehoek.features.entry.models import Device
from driehoek.features.feed.tests.posts import shared
from driehoek.features.newsletters.models import Attendance, Block, Editor, Kind
from driehoek.features.newsletters.tests.letters import begun, block, out
from driehoek.features.noticing.models import TalkRule, What
from driehoek.features.paper.tests.steps import wants
from driehoek.features.rosters.models import Upload
from tests.cast import NOW, TODAY, Cast
from tests.more_rows import Listed, child, grown, guardian, look_at_few_and_at_more

pytestmark = [pytest.mark.django_db, pytest.mark.once]
A_DAY = dt.timedelta(days=1)
NEAR = {"relation": "grandparent", "phone": "", "may_collect": True, "in_emergency": False, "at": NOW}


def fetched(cast: Cast, number: int) -> None:
    """One more child, and one more by whom each may be fetched."""
    student = child(cast.groep_5, number, cast.naima)
    near = NearPerson.objects.create(student=student, named_by=cast.naima, name=f"Oma {number}", **NEAR)
    NearPersonAnswer.objects.create(near=near, is_agreed=True, by=None, at=NOW)


def by_others(cast: Cast, number: int) -> None:
    """One more child of the group, whom somebody fetches today."""
    student = child(cast.groep_5, number)
    someone = guardian(student, number)
    near = NearPerson.objects.create(student=student, named_by=someone, name=f"Oma {number}", **NEAR)
    NearPersonAnswer.objects.create(near=near, is_agreed=True, by=None, at=NOW)
    Pickup.arrange(student, [cast.vlieger], day=TODAY, by=someone, at=NOW, near=near)


def swapped(cast: Cast, number: int) -> None:
    student = child(cast.bso, number)
    said = {"home_on": TODAY + 7 * A_DAY, "comes_on": TODAY + 8 * A_DAY, "words": f"Graag {number}"}
    someone = guardian(student, number)
    SwapRequest.objects.create(student=student, group=cast.bso, by=someone, at=NOW, **said)


def called(cast: Cast, number: int) -> None:
    """One more whom nothing reached."""
    alert = the_alert(cast) if number else sent(cast, cast.groep_5)
    someone = guardian(child(cast.groep_5, number), number)
    Notification.objects.create(entry=alert.entry, person=someone, category="urgent")


def the_alert(_cast: Cast) -> Alert:
    return Alert.objects.latest("pk")


def noticed(cast: Cast, number: int) -> None:
    """One more student who was late three times."""
    TalkRule.decide(cast.kompas, 0, What.LATE, times=3, weeks=4, by=cast.bakker, at=NOW)
    student = child(cast.klas_1b, number)
    for ago in (2, 9, 16):
        day = TODAY - ago * A_DAY
        Absence.objects.create(
            student=student, school=cast.kompas, reason=Reason.LATE, starts_on=day, ends_on=day,
            noted_by=cast.dijk, told_at=at(day, dt.time(9)),
        )  # fmt: skip


def objected(cast: Cast, number: int) -> None:
    said = {"school": cast.delta, "reason": f"Liever niet {number}.", "at": NOW}
    Objection.objects.create(student=cast.dewi, guardian=guardian(cast.dewi, number), **said)


def signed_in(cast: Cast, _number: int) -> None:
    cast.sign_in(cast.naima).get("/")
    assert Device.objects.filter(person=cast.naima).exists()


def came(cast: Cast, number: int) -> None:
    shared(cast, f"Nieuws {number}")
    while tell_due(NOW):
        pass


def comes(cast: Cast, number: int) -> None:
    someone = guardian(cast.yusuf, number)
    if not number:
        newsletter = begun(cast)
        block(newsletter, cast.anouk, "Bruggen", cast.groep_5, kind=Kind.SHOW)
        out(newsletter, cast)
    Attendance.objects.create(block=the_show(cast), person=someone, number=2, at=NOW)


def the_show(_cast: Cast) -> Block:
    return Block.objects.latest("pk")


def edits(cast: Cast, number: int) -> None:
    Editor.ask(cast.vlieger, guardian(cast.yusuf, number), by=cast.joris, at=NOW)


def reads(cast: Cast, number: int) -> None:
    wants(guardian(cast.yusuf, number))


def brought(cast: Cast, _number: int) -> None:
    Upload.receive(cast.vlieger, [], by=cast.marja, at=NOW)


def group(cast: Cast, number: int) -> None:
    Group.objects.create(school=cast.vlieger, year=cast.groep_5.year, name=f"groep {number + 1}c")


LISTS = {
    "who is fetched": Listed("naima", "absences:pickups", fetched),
    "who fetches at school": Listed("anouk", "absences:day_list", by_others, "groep_5"),
    "swaps that are asked": Listed("samira", "absences:swaps", swapped),
    "whom to call": Listed("joris", "alerts:calls", called, the_alert),
    "whom to invite": Listed("dijk", "inviting:list", noticed),
    "pupils of a teacher": Listed("anouk", "children:pupils", lambda c, n: child(c.groep_5, n)),
    "objections": Listed("saskia", "following:objections", objected),
    "own telephones": Listed("naima", "entry:devices", signed_in),
    "what came": Listed("naima", "choices:came", came),
    "the week": Listed("naima", "notifications:week", came),
    "who comes to see": Listed("joris", "newsletters:attending", comes, the_show),
    "who edits a newsletter": Listed("joris", "newsletters:editors", edits, "vlieger"),
    "who reads on paper": Listed("anouk", "paper:readers", reads, "groep_5"),
    "rosters that were brought": Listed("marja", "rosters:home", brought),
    "groups to agree with": Listed("joris", "feed:agreements", group),
}


@pytest.mark.parametrize("name", LISTS)
def test_more_rows_of_a_day_are_not_more_questions(cast: Cast, name: str) -> None:
    few, many = look_at_few_and_at_more(cast, LISTS[name])
    assert len(many) <= len(few), grown(few, many)
