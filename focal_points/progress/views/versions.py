"""Every submission of a report, and any two of them side by side."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.views.generic import TemplateView

from focal_points.progress.content import Content, snapshot
from focal_points.progress.differences import differences
from focal_points.progress.models import EDITABLE, Progress
from focal_points.progress.queries import versions_sent
from focal_points.progress.review_models import ProgressVersion
from focal_points.progress.views.filling import FILL
from focal_points.progress.views.finding import ReportMixin
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, SETTLED_ONLY_ROLES

NOW = "kini"


class ProgressVersions(ReportMixin, TemplateView):
    """For the OPD and for those of its region who judge; others read what is settled."""

    permission = (Permission.PROGRESS_VIEW, *FILL)
    template_name = "focal_points/progress/versions.html"

    def get_report(self) -> Progress:
        progress = super().get_report()
        region = self.actor.region
        is_own = region is not None and region.pk == progress.opd.region_id
        if not is_own or self.actor.role in SETTLED_ONLY_ROLES:
            raise PermissionDenied(
                "Riwayat pengajuan dibaca OPD itu dan sekretariat daerahnya."
            )
        return progress

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        progress = self.get_report()
        versions = self._versions(progress)
        contents: dict[str, Content] = {str(v.number): v.content for v in versions}
        if self._shows_draft(progress):
            contents[NOW] = snapshot(progress)
        keys = list(contents)
        old = self._pick("lama", keys, keys[-2] if len(keys) > 1 else "")
        new = self._pick("baru", keys, keys[-1] if keys else "")
        return super().get_context_data(
            progress=progress,
            versions=versions,
            has_draft=NOW in contents,
            old=old,
            new=new,
            differences=differences(contents[old], contents[new])
            if old and new
            else None,
            **kwargs,
        )

    def _versions(self, progress: Progress) -> list[ProgressVersion]:
        """Withdrawn unread, a submission is the OPD's alone."""
        if self.actor.role in OPD_ROLES:
            rows = progress.versions.order_by("number")
            return list(rows.select_related("submitted_by"))
        return versions_sent(progress)

    def _shows_draft(self, progress: Progress) -> bool:
        return self.actor.role in OPD_ROLES and progress.state in EDITABLE

    def _pick(self, name: str, keys: list[str], usual: str) -> str:
        wanted = self.request.GET.get(name, "")
        return wanted if wanted in keys else usual
