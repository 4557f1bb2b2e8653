"""The first page of whoever works with a group: what waits for her, what went out, who has a birthday."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.inviting import invites_among, mentors_group
from driehoek.backbone.access.rules.ways import WITH_A_WAY
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import PhotoHold
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.consent.effective import may_be_shown
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.ages import birthday
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.absences.day_list import DayList
from driehoek.features.conversations.balance import only_worries
from driehoek.features.feed.meter import wants_week
from driehoek.features.feed.models import Comment, Post
from driehoek.features.kitchen.counting import families_by_key
from driehoek.features.paper.tray import Tray
from driehoek.features.portfolio.looking import GroupWork

LINES = 5
POSTS = 10
AHEAD = 7  # days in which a birthday is worth knowing


@dataclass(frozen=True)
class Birthday:
    person: Person
    day: dt.date
    age: int


class GroupPage:
    """What this viewer sees of this group. The gate has already let her in."""

    def __init__(self, group: Group, viewer: Viewer) -> None:
        self.group, self.viewer = group, viewer

    @property
    def has_a_way(self) -> bool:
        """Through secondary or vocational school: with a timetable, and home lets go step by step."""
        return self.group.school.sector in WITH_A_WAY

    @property
    def gives_career(self) -> bool:
        """She mentors this class of secondary or vocational school."""
        return (
            self.has_a_way and rows(Group, self.viewer, may="give_career").filter(pk=self.group.pk).exists()
        )

    @property
    def pupils(self) -> list[Person]:
        """Who sits here today and may be seen by this viewer."""
        return self.away.pupils

    @cached_property
    def away(self) -> DayList:
        """Who is not there today."""
        return DayList(self.group, self.viewer)

    @cached_property
    def off_photos(self) -> set[int]:
        """The keys of the pupils who may not be on photos for the parents of the group."""
        here = [pupil.pk for pupil in self.pupils]
        shown = may_be_shown(Purpose.CLASS_APP, on=self.viewer.today).filter(pk__in=here)
        return set(here) - set(shown.values_list("pk", flat=True))

    @property
    def has_mentor(self) -> bool:
        """Whether this viewer is the mentor here."""
        return mentors_group(self.viewer, self.group)

    @cached_property
    def invites(self) -> bool:
        """Whether there is somebody here whom she may invite: nobody does so of her own family."""
        return invites_among(self.viewer, self.group, [pupil.pk for pupil in self.pupils])

    @cached_property
    def only_worries(self) -> set[int]:
        """The keys of the pupils whose homes heard of nothing but worries lately."""
        return only_worries(self.viewer, [pupil.pk for pupil in self.pupils])

    @cached_property
    def waiting(self) -> list[Comment]:
        """The lines in which home spoke last: the newest of each, at most five."""
        said = Comment.objects.visible_to(self.viewer).in_lines().filter(post__group=self.group)
        last: dict[tuple[int, int | None], Comment] = {}
        for comment in said.select_related("author__portrait", "post").order_by("-at", "-pk")[:200]:
            last.setdefault((comment.post_id, comment.thread_of_id), comment)
        waiting = [comment for comment in last.values() if comment.corner != "school"][:LINES]
        put_in_words(waiting, now=self.viewer.now)
        return waiting

    @cached_property
    def work(self) -> GroupWork:
        """Work of her pupils that waits for her, and what home said about it."""
        return GroupWork(self.group, self.viewer)

    @cached_property
    def held(self) -> int:
        """Photos that are hidden until someone has looked who is on them."""
        return PhotoHold.objects.visible_to(self.viewer).open().values("photo").distinct().count()

    @cached_property
    def scheduled(self) -> list[Post]:
        mine = Post.objects.visible_to(self.viewer).waiting(self.viewer.now).filter(group=self.group)
        return list(mine.select_related("publication"))

    @cached_property
    def drafts(self) -> list[Post]:
        begun = Post.objects.where(self.viewer, may="edit").drafts().exclude(title="", text="")
        return list(begun.filter(group=self.group)[:3])

    @cached_property
    def latest(self) -> list[Post]:
        out = Post.objects.visible_to(self.viewer).published(self.viewer.now).filter(group=self.group)
        posts = list(out.select_related("publication", "author__portrait")[:POSTS])
        put_in_words(posts, now=self.viewer.now)
        return posts

    @cached_property
    def at_home(self) -> list[tuple[Post, int]]:
        """Her questions of the last weeks that enough families talked about, and how many did."""
        followed = Post.objects.where(self.viewer, may="follow").published(self.viewer.now)
        mine = followed.filter(group=self.group, author=self.viewer.person).exclude(ask_at_home="")[:POSTS]
        posts = {f"post-{post.pk}": post for post in mine}
        numbers = families_by_key(posts)
        return [(post, numbers[key]) for key, post in posts.items() if key in numbers][:LINES]

    @cached_property
    def on_paper(self) -> Tray:
        """Letters to give along."""
        return Tray(self.group, self.viewer)

    @property
    def group_key(self) -> str:
        return str(self.group.pk)

    @cached_property
    def wants_week(self) -> bool:
        return wants_week(self.group, self.viewer)

    @property
    def works_here(self) -> bool:
        """She cares for these children herself, and may write how their day was."""
        return rows(Group, self.viewer, may="report_on").filter(pk=self.group.pk).exists()

    @cached_property
    def birthdays(self) -> list[Birthday]:
        coming = [next_birthday(pupil, self.viewer.today) for pupil in self.pupils]
        soon = [b for b in coming if b and (b.day - self.viewer.today).days < AHEAD]
        return sorted(soon, key=lambda b: b.day)


def next_birthday(person: Person, today: dt.date) -> Birthday | None:
    if person.birth_date is None:
        return None
    age = today.year - person.birth_date.year
    if birthday(person.birth_date, age) < today:
        age += 1
    return Birthday(person, birthday(person.birth_date, age), age)
