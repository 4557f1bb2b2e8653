"""Rules about things that are seen through something else, or hidden by it."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.models import Model, OuterRef, Q, QuerySet

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.rules.around import schools_of
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.models import GROUP_FUNCTIONS


def through(field: str, label: str, *, may: str = "see") -> Rule:
    """Children of a thing are seen through it: `through("post", "feed.post")`."""
    return Rule(lambda me: Q(any_in(_rows(label, me, may).filter(pk=OuterRef(field)))))


def shown_by(label: str, field: str, *, may: str = "see") -> Rule:
    """Seen because a row that the viewer may see shows it: `shown_by("feed.postphoto", "photo")`."""
    return Rule(lambda me: Q(any_in(_rows(label, me, may).filter(**{field: OuterRef("pk")}))))


def unless(label: str, field: str, hiding: Callable[[Any, Viewer], QuerySet[Model]] | None = None) -> Rule:
    """Hidden while a row of another model says so: `unless("media.photohold", "photo", ...)`. The rows that
    hide are all of them, or those that `hiding` picks."""

    def rows(me: Viewer) -> QuerySet[Model]:
        every = apps.get_model(label)._default_manager.all()
        return hiding(every, me) if hiding else every

    return Rule(lambda me: Q(~any_in(rows(me).filter(**{field: OuterRef("pk")}))))


def unless_hidden(label: str) -> Rule:
    """Words that the leaders of a school took away after a report."""
    return unless("moderation.hiding", "case__key", lambda rows, me: rows.filter(case__label=label))


def in_my_groups(label: str, field: str) -> Rule:
    """Things that a row of another model puts in a group this colleague works for."""

    def rows(me: Viewer) -> QuerySet[Model]:
        groups = me.groups(functions=GROUP_FUNCTIONS)
        every = apps.get_model(label)._default_manager
        found: QuerySet[Model] = every.filter(group__in=groups) if groups else every.none()
        return found

    return Rule(lambda me: Q(any_in(rows(me).filter(**{field: OuterRef("pk")}))))


def named_in(label: str, place: str) -> Rule:
    """Things of a school where a row of another model names this person, while she sits there."""

    def places(me: Viewer) -> QuerySet[Model, Any]:
        found = apps.get_model(label)._default_manager.filter(
            person=me.person, **{f"{place}__in": schools_of(me)}
        )
        named: QuerySet[Model, Any] = found.values(place)
        return named

    return Rule(lambda me: Q(**{f"{place}__in": places(me)}))


def _rows(label: str, me: Viewer, may: str) -> QuerySet[Model]:
    rows: QuerySet[Model] = apps.get_model(label)._default_manager.where(me, may=may)
    return rows
