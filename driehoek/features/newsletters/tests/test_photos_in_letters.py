"""Photos with a block: nobody sees one before it was said who is on it, nor after a family says no."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from driehoek.backbone.media import files
from driehoek.backbone.media.holding import answer_about_photos
from driehoek.backbone.media.models import Photo, PhotoGroup, PhotoHold
from driehoek.backbone.media.tests.studio import a_checked_photo, everyone_says_yes
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.facts.consent.purposes import Purpose
from driehoek.features.newsletters.models import Block, BlockPhoto, Copy, Newsletter
from driehoek.features.newsletters.models.block import Said, Tags
from driehoek.features.newsletters.models.opening import Opening
from driehoek.features.newsletters.tests.letters import BRIDGES, TREES, filled, out
from tests.cast import NOW, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db


def picture(colour: str = "#E8643C") -> SimpleUploadedFile:
    made = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(made, "JPEG")
    return SimpleUploadedFile("brug.jpg", made.getvalue(), "image/jpeg")


def on(newsletter: Newsletter, title: str = BRIDGES) -> str:
    return reverse("newsletters:photos", args=[newsletter.blocks.get(title=title).pk])


def answered(teacher: Client, address: str, **said: object) -> int:
    """With what the page itself asks about."""
    about = re.search(r'name="about" value="([^"]+)"', teacher.get(address).text)
    given = {"done": "on", "about": about[1] if about else "", "on_photo": "nobody"} | said
    return teacher.post(address, given).status_code


def illustrated(cast: Cast) -> tuple[Newsletter, Photo]:
    """Everyone of groep 5 may be in a newsletter, but Finn; he is not on it."""
    everyone_says_yes(cast.groep_5, but=(cast.finn,), purpose=Purpose.NEWSLETTER)
    newsletter, teacher = filled(cast), cast.sign_in(cast.anouk)
    teacher.post(on(newsletter), {"photos": [picture()]})
    assert answered(teacher, on(newsletter)) == 302
    return newsletter, BlockPhoto.objects.get().photo


def test_before_somebody_said_who_is_on_it_nobody_sees_a_photo_and_the_letter_waits(cast: Cast) -> None:
    everyone_says_yes(cast.groep_5, but=(cast.finn,), purpose=Purpose.NEWSLETTER)
    newsletter, teacher, head = filled(cast), cast.sign_in(cast.anouk), cast.sign_in(cast.joris)
    for _twice in range(2):
        teacher.post(on(newsletter), {"photos": [picture()]})
    (photo,) = Photo.objects.all()
    page = teacher.get(on(newsletter)).text
    assert "Finn" in page and "Yusuf" not in page and " checked" not in page
    going = reverse("newsletters:going", args=[newsletter.pk])
    refusal = head.post(going, {"when": "now"})
    assert refusal.status_code == 422 and "Zeg eerst wie er op de foto&#x27;s staat." in refusal.text
    assert "Wie staat erop?" in teacher.get(newsletter.get_absolute_url()).text
    assert answered(teacher, on(newsletter), on_photo="") == 422
    assert answered(teacher, on(newsletter), about="0.0") == 302  # about other photos than there are
    assert Photo.objects.get().checked_at is None
    assert answered(teacher, on(newsletter)) == 302
    assert head.post(going, {"when": "now"}).status_code == 302
    out(newsletter, cast)
    address = Copy.objects.get(person=cast.naima).get_absolute_url()
    assert photo.token in cast.sign_in(cast.naima).get(address).text
    assert PhotoGroup.objects.get(photo=photo).group == cast.groep_5


def test_a_photo_of_who_said_no_goes_or_is_for_his_own_parents(cast: Cast) -> None:
    everyone_says_yes(cast.groep_5, but=(cast.finn,), purpose=Purpose.NEWSLETTER)
    newsletter, teacher = filled(cast), cast.sign_in(cast.anouk)
    teacher.post(on(newsletter), {"photos": [picture(), picture("#125246")]})
    first, second = BlockPhoto.of([newsletter.blocks.get(title=BRIDGES).pk])
    said = {
        f"on-{first.pk}": [cast.finn.pk], f"how-{first.pk}": "remove",
        f"on-{second.pk}": [cast.finn.pk], f"how-{second.pk}": "limit",
    }  # fmt: skip
    assert answered(teacher, on(newsletter), on_photo="someone") == 422
    assert answered(teacher, on(newsletter), on_photo="someone", **said) == 302
    out(newsletter, cast)
    seen = {}
    for name in ("naima", "marieke"):
        person = getattr(cast, name)
        page = cast.sign_in(person).get(Copy.objects.get(person=person).get_absolute_url()).text
        seen[name] = [photo.pk for photo in (first, second) if photo.token in page]
    assert seen == {"naima": [], "marieke": [second.pk]}


def test_a_sent_letter_hides_a_photo_from_the_moment_that_a_family_says_no(
    cast: Cast, postman: Postman
) -> None:
    newsletter, photo = illustrated(cast)
    out(newsletter, cast)
    bring()
    mail = next(mail for mail in postman.messages if cast.naima.email in mail["To"])
    assert "Er is 1 foto bij." in str(mail.get_body(("plain",))) and photo.token not in str(mail)
    copy, mother = Copy.objects.get(person=cast.naima), cast.sign_in(cast.naima)
    pages = [copy.get_absolute_url(), reverse("newsletters:print_out", args=[copy.pk])]
    assert all(photo.token in mother.get(page).text for page in pages)
    assert mother.get(photo.url(800)).status_code == 200
    answer_about_photos(cast.defne, Purpose.NEWSLETTER, shown=False, by=cast.elif_, at=NOW)
    assert PhotoHold.objects.open().get().student == cast.defne
    for page in pages:
        text = mother.get(page).text
        assert photo.token not in text and BRIDGES in text
    assert mother.get(photo.url(800)).status_code == 404


def test_a_no_to_newsletters_hides_nothing_of_the_class_and_the_other_way_round(cast: Cast) -> None:
    newsletter, photo = illustrated(cast)
    out(newsletter, cast)
    answer_about_photos(cast.defne, Purpose.CLASS_APP, shown=False, by=cast.elif_, at=NOW)
    assert not PhotoHold.objects.exists()
    assert cast.sign_in(cast.naima).get(photo.url(800)).status_code == 200


def test_a_photo_is_for_who_got_the_letter_and_never_on_the_page_for_anybody(
    cast: Cast, client: Client
) -> None:
    newsletter, photo = illustrated(cast)
    everyone_says_yes(cast.groep_2, purpose=Purpose.NEWSLETTER)
    head = cast.sign_in(cast.joris)
    head.post(on(newsletter, TREES), {"photos": [picture("#125246")]})
    assert answered(head, on(newsletter, TREES)) == 302
    trees = BlockPhoto.objects.get(block__title=TREES).photo
    out(newsletter, cast)
    Opening.give(newsletter, by=cast.joris, at=NOW)
    page = client.get(reverse("newsletters:public_letter", args=["de-vlieger", newsletter.pk])).text
    board = head.get(reverse("newsletters:board", args=[newsletter.pk])).text
    assert TREES in page and TREES in board and "/foto/" not in page and "/foto/" not in board
    assert client.get(trees.url(800)).status_code == 404
    assert cast.sign_in(cast.naima).get(trees.url(800)).status_code == 200
    elsewhere = cast.sign_in(cast.dewi, "home")
    assert [elsewhere.get(one.url(800)).status_code for one in (photo, trees)] == [404, 404]


def test_when_others_read_the_block_it_is_asked_anew_who_is_on_its_photos(cast: Cast) -> None:
    newsletter, photo = illustrated(cast)
    made = Block.objects.get(title=BRIDGES)
    made.write(Said(title=BRIDGES), Tags((cast.groep_5,)), at=NOW)
    assert Photo.objects.get(pk=photo.pk).checked_at
    made.write(Said(title=BRIDGES), Tags((cast.groep_5, cast.groep_2)), at=NOW)
    assert Photo.objects.get(pk=photo.pk).checked_at is None
    page = cast.sign_in(cast.joris).get(on(newsletter)).text
    assert "Lina" in page  # of groep 2, of whom nobody said that she may be shown


def test_only_who_wrote_the_block_or_leads_the_school_puts_photos_with_it(cast: Cast) -> None:
    newsletter = filled(cast)
    answers = {
        person.pk: cast.sign_in(person, hat).post(on(newsletter), {"photos": [picture()]}).status_code
        for person, hat in (
            (cast.anouk, "school"), (cast.joris, "school"), (cast.meryem, "school"), (cast.naima, "home"),
        )
    }  # fmt: skip
    assert answers == {cast.anouk.pk: 302, cast.joris.pk: 302, cast.meryem.pk: 404, cast.naima.pk: 404}
    out(newsletter, cast)
    assert cast.sign_in(cast.anouk).get(on(newsletter)).status_code == 403


def test_photos_go_one_by_one_with_their_block_and_with_the_sheet(cast: Cast) -> None:
    newsletter, teacher = filled(cast), cast.sign_in(cast.anouk)
    made = Block.objects.get(title=BRIDGES)
    colours = ("#E8643C", "#125246", "#FFC83D", "#10231D", "#8E2C0C")
    refused = teacher.post(on(newsletter), {"photos": [picture(colour) for colour in colours]})
    assert refused.status_code == 422 and "hooguit vier" in refused.text
    first, *others = BlockPhoto.of([made.pk])
    assert len(others) == 3
    teacher.post(on(newsletter), {f"alt-{first.pk}": "Een brug van papier"})
    assert BlockPhoto.of([made.pk])[0].alt == "Een brug van papier"
    teacher.post(reverse("newsletters:photo_removal", args=[made.pk, first.pk]))
    assert BlockPhoto.of([made.pk]) == others and Photo.objects.count() == 3
    made.remove(by=cast.anouk, at=NOW)
    assert not Photo.objects.exists()
    cast.sign_in(cast.joris).post(on(newsletter, TREES), {"photos": [picture()]})
    kept = Photo.objects.get()
    newsletter.discard(by=cast.joris, at=NOW)
    assert not Photo.objects.exists() and files.path(kept.token, 800).exists()  # gone when it is committed


def test_what_is_no_photo_is_said_and_nothing_else_is_lost(cast: Cast) -> None:
    newsletter, teacher = filled(cast), cast.sign_in(cast.anouk)
    paper = SimpleUploadedFile("brug.jpg", b"%PDF-1.4", "image/jpeg")
    answer = teacher.post(on(newsletter), {"photos": [paper, picture()]})
    assert answer.status_code == 422 and "note-danger" in answer.text
    assert BlockPhoto.objects.count() == 1


def test_a_letter_asks_as_much_for_many_photos_as_for_few(cast: Cast) -> None:
    newsletter = filled(cast)
    made = Block.objects.get(title=BRIDGES)

    def with_one_more() -> None:
        photo = a_checked_photo(cast, purpose=Purpose.NEWSLETTER)
        Photo.objects.filter(pk=photo.pk).update(purpose=Purpose.NEWSLETTER)  # place() says otherwise
        BlockPhoto.objects.create(block=made, photo=photo)

    with_one_more()
    out(newsletter, cast)
    mother, address = cast.sign_in(cast.naima), Copy.objects.get(person=cast.naima).get_absolute_url()
    author, sheet = cast.sign_in(cast.anouk), newsletter.get_absolute_url()

    def asked() -> list[int]:
        numbers = []
        for client, page in ((mother, address), (author, sheet)):
            client.get(page)
            with CaptureQueriesContext(connection) as queries:
                client.get(page)
            numbers.append(len(queries))
        return numbers

    before = asked()
    for _one in range(3):
        with_one_more()
    assert asked() == before
