"""For each guard: where a sample stands, texts that break the rule, and texts that keep it."""

from dataclasses import dataclass

VIEWS = "driehoek/features/feed/views.py"
MODELS = "driehoek/features/feed/models.py"
PAGE = "driehoek/features/feed/templates/feed/post.html"
STYLE = "driehoek/base/shell/static/shell/css/components/card.css"


@dataclass(frozen=True)
class Sample:
    path: str
    bad: list[str]
    good: list[str]
    sound_path: str = ""  # where the sound samples stand, if elsewhere


def lines(count: int, text: str) -> str:
    return "\n".join([text] * count)


def function(length: int) -> str:
    return "def page():\n" + lines(length - 1, "    pass")


def classes(count: int) -> str:
    return "\n".join(f"class M{number}(models.Model): ..." for number in range(count))


ABOVE = "from driehoek.surfaces.home.views import today"
SIBLING = "import driehoek.features.entry.models"
RELATIVE = "from ...features.entry import models"
ATOMIC = '@transaction.atomic\ndef publish(self):\n    record("feed.post.published", self)'
WITHIN = 'def publish(self):\n    with transaction.atomic():\n        record("feed.post.published", self)'
LOOSE = 'def publish(self):\n    record("feed.post.published", self)'
HOME = "/" + "root/"

SAMPLES = {
    "imports_point_down": Sample(
        MODELS, [ABOVE, SIBLING, RELATIVE], ["from driehoek.facts.people.models import Person"]
    ),
    "imports_stand_on_top": Sample(
        MODELS, ["def publish():\n    import json"], ["def ready(self):\n    import json", "import json"]
    ),
    "files_stay_small": Sample(MODELS, [lines(301, "x = 1")], [lines(300, "x = 1")]),
    "functions_stay_small": Sample(MODELS, [function(31)], [function(30)]),
    "views_stay_small": Sample(VIEWS, [function(16)], [function(15)]),
    "models_stay_few": Sample(MODELS, [classes(7)], [classes(6)]),
    "modules_have_names": Sample(
        "driehoek/features/feed/utils.py", ['"""Bits."""'], ['"""Bits."""'], sound_path=MODELS
    ),
    "modules_open_with_a_sentence": Sample(MODELS, ["import json"], ['"""Posts."""\nimport json', ""]),
    "signatures_are_typed": Sample(
        MODELS,
        ["def f(a) -> int: ...", "def f(a: int): ...", "def f(*a, **b) -> None: ..."],
        ["def f(self, a: int, *b: str) -> int: ..."],
    ),
    "no_machine_is_named": Sample(
        MODELS, [f'HERE = "{HOME}driehoek"'], ['HERE = "/werk/7/"', '"driehoek/home/anna/"']
    ),
    "views_go_through_the_policy": Sample(
        VIEWS,
        ["Post.objects.get(pk=1)", "Post._default_manager.all()", "get_object_or_404(Post)"],
        ['Post.objects.visible_to(viewer)', 'Post.objects.where(viewer, may="edit")'],
    ),
    "views_mention_no_role": Sample(
        VIEWS, ["if person.is_staff: pass", "Role.STAFF"], ["find(request, Post, pk=pk)"]
    ),
    "seats_are_asked_for_a_day": Sample(
        MODELS, ["Seat.objects.filter(person=me)", "Seat.objects.recent(today)"], ["Seat.objects.on(today)"]
    ),
    "only_channels_send_mail": Sample(
        MODELS,
        ["from django.core.mail import send_mail", "import smtplib", "person.email_user('Dag', 'Dag')"],
        ["from driehoek.backbone.notifications.channels import email"],
    ),
    "only_verbs_record": Sample(
        MODELS, [LOOSE], [ATOMIC, WITHIN]
    ),
    "safe_markup_has_one_home": Sample(
        MODELS, ["from django.utils.safestring import mark_safe", "s.mark_safe(text)"], ["escape(text)"]
    ),
    "no_form_skips_the_csrf_check": Sample(
        VIEWS, ["@csrf_exempt\ndef post(request): ..."], ["@require_POST\ndef post(request): ..."]
    ),
    "the_clock_is_read_at_the_door": Sample(
        MODELS,
        ["timezone.now()", "dt.datetime.now(UTC)", "date.today()", "DateTimeField(default=timezone.now)"],
        ["viewer.now", "dt.timedelta(days=1)"],
    ),
    "forms_name_their_fields": Sample(
        "driehoek/features/feed/forms.py",
        ['class Meta:\n    fields = "__all__"'],
        ['class Meta:\n    fields = ["text"]'],
    ),
    "redirects_are_ours": Sample(
        VIEWS, ['redirect(request.GET["next"])'], ['redirect("home:today")', "redirect(post)"]
    ),
    "templates_have_no_inline_style_or_script": Sample(
        PAGE,
        ['<p style="color: red">', "<style>", '<a onclick="go()">', "<script>go()", "javascript:go()"],
        ['<p class="card">', '<script src="/static/a.js" defer></script>', '<script nonce="{{ nonce }}">'],
    ),
    "colours_live_in_tokens": Sample(
        STYLE,
        [".card { color: #fff; }", ".card { background: rgb(0 0 0 / 10%); }"],
        [".card { color: var(--ink); }", "#fab { display: none; }", "/* was: #fff */"],
    ),
    "styles_know_no_left_or_right": Sample(
        STYLE,
        [".card { margin-left: 1rem; }", ".card { text-align: right; }", ".card { left: 0; }"],
        [".card { margin-inline-start: 1rem; text-align: start; }"],
    ),
}  # fmt: skip
