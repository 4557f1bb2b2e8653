"""The talks that were held with a student, for the page of her way: about what, and what was agreed."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Prefetch, Q
from django.utils.functional import Promise

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.features.talks.models import Pledge, Point, Subject, Talk
from driehoek.features.talks.seated import seated

MOST = 60  # of all her years at school


@dataclass(frozen=True)
class Held:
    """One talk, as far as this reader may know what was said there."""

    talk: Talk
    subjects: list[str | Promise]  # of the points that were brought, how she is first
    pledges: list[Pledge]


def held_with(student: Person, viewer: Viewer) -> list[Held]:
    """Four questions, however many there were."""
    seen = Talk.objects.visible_to(viewer).standing().closing().filter(student=student)
    seen = seen.filter(Q(moment__lt=viewer.now) | Q(has_record=True))
    talks = [talk for talk in seen.order_by("-moment", "-pk")[:MOST] if talk.is_over(viewer.now)]
    keys = [talk.pk for talk in talks]
    agreed, about = defaultdict[int, list[Pledge]](list), defaultdict[int, set[str]](set)
    pledges = Pledge.objects.visible_to(viewer).standing().filter(talk__in=keys)
    doers = Prefetch("doer", seated(viewer.today))
    said = list(pledges.select_related("talk").prefetch_related(doers).order_by("pk")) if keys else []
    put_in_words(said, now=viewer.now)
    for pledge in said:
        agreed[pledge.talk_id].append(pledge)
    points = Point.objects.visible_to(viewer).filter(side__talk__in=keys) if keys else Point.objects.none()
    for talk, subject in points.values_list("side__talk", "subject"):
        about[talk].add(subject)
    return [Held(talk, _named(about[talk.pk]), agreed[talk.pk]) for talk in talks]


def _named(subjects: set[str]) -> list[str | Promise]:
    return [subject.label for subject in Subject if subject.value in subjects]
