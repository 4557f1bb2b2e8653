"""What somebody wrote us by mail, and what she heard of it, is read by her and by nobody else."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse

from driehoek.backbone.access import policy, prepared
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.letterbox.models import Arrival, Complaint, Response
from driehoek.backbone.notifications import discretion
from driehoek.backbone.notifications.models import Notification, Telling
from driehoek.backbone.notifications.notices import NOTICES, Notice
from driehoek.backbone.notifications.slips import path_of
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from tests.cast import NOW
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.mailing import sees_letter
from tests.oracle.rules import HATS
from tests.oracle.switching import EVERY_ROW
from tests.oracle.test_mail import allowed_to, bring_everything, things_in

MODELS = {"responses": Response, "complaints": Complaint}
UNWANTED = "Je mailprogramma noemde dit ongewenst."
ANSWERED, DOUBTED = "letterbox.letter.answered", "letterbox.letter.doubted"


def open_to_all(patch: pytest.MonkeyPatch, *rules: str) -> None:
    for rule in rules:
        patch.setitem(policy.POLICY, rule, Rule(lambda me: EVERY_ROW))
    prepared.forget()


def tell(patch: pytest.MonkeyPatch, people: QuerySet[Person]) -> None:
    """Whomever it is for, these people are told."""
    for verb in (ANSWERED, DOUBTED):
        patch.setitem(NOTICES, verb, _to(people, NOTICES[verb]))


def _to(
    people: QuerySet[Person], declared: Callable[[Entry], Notice | None]
) -> Callable[[Entry], Notice | None]:
    def declare(entry: Entry) -> Notice | None:
        notice = declared(entry)
        return notice and replace(notice, to=people)

    return declare


def brought(*verbs: str) -> list[EmailMessage]:
    """What leaves about these facts alone."""
    Telling.objects.exclude(entry__verb__in=verbs).delete()
    while tell_due(NOW):
        pass
    return bring_everything()


def misread(life: Life) -> list[str]:
    """Letters, and what was heard of them, in a mail to somebody who may not read it."""
    world = world_now()
    return [
        f"{life.name_of(thing)} to {mail.to[0]}"
        for mail in brought(ANSWERED, DOUBTED)
        for thing in things_in(mail, life)
        if thing[0] in ("letter", "response") and thing not in allowed_to(mail.to[0], world)
    ]


@pytest.mark.slow
def test_the_policy_and_the_oracle_agree_about_letters(life: Life) -> None:
    world = world_now()
    for person in Person.objects.filter(is_active=True):
        for hat in HATS:
            for table, model in MODELS.items():
                found = model.objects.visible_to(Viewer(person, hat, NOW)).values_list("pk", flat=True)
                may = [
                    key for key, row in world[table].items() if sees_letter(world, person.pk, hat, row, NOW)
                ]
                assert sorted(found) == sorted(may)


@pytest.mark.slow
def test_only_the_writer_hears_what_became_of_her_letter_and_no_mail_repeats_it(life: Life) -> None:
    assert misread(life) == []
    read = {thing for mail in brought(ANSWERED, DOUBTED) for thing in things_in(mail, life)}
    assert ("response", life.letters.heard["files of Naima"].pk) in read
    assert not {thing for thing in read if thing[0] == "letter"}


@pytest.mark.slow
def test_a_wrong_list_of_receivers_is_stopped_by_the_policy(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(monkeypatch, Person.objects.exclude(email=""))
    assert misread(life) == []


@pytest.mark.slow
@pytest.mark.once
def test_without_the_policy_the_sweep_goes_red(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    few = [life.cast.rachid.pk, life.cast.tom.pk, life.cast.marja.pk]  # what each may read takes a while
    tell(monkeypatch, Person.objects.filter(pk__in=few))
    open_to_all(monkeypatch, "letterbox.response.see")
    assert f"response files of Naima to {life.cast.rachid.email}" in misread(life)


@pytest.mark.slow
def test_a_letter_is_shown_to_its_writer_and_by_no_link_of_another(life: Life) -> None:
    response = life.letters.heard["doubt of Naima"]
    entry = Entry.objects.get(verb=DOUBTED, subject_id=response.pk)
    pages = {}
    for person in (life.cast.naima, life.cast.rachid, life.cast.marja):
        told, _is_new = Notification.objects.get_or_create(person=person, entry=entry)
        pages[person] = Client().get(path_of(told))
    letter = ("letter", response.arrival_id)
    assert [page.status_code for page in pages.values()] == [200, 404, 404]
    assert letter in life.canaries.found_in(pages[life.cast.naima].text)
    assert Arrival.objects.filter(pk=response.arrival_id).exists()


@pytest.mark.slow
def test_who_complained_is_on_her_page_alone(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    cast = life.cast
    readers = {one: cast.sign_in(one) for one in (cast.naima, cast.tom, cast.rachid, cast.anouk)}

    def told() -> list[bool]:
        return [UNWANTED in browser.get(reverse("choices:own")).text for browser in readers.values()]

    assert told() == [True, True, False, False]
    open_to_all(monkeypatch, "letterbox.complaint.see")
    assert told() == [True, True, True, True]


@pytest.mark.slow
@pytest.mark.once
def test_without_the_look_at_the_mailbox_private_words_reach_a_shared_one(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of test_private_words_stand_only_in_a_mailbox_that_is_hers_alone."""
    cast = life.cast
    Person.objects.filter(pk=cast.cheryl.pk).update(email=cast.naima.email.upper())
    monkeypatch.setattr(discretion, "is_hers_alone", lambda person, address: True)
    private = ("post", life.posts["about yusuf"].pk)
    read = {mail.to[0].lower() for mail in brought("feed.post.shared") if private in things_in(mail, life)}
    assert cast.naima.email.lower() in read
