"""Who reads what a family tells: the teacher, and by choice the class or the other side of the home."""

import datetime as dt

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.notices import notice_of
from driehoek.facts.people.models import Protection, Restriction
from driehoek.facts.schools.models import Enrolment
from driehoek.features.stories.models import Story
from driehoek.features.stories.tests.telling import readers, told
from tests.cast import Cast

AROUND = (
    "naima",
    "rachid",
    "yusuf",
    "elif_",
    "tom",
    "dennis",
    "jeroen",
    "anouk",
    "meryem",
    "joris",
    "daan",
    "wouter",
)


def test_a_story_is_for_the_teacher_unless_one_chooses_the_class(cast: Cast) -> None:
    told(cast)
    assert readers(cast, *AROUND) == {"naima", "anouk", "meryem"}


def test_the_other_parent_never_sees_what_was_told_to_the_teacher(cast: Cast) -> None:
    story = told(cast, at_home=True)
    assert readers(cast, "naima", "rachid", "yusuf") == {"naima", "yusuf"}
    rachid = cast.sign_in(cast.rachid)
    assert rachid.get(story.get_absolute_url()).status_code == 404
    assert "brug van dozen" not in rachid.get("/van-thuis/").content.decode()


def test_a_group_that_is_no_number_is_no_choice(cast: Cast) -> None:
    story = told(cast)
    page = cast.sign_in(cast.anouk).get("/van-thuis/", {"groep": "²"})
    assert page.status_code == 200 and story.text in page.content.decode()


def test_what_goes_to_the_class_is_read_by_its_families_and_its_teachers(cast: Cast) -> None:
    told(cast, for_class=True)
    assert readers(cast, *AROUND) == {"naima", "rachid", "yusuf", "elif_", "anouk", "meryem"}


def test_what_a_child_tells_the_teacher_her_parents_read_only_if_she_wants(cast: Cast) -> None:
    told(cast, by=cast.yusuf)
    assert readers(cast, "yusuf", "naima", "anouk") == {"yusuf", "anouk"}
    told(cast, "Ik heb een tand uit", by=cast.yusuf, at_home=True)
    assert readers(cast, "naima", "rachid", "elif_") == {"naima", "rachid"}


def test_families_that_are_kept_apart_read_nothing_of_each_other_in_the_class(cast: Cast) -> None:
    """Whichever child it is about: it tells where the mother is."""
    block = {"kind": "no_access", "starts_on": cast.today, "basis": "-", "entered_by": cast.marja}
    Restriction.objects.create(adult=cast.elif_, student=cast.lina, **block)
    told(cast, for_class=True)
    assert readers(cast, "rachid", "elif_") == {"rachid"}
    Story.objects.all().delete()
    told(cast, "Wij aten taart", by=cast.elif_, student=cast.defne, for_class=True)
    assert readers(cast, "naima", "sanne_v", "elif_") == {"sanne_v", "elif_"}


def test_a_family_with_a_child_in_hiding_is_read_by_no_class(cast: Cast) -> None:
    told(cast, for_class=True)
    Protection.objects.create(student=cast.lina, basis="-", entered_by=cast.marja, entered_at=cast.now)
    assert readers(cast, "naima", "elif_", "anouk") == {"naima", "anouk"}


def test_a_blocked_parent_with_another_child_in_the_class_sees_nothing_of_hers(cast: Cast) -> None:
    told(cast, for_class=True)
    assert readers(cast, "elif_") == {"elif_"}
    block = {
        "kind": Restriction.Kind.NO_ACCESS,
        "starts_on": cast.today,
        "basis": "Vonnis",
        "entered_by": cast.joris,
    }
    Restriction.objects.create(adult=cast.elif_, student=cast.yusuf, **block)
    assert readers(cast, "elif_") == set()


def test_a_protected_child_stays_out_of_the_class(cast: Cast) -> None:
    story = told(cast, for_class=True)
    entered = {"entered_by": cast.joris, "entered_at": cast.now}
    Protection.objects.create(student=cast.yusuf, basis="Geheim adres", **entered)
    assert readers(cast, "elif_", "anouk") == set()
    assert Story.objects.visible_to(cast.viewer(cast.naima)).get() == story


def test_the_hat_of_a_teacher_shows_nothing_of_the_class_of_her_own_child(cast: Cast) -> None:
    told(cast)
    assert not Story.objects.visible_to(cast.viewer(cast.anouk, "home")).exists()


def test_who_leaves_the_class_reads_no_more(cast: Cast) -> None:
    told(cast, for_class=True)
    Enrolment.objects.filter(student=cast.defne).update(ends_on=cast.today - dt.timedelta(days=1))
    assert readers(cast, "elif_", "murat") == set()


def test_the_mail_says_that_there_is_something_and_names_no_child(cast: Cast) -> None:
    told(cast, for_class=True)
    notice = notice_of(Entry.objects.get(verb="stories.story.sent"))
    assert notice is not None
    people = set(notice.people(cast.today))
    assert cast.elif_ in people and cast.anouk in people and cast.naima not in people
    said = f"{notice.subject} {' '.join(map(str, notice.paragraphs))}"
    assert "Yusuf" not in said and "dozen" not in said


def test_a_list_takes_as_many_queries_for_many_stories_as_for_one(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    client = cast.sign_in(cast.elif_)
    for number in range(12):
        told(cast, f"Verhaal {number}", for_class=True)
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        assert client.get("/van-thuis/").content.decode().count("Verhaal") == 12
