"""Of newsletters each block can be found: by whoever has it in her own letter, and by who put it together."""

from collections.abc import Iterable

from driehoek.backbone.index.declaring import Text, carries, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.newsletters.models import Block, Newsletter


@searchable(Block, "newsletter__school", "newsletter__sending", "newsletter__withdrawal")
def block(block: Block) -> Text | None:
    """Without the title of its newsletter: it may have come to her in a later one."""
    newsletter = block.newsletter
    if not newsletter.is_sent or newsletter.is_withdrawn:
        return None
    texts = block.texts
    return Text(
        shelf=shelf(school=newsletter.school_id), at=newsletter.sending.due_at,
        title=texts.pop("title", None), words=tuple(texts.values()), has_markdown=True,
        url=block.get_absolute_url(), icon="envelope-simple-bold", where=newsletter.school.name,
    )  # fmt: skip


@carries(Newsletter)
def blocks(newsletter: Newsletter) -> Iterable[Block]:
    """Asked anew: what is remembered of it may be from before it was sent, or taken back."""
    rows = Block.objects.filter(newsletter=newsletter.pk)
    return rows.select_related("newsletter__school", "newsletter__sending", "newsletter__withdrawal")
