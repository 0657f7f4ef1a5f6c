"""Every class a template names is drawn somewhere: the shipped Bootstrap is only a part of it."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHEETS = (
    "static/css/app.css",
    "static/css/folder.css",
    "static/css/langkah.css",
    "static/css/layar.css",
    "static/css/andai.css",
    "static/css/indikator.css",
    "static/css/gambar.css",
    "static/css/notulen.css",
    "static/css/susunan.css",
    "static/css/terpilah.css",
    "static/css/persiapan.css",
    "static/css/pindai.css",
    "static/css/susun.css",
    "static/css/pprg.css",
    "static/css/tinjau.css",
    "static/vendor/bootstrap-5.3.9/bootstrap.min.css",
)
# Names that only scripts or tests look for.
HOOKS = {"kerja", "baris-form", "sel"}
LONGEST_SHEET = 28_000


def drawn() -> set[str]:
    css = "".join((ROOT / sheet).read_text() for sheet in SHEETS)
    return {name.replace("\\", "") for name in re.findall(r"\.([a-zA-Z][\w\\-]*)", css)}


def named(html: str) -> set[str]:
    html = re.sub(r"{%.*?%}", " ", html, flags=re.DOTALL)
    html = re.sub(r"{{.*?}}", "§", html)
    lists = re.findall(r'class="([^"]*)"', html)
    words = {word for each in lists for word in each.split()}
    return {word for word in words if re.fullmatch(r"[a-zA-Z][\w-]*", word)}


def test_every_class_of_every_screen_is_drawn():
    known = drawn() | HOOKS
    unknown: dict[str, set[str]] = {}

    for path in sorted((ROOT / "templates").rglob("*.html")):
        if "/pdf/" in path.as_posix():
            continue  # the report has its own sheet, print.css
        if missing := named(path.read_text()) - known:
            unknown[str(path.relative_to(ROOT))] = missing

    assert unknown == {}


def test_the_sheet_stays_small():
    assert len((ROOT / "static/css/app.css").read_bytes()) <= LONGEST_SHEET


def test_no_sheet_asks_another_host():
    for sheet in SHEETS:
        css = (ROOT / sheet).read_text()
        assert not re.search(r"@import|url\([\"']?(https?:)?//", css), sheet
