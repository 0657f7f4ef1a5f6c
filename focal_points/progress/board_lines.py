"""The rows of the board as the page prints them: composed here, so that a row costs the
template four variables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.board import LOOKS, BoardRow, Group, Status
from focal_points.progress.changed import changed_sentence
from pug_portal.lib.dates import tanggal, tanggal_waktu
from pug_portal.templatetags.pug import badge, icon

FILL_FORM = "isikan"
_EMPTY = SafeString("")


@dataclass(frozen=True)
class Line:
    name: SafeString
    status: SafeString
    note: str
    tools: SafeString


@dataclass(frozen=True)
class Reader:
    """What the person before the page may do with its rows."""

    can_read: frozenset[int]
    can_fill_for: bool
    sees_people: bool
    reminder: Callable[[BoardRow], str] | None


def lines_of(
    rows: Iterable[BoardRow], period: ReportingPeriod, reader: Reader
) -> list[Line]:
    badges = {
        status: badge(tone, status.label, ic) for status, (tone, ic) in LOOKS.items()
    }
    report = _address("progress-detail")
    start = _address("progress-start", period.pk)
    pencil, message, copy = icon("pencil"), icon("message-circle"), icon("copy")

    def tools(row: BoardRow) -> SafeString:
        found = _EMPTY
        if reader.can_fill_for and can_start(row):
            found += format_html(
                '<button class="btn btn-sm btn-outline-primary" form="{}" '
                'formaction="{}">{}Isikan<span class="visually-hidden"> untuk {}</span>'
                "</button>",
                FILL_FORM,
                start(row.opd.pk),
                pencil,
                row.opd.name,
            )
        if reader.reminder is not None:
            found += format_html(
                '<details class="pesan"><summary class="btn btn-sm btn-outline-primary">'
                '{}Pesan WA<span class="visually-hidden"> untuk {}</span></summary>'
                '<textarea class="form-control mt-2" id="wa-{}" rows="6" readonly '
                'aria-label="Pesan untuk {}">{}</textarea>'
                '<button type="button" class="btn btn-sm btn-outline-primary mt-1" '
                'data-copy="wa-{}">{}<span data-copy-label>Salin</span></button></details>',
                message,
                row.opd.name,
                row.opd.pk,
                row.opd.name,
                reader.reminder(row),
                row.opd.pk,
                copy,
            )
        return found

    def name(row: BoardRow) -> SafeString:
        if row.progress is not None and row.progress.pk in reader.can_read:
            shown = format_html(
                '<a href="{}">{}</a>', report(row.progress.pk), row.opd.name
            )
        else:
            shown = escape(row.opd.name)
        if row.focal_points and reader.sees_people:
            people = ", ".join(row.focal_points)
            shown += format_html(
                '<br><small class="redup fw-normal">{}</small>', people
            )
        return shown

    zone = period.region.zone
    return [
        Line(name(row), badges[row.status], note_of(row, zone), tools(row))
        for row in rows
    ]


def can_start(row: BoardRow) -> bool:
    return row.progress is None and not row.is_locked and row.status != Status.EXEMPT


def note_of(row: BoardRow, zone: str) -> str:
    """What happened last, how late it is, and whether it is closed."""
    parts = [_happened(row, zone)]
    if row.progress is not None and row.progress.is_on_behalf:
        parts.append("diinput oleh sekretariat")
    if row.progress is not None and row.status == Status.SUBMITTED:
        parts += filter(None, [changed_sentence(row.progress.changed_count)])
    if row.days_late:
        parts.append(f"terlambat {row.days_late} hari")
    if row.dispensed_until is not None:
        parts.append(f"dispensasi sampai {tanggal_waktu(row.dispensed_until, zone)}")
    elif row.is_locked and row.group in (Group.NOT_REPORTED, Group.IN_REPAIR):
        parts.append("terkunci")
    return " · ".join(parts)


def _happened(row: BoardRow, zone: str) -> str:
    if row.exempt_reason:
        return row.exempt_reason
    if row.progress is None:
        return "Belum ada isian"
    if row.status == Status.VERIFIED:
        return f"Terverifikasi {tanggal(row.progress.verified_at, zone)}"
    if row.progress.first_submitted_at:
        return f"Diajukan {tanggal(row.progress.submitted_at, zone)}"
    return f"Draf, terakhir diubah {tanggal_waktu(row.touched_at, zone)}"


def _address(name: str, *before: Any) -> Callable[[int], str]:
    """An address without asking the resolver for every row."""
    head, tail = reverse(name, args=[*before, 0]).rsplit("/0/", 1)
    return lambda pk: f"{head}/{pk}/{tail}"
