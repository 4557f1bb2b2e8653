"""Results and missed work: who sees them, and from when."""

from django.db.models import Q

from driehoek.backbone.access.rules import results as marks
from driehoek.backbone.access.rules.children import about
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.staff import leader_of_its_school, school_leader
from driehoek.backbone.access.rules.through import shown_by

child = about("pk")

RESULTS: dict[str, Rule] = {
    "people.person.read_results": child["guardian"] | child["self"] | child["staff"],  # the page, if empty
    "results.result.see": marks.at_home | (marks.mark["self"] & marks.is_out) | marks.mark["staff"],
    "results.result.tell": marks.mark["self"] & marks.is_out & marks.hers_alone & marks.not_shown,
    "results.item.see": shown_by("results.result", "item") | marks.given_to_hers | marks.given_to_mine,
    "results.moment.see": shown_by("results.result", "moment"),
    "results.missedwork.see": marks.something_missing,
    # the office brings them in and says when they come out
    "schools.school.keep_results": school_leader,
    "results.connection.see": leader_of_its_school,
    "results.connection.keep": leader_of_its_school,
    "results.upload.see": leader_of_its_school,
    "results.upload.decide": leader_of_its_school & Rule(lambda me: Q(decision=None)),
}
