"""Indicators put to OPD: the sheet of one. The map of all is in map_views.py."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import TemplateView

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from prasyarat.assessments.book import Book, without
from prasyarat.assessments.item import Item
from prasyarat.assessments.models import Answer
from prasyarat.assessments.pages import RegionPage, opd_or_404
from prasyarat.assessments.present import (
    BADGES,
    COUNTED,
    HIDDEN,
    Line,
    badge_of,
    carried_from,
    evidence_lines,
)
from prasyarat.assessments.queries import opd_book, rows_of
from prasyarat.assessments.rights import may_read, why_not_fill
from prasyarat.instruments.models import Indicator
from pug_portal.access.roles import OPD_ROLES


class OpdSheetMine(RegionPage, TemplateView):
    """An OPD's people land on their own sheet; others on the map."""

    template_name = "prasyarat/assessments/opd_none.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.actor.role not in OPD_ROLES:
            return redirect("opd-map")
        own = Opd.objects.filter(pk__in=opd_ids_of(self.actor))
        # A closed office whose heir this is still answers for days before its end.
        mine = own.existing_on(self.on).order_by("name")
        if len(mine) == 1:
            return redirect("opd-sheet", pk=mine[0].pk)
        return self.render_to_response(self.get_context_data(opds=mine, **kwargs))


class OpdSheet(RegionPage, TemplateView):
    template_name = "prasyarat/assessments/opd_sheet.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        opd = opd_or_404(self, self.kwargs["pk"])
        book = opd_book(opd, self.instrument)
        hidden = [a for a in book.answers if not may_read(self.actor, a)]
        readable = without(book, hidden)
        pair = readable.at(self.on)
        indicators = self.indicators(book)
        return super().get_context_data(
            opd=opd,
            pair=pair,
            groups=self.groups(book, readable, pair, indicators),
            # An instrument may ask the OPD nothing.
            may_fill=any(
                self.may_fill(opd, indicators[rule.code]) for rule in book.rules[:1]
            ),
            **kwargs,
        )

    def may_fill(self, opd: Opd, indicator: Indicator) -> bool:
        return not why_not_fill(Item(self.scored_region, indicator, opd), self.actor)

    def groups(
        self, book: Book, readable: Book, pair: Any, indicators: dict[str, Indicator]
    ) -> list[dict[str, Any]]:
        newest, shown = book.latest(self.on), readable.latest(self.on)
        standing = book.standing(self.on)
        claimed = {item.code: item for item in pair.mandiri.items}
        return [
            {
                "row": row,
                "lines": [
                    self.line(
                        indicators[item.code],
                        newest.get(item.code),
                        shown.get(item.code),
                        claimed[item.code] if self.with_claims else None,
                        item,
                        is_counted=item.code in standing,
                    )
                    for item in row.terverifikasi.items
                ],
            }
            for row in rows_of(self.instrument, pair)
            if row.terverifikasi.items
        ]

    def indicators(self, book: Book) -> dict[str, Indicator]:
        rows = Indicator.objects.filter(prerequisite__instrument=self.instrument)
        asked = rows.filter(code__in=[rule.code for rule in book.rules])
        return {row.code: row for row in asked.select_related("prerequisite")}

    def line(
        self,
        indicator: Indicator,
        newest: Answer | None,
        shown: Answer | None,
        claimed: Any,
        proven: Any,
        *,
        is_counted: bool,
    ) -> Line:
        """The state is told also of a draft whose content is the OPD's alone."""
        told = badge_of(newest) if self.with_claims else badge_of(shown)
        if not self.with_claims and shown is None and newest is not None:
            told = HIDDEN
        if is_counted:
            told = BADGES[COUNTED]
        return Line(
            indicator=indicator,
            answer=shown,
            badge=told,
            claimed=claimed,
            proven=proven,
            is_readable=newest is None or newest == shown,
            carried_from=carried_from(shown, self.on),
            evidence=evidence_lines(shown, self.on),
        )
