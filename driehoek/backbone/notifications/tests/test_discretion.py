"""Private words stand in a mailbox of one's own, and only as long as she and school want them there."""

import pytest
from django.core import mail

from driehoek.backbone.notifications.models import Brevity, SchoolBrevity
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.facts.people.models import Guardianship, Person
from driehoek.features.conversations.models import Message
from driehoek.features.conversations.tests.talks import written
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db


def mail_to(cast: Cast, person: Person) -> str:
    """What she gets when school writes to her."""
    words = str(Message.objects.get(conversation=written(cast, person)).text)
    bring(NOW)
    (only,) = [one for one in mail.outbox if one.to == [person.email]]
    assert "bericht van school" in only.subject
    return "in full" if words in only.body else "short"


def test_without_a_choice_they_come_in_full(cast: Cast) -> None:
    assert mail_to(cast, cast.naima) == "in full"


@pytest.mark.parametrize("who", ["she", "school"])
def test_either_of_the_two_keeps_them_out(cast: Cast, who: str) -> None:
    if who == "she":
        Brevity.choose(cast.naima, in_full=False)
    else:
        SchoolBrevity.decide(cast.vlieger, in_full=False, by=cast.joris, at=NOW)
    assert mail_to(cast, cast.naima) == "short"


def test_what_another_person_or_school_chose_is_not_asked(cast: Cast) -> None:
    Brevity.choose(cast.rachid, in_full=False)
    SchoolBrevity.decide(cast.brug, in_full=False, by=cast.joris, at=NOW)
    assert mail_to(cast, cast.naima) == "in full"


@pytest.mark.parametrize(("has_a_child", "comes"), [(True, "short"), (False, "in full")])
def test_who_left_but_has_a_child_here_still_reads_her_mailbox(
    cast: Cast, has_a_child: bool, comes: str
) -> None:
    former = Person.objects.create(given_name="Oud", email=cast.naima.email.upper(), is_active=False)
    if has_a_child:
        Guardianship.objects.create(
            guardian=former, student=cast.yusuf, kind="custody", starts_on=TODAY, source="office"
        )
    assert mail_to(cast, cast.naima) == comes
