"""Susunan per tanggal: who was a member on a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.views.generic import TemplateView

from pokja.decrees.models import TEAM_KINDS, Kind
from pokja.membership.queries import changes_of, members_on
from pug_portal.access.checks import can, may_change
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView
from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField
from pug_portal.regions.choice import chosen_region, regions_offered


class MemberList(PermissionView, TemplateView):
    """The province may look at a region below it."""

    permission = Permission.MEMBER_VIEW
    template_name = "pokja/membership/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET
        region = chosen_region(self.actor, asked.get("daerah"))
        kind = Kind(asked["tim"]) if asked.get("tim") in TEAM_KINDS else Kind.POKJA
        day, problem = self._day(asked.get("tanggal", ""))
        is_ours = may_change(self.actor, region)
        roster = members_on(region, kind, day)
        return super().get_context_data(
            roster=roster,
            remarks=roster.remarks(),
            changes=changes_of(region, kind),
            shown_region=region,
            regions=regions_offered(self.actor),
            kind=kind,
            kinds=TEAM_KINDS,
            day=day,
            is_today=day == today(),
            problem=problem,
            typed_day=asked.get("tanggal", "") if problem else day.isoformat(),
            can_edit=is_ours and can(self.actor, Permission.MEMBER_EDIT),
            can_record=is_ours and can(self.actor, Permission.DECREE_EDIT),
            **kwargs,
        )

    def _day(self, typed: str) -> tuple[dt.date, str]:
        try:
            day = TanggalField(required=False).clean(typed)
        except ValidationError as refused:
            return today(), " ".join(refused.messages)
        return day or today(), ""
