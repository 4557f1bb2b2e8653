"""One page per child: where she sits, who to turn to, what is new, and what is asked of home."""

from driehoek.backbone.access.parts import Asking, Part, Parts, allowed
from driehoek.backbone.access.rules.meeting import guardian_groups
from driehoek.backbone.access.rules.ways import WITH_A_WAY
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.reading import noting
from driehoek.backbone.translation.reading import Readable
from driehoek.base.core.text import listed
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.absences.at_home import absences_of
from driehoek.features.absences.collecting import FETCHED
from driehoek.features.career.at_home import lately
from driehoek.features.career.models import Assignment
from driehoek.features.conversations.team import Contact, contacts_of, nearest
from driehoek.features.dayreports.reports import has_care, reports_today
from driehoek.features.feed.cards import cards_from, news_of
from driehoek.features.following.at_home import looks_along, who_looks
from driehoek.features.kitchen.at_home import Question
from driehoek.features.kitchen.looking_back import answers_of
from driehoek.features.kitchen.seating import seat_family
from driehoek.features.portfolio.at_home import work_at_home
from driehoek.features.portfolio.models import Period
from driehoek.features.portfolio.periods import running
from driehoek.features.portfolio.standings import stepped
from driehoek.features.results.at_home import has_results
from driehoek.features.talks.at_home import talks_of_child
from driehoek.surfaces.children.at_table import asking_at_home, questions_for
from driehoek.surfaces.children.places import places_of
from driehoek.surfaces.children.week_page import week_of


def _acts(child: Person, viewer: Viewer) -> Asking[set[str]]:
    return allowed(
        child, viewer, "ask_about", "report", "see_timetable_of", "see_presence_of", "read_week_of"
    )


class ChildPage(Parts):
    """What this viewer sees of this child. The gate has already let her in."""

    noted = Part(noting)  # who opened it
    places = Part(places_of)
    contacts = Part(contacts_of)
    seated = Part(seat_family)
    looked_back = Part(answers_of)
    talks = Part(talks_of_child)
    work = Part(work_at_home)
    _periods = Part(running)
    days = Part(reports_today)
    absences = Part(absences_of)
    has_results = Part(has_results)
    looking = Part(looks_along)
    who = Part(who_looks)
    _assignments = Part(lately)
    _news = Part(news_of)
    _written = Part(asking_at_home)
    _may = Part(_acts)

    def __init__(self, child: Person, viewer: Viewer) -> None:
        self.child, self.viewer = child, viewer
        self.read(child, viewer)
        wishes = [one.wish for one in self.seated if one.wish]
        beside: list[Readable] = [*self.days, *self._written, *wishes, *self.looked_back]
        beside += [*self.talks.written, *self.work.written, *self._periods]
        self.cards = cards_from(viewer, self._news, beside)

    @property
    def periods(self) -> list[tuple[Period, str]]:
        """What her groups work on, and how far she says she is."""
        return stepped(self._periods)

    @property
    def may_ask(self) -> bool:
        return "ask_about" in self._may

    @property
    def nearest(self) -> list[Contact]:
        """Whom she asks first, when she may ask."""
        return nearest(self.contacts) if self.may_ask else []

    @property
    def nearest_in_words(self) -> str:
        return listed(contact.person.name for contact in self.nearest)

    @property
    def may_report(self) -> bool:
        return "report" in self._may

    @property
    def may_see_timetable(self) -> bool:
        """The school, or she herself, may keep it shut."""
        return "see_timetable_of" in self._may

    @property
    def may_see_presence(self) -> bool:
        return "see_presence_of" in self._may

    @property
    def week(self) -> str:
        """The one to read, of whoever gets a summary each week."""
        own = self.child == self.viewer.person
        return week_of(self.viewer, own=own).name if "read_week_of" in self._may else ""

    @property
    def questions(self) -> list[Question]:
        """What lies on the kitchen table for her."""
        return questions_for(self.child, self.viewer, self.seated, self._written)

    @property
    def has_days(self) -> bool:
        return has_care(self.viewer, self.child)

    @property
    def visited(self) -> list[Group]:
        """The groups of this child whose own pages this viewer may open."""
        open_to_her = self.viewer.groups()
        return [place.group for place in self.places if place.group_id in open_to_her]

    @property
    def meeting(self) -> set[int]:
        """The keys of the groups whose other parents she may get to know, and ask."""
        return guardian_groups(self.viewer)

    @property
    def has_a_way(self) -> bool:
        """Through secondary or vocational school."""
        return any(place.group.school.sector in WITH_A_WAY for place in self.places)

    @property
    def assignments(self) -> list[Assignment]:
        """To do with somebody at home; of a small child there are none."""
        return self._assignments if self.has_a_way else []

    @property
    def is_fetched(self) -> bool:
        """Small enough that somebody comes to the door for her."""
        return any(place.group.school.sector in FETCHED for place in self.places)
