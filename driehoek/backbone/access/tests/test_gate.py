"""What the one door says to a key that no row can have."""

import pytest

from tests.cast import Cast

pytestmark = pytest.mark.django_db
BEYOND = [2**63, 10**30]  # what a database cannot count to
PAGES = ["/bericht/{}/", "/bericht/{}/fotos/", "/maken/{}/", "/reactie/{}/weghalen/", "/groep/{}/berichten/"]


@pytest.mark.parametrize("key", [0, 2**63 - 1, *BEYOND])
def test_a_key_that_is_nobodys_is_not_found(cast: Cast, key: int) -> None:
    anouk = cast.sign_in(cast.anouk)
    assert [anouk.get(page.format(key)).status_code for page in PAGES] == [404] * len(PAGES)
    assert anouk.post(f"/bericht/{key}/mooi/").status_code == 404
