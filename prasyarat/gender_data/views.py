"""The list of tables, one table over the years, and what is overdue."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.views.generic import TemplateView

from prasyarat.gender_data import pictures
from prasyarat.gender_data.forms import YearForm
from prasyarat.gender_data.grid import HIDDEN_NOTE, WITHHELD_NOTE, Grid
from prasyarat.gender_data.models import State, TableYear
from prasyarat.gender_data.pages import RegionPage, TablePage
from prasyarat.gender_data.queries import (
    LOOKS,
    Standing,
    chapters,
    figures_of,
    is_mine,
    late_tables,
    may_read,
    shown_grid,
    standings,
    to_judge,
)
from prasyarat.gender_data.rights import (
    sees_plain,
    why_not_fill,
    why_not_judge,
    why_not_reopen,
    why_not_write,
)
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.audit.queries import history_of
from pug_portal.lib.clock import today
from pug_portal.regions.choice import regions_offered

YEARS_BESIDE = 3


class GenderData(RegionPage, TemplateView):
    template_name = "prasyarat/gender_data/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = standings(self.shown_region)
        mine = [row for row in rows if is_mine(row.place, self.actor)]
        can_assign = self.is_own and can(self.actor, Permission.GENDER_DATA_ASSIGN)
        fills = self.is_own and can(self.actor, Permission.GENDER_DATA_FILL)
        sheet_year = today().year - 1 if fills else None
        judging = can(self.actor, Permission.GENDER_DATA_VERIFY) and self.is_own
        return super().get_context_data(
            chapters=chapters(rows),
            mine=mine,
            regions=regions_offered(self.actor),
            # Where others stand with their drafts is the desk's to see.
            is_desk=judging,
            can_assign=can_assign,
            sheet_year=sheet_year,
            is_opd_role=self.actor.role in OPD_ROLES,
            late_count=sum(row.is_late for row in rows),
            unassigned=sum(row.place.duty is None for row in rows),
            judge_count=to_judge(self.shown_region, self.actor).count()
            if judging
            else 0,
            filled_count=sum(row.published is not None for row in rows),
            table_count=len(rows),
            **kwargs,
        )


class LateTables(RegionPage, TemplateView):
    """For the desk: what is overdue and whom to ask."""

    permission = Permission.GENDER_DATA_VERIFY
    template_name = "prasyarat/gender_data/late.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = late_tables(self.shown_region)
        return super().get_context_data(
            rows=rows, suppliers=len({row.place.supplier for row in rows}), **kwargs
        )


class JudgeQueue(RegionPage, TemplateView):
    """Tables that wait for this desk."""

    permission = Permission.GENDER_DATA_VERIFY
    template_name = "prasyarat/gender_data/queue.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = TableYear.objects.filter(region=self.shown_region, state=State.SUBMITTED)
        rows = rows.select_related("submitted_by").order_by("submitted_at", "pk")
        return super().get_context_data(rows=rows, **kwargs)


class GenderTable(TablePage, TemplateView):
    template_name = "prasyarat/gender_data/table.html"

    @cached_property
    def standing(self) -> Standing:
        rows = TableYear.objects.filter(
            region=self.shown_region, table=self.place.table.code
        ).select_related("region", "touched_by", "verified_by", "submitted_by")
        return Standing(self.place, {row.year: row for row in rows}, today())

    @cached_property
    def readable(self) -> list[TableYear]:
        """Newest first."""
        rows = self.standing.years.values()
        found = [row for row in rows if may_read(row, self.place, self.actor)]
        return sorted(found, key=lambda row: -row.year)

    @cached_property
    def form(self) -> YearForm:
        first = self.readable[0].year if self.readable else self.standing.owed_year
        return YearForm(self.request.GET.dict(), first=first)

    @cached_property
    def grids(self) -> dict[int, Grid]:
        figures = figures_of(self.readable)
        return {
            row.year: shown_grid(
                row, self.place, self.axes, figures[row.pk], self.actor
            )
            for row in self.readable
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        year, table = self.form.year, self.place.table
        row, grid = self.standing.years.get(year), self.grids.get(year)
        beside = [each.year for each in self.readable[:YEARS_BESIDE]][::-1]
        return super().get_context_data(
            standing=self.standing,
            filter=self.form,
            year=year,
            row=row,
            grid=grid,
            look=LOOKS[State(row.state)] if row else None,
            hidden_note=HIDDEN_NOTE,
            withheld_note=WITHHELD_NOTE,
            bars=pictures.bars(table, grid, year) if grid else "",
            trend=pictures.trend(table, self.grids),
            can_assign=self.is_own and can(self.actor, Permission.GENDER_DATA_ASSIGN),
            beside=beside,
            side_rows=pictures.side_by_side(self.grids, beside),
            **self.doors(row, year),
            **kwargs,
        )

    def doors(self, row: TableYear | None, year: int) -> dict[str, Any]:
        """What this actor may do here, and why not where it matters."""
        if not self.is_own:
            return {}
        shown = row or TableYear(region=self.shown_region, table=self.place.table.code)
        fills = not why_not_write(shown, self.place, self.actor)
        if row is None:
            return {"may_fill": not why_not_fill(self.place, self.actor)}
        is_open, is_sent = row.is_open, row.state == State.SUBMITTED
        why_not = why_not_judge(row, self.place, self.actor) if is_sent else ""
        judges = can(self.actor, Permission.GENDER_DATA_VERIFY)
        reopens = judges and not why_not_reopen(self.place, self.actor)
        is_plain = sees_plain(row, self.place, self.actor)
        return {
            "may_fill": fills and is_open,
            "may_submit": fills and is_open,
            "may_withdraw": fills and is_sent and row.filled_role == self.actor.role,
            "may_judge": judges and is_sent and not why_not,
            "why_not_judge": why_not if judges and is_sent else "",
            "may_reopen": reopens and row.state == State.VERIFIED,
            "is_plain": is_plain,
            "history": history_of(row) if is_plain else None,
        }
