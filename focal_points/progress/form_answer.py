"""What the form is told after a save: to its script as data, to a plain page as rows."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from focal_points.progress.actions.typing import Saved
from focal_points.progress.content import snapshot
from focal_points.progress.form_page import FormPage
from focal_points.progress.merging import Sent, Text, mark_of
from focal_points.progress.sums import sums_of


def answer_of(saved: Saved, sent: Sent, post: QueryDict, when: str) -> dict[str, Any]:
    """Everything when others saved meanwhile, else only what this page sent."""
    progress = saved.progress
    was = post.get("version", "")
    is_number = was.isdecimal() and len(was) < 18
    is_alone = is_number and int(was) + 1 >= progress.version
    names = set(sent.texts) | set(sent.base) if is_alone else set(saved.texts)
    texts = {name: text for name, text in saved.texts.items() if name in names}
    return {
        "version": progress.version,
        "told": f"Tersimpan otomatis pukul {when}",
        "texts": texts,
        "marks": {name: mark_of(text) for name, text in texts.items()},
        "conflicts": [
            {
                "name": c.name,
                "theirs": c.theirs,
                "mark": mark_of(c.theirs),
                "who": c.who,
            }
            for c in saved.conflicts
        ],
        "gone": {name: told(text) for name, text in saved.gone.items()},
        "errors": _errors(saved),
        "carried": progress.carried,
        "sums": sums_of(snapshot(progress)),
    }


def _errors(saved: Saved) -> dict[str, str]:
    if not saved.progress.unread:
        return {}
    page = FormPage(saved.progress)
    return {
        form.add_prefix(name): str(sentences[0])
        for form in page.forms()
        for name, sentences in form.errors.items()
    }


def differing(saved: Saved, page: FormPage) -> list[dict[str, Any]]:
    labels = page.labels()
    return [
        {
            "name": conflict.name,
            "label": labels[conflict.name][0],
            "anchor": labels[conflict.name][1],
            "theirs": told(conflict.theirs),
            "mine": told(conflict.mine),
            "who": conflict.who,
            "is_long": labels[conflict.name][2],
        }
        for conflict in saved.conflicts
    ]


def removed(saved: Saved) -> list[dict[str, Any]]:
    """Activities that were deleted meanwhile: what was typed there is shown once more."""
    found: dict[str, list[str]] = {}
    for name, text in saved.gone.items():
        found.setdefault(name.rpartition("-")[0], []).append(told(text))
    return [
        {
            "name": "",
            "label": "Kegiatan yang dihapus orang lain",
            "anchor": "kegiatan",
            "theirs": "",
            "mine": "; ".join(texts),
        }
        for texts in found.values()
    ]


def told(text: Text) -> str:
    return ", ".join(text)
