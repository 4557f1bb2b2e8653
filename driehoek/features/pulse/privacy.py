"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Round": {
        "id": "internal", "school": "none", "starts_on": "none", "ends_on": "none", "closed_at": "internal",
        "by": "relation", "at": "internal",
    },
    "Side": {
        "id": "internal", "round": "none", "readers": "none", "first": "content", "second": "content",
        "language": "internal", "answered": "none", "asked": "none",
    },
    "Tally": {"id": "internal", "side": "none", "question": "none", "face": "none", "times": "none"},
    "Sentence": {"id": "internal", "side": "none", "words": "content", "language": "internal"},
    "Participation": {"id": "internal", "side": "internal", "person": "relation"},
}  # fmt: skip
