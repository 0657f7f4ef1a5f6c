"""The page of a region's gender indices, for everybody of the region."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString
from django.views.generic import TemplateView

from pug_portal.access.checks import can, may_change
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView
from pug_portal.lib.chart_lines import Line, lines
from pug_portal.regions.choice import chosen_region, regions_offered
from pug_portal.regions.indices.models import Index, IndexValue
from pug_portal.regions.indices.queries import Series, series_of
from pug_portal.regions.models import Region

# Fewer years make no line worth drawing.
LEAST_YEARS = 3

Column = tuple[str, dict[int, Decimal]]


@dataclass(frozen=True)
class Year:
    year: int
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Part:
    """One index by one method: its table, newest year first, and its picture."""

    anchor: str
    method: str
    columns: tuple[str, ...]
    years: list[Year]
    chart: SafeString | None
    sources: list[str]


@dataclass(frozen=True)
class Chapter:
    index: Index
    parts: list[Part]


class GenderIndices(PermissionView, TemplateView):
    permission = Permission.INDEX_VIEW
    template_name = "regions/indices.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        can_edit = can(self.actor, Permission.INDEX_EDIT) and may_change(
            self.actor, region
        )
        return super().get_context_data(
            can_edit=can_edit,
            entered=IndexValue.objects.filter(region=region, is_entered=True)
            if can_edit
            else None,
            shown_region=region,
            regions=regions_offered(self.actor),
            chapters=_chapters(region),
            **kwargs,
        )


def _chapters(region: Region) -> list[Chapter]:
    by_index: defaultdict[Index, list[Series]] = defaultdict(list)
    for series in series_of(region):
        by_index[series.index].append(series)
    return [
        Chapter(index, [_part(series, region) for series in _worth(by_index[index])])
        for index in Index
    ]


def _worth(found: list[Series]) -> list[Series]:
    """Series with a value of the region; where it has none, what stands above it."""
    return [series for series in found if series.own] or found


def _part(series: Series, region: Region) -> Part:
    columns = _columns(series, region)
    anchor = f"{series.index}-{series.method}".lower().replace(" ", "-").strip("-")
    return Part(
        anchor=anchor,
        method=series.method,
        columns=tuple(name for name, _ in columns),
        years=[
            Year(year, tuple(values.get(year) for _, values in columns))
            for year in reversed(series.years)
        ],
        chart=_chart(series, columns, anchor),
        sources=series.sources,
    )


def _columns(series: Series, region: Region) -> list[Column]:
    """The region, its province and the nation; of those above, only with a value."""
    named = [(region.short_name, series.own)]
    if region.parent and series.province:
        named.append((region.parent.short_name, series.province))
    if series.nation:
        named.append(("Indonesia", series.nation))
    return [
        (name, {year: said.value for year, said in values.items()})
        for name, values in named
    ]


def _chart(series: Series, columns: list[Column], anchor: str) -> SafeString | None:
    if len(series.own) < LEAST_YEARS:
        return None
    drawn = [Line(name, values) for name, values in columns]
    names = ", ".join(line.name for line in drawn)
    title = (
        f"{series.index} {names}, {series.years[0]} sampai {series.years[-1]}; "
        "angkanya di tabel."
    )
    return lines(drawn, title=title, chart_id=anchor)
