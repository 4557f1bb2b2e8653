"""All conversations of one viewer: for home the newest first, for school first what waits for an answer."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.translation import gettext as _

from driehoek.backbone.access.prepared import padded, prepared
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.talking import let_be, talk_is_due
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import Shown, Told, put_in_words
from driehoek.backbone.translation.texts import Text
from driehoek.base.core.text import excerpt, listed
from driehoek.facts.people.models import Person, Portrait
from driehoek.features.conversations.addresses import may_ask
from driehoek.features.conversations.models import Conversation, ConversationChild, Corner, Message
from driehoek.features.conversations.models.conversation import ConversationQuerySet
from driehoek.features.conversations.reading import unread

A_PAGE = 40
MOST_COUNTED = 10  # a badge says "9+" from here
LISTS = ("alle", "mijn", "klaar")


@dataclass
class Row:
    """One conversation in the list."""

    conversation: Conversation
    children: list[Person]
    is_unread: bool
    last: Text  # the newest words, as they were written
    last_name: str
    shows_face: bool
    url: str  # of the newest message
    told: Told = field(default_factory=Told)  # the same for one reader, put there by put_in_words()

    @property
    def texts(self) -> dict[str, Text]:
        return {"text": self.last} if self.last.words else {}

    @property
    def about(self) -> str:
        return (
            listed(child.given_name for child in self.children) if self.children else _("Hulp met Driehoek")
        )

    @property
    def shown(self) -> Shown | None:
        """In the language of whoever looks; nothing of a voice note or a file."""
        return self.told.get("text")

    @property
    def is_taken_back(self) -> bool:
        """Its newest words are."""
        return vars(self.conversation)["said_gone"] is not None

    @property
    def excerpt(self) -> str:
        return excerpt(self.shown.words, 90) if self.shown else ""

    @property
    def is_waiting(self) -> bool:
        return self.conversation.last_corner != Corner.SCHOOL and not self.conversation.is_done


class Inbox:
    """One page of it; `which` picks what a team has done, or what one colleague took on."""

    def __init__(self, viewer: Viewer, *, which: str = "", skip: str = "") -> None:
        self.viewer = viewer
        self.which = which if which in LISTS and self.is_school else "alle"
        self.skip = int(skip) if skip.isascii() and skip.isdigit() and len(skip) < 7 else 0

    @property
    def is_school(self) -> bool:
        return self.viewer.hat == "school"

    @property
    def may_ask(self) -> bool:
        """Whether somebody at home can begin a question."""
        return not self.is_school and may_ask(self.viewer)

    @cached_property
    def _found(self) -> list[Conversation]:
        if self.which == "alle" and not self.skip:  # what nearly everybody opens
            return prepared(_first_page, self.viewer)
        return list(_list(self.viewer, self.which)[self.skip : self.skip + A_PAGE + 1])

    @cached_property
    def rows(self) -> list[Row]:
        found = self._found[:A_PAGE]
        children = self._children(found)
        listed = [_row(conversation, children[conversation.pk]) for conversation in found]
        put_in_words(listed, now=self.viewer.now)
        return listed

    def _children(self, found: list[Conversation]) -> dict[int, list[Person]]:
        children: dict[int, list[Person]] = defaultdict(list)
        for row in prepared(_about, padded(row.pk for row in found)) if found else ():
            children[row.conversation_id].append(row.student)
        return children

    @property
    def waiting(self) -> list[Row]:
        """What nobody answered yet."""
        return [row for row in self.rows if row.is_waiting]

    @property
    def answered(self) -> list[Row]:
        return [row for row in self.rows if not row.is_waiting]

    @property
    def further(self) -> int | None:
        return self.skip + A_PAGE if len(self._found) > A_PAGE else None


def _about(conversations: tuple[int, ...]) -> QuerySet[ConversationChild]:
    about = ConversationChild.objects.filter(conversation__in=conversations)
    return about.select_related("student__portrait").order_by("pk")


def _first_page(me: Viewer) -> QuerySet[Conversation]:
    return _list(me, "alle")[: A_PAGE + 1]


def _list(me: Viewer, which: str) -> QuerySet[Conversation]:
    """School first sees what waits for an answer; then the newest."""
    said = Message.objects.filter(let_be.rows_for(me), conversation=OuterRef("pk"))
    if me.hat != "school":
        said = said.filter(talk_is_due.rows_for(me))
    newest = said.order_by("-due_at", "-pk")
    faces = rows(Portrait, me, may="see").filter(person=OuterRef("line_of"))
    listed = _chosen(Conversation.objects.visible_to(me).with_people(), me, which).annotate(
        said_at=Subquery(newest.values("due_at")[:1]),
        said=Subquery(newest.values("text")[:1]),
        said_gone=Subquery(newest.values("taken_back_at")[:1]),
        said_in=Subquery(newest.values("language")[:1]),
        said_key=Subquery(newest.values("pk")[:1]),
        said_by_key=Subquery(newest.values("author")[:1]),
        said_by=Subquery(newest.values("author__given_name")[:1]),
        said_called=Subquery(newest.values("author__called")[:1]),
        is_new=Exists(unread(me).filter(conversation=OuterRef("pk"))),
        shows_face=Exists(faces),
        waits=Case(When(last_corner=Corner.SCHOOL, then=Value(1)), default=Value(0)),
    )
    listed = listed.filter(said_at__isnull=False)
    order = ["waits", "-said_at", "-pk"] if me.hat == "school" else ["-said_at", "-pk"]
    return listed.order_by(*order)


def _chosen(mine: ConversationQuerySet, me: Viewer, which: str) -> ConversationQuerySet:
    if which == "klaar":
        return mine.filter(done__isnull=False)
    if which == "mijn":
        return mine.filter(assignment__to=me.person, done=None)
    return mine.filter(done=None) if me.hat == "school" else mine


def _row(conversation: Conversation, children: list[Person]) -> Row:
    facts = vars(conversation)  # annotated above
    name = facts["said_called"] or facts["said_by"]
    if facts["said_by_key"] == conversation.line_of_id:
        name = ""  # it stands above it already, or it is herself
    url = f"{conversation.get_absolute_url()}#zin-{facts['said_key']}"
    last = Text(facts["said"], facts["said_in"], conversation.school_id, within=conversation.within)
    return Row(conversation, children, facts["is_new"], last, name, facts["shows_face"], url)


def unread_count(viewer: Viewer) -> int:
    """In how many conversations something new was said to her; at most ten."""
    return len(prepared(_with_news, viewer))


def _with_news(me: Viewer) -> QuerySet[Conversation, tuple[int]]:
    news = Exists(unread(me).filter(conversation=OuterRef("pk")))
    mine = Conversation.objects.visible_to(me).filter(Q(news))
    return mine.values_list("pk").order_by("pk")[:MOST_COUNTED]
