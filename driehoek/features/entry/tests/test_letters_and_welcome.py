"""From a letter to the first page, and everything that must not open."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from driehoek.facts.people.models import Guardianship, Person, Restriction
from driehoek.facts.schools.models import Group, School
from driehoek.features.entry.codes import shown
from driehoek.features.entry.inviting import hand_out, invite
from driehoek.features.entry.jobs import send_invitation
from driehoek.features.entry.models import Invitation, Road
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
BIRTHDAY = {"day": 12, "month": 4}  # Yusuf's
YESTERDAY = NOW.date() - dt.timedelta(days=1)


def letter_for(cast: Cast, guardian: str = "naima", student: str = "yusuf", road: Road = Road.LETTER) -> str:
    """The code on a fresh letter."""
    link = Guardianship.objects.get(guardian=getattr(cast, guardian), student=getattr(cast, student))
    (invitation,) = invite([link], by=None, road=road, now=NOW)
    code = hand_out(invitation)
    invitation.deliver(now=NOW)
    return shown(code)


def test_a_guardian_is_in_within_three_taps(cast: Cast) -> None:
    code, browser = letter_for(cast), Client()
    page = browser.get(reverse("entry:welcome", args=[code]))
    assert "De Vlieger" in page.text and "Yusuf" not in page.text and "Naima" not in page.text
    browser.post(reverse("entry:welcome", args=[code]), {"language": "tr"})
    assert browser.post(reverse("entry:welcome", args=[code])).url == reverse("entry:confirm", args=[code])
    assert browser.post(reverse("entry:confirm", args=[code]), BIRTHDAY).url == "/"
    assert int(browser.session["_auth_user_id"]) == cast.naima.pk
    cast.naima.refresh_from_db()
    assert cast.naima.language == "tr"


def test_looking_never_uses_a_code_up(cast: Cast) -> None:
    code, scanner = letter_for(cast), Client()
    for _ in range(8):
        for path in ("entry:welcome", "entry:confirm"):
            assert scanner.get(reverse(path, args=[code])).status_code == 200
            assert scanner.head(reverse(path, args=[code])).status_code == 200
    invitation = Invitation.by_code(code.replace("-", ""))
    assert invitation and (invitation.tries, invitation.opened_at, invitation.used_at) == (0, None, None)


def test_a_code_works_once(cast: Cast) -> None:
    code = letter_for(cast)
    Client().post(reverse("entry:confirm", args=[code]), BIRTHDAY)
    second = Client()
    assert second.post(reverse("entry:confirm", args=[code]), BIRTHDAY).status_code == 404
    assert "_auth_user_id" not in second.session


def test_five_wrong_answers_stop_the_invitation_and_the_school_hears_it(cast: Cast) -> None:
    code, browser = letter_for(cast), Client()
    answers = [
        browser.post(reverse("entry:confirm", args=[code]), {"day": day, "month": 1}) for day in range(1, 6)
    ]
    assert [answer.status_code for answer in answers] == [422, 422, 422, 422, 404]
    assert browser.post(reverse("entry:confirm", args=[code]), BIRTHDAY).status_code == 404
    office = cast.sign_in(cast.anouk)
    page = office.get(reverse("entry:group_letters", args=[cast.groep_5.pk]))
    assert "5 keer fout" in page.text


def test_after_fourteen_days_the_code_is_old_and_she_may_ask_for_another(cast: Cast) -> None:
    code = letter_for(cast)
    Invitation.objects.update(expires_at=NOW - dt.timedelta(seconds=1))
    browser = Client()
    stop = browser.get(reverse("entry:welcome", args=[code]))
    assert stop.status_code == 404 and "Stuur mij een nieuwe" in stop.text
    browser.post(reverse("entry:another", args=[code]))
    browser.post(reverse("entry:another", args=[code]))
    assert Invitation.objects.filter(road=Road.EMAIL).count() == 1


def test_a_new_letter_stops_the_old_one(cast: Cast) -> None:
    old, new = letter_for(cast), letter_for(cast)
    assert Client().get(reverse("entry:welcome", args=[old])).status_code == 404
    assert Client().get(reverse("entry:welcome", args=[new])).status_code == 200


def test_a_link_that_got_a_block_opens_nothing_and_names_no_school(cast: Cast) -> None:
    code = letter_for(cast)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.naima, kind="no_access", starts_on=cast.today, basis="Vonnis",
        entered_by=cast.anouk,
    )  # fmt: skip
    for path in ("entry:welcome", "entry:confirm"):
        page = Client().post(reverse(path, args=[code]), BIRTHDAY)
        assert page.status_code == 404 and "De Vlieger" not in page.text


def test_without_a_birthday_the_child_is_asked_for_by_name(cast: Cast) -> None:
    cast.yusuf.birth_date = None
    cast.yusuf.save()
    code, browser = letter_for(cast), Client()
    assert browser.post(reverse("entry:confirm", args=[code]), {"name": "Noor"}).status_code == 422
    assert browser.post(reverse("entry:confirm", args=[code]), {"name": " yúsuf "}).url == "/"


@pytest.mark.parametrize("child", ["yusuf", "lina", "adam"])
def test_a_mail_names_no_child_so_the_birthday_of_each_of_hers_is_right(cast: Cast, child: str) -> None:
    code, born = letter_for(cast, road=Road.EMAIL), getattr(cast, child).birth_date
    answer = Client().post(reverse("entry:confirm", args=[code]), {"day": born.day, "month": born.month})
    assert answer.status_code == 302 and answer.url == "/"


def test_the_birthday_of_a_child_that_is_no_longer_hers_is_not(cast: Cast) -> None:
    code, born = letter_for(cast, road=Road.EMAIL), cast.lina.birth_date
    Guardianship.objects.filter(guardian=cast.naima, student=cast.lina).update(ends_on=YESTERDAY)
    answer = Client().post(reverse("entry:confirm", args=[code]), {"day": born.day, "month": born.month})
    assert answer.status_code == 422


def test_a_mailed_invitation_shows_no_school_before_the_question(cast: Cast) -> None:
    page = Client().get(reverse("entry:welcome", args=[letter_for(cast, road=Road.EMAIL)]))
    assert page.status_code == 200 and "De Vlieger" not in page.text


def test_pages_with_a_code_pass_nothing_on(cast: Cast) -> None:
    page = Client().get(reverse("entry:welcome", args=[letter_for(cast)]))
    assert page.headers["Referrer-Policy"] == "strict-origin"  # our host, never the path
    assert "no-store" in page.headers["Cache-Control"]
    assert "http://" not in page.text.replace("http://www.w3.org", "")


def test_a_borrowed_phone_is_signed_in_for_one_hour(cast: Cast) -> None:
    code, browser = letter_for(cast), Client()
    browser.post(reverse("entry:confirm", args=[code]), BIRTHDAY | {"borrowed": "on"})
    assert 3590 <= browser.session.get_expiry_age() <= 3600


def test_the_code_can_be_typed_by_hand(cast: Cast) -> None:
    code, browser = letter_for(cast), Client()
    typed = browser.post(reverse("entry:code_form"), {"code": code.replace("-", " ").lower()})
    assert typed.url == reverse("entry:welcome", args=[code])
    assert browser.post(reverse("entry:code_form"), {"code": "0000-1111"}).status_code == 422


def test_guessing_letters_ends_in_a_pause_for_that_network(cast: Cast) -> None:
    code = letter_for(cast)
    guess = reverse("entry:welcome", args=["AAAA-BBBB"])
    network = "2001:db8:9:9::1"
    statuses = [Client(REMOTE_ADDR=network).get(guess).status_code for _ in range(202)]
    assert statuses == [404] * 200 + [429] * 2
    assert Client(REMOTE_ADDR=network).get(reverse("entry:welcome", args=[code])).status_code == 429
    assert Client().get(reverse("entry:welcome", args=[code])).status_code == 200


def test_only_links_that_stand_are_written_to(cast: Cast) -> None:
    office = cast.sign_in(cast.anouk)
    url = reverse("entry:mailed_letters", args=[cast.groep_5.pk])
    everyone = list(Guardianship.objects.values_list("pk", flat=True))
    office.post(url, {"link": everyone})
    written = {invitation.guardianship for invitation in Invitation.objects.select_related("guardianship")}
    standing = set(Guardianship.objects.on(cast.today))
    assert written and written <= standing
    assert mail.outbox == []  # the job sends, not the request


def test_a_mailbox_gets_five_invitations_a_day_and_no_more(cast: Cast) -> None:
    office, url = cast.sign_in(cast.anouk), reverse("entry:mailed_letters", args=[cast.groep_5.pk])
    one = Guardianship.objects.on(cast.today).get(guardian=cast.naima, student=cast.yusuf)
    statuses = [office.post(url, {"link": [one.pk]}).status_code for _press in range(6)]
    assert statuses == [302] * 5 + [429]
    assert Invitation.objects.filter(guardianship=one).count() == 5
    other = Guardianship.objects.on(cast.today).get(guardian=cast.rachid, student=cast.yusuf)
    assert office.post(url, {"link": [one.pk, other.pk]}).status_code == 302
    assert Invitation.objects.filter(guardianship=other).count() == 1


def every_private_word(cast: Cast) -> list[str]:
    people = Person.objects.exclude(given_name="").values_list("given_name", "family_name")
    names = {word for pair in people for word in pair if len(word) > 4}
    places = [*School.objects.values_list("name", flat=True), *Group.objects.values_list("name", flat=True)]
    return [*names, *(place for place in places if len(place) > 4)]


@pytest.mark.usefixtures("at_once")
def test_an_invitation_names_no_school_and_no_child(cast: Cast) -> None:
    office = cast.sign_in(cast.anouk)
    links = list(Guardianship.objects.values_list("pk", flat=True))
    office.post(reverse("entry:mailed_letters", args=[cast.groep_5.pk]), {"link": links})
    assert len(mail.outbox) > 20
    for message in mail.outbox:
        assert isinstance(message, mail.EmailMultiAlternatives)
        told = " ".join(
            [message.subject, str(message.body), *(str(part[0]) for part in message.alternatives)]
        )
        assert not [word for word in every_private_word(cast) if word in told]


@pytest.mark.usefixtures("at_once")
def test_a_block_between_asking_and_sending_keeps_the_mail_in(cast: Cast) -> None:
    link = Guardianship.objects.get(guardian=cast.naima, student=cast.yusuf)
    (invitation,) = invite([link], by=None, road=Road.EMAIL, now=NOW)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.naima, kind="no_access", starts_on=cast.today, basis="Vonnis",
        entered_by=cast.anouk,
    )  # fmt: skip
    send_invitation.enqueue(invitation.pk)
    assert mail.outbox == []
    Restriction.objects.all().delete()
    send_invitation.enqueue(invitation.pk)
    send_invitation.enqueue(invitation.pk)  # a job may run twice
    assert len(mail.outbox) == 1


def test_who_waits_or_is_blocked_is_not_on_the_list(cast: Cast) -> None:
    page = cast.sign_in(cast.marja).get(reverse("entry:group_letters", args=[cast.groep_5.pk]))
    listed = {link.guardianship.pk for link in page.context["links"]}
    groep_5 = Guardianship.objects.filter(student__enrolments__group=cast.groep_5)
    closed = set(groep_5.values_list("pk", flat=True)) - set(
        Guardianship.objects.on(cast.today).values_list("pk", flat=True)
    )
    assert closed and not closed & listed


def rows_of(cast: Cast, person: Person) -> tuple[list[str], list[tuple[str, str]]]:
    """The parents on the page of groep 5, as this colleague sees it: who waits, and who was in already."""
    page = cast.sign_in(person).get(reverse("entry:group_letters", args=[cast.groep_5.pk]))
    first, folded = page.text.split("<details", 1) if "<details" in page.text else (page.text, "")
    return [first, folded], re.findall(r'name="link" value="(\d+)"( \w+)?', page.text)


def test_who_waits_stands_first_and_the_others_are_folded(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(last_login=NOW)
    (first, folded), _boxes = rows_of(cast, cast.marja)
    assert "Naima" in folded and "Naima" not in first and "Waren er al (1)" in folded
    assert "Rachid" in first and "Rachid" not in folded
    assert first.count(" checked") > 20 and " checked" not in folded


def test_a_shared_mailbox_is_not_written_to_and_the_block_is_not_named(cast: Cast) -> None:
    Person.objects.filter(pk=cast.rachid.pk).update(email=cast.naima.email.upper())
    office, group = cast.sign_in(cast.marja), cast.groep_5.pk
    page = reverse("entry:group_letters", args=[group])
    assert "Alleen per brief" not in office.get(page).text
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=cast.today, basis="Vonnis",
        entered_by=cast.marja,
    )  # fmt: skip
    assert office.get(page).text.count("Alleen per brief") == 1
    link = Guardianship.objects.get(guardian=cast.naima, student=cast.yusuf)
    office.post(reverse("entry:mailed_letters", args=[group]), {"link": [link.pk]})
    assert not Invitation.objects.exists()
    office.post(reverse("entry:printed_letters", args=[group]), {"link": [link.pk]})
    assert Invitation.objects.get().guardianship == link


def test_a_letter_for_who_came_before_and_has_no_address_is_for_the_office(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(last_login=NOW, email="")
    link = Guardianship.objects.get(guardian=cast.naima, student=cast.yusuf)
    print_ = reverse("entry:printed_letters", args=[cast.groep_5.pk])
    assert (str(link.pk), " disabled") in rows_of(cast, cast.anouk)[1]
    cast.sign_in(cast.anouk).post(print_, {"link": [link.pk]})
    assert not Invitation.objects.exists()
    assert (str(link.pk), "") in rows_of(cast, cast.marja)[1]
    cast.sign_in(cast.marja).post(print_, {"link": [link.pk]})
    assert Invitation.objects.get().created_by == cast.marja
