"""The rows of the board as the page prints them, and as the workbook lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from focal_points.campaigns.board import LOOKS, Row, counts
from focal_points.campaigns.models import Campaign
from pug_portal.lib.dates import tanggal
from pug_portal.lib.sheets import Column, Count, Text, listing
from pug_portal.templatetags.pug import badge


@dataclass(frozen=True)
class Line:
    name: SafeString
    cells: SafeString


def lines_of(rows: list[Row], campaign: Campaign, *, is_linked: bool) -> list[Line]:
    """Composed here: forty OPD by six documents would be too many tags for a template."""
    badges = {
        state: badge(tone, state.label, ic) for state, (tone, ic) in LOOKS.items()
    }
    head, tail = reverse("campaign-opd", args=[campaign.pk, 0]).rsplit("/0/", 1)

    def name(row: Row) -> SafeString:
        if not is_linked:
            return format_html("{}", row.opd.name)
        return format_html(
            '<a href="{}/{}/{}">{}</a>', head, row.opd.pk, tail, row.opd.name
        )

    def cells(row: Row) -> SafeString:
        return format_html_join(
            "",
            '<td role="cell" data-l="{}">{}</td>',
            ((kind.label, badges[row.state_of(kind)]) for kind in row.kinds),
        )

    return [Line(name(row), cells(row)) for row in rows]


def workbook_of(rows: list[Row], campaign: Campaign, as_of: str) -> bytes:
    columns = (
        Column("opd", campaign.region.opd_word, width=48, of=lambda row: row.opd.name),
        *(
            Column(kind.value, kind.label, width=16, of=_state(kind.value))
            for kind in campaign.asked
        ),
        Column("late", "Terlambat", Count(), width=12, of=_late(campaign)),
        Column("notes", "Catatan", Text(longest=5000), width=60, of=_notes),
    )
    sums: list[tuple[str, int | str]] = [
        ("Daerah", campaign.region.name),
        ("Tahap", str(campaign.stage)),
        ("Keadaan", as_of),
        ("Tenggat", tanggal(campaign.due_on)),
        (campaign.region.opd_word, len(rows)),
        ("Lengkap", sum(row.is_complete for row in rows)),
        *((f"Dokumen: {state.label}", n) for state, n in counts(rows).items()),
    ]
    return listing(campaign.title, columns, rows, sums)


def _state(kind: str) -> Callable[[Row], str]:
    return lambda row: str(row.state_of(kind).label)


def _notes(row: Row) -> str:
    told = (
        f"{kind.label}: {row.documents[kind].note}"
        for kind in row.kinds
        if kind in row.documents and row.documents[kind].note
    )
    return "; ".join(told)


def _late(campaign: Campaign) -> Callable[[Row], int]:
    return lambda row: sum(
        document.is_late_in(campaign) for document in row.documents.values()
    )
