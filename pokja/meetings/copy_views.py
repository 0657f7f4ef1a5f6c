"""«Salin rapat» and «Jadikan rapat berkala»."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse

from pokja.meetings.copy_forms import CopyForm, SeriesForm
from pokja.meetings.copying import Every, copy_meeting, plan_series, series_days
from pokja.meetings.forms import TimesForm
from pokja.meetings.times import local_day
from pokja.meetings.view_bases import MeetingVerbView


class MeetingCopy(MeetingVerbView):
    """Of any meeting, also of a settled one: the frame is no secret of its record."""

    form_class = CopyForm
    heading = "Salin rapat"
    lead = (
        "Data rapat, susunan acara, dan hasil yang diharapkan disalin. Kehadiran, "
        "notulen, dan rekomendasi tidak ikut."
    )
    button = "Buat rapat baru"
    done_message = "Rapat baru dibuat dari kerangka rapat sebelumnya."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.meeting.region}

    def get_initial(self) -> dict[str, Any]:
        """The hours stay; the day is what the person came to choose."""
        hours = TimesForm.initial_of(self.meeting)
        return {
            "title": self.meeting.title,
            "starts_time": hours["starts_time"],
            "ends_time": hours["ends_time"],
        }

    def perform(self, form: CopyForm) -> str:
        made = copy_meeting(
            meeting=self.meeting,
            title=form.cleaned_data["title"],
            by=self.actor,
            **form.times(),
        )
        return reverse("meeting-detail", args=[made.pk])


class MeetingSeries(MeetingVerbView):
    """The days are shown first, then planned by a second press."""

    form_class = SeriesForm
    template_name = "pokja/meetings/series.html"
    heading = "Jadikan rapat berkala"
    lead = "Setiap rapat memakai nama, jam, tempat, dan susunan acara rapat ini."
    button = "Tampilkan tanggalnya"

    def get_initial(self) -> dict[str, Any]:
        return {"every": Every.MONTH, "times": 5}

    def form_valid(self, form: SeriesForm) -> HttpResponse:
        if "plan" in self.request.POST:
            return super().form_valid(form)
        first = local_day(self.meeting.starts_at, self.meeting.region)
        chosen = Every(form.cleaned_data["every"])
        days = series_days(first, chosen, form.cleaned_data["times"])
        return self.render_to_response(self.get_context_data(form=form, days=days))

    def perform(self, form: SeriesForm) -> str:
        made = plan_series(
            meeting=self.meeting,
            every=Every(form.cleaned_data["every"]),
            times=form.cleaned_data["times"],
            by=self.actor,
        )
        messages.success(self.request, f"{len(made)} rapat berkala direncanakan.")
        first = local_day(made[0].starts_at, self.meeting.region)
        return f"{reverse('calendar')}?tahun={first.year}"
