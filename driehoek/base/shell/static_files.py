"""Where styles, scripts and pictures of ours are fetched."""

from functools import lru_cache

from django.contrib.staticfiles.storage import StaticFilesStorage


class StaticFiles(StaticFilesStorage):
    @lru_cache(maxsize=500)  # noqa: B019  # there is one of these, as long as the program runs
    def url(self, name: str | None) -> str:
        """Worked out once: every page asks for the same few."""
        return str(super().url(name))
