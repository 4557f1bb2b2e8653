"""The three questions, in the words for each corner. Everybody gets the same three about the child; a start
talk asks on about later, about learning until now, and about home."""

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.corners import Corner
from driehoek.base.core.text import listed
from driehoek.features.talks.models import Kind, Question, Side, Talk
from driehoek.features.talks.models.answer import ASKED, HOME, MORE

WORDS: dict[tuple[str, str], str | Promise] = {
    (Corner.CHILD, Question.PROUD): _("Waar ben je trots op?"),
    (Corner.CHILD, Question.HARD): _("Wat vind je moeilijk?"),
    (Corner.CHILD, Question.HELP): _("Wat helpt jou?"),
    (Corner.HOME, Question.PROUD): _("Waar is %(name)s thuis trots op?"),
    (Corner.HOME, Question.HARD): _("Wat is thuis moeilijk voor %(name)s?"),
    (Corner.HOME, Question.HELP): _("Wat helpt %(name)s?"),
    (Corner.SCHOOL, Question.PROUD): _("Waar is %(name)s op school trots op?"),
    (Corner.SCHOOL, Question.HARD): _("Wat is op school moeilijk voor %(name)s?"),
    (Corner.SCHOOL, Question.HELP): _("Wat helpt %(name)s op school?"),
    (Corner.CHILD, Question.AMBITION): _("Wat wil jij later doen?"),
    (Corner.CHILD, Question.LEARNING): _("Hoe ging leren tot nu toe?"),
    (Corner.CHILD, HOME): _("Hoe is het bij jou thuis?"),
    (Corner.HOME, Question.AMBITION): _("Wat wil %(name)s later doen?"),
    (Corner.HOME, Question.LEARNING): _("Hoe ging leren tot nu toe voor %(name)s?"),
    (Corner.HOME, HOME): _("Hoe is het bij jullie thuis?"),
    (Corner.SCHOOL, Question.AMBITION): _("Wat wil %(name)s later doen?"),
    (Corner.SCHOOL, Question.LEARNING): _("Hoe ging leren tot nu toe voor %(name)s?"),
}
HINTS: dict[str, str | Promise] = {
    Question.LEARNING: _("De basisschool, en hulp die er al was."),
    HOME: _("Alleen wie bij het gesprek is, leest dit. Het andere huis niet."),
}


def asked(question: str, side: Side, talk: Talk) -> str:
    """ "Waar is Yusuf thuis trots op?" """
    words = str(WORDS[side.corner, question])
    return words % {"name": talk.student.given_name} if "%(name)s" in words else words


def questions_of(side: Side, talk: Talk) -> tuple[str, ...]:
    """In the order of the pages; how it is at home school does not say."""
    if talk.kind != Kind.START:
        return ASKED
    return (*ASKED, *MORE) if side.corner == Corner.SCHOOL else (*ASKED, *MORE, HOME)


def readers(side: Side, talk: Talk, question: str = "") -> str:
    """Who reads what this side says: the corners, and by name whoever was asked along. How it is at home has
    readers of its own."""
    along, said = [asked.person.name for asked in talk.along.all()], _at_the_table(side, talk, question)
    if not along:
        return said
    if question == HOME:
        more = gettext("Wie meekomt van school leest dit alleen als jij ja zegt, bij het gesprek.")
    else:
        more = gettext("Wie meekomt van school leest het ook: %(names)s.") % {"names": listed(along)}
    return f"{said} {more}"


def _at_the_table(side: Side, talk: Talk, question: str) -> str:
    child = talk.student.given_name
    with_child = any(one.corner == Corner.CHILD for one in talk.sides.all())
    if side.corner == Corner.SCHOOL:
        return gettext("Iedereen van het gesprek leest dit, als zij ook klaar zijn.")
    if side.corner == Corner.CHILD and question != HOME:
        return gettext("Iedereen van het gesprek leest dit.")
    if with_child and side.corner == Corner.HOME:
        return gettext("Alleen school, %(name)s en jij lezen dit.") % {"name": child}
    return gettext("Alleen school en jij lezen dit.")
