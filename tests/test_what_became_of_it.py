"""What a sender and a receiver read about a message is what became of it: by every way, in every state."""

import re
import uuid
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.letterbox.tests.post import return_path
from driehoek.backbone.letterbox.tests.test_reports import DSN, drop
from driehoek.backbone.notifications import notices
from driehoek.backbone.notifications.brought import brought
from driehoek.backbone.notifications.came import what_came
from driehoek.backbone.notifications.digests.tests.steps import FRIDAY, run, wish
from driehoek.backbone.notifications.models import Delivery, Digest, Notification, PaperLetter, Telling
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.sms.models import Receipt
from driehoek.base.core.models import Alarm
from driehoek.facts.people.models import Person, Restriction
from driehoek.features.alerts.following import Following, Road
from driehoek.features.alerts.tests.sent import sent
from driehoek.features.feed.models import Post
from driehoek.features.feed.tests.posts import shared
from tests.cast import NOW, TODAY, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
BROUGHT, COMES = "Gebracht, of al gezien in Driehoek", "Komt nog"
COLLECTED, PAPER = "Bewaard voor het overzicht", "Gaat mee op papier"
FAILED, ALONE, NOBODY = "Niet aangekomen", "Staat alleen in Driehoek", ""
ROWS = {
    "sent": BROUGHT,
    "waiting": COMES,
    "collected": COLLECTED,
    "on_paper": PAPER,
    "failed": FAILED,
    "alone": ALONE,
}
NAMES = {"email": "E-mail", "push": "Melding op je telefoon", "sms": "Sms", "paper": "Op papier", "": ""}
ROW = re.compile(r'<dt class="grow">([^<]+).*?<dd><b>(\d+)</b>', re.S)


@dataclass(frozen=True)
class Case:
    """A message to one mother. What its sender counts her as, and what she herself reads: None is that the
    whole piece of news is not spoken of."""

    channel: str
    state: str
    reason: str
    sender: str
    hers: str | None


CASES = [
    *(Case(road, "waiting", "", COMES, "komt nog") for road in ("email", "push", "sms")),
    *(Case(road, "leased", "", COMES, "komt nog") for road in ("email", "push", "sms")),
    *(Case(road, "waiting", "450", COMES, "komt nog") for road in ("email", "push", "sms")),
    *(Case(road, "done", "", BROUGHT, "gebracht") for road in ("email", "push", "sms")),
    *(Case(road, "failed", "550", FAILED, "niet aangekomen") for road in ("email", "push", "sms")),
    *(Case(road, "parked", "KeyError", FAILED, "niet aangekomen") for road in ("email", "push", "sms")),
    *(Case(road, "suppressed", "withdrawn", NOBODY, None) for road in ("email", "push", "sms", "paper")),
    *(Case(road, "suppressed", "access", NOBODY, None) for road in ("email", "push", "sms", "paper")),
    *(Case(road, "suppressed", "no_address", FAILED, "niet aangekomen") for road in ("email", "push", "sms")),
    *(Case(road, "suppressed", "no_road", FAILED, "niet aangekomen") for road in ("push", "sms")),
    Case("email", "failed", "bounced 5.1.1", FAILED, "niet aangekomen"),
    Case("email", "collected", "", COLLECTED, "bewaard voor je overzicht"),
    Case("email", "suppressed", "read", BROUGHT, "niet nodig: je zag het al"),
    Case("email", "suppressed", "unwanted", ALONE, "niet gebracht: dat koos je"),
    Case("email", "suppressed", "address_is_wrong", FAILED, "niet aangekomen"),
    Case("email", "suppressed", "read_along", ALONE, ""),
    Case("sms", "suppressed", "read_along", ALONE, ""),
    Case("sms", "suppressed", "same_number", BROUGHT, "niet nodig: het kwam al op dit nummer"),
    Case("sms", "suppressed", "sms_limit", FAILED, "niet aangekomen"),
    Case("sms", "done", "lost", FAILED, "niet aangekomen"),
    Case("sms", "done", "delivered", BROUGHT, "gebracht"),
    Case("paper", "collected", "", PAPER, "gaat mee met een brief"),
    Case("paper", "collected", "printed", PAPER, "geprint op 19 november door Juf Anouk"),
    Case("paper", "done", "printed", BROUGHT, "meegegeven op 19 november door Juf Anouk"),
    Case("paper", "suppressed", "too_late", FAILED, "niet meegegeven"),
    Case("", "", "", ALONE, ""),
]


def becomes(case: Case, told: Notification, cast: Cast) -> None:
    """As the machinery leaves it behind."""
    Delivery.objects.all().delete()
    if not case.channel:
        return
    is_leased = case.state == "leased"
    row = Delivery.objects.create(
        notification=told,
        channel=case.channel,
        state="waiting" if is_leased else case.state,
        reason="" if case.reason in ("lost", "delivered", "printed") else case.reason,
        lease_token=uuid.uuid4() if is_leased else None,
        due_at=NOW,
        first_due_at=NOW,
    )
    if case.reason in ("lost", "delivered"):
        Receipt.note(row.message_id, "undelivered" if case.reason == "lost" else "delivered", at=NOW)
    if case.reason == "printed":
        Delivery.objects.filter(pk=row.pk).update(state="collected")
        letter = PaperLetter.make(told.person, cast.yusuf, cast.groep_5, [row.pk], by=cast.anouk, at=NOW)
        assert letter is not None
        if case.state == "done":
            letter.hand_over(by=cast.anouk, at=NOW)


def told_to_naima(cast: Cast) -> tuple[Post, Notification]:
    """News of which we look at one mother alone."""
    post = shared(cast)
    while tell_due(NOW):
        pass
    Notification.objects.exclude(person=cast.naima).delete()
    return post, Notification.objects.get()


def counted(browser: Client, post: Post) -> str:
    """Under which words its sender finds the one person."""
    page = browser.get(reverse("feed:brought", args=[post.pk])).text
    found = {words.strip(): int(number) for words, number in ROW.findall(page) if number != "0"}
    assert sum(found.values()) <= 1
    return next(iter(found), NOBODY)


def read(browser: Client, road: str) -> str | None:
    page = browser.get(reverse("choices:came")).text
    if "Er kwam nog niets." in page:
        return None
    (how,) = re.findall(r'<span class="meta blk">(.*?)</span>', page)
    return "" if how == "Alleen in Driehoek" else str(how.removeprefix(f"{road}: "))


def numbered(post: Post) -> str:
    """The same without drawing the page."""
    found = brought(post, to=post.audience.people(TODAY), day=TODAY)
    return next((words for name, words in ROWS.items() if getattr(found, name)), NOBODY)


def told_of(mother: Person) -> str | None:
    roads = [one.roads for one in what_came(Viewer(mother, "home", NOW))]
    return None if not roads else roads[0][0][1] if roads[0] else ""


def test_both_pages_tell_the_truth_by_every_way_and_in_every_state(cast: Cast) -> None:
    """Each sentence is looked up once on the page itself."""
    post, told = told_to_naima(cast)
    sender, mother = cast.sign_in(cast.anouk), cast.sign_in(cast.naima)
    found, drawn = {}, set[str | None]()
    for case in CASES:
        becomes(case, told, cast)
        found[case] = (numbered(post), told_of(cast.naima))
        if f"sender {case.sender}" not in drawn:
            assert counted(sender, post) == case.sender
        if case.hers not in drawn:
            assert read(mother, NAMES[case.channel]) == case.hers
        drawn |= {f"sender {case.sender}", case.hers}
    assert found == {case: (case.sender, case.hers) for case in CASES}


def test_nobody_else_reads_what_became_of_it(cast: Cast) -> None:
    post, told = told_to_naima(cast)
    becomes(CASES[0], told, cast)
    assert read(cast.sign_in(cast.rachid), "E-mail") is None
    for person in (cast.naima, cast.rachid):
        assert cast.sign_in(person).get(reverse("feed:brought", args=[post.pk])).status_code in (403, 404)


def test_the_same_is_told_of_an_urgent_notice_by_each_road(cast: Cast) -> None:
    Person.objects.exclude(pk=cast.naima.pk).update(email="")
    alert = sent(cast, cast.groep_5)
    while tell_due(NOW):
        pass
    told = Notification.objects.get(person=cast.naima)
    Notification.objects.exclude(pk=told.pk).delete()
    reached, busy = {"arrived"}, {"waiting"}
    for case in [case for case in CASES if case.channel != "paper" and case.state != "collected"]:
        becomes(case, told, cast)
        following = Following(alert, cast.viewer(cast.joris))
        (person,) = [name for name, number in following.counts.items() if number]
        expected = {BROUGHT: reached, COMES: busy}.get(case.sender, {"failed", "no_road"})
        assert person in expected, case
        assert (cast.naima in [one.person for one in following.missed]) == (expected not in (reached, busy))
        assert following.roads == roads_of(case), case


def roads_of(case: Case) -> list[Road]:
    if not case.channel:
        return []
    is_needless = case.reason in ("read", "same_number")
    failed = case.sender not in (BROUGHT, COMES)
    done = case.sender == BROUGHT and not is_needless
    waits, delivered = int(case.sender == COMES), int(case.reason == "delivered")
    return [Road(case.channel, done=int(done), delivered=delivered, waiting=waits, failed=int(failed))]


def test_what_breaks_before_anybody_is_told_is_not_called_gone_or_done(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(entry: Entry) -> None:
        raise KeyError

    for verb in ("feed.post.shared", "alerts.alert.sent"):
        monkeypatch.setitem(notices.NOTICES, verb, breaks)
    post, alert = shared(cast), sent(cast)
    Telling.objects.update(stumbles=4)
    tell_due(NOW)
    assert Alarm.objects.count() == 2 and set(Telling.objects.values_list("state", flat=True)) == {"parked"}
    page = cast.sign_in(cast.anouk).get(reverse("feed:brought", args=[post.pk])).text
    assert "Dit bericht kon niet weg." in page and "gooien wij dit weg" not in page
    page = cast.sign_in(cast.joris).get(alert.get_absolute_url()).text
    assert "Het versturen lukt niet. Bel de ouders zelf." in page and "Klaar." not in page


def test_a_digest_that_bounces_brought_none_of_what_was_in_it(
    cast: Cast, postman: Postman, settings: Settings
) -> None:
    settings.REPLY_ADDRESS = "antwoord@post.driehoek.example"
    wish(cast.naima, "weekly")
    posts = [shared(cast), shared(cast, "Wij gingen naar het bos")]
    run(NOW)
    run(FRIDAY)
    hers = Delivery.objects.filter(notification__person=cast.naima)
    assert set(hers.values_list("state", flat=True)) == {"done"} and Digest.objects.count() == 1
    to = return_path(hers.order_by("pk")[0].notification)
    drop(DSN.format(to=to, name="1", action="failed", status="5.1.1").encode(), to, at=FRIDAY)
    assert set(hers.values_list("state", "reason")) == {("failed", "bounced 5.1.1")}
    assert Digest.objects.get().state == "failed"
    assert {counted_alone(cast, post) for post in posts} == {FAILED}


def counted_alone(cast: Cast, post: Post) -> str:
    Notification.objects.exclude(person=cast.naima).delete()
    return counted(cast.sign_in(cast.anouk), post)


def test_a_mailbox_that_others_read_gets_nothing_and_only_she_is_told_where_it_stands(
    cast: Cast, postman: Postman
) -> None:
    Person.objects.filter(pk=cast.rachid.pk).update(email=cast.naima.email)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=TODAY, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    wish(cast.naima, "weekly")
    post = shared(cast)
    run(NOW)
    run(FRIDAY)
    hers = Delivery.objects.get(notification__person=cast.naima)
    assert hers.reason == "read_along" and [cast.naima.email] not in postman.recipients
    assert counted_alone(cast, post) == ALONE and read(cast.sign_in(cast.naima), "E-mail") == ""
