"""A document as it is read, on the page, in the PDF and in the DOCX: one source."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from focal_points.pprg.checks import Finding, findings, of_step
from focal_points.pprg.choosing import template_of
from focal_points.pprg.fields import Content, Field, Shape, Template, is_filled, lines
from focal_points.pprg.framing import shown_about
from focal_points.pprg.models import PprgDocument, PprgNote, PprgVersion
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES
from pug_portal.lib.dates import tanggal
from pug_portal.lib.numbers import EMPTY, angka, rupiah


@dataclass(frozen=True)
class Said:
    """One cell of a table, with its column's name for the phone."""

    label: str
    text: str
    is_number: bool


@dataclass(frozen=True)
class Answer:
    key: str
    label: str
    text: str
    items: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    rows: list[list[Said]] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    key: str
    number: int
    title: str
    answers: list[Answer]
    findings: list[Finding]
    notes: list[PprgNote]

    @property
    def is_open(self) -> bool:
        """Something is still to be filled in before the document can be sent."""
        return any(each.is_blocking for each in self.findings)


def version_shown(document: PprgDocument, actor: Actor) -> PprgVersion | None:
    """None: the OPD's own desk. Others read the last submission, never the desk."""
    if actor.role in OPD_ROLES or actor.is_system:
        return None
    sent = document.versions.filter(withdrawn_at=None)
    return sent.order_by("-number").first()


def content_for(document: PprgDocument, actor: Actor) -> Content:
    version = version_shown(document, actor)
    return version.content if version else document.content


def parts(
    document: PprgDocument, content: Content, notes: list[PprgNote] | None = None
) -> list[Part]:
    template = template_of(document)
    found = findings(template, content)
    return [
        Part(
            step.key,
            number,
            step.title,
            [answer(each, content.get(each.key)) for each in step.fields],
            of_step(found, step.key),
            [note for note in notes or [] if note.step == step.key],
        )
        for number, step in enumerate(template, 1)
    ]


def answer(declared: Field, value: Any) -> Answer:
    label = declared.label
    if not is_filled(value):
        return Answer(declared.key, label, EMPTY)
    if declared.shape == Shape.ROWS:
        return _table(declared, value)
    if declared.shape == Shape.LIST:
        items = lines(value)
        text = "\n".join(items)
        return Answer(declared.key, label, text, items if len(items) > 1 else [])
    return Answer(declared.key, label, shown(declared.shape, value))


def shown(shape: Shape, value: Any) -> str:
    if not is_filled(value):
        return EMPTY
    if shape == Shape.MONEY:
        return rupiah(value)
    if shape == Shape.COUNT:
        return angka(value)
    if shape == Shape.DATE:
        return tanggal(dt.date.fromisoformat(value))
    return str(value)


def _table(declared: Field, rows: list[dict[str, Any]]) -> Answer:
    made = []
    for row in rows:
        cells = []
        for cell in declared.cells:
            value = row.get(cell.key)
            if cell.key == "about":
                value = shown_about(declared, str(value or ""))
            is_number = cell.shape in {Shape.MONEY, Shape.COUNT}
            cells.append(Said(cell.label, shown(cell.shape, value), is_number))
        made.append(cells)
    head = [cell.label for cell in declared.cells]
    text = "\n".join("; ".join(cell.text for cell in row) for row in made)
    return Answer(declared.key, declared.label, text, [], head, made)


def text_of(template: Template, content: Content, key: str) -> str:
    """One field as plain text; empty when nothing is there."""
    value = content.get(key)
    if not is_filled(value):
        return ""
    return answer(template.fields[key], value).text
