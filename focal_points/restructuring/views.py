"""The wizard of a restructuring, its record, and the way back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView, FormView, ListView

from focal_points.opd.change_models import Restructuring
from focal_points.restructuring.actions import restructure, undo, why_not_undone
from focal_points.restructuring.forms import RestructureForm
from focal_points.restructuring.preview import Preview, preview
from pug_portal.access.checks import can, may_change, require_in
from pug_portal.access.form_views import add_refusal
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView, ScopedView
from pug_portal.audit.queries import history_of
from pug_portal.lib.clock import today
from pug_portal.regions.choice import chosen_region, regions_offered
from pug_portal.regions.models import Region


class RestructureList(PermissionView, ListView):
    permission = Permission.OPD_VIEW
    template_name = "focal_points/restructuring/list.html"
    paginate_by = 40

    def get_queryset(self) -> QuerySet[Restructuring]:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        rows = Restructuring.objects.for_actor(self.actor).filter(region=self.region)
        return rows.defer("rows").order_by("-effective_on", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_edit = can(self.actor, Permission.OPD_EDIT)
        return super().get_context_data(
            shown_region=self.region,
            regions=regions_offered(self.actor),
            day=today(),
            can_add=may_edit and may_change(self.actor, self.region),
            **kwargs,
        )


class Restructure(PermissionView, FormView):
    """Three steps on one address: fill in, look at what changes, record it."""

    permission = Permission.OPD_EDIT
    form_class = RestructureForm
    template_name = "focal_points/restructuring/form.html"

    @cached_property
    def region(self) -> Region:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        require_in(self.actor, region, Permission.OPD_EDIT)
        return region

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.region}

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET.get("opd", "")
        return {"opds": [asked]} if asked.isdecimal() else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(shown_region=self.region, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if not form.is_valid():
            return self.form_invalid(form)
        step = request.POST.get("langkah", "")
        if step == "ubah":
            return self.render_to_response(self.get_context_data(form=form))
        try:
            shown = preview(form.proposal())
            if step == "catat" and request.POST.get("sidik") == shown.fingerprint:
                return self._record(form)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        if step == "catat":
            messages.warning(
                request,
                "Data berubah sejak Anda memeriksanya. Periksa sekali lagi.",
            )
        return self._show(form, shown)

    def form_invalid(self, form: RestructureForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _show(self, form: RestructureForm, shown: Preview) -> HttpResponse:
        self.template_name = "focal_points/restructuring/preview.html"
        context = self.get_context_data(form=form, preview=shown)
        return self.render_to_response(context)

    def _record(self, form: RestructureForm) -> HttpResponse:
        prefix = "person_"
        people = {
            int(pk): value
            for name, value in self.request.POST.dict().items()
            if name.startswith(prefix)
            and (pk := name.removeprefix(prefix)).isdecimal()
            and len(pk) < 18
        }
        made = restructure(proposal=form.proposal(), people=people, by=self.actor)
        messages.success(self.request, f"{made.get_kind_display()} dicatat.")
        return HttpResponseRedirect(reverse("restructuring-detail", args=[made.pk]))


class RestructureDetail(ScopedView, DetailView):
    permission = Permission.OPD_VIEW
    model = Restructuring
    template_name = "focal_points/restructuring/detail.html"
    context_object_name = "made"

    def get_queryset(self) -> QuerySet[Restructuring]:
        return super().get_queryset().select_related("region", "made_by")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        made, actor = self.object, self.actor
        is_ours = may_change(actor, made.region) and can(actor, Permission.OPD_EDIT)
        may_undo = is_ours and made.undone_at is None
        successions = list(made.successions.select_related("old", "new"))
        return super().get_context_data(
            old=list(dict.fromkeys(row.old for row in successions)),
            new=list(dict.fromkeys(row.new for row in successions if row.new)),
            may_undo=may_undo,
            is_ahead=made.effective_on > today(),
            not_undone=why_not_undone(made) if may_undo else "",
            history=history_of(made) if is_ours else [],
            **kwargs,
        )


class RestructureUndo(PermissionView):
    permission = Permission.OPD_EDIT

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        rows = Restructuring.objects.for_actor(self.actor)
        made = get_object_or_404(rows.select_related("region"), pk=pk)
        require_in(self.actor, made.region, Permission.OPD_EDIT)
        try:
            undo(restructuring=made, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(
                request, "Perubahan dibatalkan; semua kembali seperti semula."
            )
        return HttpResponseRedirect(reverse("restructuring-detail", args=[pk]))
