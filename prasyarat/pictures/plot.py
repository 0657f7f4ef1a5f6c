"""Numbers once: the picture and the table beside it are drawn from the same plot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from pug_portal.lib.chart_bars import bars
from pug_portal.lib.chart_lines import Line, lines
from pug_portal.lib.chart_marks import Series, spoken
from pug_portal.lib.chart_radar import radar

Value = Decimal | None
FEWEST_POINTS = 2
NARROW = 320.0  # its letters can still be read on a phone


@dataclass(frozen=True)
class Plot:
    """`names` stand in the table, `short` in the picture; values are rounded already."""

    code: str
    title: str
    head: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def rows(self) -> Iterator[tuple[str, list[tuple[str, Value]]]]:
        for place, name in enumerate(self.names):
            yield name, [(one.name, one.values[place]) for one in self.series]  # type: ignore[misc]

    @property
    def has_values(self) -> bool:
        return any(value is not None for one in self.series for value in one.values)

    def radar(self) -> SafeString:
        return radar(
            self.short,
            self.series,
            title=self.title,
            chart_id=f"radar-{self.code}",
        )

    def bars(self) -> SafeString:
        return bars(
            self.names,
            self.series,
            title=self.title,
            chart_id=f"batang-{self.code}",
        )

    def trend(self) -> SafeString:
        """A line needs two points."""
        drawn = [_line(one) for one in self.series]
        if max((len(line.values) for line in drawn), default=0) < FEWEST_POINTS:
            return SafeString("")
        return lines(
            drawn,
            title=f"{self.title}. {spoken(self.names, self.series)}",
            chart_id=f"tren-{self.code}",
            labels=dict(enumerate(self.short)),
            bounds=(0, 100),
            width=NARROW,
        )


def _line(one: Series) -> Line:
    known = {p: v for p, v in enumerate(one.values) if v is not None}
    return Line(one.name, known)
