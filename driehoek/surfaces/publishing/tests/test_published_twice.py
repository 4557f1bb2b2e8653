"""The same words by several ways: nobody types them again, and nobody reads them who did not before."""

from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings

from driehoek.backbone.access.models import Role
from driehoek.backbone.media import files
from driehoek.backbone.media.checking import limit_to_parents
from driehoek.backbone.media.tests.studio import a_checked_photo, everyone_says_yes
from driehoek.backbone.media.tests.voices import recorded
from driehoek.base.core.text import plain_text, safe_html
from driehoek.features.feed.models import Post, PostAttachment, PostPhoto
from driehoek.features.feed.places import Place
from driehoek.features.feed.tests.posts import shared
from driehoek.features.newsletters.models import Block, BlockPhoto, Copy, Source
from driehoek.features.newsletters.tests.letters import BRIDGES, begun, block, out
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def test_a_post_goes_into_the_newsletter_for_the_same_families_and_once(cast: Cast) -> None:
    newsletter, post = begun(cast), shared(cast, title=BRIDGES)
    teacher, address = cast.sign_in(cast.anouk), reverse("publishing:newsletter", args=[post.pk])
    assert address in teacher.get(post.get_absolute_url()).text
    assert newsletter.title in teacher.get(address).text
    for client in (teacher, teacher, cast.sign_in(cast.meryem)):
        assert client.post(address, {"newsletter": newsletter.pk}).url == newsletter.get_absolute_url()
    made = Block.objects.get()
    assert made.title == BRIDGES and post.text in made.text
    assert Source.objects.get(block=made).key == post.pk
    lines = {(line.role, line.group_id) for line in made.audience.lines.all()}
    assert lines <= {(line.role, line.group_id) for line in post.audience.lines.all()}
    assert (Role.GUARDIAN, cast.groep_5.pk) in lines
    assert Copy.objects.filter(newsletter=out(newsletter, cast), person=cast.naima).exists()


def test_who_may_not_hear_a_post_or_may_not_add_puts_nothing_anywhere(cast: Cast) -> None:
    newsletter, post = begun(cast), shared(cast, title=BRIDGES)
    address = reverse("publishing:newsletter", args=[post.pk])
    for person, hat in ((cast.naima, "home"), (cast.anouk, "home"), (cast.daan, "school")):
        answer = cast.sign_in(person, hat).post(address, {"newsletter": newsletter.pk})
        assert answer.status_code in (403, 404)
    elsewhere = cast.sign_in(cast.anouk).post(address, {"newsletter": 999_999})
    assert elsewhere.status_code == 422 and not Block.objects.exists()


def test_what_was_taken_back_or_is_about_one_child_goes_nowhere(cast: Cast) -> None:
    post, teacher = shared(cast, title=BRIDGES), cast.sign_in(cast.anouk)
    post.withdraw(by=cast.anouk, at=NOW)
    room = Post.begin(Place(cast.vlieger, student=cast.yusuf), by=cast.anouk, at=NOW)
    room.share(by=cast.anouk, at=NOW, due_at=NOW)
    for one in (post, room):
        for route in ("publishing:newsletter", "publishing:letter"):
            assert teacher.get(reverse(route, args=[one.pk])).status_code == 404


def test_a_post_becomes_a_letter_on_paper_for_who_works_with_the_group(cast: Cast) -> None:
    post = shared(cast, title=BRIDGES)
    address = reverse("publishing:letter", args=[post.pk])
    page = cast.sign_in(cast.anouk).get(address).text
    assert BRIDGES in page and cast.vlieger.phone in page
    assert 'dir="rtl"' in cast.sign_in(cast.anouk).get(address, {"taal": "ar"}).text
    assert cast.sign_in(cast.naima).get(address).status_code in (403, 404)


def test_a_block_becomes_a_sheet_for_its_own_group_which_nobody_reads_before_she_shares(cast: Cast) -> None:
    newsletter = begun(cast)
    made = block(newsletter, cast.anouk, BRIDGES, cast.groep_5, text="Wij bouwden bruggen.")
    teacher, address = cast.sign_in(cast.anouk), reverse("publishing:post", args=[made.pk])
    place = f"group-{cast.groep_5.pk}"
    assert teacher.get(address).status_code == 200
    assert teacher.post(address, {"place": f"school-{cast.vlieger.pk}"}).status_code == 422
    first, again = (teacher.post(address, {"place": place}) for _ in range(2))
    post = Post.objects.get(title=BRIDGES)
    assert first.url == again.url == reverse("feed:sheet", args=[post.pk])
    assert (post.text, post.group, post.is_shared) == ("Wij bouwden bruggen.", cast.groep_5, False)
    assert cast.sign_in(cast.meryem).get(address).status_code == 404  # it is not her block
    assert cast.sign_in(cast.naima).get(address).status_code in (403, 404)


def test_the_photos_of_a_post_go_along_and_wait_until_it_is_said_who_is_on_them(cast: Cast) -> None:
    everyone_says_yes(cast.groep_5)
    newsletter, post = begun(cast), shared(cast, title=BRIDGES)
    shown, of_one = (a_checked_photo(cast, alt=words) for words in ("Een brug", "Finn bouwt"))
    limit_to_parents(of_one, cast.finn, by=cast.anouk, at=NOW)
    for photo in (shown, of_one):
        files.write(photo.token, dict.fromkeys(files.SIZES, b"RIFF    WEBP"))
        PostPhoto.objects.create(post=post, photo=photo)
    teacher, address = cast.sign_in(cast.anouk), reverse("publishing:newsletter", args=[post.pk])
    for _twice in range(2):
        teacher.post(address, {"newsletter": newsletter.pk})
    copy = BlockPhoto.objects.get().photo
    assert (copy.alt, copy.checked_at) == ("Een brug", None) and copy.token != shown.token
    page = teacher.get(newsletter.get_absolute_url()).text
    assert "Wie staat erop?" in page and "Zelfde tekst als dit bericht:" in page
    assert post.get_absolute_url() in page


def test_what_was_only_spoken_becomes_a_block_that_says_so_and_leads_to_it(
    cast: Cast, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    newsletter, post = begun(cast), shared(cast, title=BRIDGES)
    Post.objects.filter(pk=post.pk).update(text="", link="https://bruggen.example/a_b(1)")
    PostAttachment.objects.create(post=post, attachment=recorded(cast.anouk, cast.vlieger))
    address = reverse("publishing:newsletter", args=[post.pk])
    cast.sign_in(cast.anouk).post(address, {"newsletter": newsletter.pk})
    page, mailed = safe_html(Block.objects.get().text), plain_text(Block.objects.get().text)
    assert "Met een ingesproken bericht van 0:09. Luister in Driehoek." in page
    for link in (f"{settings.SITE_URL}{post.get_absolute_url()}", "https://bruggen.example/a_b(1)"):
        assert f'href="{link}"' in page and link in mailed


def test_the_source_of_a_block_is_named_to_who_may_see_it(cast: Cast) -> None:
    newsletter, post = begun(cast), shared(cast, title=BRIDGES)
    address = reverse("publishing:newsletter", args=[post.pk])
    cast.sign_in(cast.anouk).post(address, {"newsletter": newsletter.pk})
    post.withdraw(by=cast.anouk, at=NOW)
    sheet, said = newsletter.get_absolute_url(), "Zelfde tekst als dit bericht:"
    assert said in cast.sign_in(cast.anouk).get(sheet).text  # she still sees her own
    assert said not in cast.sign_in(cast.joris).get(sheet).text
