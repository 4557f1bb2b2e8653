"""From what hypothesis draws: a few people, groups and moments, and rows of them."""

import datetime as dt

from hypothesis import strategies as st

from tests.oracle.rules import AMSTERDAM, Row

NOW = dt.datetime(2026, 11, 19, 15, 0, tzinfo=AMSTERDAM)
TODAY = NOW.date()
YESTERDAY = TODAY - dt.timedelta(days=1)
ADULTS, CHILDREN, GROUPS, POSTS = [1, 2, 3], [11, 12], [1, 2, 3], [1, 2, 3]

started = st.sampled_from([dt.date(2026, 8, 1)] * 4 + [dt.date(2026, 9, 15), dt.date(2026, 12, 1)])
ended = st.sampled_from([None] * 4 + [dt.date(2026, 10, 16), TODAY, dt.date(2027, 7, 1)])
moments = st.datetimes(dt.datetime(2026, 8, 1), dt.datetime(2026, 11, 30), timezones=st.just(AMSTERDAM))
flags = st.booleans()
adults, children, groups = st.sampled_from(ADULTS), st.sampled_from(CHILDREN), st.sampled_from(GROUPS)


def rows(**fields: st.SearchStrategy) -> st.SearchStrategy[list[Row]]:
    return st.lists(st.fixed_dictionaries(fields), max_size=5)


def dated(**fields: st.SearchStrategy) -> st.SearchStrategy[list[Row]]:
    return rows(starts=started, ends=ended, **fields)
