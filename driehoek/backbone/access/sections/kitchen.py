"""The kitchen table: what is asked at home, and that one talked about it."""

from django.db.models import Q

from driehoek.backbone.access.rules.children import about, teaches
from driehoek.backbone.access.rules.looking import lets_in
from driehoek.backbone.access.rules.posts import post
from driehoek.backbone.access.rules.rule import Rule, mine
from driehoek.backbone.access.rules.through import through, unless_hidden

table = about("student")
at_the_table = table["guardian"] | table["self"]
told_at_home = lets_in(
    "table", school=None
)  # she says each of it to home herself, so no agreement lets go of it
for_teacher = Rule(lambda me: Q(for_teacher=True))

KITCHEN: dict[str, Rule] = {
    # a tick is for who made it, as long as she sits at that table, and for the child; for no other guardian
    "kitchen.talked.see": (mine & at_the_table) | table["self"],
    # what a child asks to be asked, and what she answers when she looks back; school only if she likes
    "kitchen.wish.see": (told_at_home | table["self"]) & unless_hidden("kitchen.wish"),
    "kitchen.wishvoice.see": through("wish", "kitchen.wish"),
    "kitchen.wish.take_back": table["self"],
    # what a student says beside a question of school: ask me; for home, as far as the post is for home
    "feed.askme.see": (told_at_home & post["see"]) | table["self"],
    "kitchen.reflection.see": (told_at_home | table["self"] | (for_teacher & teaches & table["staff"]))
    & unless_hidden("kitchen.reflection"),
    "kitchen.reflection.take_back": table["self"],
    "kitchen.reflectionvoice.see": through("reflection", "kitchen.reflection"),
}
