"""Writing the parts of a meeting, each on its own plain page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property

from pokja.meetings import part_actions, recommendation_actions
from pokja.meetings.completeness import completeness_of
from pokja.meetings.models import Recommendation
from pokja.meetings.recommendation_forms import RecommendationForm, opds_for
from pokja.meetings.row_forms import (
    AttendanceFormSet,
    OutcomeFormSet,
    RowFormSet,
)
from pokja.meetings.view_bases import MeetingVerbView
from pokja.meetings.workflow import FACTS_OPEN, RECORD_OPEN


class RowsView(MeetingVerbView):
    """Rows as one form; «Simpan dan tambah baris» saves and comes back with blank ones."""

    template_name = "pokja/meetings/rows.html"
    form_set: ClassVar[type[RowFormSet]]
    done_message = "Tersimpan."
    save: Callable[..., Any]

    def stored(self) -> list[Any]:
        raise NotImplementedError

    def form_kwargs(self) -> dict[str, Any]:
        return {}

    def more_initial(self) -> list[dict[str, Any]]:
        return []

    def get_form(self, form_class: Any = None) -> Any:
        if self.request.method == "POST":
            return self.form_set(
                self.request.POST, prefix="baris", form_kwargs=self.form_kwargs()
            )
        initial = [
            self.form_set.form.initial_of(item, order)
            for order, item in enumerate(self.stored(), start=1)
        ]
        return self.form_set(
            prefix="baris",
            initial=initial + self.more_initial(),
            form_kwargs=self.form_kwargs(),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = kwargs.pop("form", None) or self.get_form()
        return super().get_context_data(form=None, rows=rows, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            type(self).save(
                meeting=self.meeting,
                rows=form.rows,
                by=self.actor,
                revision=self.revision,
            )
        except ValidationError as refusal:
            context = self.get_context_data(form=form, refusal=str(refusal))
            return self.render_to_response(context, status=422)
        messages.success(self.request, self.done_message)
        again = "more" in self.request.POST
        target = f"{self.request.path}#akhir" if again else self.page_of_meeting()
        return HttpResponseRedirect(target)


class MeetingOutcomes(RowsView):
    form_set = OutcomeFormSet
    states = FACTS_OPEN
    heading = "Hasil yang diharapkan"
    lead = "Tulis sebelum rapat, nilai sesudahnya: tercapai, sebagian, atau belum."
    button = "Simpan hasil"
    done_message = "Hasil yang diharapkan disimpan."
    save = staticmethod(part_actions.set_outcomes)

    def stored(self) -> list[Any]:
        return list(self.meeting.outcomes.all())


class MeetingAttendance(RowsView):
    """`?isi=opd` lists every office of the region: only the counts are left to type."""

    form_set = AttendanceFormSet
    states = RECORD_OPEN
    template_name = "pokja/meetings/attendance.html"
    heading = "Kehadiran"
    lead = "Satu baris per OPD atau instansi. Jumlah seluruhnya dihitung sendiri."
    button = "Simpan kehadiran"
    done_message = "Kehadiran disimpan."
    save = staticmethod(part_actions.set_attendance)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        by_name = self.meeting.participants.filter(presences__isnull=False)
        if self.meeting.state in self.states and by_name.exists():
            messages.info(request, part_actions.COUNTED_BY_NAME)
            return redirect("attendance-list", pk=self.meeting.pk)
        return super().get(request, *args, **kwargs)

    @cached_property
    def opds(self) -> list[Any]:
        return opds_for(self.meeting)

    @cached_property
    def kept(self) -> list[Any]:
        return list(self.meeting.attendance.all())

    def stored(self) -> list[Any]:
        return self.kept

    def form_kwargs(self) -> dict[str, Any]:
        return {"opds": self.opds}

    def more_initial(self) -> list[dict[str, Any]]:
        if self.request.GET.get("isi") != "opd":
            return []
        there = {row.opd_id for row in self.kept}
        return [
            {"opd": str(opd.pk), "offered": True}
            for opd in self.opds
            if opd.takes_part and opd.pk not in there
        ]


class RecommendationAdd(MeetingVerbView):
    form_class = RecommendationForm
    template_name = "pokja/meetings/recommendation.html"
    states = RECORD_OPEN
    heading = "Tambah rekomendasi"
    lead = "Nomornya diberikan saat notulen disahkan."
    button = "Simpan rekomendasi"
    done_message = "Rekomendasi disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "opds": opds_for(self.meeting)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = completeness_of(self.meeting)
        return super().get_context_data(completeness=found, **kwargs)

    def perform(self, form: RecommendationForm) -> str:
        recommendation_actions.add_recommendation(
            meeting=self.meeting, facts=form.facts(), by=self.actor
        )
        return self.page_of_meeting()


class OneRecommendation(MeetingVerbView):
    """Addressed by the recommendation; width and owner come from its meeting."""

    states = RECORD_OPEN
    pk_url_kwarg = ""
    slug_url_kwarg = "pk"
    slug_field = "recommendations"

    @cached_property
    def recommendation(self) -> Recommendation:
        return get_object_or_404(self.meeting.recommendations, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(recommendation=self.recommendation, **kwargs)


class RecommendationChange(OneRecommendation):
    form_class = RecommendationForm
    template_name = "pokja/meetings/recommendation.html"
    heading = "Ubah rekomendasi"
    button = "Simpan rekomendasi"
    done_message = "Rekomendasi disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "opds": opds_for(self.meeting)}

    def get_initial(self) -> dict[str, Any]:
        return RecommendationForm.initial_of(self.recommendation)

    def perform(self, form: RecommendationForm) -> str:
        recommendation_actions.change_recommendation(
            recommendation=self.recommendation, facts=form.facts(), by=self.actor
        )
        return self.page_of_meeting()


class RecommendationRemove(OneRecommendation):
    template_name = "pokja/meetings/remove.html"
    heading = "Hapus rekomendasi"
    button = "Hapus rekomendasi"
    is_harmful = True
    done_message = "Rekomendasi dihapus."

    def get_form(self, form_class: Any = None) -> None:
        return None

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        target = self.page_of_meeting()
        try:
            recommendation_actions.remove_recommendation(
                recommendation=self.recommendation, by=self.actor
            )
        except ValidationError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, self.done_message)
        return HttpResponseRedirect(target)
