"""Who finds which places in the menu, and whom to call. Read by the shell through settings."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.shell.navigation import Contact, Place, Question
from driehoek.facts.people.models import Person
from driehoek.features.alerts.public_page import addresses
from driehoek.features.conversations.inbox import unread_count

TALKS = Place(
    "conversations:inbox",
    "chats-circle",
    _("Berichten"),
    under=(
        "conversations:conversation", "conversations:ask", "conversations:write", "conversations:talk",
        "conversations:proposal", "conversations:messages", "conversations:leave",
    ),
    news=unread_count,
)  # fmt: skip

NEWS = ("feed:post", "feed:photos", "notifications:week")
LETTERS = ("newsletters:archive", "newsletters:copy")
MARKS = ("results:child", "results:family", "absences:overview", "noticing:explained")
ARRANGEMENTS = (  # ill, away, fetched, leave: what one does from Vandaag
    "absences:report", "absences:told", "absences:absence", "absences:change", "absences:explanation",
    "absences:morning", "absences:pickups", "absences:leaves", "absences:leave_request", "absences:leave",
    "absences:swaps", "absences:swap_request", "absences:swap", "absences:swap_change", "pulse:answer",
)  # fmt: skip
A_PORTFOLIO = (
    "portfolio:of_child", "portfolio:work", "portfolio:goal", "portfolio:goal_for", "portfolio:sharing",
    "portfolio:words", "portfolio:removal", "portfolio:goal_words", "portfolio:goal_removal",
    "portfolio:bundles", "portfolio:bundle", "portfolio:bundle_removal", "portfolio:period",
    "portfolio:laying",
)  # fmt: skip
HER_WAY = (
    "children:timeline", "timeline:new", "timeline:change", "timeline:removal", "timetable:student",
    "career:list", "career:assignment", "career:removal",
)  # fmt: skip
AMONG_FAMILIES = (
    "stories:list", "stories:story", "stories:begin", "questions:list", "questions:question", "questions:ask",
)  # fmt: skip
GATHERING = (  # talks about a child
    "talks:list", "talks:talk", "talks:moving", "talks:cancelling", "talks:pledges", "talks:pledge",
    "talks:change", "talks:own", "talks:run", "talks:points", "talks:notes", "talks:staff_note",
    "talks:cycle", "talks:asking_along", "talks:bringing",
)  # fmt: skip
HER_FILE = (
    "children:pupil", "results:child", "absences:overview", "inviting:list", "inviting:student", *HER_WAY
)  # fmt: skip
LOOKING_ALONG = (
    "following:agreement", "following:other", "following:refusal", "following:looked", "children:week"
)  # fmt: skip
ON_PAPER = ("paper:group", "paper:readers", "paper:answers")
IN_THE_GROUP = (
    "children:group", "feed:post", "feed:mine", "stories:circle", "absences:day_list", "absences:absence",
    "absences:swaps", "absences:swap", "newsletters:list", "newsletters:sheet",
    "following:of_group",
    "portfolio:waiting", "portfolio:periods", "portfolio:period_change", "portfolio:period_removal",
    "timetable:group", "timetable:lesson", "career:desk", "career:taking_back",
    *ON_PAPER,
    *AMONG_FAMILIES,
)  # fmt: skip
ROSTERS = ("rosters:proposal", "rosters:columns", "rosters:connection")
WORK_ACCOUNTS = ("entry:work_accounts", "entry:provider", "entry:provider_removal")
AT_THE_OFFICE = (
    "children:group", "feed:post", "unreached:people", "entry:letters", "moderation:order",
    "corrections:waiting", "absences:whole_school", "absences:day_list", "absences:absence",
    "absences:exports", "absences:leaves", "absences:leave", "absences:swaps", "absences:swap",
    "absences:swap_terms", "absences:bring", "absences:brought", "absences:columns",
    "absences:kinds", "noticing:rules",
    "results:home", "results:proposal", "results:columns", "results:terms",
    "results:connection",
    "alerts:new", "alerts:earlier", "alerts:alert", "alerts:calls", "alerts:withdrawal",
    "holidays:list", "holidays:new", "holidays:holiday", "holidays:ministry", "choices:schools",
    "choices:offers", "newsletters:list", "newsletters:sheet", "newsletters:preview", *ON_PAPER,
    *WORK_ACCOUNTS,
    "following:kinds", "following:objections", "following:weighing", "timetable:bring",
    "pulse:overview", "pulse:new", "pulse:round", "pulse:change", "pulse:removal",
)  # fmt: skip

# At most five for each. Add a place here when its page exists: a name without a page is an error.
NAVIGATION: dict[str, list[Place]] = {
    "guardian": [
        Place(
            "home:today",
            "house",
            _("Vandaag"),
            under=(
                "home:todos",
                "home:first_steps",
                "alerts:alert",
                *NEWS,
                *LETTERS,
                *AMONG_FAMILIES,
                *ARRANGEMENTS,
            ),
        ),
        Place(
            "children:list",
            "smiley",
            _("Kinderen"),
            under=(
                "children:detail",
                "consents:photos",
                "corrections:near",
                *GATHERING,
                *LOOKING_ALONG,
                *MARKS,
                *A_PORTFOLIO,
                *HER_WAY,
            ),
        ),
        TALKS,
        Place("home:table", "fork-knife", _("Keukentafel")),
    ],
    "student": [
        Place(
            "home:today",
            "house",
            _("Vandaag"),
            under=(
                "home:first_steps",
                *NEWS,
                *LETTERS,
                "stories:list",
                "stories:story",
                "kitchen:wish",
                "kitchen:reflection",
                *ARRANGEMENTS,
            ),
        ),
        Place(
            "portfolio:mine",
            "images",
            _("Mijn werk"),
            under=("portfolio:new", "portfolio:goal_new", *A_PORTFOLIO),
        ),
        Place(
            "children:me",
            "user-circle",
            _("Over mij"),
            under=(
                "children:detail",
                "consents:photos",
                *GATHERING,
                *LOOKING_ALONG,
                "absences:overview",
                "noticing:explained",
                "results:mine",
                *HER_WAY,
            ),
        ),
        TALKS,
        Place("following:lookers", "eye", _("Wie ziet wat"), under=("following:objection",)),
    ],
    "teacher": [
        Place(
            "children:work",
            "users-three",
            _("Groep"),
            under=IN_THE_GROUP,
        ),
        TALKS,
        Place("feed:compose", "plus-circle", _("Maken"), under=("feed:sheet", "portfolio:compose")),
        Place(
            "children:pupils",
            "student",
            _("Leerlingen"),
            under=(
                *HER_FILE,
                "entry:cards",
                "talks:new",
                "following:extra",
                *GATHERING,
                *LOOKING_ALONG,
                *A_PORTFOLIO,
            ),
        ),
        Place("entry:letters", "envelope-simple", _("Brieven"), under=("entry:group_letters",)),
    ],
    "office": [
        Place(
            "children:work",
            "house",
            _("Mijn werk"),
            under=AT_THE_OFFICE,
        ),
        TALKS,
        Place("children:pupils", "student", _("Leerlingen"), under=(*HER_FILE, "talks:new", *GATHERING)),
        Place("guardianships:waiting", "shield-check", _("Ouders"), under=("guardianships:student",)),
        Place("rosters:home", "address-book", _("Gegevens"), under=ROSTERS),
    ],
    "board": [
        Place("children:work", "house", _("Mijn werk"), under=WORK_ACCOUNTS),
        Place("rosters:home", "address-book", _("Gegevens"), under=ROSTERS),
    ],
}
LEADERS = {"head", "office"}  # functions for a school as a whole


def places_for(viewer: Viewer) -> list[Place]:
    """The menu of this person under the hat she wears now."""
    if viewer.hat == "school":
        return NAVIGATION[role_at_work(viewer.functions)]
    return NAVIGATION["student" if viewer.self_as_student() else "guardian"]


def role_at_work(functions: set[str]) -> str:
    if functions & LEADERS:
        return "office"
    return "board" if "board_admin" in functions else "teacher"


def contacts_for(viewer: Viewer | None) -> list[Contact]:
    """The schools this person has to do with: their phone numbers, and where to look when something is up."""
    schools = {seat.school for seat in viewer.seats if seat.school} if viewer else set()
    names = addresses() if schools else {}
    found = [
        Contact(school.name, school.phone, reverse("alerts:public", args=[names[school.pk]]))
        for school in schools
    ]
    return sorted(found, key=lambda contact: contact.name)


def questions_for(viewer: Viewer | None) -> list[Question]:
    """Each child about whom this person may ask school something, and herself when she is a student."""
    if viewer is None or viewer.hat == "school":
        return []
    ask, herself = reverse("conversations:ask"), viewer.self_as_student()
    about = rows(Person, viewer, may="ask_about").order_by("birth_date", "pk").only("given_name")
    return [Question("" if one.pk in herself else one.given_name, f"{ask}?kind={one.pk}") for one in about]
