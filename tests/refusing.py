"""The page of a refusal is the same whatever was refused: on a walk along all addresses each reader gets it
drawn once, and after that only its status. One that were told something else is drawn again."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.http import HttpRequest, HttpResponse

from driehoek.base.shell import errors
from driehoek.base.shell.pages import page


@contextmanager
def refusals_drawn_once() -> Iterator[set[tuple[str, ...]]]:
    """Gives which pages were drawn: by whom, how she asked and the template."""
    drawn = set[tuple[str, ...]]()

    def once(request: HttpRequest, template: str, *given: dict[str, str], status: int) -> HttpResponse:
        asked = (str(request.user.pk), str(request.method), template, repr(given))
        if asked in drawn:
            return HttpResponse(status=status)
        drawn.add(asked)
        return page(request, template, *given, status=status)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(errors, "page", once)
        yield drawn
