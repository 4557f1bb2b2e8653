"""What somebody really reads: every page there is, opened as her, and the secrets found in the answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.core.cache import cache
from django.db.models import Model
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from driehoek.backbone.moderation.models import Hiding
from driehoek.facts.people.models import Person
from tests.cast import NOW
from tests.oracle.absent import named_in
from tests.oracle.along import weeks
from tests.oracle.arranged_addresses import absences, leaves, swaps, uploads
from tests.oracle.canaries import Thing
from tests.oracle.introductions import faces
from tests.oracle.laid import pledges, points
from tests.oracle.life import Life
from tests.oracle.meetings import meetings, sides
from tests.oracle.milestones import milestones
from tests.oracle.portfolios import bundles, echoes, goals, periods, works
from tests.oracle.pulse import asked_sides, rounds
from tests.oracle.reading import readable_by
from tests.oracle.rules import World
from tests.oracle.taken import packed
from tests.routes import routes
from tests.samples import arguments

NOT_FOR_READING = 405
SIZE = 800  # of photos, in pixels
Addresses = Callable[[Life], list[tuple[object, ...]]]
CHILDREN = "adam yusuf lina mila finn jayden noor lotte noah tess dewi kevin aylin"
GROUPS = "groep_2 groep_5 groep_6 klas_1b zorg_2a bso"


def posts(life: Life) -> list[tuple[object, ...]]:
    return [(post.pk,) for post in life.posts.values()]


def children(life: Life) -> list[tuple[object, ...]]:
    return [(getattr(life.cast, key).pk,) for key in CHILDREN.split()]


def groups(life: Life) -> list[tuple[object, ...]]:
    return [(getattr(life.cast, key).pk,) for key in GROUPS.split()]


def talks(life: Life) -> list[tuple[object, ...]]:
    return [(talk.pk,) for talk in life.talks.begun.values()]


def messages(life: Life) -> list[tuple[object, ...]]:
    return [(said.pk,) for said in life.talks.said.values()]


def stories(life: Life) -> list[tuple[object, ...]]:
    return [(story.pk,) for story in life.home.stories.values()]


def reported(life: Life) -> list[tuple[object, ...]]:
    told = [("van-thuis", story.pk) for story in life.home.stories.values()]
    told += [("reactie", comment.pk) for comment in life.comments.values()]
    told += [("gesprek", said.pk) for said in life.talks.said.values()]
    told += [("vraag", asked.pk) for asked in life.board.asked.values()]
    told += life.corners.reported + life.careers.reported + life.portfolios.reported
    return [*told, *(("antwoord", answer.pk) for answer in life.board.answers.values())]


def cases(life: Life) -> list[tuple[object, ...]]:
    every = (life.home.case, life.board.case, life.talks.case, life.talks.secret, life.told)
    return [(case.pk,) for case in every]


def hidings(life: Life) -> list[tuple[object, ...]]:
    return [(hiding.pk,) for hiding in Hiding.objects.order_by("pk")]


def asked(life: Life) -> list[tuple[object, ...]]:
    return [(question.pk,) for question in life.board.asked.values()]


def answers(life: Life) -> list[tuple[object, ...]]:
    return [(answer.pk,) for answer in life.board.answers.values()]


def alerts(life: Life) -> list[tuple[object, ...]]:
    return [(alert.pk,) for alert in life.alerts.values()]


def newsletters(life: Life) -> list[tuple[object, ...]]:
    return [(newsletter.pk,) for newsletter in life.bulletins.newsletters.values()]


def letters(life: Life) -> list[tuple[object, ...]]:
    return [(copy.pk,) for copy in life.bulletins.copies]


def blocks(life: Life) -> list[tuple[object, ...]]:
    return [(block.pk,) for block in life.bulletins.blocks.values()]


def results(life: Life) -> list[tuple[object, ...]]:
    return [(result.pk,) for result in life.results.values()]


def carried(life: Life) -> list[tuple[object, ...]]:
    return [(letter.pk,) for letter in life.carried.values()]


def photos(life: Life) -> list[tuple[object, ...]]:
    return [(photo.token, SIZE) for photo in life.photos.values()]


def spoken(life: Life) -> list[tuple[object, ...]]:
    """Words that are read aloud."""
    things: list[Model] = [*life.posts.values(), *life.comments.values(), *life.talks.said.values()]
    things += [*life.home.stories.values(), *life.milestones.values(), *life.corners.all, *life.careers.all]
    things += [*life.board.asked.values(), *life.board.answers.values(), *life.portfolios.all]
    return [(thing._meta.label_lower, thing.pk) for thing in things]


def comments(life: Life) -> list[tuple[object, ...]]:
    return [(said.pk,) for said in life.comments.values()]


def questions(life: Life) -> list[tuple[object, ...]]:
    return [(question.pk,) for question in life.questions.values()]


def attachments(life: Life) -> list[tuple[object, ...]]:
    return [(one.token,) for one in life.attachments.values()]


def by_hand(life: Life) -> list[tuple[object, ...]]:
    """Everything that somebody wrote, as something to translate."""
    written = {"bericht": life.posts, "reactie": life.comments, "gesprek": life.talks.said}
    written |= {"antwoord": life.questions, "dagverslag": life.days}
    return [(kind, row.pk) for kind, rows in written.items() for row in rows.values()]


def by_hand_in_arabic(life: Life) -> list[tuple[object, ...]]:
    return [(*address, "ar") for address in by_hand(life)]


def lessons(life: Life) -> list[tuple[object, ...]]:
    return [(lesson.pk, NOW.date()) for lesson in life.lessons.values()]


def assignments(life: Life) -> list[tuple[object, ...]]:
    return [(one.student_id, one.pk) for one in life.careers.assignments.values()]


@dataclass
class Reader:
    """One person in one hat, and what she has seen where."""

    life: Life
    person: Person
    hat: str
    seen: dict[Thing, str] = field(default_factory=dict)

    def read_everything(self, wanted: Callable[[str], bool] = lambda route: True) -> "Reader":
        for _read in self.reading(wanted):
            pass
        return self

    def reading(self, wanted: Callable[[str], bool]) -> Iterator[set[Thing]]:
        """Page by page; gives what was new on each."""
        client = self.life.cast.sign_in(self.person, self.hat)
        for route in filter(wanted, real_routes()):
            for address in addresses(route, self.life):
                cache.clear()
                before = set(self.seen)
                status = self.open(client, reverse(route, args=address))
                yield self.seen.keys() - before
                if status == NOT_FOR_READING:
                    break
        for (child,) in children(self.life) if wanted("home:today") else []:
            before = set(self.seen)
            self.open(client, f"{reverse('home:today')}?kind={child}")
            yield self.seen.keys() - before

    def open(self, client: Client, url: str) -> int:
        answer = client.get(url)
        assert answer.status_code < 500, f"{url} broke"
        texts = list(texts_of(answer))
        for thing in self.life.canaries.found_in(*texts) | named_in(texts[0]):
            self.seen.setdefault(thing, url)
        if answer.get("Content-Type", "") == "image/webp" and url in self.life.photo_urls:
            self.seen.setdefault(self.life.photo_urls[url], url)
        if answer.get("Content-Type", "").startswith("audio/") and url in self.life.spoken_urls:
            self.seen.setdefault(self.life.spoken_urls[url], url)
        return answer.status_code

    def leaks(self, world: World) -> list[str]:
        """What she saw and should not have seen."""
        allowed = self.allowed(world)
        return sorted(
            f"{self.life.name_of(thing)} at {url}" for thing, url in self.seen.items() if thing not in allowed
        )

    def misses(self, world: World) -> list[str]:
        """What she should be able to read, and nowhere found."""
        kinds = {*"post comment photo attachment message talk question day absence leave swap near".split()}
        kinds |= {*"correction interpreter phone carried result meeting table pledge work goal echo".split()}
        kinds |= {*"bundle parcel reason closer objection newsletter block alert story case hidden".split()}
        kinds |= {*"trait asked answer said homesituation point tablenote record staffnote".split()}
        kinds |= {*"wish reflection milestone lesson setaside outcome upload pulse sentence".split()}
        kinds |= {*"askedalong companion period face".split()}
        expected = {thing for thing in self.allowed(world) & self.life.planted if thing[0] in kinds}
        return sorted(self.life.name_of(thing) for thing in expected - self.seen.keys())

    def allowed(self, world: World) -> set[Thing]:
        return set(readable_by(world, self.person.pk, self.hat, NOW))


def real_routes() -> list[str]:
    """All but those of the demo, which lets anybody in as anybody."""
    return [route for route in routes() if not route.startswith("demo:")]


def texts_of(answer: HttpResponseBase) -> Iterator[str]:
    """The body as it travels, comments and all, and the headers."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    yield body.decode("utf-8", errors="replace")
    yield from answer.headers.values()


KINDS: dict[Addresses, str] = {
    posts: "publishing:newsletter publishing:letter feed:post feed:brought feed:photos feed:comments"
    " feed:reaction feed:sheet feed:disposal feed:publication feed:undoing feed:withdrawal feed:explanation",
    uploads: "absences:brought absences:brought_agreement",
    comments: "feed:removal feed:proposal feed:comment_edit",
    questions: "feed:shared_question feed:verdict feed:question_withdrawal",
    results: "results:telling",
    lessons: "timetable:lesson",
    weeks: "children:week",
    milestones: "timeline:change timeline:removal",
    assignments: "career:assignment career:sheet",
    children: "career:list children:timeline inviting:student absences:overview timetable:student"
    " timeline:new conversations:write dayreports:child feed:compliment children:detail children:pupil"
    " feed:with_child absences:pickup_list consents:photos consents:answer consents:repaired"
    " guardianships:student guardianships:restriction guardianships:protection"
    " corrections:near talks:new results:child following:agreement following:looked"
    " following:extra following:other portfolio:of_child portfolio:goal_for portfolio:bundles",
    groups: "career:desk timetable:group children:group absences:day_list stories:circle introductions:class"
    " feed:mine guardianships:group entry:cards entry:group_letters entry:printed_letters"
    " entry:mailed_letters feed:homework feed:album feed:agreement feed:agreement_form dayreports:group"
    " tips:new portfolio:waiting paper:group paper:run paper:sheets paper:handed paper:readers",
    carried: "paper:answers paper:copy",
    stories: "stories:story stories:sending stories:editing stories:removal stories:showing",
    reported: "moderation:report",
    asked: "questions:question questions:question_edit questions:question_removal",
    answers: "questions:answer_edit questions:answer_removal",
    cases: "moderation:case",
    hidings: "moderation:hiding",
    photos: "media:photo",
    faces: "portraits:portrait",
    spoken: "speech:listen",
    attachments: "media:attachment media:attachment_picture",
    by_hand: "languages:translations",
    by_hand_in_arabic: "languages:translation",
    talks: "conversations:conversation conversations:messages conversations:closing conversations:assignment"
    " conversations:talk conversations:proposal conversations:agreement",
    messages: "conversations:taking_back conversations:rewording conversations:withdrawal",
    leaves: "absences:leave",
    swaps: "absences:swap absences:swap_change",
    alerts: "alerts:alert alerts:progress alerts:withdrawal alerts:calls",
    newsletters: "newsletters:sheet newsletters:title newsletters:disposal newsletters:preview"
    " newsletters:going newsletters:withdrawal newsletters:opening newsletters:board",
    letters: "newsletters:copy newsletters:print_out",
    blocks: "newsletters:block newsletters:removal newsletters:photos publishing:post"
    " newsletters:attending newsletters:calendar newsletters:found",
    meetings: "talks:talk talks:moving talks:cancelling talks:calendar talks:own talks:run talks:bringing",
    sides: "talks:question",
    pledges: "talks:pledge talks:change",
    points: "discussed:laying",
    periods: "portfolio:period",
    works: "portfolio:work portfolio:sharing portfolio:words portfolio:removal",
    goals: "portfolio:goal portfolio:goal_words portfolio:goal_removal",
    echoes: "portfolio:echo_removal",
    asked_sides: "pulse:answer",
    rounds: "pulse:round pulse:change pulse:removal",
    packed: "portfolio:parcel",
    bundles: "portfolio:bundle portfolio:progress portfolio:bundle_removal",
    absences: "absences:absence absences:explanation absences:change",
}
EVERY = {route: kind for kind, names in KINDS.items() for route in names.split()}


def addresses(route: str, life: Life) -> list[tuple[object, ...]]:
    """Every post, child, group and photo there is; of other things the one example."""
    return EVERY[route](life) if route in EVERY else [arguments(route, life)]
