"""Some weeks of school life: posts with their photos, what people said, and who liked it."""

import datetime as dt
import io
from functools import cache
from typing import Any

from demo.drawings.photos import photo as drawn
from driehoek.backbone.access.models import Audience
from driehoek.backbone.media.checking import answer_check, exceptions, limit_to_parents, place
from driehoek.backbone.media.models import Photo
from driehoek.backbone.media.tagging import name_on
from driehoek.base.core.clock import day_of
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, Group, School
from driehoek.features.feed.models import Post, PostAttachment, PostPhoto
from driehoek.features.feed.places import Place
from driehoek.surfaces.demo.loading import enclosures
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.class_life import Beside, own_fields
from driehoek.surfaces.demo.loading.moments import moment
from driehoek.surfaces.demo.loading.sources import FILES, Calendar, read

Said = dict[str, Any]  # one [[post]] of a TOML file
WRITTEN = dt.timedelta(minutes=12)  # how long a teacher needs
drawn_once = cache(drawn)


class SchoolLife:
    """Everything in demo/posts, told in the order in which it happened."""

    def __init__(
        self, schools: dict[str, School], people: People, calendar: Calendar, now: dt.datetime
    ) -> None:
        self.schools, self.people, self.now = schools, people, now
        self.first_day = calendar.first_day
        groups = Group.objects.filter(school__in=schools.values()).select_related("school")
        self.groups = {group.name: group for group in groups}

    def tell(self) -> list[Post]:
        """Every post whose season it is; gives them, the oldest first."""
        said = [
            row
            for file in sorted((FILES / "posts").glob("*.toml"))
            for row in read(f"posts/{file.name}")["post"]
        ]
        dated = sorted(((moment(row["when"], self.now), row) for row in said), key=lambda pair: pair[0])
        return [self.post(row, at) for at, row in dated if self.fits(row, at)]

    def fits(self, said: Said, at: dt.datetime) -> bool:
        return day_of(at) >= self.first_day and day_of(at).month in said.get("only_in", range(1, 13))

    def post(self, said: Said, at: dt.datetime) -> Post:
        """Written, illustrated, shared and answered."""
        author, where = self.people[said["by"]], self.place(said)
        post = Post.objects.create(
            school=where.school,
            group=where.group,
            student=where.student,
            author=author,
            audience=audience_of(where, day_of(at)),
            kind=said.get("kind", "update"),
            title=said["title"],
            text=said["text"].strip(),
            ask_at_home=said.get("ask", ""),
            created_at=at - WRITTEN,
            **own_fields(said, at, where.school),
        )
        self.illustrate(post, said, at)
        post.share(by=author, at=at, due_at=at)
        self.answer(post, said, at)
        Beside(post, self.people, self.now).add(said)
        return post

    def place(self, said: Said) -> Place:
        if "group" in said:
            group = self.groups[said["group"]]
            return Place(group.school, group=group)
        if "student" in said:
            student = self.people[said["student"]]
            return Place(self.class_of(student).school, student=student)
        return Place(self.schools[said["school"]])

    def class_of(self, student: Person) -> Group:
        rows = Enrolment.objects.on(day_of(self.now)).filter(student=student).select_related("group__school")
        return rows.earliest("pk").group

    def illustrate(self, post: Post, said: Said, at: dt.datetime) -> None:
        """Through the real door: made safe, placed, checked for every child who may not be shown."""
        photos = [
            Photo.take(
                io.BytesIO(drawn_once(scene)), school=post.school, by=post.author, at=at - WRITTEN, alt=alt
            )
            for scene, alt in said.get("photos", ())
        ]
        if "film" in said and (moving := self.film(post, said["film"], at - WRITTEN)):
            photos.append(moving)
        self.enclose(post, said, at)
        if not photos:
            return
        groups, purpose, day = self.groups_on(post), purpose_of(post), day_of(at)
        place(photos, groups, taken_on=day, purpose=purpose)
        absent = exceptions(groups, purpose, day_of(self.now)) | exceptions(groups, purpose, day)
        answer_check(photos, {student.pk: () for student in absent}, by=post.author, at=self.now)
        for photo in photos if "limit" in said else ():
            limit_to_parents(photo, self.people[said["limit"]], by=post.author, at=at)
        PostPhoto.objects.bulk_create(
            PostPhoto(post=post, photo=photo, position=number) for number, photo in enumerate(photos)
        )
        for photo, keys in zip(photos, said.get("named", ()), strict=False):
            named = {self.people[key].pk for key in keys}
            name_on(photo, named, among=named, by=post.author, at=at)

    def film(self, post: Post, scenes: list[str], at: dt.datetime) -> Photo | None:
        pictures = [drawn_once(scene) for scene in scenes]
        return enclosures.film(pictures, by=post.author, school=post.school, at=at)

    def enclose(self, post: Post, said: Said, at: dt.datetime) -> None:
        """What she spoke, and letters."""
        by, school, then = post.author, post.school, at - WRITTEN
        kept = enclosures.spoken(said.get("spoken", ""), by=by, school=school, at=then, hat="school")
        kept += [
            enclosures.letter(row["name"], row["lines"], by=by, school=school, at=then)
            for row in said.get("letters", ())
        ]
        PostAttachment.objects.bulk_create(
            PostAttachment(post=post, attachment=one, position=number) for number, one in enumerate(kept)
        )

    def groups_on(self, post: Post) -> list[Group]:
        """Whose children may be on its photos."""
        if post.group:
            return [post.group]
        if post.student:
            return [self.class_of(post.student)]
        return [group for group in self.groups.values() if group.school_id == post.school_id]

    def answer(self, post: Post, said: Said, at: dt.datetime) -> None:
        """What was said and liked until now."""
        for row in said.get("comments", ()):
            by, then = self.people[row["by"]], at + dt.timedelta(minutes=row["after"])
            line = self.people[row["line"]] if "line" in row else None
            if then <= self.now:
                voice = enclosures.spoken(row.get("voice", ""), by=by, school=post.school, at=then)
                corner = self.corner(by)
                post.comment(row["text"], by=by, corner=corner, at=then, in_line_of=line, attachments=voice)
        for number, person in enumerate(self.admirers(post, said)):
            then = at + dt.timedelta(minutes=11 * (number + 1))
            if then <= self.now:
                post.react(by=person, corner=self.corner(person), at=then)

    def admirers(self, post: Post, said: Said) -> list[Person]:
        """Those who are named, and as many others of the audience as the file says."""
        named = [self.people[key] for key in said.get("mooi", ())]
        others = (
            post.audience.people(day_of(self.now))
            .filter(appointments=None)
            .exclude(pk__in=[p.pk for p in named])
        )
        return named + list(others.order_by("pk")[: said.get("more_mooi", 0)])

    def corner(self, person: Person) -> str:
        """From which side someone speaks."""
        if person.called:
            return "school"
        return "child" if Enrolment.objects.filter(student=person).exists() else "home"


def audience_of(where: Place, day: dt.date) -> Audience:
    """As the composer makes it, and in primary school the children read along with their class."""
    with_students = bool(where.group or where.student) or where.reaches_students(day)
    audience = Audience.objects.create(school=where.school)
    for line in where.lines(with_students=with_students):
        line.audience = audience
        line.save()
    return audience


def purpose_of(post: Post) -> str:
    whole_school = post.group_id is None and post.student_id is None
    return Purpose.SCHOOL_APP if whole_school else Purpose.CLASS_APP
