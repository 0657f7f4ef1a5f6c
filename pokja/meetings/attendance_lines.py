"""Who came, as the page of a meeting prints it: composed here, so that a row of the table
costs the template one variable."""

from __future__ import annotations

from collections.abc import Iterable

from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pokja.meetings.models import Attendance
from pug_portal.lib.numbers import angka

_EMPTY = SafeString("")
_ROW = (
    '<tr role="row"><th role="rowheader" scope="row">{}{}{}</th>'
    '<td role="cell" class="angka" data-l="L" data-a=" L">{}</td>'
    '<td role="cell" class="angka" data-l="P" data-a=" P">{}</td>'
    '<td role="cell" class="angka tebal" data-l="Jumlah">{}</td></tr>'
)


def lines_of(rows: Iterable[Attendance]) -> list[SafeString]:
    return [_line(row) for row in rows]


def _line(row: Attendance) -> SafeString:
    return format_html(
        _ROW,
        row.who,
        _below(linebreaksbr(row.names)) if row.names else _EMPTY,
        _below(f"mewakili {row.represents}") if row.represents else _EMPTY,
        angka(row.men),
        angka(row.women),
        angka(row.total),
    )


def _below(words: str) -> SafeString:
    return format_html('<small class="d-block fw-normal redup">{}</small>', words)
