"""Whoever sent a post sees how far it came, in numbers; nobody else does, and of one child nobody."""

import pytest
from django.urls import reverse

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.features.feed.models import Post
from driehoek.features.feed.tests.posts import shared
from tests.cast import NOW, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db


def page_of(post: Post) -> str:
    return reverse("feed:brought", args=[post.pk])


def test_the_author_and_the_head_see_numbers_and_a_parent_or_colleague_does_not(
    cast: Cast, postman: Postman
) -> None:
    post = shared(cast)
    while tell_due(NOW):
        pass
    while deliver_due("email", clock=lambda: NOW):
        pass
    for who in (cast.anouk, cast.joris):
        said = cast.sign_in(who, "school").get(page_of(post)).text
        assert "Gebracht, of al gezien in Driehoek" in said and "Wie het las, ziet niemand." in said
        assert cast.naima.name not in said and cast.naima.email not in said
    assert page_of(post) in cast.sign_in(cast.anouk, "school").get(post.get_absolute_url()).text
    assert page_of(post) not in cast.sign_in(cast.naima).get(post.get_absolute_url()).text
    assert cast.sign_in(cast.naima).get(page_of(post)).status_code == 403
    assert cast.sign_in(cast.wouter).get(page_of(post)).status_code == 404
