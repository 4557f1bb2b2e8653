"""Three sign, and reasons stay where they were given."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone, translation

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.answering import slip_of
from driehoek.backbone.notifications.notices import notice_of
from driehoek.base.core.clock import at
from driehoek.facts.looking.models import LookAlong, Mode, NotSigned, Reason, Side
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Appointment, Holiday
from driehoek.features.following import agreeing, stepping
from driehoek.features.following.agreed import Agreed
from driehoek.features.following.mentors import mentors_of
from driehoek.features.following.moments import Moment, moments
from tests.cast import NOW, Cast

TODAY = NOW.date()
CHRISTMAS, SPRING = dt.date(2027, 1, 4), dt.date(2027, 3, 1)


@pytest.fixture(autouse=True)
def breaks(cast: Cast) -> None:
    take_breaks(cast)


def take_breaks(cast: Cast) -> None:
    """Of Het Kompas: Christmas, spring, May."""
    for name, first, last in (
        ("kerstvakantie", dt.date(2026, 12, 19), dt.date(2027, 1, 3)),
        ("voorjaarsvakantie", dt.date(2027, 2, 20), dt.date(2027, 2, 28)),
        ("meivakantie", dt.date(2027, 4, 24), dt.date(2027, 5, 2)),
    ):
        Holiday.objects.create(school=cast.kompas, name=name, starts_on=first, ends_on=last)


def proposal(cast: Cast) -> LookAlong:
    plan = {Mode.WEEKLY: Moment("kerstvakantie", CHRISTMAS), Mode.SHARES: Moment("voorjaarsvakantie", SPRING)}
    return agreeing.propose(cast.adam, cast.naima, cast.kompas, plan, by=cast.dijk, side=Side.MENTOR, at=NOW)


def sealed(cast: Cast) -> LookAlong:
    made = proposal(cast)
    agreeing.sign(made, Side.STUDENT, by=cast.adam, at=NOW)
    agreeing.sign(made, Side.GUARDIAN, by=cast.naima, at=NOW)
    return LookAlong.objects.get(pk=made.pk)


def test_who_has_yet_to_sign_is_asked_on_her_first_page_and_nobody_else(cast: Cast) -> None:
    asked = "Een voorstel over meekijken"
    for person in (cast.naima, cast.adam):
        assert asked not in cast.sign_in(person).get("/").text
    made = proposal(cast)
    for person in (cast.naima, cast.adam):
        assert asked in cast.sign_in(person).get("/").text
    for person in (cast.rachid, cast.yusuf, cast.dijk):
        assert asked not in cast.sign_in(person).get("/", follow=True).text
    agreeing.sign(made, Side.STUDENT, by=cast.adam, at=NOW)
    assert (
        asked in cast.sign_in(cast.naima).get("/").text and asked not in cast.sign_in(cast.adam).get("/").text
    )
    agreeing.decline(made, Side.GUARDIAN, by=cast.naima, reason="", at=NOW)
    assert asked not in cast.sign_in(cast.naima).get("/").text


def test_a_step_begins_on_the_first_school_day_after_a_holiday(cast: Cast) -> None:
    found = moments(cast.kompas, TODAY)
    assert [(moment.after, moment.day) for moment in found[:2]] == [
        ("kerstvakantie", CHRISTMAS),
        ("voorjaarsvakantie", SPRING),
    ]


def test_in_a_mail_the_days_of_the_steps_stand_in_words_of_the_reader(cast: Cast) -> None:
    proposal(cast)
    slip = slip_of(Entry.objects.get(verb="following.agreement.proposed"), NOW)
    assert slip and str(slip.shown[1]) == "4 januari 2027: Een overzicht per week"
    with translation.override("en"):
        assert "4 January 2027" in str(slip.shown[1])


def test_it_counts_from_the_third_signature_and_signing_twice_is_signing_once(cast: Cast) -> None:
    made = proposal(cast)
    here, sign = (
        reverse("following:agreement", args=[cast.adam.pk]),
        reverse("following:signature", args=[made.pk]),
    )
    assert "Akkoord: 1 van de drie" in cast.sign_in(cast.naima).get(here).content.decode()
    for person in (cast.adam, cast.naima, cast.naima):
        assert not LookAlong.objects.in_force().exists()
        assert cast.sign_in(person).post(sign).status_code == 302
        if person == cast.naima:
            break
    assert LookAlong.objects.in_force().get() == made
    assert cast.sign_in(cast.naima).post(sign).status_code == 302
    assert made.signatures.count() == 3
    assert "Alle drie zijn akkoord" in cast.sign_in(cast.adam).get(here).content.decode()
    for stranger in (cast.rachid, cast.wouter, cast.bakker):
        assert cast.sign_in(stranger).post(sign).status_code == 404


def test_a_proposal_whose_first_step_is_near_is_signed_no_more_and_a_new_one_is_asked_for(cast: Cast) -> None:
    made, here = proposal(cast), reverse("following:agreement", args=[cast.adam.pk])
    sign, late = reverse("following:signature", args=[made.pk]), "Daarom kan dit voorstel niet meer."
    agreeing.sign(made, Side.STUDENT, by=cast.adam, at=NOW)
    with time_machine.travel(at(CHRISTMAS - dt.timedelta(days=30), dt.time(9)), tick=False):
        naima, slip = (
            cast.sign_in(cast.naima),
            slip_of(Entry.objects.get(verb="following.agreement.proposed"), NOW),
        )
        viewer = Viewer(cast.naima, "home", timezone.now())
        page = naima.get(here).text
        assert late in page and "Ik ben akkoord" not in page
        assert "Een voorstel over meekijken" not in naima.get("/").text
        said = naima.post(sign, follow=True).text
        assert "Doe een nieuw voorstel." in said and "Dat is bewaard" not in said
        assert slip and not slip.is_open(viewer) and not slip.say(viewer, "agreed")
        assert made.signatures.count() == 2 and not LookAlong.objects.in_force().exists()
        offered = naima.get(reverse("following:other", args=[cast.adam.pk])).text
        assert str(SPRING) in offered and str(CHRISTMAS) not in offered
    with time_machine.travel(at(CHRISTMAS - dt.timedelta(days=31), dt.time(9)), tick=False):
        naima = cast.sign_in(cast.naima)
        assert late not in naima.get(here).text and "Dat is bewaard" in naima.post(sign, follow=True).text
        assert LookAlong.objects.in_force().get() == made
        assert "Gaat het goed?" in naima.get(here).text and stepping.ask_about_steps(timezone.now()) == 1


def test_who_declines_keeps_what_was_and_only_the_mentor_reads_why(cast: Cast) -> None:
    made = proposal(cast)
    client = cast.sign_in(cast.naima)
    client.post(reverse("following:refusal", args=[made.pk]), {"reason": "Ik maak mij zorgen."})
    assert NotSigned.objects.get().side == Side.GUARDIAN and not LookAlong.objects.open().exists()
    here = reverse("following:agreement", args=[cast.adam.pk])
    reads = {p.given_name: "Ik maak mij zorgen." in cast.sign_in(p).get(here).content.decode()
             for p in (cast.naima, cast.dijk, cast.adam, cast.rachid)}  # fmt: skip
    assert reads == {"Naima": True, cast.dijk.given_name: True, "Adam": False, "Rachid": False}


def test_a_mentor_is_no_mentor_of_her_own_child(cast: Cast) -> None:
    """Else she read why the other home wants it, and signed for two of the three."""
    made = proposal(cast)
    agreeing.decline(made, Side.GUARDIAN, by=cast.naima, reason="Ik maak mij zorgen.", at=NOW)
    made, mentor = proposal(cast), cast.sign_in(cast.dijk)
    here = reverse("following:agreement", args=[cast.adam.pk])
    assert "Ik maak mij zorgen." in mentor.get(here).content.decode()
    tie = Guardianship.objects.create(
        guardian=cast.dijk, student=cast.adam, kind="custody", starts_on=TODAY, source="office"
    )
    tie.approve(by=None, at=NOW)
    assert "Ik maak mij zorgen." not in mentor.get(here).content.decode()
    assert mentor.post(reverse("following:signature", args=[made.pk])).status_code == 404


def test_the_other_parent_finds_nothing_of_it(cast: Cast) -> None:
    sealed(cast)
    page = cast.sign_in(cast.rachid).get(reverse("following:agreement", args=[cast.adam.pk]))
    said = page.content.decode()
    assert "Er is nog geen afspraak" in said and "Naima" not in said


def test_a_colleague_who_may_not_read_it_is_not_told_that_there_is_none(cast: Cast) -> None:
    here, said = reverse("following:agreement", args=[cast.adam.pk]), "Er is nog geen afspraak"
    shut = "Wat is afgesproken, lezen alleen leerling, ouder en mentor."
    for _made in (None, sealed(cast)):
        page = cast.sign_in(cast.peter).get(here).text
        assert shut in page and said not in page and cast.naima.name not in page
    page = cast.sign_in(cast.dijk).get(here).text
    assert shut not in page and "Alle drie zijn akkoord" in page and page.count(said) == 1  # of Rachid


def test_the_mentor_proposes_to_a_whole_class_at_once_and_nobody_twice(cast: Cast) -> None:
    sealed(cast)
    client, url = cast.sign_in(cast.dijk), reverse("following:of_group", args=[cast.klas_1b.pk])
    plan = {"weekly": str(CHRISTMAS), "shares": str(SPRING)}
    assert client.post(url, plan | {"shares": str(CHRISTMAS)}).status_code == 422
    assert client.post(url, plan).status_code == 302
    made = LookAlong.objects.count()
    assert made > 2 and LookAlong.objects.filter(student=cast.adam, guardian=cast.naima).count() == 1
    assert client.post(url, plan).status_code == 302 and LookAlong.objects.count() == made
    assert cast.sign_in(cast.bakker).get(url).status_code == 404


def test_to_a_whole_class_she_proposes_anew_what_can_be_signed_no_more(cast: Cast) -> None:
    """And what another proposed too late waits no more for her own yes."""
    plan = {Mode.WEEKLY: Moment("kerstvakantie", CHRISTMAS), Mode.SHARES: Moment("voorjaarsvakantie", SPRING)}
    pair = {"student": cast.adam, "guardian": cast.naima}
    agreeing.propose(**pair, school=cast.kompas, plan=plan, by=cast.naima, side=Side.GUARDIAN, at=NOW)
    mentor, url = cast.sign_in(cast.dijk), reverse("following:of_group", args=[cast.klas_1b.pk])
    assert "Wacht op jou" in mentor.get(url).text
    with time_machine.travel(at(CHRISTMAS - dt.timedelta(days=30), dt.time(9)), tick=False):
        mentor = cast.sign_in(cast.dijk)
        assert "Wacht op jou" not in mentor.get(url).text
        assert mentor.post(url, {"weekly": str(SPRING), "shares": "2027-05-03"}).status_code == 302
        new = LookAlong.objects.proposed().get(**pair)
        assert new.steps.get(mode=Mode.WEEKLY).starts_on == SPRING
        assert "Een voorstel over meekijken" in cast.sign_in(cast.naima).get("/").text


def test_who_teaches_a_subject_there_is_no_mentor(cast: Cast) -> None:
    """Neither reads why, nor signs, nor opens more, nor hears of it."""
    Appointment.objects.create(
        person=cast.bakker, function="teacher", board=cast.kompas.board, school=cast.kompas,
        group=cast.klas_1b, starts_on=TODAY,
    )  # fmt: skip
    made = proposal(cast)
    Reason.objects.create(agreement=made, by=cast.naima, words="Hij vergeet veel.", at=NOW)
    here, more = (reverse(f"following:{name}", args=[cast.adam.pk]) for name in ("agreement", "extra"))
    of_class, sign = (
        reverse("following:of_group", args=[cast.klas_1b.pk]),
        f"/meekijken/{made.pk}/handtekening/",
    )
    teacher, mentor = cast.sign_in(cast.bakker), cast.sign_in(cast.dijk)
    assert "Hij vergeet veel." in mentor.get(here).text and "Hij vergeet veel." not in teacher.get(here).text
    assert [mentor.get(of_class).status_code, mentor.get(more).status_code] == [200, 200]
    assert teacher.get(of_class).status_code in (403, 404) and teacher.get(more).status_code == 403
    assert teacher.post(sign).status_code == 404 and not made.signatures.filter(by=cast.bakker).exists()
    at_group = reverse("children:group", args=[cast.klas_1b.pk])
    assert of_class in mentor.get(at_group).text and of_class not in teacher.get(at_group).text
    assert set(mentors_of(cast.adam.pk, TODAY)) == {cast.dijk}


def test_the_mentor_reads_in_which_language_a_reason_was_given(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(language="tr")
    naima = Person.objects.get(pk=cast.naima.pk)
    Reason.objects.create(agreement=proposal(cast), by=naima, words="Biraz daha zaman lazım.", at=NOW)
    here = reverse("following:agreement", args=[cast.adam.pk])
    page = cast.sign_in(cast.dijk).get(here).content.decode()
    assert '<p lang="tr" dir="auto">Biraz daha zaman lazım.</p>' in page
    assert "Dit is niet vertaald. Het is geschreven in het" in page and "/ik/tolk/" not in page


@pytest.mark.parametrize(("language", "said"), [("nl", "Adam deelt"), ("uk", "Ділиться")])
def test_the_drawing_names_her_where_the_words_fit(cast: Cast, language: str, said: str) -> None:
    with translation.override(language):
        assert Agreed(sealed(cast), Viewer(cast.naima, "home", NOW)).sharing == said


def test_a_proposal_overtakes_a_digest_that_comes_when_it_can_be_signed_no_more(cast: Cast) -> None:
    made = proposal(cast)
    last = CHRISTMAS - dt.timedelta(days=31)
    assert not made.is_too_late(last) and made.is_too_late(last + dt.timedelta(days=1))
    told = notice_of(Entry.objects.get(verb="following.agreement.proposed"))
    assert told and told.may_wait(at(last, dt.time(10)), NOW)
    assert not told.may_wait(at(last, dt.time(15, 30)), NOW)
