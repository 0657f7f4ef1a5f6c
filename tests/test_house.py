"""The repository tests itself."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver

from focal_points.progress.models import Progress
from pokja.meetings.models import Meeting
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import GRANTS
from pug_portal.access.views import PermissionView
from pug_portal.celery import app as celery_app
from pug_portal.nav import MENU

ROOT = Path(__file__).resolve().parent.parent
OUR_APPS = ("pug_portal", "focal_points", "prasyarat", "pokja")
# Views of any signed-in person or of the public; each says in its docstring why.
WITHOUT_PERMISSION = {
    "pug_portal.accounts.views.SwitchHat",
    "pug_portal.accounts.views.MyAccount",
    "pug_portal.accounts.views.OpenAccessLink",
    "pug_portal.files.views.FileDownload",
    "pug_portal.files.views.FileView",
    "pokja.handover.views.HandoverDetail",
    "pokja.handover.views.HandoverPrint",
}


def our_models():
    return [m for m in apps.get_models() if m.__module__.split(".")[0] in OUR_APPS]


def our_files(pattern: str) -> list[Path]:
    return [path for app in OUR_APPS for path in (ROOT / app).rglob(pattern)]


def our_views(patterns=None):
    for entry in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(entry, URLResolver):
            yield from our_views(entry.url_patterns)
        elif isinstance(entry, URLPattern):
            view = getattr(entry.callback, "view_class", None)
            if view is not None and view.__module__.split(".")[0] in OUR_APPS:
                yield view


@pytest.mark.slow
@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.parametrize("model", our_models(), ids=lambda m: m._meta.label)
def test_every_model_says_its_name_and_its_order(model):
    assert "__str__" in vars(model) or model._meta.label == "accounts.User"
    assert model._meta.ordering


@pytest.mark.parametrize("parent", [Meeting, Progress], ids=lambda m: m.__name__)
def test_rows_of_a_page_are_read_without_the_order_of_their_parents(parent):
    """«ordering = ["meeting", …]» would join the meeting's region for each list of one."""
    for relation in parent._meta.related_objects:
        if relation.one_to_many and relation.get_accessor_name():
            rows = getattr(parent(pk=1), relation.get_accessor_name()).all()
            assert " JOIN " not in str(rows.query), relation.get_accessor_name()


def test_every_model_of_a_slice_stands_in_its_door():
    with_models = {m.__module__ for m in our_models()}

    for path in our_files("models.py"):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if "class " in path.read_text() and "models.Model" in path.read_text():
            assert module in with_models, module


def test_every_view_names_its_permission():
    for view in our_views():
        name = f"{view.__module__}.{view.__name__}"
        if name in WITHOUT_PERMISSION or getattr(view, "is_public", False):
            continue
        assert issubclass(view, PermissionView), name
        assert view.permission, name


def test_every_permission_is_granted_and_used():
    granted = set().union(*GRANTS.values())
    code = "\n".join(path.read_text() for path in our_files("*.py"))
    uses = Counter(re.findall(r"\b(?:P|Permission|May)\.([A-Z_]+)\b", code))

    assert set(Permission) - granted == set()
    for permission in Permission:
        assert uses[permission.name] > 1, f"{permission.name} is granted, never asked"


@pytest.mark.slow
def test_every_template_compiles():
    for path in (ROOT / "templates").rglob("*.html"):
        get_template(str(path.relative_to(ROOT / "templates")))


def test_every_celery_task_of_a_slice_is_known_to_the_worker():
    celery_app.loader.import_default_modules()

    for path in our_files("tasks.py"):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for name in re.findall(r"@shared_task[^\n]*\ndef (\w+)", path.read_text()):
            assert f"{module}.{name}" in celery_app.tasks


def test_every_periodic_task_exists():
    celery_app.loader.import_default_modules()

    for entry in celery_app.conf.beat_schedule.values():
        assert entry["task"] in celery_app.tasks


def test_no_template_has_inline_script_or_style():
    for path in (ROOT / "templates").rglob("*.html"):
        if "/pdf/" in path.as_posix():
            continue
        text = path.read_text()
        assert not re.search(r"\sstyle=", text), path
        assert not re.search(r"<style|<script(?![^>]*\bsrc=)", text), path
        assert not re.search(r"\son\w+=", text), path


ENGLISH = ("Submit", "Save", "Delete", "Cancel", "Password", "Email", "Login", "Search")


@pytest.mark.parametrize("word", ENGLISH)
def test_no_english_is_left_on_screen(word):
    for path in (ROOT / "templates").rglob("*.html"):
        text = re.sub(
            r"{%.*?%}|{{.*?}}|{#.*?#}|<[^>]*>", " ", path.read_text(), flags=re.DOTALL
        )
        assert not re.search(rf"\b{word}\b", text), f"{word} in {path}"


FORBIDDEN = (
    "registry.npm" + "js",
    "py" + "pi.org",
    "python" + "hosted",
    "deb.deb" + "ian",
)


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_registry_address_is_written_anywhere(word):
    listed = subprocess.run(
        ["git", "ls-files"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.splitlines():
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        assert word not in text, name


def test_every_icon_a_template_names_is_in_the_sprite():
    sprite = (ROOT / "static/icons.svg").read_text()
    known = set(re.findall(r'<symbol id="([\w-]+)"', sprite))

    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text()
        used = re.findall(r'{% icon "([\w-]+)"', text)
        used += re.findall(r'{% badge "[^"]*" "[^"]*" "([\w-]+)"', text)
        used += re.findall(r'\bicon="([\w-]+)"', text)
        assert set(used) <= known, f"{path}: {set(used) - known}"
    for item in MENU:
        assert item.icon in known, item.icon
