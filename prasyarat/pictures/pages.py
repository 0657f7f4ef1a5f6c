"""The pictures of a region's scores, each beside the table of its numbers."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.views.generic import TemplateView

from prasyarat.assessments.history import UsedBooks, used_books
from prasyarat.assessments.pages import RegionPage
from prasyarat.assessments.queries import NOT_OFFICIAL, sheets
from prasyarat.pictures.days import Dated, dated, evaluations, semesters, years
from prasyarat.pictures.seven import seven_plot, totals, trend_plot
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region

TRENDS = (
    ("semester", "Menurut semester", semesters),
    ("tahun", "Menurut tahun", years),
    ("evaluasi", "Menurut periode evaluasi", evaluations),
)


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
            trends=self.trends(used) if self.has_trends else [],
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
        points = [point for _, _, each in TRENDS for point in each(now)]
        days = [min(point.end, now) for point in points] if self.has_trends else []
        return used_books(self.scored_region, [self.on, *days])

    def trends(self, used: UsedBooks) -> list[dict[str, Any]]:
        now = today()
        return [
            self.trend(code, name, dated(used, points(now), now))
            for code, name, points in TRENDS
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
