"""Beranda per role, and the roll-up of the regions below."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.generic import TemplateView

from pokja.dashboard import queries, todo
from pokja.dashboard.rollup import RollupRow, rollup
from prasyarat.assessments.present import seven_rose, seven_rows
from prasyarat.assessments.queries import sheets
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, SETTLED_ONLY_ROLES, Role
from pug_portal.access.views import PermissionView
from pug_portal.audit.fresh import for_a_minute, until_next_event
from pug_portal.lib.charts import stack
from pug_portal.lib.clock import now, today
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Level, Region

TEMPLATES = {
    "opd": "pokja/dashboard/opd.html",
    "desk": "pokja/dashboard/desk.html",
    "reader": "pokja/dashboard/reader.html",
    "administrator": "pokja/dashboard/administrator.html",
}


class Home(PermissionView, TemplateView):
    """Work first, numbers second."""

    permission = Permission.HOME_VIEW

    @property
    def kind(self) -> str:
        if self.actor.role in OPD_ROLES:
            return "opd"
        if self.actor.role in SETTLED_ONLY_ROLES:
            return "reader"
        return "administrator" if self.actor.role == Role.ADMINISTRATOR else "desk"

    def get_template_names(self) -> list[str]:
        return [TEMPLATES[self.kind]]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = today()
        tasks = todo.tasks_for(self.actor, day)
        context = super().get_context_data(day=day, tasks=tasks, **kwargs)
        if self.kind in {"opd", "administrator"}:
            return context
        return {**context, **self.standing(day)}

    def standing(self, day: dt.date) -> dict[str, Any]:
        """Where the region stands: reports of OPD, scores, meetings, last report."""
        region = self.actor.region
        card = queries.period_card(region, day) if region else None
        return {
            "card": card,
            "stack": stack(card.parts) if card else "",
            "score": until_next_event(self.actor, "score", lambda: self.score(day)),
            "meetings": queries.coming_meetings(self.actor),
            "report": queries.latest_report(self.actor),
        }

    def score(self, day: dt.date) -> SafeString:
        """The card of the seven prerequisites; only a desk reads what is claimed."""
        region, with_claims = self.actor.region, self.kind == "desk"
        pair = sheets(region, day) if region else None
        words: dict[str, Any] = {"pair": pair, "day": day, "with_claims": with_claims}
        if pair is not None:
            words["rose"] = seven_rose(pair, with_claims=with_claims)
            words["rows"] = seven_rows(pair, with_claims=with_claims)
        return render_to_string("pokja/dashboard/_score.html", words)


class Rollup(PermissionView, TemplateView):
    """No ranking: rows stand in code order."""

    permission = Permission.ROLLUP_VIEW
    template_name = "pokja/dashboard/rollup.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = today()
        try:
            semester = Semester.parse(self.request.GET.get("semester", ""))
        except ValueError:
            semester = Semester.from_date(day)
        table, counted_at = self.table(semester, day)
        return super().get_context_data(
            day=day,
            semester=semester,
            choices=_recent(Semester.from_date(day)),
            table=table,
            counted_at=counted_at,
            **kwargs,
        )

    def table(
        self, semester: Semester, day: dt.date
    ) -> tuple[SafeString, dt.datetime | None]:
        """The nation's counts 500 regions: it may be a minute old, and says of when."""

        def draw() -> SafeString:
            rows = rollup(self.actor, semester, day)
            for row in rows:
                row.chart = stack(row.parts)  # type: ignore[attr-defined]
            return _drawn(rows, semester, here)

        here = self.actor.region
        if here is None or here.level != Level.NATION:
            return draw(), None
        return for_a_minute(f"rollup:{semester.code}:{day}", lambda: (draw(), now()))


def _drawn(
    rows: list[RollupRow], semester: Semester, here: Region | None
) -> SafeString:
    if here is None or not rows:
        return SafeString("")
    words = {"rows": rows, "semester": semester, "opd_word": here.opd_word}
    return render_to_string("pokja/dashboard/_rollup.html", words)


def _recent(last: Semester, many: int = 6) -> list[Semester]:
    found = [last]
    while len(found) < many:
        found.append(found[-1].previous())
    return found
