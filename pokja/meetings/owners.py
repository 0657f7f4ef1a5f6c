"""Several offices may answer for one recommendation: their names beside the row, in the
same query, so that no list asks once per row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import (
    Aggregate,
    CharField,
    Model,
    OuterRef,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Concat

from focal_points.opd.models import Opd

if TYPE_CHECKING:
    from pokja.meetings.models import Recommendation

# Told from None, which says that there is nobody beside the first.
UNKNOWN = object()


class _Lines(Aggregate):
    """One text of all rows; the two databases have a function each."""

    function = "STRING_AGG"
    template = "%(function)s(%(expressions)s, CHR(10))"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return super().as_sql(
            compiler,
            connection,
            function="GROUP_CONCAT",
            template="%(function)s(%(expressions)s, CHAR(10))",
            **context,
        )


def told_beside(through: type[Model], outer: str = "pk") -> Subquery:
    """«12 Dinkes» a line, for the recommendation whose key is `outer`."""
    line = Concat(
        Cast("opd_id", CharField(max_length=20)), Value(" "), "opd__short_name"
    )
    rows = through._default_manager.filter(recommendation=OuterRef(outer)).order_by()
    lines = rows.values("recommendation").annotate(found=_Lines(line)).values("found")
    return Subquery(lines, output_field=TextField())


def parse(told: str | None) -> list[tuple[int, str]]:
    pairs = [line.partition(" ") for line in (told or "").splitlines()]
    return sorted(((int(pk), name) for pk, _, name in pairs), key=lambda p: p[::-1])


def of(row: Recommendation) -> list[Opd]:
    """For one row that came alone."""
    return list(row.co_responsible.order_by("short_name", "pk"))


def joined(lead: str, others: Iterable[str]) -> str:
    return ", ".join(name for name in [lead, *others] if name)
