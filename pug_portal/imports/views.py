"""The pages of an Excel round trip. A slice subclasses them and says whose rows they are.

Start (download, upload) → preview → apply → back to the slice's list with a message.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic.base import ContextMixin, TemplateResponseMixin

from pug_portal.access.checks import require
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.views import PermissionView
from pug_portal.files.views import attachment
from pug_portal.imports import actions
from pug_portal.imports.codec import unpacked
from pug_portal.imports.forms import SheetUploadForm
from pug_portal.imports.importer import Importer
from pug_portal.imports.models import ImportDraft
from pug_portal.imports.showing import shown_rows
from pug_portal.lib.clock import today
from pug_portal.lib.sheets import Plan, RowState, template

PAGE = 25


class SheetPage(PermissionView):
    """`names`: the first part of the slice's address names, such as «opd-sheet»."""

    names = ""
    back_label = ""
    # An export of what there is serves for some sheets as their template too.
    has_template = True

    def build_importer(self) -> Importer:
        """Of the address; 404 outside the width."""
        raise NotImplementedError

    def back_url(self) -> str:
        raise NotImplementedError

    def other_years(self) -> list[tuple[str, str]]:
        """Label and address of the same sheet of another year."""
        return []

    @cached_property
    def importer(self) -> Importer:
        return self.build_importer()

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        require(self.actor, *self.needed())
        self.importer.allow(self.actor)
        return super().dispatch(request, *args, **kwargs)

    def address(self, page: str = "", **more: Any) -> str:
        """Another page of the same sheet; a region that was asked for stays asked for."""
        kept = {k: v for k, v in self.kwargs.items() if k != "draft"}
        url = reverse(f"{self.names}{page}", kwargs={**kept, **more})
        asked = self.request.GET.get("daerah")
        return f"{url}?{urlencode({'daerah': asked})}" if asked else url

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(  # type: ignore[misc]
            sheet=self.importer.sheet,
            start_url=self.address(),
            back_url=self.back_url(),
            back_label=self.back_label,
            **kwargs,
        )


class SheetStart(SheetPage, VerbFormView):
    form_class = SheetUploadForm
    template_name = "imports/start.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            template_url=self.address("-template") if self.has_template else "",
            data_url=self.address("-data"),
            parts=self.importer.sheet.parts,
            closed=self.importer.closed,
            other_years=self.other_years(),
            **{k: v for k, v in kwargs.items() if k not in self.kwargs},
        )

    def perform(self, form: SheetUploadForm) -> str:
        draft = actions.keep_draft(
            importer=self.importer, upload=form.cleaned_data["file"], by=self.actor
        )
        return self.address("-preview", draft=draft.pk)


class SheetTemplate(SheetPage):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        sheet = self.importer.sheet
        return workbook(template(sheet), f"Templat {sheet.title}")


class SheetData(SheetPage):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        content = self.importer.export()
        return workbook(content, f"{self.importer.sheet.title} {today():%Y-%m-%d}")


class DraftPage(SheetPage):
    """An upload of one's own: 404 for everybody else."""

    @cached_property
    def draft(self) -> ImportDraft:
        sheet = self.importer.sheet
        mine = ImportDraft.objects.of(self.actor)
        rows = mine.filter(code=sheet.code, subject=sheet.subject).defer("content")
        return get_object_or_404(rows, pk=self.kwargs["draft"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.spent() or self.show()

    def show(self) -> HttpResponseBase:
        raise NotImplementedError

    def spent(self) -> HttpResponse | None:
        if self.draft.applied_at is not None:
            told = "Berkas ini sudah diterapkan. Tidak ada yang diubah dua kali."
            messages.info(self.request, told)
            return HttpResponseRedirect(self.back_url())
        if self.draft.is_expired:
            told = "Pratinjau ini sudah kedaluwarsa. Unggah berkasnya lagi."
            messages.warning(self.request, told)
            return HttpResponseRedirect(self.address())
        return None

    @cached_property
    def plan(self) -> Plan:
        return self.importer.plan(unpacked(self.draft.reading))


class SheetPreview(DraftPage, TemplateResponseMixin, ContextMixin):
    template_name = "imports/preview.html"

    def show(self) -> HttpResponseBase:
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan = self.plan
        listed = [row for row in plan.all_rows if row.state != RowState.SAME]
        listed.sort(
            key=lambda row: (list(RowState).index(row.state), row.tab, row.number)
        )
        page = Paginator(listed, PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            draft=self.draft,
            plan=plan,
            counts=plan.counts,
            problem_count=sum(1 for _ in plan.problems),
            to_do=plan.to_do,
            rows=shown_rows(page.object_list),
            page_obj=page,
            ignored=_ignored(self.draft.reading),
            marked_url=self.address("-marked", draft=self.draft.pk),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if spent := self.spent():
            return spent
        try:
            plan = actions.apply_draft(
                draft=self.draft,
                importer=self.importer,
                fingerprint=request.POST.get("sidik", ""),
                by=self.actor,
            )
        except ValidationError as refusal:
            told = " ".join(refusal.messages)
            context = self.get_context_data(refusal=told)
            return self.render_to_response(context, status=422)
        messages.success(request, _done(plan))
        return HttpResponseRedirect(self.back_url())


class SheetMarked(DraftPage):
    """The rejected file, given back with its problems marked."""

    def show(self) -> HttpResponseBase:
        content = actions.marked_file(self.draft, self.plan)
        return workbook(content, f"{self.draft.name.removesuffix('.xlsx')} - periksa")


def workbook(content: bytes, name: str) -> HttpResponse:
    return attachment(content, name, "xlsx")


def _ignored(reading: dict[str, Any]) -> list[str]:
    """Headings nobody asked for; of a further tab with its name."""
    beside = [
        f"{head} (lembar {part['tab']})"
        for part in reading.get("more", ())
        for head in part["ignored"]
    ]
    return [*reading["ignored"], *beside]


def _done(plan: Plan) -> str:
    parts = [
        f"{plan.counts[state]} {word}"
        for state, word in (
            (RowState.NEW, "baris baru"),
            (RowState.CHANGED, "baris berubah"),
        )
        if plan.counts[state]
    ]
    return f"Impor diterapkan: {' dan '.join(parts)} tersimpan."
