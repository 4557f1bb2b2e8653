"""A student of 16 or 17 objects to one guardian: what closes, who weighs it, and who knows."""

import datetime as dt

from django.urls import reverse

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.looking.models import ExtraLook, Objection
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment
from driehoek.features.following import objecting, worrying
from driehoek.features.following.tests.test_who_sees_what import TODAY, is_told, open_to
from tests.cast import NOW, Cast


def test_an_objection_closes_at_once_and_the_head_weighs_it(cast: Cast) -> None:
    dewi, page = cast.sign_in(cast.dewi), reverse("following:objection", args=[cast.sri.pk])
    assert dewi.post(page, {"reason": ""}).status_code == 422
    assert dewi.post(page, {"reason": "Ik regel het liever zelf."}).status_code == 302
    assert not open_to(cast, cast.sri, cast.dewi, "results")
    assert not is_told(cast.sri) and rows(Person, Viewer(cast.sri, "home", NOW), may="see").exists()
    objection = Objection.objects.get()
    weigh = reverse("following:weighing", args=[objection.pk])
    assert cast.sign_in(cast.sri).get(weigh).status_code == 404
    assert cast.sign_in(cast.youssef).get(weigh).status_code == 404
    head = cast.sign_in(cast.saskia)
    assert "Ik regel het liever zelf." in head.get(weigh).content.decode()
    assert head.post(weigh, {"outcome": "no", "reason": ""}).status_code == 422
    assert head.post(weigh, {"outcome": "no", "reason": "Je bent nog geen 18."}).status_code == 302
    assert open_to(cast, cast.sri, cast.dewi, "results") and is_told(cast.sri)
    assert "Je bent nog geen 18." in dewi.get(reverse("following:lookers")).content.decode()
    guardian = cast.sign_in(cast.sri).get(reverse("following:agreement", args=[cast.dewi.pk]))
    assert "Ik regel het liever zelf." not in guardian.content.decode()


def test_while_she_objects_that_guardian_is_offered_no_agreement_and_may_ask_the_mentor(cast: Cast) -> None:
    page, other = (reverse(f"following:{name}", args=[cast.dewi.pk]) for name in ("agreement", "other"))
    sri, ask = cast.sign_in(cast.sri), "Vraag hoe het met"
    before = sri.get(page).text
    assert "Stel een afspraak voor" in before and "School doet een voorstel, of jij." in before
    assert ask not in before and sri.get(other).status_code == 200
    pair = {"student": cast.dewi, "guardian": cast.sri, "school": cast.delta}
    Objection.objects.create(**pair, reason="Liever zelf.", at=NOW)
    after = sri.get(page).text
    assert "Stel een afspraak voor" not in after and "School doet een voorstel, of jij." not in after
    assert ask in after and "Bel de school" not in after and "liever niet dat je meekijkt" in after
    assert sri.get(other).status_code == 403 and sri.post(other, {"reason": ""}).status_code == 403
    dewi = cast.sign_in(cast.dewi)
    own = dewi.get(page).text
    assert "Stel een afspraak voor" not in own and "School doet een voorstel, of jij." not in own
    assert "Jij maakte bezwaar" in own and "Liever zelf." not in cast.sign_in(cast.youssef).get(page).text
    assert dewi.get(other).status_code == 403 and dewi.post(other, {"reason": ""}).status_code == 403
    Objection.objects.update(ended_at=NOW)
    assert "Stel een afspraak voor" in dewi.get(page).text and dewi.get(other).status_code == 200


def test_the_mentor_knows_that_she_objects_and_not_why(cast: Cast) -> None:
    objecting.object_to(cast.dewi, cast.sri, cast.delta, "Ik regel het liever zelf.", at=NOW)
    tell_due(NOW + dt.timedelta(days=3))
    told = Notification.objects.filter(entry__verb__startswith="following.objection")
    assert set(told.values_list("person", flat=True)) == {cast.saskia.pk, cast.youssef.pk}
    coach = cast.sign_in(cast.youssef)
    page = coach.get(reverse("following:agreement", args=[cast.dewi.pk])).text
    assert "maakte bezwaar" in page and "Ik regel het liever zelf." not in page
    assert "Stel een afspraak voor" not in page
    group = Enrolment.objects.on(TODAY).get(student=cast.dewi).group_id
    assert "bezwaar: kijkt nu niet mee" in coach.get(reverse("following:of_group", args=[group])).text


def test_while_she_objects_nobody_looks_closer(cast: Cast) -> None:
    page, coach = reverse("following:extra", args=[cast.dewi.pk]), cast.sign_in(cast.youssef)
    said = {"guardian": cast.sri.pk, "reason": "Drie opdrachten ontbreken."}
    objection = objecting.object_to(cast.dewi, cast.sri, cast.delta, "Liever zelf.", at=NOW)
    refused = "maakte bezwaar tegen"
    assert refused in coach.get(page).text and 'name="reason"' not in coach.get(page).text
    answer = coach.post(page, said)
    assert answer.status_code == 422 and refused in answer.text and not ExtraLook.objects.exists()
    worry = {"by": cast.youssef, "at": NOW, "today": TODAY}
    assert worrying.look_closer(cast.dewi, cast.sri, "Zorg.", **worry) is None
    objecting.weigh(objection, is_granted=True, reason="Gehoord.", by=cast.saskia, at=NOW)
    assert coach.post(page, said).status_code == 422
    objecting.take_back(objection, by=cast.dewi, at=NOW)
    assert coach.post(page, said).status_code == 302 and ExtraLook.objects.exists()


def test_in_a_secondary_school_nobody_objects(cast: Cast) -> None:
    page = reverse("following:objection", args=[cast.naima.pk])
    assert cast.sign_in(cast.adam).post(page, {"reason": "Nee."}).status_code == 403
    assert not Objection.objects.exists()
