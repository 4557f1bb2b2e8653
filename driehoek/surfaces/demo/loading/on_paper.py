"""Who of the demo gets news on paper: some letters were given along, and some wait to be printed."""

import datetime as dt

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.models import Notification, PaperLetter, Telling
from driehoek.backbone.notifications.notices import notice_of
from driehoek.backbone.notifications.paper.choosing import USUAL, choose_for
from driehoek.backbone.notifications.paper.collecting import collect_on_paper
from driehoek.backbone.notifications.paper.printing import print_run
from driehoek.backbone.notifications.preferences import prefer
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.digests import A_WEEK, last_friday
from driehoek.surfaces.demo.loading.sources import read


def give_letters(schools: dict[str, School], people: People, now: dt.datetime) -> None:
    """Everything in demo/news.toml under paper: what was told until last Friday went along that day."""
    told = read("news.toml")["paper"]
    school, teacher = schools[told["school"]], people[told["printed_by"]]
    for key in told["chose"]:
        for category in USUAL:
            prefer(people[key], category=category, channel="paper", rhythm="weekly")
    for key in told["for_her"]:
        choose_for(people[key], school, wants=True, by=teacher, at=now)
    readers = [people[key] for key in (*told["chose"], *told["for_her"])]
    group, friday = Group.objects.get(school=school, name=told["group"]), last_friday(now)
    collect(readers, friday - 2 * A_WEEK, friday)
    print_run(group, Viewer(teacher, "school", friday))
    for letter in PaperLetter.objects.filter(group=group):
        letter.hand_over(by=teacher, at=friday)
    collect(readers, friday, now)


def collect(readers: list[Person], since: dt.datetime, until: dt.datetime) -> None:
    """What these heard of in that time, as it would have been collected then."""
    told = Telling.objects.filter(entry__due_at__gt=since, entry__due_at__lte=until)
    for telling in told.select_related("entry").order_by("pk"):
        notice = notice_of(telling.entry)
        if notice is None:
            continue
        keys = notice.people(day_of(until)).filter(pk__in=[one.pk for one in readers]).values("pk")
        hers = Person.objects.filter(pk__in=keys).exclude(pk__in=[telling.entry.actor_id])
        told_of = [Notification(person=one, entry=telling.entry, category=notice.category) for one in hers]
        Notification.objects.bulk_create(told_of, ignore_conflicts=True)
        collect_on_paper(telling, notice, hers, until)
