"""What is told to a group or about one child: posts, their photos and files, day reports and tips."""

from django.db.models import Q

from driehoek.backbone.access.rules import meeting as among
from driehoek.backbone.access.rules import photos, portfolio, posts
from driehoek.backbone.access.rules.posts import child_of_row as child
from driehoek.backbone.access.rules.posts import day, post, room, under_a_post
from driehoek.backbone.access.rules.rule import Rule, at_home, at_work_or, by_me, mine, my_words
from driehoek.backbone.access.rules.staff import (
    at_my_school,
    author,
    colleague,
    leader_of_its_school,
    leads_its_group,
    works_with_group,
)
from driehoek.backbone.access.rules.through import named_in, through

helps_here = named_in("translation.helper", "school")  # whom school asked to translate

POSTS: dict[str, Rule] = {
    # media: the bytes of a photo, which of them a list shows, and who sets right what may not be shown
    "media.photo.see": photos.keeper
    | portfolio.brought_photo
    | (photos.in_a_post & photos.checked & photos.among_us & photos.consented),
    "media.photo.show": photos.checked & photos.among_us & photos.not_held,
    "media.photo.keep": photos.keeper,
    "media.photo.take_along": photos.stands  # a copy that leaves us: also of who keeps it, nothing held
    & (portfolio.brought_photo | (photos.not_held & photos.consented & (photos.shown | photos.keeper))),
    "media.phototag.see": ((child["told"] | child["self"]) & through("photo", "media.photo"))
    | (child["staff"] & through("photo", "media.photo", may="keep")),  # who is on it
    "media.attachment.see": photos.brought | photos.carried,
    "media.attachment.attach": photos.brought & photos.loose,
    "media.attachment.say_again": photos.brought,  # a copy, when the same form comes twice
    "media.photohold.see": through("photo", "media.photo", may="keep"),
    # tips: the library of a school, for whoever works there
    "tips.tip.see": at_my_school,
    "tips.tip.translate": at_my_school,
    "tips.tip.remove": at_my_school & (by_me | leader_of_its_school),
    # day reports: what the childcare saw of one child that day
    "schools.group.report_on": works_with_group & Rule(lambda me: Q(kind="care")),
    "dayreports.dayreport.see": day["told"] | day["self"] | day["staff"],
    "dayreports.dayreport.translate": day["staff"],
    "dayreports.dayvoice.see": through("report", "dayreports.dayreport"),
    # feed: a post is for its audience; a private line is for one family member and the school's side
    "feed.post.see": author
    | (posts.shown & (posts.addressed_to | colleague | room["staff"]))
    | (posts.shown & leader_of_its_school & posts.in_no_room),
    "feed.post.edit": author & posts.draft,
    "feed.post.share": author,
    "feed.post.undo": author & posts.waiting,
    "feed.post.withdraw": (author | (leader_of_its_school & posts.in_no_room)) & posts.shown,
    "feed.post.follow": (author | leader_of_its_school) & posts.in_no_room & posts.shown,  # in numbers
    "feed.post.hear": posts.hears,
    "feed.post.translate": posts.hears
    | (posts.shown & ((leader_of_its_school & posts.in_no_room) | (posts.addressed_to & helps_here))),
    "feed.post.applaud": posts.shown & (posts.addressed_to | posts.hears),
    "feed.post.comment": posts.open_for_comment,
    "feed.post.tell_all": posts.open_for_comment
    & at_work_or(among.not_silent("group", "school") & among.not_in_hiding),
    "feed.postphoto.see": post["see"],
    "feed.postattachment.see": post["see"],
    "feed.commentattachment.see": through("comment", "feed.comment"),
    "feed.comment.see": posts.stands
    & ((post["see"] & posts.is_due & (posts.told_all | posts.my_line)) | (post["hear"] & posts.heard)),
    "feed.comment.translate": posts.stands
    & ((post["hear"] & posts.heard) | (posts.is_due & posts.told_all & post["translate"])),
    "feed.comment.change": posts.stands & post["comment"] & my_words,  # too late, her words come back
    "feed.comment.edit": posts.stands
    & post["comment"]
    & my_words
    & among.just_said("due_at")
    & (
        posts.my_line
        | posts.said_at_school
        | (among.not_silent("post__group", "post__school") & among.not_in_hiding)
    ),
    "feed.comment.remove": posts.stands & ((post["comment"] & my_words) | (post["hear"] & posts.heard)),
    "feed.post.choose": at_home & posts.answers & posts.in_no_room,  # there a number would tell
    "feed.post.ask_why": at_home & posts.answers & posts.to_practise,
    "feed.post.ask_me": at_home & posts.for_herself & posts.asks_at_home,
    "feed.poll.see": post["see"],
    "feed.poll.translate": post["translate"],
    "feed.poll.answer": post["choose"],
    "feed.pollanswer.see": mine,
    "feed.groupagreement.see": posts.of_my_group | leads_its_group,
    "feed.groupagreement.translate": colleague | leads_its_group,
    "feed.newsweek.see": posts.of_my_group | leads_its_group,
    "feed.explanationrequest.see": mine | post["hear"],
    # feed: a private question answered for all, in words that the asker agreed to
    "feed.comment.pass_on": posts.stands
    & posts.asked_in_private
    & post["hear"]
    & posts.heard
    & posts.not_about_one,
    "feed.sharedquestion.see": (posts.agreed & under_a_post["see"]) | posts.asker | posts.heard_question,
    "feed.sharedquestion.translate": posts.heard_question | (posts.agreed & under_a_post["translate"]),
    "feed.sharedquestion.decide": posts.asker,
    "feed.sharedquestion.withdraw": posts.heard_question,
    "feed.reaction.see": mine,
    "feed.readmark.see": mine,
}
