"""Doors for the worker: what is sent after the visitor already has her answer."""

from django_tasks import task

from driehoek.base.core import clock
from driehoek.base.core.limits import DAY, forget_counts
from driehoek.facts.people.models import Person
from driehoek.features.entry.forgetting import forget_ended
from driehoek.features.entry.inviting import hand_out, still_stands
from driehoek.features.entry.mails import arrived_mail, changed_mail, code_mail, invitation_mail, school_mail
from driehoek.features.entry.messengers import EmailMessenger, road_to
from driehoek.features.entry.models import Device, Invitation, SignInCode
from driehoek.features.entry.models.signin import LIFE
from driehoek.features.entry.people import colleagues_with_address, is_read_along, persons_at


@task()
def send_code(pk: int) -> None:
    """Only here is looked who lives at the address, so that asking takes as long for everybody."""
    asked, now = SignInCode.objects.get(pk=pk), clock.now()
    road = road_to(asked.address)
    if road is None or asked.used_at or now - asked.asked_at > LIFE:
        return
    messenger, address = road
    today = clock.day_of(now)
    if persons := persons_at(address, day=today):
        messenger.send(address, code_mail(asked.digits), language=persons[0].language)
    elif colleague := colleagues_with_address(address, day=today).first():
        messenger.send(address, school_mail(), language=colleague.language)


@task()
def send_invitation(pk: int) -> None:
    """Asks again before it goes: a link that ended, or got a block, is not written to."""
    invitation = Invitation.objects.select_related("guardianship__guardian").get(pk=pk)
    guardian, now = invitation.guardianship.guardian, clock.now()
    if invitation.delivered_at or not invitation.is_open(now) or not still_stands(invitation, now=now):
        return
    if guardian.email and not is_read_along(guardian, guardian.email, day=clock.day_of(now)):
        code = hand_out(invitation)
        EmailMessenger().send(guardian.email, invitation_mail(code), language=guardian.language)
        invitation.deliver(now=now)


@task()
def tell_of_change(pk: int) -> None:
    """How this person signs in has changed: she hears it where nobody can hide it from her."""
    person = Person.objects.get(pk=pk)
    if person.email:
        EmailMessenger().send(person.email, changed_mail(), language=person.language)


@task()
def tell_of_arrival(pk: int) -> None:
    """Somebody came in as her for the first time: she hears it, but no mailbox that others read along."""
    person, today = Person.objects.get(pk=pk), clock.day_of(clock.now())
    if person.email and not is_read_along(person, person.email, day=today):
        EmailMessenger().send(person.email, arrived_mail(), language=person.language)


@task()
def forget_spent() -> None:
    """Old counters, codes that nobody can use any more, sessions that ran out, and letters of last year."""
    now = clock.now()
    forget_counts(now=now)
    SignInCode.objects.filter(asked_at__lt=now - DAY).delete()
    Device.objects.filter(expire_date__lt=now).delete()
    forget_ended(now)
