"""Uploading, new versions, mending, retiring, deleting."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from focal_points.opd.models import Opd
from prasyarat.evidence import actions as verbs
from prasyarat.evidence.models import EvidenceDocument
from prasyarat.evidence.rights import require_change, why_not_keep
from prasyarat.library.actions import delete_document, edit_document
from prasyarat.library.forms import (
    DeleteForm,
    EditDocument,
    NewVersion,
    RetireForm,
    UploadDocuments,
)
from prasyarat.library.pages import (
    DocumentForm,
    DocumentPage,
    own_opds,
    prerequisites,
)
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.files.deposits import DepositsMixin


class EvidenceUpload(DepositsMixin, VerbFormView):
    """Each file by itself: one that is refused does not cost the others."""

    permission = Permission.ANSWER_FILL
    template_name = "prasyarat/library/upload.html"
    form_class = UploadDocuments

    def get_form_kwargs(self) -> dict[str, Any]:
        self.opds = own_opds(self.actor)
        first = self.opds[0] if self.opds else None
        if self.actor.region is None:
            raise PermissionDenied("Akun Anda belum mempunyai daerah.")
        self.region = self.actor.region
        if sentence := why_not_keep(self.region, first, self.actor):
            raise PermissionDenied(sentence)
        return {
            **super().get_form_kwargs(),
            "request": self.request,
            "prerequisites": prerequisites(self.actor.region),
            "opds": self.opds,
        }

    def perform(self, form: UploadDocuments) -> str:
        data = form.cleaned_data
        kept: list[EvidenceDocument] = []
        told: list[str] = []
        for upload in data["uploads"]:
            try:
                kept.append(self._keep(upload, data))
            except Refusal as refusal:
                told.append(refusal.sentence)
        if not kept:
            raise Refusal(" ".join(told), field="uploads")
        messages.success(self.request, f"{len(kept)} berkas masuk ke pustaka bukti.")
        for sentence in told:
            messages.warning(self.request, sentence)
        if len(kept) == 1:
            return reverse("evidence-detail", kwargs={"pk": kept[0].pk})
        return reverse("evidence-list")

    def _keep(self, upload: Any, data: dict[str, Any]) -> EvidenceDocument:
        return verbs.add_document(
            region=self.region,
            opd=self._opd(data),
            upload=upload,
            prerequisite=data["prerequisite"],
            document_date=data["document_date"],
            valid_until=data["valid_until"],
            by=self.actor,
        )

    def _opd(self, data: dict[str, Any]) -> Opd | None:
        return data.get("opd") or (self.opds[0] if self.opds else None)


class EvidenceNewVersion(DepositsMixin, DocumentForm):
    deposit_field = "upload"
    template_name = "prasyarat/library/version.html"
    form_class = NewVersion
    done_message = "Versi baru tersimpan. Versi lama tetap ada."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}

    def perform(self, form: NewVersion) -> str:
        verbs.add_version(document=self.document, by=self.actor, **form.cleaned_data)
        return self.back


class EvidenceEdit(DocumentForm):
    template_name = "prasyarat/library/edit.html"
    form_class = EditDocument
    done_message = "Keterangan bukti disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "document": self.document,
            "newest": self.versions[0],
            "prerequisites": prerequisites(self.actor.region),
        }

    def perform(self, form: EditDocument) -> str:
        edit_document(document=self.document, by=self.actor, **form.cleaned_data)
        return self.back


class EvidenceRetire(DocumentForm):
    template_name = "prasyarat/library/retire.html"
    form_class = RetireForm
    done_message = "Bukti ditarik. Jawaban yang sudah memakainya tidak berubah."

    def perform(self, form: RetireForm) -> str:
        verbs.retire(document=self.document, by=self.actor, **form.cleaned_data)
        return self.back


class EvidenceRestore(DocumentPage):
    permission = Permission.ANSWER_FILL

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        require_change(self.document, self.actor)
        verbs.restore(document=self.document, by=self.actor)
        messages.success(request, "Bukti dapat dipakai kembali.")
        return redirect(self.back)


class EvidenceDelete(DocumentForm):
    template_name = "prasyarat/library/delete.html"
    form_class = DeleteForm
    done_message = "Bukti dihapus. Nama dan sidiknya tetap tercatat di jejak."

    def perform(self, form: DeleteForm) -> str:
        delete_document(document=self.document, by=self.actor, **form.cleaned_data)
        return reverse("evidence-list")
