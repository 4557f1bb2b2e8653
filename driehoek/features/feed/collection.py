"""Everything of one group that asks something of home, in one place: lessons, homework and links, by theme,
kind and words."""

from collections.abc import Iterable
from functools import cached_property, reduce
from operator import and_, or_
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.schools.models import Group
from driehoek.facts.schools.themes import Theme
from driehoek.features.feed.models import Kind, Post
from driehoek.features.feed.models.kinds import ASKING_HOME
from driehoek.features.feed.models.queryset import PostQuerySet

A_PAGE = 20
SEARCHED = ("title", "text", "practice", "needs", "link")
MOST_WORDS = 6
FIELD = {"class": "field"}


class FilterForm(forms.Form):
    """What one looks for; what makes no sense is not looked for."""

    soort = forms.ChoiceField(
        label=_("Soort bericht"), required=False, widget=forms.Select(FIELD),
        choices=[("", _("Alles")), *((kind.value, kind.label) for kind in ASKING_HOME)],
    )  # fmt: skip
    thema = forms.ChoiceField(
        label=_("Thema"), required=False, widget=forms.Select(FIELD),
        choices=[("", _("Elk thema")), *Theme.choices],
    )  # fmt: skip
    woorden = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput(FIELD | {"type": "search"})
    )

    @property
    def wanted(self) -> dict[str, str]:
        self.is_valid()
        return {name: str(self.cleaned_data.get(name, "")) for name in self.fields}


class Collection:
    """The page of one group, as one viewer sees it. The gate has already let her in."""

    def __init__(self, group: Group, viewer: Viewer, asked: QueryDict) -> None:
        self.group, self.viewer, self.asked = group, viewer, asked
        self.form = FilterForm(asked)

    @property
    def is_filtered(self) -> bool:
        return any(self.form.wanted.values())

    @property
    def query(self) -> str:
        """What to say again on the next page."""
        return "".join(f"&{urlencode({name: value})}" for name, value in self.form.wanted.items() if value)

    @cached_property
    def to_do(self) -> list[Post]:
        """Homework that is not due yet, the first day first; not when one looks for something else."""
        if self.is_filtered:
            return []
        coming = self._posts.filter(kind=Kind.HOMEWORK, due_on__gte=self.viewer.today)
        return self._told(coming.order_by("due_on", "pk")[:A_PAGE])

    @cached_property
    def page(self) -> Page:
        found = self._posts.filter(self._fitting).exclude(pk__in=[post.pk for post in self.to_do])
        page = Paginator(found, A_PAGE).get_page(self.asked.get("blad"))
        page.object_list = self._told(page.object_list)
        return page

    def _told(self, posts: Iterable[Post]) -> list[Post]:
        """By their titles, in the language of the page."""
        found = list(posts)
        put_in_words(found, now=self.viewer.now)
        return found

    @property
    def _posts(self) -> PostQuerySet:
        out = Post.objects.visible_to(self.viewer).published(self.viewer.now)
        return out.filter(group=self.group, kind__in=ASKING_HOME).select_related("publication")

    @property
    def _fitting(self) -> Q:
        wanted = self.form.wanted
        fitting = Q(kind=wanted["soort"]) if wanted["soort"] else Q()
        fitting &= Q(theme=wanted["thema"]) if wanted["thema"] else Q()
        return reduce(and_, map(_says, wanted["woorden"].split()[:MOST_WORDS]), fitting)


def _says(word: str) -> Q:
    return reduce(or_, (Q(**{f"{field}__icontains": word}) for field in SEARCHED))
