"""More rows are not more questions: for what anybody reads, what waits for an answer, and where somebody
chooses."""

import datetime as dt
import uuid

import pytest

from driehoek.backbone.access.models import Audience
from driehoek.backbone.letterbox.models import Complaint
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.models import PushSubscription
from driehoek.facts.looking.models import Mode
from driehoek.facts.looking.models.agreement import Side
from driehoek.facts.schools.models import Appointment, Board, Group, Leave, School
from driehoek.facts.schools.web_names import address_of
from driehoek.features.absences.models import MorningQuestion, Upload
from driehoek.features.absences.tests.told import ill
from driehoek.features.entry.models import Provider
from driehoek.features.feed.models import AskMe, Kind, Post
from driehoek.features.feed.tests.posts import shared
from driehoek.features.following import agreeing
from driehoek.features.following.moments import Moment
from driehoek.features.introductions.models import Sharing, Trait
from driehoek.features.newsletters.models import Block, Newsletter, Opening
from driehoek.features.newsletters.models import Kind as BlockKind
from driehoek.features.newsletters.tests.letters import begun, block, out
from driehoek.features.pulse.models import Round, Sentence, Tally
from driehoek.features.talks.models import CycleStep
from driehoek.features.talks.tests.table import planned
from driehoek.features.unreached.tests.test_reaching import refused
from tests.cast import NOW, TODAY, Cast
from tests.more_rows import AUGUST, Listed, child, grown, guardian, look_at_few_and_at_more

pytestmark = [pytest.mark.django_db, pytest.mark.once]
A_DAY = dt.timedelta(days=1)
SOON = NOW + 2 * A_DAY


def open_to_all(cast: Cast, number: int) -> None:
    newsletter = begun(cast, f"Nieuws {number}")
    block(newsletter, cast.joris, f"Bomen {number}", kind=BlockKind.WORDS, text="Twaalf.", is_open=True)
    Opening.give(out(newsletter, cast), by=cast.joris, at=NOW)


def in_one_open_letter(cast: Cast, number: int) -> None:
    """One more block, as if it had been there when it went."""
    if not number:
        return open_to_all(cast, number)
    written = Block.objects.latest("pk")
    written.pk, written.token, written.title = None, uuid.uuid4(), f"Bomen {number}"
    written.audience = Audience.objects.create(school=cast.vlieger)
    written.save()


def the_letter(_cast: Cast) -> Newsletter:
    return Newsletter.objects.latest("pk")


def vlieger(cast: Cast) -> tuple[str]:
    return (address_of(cast.vlieger),)


def the_open_letter(cast: Cast) -> tuple[str, int]:
    return address_of(cast.vlieger), the_letter(cast).pk


def works(cast: Cast, number: int) -> None:
    """One more parent of the group who lets it know what she does."""
    someone = guardian(child(cast.groep_5, number), number)
    Trait.objects.create(person=someone, field="job", words=f"Bakker {number}")
    for field in ("job", "child", "email"):
        Sharing.objects.create(person=someone, group=cast.groep_5, field=field, at=NOW)


def step(cast: Cast, number: int) -> None:
    CycleStep.add(cast.vlieger, [(5, "progress", number + 1)], by=cast.joris, at=NOW)


def said(cast: Cast, number: int) -> None:
    """One more earlier round, and one more sentence in the last one."""
    first = TODAY - (30 + 60 * number) * A_DAY
    held = Round.open(cast.vlieger, first, first + 9 * A_DAY, {}, by=cast.joris, at=NOW)
    for side in held.sides.all():
        Tally.objects.bulk_create(Tally(side=side, question=n, face=1, times=5) for n in (1, 2))
        held.sides.filter(pk=side.pk).update(answered=5)
    Sentence.objects.create(side=the_round(cast).sides.get(readers="guardians"), words=f"Zin {number}.")


def the_round(_cast: Cast) -> Round:
    return Round.objects.latest("starts_on")


def proposed(cast: Cast, number: int) -> None:
    """One more child of hers."""
    child(cast.groep_5, number, cast.naima)


def at_table(cast: Cast, number: int) -> None:
    """One more child of hers, who says about the question of the class: ask me. More than three questions lie
    on no table."""
    post = Post.objects.filter(group=cast.groep_5).first() or shared(cast)
    Post.objects.filter(pk=post.pk).update(ask_at_home="Welke brug was het sterkst?")
    AskMe.say(post.pk, by=child(cast.groep_5, number, cast.naima), at=NOW)


def to_do(cast: Cast, number: int) -> None:
    """One more child of hers who was ill yesterday, of whose photos nothing was said, and who has a talk
    soon."""
    student = child(cast.groep_5, number, cast.naima)
    MorningQuestion.ask(ill(student, by=cast.naima, since=TODAY - A_DAY), day=TODAY, at=NOW)
    reasons = {"reason": "Op een andere dag.", "reason_alone": "Eerst met jou."}
    planned(cast, student=student, moment=SOON, guardians=[cast.naima.pk], with_student=False, **reasons)


def away(cast: Cast, number: int) -> None:
    first = TODAY + (number + 1) * 7 * A_DAY
    Leave.take(cast.anouk, starts_on=first, ends_on=first + A_DAY, deputy=cast.daan)


def brought(cast: Cast, _number: int) -> None:
    Upload.receive(cast.vlieger, [], source="magister", by=cast.marja, at=NOW)


def homework(cast: Cast, number: int) -> None:
    post = shared(cast, f"Lezen {number}")
    Post.objects.filter(pk=post.pk).update(kind=Kind.HOMEWORK, due_on=TODAY + A_DAY)


def not_reached(cast: Cast, number: int) -> None:
    """One more who takes no mail, and one who called it unwanted, as Naima did of one more kind."""
    refused(guardian(child(cast.groep_5, number), number))
    kinds = list(Category)
    other = guardian(child(cast.groep_5, number + 20), number + 20)
    for person in (cast.naima, other):
        Complaint.note(person, kinds[number % len(kinds)], at=NOW)


def at_another_school(cast: Cast, number: int) -> None:
    """One more school of the board, with a child of hers in its class."""
    school = School.objects.create(
        board=cast.vlieger.board, name=f"De Mees {number}", sector=cast.vlieger.sector
    )
    year = type(cast.groep_5.year).objects.create(
        school=school, starts_on=AUGUST, ends_on=AUGUST + 360 * A_DAY
    )
    child(Group.objects.create(school=school, year=year, name="groep 5"), number, cast.naima)


def telephone(cast: Cast, number: int) -> None:
    keys = {"endpoint": f"https://push.example/{number}", "p256dh": "p", "auth": "a", "key": "k"}
    PushSubscription.remember(cast.naima, keys, kind="android_phone", at=NOW)


def looks_along(cast: Cast, number: int) -> None:
    """One more guardian, to whom something was proposed."""
    said = {"by": cast.dijk, "side": Side.MENTOR, "at": NOW}
    plan = {Mode.WEEKLY: Moment("", TODAY + 60 * A_DAY), Mode.SHARES: Moment("", TODAY + 120 * A_DAY)}
    agreeing.propose(cast.adam, guardian(cast.adam, number), cast.kompas, plan, **said)


def provider(cast: Cast, number: int) -> None:
    said = {"name": f"Dienst {number}", "issuer": f"https://{number}.login.example", "client_id": "driehoek"}
    board = Board.objects.create(name=f"Stichting {number}")
    Provider.set_up(board, said, secret="s" * 20, by=cast.ingrid, at=NOW)


def school(cast: Cast, number: int) -> None:
    made = School.objects.create(
        board=cast.vlieger.board, name=f"De Mees {number}", sector=cast.vlieger.sector
    )
    Appointment.objects.create(
        person=cast.joris, board=made.board, school=made, function="head", starts_on=AUGUST
    )


LISTS = {
    "own browsers that ring": Listed("naima", "choices:own", telephone),
    "who looks along": Listed("adam", "following:agreement", looks_along, "adam"),
    "ways to sign on": Listed("", "entry:sign_on_boards", provider),
    "schools that choose news": Listed("joris", "choices:schools", school),
    "schools to call": Listed("naima", "shell:help", at_another_school),
    "newsletters for anybody": Listed("", "newsletters:public", open_to_all, vlieger),
    "a newsletter for anybody": Listed("", "newsletters:public_letter", in_one_open_letter, the_open_letter),
    "a newsletter that will be open": Listed("joris", "newsletters:opening", in_one_open_letter, the_letter),
    "parents for a lesson": Listed("anouk", "introductions:seek", works, query="?sought=bakker"),
    "parents of a class": Listed("naima", "introductions:class", works, "groep_5"),
    "talks of a year": Listed("joris", "talks:cycle", step, "vlieger"),
    "what came of two questions": Listed("joris", "pulse:round", said, the_round),
    "what is known of me and mine": Listed("naima", "corrections:own", proposed),
    "what stays": Listed("naima", "retention:staying", proposed),
    "what is to do": Listed("naima", "home:todos", to_do),
    "today": Listed("naima", "home:today", to_do),
    "the kitchen table": Listed("naima", "home:table", at_table),
    "first steps": Listed("naima", "home:first_steps", proposed),
    "of which child what comes": Listed("naima", "choices:kinds", proposed),
    "about whom to ask": Listed("naima", "conversations:ask", proposed),
    "days not at work": Listed("anouk", "conversations:leave", away),
    "absences that were brought": Listed("marja", "absences:bring", brought),
    "homework of a group": Listed("naima", "feed:homework", homework, "groep_5"),
    "pupils to add work for": Listed("anouk", "portfolio:compose", lambda c, n: child(c.groep_5, n)),
    "where to ask an interpreter": Listed("naima", "languages:interpreter", at_another_school),
    "whom to introduce oneself to": Listed("naima", "introductions:own", at_another_school),
    "letters with a code": Listed(
        "marja", "entry:group_letters", lambda c, n: guardian(child(c.groep_5, n), n), "groep_5"
    ),
    "whom mail does not reach": Listed("marja", "unreached:people", not_reached),
}


@pytest.mark.parametrize("name", LISTS)
def test_more_rows_around_somebody_are_not_more_questions(cast: Cast, name: str) -> None:
    few, many = look_at_few_and_at_more(cast, LISTS[name])
    assert len(many) <= len(few), grown(few, many)
