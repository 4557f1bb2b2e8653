"""Who may do what. This page and what it takes up is the whole answer; nothing else in the code decides it.

A line names a model and an act; its rule says on which rows a viewer may do that. The lines stand by their
subject in sections/, and each counts because it is taken up here. The words used there are defined in rules/.
Every rule about a person passes through a seat, so leaving ends access.
"""

from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.sections.arrangements import ARRANGEMENTS
from driehoek.backbone.access.sections.families import FAMILIES
from driehoek.backbone.access.sections.following import FOLLOWING
from driehoek.backbone.access.sections.gathering import GATHERING
from driehoek.backbone.access.sections.kitchen import KITCHEN
from driehoek.backbone.access.sections.newsletters import NEWSLETTERS
from driehoek.backbone.access.sections.office import OFFICE
from driehoek.backbone.access.sections.people import PEOPLE
from driehoek.backbone.access.sections.portfolio import PORTFOLIO
from driehoek.backbone.access.sections.posts import POSTS
from driehoek.backbone.access.sections.pulse import PULSE
from driehoek.backbone.access.sections.results import RESULTS
from driehoek.backbone.access.sections.talking import TALKING
from driehoek.backbone.access.sections.ways import WAYS


def taken_up(*sections: dict[str, Rule]) -> dict[str, Rule]:
    """Every line once: a second one of the same name would take the place of the first without a word."""
    page: dict[str, Rule] = {}
    for section in sections:
        if twice := page.keys() & section.keys():
            raise ValueError(f"these lines stand in two sections: {', '.join(sorted(twice))}")
        page |= section
    return page


POLICY: dict[str, Rule] = taken_up(
    PEOPLE,  # who may see a child, who runs a school and its groups, who says whose child somebody is
    OFFICE,  # words of a school, rosters, devices, and the roads by which news comes
    POSTS,  # what is told to a group or about one child, with its photos and files
    TALKING,  # what one person at home and the school say to each other, and what is urgent
    GATHERING,  # talks about a child, with the child there, and what was agreed
    NEWSLETTERS,  # from the first block until the letter of one family
    ARRANGEMENTS,  # away, fetched, on leave, who is near a child, and one's own data
    KITCHEN,  # what is asked at home, and that one talked about it
    RESULTS,  # what students got, and when it comes out
    WAYS,  # what a student reached and chose on her way through school
    FOLLOWING,  # who looks along with a student, how close, and until when
    PORTFOLIO,  # work and goals of students, and what is answered to them
    PULSE,  # two questions to all, and answers of nobody
    FAMILIES,  # what families tell school and each other, and how order is kept
)
