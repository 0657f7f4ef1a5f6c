"""«Riwayat naskah»: every sitting, two of them side by side, and one restored."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView

from pokja.meetings.choices import CorrectionState
from pokja.meetings.compare import between
from pokja.meetings.draft_actions import restore_revision
from pokja.meetings.holders import from_rows
from pokja.meetings.models import MinutesCorrection, MinutesRevision
from pokja.meetings.sections import sections
from pokja.meetings.view_bases import MeetingButton, MeetingOfAddress
from pokja.meetings.workflow import RECORD_OPEN
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView

PAGE = 30


class RevisionList(OwnedView, MeetingOfAddress, TemplateView):
    """`?dari=3&ke=7` compares any two of them."""

    permission = Permission.MEETING_EDIT
    template_name = "pokja/meetings/revisions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.meeting.revisions.select_related("by", "correction").order_by(
            "-number"
        )
        page = Paginator(rows.defer("content"), PAGE).get_page(
            self.request.GET.get("page")
        )
        shown = [row.number for row in page]
        old, new = self._asked("dari"), self._asked("ke")
        if new is None and shown:
            new = shown[0]
            old = shown[1] if len(shown) > 1 else new
        pair = self._pair(old, new)
        return super().get_context_data(
            meeting=self.meeting,
            zone=self.meeting.region.zone,
            page_obj=page,
            rows=page.object_list,
            pair=pair,
            changes=between(pair[0].content, pair[1].content) if pair else [],
            sections=sections(_points(pair[1])) if pair else [],
            can_restore=pair is not None and _open_draft(self.meeting) is not None,
            **kwargs,
        )

    def _asked(self, name: str) -> int | None:
        sent = self.request.GET.get(name, "")
        return int(sent) if sent.isdecimal() and len(sent) < 8 else None

    def _pair(
        self, old: int | None, new: int | None
    ) -> tuple[MinutesRevision, MinutesRevision] | None:
        if old is None or new is None:
            return None
        found = {
            row.number: row
            for row in self.meeting.revisions.filter(number__in=[old, new])
        }
        if old not in found or new not in found:
            raise Http404
        return found[old], found[new]


def _points(revision: MinutesRevision) -> list[Any]:
    return [item for item in from_rows(revision.content) if item.text]


def _open_draft(meeting: Any) -> MinutesCorrection | bool | None:
    """The correction in work, True for the running minutes, None when all is closed."""
    if meeting.state in RECORD_OPEN:
        return True
    return meeting.corrections.filter(state=CorrectionState.DRAFT).first()


class RevisionRestore(MeetingButton):
    """By number, so that the width of the meeting holds."""

    def perform(self) -> None:
        number = self.kwargs["number"]
        revision = get_object_or_404(self.meeting.revisions, number=number)
        draft = _open_draft(self.meeting)
        restore_revision(
            meeting=self.meeting,
            revision=revision,
            correction=draft if isinstance(draft, MinutesCorrection) else None,
            by=self.actor,
        )
        self.done_message = f"Naskah {number} dipulihkan sebagai naskah baru."

    def back(self) -> str:
        return reverse("revision-list", args=[self.meeting.pk])
