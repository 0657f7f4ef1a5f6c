"""Where an activity's attendance figures come from."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.functional import cached_property

from focal_points.progress import actions
from focal_points.progress.attendance_lists import lists_for
from focal_points.progress.lock import is_locked
from focal_points.progress.models import EDITABLE, Activity, Progress
from focal_points.progress.step_forms import AttendanceForm
from focal_points.progress.views.filling import FILL
from focal_points.progress.views.finding import WritableMixin
from pug_portal.access.form_views import VerbFormView


class ProgressAttendance(WritableMixin, VerbFormView):
    permission = FILL
    template_name = "focal_points/progress/attendance.html"
    form_class = AttendanceForm
    done_message = "Angka daftar hadir disimpan."

    @cached_property
    def progress(self) -> Progress:
        return self.get_report()

    @cached_property
    def row(self) -> Activity:
        found = self.progress.activities.filter(pk=self.kwargs["activity"]).first()
        if found is None:
            raise Http404
        return found

    def get_form_kwargs(self) -> dict[str, Any]:
        told = {"lists": lists_for(self.progress), "taken": self.row.listed_from}
        return {**super().get_form_kwargs(), **told}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        progress = self.progress
        return super().get_context_data(
            progress=progress,
            row=self.row,
            ways=self.ways(progress),
            is_editable=progress.state in EDITABLE and not is_locked(progress),
            **kwargs,
        )

    def perform(self, form: AttendanceForm) -> str:
        actions.take_attendance(
            progress=self.progress,
            activity=self.row,
            key=form.cleaned_data["key"],
            by=self.actor,
        )
        return f"{self.ways(self.progress).form}#kegiatan-{self.row.pk}"
