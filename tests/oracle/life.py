"""Some weeks of school life in the cast's world, with a canary in every private text."""

import datetime as dt
from typing import Any

from django.urls import reverse

from driehoek.backbone.access.models import Audience
from driehoek.base.core.uploads import SIZES
from driehoek.facts.people.models import Guardianship, Person, Protection, Restriction
from driehoek.features.feed.models import Comment, Post
from tests.cast import NOW, Cast
from tests.oracle.absent import Absent
from tests.oracle.alerts import alert
from tests.oracle.along import Along
from tests.oracle.brought import Brought
from tests.oracle.canaries import Canaries, Plant, Thing
from tests.oracle.careers import Careers
from tests.oracle.class_board import ClassBoard
from tests.oracle.class_posts import ClassPosts
from tests.oracle.homes import Homes
from tests.oracle.interpreters import ask_for_interpreters
from tests.oracle.introductions import introduce, show_faces, take_away
from tests.oracle.kitchen import OwnCorners, ask_to_be_asked, talk_at_home
from tests.oracle.laid import Laid
from tests.oracle.letters import Letters
from tests.oracle.marked import mark
from tests.oracle.meetings import Meetings
from tests.oracle.milestones import mark_ways, plan_lessons
from tests.oracle.newsletters import Bulletins
from tests.oracle.noticed import set_aside
from tests.oracle.parcels import Parcels
from tests.oracle.phones import switch_on
from tests.oracle.pictures import NAMES, Pictures
from tests.oracle.portfolios import Portfolios
from tests.oracle.printing import give_along
from tests.oracle.pulse import TwoQuestions
from tests.oracle.spoken import speak
from tests.oracle.taken import pack
from tests.oracle.talking import Talks

AGO = dt.timedelta
YESTERDAY = NOW - AGO(days=1)
GUARDIANS, STUDENTS, STAFF, ALL = "guardian", "student", "staff", ""


class News:
    """The day of groep 5, as the teacher told it: all that a look at one post needs."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.canaries = cast, Canaries()
        self.posts: dict[str, Post] = {}
        self._post("news", cast.anouk, GUARDIANS, STUDENTS, group=cast.groep_5)

    def _post(
        self, name: str, by: Person, *roles: str, out: dt.datetime | None = YESTERDAY, **place: Any
    ) -> None:
        """A post for these roles in one place; `out` is when it comes out, None leaves it a draft."""
        tokens = [self.canaries.new(f"{part} of {name}") for part in ("title", "text", "question")]
        school = place.pop("school", None)
        scope = place or {"school": school}
        school = school or place["group"].school
        audience = Audience.objects.create(school=school)
        for role in roles:
            audience.lines.create(role=role, **scope)
        post = Post.objects.create(
            school=school, author=by, audience=audience, created_at=(out or NOW) - AGO(hours=1), **place,
            title=f"Dag {tokens[0]}", text=f"Wij maakten {tokens[1]}.", ask_at_home=f"Wat is {tokens[2]}?",
        )  # fmt: skip
        self.canaries.belongs(("post", post.pk), *tokens)
        self.posts[name] = post
        if out:
            post.share(by=by, at=min(out, NOW), due_at=out)


class Life(News):
    """Posts for groups, schools and children: shown, scheduled, drafts, withdrawn; and what is said there."""

    def __init__(self, cast: Cast) -> None:
        super().__init__(cast)
        self.comments: dict[str, Comment] = {}
        self._name_children()
        self._hide_addresses()
        self._file_papers()
        self._write_posts()
        self._write_in_rooms()
        self._talk()
        self._take_photos()
        self.talks = Talks(cast, self.canaries)
        self.attachments = Parcels(self).sent
        class_posts = ClassPosts(self)
        self.questions, self.days = class_posts.questions, class_posts.days
        self.arranged = Absent(cast, Plant(self.canaries))
        self.brought = Brought(cast, Plant(self.canaries))
        self.absences = self.arranged.rows
        self.absences |= self.brought.absences
        self.home = Homes(self)
        self.traits, self.faces, self.told = introduce(self), show_faces(self.cast), take_away(self)
        self.interpreters = ask_for_interpreters(cast)
        self.board = ClassBoard(self)
        self.alerts = alert(self)
        self.phones = switch_on(cast, self.canaries)
        self.letters = Letters(self)
        self.bulletins = Bulletins(self)
        self.carried = give_along(self)
        self._go_through_school(Plant(self.canaries))
        speak(self)
        self.taken = pack(self)

    def _go_through_school(self, plant: Plant) -> None:
        self.meetings = Meetings(self)
        self.ticks, self.corners = talk_at_home(self), OwnCorners(self)
        self.eager = ask_to_be_asked(self)
        self.results = mark(self.cast, plant)
        self.lessons = plan_lessons(self.cast, plant)
        self.milestones = mark_ways(self.cast, plant)
        self.set_aside = set_aside(self.cast, plant)
        self.along = Along(self)
        self.portfolios, self.careers = Portfolios(self), Careers(self)
        self.laid = Laid(self)
        self.pulse = TwoQuestions(self.cast, plant)

    def name_of(self, thing: Thing) -> str:
        """For whoever reads a failing test."""
        kind, key = thing
        rows = {"post": self.posts, "comment": self.comments, "photo": self.photos}
        rows |= {"message": self.talks.said, "note": self.talks.begun, "talk": self.talks.begun}
        rows |= {"question": self.questions, "day": self.days}
        rows |= {"absence": self.absences, "leave": self.arranged.leaves}
        rows |= {"swap": self.arranged.swaps, "upload": self.brought.uploads}
        rows |= {"near": self.arranged.near, "correction": self.arranged.corrections}
        rows |= {"attachment": self.attachments, "story": self.home.stories, "trait": self.traits}
        rows |= {"face": self.faces}
        rows |= {"interpreter": self.interpreters, "alert": self.alerts, "phone": self.phones}
        rows |= {"carried": self.carried, "result": self.results, "pledge": self.meetings.pledges}
        rows |= {"milestone": self.milestones, "lesson": self.lessons}
        rows |= {"meeting": self.meetings.talks, "table": self.meetings.talks}
        rows |= {"tick": self.ticks, "wish": self.corners.wishes, "reflection": self.corners.reflections}
        rows |= {"eager": self.eager, "reason": self.along.reasons, "setaside": self.set_aside}
        rows |= {"assignment": self.careers.assignments, "outcome": self.careers.outcomes}
        rows |= {"closer": self.along.closer, "objection": self.along.objected}
        rows |= self.meetings.named
        rows |= {"pulse": self.pulse.sides, "sentence": self.pulse.sentences}
        rows |= self.portfolios.named | {"parcel": self.taken}
        rows |= {"laidwork": self.laid.works, "laidresult": self.laid.results}
        rows |= {"response": self.letters.heard}
        rows |= {"newsletter": self.bulletins.newsletters, "block": self.bulletins.blocks}
        cases = {"advert": self.home.case, "answer": self.board.case, "message": self.talks.case}
        cases |= {"of who hides": self.talks.secret, "introduction": self.told}
        rows |= {"case": cases, "hidden": cases, "asked": self.board.asked, "answer": self.board.answers}
        named = rows[kind] if kind in rows else self.cast.everyone()
        return f"{kind} {next((name for name, row in named.items() if row.pk == key), key)}"

    def _name_children(self) -> None:
        """A family name is for those who may know the child; a page that needs one says the given name."""
        for key, person in self.cast.everyone().items():
            if person.birth_date:
                person.family_name = self._plant(("child", person.pk), f"family name of {key}").capitalize()
        children = [person for person in self.cast.everyone().values() if person.birth_date]
        Person.objects.bulk_update(children, ["family_name"])

    def _hide_addresses(self) -> None:
        adults = {key: person for key, person in self.cast.everyone().items() if person.email}
        for key, person in adults.items():
            person.email = f"{self._plant(('contact', person.pk), f'address of {key}')}@thuis.example"
        Person.objects.bulk_update(adults.values(), ["email"])

    def _file_papers(self) -> None:
        """What the office saw: papers about a child."""
        for model in (Guardianship, Restriction, Protection):
            papers = list(model.objects.exclude(basis=""))
            for row in papers:
                row.basis = "Gezien: " + self._plant(("paper", row.student_id), f"{model.__name__} {row.pk}")
            model.objects.bulk_update(papers, ["basis"])

    def _plant(self, thing: tuple[str, int], name: str) -> str:
        token = self.canaries.new(name)
        self.canaries.belongs(thing, token)
        return token

    # Posts ---------------------------------------------------------------------------------------

    def _write_posts(self) -> None:
        cast = self.cast
        self._post("for parents", cast.meryem, GUARDIANS, group=cast.groep_5)
        self._post("scheduled", cast.anouk, GUARDIANS, group=cast.groep_5, out=NOW + AGO(hours=1))
        self._post("draft", cast.anouk, GUARDIANS, group=cast.groep_5, out=None)
        self._post("withdrawn", cast.anouk, GUARDIANS, group=cast.groep_5)
        self.posts["withdrawn"].withdraw(by=cast.anouk, at=NOW)
        self._post("in September", cast.gijs, GUARDIANS, STUDENTS, group=cast.groep_5, out=NOW - AGO(days=60))
        self._post("groep 2", cast.daan, GUARDIANS, group=cast.groep_2)
        self._post("groep 1", cast.carla, GUARDIANS, group=cast.groep_1)
        self._post("groep 6", cast.imane, GUARDIANS, STUDENTS, group=cast.groep_6)
        self._post("whole school", cast.joris, GUARDIANS, STAFF, school=cast.vlieger)
        self._post("staff room", cast.joris, STAFF, school=cast.vlieger)
        self._post("1B", cast.dijk, GUARDIANS, STUDENTS, group=cast.klas_1b)
        self._post("Zorg 2A", cast.youssef, GUARDIANS, STUDENTS, group=cast.zorg_2a)
        self._post("Lassen 2", cast.wendy, GUARDIANS, STUDENTS, group=cast.lassen_2)
        self._post("other board", cast.petra, ALL, school=cast.brug)

    def _write_in_rooms(self) -> None:
        """About one child: Yusuf has two homes, Mila a father without custody, Finn a blocked one, Lotte a
        secret address, Saar a grandmother who helps; Dewi, Kevin and Aylin are nearly or just of age."""
        cast = self.cast
        for key in ("yusuf", "mila", "finn", "jayden", "noor", "saar", "lotte"):
            self._post(f"about {key}", cast.anouk, GUARDIANS, student=getattr(cast, key), school=cast.vlieger)
        for key, teacher in (("dewi", cast.youssef), ("aylin", cast.youssef), ("kevin", cast.wendy)):
            child = getattr(cast, key)
            self._post(f"about {key}", teacher, GUARDIANS, STUDENTS, student=child, school=cast.delta)

    # Comments ------------------------------------------------------------------------------------

    def _talk(self) -> None:
        """To all, and in lines with the school: of each of two homes its own, and one that was removed."""
        cast = self.cast
        self._say("to all", "news", cast.naima, None)
        self._say("Naima to school", "news", cast.naima, cast.naima)
        self._say("answer to Naima", "news", cast.anouk, cast.naima)
        self._say("Naima at night", "news", cast.naima, cast.naima)
        self._say("for the morning", "news", cast.anouk, cast.naima, due_at=NOW + AGO(hours=15))
        self._say("for all, in the morning", "news", cast.anouk, None, due_at=NOW + AGO(hours=15))
        self._say("Rachid to school", "news", cast.rachid, cast.rachid)
        self._say("Jeroen before the block", "in September", cast.jeroen, cast.jeroen)
        self._say("Naima about Yusuf", "about yusuf", cast.naima, cast.naima)
        self._say("Tom about Mila", "about mila", cast.tom, cast.tom)
        self._say("Dewi herself", "Zorg 2A", cast.dewi, cast.dewi)
        self._say("Karin to all", "news", cast.karin, None)  # who hides
        self._say("removed", "news", cast.elif_, None)
        self.comments["removed"].remove(by=cast.anouk, at=NOW)

    def _say(
        self, name: str, post: str, by: Person, line_of: Person | None, due_at: dt.datetime | None = None
    ) -> None:
        token = self.canaries.new(f"words: {name}")
        corner = "school" if by in (self.cast.anouk,) else "home"
        said = self.posts[post].comment(
            f"Wij vonden {token} mooi",
            by=by,
            corner=corner,
            at=NOW - AGO(hours=2),
            in_line_of=line_of,
            due_at=due_at,
        )
        self.canaries.belongs(("comment", said.pk), token)
        self.comments[name] = said

    # Photos --------------------------------------------------------------------------------------

    def _take_photos(self) -> None:
        alt = {name: self.canaries.new(f"alt of {name}") for name in NAMES}
        self.photos = Pictures(self.cast, self.posts, alt).taken
        for name, photo in self.photos.items():
            self.canaries.belongs(("photo", photo.pk), alt[name])

    @property
    def planted(self) -> set[Thing]:
        """Everything that has a secret to be found by."""
        wordless = {("interpreter", asked.pk) for asked in self.interpreters.values()}
        wordless |= {("carried", letter.pk) for letter in self.carried.values()}
        wordless |= {("face", face.pk) for face in self.faces.values()}
        return set().union(*self.canaries.things.values()) | self.arranged.shown_today | wordless

    @property
    def photo_urls(self) -> dict[str, Thing]:
        faces = {face.get_absolute_url(): ("face", face.pk) for face in self.faces.values()}
        shots = self.photos.values()
        return faces | {photo.url(size): ("photo", photo.pk) for photo in shots for size in SIZES}

    @property
    def spoken_urls(self) -> dict[str, Thing]:
        """Whoever gets a page to listen on has the words."""
        things: dict[str, Any] = {"post": self.posts, "comment": self.comments, "message": self.talks.said}
        things |= {"asked": self.board.asked, "answer": self.board.answers}
        things |= {"story": self.home.stories, "swap": self.arranged.swaps}
        things |= {"milestone": self.milestones, "assignment": self.careers.assignments}
        mine = self.portfolios
        things |= {"work": mine.works, "goal": mine.goals, "echo": mine.echoes}
        return {
            reverse("speech:listen", args=[row._meta.label_lower, row.pk]): (kind, row.pk)
            for kind, rows in things.items()
            for row in rows.values()
        }
