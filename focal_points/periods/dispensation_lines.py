"""How a dispensation is shown: open, over, or withdrawn at this moment."""

from __future__ import annotations

from dataclasses import dataclass

from focal_points.periods.dispensation_models import Dispensation
from focal_points.periods.dispensations import listed
from focal_points.periods.models import ReportingPeriod
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region


@dataclass(frozen=True)
class Line:
    dispensation: Dispensation
    is_open: bool

    @property
    def look(self) -> tuple[str, str, str]:
        """Tone, label and icon of the badge."""
        if self.is_open:
            return "aju", "Terbuka", "clock"
        if self.dispensation.withdrawn_at is not None:
            return "bel", "Dicabut", "x"
        return "bel", "Berakhir", "lock"


def lines_of(region: Region, *, period: ReportingPeriod | None = None) -> list[Line]:
    """The open ones first, and of these the one that closes soonest."""
    at = now()
    lines = [Line(row, row.is_open_at(at)) for row in listed(region, period=period)]
    open_ones = [line for line in lines if line.is_open]
    open_ones.sort(key=lambda line: line.dispensation.until)
    return open_ones + [line for line in lines if not line.is_open]
