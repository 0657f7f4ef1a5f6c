"""Reading work programmes: the years, one version with its lines, one line, the tugas."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404
from django.views.generic import DetailView, ListView, TemplateView

from focal_points.appointments.scope import opd_ids_of
from focal_points.progress.duties import DUTIES
from focal_points.progress.models import Activity
from pokja.programme import queries
from pokja.programme.codes import name_of
from pokja.programme.duty_table import duty_table
from pokja.programme.models import MonevVisit, Programme, ProgrammeLine
from pokja.programme.programme_actions import faults_of
from pokja.programme.rad_actions import rad_of
from pokja.programme.realisation import (
    ProgrammeRealisation,
    Realisation,
    realisation_of,
)
from pokja.programme.sources import Held, Promise
from pokja.programme.view_bases import keeps
from pokja.programme.workflow import PROGRAMME_WORKFLOW
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView, ScopedView
from pug_portal.audit.models import Event
from pug_portal.audit.queries import history_of_rows
from pug_portal.lib.clock import today
from pug_portal.lib.dates import Semester
from pug_portal.regions.choice import chosen_region, regions_offered


class ProgrammeList(ScopedView, ListView):
    """One row per version, the newest year first."""

    permission = Permission.PROGRAMME_VIEW
    template_name = "pokja/programme/list.html"
    model = Programme
    paginate_by = 25

    def get_queryset(self) -> QuerySet[Programme]:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        rows = super().get_queryset().filter(region=self.region)
        return queries.with_counts(rows).order_by("-year", "-version", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            shown_region=self.region,
            regions=regions_offered(self.actor),
            keeps=keeps(self.actor, self.region),
            section="program",
            **kwargs,
        )


class ProgrammeDetail(ScopedView, DetailView):
    permission = Permission.PROGRAMME_VIEW
    template_name = "pokja/programme/detail.html"
    context_object_name = "programme"
    queryset = Programme.objects.select_related(
        "region", "predecessor", "successor", "settled_by"
    )
    object: Programme

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        programme = self.object
        lines = queries.lines_of(programme, with_offices=programme.is_draft)
        found = ProgrammeRealisation({}, [])
        if not programme.is_draft:
            found = realisation_of(programme, lines, with_promises=False)
        is_keeper = keeps(self.actor, programme.region)
        return super().get_context_data(
            rows=queries.line_rows(lines, found),
            total=found.total,
            left_out=found.left_out,
            budget=sum(line.budget or 0 for line in lines),
            statuses=queries.status_counts(lines),
            keeps=is_keeper,
            successor=self._successor(is_keeper),
            **(self._draft() if programme.is_draft else {}),
            can_settle=is_keeper
            and bool(PROGRAMME_WORKFLOW.offered(programme.state, self.actor))
            and programme.is_draft,
            **kwargs,
        )

    def _draft(self) -> dict[str, Any]:
        programme = self.object
        return {
            "rad": rad_of(programme.region, programme.year),
            "faults": faults_of(programme),
        }

    def _successor(self, is_keeper: bool) -> Programme | None:
        found: Programme | None = getattr(self.object, "successor", None)
        if found is None or (found.is_draft and not is_keeper):
            return None
        return found


class LineDetail(ScopedView, DetailView):
    """All columns of a line, its typed note, and beside it what hangs on it."""

    permission = Permission.PROGRAMME_VIEW
    template_name = "pokja/programme/line.html"
    context_object_name = "line"
    model = ProgrammeLine
    object: ProgrammeLine

    def get_object(self, queryset: Any = None) -> ProgrammeLine:
        """With its neighbours: which line an activity counts for depends on them."""
        rows = self.get_queryset().filter(programme__lines=self.kwargs["pk"])
        self.lines = list(
            rows.select_related(
                "programme__region",
                "programme__successor",
                "progress_record__touched_by",
                "root__progress_record__touched_by",
                "rad_line__rad",
            )
        )
        found = [line for line in self.lines if line.pk == self.kwargs["pk"]]
        if not found:
            raise Http404
        return found[0]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        line = self.object
        programme = line.programme
        found = realisation_of(programme, self.lines, only=line).of(line)
        is_keeper = keeps(self.actor, programme.region)
        return super().get_context_data(
            programme=programme,
            record=line.record,
            duties=[(code, DUTIES[code]) for code in line.duties],
            found=found,
            shown=self._shown(found, is_keeper),
            code_name=name_of(line.sub_activity_code) if line.sub_activity_code else "",
            keeps=is_keeper,
            history=self._history() if is_keeper else None,
            **kwargs,
        )

    def _history(self) -> QuerySet[Event]:
        """Of the line in all versions of the programme: its record is one as well."""
        key = self.object.key
        return history_of_rows(ProgrammeLine.objects.filter(Q(pk=key) | Q(root=key)))

    def _shown(self, found: Realisation, is_keeper: bool) -> dict[str, list[Any]]:
        """The figures are for all; of other offices people of an OPD see only them."""
        held: list[Held] = found.held if is_keeper else found.settled
        activities: list[Activity] = found.activities
        visits: list[MonevVisit] = found.visits
        promises: list[Promise] = found.promises
        if self.actor.role in OPD_ROLES:
            own = opd_ids_of(self.actor)
            activities = [row for row in activities if row.progress.opd_id in own]
            visits = [row for row in visits if row.opd_id in own]
            promises = [row for row in promises if row.opd_id in own]
        return {
            "held": held,
            "activities": activities,
            "visits": visits,
            "promises": promises,
        }


class DutyTableView(PermissionView, TemplateView):
    """«Realisasi tugas Pokja»: all twelve, also those without any activity."""

    permission = Permission.PROGRAMME_VIEW
    template_name = "pokja/programme/duties.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        semester = self._semester()
        return super().get_context_data(
            table=duty_table(region, semester),
            semester=semester,
            semesters=self._offered(semester),
            shown_region=region,
            regions=regions_offered(self.actor),
            section="tugas",
            **kwargs,
        )

    def _semester(self) -> Semester:
        try:
            found = Semester.parse(self.request.GET.get("semester", ""))
        except ValueError:
            return Semester.from_date(today())
        in_reach = 2000 <= found.year <= 2100
        return found if in_reach else Semester.from_date(today())

    @staticmethod
    def _offered(chosen: Semester) -> list[Semester]:
        """Six years back from today, and the one that is shown."""
        now = Semester.from_date(today())
        rows = {Semester(now.year - back, half) for back in range(7) for half in (1, 2)}
        return sorted(rows | {chosen}, reverse=True)
