"""What a mail looks like from outside: its headers, its two texts, its languages."""

import re
from email.message import EmailMessage
from smtplib import SMTP
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from driehoek.backbone.notifications.channels import email
from driehoek.backbone.notifications.channels.outcome import NotDelivered, Unsendable
from driehoek.backbone.notifications.letter import Letter, as_heading, as_subheading, render
from driehoek.backbone.notifications.models import Delivery, Preference
from driehoek.backbone.notifications.preferences import prefer, stop_token
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import bring, praise
from driehoek.backbone.notifications.tests.story import SUBJECT, TEXT
from driehoek.facts.people.models import Person
from tests.cast import NOW, Cast
from tests.servers.smtp import Mood, Postman

LETTER = Letter(
    subject="Je code", paragraphs=("Typ deze code.",), code="123 456", action="Inloggen", path="/in/"
)


def mail_to(postman: Postman, person: Person) -> EmailMessage:
    return next(mail for mail in postman.messages if mail["To"] == person.email)


def body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_a_mail_stands_on_its_own_and_names_no_child_in_its_subject(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    bring()
    mail = mail_to(postman, cast.naima)
    assert mail["Subject"] == SUBJECT
    assert cast.yusuf.given_name not in mail["Subject"]
    for line in TEXT.splitlines():
        assert line in body(mail, "plain")
        assert line in body(mail, "html")
    assert f"/kind/{cast.yusuf.pk}/" in body(mail, "plain")
    assert body(mail, "plain").startswith("Dag Naima,")


def test_a_mail_has_one_receiver_and_says_who_it_is(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    bring()
    mail = mail_to(postman, cast.naima)
    delivery = Delivery.objects.get(notification__person=cast.naima)
    assert mail["Message-ID"] == f"<{delivery.message_id}@driehoek.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert (mail["Cc"], mail["Bcc"], mail["Reply-To"]) == (None, None, None)
    assert all(len(receivers) == 1 for receivers in postman.recipients)


def test_neither_parent_finds_the_other_in_a_mail(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    bring()
    raw = {receivers[0]: text for receivers, text in zip(postman.recipients, postman.raw, strict=True)}
    assert cast.rachid.email.encode() not in raw[cast.naima.email]
    assert cast.naima.email.encode() not in raw[cast.rachid.email]


def test_one_click_ends_this_kind_and_nothing_else(cast: Cast, postman: Postman, client: Client) -> None:
    praise(cast.yusuf)
    bring()
    mail = mail_to(postman, cast.naima)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = mail["List-Unsubscribe"].strip("<>").partition("8000")[2]
    assert f'8000{path}"' in body(mail, "html")
    client.get(path)
    assert not Preference.objects.exists()  # scanners open every link
    strict = Client(enforce_csrf_checks=True)  # a mail program has neither our cookie nor our form
    assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    choice = Preference.objects.get()
    assert (choice.person, choice.category, choice.channel) == (cast.naima, "news", "email")
    page = strict.post(path, {}).text  # once more, on the page itself
    strict.post(path, {"was": was_in(page)})
    assert not Preference.objects.exists()


def was_in(page: str) -> str:
    found = re.search(r'name="was" value="([^"]+)"', page)
    assert found
    return found[1]


def test_what_is_taken_back_is_as_it_was_for_each_child_and_school(cast: Cast) -> None:
    for rhythm, place in (("weekly", {}), ("off", {"school": cast.brug}), ("daily", {"student": cast.yusuf})):
        prefer(cast.naima, category="news", channel="email", rhythm=rhythm, **place)  # type: ignore[arg-type]
    before = sorted(Preference.objects.values_list("rhythm", "student", "school"), key=str)
    other, path = stop_path_of(cast, "replies"), stop_path_of(cast, "news")
    was = was_in(Client().post(path).text)
    assert [choice.rhythm for choice in Preference.objects.all()] == ["off"]
    for wrong in (was[:-1], was_in(Client().post(other).text)):
        assert Client().post(path, {"was": wrong}).status_code == 404
        assert Preference.objects.get(category="news").rhythm == "off"
    Preference.objects.filter(category="replies").delete()
    assert "weer mail" in Client().post(path, {"was": was}).text
    assert sorted(Preference.objects.values_list("rhythm", "student", "school"), key=str) == before
    Client().post(path, {"was": was})  # of before: she chose since
    assert len(before) == Preference.objects.count()


def test_what_comes_on_request_and_had_ended_comes_again(cast: Cast) -> None:
    path = stop_path_of(cast, "informal")
    Client().post(path)
    Client().post(path, {"was": was_in(Client().post(path).text)})
    assert Preference.objects.get().rhythm == "now"


def stop_path_of(cast: Cast, category: str) -> str:
    token = stop_token(cast.naima.pk, category=category, channel="email")
    return reverse("notifications:unsubscribe", args=[token])


def test_a_changed_link_ends_nothing(cast: Cast, postman: Postman, client: Client) -> None:
    praise(cast.yusuf)
    bring()
    path = mail_to(postman, cast.naima)["List-Unsubscribe"].strip("<>").partition("8000")[2]
    assert client.post(path.replace("/uit/", "/uit/x")).status_code == 404
    assert client.post("/meldingen/uit/abc:def/").status_code == 404
    assert not Preference.objects.exists()


@pytest.mark.parametrize(("spoken", "written", "direction"), [
    ("nl", "nl", "ltr"), ("ar", "ar", "rtl"), ("tlh", "nl", "ltr"), ("", "nl", "ltr"),
])  # fmt: skip
def test_a_mail_comes_in_her_language_or_else_in_dutch(
    cast: Cast, postman: Postman, spoken: str, written: str, direction: str
) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(language=spoken)
    praise(cast.yusuf)
    bring()
    mail = mail_to(postman, cast.naima)
    assert mail["Content-Language"] == written
    assert f'lang="{written}" dir="{direction}"' in body(mail, "html")


def test_markup_in_words_and_names_is_text(cast: Cast, postman: Postman) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(given_name="<b>Naima</b>", called="")
    praise(cast.yusuf)
    bring()
    html = body(mail_to(postman, cast.naima), "html")
    assert "&lt;b&gt;Naima&lt;/b&gt;" in html
    assert "<b>Naima" not in html


def test_an_address_in_the_words_is_a_link_and_the_rest_of_them_text() -> None:
    words = 'Lees <i>dit</i> op https://school.example/dag/?a=1&b="2" vandaag'
    html = render(Letter(subject="Nieuws", paragraphs=(words,)), "nl").html
    assert '<a href="https://school.example/dag/?a=1' in html
    assert "<i>dit</i>" not in html and 'b="2"' not in html


def test_what_is_urgent_and_the_parts_of_a_letter_are_told_apart_in_both_versions() -> None:
    parts = (as_heading("Kom kijken"), as_subheading("Museum"), "Tot dan!")
    made = render(Letter(subject="Brief", is_urgent=True, headline="Geen school", paragraphs=parts), "nl")
    assert made.text.startswith("Dringend bericht\n\nGeen school")
    assert "\n\n* * *\n\nKom kijken\n\nMuseum\n\nTot dan!" in made.text
    assert made.html.index("Dringend bericht") < made.html.index("Geen school")


ATTACKS = [
    "\r\nBcc: all@thuis.example",
    "\n",
    "\r",
    "\x00",
    "\x1b[2J",
    "\u2028Cc: x",
    "\u2029",
    "\x85",
    "\x7f",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_control_characters_are_refused_in_every_header(attack: str) -> None:
    words = render(LETTER, "nl")
    with pytest.raises(Unsendable):
        email.compose(f"naima@thuis.example{attack}", words, message_id=uuid4())
    with pytest.raises(Unsendable):
        bad = render(Letter(subject=f"Nieuws{attack}"), "nl")
        email.compose("naima@thuis.example", bad, message_id=uuid4())
    with pytest.raises(Unsendable):
        email.compose("naima@thuis.example", words, message_id=uuid4(), one_click_url=f"https://x/{attack}")


@given(subject=st.text(max_size=60), text=st.text(max_size=200))
def test_whatever_is_typed_the_headers_stay_ours(subject: str, text: str) -> None:
    rendered = render(Letter(subject=subject, paragraphs=(text,)), "nl")
    try:
        mail = email.compose("naima@thuis.example", rendered, message_id=uuid4())
    except Unsendable:
        return
    names = {name.lower() for name in mail.message().keys()}
    assert names == {
        "content-type", "mime-version", "subject", "from", "to", "date", "message-id", "auto-submitted",
        "content-language",
    }  # fmt: skip
    assert mail.recipients() == ["naima@thuis.example"]


def test_what_cannot_wait_goes_at_once(postman: Postman) -> None:
    email.send_at_once("naima@thuis.example", LETTER, language="nl")
    assert "123 456" in body(postman.messages[0], "plain")


def test_what_cannot_wait_and_is_not_taken_says_so(postman: Postman) -> None:
    postman.mood = Mood.GREYLISTS
    with pytest.raises(NotDelivered):
        email.send_at_once("naima@thuis.example", LETTER, language="nl")


def test_a_batch_goes_over_one_line(cast: Cast, postman: Postman, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[SMTP] = []
    connect = SMTP.connect
    monkeypatch.setattr(SMTP, "connect", lambda self, *to: lines.append(self) or connect(self, *to))
    praise(cast.yusuf)
    tell_due(NOW)
    Delivery.objects.exclude(notification__person__in=[cast.naima, cast.rachid]).delete()
    bring()
    assert (len(postman.raw), len(lines)) == (2, 1)


def test_signs_that_no_page_can_hold_do_not_stop_a_mail(postman: Postman) -> None:
    letter = Letter(subject="Nieuws", paragraphs=("Ge\x00plakt \x08 uit \x1b[2J iets \ufffe ouds\ud800",))
    email.send_at_once("naima@thuis.example", letter, language="nl")
    assert "Geplakt  uit [2J iets  ouds" in body(postman.messages[0], "plain")
