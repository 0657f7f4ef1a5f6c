"""Last semester's answers as a start: what may be taken over, and what still waits."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from focal_points.progress.checks import Finding
from focal_points.progress.content import SECTIONS, Content
from focal_points.progress.models import SENT, Progress

# Figures of the half-year itself, such as realisasi or staff trained, are counted anew.
LASTING = (
    "renstra_responsive",
    "renja_responsive",
    "rka_has_gbs",
    "gap_count",
    "gbs_count",
    "kak_count",
    "tables_available",
    "active_focal_points",
    "obstacles",
    "efforts",
    "support_asked",
    "recommendation",
)
OF_THE_BUDGET_YEAR = ("spending_ceiling", "arg_ceiling")
LASTING_IN_ACTIVITY = (
    "name",
    "sub_activity_code",
    "beneficiaries",
    "institutions",
    "fund_source",
    "stage",
    "duties",
)


def source_of(progress: Progress) -> Progress | None:
    """The OPD's latest earlier report that was sent."""
    period = progress.period
    return (
        Progress.objects.filter(
            Q(period__year__lt=period.year)
            | Q(period__year=period.year, period__half__lt=period.half),
            opd=progress.opd_id,
            state__in=SENT,
        )
        .select_related("period")
        .order_by("-period__year", "-period__half")
        .first()
    )


def lasting_fields(content: Content, *, is_same_year: bool) -> dict[str, Any]:
    keys = (*LASTING, *(OF_THE_BUDGET_YEAR if is_same_year else ()))
    fields = content["fields"]
    return {key: fields[key] for key in keys if fields.get(key) not in (None, "")}


def lasting_activities(content: Content, *, is_same_year: bool) -> list[dict[str, Any]]:
    keys = (*LASTING_IN_ACTIVITY, *(("ceiling",) if is_same_year else ()))
    return [
        {key: row[key] for key in keys if row.get(key) not in (None, "", [])}
        for row in content["activities"]
    ]


def waiting(progress: Progress) -> list[Finding]:
    """One sentence per section that holds carried answers nobody has looked at."""
    found = []
    titles = {q.key: section.title for section in SECTIONS for q in section.questions}
    groups: dict[str, list[str]] = {}
    for name in progress.carried:
        groups.setdefault(titles.get(name, "Kegiatan"), []).append(name)
    for title, names in groups.items():
        found.append(
            Finding(
                f"id_{names[0]}",
                f"{title}: {len(names)} isian dari {progress.carried_from} belum "
                "diperiksa. Perbaiki, atau centang «Masih benar».",
                is_blocking=True,
            )
        )
    return found


def is_empty(value: Any) -> bool:
    return value in (None, "", [])
