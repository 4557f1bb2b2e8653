"""The few doors through which rows, mail, records and time come in and go out."""

import ast
import re
from pathlib import Path

from tests.guards.sources import calls, dotted, files, functions, product

ASKING = {"visible_to", "where"}
ROLES = {"Role", "is_staff", "is_superuser", "has_perm", "user_passes_test"}
CHANNELS = Path("driehoek/backbone/notifications/channels")
MARKUP = {  # the only modules that may call text safe, and why
    Path("driehoek/base/core/text.py"),  # cleaned by an allow-list
    Path("driehoek/base/shell/icons.py"),  # our own drawings
    Path("driehoek/base/shell/templatetags/shell.py"),  # rendered by the template engine
}
MAIL = "driehoek/backbone/notifications/views.py"
CSRF_FREE = {
    *((MAIL, "unsubscribe"), (MAIL, "stop_the_digest")),  # RFC 8058: mail programs post these
    ("driehoek/backbone/texting/views.py", "gateway"),  # a signature stands for the form
    ("driehoek/surfaces/demo/views.py", "identity_token"),  # so does the secret of the client
    ("driehoek/surfaces/demo/systems/views.py", "token"),  # the same
}
NO_VERBS = {
    "views",
    "forms",
    "urls",
    "jobs",
    "notices",
    "admin",
    "middleware",
    "templatetags",
    "commands",
    "apps",
}
NOW = re.compile(r"(?:^|\.)(?:datetime\.(?:now|utcnow|today)|date\.today|timezone\.now|localdate)$")
CLOCKS = {  # where a request, a job or a command begins, and so may look at the clock
    "driehoek/base/core/clock.py",
    "driehoek/backbone/access/viewer.py",
    "driehoek/base/shell/context.py",  # for a visitor, who has no viewer
}


def views_go_through_the_policy(root: Path) -> list[str]:
    """Rule 20: rows come from visible_to(), where() and find(), or not at all."""
    found = []
    for source in filter(lambda source: source.is_view, product(root)):
        for node in ast.walk(source.tree):
            match node:
                case ast.Attribute(value=ast.Attribute(attr="objects" | "_default_manager"), attr=asked):
                    if asked not in ASKING:
                        found.append(source.at(node, f".objects.{asked} goes past the policy"))
                case ast.Name(id="get_object_or_404" | "get_list_or_404" as name):
                    found.append(source.at(node, f"{name} goes past the policy: use find()"))
    return found


def views_mention_no_role(root: Path) -> list[str]:
    """Rule 14. A role named in a view is a rule that the policy does not know."""
    return [
        source.at(node, f"a view mentions {name}")
        for source in product(root)
        if source.is_view
        for node in ast.walk(source.tree)
        if (name := getattr(node, "attr", getattr(node, "id", ""))) in ROLES
    ]


def seats_are_asked_for_a_day(root: Path) -> list[str]:
    """A seat counts on a day. Whoever asks without one forgets that access ends. Only a viewer remembers."""
    return [
        source.at(node, f"Seat.objects.{node.attr}: ask Seat.objects.on(day)")
        for source in product(root)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute)
        and dotted(node.value) == "Seat.objects"
        and node.attr != "on"
        and not (node.attr == "recent" and source.path == Path("driehoek/backbone/access/viewer.py"))
    ]


def only_channels_send_mail(root: Path) -> list[str]:
    """Rule 24: nothing else sends anything."""
    found = []
    for source in product(root):
        if CHANNELS in source.path.parents:
            continue
        for node in ast.walk(source.tree):
            match node:
                case ast.ImportFrom(module="django.core.mail" | "django.core.mail.message" | "smtplib"):
                    found.append(source.at(node, "sends mail outside a channel"))
                case ast.Import(names=[ast.alias(name="smtplib")]):
                    found.append(source.at(node, "sends mail outside a channel"))
                case ast.Attribute(attr="email_user" | "mail_admins" | "mail_managers"):
                    found.append(source.at(node, "sends mail outside a channel"))
    return found


def only_verbs_record(root: Path) -> list[str]:
    """Rules 11 and 24: a verb writes its row and records itself, in one transaction."""
    found = []
    for source in product(root):
        door = NO_VERBS & {source.path.stem, *source.path.parent.parts}
        for function in functions(source.tree):
            for name, call in calls(function):
                if name == "record" and door:
                    found.append(source.at(call, "records outside a verb"))
                elif name == "record" and not is_atomic(function):
                    found.append(source.at(call, f"{function.name}() records outside a transaction"))
    return found


def is_atomic(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    decorated = any("atomic" in ast.unparse(decorator) for decorator in function.decorator_list)
    inside = [
        ast.unparse(item) for node in ast.walk(function) if isinstance(node, ast.With) for item in node.items
    ]
    return decorated or any("atomic" in item for item in inside)


def safe_markup_has_one_home(root: Path) -> list[str]:
    found = []
    for source in product(root):
        found += [
            source.at(node, "calls markup safe outside its home")
            for node in ast.walk(source.tree)
            if source.path not in MARKUP and "mark_safe" in names_of(node)
        ]
    for source in files(root, ".html", ".txt", ".mjml", folders=("driehoek",)):
        for number, line in enumerate(source.text.splitlines(), 1):
            if re.search(r"\|\s*safe(?:seq)?\b|autoescape\s+off", line) and source.path.suffix != ".txt":
                found.append(source.at(number, "calls markup safe in a template"))
    return found


def names_of(node: ast.AST) -> set[str]:
    """The name a node spells, whatever kind of node it is."""
    return {getattr(node, kind, "") for kind in ("attr", "id", "name")}


def no_form_skips_the_csrf_check(root: Path) -> list[str]:
    return [
        source.at(function, f"{function.name}() skips the CSRF check")
        for source in product(root)
        for function in functions(source.tree)
        if any("csrf_exempt" in ast.unparse(decorator) for decorator in function.decorator_list)
        and (source.path.as_posix(), function.name) not in CSRF_FREE
    ]


def the_clock_is_read_at_the_door(root: Path) -> list[str]:
    """Today and now are arguments, so that a test can choose them and a page has one moment."""
    return [
        source.at(node, f"reads the clock ({dotted(node)}): let it be told")
        for source in product(root)
        if source.path.as_posix() not in CLOCKS and "commands" not in source.path.parts
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute | ast.Name) and NOW.search(dotted(node))
    ]


def forms_name_their_fields(root: Path) -> list[str]:
    return [
        source.at(node, 'fields = "__all__" shows what is added later')
        for source in product(root)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Assign) and ast.unparse(node).replace('"', "'") == "fields = '__all__'"
    ]


def redirects_are_ours(root: Path) -> list[str]:
    """A redirect to what the request says leads wherever its sender likes."""
    return [
        source.at(call, "redirects to what the request says")
        for source in product(root)
        for name, call in calls(source.tree)
        if name.rpartition(".")[2] in {"redirect", "HttpResponseRedirect"}
        and re.search(r"request\.(?:GET|POST|META|headers)", ast.unparse(call))
    ]
