"""Sending a newsletter: one letter a person, frozen, with her own children's blocks and nobody else's."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.backbone.notifications.models import Delivery, Notification, Rhythm
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.backbone.translation.models import Correction
from driehoek.facts.people.models import Restriction
from driehoek.facts.schools.models import Enrolment, Group, Holiday
from driehoek.features.newsletters.copying import copy_due
from driehoek.features.newsletters.models import Block, Copy, CopyLine, Edition, Kind, Newsletter, Sending
from driehoek.features.newsletters.tests.letters import (
    BRIDGES,
    IN_A_WEEK,
    PUPPETS,
    TREES,
    begun,
    block,
    filled,
    out,
)
from tests.cast import NOW, TODAY, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)


def test_a_mother_of_two_gets_one_letter_with_both_and_a_mother_of_one_with_hers(cast: Cast) -> None:
    newsletter = out(filled(cast), cast)
    hers = Copy.objects.get(newsletter=newsletter, person=cast.naima)
    page = cast.sign_in(cast.naima).get(hers.get_absolute_url()).text
    assert BRIDGES in page and PUPPETS in page and TREES in page
    assert "<strong>sterke</strong>" in page and "Yusuf · groep 5" in page and "Lina · groep 2" in page
    other = Copy.objects.get(newsletter=newsletter, person=cast.elif_)
    page = cast.sign_in(cast.elif_).get(other.get_absolute_url()).text
    assert BRIDGES in page and TREES in page and PUPPETS not in page
    assert cast.sign_in(cast.elif_).get(hers.get_absolute_url()).status_code == 404
    assert cast.sign_in(cast.rachid).get(hers.get_absolute_url()).status_code == 404
    assert not Copy.objects.filter(person=cast.joris).exists()


def test_sent_and_copied_twice_everybody_has_one(cast: Cast) -> None:
    newsletter, head = filled(cast), cast.sign_in(cast.joris)
    address = reverse("newsletters:going", args=[newsletter.pk])
    assert "lezers krijgen een eigen brief" in head.get(address).text
    assert cast.sign_in(cast.anouk).post(address, {"when": "now"}).status_code == 403
    assert [head.post(address, {"when": "now"}).status_code for _ in range(2)] == [302, 302]
    copy_due(NOW)
    copies, lines = Copy.objects.count(), CopyLine.objects.count()
    Sending.objects.update(copied_at=None)  # killed before it said that it was done
    copy_due(NOW)
    assert (Copy.objects.count(), CopyLine.objects.count()) == (copies, lines) and copies > 10
    bring()
    assert Notification.objects.filter(entry__verb="newsletters.copy.made").count() == copies


def test_a_letter_for_nobody_does_not_go(cast: Cast) -> None:
    newsletter, head = begun(cast), cast.sign_in(cast.joris)
    assert head.post(reverse("newsletters:going", args=[newsletter.pk]), {"when": "now"}).status_code == 422
    assert not Newsletter.objects.get().is_sent


def test_before_its_moment_nobody_has_it_and_it_can_be_undone(cast: Cast) -> None:
    newsletter, head = filled(cast), cast.sign_in(cast.joris)
    address = reverse("newsletters:going", args=[newsletter.pk])
    assert head.post(address, {"when": "later", "moment": "2026-11-01T10:00"}).status_code == 422
    assert head.post(address, {"when": "later", "moment": "2026-11-20T10:00"}).status_code == 302
    copy_due(NOW)
    assert not Copy.objects.exists()
    undo = reverse("newsletters:undoing", args=[newsletter.pk])
    assert cast.sign_in(cast.anouk).post(undo).status_code == 403
    head.post(undo)
    copy_due(NOW + 2 * A_DAY)
    assert not Copy.objects.exists()


def test_the_mail_is_complete_and_names_no_child(cast: Cast, postman: Postman) -> None:
    newsletter = filled(cast)
    block(newsletter, cast.anouk, "Ons museum", cast.groep_5, kind=Kind.SHOW, place="In het lokaal")
    out(newsletter, cast)
    bring()
    (mail,) = [mail for mail in postman.messages if cast.naima.email in mail["To"]]
    assert mail["Subject"] == "Nieuwsbrief van De Vlieger"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    for kind in ("plain", "html"):
        body = mail.get_body((kind,))
        assert body is not None
        text = body.get_content()
        assert all(said in text for said in (BRIDGES, PUPPETS, TREES, "Ons museum", "9:00 tot 10:00"))
        assert "Wij bouwden sterke bruggen." in text and "groep 5" in text
        assert "Yusuf" not in text and "Lina" not in text
    others = [mail for mail in postman.messages if cast.elif_.email in mail["To"]]
    assert PUPPETS not in str(others[0])


def test_what_was_sent_stays_as_it_was_when_groups_and_translations_change(cast: Cast) -> None:
    newsletter = filled(cast)
    bridges = Block.objects.get(title=BRIDGES)
    Correction.write(bridges.texts["title"], "tr", "Kağıttan köprüler", by=cast.anouk, at=NOW)
    out(newsletter, cast)
    copy = Copy.objects.get(person=cast.elif_)
    assert copy.edition.language == "tr"
    Correction.write(bridges.texts["title"], "tr", "Başka bir şey", by=cast.anouk, at=NOW)
    Group.objects.filter(pk=cast.groep_5.pk).update(name="groep 5 a")
    Enrolment.objects.filter(student=cast.defne, group=cast.groep_5).update(group=cast.groep_6)
    page = cast.sign_in(cast.elif_).get(copy.get_absolute_url()).text
    assert "Kağıttan köprüler" in page and "Başka bir şey" not in page and "groep 5<" in page


def test_what_one_may_not_see_any_more_is_left_out_on_the_page_and_in_the_mail(
    cast: Cast, postman: Postman
) -> None:
    newsletter = out(filled(cast), cast)
    block_of = {"adult": cast.naima, "kind": Restriction.Kind.NO_ACCESS, "starts_on": TODAY}
    Restriction.objects.create(student=cast.yusuf, entered_by=cast.joris, basis="Gezien", **block_of)
    bring()
    copy = Copy.objects.get(newsletter=newsletter, person=cast.naima)
    page = cast.sign_in(cast.naima).get(copy.get_absolute_url()).text
    assert PUPPETS in page and BRIDGES not in page and "Yusuf" not in page
    mail = next(mail for mail in postman.messages if cast.naima.email in mail["To"])
    assert PUPPETS in str(mail) and BRIDGES not in str(mail)
    Restriction.objects.create(student=cast.lina, entered_by=cast.joris, basis="Gezien", **block_of)
    client = cast.sign_in(cast.naima)
    assert client.get(copy.get_absolute_url()).status_code == 404
    assert "Nieuwsbrief van november" not in client.get(reverse("newsletters:archive")).text


def test_withdrawn_it_is_gone_at_home_and_what_had_not_left_stays(cast: Cast, postman: Postman) -> None:
    newsletter, head = out(filled(cast), cast), cast.sign_in(cast.joris)
    copy = Copy.objects.get(person=cast.naima)
    head.post(reverse("newsletters:withdrawal", args=[newsletter.pk]))
    bring()
    assert not postman.messages
    assert cast.sign_in(cast.naima).get(copy.get_absolute_url()).status_code == 404
    assert head.get(newsletter.get_absolute_url()).status_code == 200


def test_who_wants_the_week_at_once_finds_the_letter_in_her_digest(cast: Cast) -> None:
    prefer(cast.naima, category="letter", channel="email", rhythm=Rhythm.WEEKLY)
    out(filled(cast), cast)
    bring()
    states = dict(Delivery.objects.filter(channel="email").values_list("notification__person", "state"))
    assert states[cast.naima.pk] == "collected" and states[cast.elif_.pk] == "done"


def test_days_off_and_shown_work_of_an_earlier_letter_come_along(cast: Cast) -> None:
    first = begun(cast, "Eerste")
    block(first, cast.anouk, "Museum van groep 5", cast.groep_5, kind=Kind.SHOW)
    out(first, cast)
    days = {"starts_on": IN_A_WEEK + 20 * A_DAY, "ends_on": IN_A_WEEK + 34 * A_DAY}
    Holiday.objects.create(school=cast.vlieger, name="kerstvakantie", **days)
    out(filled(cast), cast)
    copies = {copy.person: copy for copy in Copy.objects.exclude(newsletter=first)}
    page = cast.sign_in(cast.naima).get(copies[cast.naima].get_absolute_url()).text
    assert "Museum van groep 5" in page and "Kerstvakantie" in page
    others = (copy for copy in copies.values() if not copy.lines.filter(place="groep 5").exists())
    other = next(others)
    page = cast.sign_in(other.person, "home").get(other.get_absolute_url()).text
    assert "Museum van groep 5" not in page and "Kerstvakantie" in page


def test_a_page_asks_as_much_for_many_blocks_as_for_few(cast: Cast) -> None:
    def asked(number: int) -> int:
        newsletter = begun(cast)
        for count in range(number):
            block(newsletter, cast.joris, f"Blok {count}", kind=Kind.WORDS)
        copy = Copy.objects.get(newsletter=out(newsletter, cast), person=cast.naima)
        client = cast.sign_in(cast.naima)
        client.get(copy.get_absolute_url())
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(copy.get_absolute_url())
        return len(queries)

    assert asked(2) == asked(12)


def test_words_are_frozen_once_a_language(cast: Cast) -> None:
    out(filled(cast), cast)
    languages = list(Edition.objects.values_list("language", flat=True))
    assert len(languages) == len(set(languages)) and {"nl", "tr"} <= set(languages)


def test_who_sent_it_sees_how_many_letters_arrived_and_never_whose(cast: Cast, postman: Postman) -> None:
    newsletter, head = filled(cast), cast.sign_in(cast.joris)
    address = reverse("newsletters:brought", args=[newsletter.pk])
    assert head.get(address).status_code == 403  # it is not out
    newsletter.send(by=cast.joris, at=NOW, due_at=NOW)
    assert "gaat straks weg" in head.get(address).text
    copy_due(NOW)
    assert "Is het aangekomen?" in head.get(newsletter.get_absolute_url()).text
    prefer(cast.naima, category="letter", channel="email", rhythm="off")
    bring()
    Delivery.objects.filter(notification__person=cast.elif_).update(state="failed", reason="550")
    page = numbers_on(head.get(address).text)
    assert page["Niet aangekomen"] == 1 and page["Staat alleen in Driehoek"] > 0
    assert sum(page.values()) == Copy.objects.count() > page["Gebracht, of al gezien in Driehoek"] > 0
    assert cast.naima.full_name not in head.get(address).text
    assert cast.sign_in(cast.anouk).get(address).status_code == 403
    assert cast.sign_in(cast.naima).get(address).status_code == 404


def numbers_on(page: str) -> dict[str, int]:
    found = re.findall(r'<dt class="grow">([^<]+)<.*?<dd><b>(\d+)</b>', page)
    return {label: int(number) for label, number in found}
