"""Rules about posts, and about what is said under them."""

from django.db.models import OuterRef, Q, QuerySet

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.rules.audiences import addressed, answering, answering_as_student, out
from driehoek.backbone.access.rules.children import about, kept_from, teaches
from driehoek.backbone.access.rules.meeting import apart, of_open_family, open_herself
from driehoek.backbone.access.rules.rule import Rule, my_words
from driehoek.backbone.access.rules.staff import at_my_school, author, colleague, leads_its_group
from driehoek.backbone.access.rules.through import through, unless, unless_hidden
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.ages import born_after
from driehoek.facts.people.models import Guardianship, Person

SAYS_IT_AT = 12  # years; from here a student says to home that it may ask her

room = about("student")  # rules on rows in the room of one child
child_of_row = dict(room)  # the same on rows that belong to no school
room["staff"] &= at_my_school  # a child may sit at two schools, and neither hears what the other says
day = about("student")  # rules on what was seen of one child on a day, or goes along with her
day["staff"] &= colleague | leads_its_group
in_no_room = Rule(lambda me: Q(student=None))

draft = Rule(lambda me: Q(publication=None))
waiting = Rule(lambda me: Q(publication__due_at__gt=me.now))
shown = out("publication__due_at") & unless("feed.withdrawal", "post")
addressed_to = addressed(at="publication__due_at")
hears = author | (shown & (colleague | (teaches & room["staff"])))  # the school's side of every line
answers = shown & answering
for_herself = shown & answering_as_student & Rule(lambda me: Q(any_in(_herself_from(SAYS_IT_AT, me))))
open_for_comment = shown & (answering | hears)
to_practise = Rule(lambda me: Q(kind__in=["lesson", "homework", "links"]))
asks_at_home = Rule(lambda me: ~Q(ask_at_home=""))
of_my_group = Rule(lambda me: Q(group__in=me.groups()))

acts = ("see", "hear", "comment", "translate", "choose")
post = {act: through("post", "feed.post", may=act) for act in acts}
under_a_post = {act: through("comment__post", "feed.post", may=act) for act in ("see", "hear", "translate")}

# comments: in the line of one person, or for all who see the post
my_line = Rule(lambda me: Q(thread_of=me.person))
said_at_school = Rule(lambda me: Q(corner="school"))
for_all = Rule(lambda me: Q(thread_of=None))
is_due = Rule(lambda me: Q(due_at__lte=me.now)) | my_words  # till then the school's side reads it
in_the_open = (
    said_at_school | my_words | (of_open_family("author") & open_herself("author") & apart("author"))
)
told_all = for_all & in_the_open  # of a family that hides, or is kept apart from hers, nobody reads it
let_be = unless_hidden("feed.comment")  # by the leaders of the school
stands = unless("feed.removal", "comment") & let_be


def not_of_a_kept_family(line: str) -> Rule:
    """A block counts at work too, also in the line of a child's family."""

    def rows_for(me: Viewer) -> Q:
        kept = kept_from(me)
        families = Guardianship.objects.filter(guardian=OuterRef(line), student__in=kept)
        return ~(Q(any_in(families)) | Q(**{f"{line}__in": kept}))

    return Rule(rows_for)


def _herself_from(age: int, me: Viewer) -> QuerySet[Person]:
    """She, when she is that old."""
    return Person.objects.filter(pk=me.person.pk, birth_date__lte=born_after(me.today, age))


heard = not_of_a_kept_family("thread_of") & (  # what the school's side hears
    said_at_school | not_of_a_kept_family("author")
)

# a private question that is answered for all
asked_in_private = Rule(lambda me: Q(thread_of__isnull=False, corner__in=["home", "child"]))
heard_question = under_a_post["hear"] & not_of_a_kept_family("comment__thread_of")
asker = Rule(lambda me: Q(comment__author=me.person)) & through("comment", "feed.comment")
not_about_one = Rule(lambda me: Q(post__student=None))
agreed = Rule(lambda me: Q(verdict__agrees=True, due_at__lte=me.now, comment__removal=None))
