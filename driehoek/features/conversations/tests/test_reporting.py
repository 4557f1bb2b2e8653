"""What is said in a conversation can be reported: the leaders read that one message, and may take it away."""

from driehoek.backbone.index.finding import search
from driehoek.backbone.media import attachment_files as files
from driehoek.backbone.media.loose import loose
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.models import Case, CaseAttachment, Hiding
from driehoek.facts.people.models import Protection
from driehoek.features.conversations.inbox import Inbox, unread_count
from driehoek.features.conversations.models import Conversation, Message, MessageAttachment
from driehoek.features.conversations.tests.talks import asked, written
from tests.cast import Cast


def report(cast: Cast, who: str, said: Message) -> int:
    client = cast.sign_in(getattr(cast, who))
    return client.post(f"/melden/gesprek/{said.pk}/", {"reason": "unkind"}).status_code


def hide(cast: Cast, said: Message) -> Hiding:
    """Naima reports it and Joris takes it away."""
    assert report(cast, "naima", said) == 302
    Case.objects.get().decide("hide", reason="Zo praten we niet", by=cast.joris, at=cast.now)
    return Hiding.objects.get()


def answered(cast: Cast, text: str = "Hou toch op") -> tuple[Conversation, Message]:
    """Naima asked, and Juf Meryem was unkind."""
    talk = asked(cast)
    return talk, talk.say(text, by=cast.meryem, corner="school", at=cast.now, told_at=cast.now)


def test_whoever_reads_it_may_report_it_and_nobody_else(cast: Cast) -> None:
    _talk, said = answered(cast)
    assert [report(cast, who, said) for who in ("naima", "anouk")] == [302, 302]
    assert [report(cast, who, said) for who in ("rachid", "yusuf", "imane", "joris")] == [404] * 4
    case = Case.objects.get()
    assert (case.words, case.author, case.group) == ("Hou toch op", cast.meryem, cast.groep_5)


def test_one_reports_what_others_said_and_not_what_waits_for_the_morning(cast: Cast) -> None:
    talk, said = answered(cast)
    page = cast.sign_in(cast.naima).get(talk.get_absolute_url()).content.decode()
    own = Message.objects.filter(author=cast.naima).get()
    assert f"/melden/gesprek/{said.pk}/" in page and f"/melden/gesprek/{own.pk}/" not in page


def test_the_leaders_see_where_it_was_said_and_nothing_else_of_the_conversation(cast: Cast) -> None:
    _talk, said = answered(cast)
    report(cast, "naima", said)
    client = cast.sign_in(cast.joris)
    for address in ("/orde/", Case.objects.get().get_absolute_url()):
        page = client.get(address).content.decode()
        assert "Gesprek met school" in page and "groep 5" in page and "Hou toch op" in page
        assert "Slaapt Yusuf genoeg?" not in page


def test_of_a_child_with_a_secret_address_no_group_is_told(cast: Cast) -> None:
    assert Protection.objects.filter(student=cast.lotte).exists()
    talk = written(cast, cast.karin, "Kom nu eens op tijd", children=[cast.lotte])
    assert report(cast, "karin", Message.objects.get(conversation=talk)) == 302
    assert Case.objects.get().group is None


def test_what_was_taken_away_is_on_no_page(cast: Cast) -> None:
    talk, said = answered(cast)
    naima = cast.viewer(cast.naima)
    assert unread_count(naima) == 1 and search(naima, "toch").hits
    hide(cast, said)
    assert unread_count(naima) == 0 and not search(naima, "toch").hits
    assert [row.last.words for row in Inbox(naima).rows] == ["Slaapt Yusuf genoeg?"]
    for who in ("naima", "anouk", "meryem"):
        page = cast.sign_in(getattr(cast, who)).get(talk.get_absolute_url()).content.decode()
        assert "Hou toch op" not in page and "Slaapt Yusuf genoeg?" in page
    assert cast.sign_in(cast.naima).get(f"/geluid/conversations.message/{said.pk}/").status_code == 404


def test_its_author_reads_why_and_never_who_reported_it(cast: Cast) -> None:
    _talk, said = answered(cast)
    hiding = hide(cast, said)
    page = cast.sign_in(cast.meryem).get(hiding.get_absolute_url()).content.decode()
    assert "Zo praten we niet" in page and "Naima" not in page
    assert cast.sign_in(cast.naima).get(hiding.get_absolute_url()).status_code == 404


def test_what_was_hidden_by_mistake_comes_back(cast: Cast) -> None:
    talk, said = answered(cast)
    hide(cast, said)
    Case.objects.get().decide("leave", reason="Toch goed", by=cast.marja, at=cast.now)
    assert "Hou toch op" in cast.sign_in(cast.naima).get(talk.get_absolute_url()).content.decode()


def spoken(cast: Cast) -> tuple[Message, Attachment]:
    """Naima asked, and Juf Meryem spoke her answer."""
    voice = Attachment.objects.create(
        kind="voice", ending="m4a", school=cast.vlieger, owner=cast.meryem, hat="school", size=9,
        digest="x", seconds=8, created_at=cast.now,
    )  # fmt: skip
    files.write(voice.token, "m4a", b"Hou op.")
    said = asked(cast).say("", by=cast.meryem, corner="school", at=cast.now, told_at=cast.now)
    MessageAttachment.carry(said, [voice])
    return said, voice


def hears(cast: Cast, who: str, voice: Attachment) -> bool:
    return cast.sign_in(getattr(cast, who)).get(voice.url).status_code == 200


def test_the_leaders_who_handle_the_case_hear_what_was_spoken_and_nobody_else_new(cast: Cast) -> None:
    said, voice = spoken(cast)
    people = ("naima", "rachid", "anouk", "meryem", "daan", "joris", "marja", "peter", "wouter")
    before = {who for who in people if hears(cast, who, voice)}
    assert before == {"naima", "anouk", "meryem"}
    assert "Zij horen ook" in cast.sign_in(cast.naima).get(f"/melden/gesprek/{said.pk}/").text
    for _time in range(2):
        report(cast, "naima", said)
    copy = CaseAttachment.objects.get().attachment
    assert {who for who in people if hears(cast, who, copy)} == {"joris", "marja", "meryem"}
    assert {who for who in people if hears(cast, who, voice)} == before
    page = cast.sign_in(cast.joris).get(Case.objects.get().get_absolute_url()).text
    assert copy.url in page and voice.url not in page


def test_what_was_spoken_goes_with_its_case(cast: Cast) -> None:
    said, voice = spoken(cast)
    report(cast, "naima", said)
    copy = CaseAttachment.objects.get().attachment
    assert copy not in loose() and voice not in loose()
    Case.objects.all().delete()
    assert copy in loose()
