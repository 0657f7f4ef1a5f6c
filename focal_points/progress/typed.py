"""The report as the texts of a form, and back again."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict

from focal_points.progress.forms import ActivityForm, ProgressForm, as_typed
from focal_points.progress.merging import Sent, Text, Texts, mark_of, marks_of, plain
from focal_points.progress.models import Activity, Progress

_PAGE = re.compile(r"[A-Za-z0-9]{1,40}")
_TURN = re.compile(r"[0-9]{1,9}")
_ACTIVITY = re.compile(r"kegiatan-[0-9]{1,17}-[a-z_]+")


@dataclass(frozen=True)
class Answers:
    fields: dict[str, Any]
    activities: dict[int, dict[str, Any]]
    unread: dict[str, str]


def names_of(rows: list[Activity]) -> list[str]:
    """Every field of the page, in its order."""
    names = list(ProgressForm.base_fields)
    for row in rows:
        form = ActivityForm(row=row)
        names += [form.add_prefix(name) for name in form.fields]
    return names


def stored_texts(progress: Progress, rows: list[Activity]) -> dict[str, Text]:
    data = as_typed(progress, rows)
    return {name: plain(data.getlist(name)) for name in names_of(rows)}


def as_post(texts: Texts) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, text in texts.items():
        data.setlist(name, list(text))
    return data


def read_post(post: QueryDict) -> Sent:
    """Nothing a person typed is thrown away, whatever else the page sends."""
    texts = {
        name: tuple(post.getlist(name))
        for name in post
        if name in ProgressForm.base_fields or _ACTIVITY.fullmatch(name)
    }
    page, turn = post.get("laman", ""), post.get("giliran", "")
    return Sent(
        texts,
        _base(post.get("dasar", "")),
        page if _PAGE.fullmatch(page) else "",
        int(turn) if _TURN.fullmatch(turn) else None,
    )


def chosen(sent: Sent, post: QueryDict, stored: Texts) -> Sent:
    """The choices made beside a conflict: mine is what is sent; theirs, or both."""
    texts = dict(sent.texts)
    for name in [name for name in texts if name in stored]:
        choice = post.get(f"pilih-{name}", "")
        # A choice holds for the text that was shown, not for a newer one.
        if not choice or sent.base.get(name) != mark_of(stored[name]):
            continue
        if choice == "tersimpan":
            texts[name] = stored[name]
        elif choice == "keduanya":
            texts[name] = ("\n".join([*stored[name], *plain(texts[name])]),)
    return replace(sent, texts=texts)


def base_text(texts: Texts) -> str:
    return json.dumps(marks_of(texts), separators=(",", ":"))


def _base(text: str) -> dict[str, str]:
    """A broken mark is no mark: then every difference is put to a choice."""
    try:
        return {str(name): str(mark) for name, mark in json.loads(text).items()}
    except (ValueError, AttributeError, RecursionError):
        return {}


def answers_of(texts: Texts, rows: list[Activity]) -> Answers:
    """What could be read, and what stays as typed until somebody mends it."""
    data = as_post(texts)
    main = ProgressForm(data)
    forms = [ActivityForm(data, row=row) for row in rows]
    unread: dict[str, str] = {}
    for form in (main, *forms):
        form.is_valid()
        unread |= form.unread()
    return Answers(
        main.answers(), {form.row.pk: form.answers() for form in forms}, unread
    )
