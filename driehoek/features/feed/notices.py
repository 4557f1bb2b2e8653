"""What the feed tells, to whom, in which words. A subject names no child; a private line stays private."""

import datetime as dt
from collections.abc import Callable

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from driehoek.backbone.access.models import AudienceLine, Role, Seat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.notifications.notices import HEADLINE, Framed, Notice, Part, Titled, notice, spoken
from driehoek.base.core.clock import at, day_of, in_full
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import GROUP_FUNCTIONS
from driehoek.features.feed.beforehand import heard_in, look_at_comments, look_at_posts, pictures_of, waits
from driehoek.features.feed.models import Comment, Corner, Kind, NewsWeek, Post, SharedQuestion
from driehoek.features.feed.naming import names_a_child
from driehoek.features.feed.week import posts_of


@notice("feed.post.shared", beforehand=look_at_posts)
def post_shared(entry: Entry) -> Notice | None:
    post = entry.subject
    if not isinstance(post, Post) or not post.is_shared or hasattr(post, "withdrawal"):
        return None
    if waits(post):
        return None
    return Notice(
        to=post.audience.people,
        category=Category.INFORMAL if post.kind == Kind.INFORMAL else Category.NEWS,
        about=_belongs(post),
        subject=_subject_of(post, day_of(entry.due_at)),
        headline="" if post.student else post.texts.get("title", ""),
        paragraphs=tuple(_paragraphs(post)),
        private=_to_her(post) if post.student else (),
        ask=None if post.student else post.texts.get("ask"),
        ask_key=f"post-{post.pk}",
        action=_("Bekijk het bericht"),
        path=post.get_absolute_url(),
        act_by=_act_by(post),
    )


def _act_by(post: Post) -> dt.datetime | None:
    """When its poll closes, or the day on which what is asked of home is done."""
    if hasattr(post, "poll"):
        return post.poll.closes_at
    return at(post.due_on, dt.time()) if post.due_on else None


def _belongs(post: Post) -> About:
    return About(school=post.school_id, group=post.group_id, student=post.student_id)


def _subject(post: Post, day: dt.date) -> Words:
    """With the title, unless that names a child or the place; and of the room of a child only its school."""
    if post.student:
        return format_lazy(_("Nieuws van {place}"), place=post.school.name)
    if post.place.name in post.title or names_a_child(post.title, post, day):
        return format_lazy(_("Nieuws van {place}"), place=post.place.name)
    return format_lazy(_("Nieuws van {place}: {title}"), place=post.place.name, title=HEADLINE)


_subject_of = lazy(lambda post, day: str(_subject(post, day)), str)  # children are looked up when it is read


def _paragraphs(post: Post) -> list[Part]:
    """All there is to read, so that the mail stands on its own; about one child only that there is something,
    because a mailbox may be shared."""
    if post.student:
        return [_("Dit gaat over één kind, niet over de hele klas.")]
    return _whole(post)


def _to_her(post: Post) -> tuple[Part, ...]:
    """With its title, which stands nowhere else in the mail; a compliment has no more words than that."""
    title = post.texts.get("title")
    return (*([Titled(title)] if title else []), *_whole(post))


def _whole(post: Post) -> list[Part]:
    said = post.texts
    text: list[Part] = [said["text"]] if "text" in said else []
    text += spoken(heard_in(post))
    text += _asked_of_home(post)
    if "ask" in said:
        text.append(Framed(_("Aan de keukentafel: {text}"), said["ask"]))
    if post.to_do:
        labels = [part for act in post.to_do for part in (_(", "), act.label)][1:]
        asked = format_lazy("{}" * len(labels), *labels)
        text.append(format_lazy(_("Wat vraagt school? {asked}"), asked=asked))
    return text + _pictures_of(post)


def _pictures_of(post: Post) -> list[Words]:
    """How many photos and films come with it; a mail carries none of them."""
    (photos, films), said = pictures_of(post), list[Words]()
    if photos:
        said.append(
            format_lazy(ngettext_lazy("Er is {n} foto bij.", "Er zijn {n} foto's bij.", photos), n=photos)
        )
    if films:
        said.append(
            format_lazy(ngettext_lazy("Er is {n} film bij.", "Er zijn {n} films bij.", films), n=films)
        )
    return said


@notice("feed.newsweek.begun")
def week_told(entry: Entry) -> Notice | None:
    """All that came out in a week, in full: no post of it is told by itself."""
    week = entry.subject
    if not isinstance(week, NewsWeek) or not (told := _told_at_home(week)):
        return None
    asking = next((post for post in reversed(told) if post.ask_at_home), None)
    families = Seat.objects.on(day_of(week.ends_at)).filter(
        AudienceLine(role=Role.GUARDIAN, group=week.group).seats()
    )
    return Notice(
        to=Person.objects.filter(pk__in=families.values("person")),
        category=Category.NEWS,
        about=About(school=week.group.school_id, group=week.group_id),
        subject=format_lazy(_("De week van {place}"), place=week.group.name),
        paragraphs=tuple(part for post in told for part in (Titled(post.texts["title"]), *_whole(post))),
        ask=asking.texts["ask"] if asking else None,
        ask_key=f"post-{asking.pk}" if asking else "",
        asked_at=asking.publication.due_at if asking else None,
        action=_("Bekijk de week"),
        path=week.get_absolute_url(),
        hats=("home",),
    )


def _told_at_home(week: NewsWeek) -> list[Post]:
    """What is for all guardians of the group, the oldest first."""
    lines = AudienceLine.objects.filter(role__in=["", Role.GUARDIAN], group=week.group_id)
    for_home = posts_of(week).filter(student=None, audience__in=lines.values("audience")).exclude(title="")
    told = list(for_home.select_related("publication").order_by("publication__due_at"))
    look_at_posts(told)
    return told


def _asked_of_home(post: Post) -> list[Part]:
    """What to practise, by when, and where to look."""
    said: list[Part] = []
    if "practice" in post.texts:
        said.append(Framed(_("Oefen thuis: {text}"), post.texts["practice"]))
    if post.due_on:
        said.append(format_lazy(_("Dit is af op {day}."), day=in_full(post.due_on)))
    if post.link:
        said.append(post.link)
    return said


@notice("feed.comment.said", beforehand=look_at_comments)
def comment_said(entry: Entry) -> Notice | None:
    comment = entry.subject
    if not isinstance(comment, Comment) or hasattr(comment, "removal"):
        return None
    if comment.thread_of_id and comment.corner == Corner.SCHOOL:
        return _told(
            comment,
            Person.objects.filter(pk=comment.thread_of_id),
            _("Je hebt antwoord van school"),
            lambda n: format_lazy(_("{n} antwoorden van school"), n=n),
            private=(*comment.texts.values(), *spoken(heard_in(comment))),
        )
    if comment.is_private:
        return _told(
            comment,
            _listeners(comment.post, day_of(entry.due_at)),
            _("Een ouder schreef je"),
            lambda n: format_lazy(_("{n} berichten van thuis"), n=n),
        )
    return _told(
        comment,
        Person.objects.filter(pk=comment.post.author_id),
        _("Er is een reactie op je bericht"),
        lambda n: format_lazy(_("{n} reacties op je bericht"), n=n),
    )


def _told(
    comment: Comment,
    people: QuerySet[Person],
    subject: Words,
    several: Callable[[int], Words],
    private: tuple[Part, ...] = (),
) -> Notice:
    """That something was said, and what only to whom it was said: a mailbox may be shared."""
    return Notice(
        to=people,
        category=Category.REPLIES,
        about=_belongs(comment.post),
        subject=subject,
        paragraphs=(_which(comment.post),),
        private=private,
        several=several,
        at_any_hour=bool(comment.hurry),
        action=_("Lees de reactie"),
        path=f"{comment.post.get_absolute_url()}#reactie-{comment.pk}",
    )


def _which(post: Post) -> Words:
    """Under which message it was said. Not by its title, which may name a child."""
    if post.student:
        return _("Dit gaat over één kind, niet over de hele klas.")
    day = in_full(day_of(post.publication.due_at))
    said = _("Het hoort bij het bericht van {place} van {day}.")
    return format_lazy(said, place=post.place.name, day=day)


def _listeners(post: Post, day: dt.date) -> QuerySet[Person]:
    """The author and whoever works with the group: they share its inbox. Around one child: the author."""
    if post.group_id is None:
        return Person.objects.filter(pk=post.author_id)
    seats = Seat.objects.on(day).filter(role=Role.STAFF, function__in=GROUP_FUNCTIONS, group=post.group_id)
    return Person.objects.filter(Q(pk=post.author_id) | Q(pk__in=seats.values("person")))


@notice("feed.sharedquestion.proposed")
def question_proposed(entry: Entry) -> Notice | None:
    """To whoever asked; the words themselves stand on the page."""
    question = entry.subject
    if not isinstance(question, SharedQuestion) or hasattr(question, "verdict"):
        return None
    asker = Person.objects.filter(pk=question.comment.author_id)
    return _about(question, asker, _("Mag school je vraag voor iedereen beantwoorden?"))


@notice("feed.sharedquestion.agreed")
def question_agreed(entry: Entry) -> Notice | None:
    question = entry.subject
    if not isinstance(question, SharedQuestion) or not question.is_agreed:
        return None
    return _about(question, Person.objects.filter(pk=question.by_id), _("De ouder zei ja"))


@notice("feed.sharedquestion.refused")
def question_refused(entry: Entry) -> Notice | None:
    question = entry.subject
    if not isinstance(question, SharedQuestion) or not question.is_refused:
        return None
    return _about(question, Person.objects.filter(pk=question.by_id), _("De ouder zei liever niet"))


def _about(question: SharedQuestion, people: QuerySet[Person], subject: Words) -> Notice:
    return Notice(
        to=people,
        category=Category.REPLIES,
        about=_belongs(question.comment.post),
        subject=subject,
        paragraphs=(_which(question.comment.post),),
        action=_("Bekijk en kies"),
        path=reverse("feed:shared_question", args=[question.pk]),
    )
