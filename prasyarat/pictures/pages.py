"""The pictures of a region's scores, each beside the table of its numbers."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.views.generic import TemplateView

from prasyarat.assessments.book import Pair
from prasyarat.assessments.history import UsedBooks, used_books
from prasyarat.assessments.pages import RegionPage
from prasyarat.assessments.queries import NOT_OFFICIAL, SheetPair, sheets
from prasyarat.evaluation.models import EvaluationPeriod
from prasyarat.pictures.days import Dated, Point, dated, evaluations, semesters, years
from prasyarat.pictures.seven import seven_plot, totals, trend_plot
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region


class ScorePictures(RegionPage, TemplateView):
    template_name = "prasyarat/pictures/scores.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        used = self.used()
        pair = sheets(
            self.scored_region,
            self.on,
            self.instrument,
            book=None if self.is_other else used.book_on(self.on),
        )
        if pair is None:
            raise Http404
        plot = seven_plot(pair, with_claims=self.with_claims)
        return super().get_context_data(
            pair=pair,
            plot=plot,
            radar=plot.radar(),
            bars=plot.bars(),
            totals=totals(pair, with_claims=self.with_claims),
            trends=self.trends(used, pair) if self.has_trends else [],
            regions=self.regions(),
            note=NOT_OFFICIAL,
            **kwargs,
        )

    def regions(self) -> QuerySet[Region]:
        if self.actor.region is None or not self.actor.region.has_children:
            return Region.objects.none()
        return Region.objects.for_actor(self.actor).in_use()

    @property
    def has_trends(self) -> bool:
        return self.on == today() and not self.is_other

    def used(self) -> UsedBooks:
        now = today()
        points = [
            point for _, _, each in self.lines if self.has_trends for point in each
        ]
        days = [min(point.end, now) for point in points]
        return used_books(self.scored_region, [self.on, *days])

    @cached_property
    def lines(self) -> list[tuple[str, str, list[Point]]]:
        now = today()
        opened = EvaluationPeriod.objects.filter(region=self.scored_region)
        return [
            ("semester", "Menurut semester", semesters(now)),
            ("tahun", "Menurut tahun", years(now)),
            ("evaluasi", "Menurut periode evaluasi", evaluations(now, opened)),
        ]

    def trends(self, used: UsedBooks, pair: SheetPair) -> list[dict[str, Any]]:
        now = today()
        known = {now: Pair(pair.mandiri, pair.terverifikasi, pair.akhir)}
        return [
            self.trend(code, name, dated(used, points, now, known))
            for code, name, points in self.lines
        ]

    def trend(self, code: str, name: str, found: list[Dated]) -> dict[str, Any]:
        plot = trend_plot(
            code,
            f"Nilai {self.scored_region.name} {name.lower()}",
            found,
            with_claims=self.with_claims,
        )
        names = {point.instrument.pk: point.instrument.name for point in found}
        return {
            "name": name,
            "plot": plot,
            "picture": plot.trend(),
            "lines": list(zip(found, plot.rows, strict=True)),
            "instruments": list(names.values()) if len(names) > 1 else [],
        }
