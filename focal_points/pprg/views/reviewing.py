"""The driver team's pages: the review of one document, the team, the region's GAP."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property

from focal_points.opd.models import Opd
from focal_points.pprg import actions
from focal_points.pprg.forms import NoteForm, VerdictForm
from focal_points.pprg.models import PprgDocument, PprgNote, State
from focal_points.pprg.queries import as_line
from focal_points.pprg.reading import parts, version_shown
from focal_points.pprg.team import office_of
from focal_points.pprg.team_forms import GapChoiceForm, ReviewerForm
from focal_points.pprg.team_models import GapChoice, Reviewer, Verdict
from focal_points.pprg.views.finding import DocumentMixin, ReviewMixin
from pug_portal.access.checks import can
from pug_portal.access.form_views import VerbFormView, add_refusal
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region

DECISIONS = {"setujui", "perbaikan", "tolak", "buka"}


class Review(ReviewMixin):
    """Notes per step, one's opinion, and for the two leading offices the decision."""

    template_name = "focal_points/pprg/review.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._show(self.get_document())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        document = self.get_document()
        wanted = request.POST.get("aksi", "")
        try:
            if wanted == "mulai":
                actions.begin_review(document=document, by=self.actor)
                return redirect("pprg-review", pk=pk)
            if wanted == "catatan":
                return self._note(document)
            if wanted == "pendapat":
                return self._verdict(document)
            if wanted in DECISIONS:
                return self._decide(document, wanted)
        except Refusal as refusal:
            return self._show(self.get_document(), refused=refusal, status=422)
        refused = Refusal("Pilih salah satu tombol di halaman ini.")
        return self._show(document, refused=refused, status=422)

    def _note(self, document: PprgDocument) -> HttpResponse:
        form = NoteForm(self.request.POST, self.request.FILES, request=self.request)
        if not form.is_valid():
            return self._show(document, note_form=form, status=422)
        step = form.cleaned_data["step"]
        actions.add_note(document=document, by=self.actor, **form.cleaned_data)
        messages.success(self.request, "Catatan tersimpan.")
        here = reverse("pprg-review", args=[document.pk])
        return redirect(f"{here}#l-{step or 'umum'}")

    def _verdict(self, document: PprgDocument) -> HttpResponse:
        form = VerdictForm(self.request.POST)
        if form.is_valid():
            try:
                actions.give_verdict(
                    document=document, by=self.actor, **form.cleaned_data
                )
            except ValidationError as refusal:
                add_refusal(form, refusal)
            else:
                messages.success(self.request, "Pendapat Anda tersimpan.")
                return redirect("pprg-review", pk=document.pk)
        return self._show(document, verdict_form=form, status=422)

    def _decide(self, document: PprgDocument, wanted: str) -> HttpResponse:
        reason = self.request.POST.get("alasan", "")
        if wanted == "setujui":
            reason = self.request.POST.get("alasan_setuju", "")
            actions.approve(document=document, reason=reason, by=self.actor)
            told = "Dokumen disetujui."
        elif wanted == "perbaikan":
            actions.ask_repair(document=document, by=self.actor)
            told = "Dokumen dikembalikan ke OPD untuk diperbaiki."
        elif wanted == "tolak":
            actions.reject(document=document, reason=reason, by=self.actor)
            told = "Dokumen ditolak."
        else:
            actions.reopen(document=document, reason=reason, by=self.actor)
            told = "Dokumen dibuka kembali untuk OPD."
        messages.success(self.request, told)
        return redirect("pprg-detail", pk=document.pk)

    def _show(
        self,
        document: PprgDocument,
        *,
        note_form: NoteForm | None = None,
        verdict_form: VerdictForm | None = None,
        refused: Refusal | None = None,
        status: int = 200,
    ) -> HttpResponse:
        actor = self.actor
        version = version_shown(document, actor)
        notes = list(document.notes.select_related("written_by", "file"))
        verdicts = list(document.verdicts.select_related("reviewer"))
        now = version.number if version else 0
        mine = next(
            (
                v
                for v in verdicts
                if v.reviewer_id == actor.user_id and v.version == now
            ),
            None,
        )
        given = {"answer": mine.answer, "text": mine.text} if mine else None
        context = {
            "document": document,
            "line": as_line(document),
            "version": version,
            "parts": parts(document, version.content if version else {}, notes),
            "general_notes": [note for note in notes if not note.step],
            "verdicts": verdicts,
            "note_form": note_form,
            "verdict_form": verdict_form or VerdictForm(initial=given),
            "office": office_of(actor, document),
            "can_decide": can(actor, Permission.PPRG_DECIDE),
            "is_reviewing": document.state == State.REVIEWING,
            "against": [
                each
                for each in verdicts
                if each.version == now and each.answer == Verdict.Answer.REJECT
            ],
            "typed": self.request.POST,
            "open_count": sum(note.resolved_at is None for note in notes),
            "refused": refused,
        }
        return render(self.request, self.template_name, context, status=status)


class NoteResolve(DocumentMixin):
    """«Sudah dijawab»: by the OPD while it mends, by the team while it reviews."""

    permission = (Permission.PPRG_REVIEW, Permission.PPRG_FILL)

    def post(self, request: HttpRequest, pk: int, note: int) -> HttpResponse:
        document = self.get_document()
        found = get_object_or_404(PprgNote, pk=note, document=document)
        try:
            actions.resolve_note(note=found, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        if can(self.actor, Permission.PPRG_FILL):
            return redirect("pprg-detail", pk=pk)
        return redirect("pprg-review", pk=pk)


class Team(PermissionView):
    """Who reviews whom, by which SK; and which GAP the region uses in which year."""

    permission = Permission.PPRG_TEAM
    template_name = "focal_points/pprg/team.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show()

    def post(self, request: HttpRequest) -> HttpResponse:
        form = GapChoiceForm(request.POST)
        if form.is_valid():
            try:
                actions.choose_gap_format(
                    region=self.region, by=self.actor, **form.cleaned_data
                )
            except ValidationError as refusal:
                add_refusal(form, refusal)
            else:
                messages.success(request, "Format GAP tersimpan.")
                return redirect("pprg-team")
        return self._show(form, status=422)

    @cached_property
    def region(self) -> Region:
        if self.actor.region is None:
            raise Http404
        return self.actor.region

    def _show(
        self, form: GapChoiceForm | None = None, status: int = 200
    ) -> HttpResponse:
        seats = Reviewer.objects.filter(region=self.region).select_related("user")
        covered = set(
            Reviewer.objects.filter(region=self.region)
            .valid_on_today()
            .values_list("opds", flat=True)
        )
        offices = Opd.objects.filter(region=self.region).active_on(today())
        context = {
            "seats": seats.prefetch_related("opds"),
            "today": today(),
            "uncovered": [
                opd for opd in offices.order_by("name") if opd.pk not in covered
            ],
            "choices": GapChoice.objects.filter(region=self.region),
            "form": form or GapChoiceForm(),
        }
        return render(self.request, self.template_name, context, status=status)


class ReviewerAdd(VerbFormView):
    permission = Permission.PPRG_TEAM
    form_class = ReviewerForm
    template_name = "focal_points/pprg/reviewer.html"
    done_message = "Penelaah tercatat."

    @cached_property
    def region(self) -> Region:
        if self.actor.region is None:
            raise Http404
        return self.actor.region

    @cached_property
    def seat(self) -> Reviewer | None:
        return None

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.region}

    def perform(self, form: ReviewerForm) -> str:
        actions.name_reviewer(
            region=self.region, reviewer=self.seat, by=self.actor, **form.cleaned_data
        )
        return reverse("pprg-team")


class ReviewerEdit(ReviewerAdd):
    done_message = "Penugasan diubah."

    @cached_property
    def seat(self) -> Reviewer:
        rows = Reviewer.objects.owned_by(self.actor).select_related("region", "user")
        return get_object_or_404(rows, pk=self.kwargs["pk"], end=None)

    def get_form_kwargs(self) -> dict[str, Any]:
        self.seat  # noqa: B018  (404 before the form)
        return super().get_form_kwargs()

    def get_initial(self) -> dict[str, Any]:
        return ReviewerForm.initial_of(self.seat)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(seat=self.seat, **kwargs)


class ReviewerEnd(PermissionView):
    permission = Permission.PPRG_TEAM

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        seat = get_object_or_404(Reviewer.objects.owned_by(self.actor), pk=pk)
        actions.end_reviewer(reviewer=seat, by=self.actor)
        messages.success(request, "Penugasan penelaah diakhiri.")
        return redirect("pprg-team")
