"""The kitchen table: what is asked at home, and that one talked about it."""

from driehoek.backbone.access.rules.children import about
from driehoek.backbone.access.rules.rule import Rule, mine

table = about("student")
at_the_table = table["guardian"] | table["self"]

KITCHEN: dict[str, Rule] = {
    # a tick is for who made it, as long as she sits at that table, and for the child; for no other guardian
    "kitchen.talked.see": (mine & at_the_table) | table["self"],
}
