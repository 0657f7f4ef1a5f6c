"""Reading a report: anybody who may, in his own measure."""

from __future__ import annotations

from typing import Any

from django.views.generic import TemplateView

from focal_points.progress import approvals
from focal_points.progress.lock import is_locked, lock_sentence
from focal_points.progress.models import EDITABLE, Progress, State
from focal_points.progress.queries import content_for
from focal_points.progress.reading import read
from focal_points.progress.separation import why_not_verify
from focal_points.progress.stepper import steps_of
from focal_points.progress.thread import open_and_closed
from focal_points.progress.views.filling import FILL
from focal_points.progress.views.finding import ReportMixin
from pug_portal.access.checks import can, may_change
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, SETTLED_ONLY_ROLES
from pug_portal.audit.queries import history_of


class ProgressDetail(ReportMixin, TemplateView):
    permission = (Permission.PROGRESS_VIEW, *FILL)
    template_name = "focal_points/progress/detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        progress = self.get_report()
        actor = self.actor
        is_own_region = actor.region is not None and (
            actor.region.pk == progress.opd.region_id
        )
        sees_notes = is_own_region and actor.role not in SETTLED_ONLY_ROLES
        notes = open_and_closed(progress) if sees_notes else []
        is_shut = is_locked(progress)
        return super().get_context_data(
            progress=progress,
            reading=read(content_for(progress, actor), notes=notes),
            open_notes=sum(note.resolved_at is None for note in notes),
            steps=steps_of(progress),
            sees_versions=sees_notes and bool(progress.receipt_number),
            history=history_of(progress) if sees_notes else None,
            reads_drafts=is_own_region and actor.role in OPD_ROLES,
            is_older=self._shows_older(progress),
            is_locked=is_shut,
            lock_sentence=self._lock_sentence(progress) if is_shut else "",
            given=approvals.valid_approval(progress) if is_own_region else None,
            head_return=self._head_return(progress),
            **self._may(progress, is_own_region, is_open=not is_shut),
            **kwargs,
        )

    def _lock_sentence(self, progress: Progress) -> str:
        region = progress.opd.region
        opens_it = may_change(self.actor, region) and can(
            self.actor, Permission.PERIOD_EDIT
        )
        return lock_sentence(progress, opens_it=opens_it)

    def _shows_older(self, progress: Progress) -> bool:
        """Others read the last submission while the OPD mends."""
        if self.actor.role in OPD_ROLES or progress.is_on_behalf:
            return False
        return progress.state not in (State.SUBMITTED, State.VERIFIED)

    def _head_return(self, progress: Progress) -> Any:
        if self.actor.role in OPD_ROLES and progress.state == State.DRAFT:
            return approvals.last_return_by_head(progress)
        return None

    def _may_write(self, progress: Progress) -> bool:
        # The desk types into what it fills itself; about the rest nobody need be asked.
        if self.actor.role not in OPD_ROLES and not progress.is_on_behalf:
            return False
        rows = Progress.objects.writable_by(self.actor)
        return rows.filter(pk=progress.pk).exists()

    def _may(
        self, progress: Progress, is_own_region: bool, *, is_open: bool
    ) -> dict[str, bool]:
        """Which buttons stand on the page."""
        may_write = self._may_write(progress)
        is_sent = progress.state == State.SUBMITTED
        judges = is_own_region and can(self.actor, Permission.PROGRESS_VERIFY)
        return {
            "has_sheet": may_write,
            "can_fill": may_write and is_open and progress.state in EDITABLE,
            "can_check": may_write
            and is_open
            and progress.state == State.AWAITING_HEAD,
            "can_withdraw": may_write
            and is_open
            and is_sent
            and progress.opened_by_verifier_at is None,
            "can_approve": can(self.actor, Permission.PROGRESS_APPROVE)
            and progress.state == State.AWAITING_HEAD
            and is_open,
            "can_review": judges
            and is_sent
            and not why_not_verify(progress, self.actor),
            "can_reopen": is_own_region
            and can(self.actor, Permission.PROGRESS_REOPEN)
            and progress.state == State.VERIFIED,
        }
