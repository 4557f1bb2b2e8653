"""Photos of a post: never shared before someone answered who is on them."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from driehoek.backbone.media.checking import take_away
from driehoek.backbone.media.models import Photo, PhotoCheck, PhotoLimit
from driehoek.backbone.translation.models import Correction
from driehoek.facts.consent.models import answer
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Guardianship, Person, ProtectionReader
from driehoek.facts.people.models.guardianship import DECIDING
from driehoek.facts.schools.models import Enrolment
from driehoek.features.feed.models import Post, PostPhoto
from driehoek.features.feed.tests.test_composing import opened, sheet
from tests.cast import Cast


def picture(name: str = "brug.jpg") -> SimpleUploadedFile:
    made = io.BytesIO()
    Image.new("RGB", (64, 48), "#E8643C").save(made, "JPEG")
    return SimpleUploadedFile(name, made.getvalue(), "image/jpeg")


def with_photos(cast: Cast, number: int = 1) -> tuple[Client, Post, list[Photo]]:
    """Juf Anouk with photos on her sheet."""
    client, post = opened(cast)
    client.post(f"/maken/{post.pk}/", sheet(cast) | {"photos": [picture() for _each in range(number)]})
    return client, post, [row.photo for row in PostPhoto.objects.filter(post=post).in_order()]


def share(client: Client, cast: Cast, post: Post, **answers: object) -> int:
    return client.post(f"/maken/{post.pk}/delen/", sheet(cast, when="now") | answers).status_code


def shown_to(cast: Cast, post: Post, *people: str) -> set[str]:
    viewers = {name: cast.viewer(getattr(cast, name)) for name in people}
    return {name for name, viewer in viewers.items() if PostPhoto.objects.filter(post=post).shown_to(viewer)}


def say_yes(cast: Cast, *children: Person) -> None:
    for child in children:
        guardian = (
            Guardianship.objects.on(cast.today).filter(student=child, kind__in=DECIDING).first().guardian
        )
        answer(child, Purpose.CLASS_APP, shown=True, by=guardian, at=cast.now)


def check_on(client: Client, post: Post) -> str:
    """The part of the page that asks who is on the photos."""
    page = client.get(f"/maken/{post.pk}/").content.decode()
    return page.partition('id="check"')[2].partition('for="id_text"')[0]


def test_the_check_asks_only_about_those_who_may_not_be_shown_and_chooses_nothing(cast: Cast) -> None:
    say_yes(cast, cast.yusuf, cast.defne)
    client, post, _photos = with_photos(cast)
    check = check_on(client, post)
    assert "Staat een van hen op een foto?" in check and " checked" not in check
    assert "Finn" in check and "Yusuf" not in check and "Defne" not in check


def test_when_everyone_may_be_shown_nothing_is_asked(cast: Cast) -> None:
    here = Enrolment.objects.on(cast.today).filter(group=cast.groep_5).select_related("student")
    say_yes(cast, *(row.student for row in here))
    client, post, _photos = with_photos(cast)
    assert "Alle kinderen mogen op de foto" in check_on(client, post)
    assert share(client, cast, post) == 302 and shown_to(cast, post, "naima") == {"naima"}


def test_sharing_is_refused_until_the_check_is_answered(cast: Cast) -> None:
    client, post, photos = with_photos(cast)
    refusal = client.post(f"/maken/{post.pk}/delen/", sheet(cast))
    assert refusal.status_code == 422
    assert "Zeg eerst of een van hen op een foto staat." in refusal.content.decode()
    assert not Post.objects.get(pk=post.pk).is_shared and Photo.objects.filter(pk=photos[0].pk).exists()


def test_nobody_on_it_is_kept_as_an_answer_about_each_child(cast: Cast) -> None:
    client, post, photos = with_photos(cast)
    assert share(client, cast, post, on_photo="nobody") == 302
    assert PhotoCheck.objects.filter(photo=photos[0], present=False, by=cast.anouk).count() >= 3
    assert shown_to(cast, post, "naima", "elif_", "marieke") == {"naima", "elif_", "marieke"}


def test_a_photo_with_finn_is_for_his_own_parents_when_she_says_so(cast: Cast) -> None:
    client, post, (photo,) = with_photos(cast)
    answers = {f"on-{photo.pk}": [str(cast.finn.pk)], f"how-{photo.pk}": "limit"}
    assert share(client, cast, post, on_photo="someone", **answers) == 302
    assert PhotoLimit.objects.get().student == cast.finn
    assert shown_to(cast, post, "naima", "marieke", "jeroen") == {"marieke"}
    album = f"/bericht/{post.pk}/fotos/"
    assert "Alleen voor eigen ouders" in cast.sign_in(cast.anouk).get(album).content.decode()
    assert "Alleen voor eigen ouders" not in cast.sign_in(cast.marieke).get(album).content.decode()


def test_a_photo_with_finn_goes_when_she_says_so(cast: Cast) -> None:
    client, post, (first, second) = with_photos(cast, 2)
    answers = {f"on-{first.pk}": [str(cast.finn.pk)], f"how-{first.pk}": "remove"}
    assert share(client, cast, post, on_photo="someone", **answers) == 302
    assert [row.photo for row in PostPhoto.objects.filter(post=post)] == [second]


def test_a_face_is_covered_in_the_pixels(cast: Cast) -> None:
    client, post, (photo,) = with_photos(cast)
    answers = {
        f"on-{photo.pk}": [str(cast.finn.pk)],
        f"how-{photo.pk}": "cover",
        f"kites-{photo.pk}": "0.5,0.5",
    }
    assert share(client, cast, post, on_photo="someone", **answers) == 302
    assert Photo.objects.get().token != photo.token
    assert shown_to(cast, post, "naima", "marieke") == {"naima", "marieke"}


@pytest.mark.parametrize(
    "answers", [{}, {"how": "cover"}, {"how": "cover", "kites": "2,0.5"}, {"how": "eat"}]
)
def test_half_an_answer_shares_nothing(cast: Cast, answers: dict[str, str]) -> None:
    client, post, (photo,) = with_photos(cast)
    said = {f"{field}-{photo.pk}": value for field, value in answers.items()}
    assert share(client, cast, post, on_photo="someone") == 422
    assert (
        share(client, cast, post, on_photo="someone", **{f"on-{photo.pk}": [str(cast.finn.pk)]}, **said)
        == 422
    )
    assert not Post.objects.get(pk=post.pk).is_shared


def test_a_file_that_is_no_photo_is_refused_and_everything_else_is_kept(cast: Cast) -> None:
    client, post = opened(cast)
    broken = SimpleUploadedFile("foto.svg", b"<svg onload='alert(1)'/>", "image/svg+xml")
    refusal = client.post(f"/maken/{post.pk}/", sheet(cast) | {"photos": [picture(), broken]})
    assert refusal.status_code == 422 and "Dit soort bestand kan niet." in refusal.content.decode()
    assert PostPhoto.objects.filter(post=post).count() == 1
    assert Post.objects.get(pk=post.pk).text == sheet(cast)["text"]


def test_a_photo_is_taken_off_the_sheet_without_losing_the_text(cast: Cast) -> None:
    client, post, (photo,) = with_photos(cast)
    client.post(f"/maken/{post.pk}/foto/{photo.pk}/weghalen/", sheet(cast, text="Nieuwe tekst"))
    assert not Photo.objects.filter(pk=photo.pk).exists()
    assert Post.objects.get(pk=post.pk).text == "Nieuwe tekst"


def test_nobody_but_its_author_sees_a_photo_of_a_draft(cast: Cast) -> None:
    _client, _post, (photo,) = with_photos(cast)
    assert cast.sign_in(cast.anouk).get(photo.url(400)).status_code == 200
    for person in (cast.naima, cast.marieke, cast.stefan):
        assert cast.sign_in(person).get(photo.url(400)).status_code == 404


def test_a_grey_card_stands_where_a_photo_was(cast: Cast) -> None:
    client, post, (first, _second) = with_photos(cast, 2)
    share(client, cast, post, on_photo="nobody")
    take_away(first, by=cast.anouk, at=cast.now)
    page = cast.sign_in(cast.naima).get(f"/bericht/{post.pk}/fotos/").content.decode()
    assert page.count("Deze foto is weggehaald") == 1 and page.count("Bewaar foto") == 1
    assert cast.sign_in(cast.stefan).get(f"/bericht/{post.pk}/fotos/").status_code == 404


def test_an_answer_to_the_check_stays_while_the_sheet_is_saved(cast: Cast) -> None:
    client, post, (photo,) = with_photos(cast)
    about = client.get(f"/maken/{post.pk}/").context["desk"].about
    answers = {"on_photo": "someone", "about": about, f"on-{photo.pk}": [str(cast.finn.pk)]}
    client.post(f"/maken/{post.pk}/", sheet(cast) | answers)
    assert check_on(client, post).count(" checked") == 2
    client.post(f"/maken/{post.pk}/", sheet(cast) | {"on_photo": "nobody", "about": about})
    assert check_on(client, post).count(" checked") == 1


def test_nobody_is_asked_anew_when_there_is_another_photo(cast: Cast) -> None:
    client, post, _photos = with_photos(cast)
    about = client.get(f"/maken/{post.pk}/").context["desk"].about
    answer = {"on_photo": "nobody", "about": about, "photos": [picture()]}
    client.post(f"/maken/{post.pk}/", sheet(cast) | answer)
    assert " checked" not in check_on(client, post)


def test_a_protected_child_is_not_named_to_who_may_not_know_her_but_must_be_answered_for(cast: Cast) -> None:
    client, post, (photo,) = with_photos(cast)
    assert "Lotte" in check_on(client, post) and "Vraag het de directeur." not in check_on(client, post)
    ProtectionReader.objects.filter(protection__student=cast.lotte).delete()
    check = check_on(client, post)
    assert "Lotte" not in check and f'value="{cast.lotte.pk}"' not in check and "Finn" in check
    assert "Vraag het de directeur." in check
    assert share(client, cast, post, on_photo="nobody") == 422
    assert share(client, cast, post, on_photo="nobody", absent="on") == 302
    assert PhotoCheck.objects.filter(photo=photo, student=cast.lotte, present=False).exists()


def test_a_student_sees_a_grey_card_where_her_own_limited_photo_was(cast: Cast) -> None:
    client, post, (photo,) = with_photos(cast)
    share(client, cast, post, on_photo="nobody")
    PhotoLimit.objects.create(photo=photo, student=cast.yusuf, by=cast.anouk, at=cast.now)
    take_away(photo, by=cast.anouk, at=cast.now)
    rows = PostPhoto.objects.filter(post=post)
    assert rows.gone_for(cast.viewer(cast.yusuf)) and rows.gone_for(cast.viewer(cast.naima))
    assert not rows.gone_for(cast.viewer(cast.elif_))


def test_what_is_on_a_photo_is_kept_as_it_is_typed_and_read_by_who_may_see_the_photo(cast: Cast) -> None:
    client, post, (photo,) = with_photos(cast)
    assert f'name="alt-{photo.pk}"' in client.get(f"/maken/{post.pk}/").text and photo.alt == ""
    client.post(f"/maken/{post.pk}/", sheet(cast) | {f"alt-{photo.pk}": "Een brug\n van  papier."})
    photo.refresh_from_db()
    assert photo.alt == "Een brug van papier."
    say_yes(cast, *(row.student for row in Enrolment.objects.on(cast.today).filter(group=cast.groep_5)))
    assert share(client, cast, post) == 302
    for page in (f"/bericht/{post.pk}/", f"/bericht/{post.pk}/fotos/", f"/groep/{cast.groep_5.pk}/fotos/"):
        assert "Een brug van papier." in cast.sign_in(cast.naima).get(page).text
    take_away(photo, by=cast.anouk, at=cast.now)
    assert "Een brug van papier." not in cast.sign_in(cast.naima).get(f"/bericht/{post.pk}/").text


def test_words_that_are_too_long_are_told_of_and_stay_on_the_page(cast: Cast) -> None:
    client, post, (photo,) = with_photos(cast)
    said = "Een brug van papier. " * 20
    answer = client.post(f"/maken/{post.pk}/", sheet(cast) | {f"alt-{photo.pk}": said})
    assert answer.status_code == 422 and "Foto 1: zeg het in één of twee zinnen." in answer.text
    assert said.strip() in answer.text
    photo.refresh_from_db()
    assert photo.alt == ""


def test_only_who_makes_the_post_describes_its_photos_and_only_before_it_is_shared(cast: Cast) -> None:
    client, post, (photo,) = with_photos(cast)
    other, other_post, _photos = with_photos(cast)
    strangers = {f"alt-{photo.pk}": "Van een ander"}
    for someone in (cast.sign_in(cast.daan), cast.sign_in(cast.naima)):
        assert someone.post(f"/maken/{post.pk}/", sheet(cast) | strangers).status_code == 404
    other_post = Post.begin(other_post.place, by=cast.anouk, at=cast.now)
    other.post(f"/maken/{other_post.pk}/", sheet(cast) | strangers)
    say_yes(cast, *(row.student for row in Enrolment.objects.on(cast.today).filter(group=cast.groep_5)))
    share(client, cast, post)
    client.post(f"/maken/{post.pk}/", sheet(cast) | strangers)
    photo.refresh_from_db()
    assert photo.alt == ""


def test_what_is_on_a_photo_comes_in_the_language_of_the_reader(cast: Cast) -> None:
    client, post, (photo,) = with_photos(cast)
    client.post(f"/maken/{post.pk}/", sheet(cast) | {f"alt-{photo.pk}": "Een brug van papier."})
    say_yes(cast, *(row.student for row in Enrolment.objects.on(cast.today).filter(group=cast.groep_5)))
    share(client, cast, post)
    photo.refresh_from_db()
    Correction.write(photo.texts["alt"], "tr", "Kâğıttan bir köprü.", by=cast.meryem, at=cast.now)
    read = cast.sign_in(cast.elif_).get(f"/bericht/{post.pk}/").text
    assert 'lang="tr" alt="Kâğıttan bir köprü."' in read
