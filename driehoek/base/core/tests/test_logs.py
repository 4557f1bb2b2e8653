"""A line in the log opens no door and names nobody."""

import logging

import pytest

from driehoek.base.core.logs import Discreet

DISCREET = Discreet(secret_after=["/w/", "/foto/"])


def line(message: str, *args: object, error: BaseException | None = None) -> str:
    raised = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("django.request", logging.WARNING, "", 1, message, args, raised)
    logging.Formatter().format(record)  # another handler was first
    return DISCREET.format(record)


@pytest.mark.parametrize(
    "path", ["/w/{}/", "/w/{}/klopt-dit/", "/foto/{}/800/", "https://school.example/w/{}"]
)
def test_a_code_is_not_written_down(path: str) -> None:
    for code in ("ABCD-2345", "a_signed:token=with.marks", "ABCDEFGHJK234567"):
        told = line("Not Found: %s", path.format(code))
        assert code not in told
        assert path.format("…") in told


def test_what_is_no_code_stays() -> None:
    assert line("Not Found: %s", "/bericht/17/") == "Not Found: /bericht/17/"
    assert line("Not Found: %s", "/w/") == "Not Found: /w/"


def test_of_an_error_its_kind_and_its_place_are_written_and_none_of_its_words() -> None:
    address, words = "naima@thuis.example", "Yusuf is hier"
    try:
        try:
            raise KeyError(address)
        except KeyError as first:
            raise ValueError(words) from first
    except ValueError as error:
        told = line("Internal Server Error: %s", "/", error=error)
    assert "builtins.ValueError" in told and "builtins.KeyError" in told and __name__.split(".")[-1] in told
    assert words not in told and address not in told
