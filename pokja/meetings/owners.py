"""Several offices may answer for one recommendation: their names beside the row, in the
same query, so that no list asks once per row."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Aggregate, Model, OuterRef, Subquery, TextField

from focal_points.opd.models import Opd
from focal_points.opd.names import named_on

if TYPE_CHECKING:
    from pokja.meetings.models import Recommendation

# Told from None, which says that there is nobody beside the first.
UNKNOWN = object()
# Between key, short name and former names; no name holds it.
_APART = "\t"


class _Lines(Aggregate):
    """One text of all rows; the two databases have a function each.

    What stands in a line is put together by the template: the same with Concat and Cast
    costs a page of a meeting as much as two whole queries.
    """

    function = "STRING_AGG"
    template = "%(function)s(%(expressions)s, CHR(10))"
    arg_joiner = f" || '{_APART}' || "
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return super().as_sql(
            compiler,
            connection,
            function="GROUP_CONCAT",
            template="%(function)s(%(expressions)s, CHAR(10))",
            **context,
        )


@cache
def told_beside(through: type[Model], outer: str = "pk") -> Subquery:
    """Key, short name and former names a line, for the recommendation `outer`."""
    line = _Lines("opd_id", "opd__short_name", "opd__former_names")
    rows = through._default_manager.filter(recommendation=OuterRef(outer)).order_by()
    lines = rows.values("recommendation").annotate(found=line).values("found")
    return Subquery(lines, output_field=TextField())


def parse(told: str | None, day: dt.date | None = None) -> list[tuple[int, str]]:
    """(key, short name), as they are called now or were on `day`."""
    found = []
    for line in (told or "").split("\n"):
        if line:
            key, name, former = line.split(_APART, 2)
            found.append((int(key), called(_office(name, former), day)))
    return sorted(found, key=lambda pair: pair[::-1])


def called(opd: Opd, day: dt.date | None) -> str:
    return (named_on(opd, day) if day else opd).short_name


def called_so(short_name: str, former: list[Any] | None, day: dt.date) -> str:
    """For a row that came as values."""
    if not former:
        return short_name
    return called(Opd(short_name=short_name, former_names=former or []), day)


def _office(short_name: str, former: str) -> Opd:
    return Opd(short_name=short_name, former_names=json.loads(former or "[]"))


def of(row: Recommendation) -> list[Opd]:
    """For one row that came alone."""
    return list(row.co_responsible.order_by("short_name", "pk"))


def joined(lead: str, others: Iterable[str]) -> str:
    return ", ".join(name for name in [lead, *others] if name)
