"""Which instrument a region was scored by on a day, for many regions or days at once."""

from __future__ import annotations

import datetime as dt

from prasyarat.instruments.models import InstrumentUse
from prasyarat.instruments.use import use_on


class Uses:
    """All choices, read once."""

    def __init__(self) -> None:
        rows = InstrumentUse.objects.select_related("instrument", "region")
        self._rows = tuple(rows)

    def on(self, path: str, day: dt.date) -> InstrumentUse | None:
        """`path`: of the region, as it was on the day."""
        near = (
            use
            for use in self._rows
            if use.region is None or path.startswith(use.region.path)
        )
        return use_on(near, day)
