"""The vocabulary of order: who judges words that were reported, and never those of whoever said them."""

from django.apps import apps
from django.db.models import OuterRef, Q

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.rules.meeting import not_about_me
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.staff import head_of_its_school, leader_of_its_school
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Guardianship, Protection, ProtectionReader


def _hides(person: str, me: Viewer) -> Q:
    """That person, or a child of hers, has a place that must stay secret, also from this colleague."""
    named = ProtectionReader.objects.filter(person=me.person).values("protection")
    children = Protection.objects.exclude(pk__in=named).values("student")
    family = Guardianship.objects.filter(guardian=OuterRef(person), student__in=children)
    return Q(any_in(family)) | Q(**{f"{person}__in": children})


def _of_open_families(me: Viewer) -> Q:
    reports = apps.get_model("moderation.report")._default_manager.filter(case=OuterRef("pk"))
    by_hidden = reports.filter(_hides("reporter", me))
    return ~(_hides("author", me) | _hides("about", me) | Q(any_in(by_hidden)))


# A report names who said it, about whom, and who reported it. Where one of these hides, the head judges; of
# the office only who may know that child.
of_open_families = Rule(_of_open_families)
judged = leader_of_its_school & not_about_me & (head_of_its_school | of_open_families)
looked_up = (
    leader_of_its_school & not_about_me & (head_of_its_school | Rule(lambda me: ~_hides("author", me)))
)
