"""A post as a block of a newsletter, or as work to come and see: the same words, for no more readers."""

import datetime as dt
import uuid
from dataclasses import replace
from functools import cached_property
from typing import Any  # what a form is given

from django import forms
from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Photo
from driehoek.backbone.notifications.letter import absolute
from driehoek.backbone.notifications.notices import spoken
from driehoek.facts.schools.models import Group
from driehoek.features.feed.beforehand import heard_in
from driehoek.features.feed.models import Post, PostPhoto
from driehoek.features.newsletters.illustrating import MOST
from driehoek.features.newsletters.models import Block, BlockPhoto, Kind, Newsletter, Who
from driehoek.features.newsletters.models.block import Said, Tags
from driehoek.features.newsletters.showing import NAMES, ShowForm
from driehoek.surfaces.publishing.linking import as_link


class NewsletterForm(forms.Form):
    """Which of the newsletters that are being made."""

    newsletter = forms.ModelChoiceField(
        Newsletter.objects.none(), label=_("In welke nieuwsbrief?"), widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Kies een nieuwsbrief."), "invalid_choice": _("Kies een nieuwsbrief.")},
    )  # fmt: skip

    @property
    def when(self) -> dict[str, Any]:
        """A text has no day."""
        return {}


class EventForm(NewsletterForm, ShowForm):
    """And what a post does not say yet: when it can be seen, and where."""

    field_order = ("newsletter",)

    def __init__(self, data: Any, *, post: Post, today: dt.date, **kept: Any) -> None:
        super().__init__(data, **kept)
        self.post, self.today = post, today

    @property
    def when(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in NAMES}

    def clean(self) -> dict[str, Any]:
        """The same day again is a second tap; another day would be lost without a word."""
        said = super().clean()
        if "newsletter" in said and not self.errors:
            there = blocks_of(said["newsletter"], self.post).first()
            if there and {name: getattr(there, name) for name in NAMES} != self.when:
                self.add_error(
                    "newsletter",
                    _("Dit staat al in deze nieuwsbrief. Verander het daar, of haal het daar eerst weg."),
                )
        return said


class ToNewsletter:
    def __init__(self, post: Post, viewer: Viewer, data: Any, *, is_event: bool = False) -> None:
        self.post, self.viewer, self.is_event = post, viewer, is_event
        first = {"newsletter": self.newsletters[0] if self.newsletters else None}
        self.form = (
            EventForm(data, post=post, today=viewer.today, initial=first)
            if is_event
            else NewsletterForm(data, initial=first)
        )
        field: Any = self.form.fields["newsletter"]
        field.queryset = Newsletter.objects.filter(pk__in=[one.pk for one in self.newsletters])
        field.label_from_instance = lambda newsletter: newsletter.title

    @property
    def is_possible(self) -> bool:
        """What is about one child stays in her room; what was taken back, stays gone."""
        post = self.post
        return post.is_shared and not post.student_id and not hasattr(post, "withdrawal")

    @cached_property
    def newsletters(self) -> list[Newsletter]:
        """That she may add to for these readers: of a group that is hers, or of the school if she may."""
        act = "add_to" if self._is_for_her_group else "edit"
        found = Newsletter.objects.where(self.viewer, may=act).filter(school=self.post.school_id)
        return list(found.order_by("-created_at", "-pk"))

    @property
    def _is_for_her_group(self) -> bool:
        groups = rows(Group, self.viewer, may="work_with").values_list("pk", flat=True)
        return self.post.group_id in set(groups)

    @cached_property
    def photos(self) -> list[Photo]:
        """That go along: no films, and nothing that is for the parents of one child."""
        rows = PostPhoto.objects.filter(post=self.post, photo__film=None).shown_to(self.viewer)
        found = [row.photo for row in rows if not row.is_limited]  # type: ignore[attr-defined]  # annotated
        return found[:MOST]

    @transaction.atomic
    def put(self) -> Newsletter:
        """Put there twice, it is there once."""
        newsletter: Newsletter = self.form.cleaned_data["newsletter"]
        if blocks_of(newsletter, self.post).exists():
            return newsletter
        tags = Tags((self.post.group,)) if self.post.group else Tags()
        block = Block.add(
            newsletter, self._kind, replace(words_of(self.post), **self.form.when), tags,
            token=uuid.uuid5(uuid.NAMESPACE_OID, f"post {self.post.pk}"), source=self.post,
            by=self.viewer.person, at=self.viewer.now,
        )  # fmt: skip
        if block:
            BlockPhoto.bring(block.pk, self.photos, by=self.viewer.person)
        return newsletter

    @property
    def _kind(self) -> Kind:
        if self.is_event:
            return Kind.SHOW
        return Kind.WORK if self.post.group else Kind.WORDS


def blocks_of(newsletter: Newsletter, post: Post) -> QuerySet[Block]:
    """Where the words of this post stand in it."""
    return Block.objects.filter(
        newsletter=newsletter, source__label=Post._meta.label_lower, source__key=post.pk
    )


def words_of(post: Post) -> Said:
    """All of it, in the order of the post, with our words in the language it was written in. What was spoken
    stays with the post: the block says that it is there, and leads to it."""
    with translation.override(post.language):
        heard = "\n\n".join(str(one) for one in spoken(heard_in(post)))
        practice = post.practice and f"{gettext('Oefen thuis')}: {post.practice}"
        ask = post.ask_at_home and f"{gettext('Vraag eens thuis:')} {post.ask_at_home}"
        title = post.title or str(post.place.name)
    where = heard and as_link(absolute(post.get_absolute_url()))
    text = "\n\n".join(
        filter(None, [post.text, heard, where, practice, post.link and as_link(post.link), ask])
    )
    return Said(title=title, text=text, who=Who.BOTH if post.is_for_students else Who.GUARDIANS)
