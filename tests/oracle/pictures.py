"""Photos of groep 5 and who may be on them: one for each reason to hide or show."""

import datetime as dt

from driehoek.backbone.media import files
from driehoek.backbone.media.checking import answer_check, place
from driehoek.backbone.media.holding import answer_about_photos
from driehoek.backbone.media.models import Photo, PhotoLimit, PhotoTag
from driehoek.base.core.uploads import SIZES
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Enrolment
from driehoek.features.feed.models import Post, PostPhoto
from tests.cast import NOW, TODAY, Cast

BEFORE = NOW - dt.timedelta(days=70)
UNDECIDED = ("amira", "noah")  # nobody said anything
REFUSED = {"bram": "ans", "finn": "jeroen"}  # the no of one parent; Finn's father was blocked afterwards


class Pictures:
    """`taken` holds the photos by name. Every family of groep 5 says yes, except as above."""

    def __init__(self, cast: Cast, posts: dict[str, Post], alt: dict[str, str]) -> None:
        self.cast, self.posts, self.alt = cast, posts, alt
        self.taken: dict[str, Photo] = {}
        self._ask_families()
        self._take("clear", "news")
        self._take("with Amira", "news", present=("amira",))
        self._take("with Finn", "news", present=("finn",))
        self._take("for Bram's parents", "news", present=("bram",), limited=("bram",))
        self._take("of nobody yet", "news", checked=False)
        self._take("taken away", "news")
        self.taken["taken away"].remove(by=cast.anouk, at=NOW)
        self._take("in the draft", "draft")
        self._take("in September", "in September", day=TODAY - dt.timedelta(days=60))
        self._say(cast.lina, cast.naima, shown=True)
        self._take("before Rachid said no", "groep 2")
        self._say(cast.lina, cast.rachid, shown=False, at=NOW)

        self._name()

    def _name(self) -> None:
        """Who is on them, also on those which her family does not see."""
        cast = self.cast
        named = {"clear": (cast.yusuf, cast.noor, cast.bram), "in the draft": (cast.yusuf,)}
        named |= {"for Bram's parents": (cast.bram, cast.yusuf), "with Finn": (cast.finn,)}
        for name, children in named.items():
            for child in children:
                PhotoTag.objects.create(photo=self.taken[name], student=child, by=cast.anouk, at=NOW)

    def _ask_families(self) -> None:
        pupils = Enrolment.objects.filter(group=self.cast.groep_5).values("student")
        silent = {getattr(self.cast, key).pk for key in UNDECIDED}
        for student in Person.objects.filter(pk__in=pupils).exclude(pk__in=silent):
            rows = Guardianship.objects.filter(student=student, kind__in=("custody", "foster")).order_by("pk")
            self._say(student, rows[0].guardian, shown=True)
        for child, parent in REFUSED.items():
            self._say(getattr(self.cast, child), getattr(self.cast, parent), shown=False)

    def _say(self, student: Person, by: Person, *, shown: bool, at: dt.datetime = BEFORE) -> None:
        answer_about_photos(student, Purpose.CLASS_APP, shown=shown, by=by, at=at)

    def _take(
        self,
        name: str,
        post: str,
        *,
        present: tuple[str, ...] = (),
        limited: tuple[str, ...] = (),
        checked: bool = True,
        day: dt.date = TODAY,
    ) -> None:
        photo = a_picture(self.cast, self.posts[post].author, self.alt[name])
        place([photo], [self.posts[post].group], taken_on=day)
        if checked:
            check(photo, self.cast, present)
        for key in limited:
            PhotoLimit.objects.create(
                photo=photo, student=getattr(self.cast, key), by=self.cast.anouk, at=NOW
            )
        PostPhoto.objects.create(post=self.posts[post], photo=photo)
        self.taken[name] = photo


def a_picture(cast: Cast, by: Person, alt: str) -> Photo:
    photo = Photo.objects.create(
        school=cast.vlieger, uploaded_by=by, alt=alt, created_at=NOW, width=800, height=600, colour="#808080"
    )
    files.write(photo.token, dict.fromkeys(SIZES, b"RIFF    WEBP"))
    return photo


def check(photo: Photo, cast: Cast, present: tuple[str, ...] = ()) -> None:
    """For everybody who might be asked about: on it or not."""
    on_it = {getattr(cast, key).pk for key in present}
    everybody = Person.objects.values_list("pk", flat=True)
    said = {child: {photo.pk} if child in on_it else set() for child in everybody}
    answer_check([photo], said, by=cast.anouk, at=NOW)


NAMES = (
    "clear", "with Amira", "with Finn", "for Bram's parents", "of nobody yet", "taken away", "in the draft",
    "in September", "before Rachid said no",
)  # fmt: skip
