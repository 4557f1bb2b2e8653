"""What of conversations can be found: what was said in them."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.conversations.models import Message


@searchable(Message, "author", "conversation__school")
def message(message: Message) -> Text | None:
    if message.is_taken_back:
        return None
    return Text(
        shelf=shelf(rooms_of=message.conversation.school_id),
        at=message.due_at,
        words=tuple(message.texts.values()),
        url=message.get_absolute_url(),
        icon="chats-circle-bold",
        by=message.author,
        where=message.conversation.school.name,
    )
