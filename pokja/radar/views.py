"""«Masa berlaku SK» and «Cakupan focal point»."""

from __future__ import annotations

from typing import Any

from django.views.generic import TemplateView

from pokja.radar.coverage import coverage
from pokja.radar.endings import appointments_ending, bands_of, decrees_ending
from pokja.radar.moves import moves_since_decrees
from pug_portal.access.checks import can, may_change
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView
from pug_portal.lib.asked_day import day_asked
from pug_portal.lib.clock import today
from pug_portal.regions.choice import chosen_region, regions_offered


class RegionPage(PermissionView, TemplateView):
    """One region of the actor's width."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        self.day = today()
        is_ours = may_change(self.actor, self.region)
        return super().get_context_data(
            shown_region=self.region,
            regions=regions_offered(self.actor),
            day=self.day,
            can_record=is_ours and can(self.actor, Permission.DECREE_EDIT),
            can_edit_members=is_ours and can(self.actor, Permission.MEMBER_EDIT),
            can_appoint=is_ours and can(self.actor, Permission.APPOINTMENT_EDIT),
            **kwargs,
        )


class Expiry(RegionPage):
    permission = Permission.DECREE_VIEW
    template_name = "pokja/radar/expiry.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        sees_appointments = can(self.actor, Permission.APPOINTMENT_VIEW)
        endings = decrees_ending(self.region, self.day)
        if sees_appointments:
            endings += appointments_ending(self.actor, self.region, self.day)
        moves = moves_since_decrees(self.region, self.day)
        return {
            **context,
            "bands": bands_of(endings),
            "any_ending": bool(endings),
            "sees_appointments": sees_appointments,
            "stale": [move for move in moves if move.needs_decree],
            "followed": [move for move in moves if not move.needs_decree],
        }


class CoveragePage(RegionPage):
    permission = Permission.OPD_VIEW
    template_name = "pokja/radar/coverage.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        typed = self.request.GET.get("tanggal", "")
        asked = day_asked(typed)
        return super().get_context_data(
            problem=asked.problem,
            typed_day=typed if asked.problem else asked.day.isoformat(),
            sees_members=can(self.actor, Permission.MEMBER_VIEW),
            **kwargs,
        ) | {"day": asked.day, "coverage": coverage(self.region, asked.day)}
