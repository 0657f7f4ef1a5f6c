"""The pages behind a one-time link: those of the report itself, and a door before them."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import FormView

from focal_points.progress import actions
from focal_points.progress.actions.links import report_of
from focal_points.progress.link_forms import GuestForm
from focal_points.progress.models import Progress, State
from focal_points.progress.views import evidence, sending, typing, uploading
from focal_points.progress.views.finding import WritableMixin
from focal_points.progress.views.guest_door import GuestDoor
from pug_portal.access.form_views import add_refusal
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.files.views import serve


class GuestEntry(GuestDoor, FormView):
    """Who fills: name and position, before anything of the report is shown."""

    is_entry = True
    form_class = GuestForm
    template_name = "focal_points/progress/guest/entry.html"

    def get_initial(self) -> dict[str, Any]:
        name, position = self.person or ("", "")
        return {"name": name, "position": position}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        link = self.link
        return super().get_context_data(
            link=link, opd=link.called_opd, region=link.period.region, **kwargs
        )

    def form_valid(self, form: GuestForm) -> HttpResponse:
        name, position = form.cleaned_data["name"], form.cleaned_data["position"]
        try:
            progress, _ = actions.enter(link=self.link, name=name, position=position)
        except Refusal as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        self.remember_person(name, position)
        is_waiting = progress.state == State.AWAITING_HEAD
        page = "guest-check" if is_waiting else "guest-form"
        return redirect(page, token=self.token)

    def form_invalid(self, form: GuestForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


class GuestReportForm(GuestDoor, typing.ProgressFormView):
    def carry(self, progress: Progress, here: str) -> HttpResponse:
        raise Refusal("Isian semester lalu tidak terbuka lewat tautan ini.")


class GuestUpload(GuestDoor, uploading.ProgressUpload):
    pass


class GuestFileFacts(GuestDoor, evidence.ProgressFileFacts):
    pass


class GuestCheck(GuestDoor, sending.ProgressCheck):
    pass


class GuestSigningPage(GuestDoor, sending.ProgressSigningPage):
    pass


class GuestWithdraw(GuestDoor, sending.ProgressWithdraw):
    pass


class GuestSubmit(GuestDoor, sending.ProgressSubmit):
    def submit(self, progress: Progress) -> None:
        actions.submit_by_link(link=self.link, progress=progress, by=self.guest)


class GuestReceipt(GuestDoor, sending.ProgressReceipt):
    """All that a spent link still opens."""

    is_afterwards = True

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.receipt:
            return redirect("guest-check", token=self.token)
        return super().get(request, pk)

    def get_report(self) -> Progress:
        progress = report_of(self.link)
        if progress is None:
            raise Http404
        return progress


class GuestEvidence(GuestDoor, WritableMixin):
    """What hangs on this report, and no other file."""

    permission = Permission.PROGRESS_FILL

    def get(self, request: HttpRequest, pk: int, file: uuid.UUID) -> FileResponse:
        row = self.get_report().files.select_related("file").filter(file=file).first()
        if row is None:
            raise Http404
        return serve(row.file)
