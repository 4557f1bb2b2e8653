"""Every drawing by its short name, as the posts ask for it."""

from collections.abc import Callable

from demo.drawings import bridges, classroom, making, outside, pets, trades

SCENES: dict[str, Callable[[], str]] = {
    "bruggen": bridges.bridge,
    "brug-dichtbij": bridges.bridge_close,
    "vouwen": bridges.folding,
    "wegen": bridges.weighing,
    "ontwerp": bridges.plan,
    "vulkaan": making.volcano,
    "schrift": making.notebook,
    "herfsttafel": making.autumn_table,
    "klei": making.clay,
    "lampionnen": making.lanterns,
    "schoenen": making.shoes,
    "boerderij": outside.farm,
    "plein": outside.school_yard,
    "gym": outside.gym,
    "moestuin": outside.garden,
    "inloop": outside.gate,
    "planning": classroom.planning,
    "leeshoek": classroom.reading_corner,
    "muziek": classroom.music,
    "tafels": classroom.sums,
    "kring": classroom.circle_time,
    "koken": classroom.kitchen,
    "scheikunde": classroom.science,
    "lassen": trades.welding,
    "hout": trades.carpentry,
    "zorg": trades.care,
    "stage": trades.workplace,
    "cavia": pets.guinea_pig,
}
