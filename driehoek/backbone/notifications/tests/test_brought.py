"""What became of it: in numbers for whoever sent it, and road by road for whoever it was for."""

from typing import Any  # what a test compares

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.brought import Brought, brought, is_undelivered
from driehoek.backbone.notifications.came import what_came
from driehoek.backbone.notifications.inbox import mark_read
from driehoek.backbone.notifications.models import Delivery, Notification
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import after, bring, praise
from driehoek.facts.people.models import Guardianship, Person
from tests.cast import NOW, TODAY, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db


def numbers(subject: Person) -> dict[str, Any]:
    found = vars(brought(subject, to=parents_of(subject), day=TODAY))
    return {name: value for name, value in found.items() if value and name != "is_told"}


def parents_of(child: Person) -> QuerySet[Person]:
    """Of those who are told here, for whom it is."""
    return Person.objects.filter(pk__in=Guardianship.objects.filter(student=child).values("guardian"))


def wants(person: Person, rhythm: str) -> None:
    prefer(person, category="news", channel="email", rhythm=rhythm)


def test_before_its_moment_nothing_is_told_and_then_each_person_counts_once(
    cast: Cast, postman: Postman
) -> None:
    praise(cast.yusuf)
    assert brought(cast.yusuf, to=parents_of(cast.yusuf), day=TODAY) == Brought(
        0, 0, 0, 0, 0, 0, is_told=False
    )
    while tell_due(NOW):
        pass
    assert numbers(cast.yusuf) == {"waiting": 2}
    bring()
    assert numbers(cast.yusuf) == {"sent": 2}


def test_what_is_collected_what_failed_and_who_wants_nothing_are_told_apart(
    cast: Cast, postman: Postman
) -> None:
    wants(cast.naima, "weekly")
    wants(cast.rachid, "off")
    praise(cast.yusuf)
    bring()
    assert numbers(cast.yusuf) == {"collected": 1, "alone": 1}
    Delivery.objects.update(state="failed", reason="550")
    assert numbers(cast.yusuf) == {"failed": 1, "alone": 1}


def test_which_rows_were_not_delivered_is_part_of_another_question(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    bring()
    ContentType.objects.clear_cache()
    with CaptureQueriesContext(connection) as asked:
        missed = is_undelivered(Person, "guardians__guardian")
    assert not asked
    hers = Person.objects.filter(pk=cast.yusuf.pk).filter(missed)
    assert not hers.exists()
    Delivery.objects.filter(notification__person=cast.naima).update(state="failed")
    assert hers.exists()


def test_one_road_that_led_there_is_enough(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    bring()
    Delivery.objects.update(state="failed", reason="550")
    hers = Notification.objects.get(person=cast.naima)
    Delivery.objects.create(notification=hers, channel="push", state="done", due_at=NOW, first_due_at=NOW)
    assert numbers(cast.yusuf) == {"sent": 1, "failed": 1}


def test_no_number_says_who_looked(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    while tell_due(NOW):
        pass
    mark_read(Viewer(cast.naima, "home", NOW), cast.yusuf)
    assert numbers(cast.yusuf) == {"waiting": 2}
    bring()
    assert numbers(cast.yusuf) == {"sent": 2}


def test_who_may_not_see_it_any_more_is_in_no_number(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    bring()
    Delivery.objects.filter(notification__person=cast.rachid).update(state="suppressed", reason="access")
    assert numbers(cast.yusuf) == {"sent": 1}
    just_him = Person.objects.filter(pk=cast.rachid.pk)
    assert brought(cast.yusuf, to=just_him, day=TODAY).people == 0
    assert brought(cast.yusuf, to=Person.objects.none(), day=TODAY).people == 0


def test_who_switched_it_off_before_it_left_has_it_in_driehoek_alone(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    while tell_due(NOW):
        pass
    wants(cast.rachid, "off")
    bring()
    assert numbers(cast.yusuf) == {"sent": 1, "alone": 1}


def test_she_reads_what_came_to_her_and_by_which_road(cast: Cast, postman: Postman) -> None:
    wants(cast.rachid, "off")
    praise(cast.yusuf)
    bring()
    (came,) = what_came(Viewer(cast.naima, "home", NOW))
    assert came.kind == "Nieuws uit de klas en van school" and came.roads == [("E-mail", "gebracht")]
    assert [one.roads for one in what_came(Viewer(cast.rachid, "home", NOW))] == [[]]
    assert what_came(Viewer(cast.wouter, "home", NOW)) == []
    assert what_came(Viewer(cast.naima, "home", after(days=29))) == []


def test_what_she_may_not_see_any_more_is_not_spoken_of(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    bring()
    Delivery.objects.update(state="suppressed", reason="access")
    assert what_came(Viewer(cast.naima, "home", NOW)) == []


def test_the_numbers_and_the_list_take_as_many_queries_for_one_as_for_many(
    cast: Cast, postman: Postman
) -> None:
    counts = []
    for child in (cast.yusuf, cast.lina):
        praise(child)
        bring()
        with CaptureQueriesContext(connection) as asked:
            what_came(Viewer(cast.naima, "home", NOW))
            brought(child, to=parents_of(child), day=TODAY)
        counts.append(len(asked))
    assert counts[0] >= counts[1]
