"""Reporting, deciding and silence: the leaders decide, and nobody learns who reported."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.moderation.models import Case, Hiding, Report, Silence, Trace
from driehoek.backbone.notifications.notices import notice_of
from driehoek.facts.people.models import ProtectionReader
from driehoek.features.conversations.models import Message
from driehoek.features.conversations.tests.talks import asked
from driehoek.features.feed.models import Comment
from driehoek.features.feed.tests.posts import shared
from tests.cast import Cast


def advert(cast: Cast) -> Comment:
    """What Elif wrote to everyone of groep 5."""
    text = "Te koop: kinderfiets"
    return shared(cast).comment(text, by=cast.elif_, corner="home", at=cast.now)


def report(cast: Cast, who: str, said: Comment, reason: str = "advert") -> int:
    return (
        cast.sign_in(getattr(cast, who)).post(f"/melden/reactie/{said.pk}/", {"reason": reason}).status_code
    )


def decide(client: Client, outcome: str) -> int:
    case = Case.objects.get()
    return client.post(
        f"/orde/{case.pk}/besluit/", {"outcome": outcome, "reason": "Geen reclame"}
    ).status_code


def test_whoever_reads_it_may_report_it_once(cast: Cast) -> None:
    said = advert(cast)
    assert [report(cast, "naima", said), report(cast, "naima", said), report(cast, "wouter", said)] == [
        302,
        302,
        404,
    ]
    assert Report.objects.count() == 1 and Case.objects.get().words == "Te koop: kinderfiets"


def test_an_unknown_kind_of_thing_cannot_be_reported(cast: Cast) -> None:
    assert cast.sign_in(cast.naima).get("/melden/persoon/1/").status_code == 404


def test_only_the_leaders_of_the_school_see_it(cast: Cast) -> None:
    report(cast, "naima", advert(cast))
    address = Case.objects.get().get_absolute_url()
    found = {
        key: cast.sign_in(getattr(cast, key)).get(address).status_code
        for key in ("joris", "marja", "anouk", "peter", "naima", "elif_", "ingrid")
    }
    assert {key for key, status in found.items() if status == 200} == {"joris", "marja"}
    assert "Naima" in cast.sign_in(cast.joris).get(address).content.decode()


def test_the_page_names_those_who_will_read_a_report(cast: Cast) -> None:
    """The office keeps order too."""
    page = cast.sign_in(cast.naima).get(f"/melden/reactie/{advert(cast).pk}/").content.decode()
    assert "Alleen de directie en de administratie van school lezen je melding" in page


def test_who_reports_hears_what_happens_next_and_when(cast: Cast) -> None:
    naima, report_it = cast.sign_in(cast.naima), f"/melden/reactie/{advert(cast).pk}/"
    page = naima.post(report_it, {"reason": "advert"}, follow=True).text
    assert "Op een schooldag leest school dit en beslist of het weg moet." in page
    assert "Is er haast? Bel dan school." in page and "leiding" not in page


def test_a_leader_does_not_judge_her_own_words(cast: Cast) -> None:
    said = shared(cast).comment("Wees stil", by=cast.joris, corner="school", at=cast.now)
    report(cast, "naima", said, "unkind")
    assert cast.sign_in(cast.joris).get(Case.objects.get().get_absolute_url()).status_code == 404
    assert cast.sign_in(cast.marja).get(Case.objects.get().get_absolute_url()).status_code == 200


def test_what_is_hidden_is_gone_for_all_and_its_author_reads_why(cast: Cast) -> None:
    said = advert(cast)
    report(cast, "naima", said)
    assert decide(cast.sign_in(cast.joris), "hide") == 302
    for person in (cast.naima, cast.elif_, cast.anouk):
        assert not Comment.objects.visible_to(cast.viewer(person)).exists()
    page = cast.sign_in(cast.elif_).get(Hiding.objects.get().get_absolute_url()).content.decode()
    assert "Geen reclame" in page and "Naima" not in page
    assert cast.sign_in(cast.naima).get(Hiding.objects.get().get_absolute_url()).status_code == 404


def test_what_was_hidden_may_come_back(cast: Cast) -> None:
    report(cast, "naima", advert(cast))
    for outcome in ("hide", "hide", "leave"):
        decide(cast.sign_in(cast.joris), outcome)
    assert Comment.objects.visible_to(cast.viewer(cast.naima)).exists()


def test_a_new_report_opens_the_case_again(cast: Cast) -> None:
    said, joris = advert(cast), cast.sign_in(cast.joris)
    report(cast, "naima", said)
    decide(joris, "leave")
    assert not Case.objects.open().exists()
    Report.objects.create(
        case=Case.objects.get(), reporter=cast.rachid, reason="other", at=cast.now + dt.timedelta(hours=1)
    )
    assert Case.objects.open().exists()


def test_the_mails_name_neither_child_nor_reporter(cast: Cast) -> None:
    report(cast, "naima", advert(cast))
    reported = notice_of(Entry.objects.get(verb="moderation.case.reported"))
    decide(cast.sign_in(cast.joris), "hide")
    hidden = notice_of(Entry.objects.get(verb="moderation.hiding.placed"))
    assert reported and set(reported.people(cast.today)) >= {cast.joris, cast.marja}
    assert hidden and set(hidden.people(cast.today)) == {cast.elif_}
    for notice in (reported, hidden):
        assert "Naima" not in f"{notice.subject} {' '.join(map(str, notice.paragraphs))}"


def test_only_a_leader_puts_a_place_to_silence_and_lifts_it(cast: Cast) -> None:
    said = {"place": f"group-{cast.groep_5.pk}", "reason": "Ruzie over een feestje"}
    assert cast.sign_in(cast.anouk).post("/orde/stil/", said).status_code == 403
    joris = cast.sign_in(cast.joris)
    for _time in range(2):
        joris.post("/orde/stil/", said)
    silence = Silence.objects.get()
    assert Silence.objects.over(cast.groep_5).exists() and not Silence.objects.over(cast.groep_6).exists()
    assert cast.sign_in(cast.peter).post(f"/orde/stil/{silence.pk}/voorbij/").status_code == 404
    joris.post(f"/orde/stil/{silence.pk}/voorbij/")
    assert not Silence.objects.over(cast.groep_5).exists()
    verbs = set(Entry.objects.filter(verb__startswith="moderation.silence").values_list("verb", flat=True))
    assert verbs == {"moderation.silence.begun", "moderation.silence.lifted"}


def test_a_silence_over_the_school_holds_for_each_of_its_groups(cast: Cast) -> None:
    Silence.begin(cast.vlieger, None, reason="Rust", by=cast.joris, at=cast.now)
    assert Silence.objects.over(cast.groep_5).exists() and not Silence.objects.over(cast.klas_1b).exists()


def test_a_trace_is_forgotten_after_half_a_year(cast: Cast) -> None:
    Trace.objects.create(
        label="feed.comment",
        key=1,
        school=cast.vlieger,
        author=cast.elif_,
        words="x",
        act="removed",
        at=cast.now,
    )
    Trace.objects.forget_old(cast.now + dt.timedelta(days=179))
    assert Trace.objects.exists()
    Trace.objects.forget_old(cast.now + dt.timedelta(days=181))
    assert not Trace.objects.exists()


def test_the_words_of_a_school_are_its_leaders_to_change(cast: Cast) -> None:
    address = f"/orde/afspraken/{cast.vlieger.pk}/"
    assert cast.sign_in(cast.anouk).post(address, {"text": "Lief zijn"}).status_code == 404
    joris = cast.sign_in(cast.joris)
    assert joris.post(address, {"text": "Lief zijn"}).status_code == 302
    assert "Lief zijn" in joris.get(address).content.decode()


def test_where_who_reported_or_was_reported_hides_the_head_judges(cast: Cast) -> None:
    report(cast, "karin", advert(cast))
    case = Case.objects.get()
    path = case.get_absolute_url()
    assert cast.sign_in(cast.joris).get(path).status_code == 200
    assert cast.sign_in(cast.marja).get(path).status_code == 404
    assert "kinderfiets" not in cast.sign_in(cast.marja).get("/orde/").content.decode()
    protection = cast.lotte.protection
    ProtectionReader.objects.create(protection=protection, person=cast.marja)
    assert cast.sign_in(cast.marja).get(path).status_code == 200
    protection.delete()
    ProtectionReader.objects.all().delete()
    assert cast.sign_in(cast.marja).get(path).status_code == 200


@pytest.mark.parametrize("place", ["the school", "a group"])
def test_the_database_too_keeps_one_silence_a_place(cast: Cast, place: str) -> None:
    group = cast.groep_5 if place == "a group" else None
    said = {"school": cast.vlieger, "group": group, "reason": "Even rust.", "by": cast.joris, "at": cast.now}
    Silence.objects.create(**said)
    with pytest.raises(IntegrityError), transaction.atomic():
        Silence.objects.create(**said)
    Silence.objects.update(lifted_at=cast.now)
    Silence.objects.create(**said)


def test_a_case_leads_to_what_stood_around_it_for_whoever_reads_there(cast: Cast) -> None:
    said = advert(cast)
    report(cast, "naima", said)
    case = Case.objects.get()
    door, around = f"/bericht/{said.post_id}/#reactie-{said.pk}", "Lees wat ervoor en erna staat"
    for who in ("joris", "marja"):
        client = cast.sign_in(getattr(cast, who))
        there = client.get(f"/bericht/{said.post_id}/").status_code == 200
        page = client.get(case.get_absolute_url()).content.decode()
        assert there == (f'href="{door}"' in page) == (around in page), who
    assert around in cast.sign_in(cast.joris).get(case.get_absolute_url()).content.decode()
    decide(cast.sign_in(cast.joris), "hide")
    assert around not in cast.sign_in(cast.joris).get(case.get_absolute_url()).content.decode()


def test_a_case_of_a_line_leads_nowhere(cast: Cast) -> None:
    """The leaders get the one message that was reported, and no other."""
    talk = asked(cast, "Dit is niet aardig", by=cast.naima, children=[cast.yusuf])
    said = Message.objects.get(conversation=talk)
    answer = cast.sign_in(cast.anouk).post(f"/melden/gesprek/{said.pk}/", {"reason": "unkind"})
    assert answer.status_code == 302
    page = cast.sign_in(cast.joris).get(Case.objects.get().get_absolute_url()).content.decode()
    assert "Dit is niet aardig" in page and "Lees wat ervoor en erna staat" not in page
