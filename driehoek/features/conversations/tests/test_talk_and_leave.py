"""Rather a talk, and a colleague who is away."""

import datetime as dt

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.notices import notice_of
from driehoek.backbone.translation.models import Correction
from driehoek.facts.schools.models import Leave
from driehoek.features.conversations.models import Agreement, Conversation, Proposal, TalkRequest
from driehoek.features.conversations.tests.talks import asked
from driehoek.features.languages.models import InterpreterRequest
from tests.cast import Cast

WISH = {"where": "phone", "moments": ["morning", "after"], "interpreter": "yes"}


def wished(cast: Cast) -> Conversation:
    talk = asked(cast)
    for _time in range(2):
        assert cast.sign_in(cast.naima).post(f"/berichten/{talk.pk}/praten/", WISH).status_code == 302
    return talk


def propose(cast: Cast, talk: Conversation, moment: str = "2026-11-24T15:30") -> int:
    post = {"moment": moment, "place": "Lokaal 5"}
    return cast.sign_in(cast.anouk).post(f"/berichten/{talk.pk}/voorstel/", post).status_code


def test_a_talk_is_asked_for_proposed_and_agreed(cast: Cast) -> None:
    talk = wished(cast)
    assert TalkRequest.objects.get().moments_in_words == ["In de ochtend", "Na schooltijd"]
    assert "Met een tolk" in cast.sign_in(cast.anouk).get(talk.get_absolute_url()).content.decode()
    assert propose(cast, talk) == 302
    page = cast.sign_in(cast.naima).get(talk.get_absolute_url()).content.decode()
    assert "dinsdag 24 november, 15:30" in page and "Lokaal 5" in page
    yes = {"proposal": str(Proposal.objects.get().pk)}
    for _time in range(2):
        cast.sign_in(cast.naima).post(f"/berichten/{talk.pk}/afspraak/", yes)
    assert Agreement.objects.count() == 1
    assert "Jullie spreken elkaar" in cast.sign_in(cast.anouk).get(talk.get_absolute_url()).content.decode()
    verbs = Entry.objects.filter(verb__startswith="conversations.talk.").values_list("verb", flat=True)
    assert sorted(verb.rpartition(".")[2] for verb in verbs) == ["agreed", "asked", "proposed"]


def test_the_place_comes_in_her_language(cast: Cast) -> None:
    talk = wished(cast)
    propose(cast, talk)
    Correction.write(Proposal.objects.get().texts["place"], "tr", "Derslik 5", by=cast.meryem, at=cast.now)
    cast.naima.speak("tr")
    page = cast.sign_in(cast.naima).get(talk.get_absolute_url()).text
    assert "Derslik 5" in page and "Lokaal 5" in page and "tr-original" in page
    propose(cast, talk, "2026-11-25T09:00")
    assert "Derslik 5" in cast.sign_in(cast.naima).get(talk.get_absolute_url()).text  # somebody wrote that


def test_the_team_sees_in_the_conversation_that_she_would_like_an_interpreter(cast: Cast) -> None:
    talk, of_rachid = asked(cast), asked(cast, by=cast.rachid)
    InterpreterRequest.ask(cast.vlieger, by=cast.naima, at=cast.now)
    assert 'id="tolk"' in cast.sign_in(cast.anouk).get(talk.get_absolute_url()).text
    assert 'id="tolk"' not in cast.sign_in(cast.anouk).get(of_rachid.get_absolute_url()).text
    assert 'id="tolk"' not in cast.sign_in(cast.naima).get(talk.get_absolute_url()).text
    InterpreterRequest.objects.get().end(by=cast.naima, at=cast.now)
    assert 'id="tolk"' not in cast.sign_in(cast.anouk).get(talk.get_absolute_url()).text


def test_who_changes_her_wish_all_day_calls_the_team_no_more(cast: Cast) -> None:
    talk, naima = asked(cast), cast.sign_in(cast.naima)
    wishes = [WISH | {"interpreter": said} for said in ("yes", "no") * 11]
    answers = [naima.post(f"/berichten/{talk.pk}/praten/", wish).status_code for wish in wishes]
    assert answers == [302] * 20 + [429] * 2
    assert Entry.objects.filter(verb="conversations.talk.asked").count() == 20


def test_yes_counts_for_the_proposal_she_saw(cast: Cast) -> None:
    talk = wished(cast)
    propose(cast, talk)
    old = Proposal.objects.get().pk
    propose(cast, talk, "2026-11-25T09:00")
    cast.sign_in(cast.naima).post(f"/berichten/{talk.pk}/afspraak/", {"proposal": str(old)})
    assert not Agreement.objects.exists()


def test_who_hears_of_a_talk(cast: Cast) -> None:
    talk = wished(cast)
    propose(cast, talk)
    told = {
        entry.verb: set(notice_of(entry).people(cast.today))
        for entry in Entry.objects.filter(verb__startswith="conversations.talk.")
    }
    assert {cast.anouk, cast.meryem} <= told["conversations.talk.asked"]
    assert told["conversations.talk.proposed"] == {cast.naima}


def test_a_time_that_is_gone_is_not_proposed(cast: Cast) -> None:
    assert propose(cast, wished(cast), "2026-11-18T09:00") == 422


def test_others_neither_ask_propose_nor_agree(cast: Cast) -> None:
    talk = wished(cast)
    base = f"/berichten/{talk.pk}"
    assert cast.sign_in(cast.rachid).post(f"{base}/praten/", WISH).status_code == 404
    assert cast.sign_in(cast.anouk).post(f"{base}/praten/", WISH).status_code == 403
    assert cast.sign_in(cast.naima).post(f"{base}/voorstel/", {}).status_code == 403
    propose(cast, talk)
    yes = {"proposal": str(Proposal.objects.get().pk)}
    assert cast.sign_in(cast.anouk).post(f"{base}/afspraak/", yes).status_code == 403
    assert cast.sign_in(cast.rachid).post(f"{base}/afspraak/", yes).status_code == 404


def test_a_colleague_says_when_she_is_away_and_who_reads_for_her(cast: Cast) -> None:
    client = cast.sign_in(cast.anouk)
    days = {"starts_on": "2026-11-19", "ends_on": "2026-11-27"}
    for _time in range(2):
        assert client.post("/ik/weg/", days | {"deputy": str(cast.imane.pk)}).status_code == 302
    assert Leave.objects.get().deputy == cast.imane
    page = cast.sign_in(cast.naima).get(f"/kind/{cast.yusuf.pk}/").content.decode()
    assert "Er weer op maandag 30 november" in page and "Juf Imane leest mee" in page
    client.post(f"/ik/weg/{Leave.objects.get().pk}/voorbij/")
    assert not Leave.objects.exists()


def test_days_that_are_wrong_and_strangers_are_refused(cast: Cast) -> None:
    client = cast.sign_in(cast.anouk)
    for wrong in (
        {"starts_on": "2026-11-27", "ends_on": "2026-11-20"},
        {"starts_on": "2026-11-01", "ends_on": "2026-11-02"},
        {"starts_on": "2026-11-19", "ends_on": "9999-12-31"},
        {"starts_on": "2026-11-19", "ends_on": "2026-11-27", "deputy": str(cast.petra.pk)},
        {"starts_on": "", "ends_on": "morgen"},
    ):
        assert client.post("/ik/weg/", wrong).status_code == 422
    assert cast.sign_in(cast.naima).get("/ik/weg/").status_code == 403
    today = dt.date(2026, 11, 19)
    row = Leave.take(cast.anouk, starts_on=today, ends_on=today, deputy=None)
    cast.sign_in(cast.meryem).post(f"/ik/weg/{row.pk}/voorbij/")
    assert Leave.objects.exists()
