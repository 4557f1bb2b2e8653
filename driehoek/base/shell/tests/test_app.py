"""The portal as an app: what a phone keeps, and what it never keeps."""

import io
import json

from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from tests.cast import Cast


def test_the_manifest_names_icons_that_are_there_in_that_size(client: Client) -> None:
    about = json.loads(client.get("/manifest.webmanifest").content)
    assert about["start_url"] == about["scope"] == "/"
    for icon in about["icons"]:
        width, _, height = icon["sizes"].partition("x")
        found = finders.find(icon["src"].removeprefix("/static/"))
        assert Image.open(found).size == (int(width), int(height))
    assert {icon["purpose"] for icon in about["icons"]} == {"any", "maskable"}


def test_the_worker_stands_at_the_root_and_is_asked_for_anew_each_time(client: Client) -> None:
    response = client.get("/sw.js")
    assert response.headers["Content-Type"].startswith("text/javascript")
    assert "no-cache" in response.headers["Cache-Control"]


def test_the_offline_page_is_about_nobody(cast: Cast) -> None:
    html = cast.sign_in(cast.naima).get("/offline/").content.decode()
    assert "Je bent offline." in html
    assert "Naima" not in html and "<nav" not in html and "av-letters" not in html


def test_the_colours_of_a_school_are_a_file_that_never_changes(client: Client) -> None:
    response = client.get("/thema/ff7a00.css")
    assert response.headers["Content-Type"] == "text/css"
    assert "immutable" in response.headers["Cache-Control"] and "public" in response.headers["Cache-Control"]
    assert response.content.startswith(b":root{--school:#")
    assert "Accept-Language" not in response.headers.get("Vary", "")  # the same in every language


def test_only_a_colour_is_a_colour(client: Client) -> None:
    assert client.get("/thema/red.css").status_code == 404
    assert client.get("/thema/FF7A00.css").status_code == 404


def test_the_picture_on_a_home_screen_is_small() -> None:
    assert io.FileIO(finders.find("shell/app/icon-192.png")).seek(0, io.SEEK_END) < 4096
