"""A HEAD request is answered like a GET, but for the body: link checkers, proxies and watchmen send it."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path, reverse
from django.views.decorators.http import require_GET, require_safe

from tests.cast import Cast
from tests.oracle.life import Life
from tests.refusing import refusals_drawn_once
from tests.routes import routes
from tests.samples import arguments


def hello(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("dag")


urlpatterns = [path("only-get/", require_GET(hello)), path("safe/", require_safe(hello))]  # for the control
ASKING = {"naima": "home", "anouk": "school", "marja": "school"}


def answers(client: Client, url: str) -> tuple[int, int]:
    """To GET and to HEAD; what either left behind is undone."""
    statuses = []
    for method in (client.get, client.head):
        cache.clear()
        with transaction.atomic():
            answer = method(url)
            transaction.set_rollback(True)
        statuses.append(answer.status_code)
        assert method == client.get or not answer.getvalue()
    return statuses[0], statuses[1]


@pytest.mark.slow
@pytest.mark.once
def test_every_page_answers_head_with_the_status_it_answers_get_with(cast: Cast) -> None:
    life = Life(cast)
    clients = {who: cast.sign_in(getattr(cast, who), hat) for who, hat in ASKING.items()}
    with refusals_drawn_once():
        found = {
            (route, who): answers(client, reverse(route, args=arguments(route, life)))
            for route in routes()
            for who, client in clients.items()
        }
    shown = {route for (route, _who), (get, _head) in found.items() if get == 200}
    assert len(shown) > 40  # it did look at pages
    assert {asked: both for asked, both in found.items() if len(set(both)) > 1} == {}


@pytest.mark.urls(__name__)
def test_a_page_that_takes_only_get_would_be_noticed(cast: Cast) -> None:
    assert answers(cast.sign_in(cast.naima, "home"), "/only-get/") == (200, 405)
    assert answers(cast.sign_in(cast.naima, "home"), "/safe/") == (200, 200)
