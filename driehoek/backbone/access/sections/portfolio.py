"""Work and goals of students, what is answered to them, and what a student takes along."""

from driehoek.backbone.access.rules import portfolio as work
from driehoek.backbone.access.rules.children import about, taught
from driehoek.backbone.access.rules.rule import Rule, at_home, mine, my_words
from driehoek.backbone.access.rules.staff import colleague, leads_its_group, works_with_group
from driehoek.backbone.access.rules.through import through

child = about("pk")

PORTFOLIO: dict[str, Rule] = {
    # work: of a student, by herself or by who teaches her; she says for whom it is
    "people.person.add_work": child["self"] | (child["staff"] & taught("pk")),
    "people.person.set_goal": child["self"] | (child["staff"] & taught("pk")),
    "people.person.take_along": child["self"] | child["guardian"] | (child["staff"] & taught("pk")),
    "schools.group.look_at_work": works_with_group,  # before it goes home
    "portfolio.work.see": work.standing & (work.own | work.teacher | work.seen_by_others),
    "portfolio.work.share": work.standing & (work.own | (work.made_by_me & work.teacher)),
    "portfolio.work.change": work.standing & work.made_by_me,
    "portfolio.work.remove": work.standing & (work.own | work.made_by_me),
    "portfolio.work.look_at": work.standing & work.teacher & work.to_look_at,
    "portfolio.work.answer": work.standing & (work.teacher | (at_home & work.answered_from_home)),
    "portfolio.work.translate": work.standing & work.teacher,
    "portfolio.workphoto.see": through("work", "portfolio.work"),
    "portfolio.workattachment.see": through("work", "portfolio.work"),
    "media.photo.bring": work.brought_photo,
    # goals: in her own words, and she says how far she is
    "portfolio.goal.see": work.goal_stands & (work.own | work.teacher | work.goal_for_home),
    "portfolio.goalvoice.see": through("goal", "portfolio.goal"),
    "portfolio.goalversionvoice.see": through("version__goal", "portfolio.goal", may="move"),
    "portfolio.goal.move": work.goal_stands & (work.own | work.teacher),
    "portfolio.goal.change": work.goal_stands & (work.own | work.teacher),
    "portfolio.goal.answer": work.goal_stands & (work.teacher | (at_home & work.goal_for_home)),
    "portfolio.goal.translate": work.goal_stands & work.teacher,
    "portfolio.goalreading.see": mine | through("goal", "portfolio.goal", may="look_back"),
    "portfolio.goal.look_back": work.goal_stands & work.own,
    # a period: what a group works on, from its first day on; later too, as long as work lies in it
    "schools.group.set_period": works_with_group,
    "portfolio.period.see": colleague
    | leads_its_group
    | (work.begun & (work.of_my_group | work.work_lies_in)),
    "portfolio.period.change": colleague,
    "portfolio.standing.see": work.own | work.teacher | work.standing_for_home,
    # taken along: by who put it together, in the hat she wore, while she stands beside the child
    "portfolio.bundle.see": my_words & work.my_hat & (work.own | work.guardian | work.teacher),
    "portfolio.parcel.see": work.still_kept & through("bundle", "portfolio.bundle") & work.nothing_closed,
    # echoes: said to the child; she and who teaches her hear all of them
    "portfolio.echo.see": work.echo_stands
    & work.welcome
    & work.about_seen
    & (work.for_her | my_words | work.said_at_school),
    "portfolio.echo.remove": work.echo_stands & work.about_seen & my_words,
    "portfolio.echo.translate": work.echo_stands & work.welcome & work.about_seen & work.teacher,
    "portfolio.echoattachment.see": through("echo", "portfolio.echo"),
    "portfolio.echoheard.see": mine,
}
