"""What the one door says to a key that no row can have."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast

pytestmark = pytest.mark.django_db
BEYOND = [2**63, 10**30]  # what a database cannot count to
PAGES = ["/bericht/{}/", "/bericht/{}/fotos/", "/maken/{}/", "/reactie/{}/weghalen/", "/groep/{}/berichten/"]


@pytest.mark.parametrize("key", [0, 2**63 - 1, *BEYOND])
def test_a_key_that_is_nobodys_is_not_found(cast: Cast, key: int) -> None:
    anouk = cast.sign_in(cast.anouk)
    assert [anouk.get(page.format(key)).status_code for page in PAGES] == [404] * len(PAGES)
    assert anouk.post(f"/bericht/{key}/mooi/").status_code == 404


def test_words_that_no_database_keeps_are_not_found(cast: Cast) -> None:
    anouk = cast.sign_in(cast.anouk)
    with CaptureQueriesContext(connection) as asked:
        assert anouk.get("/werk/pakket/a%00b/zip/").status_code == 404
    assert not any("portfolio_parcel" in query["sql"] for query in asked.captured_queries)
