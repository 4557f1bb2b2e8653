"""More rows are not more questions: for pages about one child, one talk, one piece of work."""

import datetime as dt

import pytest

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.journal.models import record
from driehoek.backbone.journal.reading import OPENED
from driehoek.facts.people.models import NearPerson, NearPersonAnswer
from driehoek.features.absences.models import Absence
from driehoek.features.absences.models.reason import Reason
from driehoek.features.absences.tests.told import ill
from driehoek.features.conversations.models import Conversation
from driehoek.features.conversations.tests.talks import asked
from driehoek.features.dayreports.models import DayReport
from driehoek.features.portfolio.models import Bundle, Echo, Goal, Period, Work
from driehoek.features.portfolio.tests.test_periods import begun
from driehoek.features.portfolio.tests.works import chosen, made
from driehoek.features.questions.models import Question
from driehoek.features.questions.tests.asked import answered
from driehoek.features.questions.tests.asked import asked as asked_of_parents
from driehoek.features.stories.tests.telling import told
from driehoek.features.talks.models import Pledge, Talk
from driehoek.features.talks.tests.table import planned
from driehoek.features.timetable.models import Lesson
from tests.cast import NOW, TODAY, Cast
from tests.more_rows import AUGUST, Listed, child, grown, guardian, look_at_few_and_at_more

pytestmark = [pytest.mark.django_db, pytest.mark.once]
A_DAY = dt.timedelta(days=1)


def day(cast: Cast, number: int) -> None:
    said = {"eaten": "well", "slept": "", "mood": "", "words": f"Wij bouwden toren {number}."}
    DayReport.write(
        cast.yusuf, cast.bso, said, by=cast.samira, at=NOW - number * A_DAY, day=TODAY - number * A_DAY
    )


def said(cast: Cast, number: int) -> None:
    talk = the_conversation(cast) if number else asked(cast)
    talk.say(f"En dan nog iets {number}.", by=cast.naima, corner="home", at=NOW, told_at=NOW)


def the_conversation(_cast: Cast) -> Conversation:
    return Conversation.objects.latest("pk")


def near(cast: Cast, number: int) -> None:
    """One more guardian, with one more near the child."""
    someone = guardian(cast.yusuf, number)
    words = {"relation": "grandparent", "phone": "", "may_collect": True, "in_emergency": False, "at": NOW}
    row = NearPerson.objects.create(student=cast.yusuf, named_by=someone, name=f"Oma {number}", **words)
    NearPersonAnswer.objects.create(near=row, is_agreed=True, by=None, at=NOW)


def opened(cast: Cast, number: int) -> None:
    record(OPENED, cast.yusuf, by=guardian(cast.yusuf, number), at=NOW)


def offered(cast: Cast, number: int) -> None:
    """One more work and one more goal that may go along."""
    if not number:
        Bundle.begin(cast.yusuf, cast.vlieger, "Map", by=cast.naima, hat="home", at=NOW)
    made(cast, title=f"Werk {number}")
    chosen(cast, text=f"Ik wil tafel {number} snel weten.")


def the_bundle(cast: Cast) -> tuple[int, int]:
    return cast.yusuf.pk, Bundle.objects.latest("pk").pk


def on_work(cast: Cast, number: int) -> None:
    work = Work.objects.latest("pk") if number else made(cast)
    Echo.say(work, f"Knap {number}", by=cast.naima, corner=Corner.HOME, at=NOW)


def the_work(cast: Cast) -> tuple[int, int]:
    return cast.yusuf.pk, Work.objects.latest("pk").pk


def on_goal(cast: Cast, number: int) -> None:
    """One more word about it, and one more step."""
    goal = Goal.objects.latest("pk") if number else chosen(cast)
    Echo.say(goal, f"Goed bezig {number}", by=cast.naima, corner=Corner.HOME, at=NOW)
    goal.move("often" if number % 2 else "practising", by=cast.yusuf, at=NOW)


def the_goal(cast: Cast) -> tuple[int, int]:
    return cast.yusuf.pk, Goal.objects.latest("pk").pk


def within(cast: Cast, number: int) -> None:
    """One more work in one theme."""
    if not number:
        begun(cast.groep_5, cast.anouk)
    work = made(cast, title=f"Werk {number}")
    Work.objects.filter(pk=work.pk).update(period=Period.objects.latest("pk"))


def the_theme(cast: Cast) -> tuple[int, int]:
    return cast.yusuf.pk, Period.objects.latest("pk").pk


def reply(cast: Cast, number: int) -> None:
    question = the_question(cast) if number else asked_of_parents(cast)
    answered(cast, question, f"Wij wel! {number}")


def the_question(_cast: Cast) -> Question:
    return Question.objects.latest("pk")


def at_the_table(cast: Cast, number: int) -> None:
    talk = the_talk(cast) if number else planned(cast)
    side, words = talk.sides.get(person=cast.naima), f"{number + 1} minuten lezen."
    Pledge.agree(talk, side, words, until=None, by=cast.anouk, at=NOW)


def the_talk(_cast: Cast) -> Talk:
    return Talk.objects.latest("pk")


def lesson(cast: Cast, number: int) -> None:
    Lesson.objects.create(
        group=cast.klas_1b, weekday=NOW.isoweekday(), starts_at=dt.time(8 + number),
        ends_at=dt.time(9 + number), subject=f"Vak {number}", starts_on=AUGUST,
    )  # fmt: skip


def missed(cast: Cast, number: int) -> None:
    Absence.objects.create(
        student=child(cast.groep_5, number), school=cast.vlieger, reason=Reason.ILL, starts_on=TODAY,
        noted_by=cast.anouk, told_at=NOW,
    )  # fmt: skip


def away(cast: Cast, number: int) -> None:
    ill(child(cast.groep_5, number, cast.naima), by=cast.naima)


LISTS = {
    "days of a child": Listed("naima", "dayreports:child", day, "yusuf"),
    "children of a day": Listed("samira", "dayreports:group", lambda c, n: child(c.bso, n), "bso"),
    "a conversation at home": Listed("naima", "conversations:conversation", said, the_conversation),
    "a conversation at school": Listed("anouk", "conversations:conversation", said, the_conversation),
    "who is near a pupil": Listed("anouk", "children:pupil", near, "yusuf"),
    "guardians of a child": Listed("marja", "guardianships:student", near, "yusuf"),
    "who looked": Listed("yusuf", "following:looked", opened, "yusuf"),
    "what may go along": Listed("naima", "portfolio:bundle", offered, the_bundle),
    "words about work": Listed("naima", "portfolio:work", on_work, the_work),
    "words about a goal": Listed("naima", "portfolio:goal", on_goal, the_goal),
    "work within a theme": Listed("naima", "portfolio:period", within, the_theme),
    "work to lay in a theme": Listed("yusuf", "portfolio:laying", within, the_theme),
    "answers of parents": Listed("naima", "questions:question", reply, the_question),
    "what was agreed at a talk": Listed("naima", "talks:talk", at_the_table, the_talk),
    "a talk while it runs": Listed("anouk", "talks:run", at_the_table, the_talk),
    "lessons of a student": Listed("adam", "timetable:own", lesson),
    "who is ill": Listed("joris", "absences:whole_school", missed),
    "whom to report": Listed("naima", "absences:report", lambda c, n: child(c.groep_5, n, c.naima)),
    "stories of a class": Listed("naima", "stories:list", lambda c, n: told(c, f"Brug {n}", for_class=True)),
}


@pytest.mark.parametrize("name", LISTS)
def test_more_rows_about_one_are_not_more_questions(cast: Cast, name: str) -> None:
    few, many = look_at_few_and_at_more(cast, LISTS[name])
    assert len(many) <= len(few), grown(few, many)
