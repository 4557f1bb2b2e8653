"""Someone who says something about a post: from which corner, in which line, and whether to think again."""

import datetime as dt
from functools import cached_property

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from driehoek.backbone.access.corners import Corner, corner_of
from driehoek.backbone.access.parts import read
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.moderation.changing import ABOUT_ONE
from driehoek.base.core.limits import DAY, Limit
from driehoek.base.shell.slowing import slow_down
from driehoek.facts.people.models import Person
from driehoek.facts.people.naming import named, names_one_of
from driehoek.facts.schools.hours import holidays_around, is_quiet, read_on, work_time
from driehoek.features.feed.conversation import children_of_guardians
from driehoek.features.feed.forms import CommentForm, WhyForm
from driehoek.features.feed.hearing import Hearers, in_words
from driehoek.features.feed.models import Comment, ExplanationRequest, Post
from driehoek.features.feed.naming import is_about_one_child, names_a_pupil, names_another

A_WHILE = dt.timedelta(minutes=10)
MOST = 30  # remarks of one person in that time
SAID = {  # by person; who works at school answers a whole group
    "home": Limit("feed.comment", 120, DAY),
    "school": Limit("feed.comment_at_work", 400, DAY),
}


class Speaker:
    """A viewer who may speak here; the gate has already let her in."""

    def __init__(self, post: Post, viewer: Viewer) -> None:
        self.post, self.viewer = post, viewer
        self.meant: list[Person] = []  # who waits and is named in words that everyone would read

    @property
    def corner(self) -> Corner:
        return corner_of(self.viewer)

    def attached(self, data: QueryDict, files: "MultiValueDict[str, UploadedFile]") -> Attached:
        return Attached(self.viewer, self.post.school, data, files)

    def should_think_again(self, form: CommentForm) -> bool:
        """Someone tells everyone what seems to be about one child alone, or to be for one parent."""
        if not form.is_for_all or form.cleaned_data["sure"]:
            return False
        return self._seems_private(form.cleaned_data["text"])

    def doubt(self, words: str) -> str:
        """What to ask before everyone reads these other words; empty when there is nothing to ask."""
        if not self._seems_private(words):
            return ""
        if self.corner == Corner.SCHOOL:
            return _("Je noemt iemand bij naam. Iedereen leest mee. Klopt dat?")
        if self.corner == Corner.CHILD:
            return _("Gaat dit over iemand anders? Haal het dan weg en zeg het alleen tegen school.")
        return str(ABOUT_ONE)

    def _seems_private(self, text: str) -> bool:
        if self.corner == Corner.CHILD:
            return names_another(text, self.post, self.viewer)
        if self.corner == Corner.HOME:
            return is_about_one_child(text, self.post, self.viewer.today)
        self.meant = self._meant(text)
        return bool(self.meant) or names_a_pupil(text, self.post, self.viewer)

    def _meant(self, text: str) -> list[Person]:
        """Who waits for an answer of the school here, and is named in this text, or by her child."""
        children = read(children_of_guardians(self.post, self.viewer))
        by_child = [one for one in self._waiting if names_one_of(children.get(one.pk, ()), text)]
        return list(dict.fromkeys([*named(self._waiting, text), *by_child]))

    @cached_property
    def _waiting(self) -> list[Person]:
        """Whose line ends with her own words."""
        if not self.post.allows(self.viewer, "hear"):
            return []
        said = Comment.objects.visible_to(self.viewer).filter(post=self.post).in_lines()
        last = {line.thread_of: line for line in said.select_related("thread_of").order_by("at", "pk")}
        return [person for person, line in last.items() if person and line.corner != Corner.SCHOOL]

    def refuse(self, form: CommentForm) -> None:
        """Puts in the form why this cannot be said now. Home does not tell everyone while the leaders stopped
        it; a family in hiding never does."""
        if form.to_all and not self.post.may_tell_all:  # type: ignore[attr-defined]  # annotated
            form.add_error("text", self._why_not_all)
        if form.is_valid() and not form.cleaned_data["change"] and (why := self.why_not_now()):
            slow_down(form, why, "text")

    @property
    def _why_not_all(self) -> str:
        """Says nothing about anybody else, and not why."""
        if self.post.is_silent:  # type: ignore[attr-defined]  # annotated
            return _("School heeft berichten tussen ouders nu stilgezet.")
        return _("Dit bericht kan alleen naar school.")

    def why_not_now(self) -> str:
        """So much in so short a time that it is a machine, or somebody who should wait; empty when it is not.
        Counts this try."""
        me = self.viewer
        if Comment.objects.filter(author=me.person, at__gt=me.now - A_WHILE).count() >= MOST:
            return _("Dat zijn veel reacties. Wacht tien minuten.")
        if not SAID[me.hat].allows(str(me.person.pk), now=me.now):
            return _("Dat zijn veel reacties op een dag. Kom morgen terug.")
        return ""

    def confirmation(self, said: Comment) -> str:
        """To whom it went, once more; or when it goes."""
        if said.due_at > self.viewer.now:
            return _("Dit gaat weg op de volgende schooldag om 8 uur.")
        if said.thread_of is None:
            if self.post.student_id:
                return f"{_('Verstuurd.')} {_('Wie dit bericht ziet, leest dit ook.')}"
            return _("Verstuurd. Iedereen van %(place)s leest dit.") % {"place": self.post.place.name}
        return self.sent_to(said.thread_of)

    def sent_to(self, line_of: Person) -> str:
        """That it stands in the line of this person, and who reads that."""
        said = _("Verstuurd. Dit lezen alleen %(names)s.") % {"names": self._readers(line_of)[0]}
        return f"{said} {self._read_on}".strip()

    @property
    def _read_on(self) -> str:
        """When school reads it, if nobody is at work there now."""
        if self.corner == Corner.SCHOOL:
            return ""
        day = read_on(self.viewer.now, holidays_around(self.post.school, self.viewer.today))
        return _("School leest dit %(day)s.") % {"day": in_words(day, self.viewer)} if day else ""

    @property
    def own_line(self) -> str:
        """Who reads what she says to school: names."""
        return self._readers(self.viewer.person)[0]

    @property
    def lines_meant(self) -> list[tuple[Person, str]]:
        """Who waits and is named, each with everybody who reads her line."""
        return list(zip(self.meant, self._readers(*self.meant), strict=True))

    def _readers(self, *lines_of: Person) -> list[str]:
        hearers = Hearers(self.post, self.viewer, {person.pk for person in lines_of})
        return [hearers.all_names(person) for person in lines_of]

    @property
    def waits_for_morning(self) -> bool:
        """What she says now is read when school is open: she answers for it."""
        return self.corner == Corner.SCHOOL and is_quiet(self.viewer.now, self.post.school)

    def say(self, form: CommentForm) -> Comment:
        said, now = form.cleaned_data, self.viewer.now
        is_urgent = said["urgent"] and self.waits_for_morning
        waits = self.waits_for_morning and not is_urgent
        return self.post.comment(
            said["text"],
            by=self.viewer.person,
            corner=self.corner,
            at=now,
            in_line_of=None if form.is_for_all else self._line(form),
            attachments=form.attached.rows,
            due_at=work_time(self.post.school, now) if waits else now,
            hurry=said["reason"] if is_urgent else "",
        )

    def _line(self, form: CommentForm) -> Person:
        """Her own line with the school; for the school's side the line that she answers in."""
        if not self.post.allows(self.viewer, "hear"):
            return self.viewer.person
        lines = Comment.objects.visible_to(self.viewer).filter(post=self.post, thread_of=form.line)
        first = lines.exclude(thread_of=None).select_related("thread_of").first()
        if first is None or first.thread_of is None:
            raise Http404
        return first.thread_of

    def ask_why(self, form: WhyForm) -> None:
        """Say in her own line with the school that she does not get it, and what, written or spoken."""
        words = " ".join([_("Ik snap dit niet."), form.cleaned_data["text"]]).strip()
        me, said = self.viewer, form.attached.rows
        ExplanationRequest.ask(
            self.post, words, by=me.person, corner=self.corner, at=me.now, attachments=said
        )

    def applaud(self, mooi: bool) -> None:
        if mooi:
            self.post.react(by=self.viewer.person, corner=self.corner, at=self.viewer.now)
        else:
            self.post.unreact(by=self.viewer.person)
