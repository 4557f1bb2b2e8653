"""A school of 400 students, 700 guardians and 3,000 posts, invented in bulk. Always the same one."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

from django.db import models

from driehoek.backbone.access.models import Audience, AudienceLine, Role
from driehoek.backbone.media.models import Photo, PhotoGroup
from driehoek.base.core.clock import day_of
from driehoek.facts.consent.models import ConsentAnswer, CurrentAnswer
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Approval, Guardianship, Person
from driehoek.facts.schools.models import Appointment, Board, Enrolment, Group, School, SchoolYear
from driehoek.facts.schools.roster_import.changes import usual_year
from driehoek.features.feed.models import Comment, Post, PostPhoto, Publication

GROUPS, IN_A_GROUP = 16, 25
OF_A_GROUP, OF_THE_SCHOOL = 150, 600  # posts
WITH_PHOTOS, PHOTOS = 10, 2  # how many of the newest posts of a group have photos, and how many
TEXT = (
    "Vandaag bouwden we bruggen van papier. Eerst dachten we na: wat maakt een brug sterk? Daarna gingen we "
    "aan het werk, in groepjes van vier. De brug met driehoeken hield 24 boeken!\n\nMorgen maken we een "
    "toren. Heb je thuis nog karton? Neem het mee.\n\nTot morgen, juf Anouk"
)
Row = TypeVar("Row", bound=models.Model)


def made(rows: Iterable[Row]) -> list[Row]:
    """All of them in the database, with their keys."""
    rows = list(rows)
    return type(rows[0])._default_manager.bulk_create(rows, batch_size=500) if rows else []  # type: ignore[attr-defined]


class Town:
    """One school and everybody in it."""

    def __init__(self, board: Board, name: str, now: dt.datetime, groups: int = GROUPS) -> None:
        self.now, self.year = now, usual_year(day_of(now))
        self.school = School.objects.create(board=board, name=name, sector="primary", phone="030 123 45 67")
        year = SchoolYear.objects.create(
            school=self.school,
            name=self.year.name,
            starts_on=self.year.starts_on,
            ends_on=self.year.ends_on,
        )
        numbers = range(groups)
        self.groups = made(Group(school=self.school, year=year, name=f"groep {n % 8 + 1}") for n in numbers)
        self.students = self._students()
        self.guardians = self._guardians()
        self.staff = self._staff()
        self.posts = self._posts()

    def _students(self) -> list[Person]:
        births = [self.year.starts_on.replace(year=self.year.starts_on.year - 8)] * IN_A_GROUP
        people = made(
            Person(given_name=f"Kind{n}", family_name="Bakker", birth_date=birth)
            for group in self.groups
            for n, birth in enumerate(births)
        )
        made(
            Enrolment(student=person, group=self.groups[n // IN_A_GROUP], starts_on=self.year.starts_on)
            for n, person in enumerate(people)
        )
        return people

    def _guardians(self) -> list[Person]:
        """Two for three out of four children, one for the fourth; each says yes to photos."""
        wards = [kid for n, kid in enumerate(self.students) for _ in range(1 if n % 4 == 0 else 2)]
        people = made(
            Person(
                given_name=f"Ouder{n}", family_name="Bakker", email=f"o{n}.s{self.school.pk}@thuis.example"
            )
            for n, _ in enumerate(wards)
        )
        pairs = list(zip(people, wards, strict=True))
        join(pairs, self.year.starts_on, self.now)
        say_yes(pairs, self.now)
        return people

    def _staff(self) -> list[Person]:
        people = made(Person(given_name=f"Juf{n}", called=f"Juf {n}") for n in range(len(self.groups) * 2))
        made(
            Appointment(
                person=person, board=self.school.board, school=self.school, function="teacher",
                group=self.groups[n // 2], starts_on=self.year.starts_on,
            )
            for n, person in enumerate(people)
        )  # fmt: skip
        return people

    def _posts(self) -> list[Post]:
        """Of every group and of the whole school; the newest an hour ago, then one each two hours."""
        places = [group for group in self.groups for _ in range(OF_A_GROUP)] + [None] * OF_THE_SCHOOL
        audiences = made(Audience(school=self.school) for _ in places)
        made(
            AudienceLine(
                audience=audience, role=Role.GUARDIAN, group=group, school=None if group else self.school
            )
            for audience, group in zip(audiences, places, strict=True)
        )
        posts = made(
            self._post(n, audience, group)
            for n, (audience, group) in enumerate(zip(audiences, places, strict=True))
        )
        made(
            Publication(post=post, by=post.author, at=self.now, due_at=post.created_at, place=post.place_key)
            for post in posts
        )
        self._photos([post for n, post in enumerate(posts) if post.group and n % OF_A_GROUP < WITH_PHOTOS])
        return posts

    def _post(self, number: int, audience: Audience, group: Group | None) -> Post:
        out_at = self.now - dt.timedelta(hours=1 + 2 * (number % OF_A_GROUP), minutes=number % 60)
        author = self.staff[self.groups.index(group) * 2 if group else 0]
        return Post(
            school=self.school, group=group, author=author, audience=audience, text=TEXT, created_at=out_at,
            title=f"Bruggen bouwen {number}", ask_at_home="Wat maakt een brug sterk?",
        )  # fmt: skip

    def _photos(self, posts: list[Post]) -> None:
        photos = made(
            Photo(
                school=self.school, uploaded_by=post.author, width=1600, height=1200, colour="#8899aa",
                alt="Een brug van papier", created_at=self.now, checked_at=self.now,
            )
            for post in posts
            for _ in range(PHOTOS)
        )  # fmt: skip
        of = [post for post in posts for _ in range(PHOTOS)]
        made(PostPhoto(post=post, photo=photo) for post, photo in zip(of, photos, strict=True))
        made(
            PhotoGroup(photo=photo, group=post.group, taken_on=day_of(self.now))
            for post, photo in zip(of, photos, strict=True)
        )

    def talk(self, post: Post, remarks: int) -> None:
        """So many guardians say something to everyone."""
        here = self.guardians[:remarks]
        made(
            Comment(post=post, author=who, corner="home", text=f"Wat mooi! {TEXT[:90]}", at=self.now)
            for who in here
        )


def join(pairs: Iterable[tuple[Person, Person]], starts_on: dt.date, now: dt.datetime) -> None:
    """Guardians and their children, agreed by the school."""
    rows = made(
        Guardianship(guardian=adult, student=child, kind="custody", starts_on=starts_on, source="import")
        for adult, child in pairs
    )
    made(Approval(guardianship=row, at=now) for row in rows)


def say_yes(pairs: Iterable[tuple[Person, Person]], now: dt.datetime) -> None:
    """One guardian of each child agrees to photos of the class. Only once for a child."""
    one = {child.pk: (adult, child) for adult, child in pairs}
    said = [
        ConsentAnswer(student=child, number=1, purpose=Purpose.CLASS_APP, shown=True, by=adult, at=now)
        for adult, child in one.values()
    ]
    for answer in said:
        answer.hash = answer.fingerprint()
    made(
        CurrentAnswer(student=row.student, purpose=row.purpose, by=row.by, shown=True, answer=row)
        for row in made(said)
    )
