"""Official results: the list of a region, one result with its notes, their follow-ups."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView

from prasyarat.assessments.history import used_books
from prasyarat.assessments.pages import RegionPage
from prasyarat.evaluation import result_actions
from prasyarat.evaluation.forms import FollowUpForm, NoteForm, ResultForm, last_year
from prasyarat.evaluation.result_models import OfficialNote, OfficialResult
from prasyarat.evaluation.results import note_lines, ours_on, result_lines
from prasyarat.instruments.models import Instrument
from prasyarat.instruments.use import current_instrument
from prasyarat.next_steps import programme
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.checks import can
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView, PermissionView
from pug_portal.lib.clock import today

EDIT = Permission.EVALUATION_EDIT
LIST = "official-results"


class ResultList(RegionPage, TemplateView):
    template_name = "prasyarat/evaluation/results.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = self.actor.region == self.scored_region
        return super().get_context_data(
            lines=result_lines(self.scored_region),
            may_edit=own and can(self.actor, EDIT),
            **kwargs,
        )


class _ResultForm(VerbFormView):
    form_class = ResultForm
    template_name = "prasyarat/evaluation/result_edit.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}


class ResultAdd(_ResultForm):
    permission = EDIT
    done_message = "Hasil resmi dicatat."

    def get_initial(self) -> dict[str, Any]:
        return {"year": last_year()}

    def perform(self, form: ResultForm) -> str:
        region = self.actor.region
        assert region is not None  # noqa: S101 -- this right comes with a region
        made = result_actions.record_result(
            region=region, by=self.actor, **form.cleaned_data
        )
        return reverse("official-result", args=[made.pk])


class ResultOfAddress(PermissionView):
    permission = Permission.ASSESSMENT_VIEW

    @cached_property
    def result(self) -> OfficialResult:
        rows = OfficialResult.objects.for_actor(self.actor)
        rows = rows.select_related("region", "document", "recorded_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def may_edit(self) -> bool:
        own = self.actor.region is not None and (
            self.actor.region.pk == self.result.region_id
        )
        return own and can(self.actor, EDIT)

    @cached_property
    def asked(self) -> Instrument | None:
        return current_instrument(self.result.region)


class ResultPage(ResultOfAddress, TemplateView):
    template_name = "prasyarat/evaluation/result.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = self.result.result_on
        used = used_books(self.result.region, [day, today()])
        notes = note_lines(self.result, used.book_on(today()))
        return super().get_context_data(
            result=self.result,
            ours=ours_on(used, day),
            notes=notes,
            open_count=sum(line.note.action is None for line in notes),
            may_edit=self.may_edit,
            **kwargs,
        )


class _OwnResult(OwnedView, ResultOfAddress):
    permission = EDIT

    @cached_property
    def own(self) -> OfficialResult:
        self.refuse_other_region(self.result)
        return self.result

    def page(self) -> str:
        return reverse("official-result", args=[self.kwargs["pk"]])


class ResultEdit(_OwnResult, _ResultForm):
    done_message = "Hasil resmi diperbarui."

    def get_initial(self) -> dict[str, Any]:
        names = ("year", "stage", "result_on", "score", "category")
        return {name: getattr(self.own, name) for name in names}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(result=self.own, **kwargs)

    def perform(self, form: ResultForm) -> str:
        result_actions.change_result(
            result=self.own, by=self.actor, **form.cleaned_data
        )
        return self.page()


class ResultRemove(_OwnResult, VerbButtonView):
    done_message = "Hasil resmi dihapus; langkah yang lahir darinya tetap di rencana."

    def perform(self) -> None:
        result_actions.remove_result(result=self.own, by=self.actor)

    def back(self) -> str:
        return reverse(LIST)


class NoteAdd(_OwnResult, VerbFormView):
    form_class = NoteForm
    template_name = "prasyarat/evaluation/note.html"
    done_message = "Catatan verifikator dicatat."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instrument": self.asked}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(result=self.own, **kwargs)

    def perform(self, form: NoteForm) -> str:
        result_actions.add_note(result=self.own, by=self.actor, **form.cleaned_data)
        return self.page()


class _OwnNote(OwnedView):
    permission = EDIT

    @cached_property
    def note(self) -> OfficialNote:
        rows = OfficialNote.objects.for_actor(self.actor)
        rows = rows.select_related(
            "result__region", "action", "indicator__prerequisite"
        )
        found = get_object_or_404(rows, pk=self.kwargs["pk"])
        self.refuse_other_region(found)
        return found

    def page(self) -> str:
        return reverse("official-result", args=[self.note.result_id])


class NoteFollowUp(_OwnNote, VerbFormView):
    """Becomes a line of the action plan, which closes by itself."""

    form_class = FollowUpForm
    template_name = "prasyarat/evaluation/follow_up.html"
    done_message = "Catatan masuk rencana aksi."

    def get_form_kwargs(self) -> dict[str, Any]:
        region = self.note.result.region
        return {
            **super().get_form_kwargs(),
            "region": region,
            "instrument": current_instrument(region),
            "lines": programme.lines_offered(region),
        }

    def get_initial(self) -> dict[str, Any]:
        indicator = self.note.indicator
        owner = indicator.responsible if indicator else ""
        step = f"Menindaklanjuti catatan verifikator: {self.note.text}"[:300]
        return {"indicator": indicator, "step": step, "owner": owner}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(note=self.note, **kwargs)

    def perform(self, form: FollowUpForm) -> str:
        result_actions.follow_up(note=self.note, by=self.actor, **form.facts())
        return self.page()


class NoteRemove(_OwnNote, VerbButtonView):
    done_message = "Catatan dihapus."

    def perform(self) -> None:
        result_actions.remove_note(note=self.note, by=self.actor)

    def back(self) -> str:
        return self.page()
