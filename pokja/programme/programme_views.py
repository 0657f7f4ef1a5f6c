"""Writing a work programme: draft, fill, settle, change, and its lines."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.views.generic.detail import SingleObjectMixin

from pokja.programme import line_actions, programme_actions
from pokja.programme.forms import LineForm, ProgrammeForm, ReportLineForm, SettleForm
from pokja.programme.models import Programme, ProgrammeLine
from pokja.programme.view_bases import FormPage, RowPage, own_region
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView
from pug_portal.accounts.forms import ReasonForm
from pug_portal.lib.clock import today

SETTLED = "Program kerja yang sudah ditetapkan diubah lewat perubahan."


class ProgrammeAdd(FormPage):
    form_class = ProgrammeForm
    heading = "Program kerja baru"
    lead = (
        "Satu program kerja untuk satu tahun. Barisnya diambil dari RAD atau ditulis."
    )
    button = "Buat draf"
    back_label = "Program kerja"
    done_message = "Draf program kerja dibuat."

    def back(self) -> str:
        return reverse("programme-list")

    def get_initial(self) -> dict[str, Any]:
        return {"year": today().year}

    def perform(self, form: ProgrammeForm) -> str:
        made = programme_actions.draft_programme(
            region=own_region(self.actor), by=self.actor, **form.cleaned_data
        )
        return reverse("programme-detail", args=[made.pk])


class OneProgramme(RowPage):
    queryset = Programme.objects.select_related("region", "predecessor")
    wants_draft = True

    def back(self) -> str:
        return reverse("programme-detail", args=[self.row.pk])

    def closed(self) -> str:
        return SETTLED if self.wants_draft and not self.row.is_draft else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.back_label = str(self.row)
        return super().get_context_data(**kwargs)


class ProgrammeFill(OwnedView, SingleObjectMixin, VerbButtonView):
    """The button «Ambil dari RAD»: pressed twice it takes nothing twice."""

    permission = Permission.PROGRAMME_EDIT
    queryset = Programme.objects.select_related("region")

    def perform(self) -> None:
        row = self.get_object()
        assert isinstance(row, Programme)  # noqa: S101 -- narrows for mypy
        taken = programme_actions.fill_from_rad(programme=row, by=self.actor)
        told = f"{taken} baris diambil dari RAD. Pilih tugas Pokja tiap baris."
        none = "Semua baris RAD tahun ini sudah ada dalam program kerja."
        self.done_message = told if taken else none

    def back(self) -> str:
        return reverse("programme-detail", args=[self.kwargs["pk"]])


class ProgrammeSettle(OneProgramme):
    permission = Permission.PROGRAMME_SETTLE
    form_class = SettleForm
    heading = "Tetapkan program kerja"
    lead = "Sesudah ditetapkan isinya terkunci; realisasi tetap dapat dicatat."
    button = "Tetapkan"
    icon = "certificate"
    done_message = "Program kerja ditetapkan."

    def perform(self, form: SettleForm) -> str:
        programme_actions.settle_programme(
            programme=self.row, by=self.actor, **form.cleaned_data
        )
        return self.back()


class ProgrammeRevise(OneProgramme):
    form_class = ReasonForm
    wants_draft = False
    heading = "Susun perubahan program kerja"
    lead = (
        "Seluruh baris disalin ke versi baru. Versi yang berlaku tetap berlaku sampai "
        "perubahannya ditetapkan."
    )
    button = "Susun perubahan"
    icon = "copy"
    done_message = "Draf perubahan dibuat."

    def perform(self, form: ReasonForm) -> str:
        made = programme_actions.revise_programme(
            programme=self.row, by=self.actor, **form.cleaned_data
        )
        return reverse("programme-detail", args=[made.pk])


class ProgrammeDelete(OneProgramme):
    form_class = ReasonForm
    heading = "Hapus draf program kerja"
    lead = "Draf dan semua barisnya hilang; penghapusannya tercatat di jejak perubahan."
    button = "Hapus draf"
    icon = "trash"
    is_danger = True
    done_message = "Draf program kerja dihapus."

    def perform(self, form: ReasonForm) -> str:
        programme_actions.delete_programme(
            programme=self.row, by=self.actor, **form.cleaned_data
        )
        return reverse("programme-list")


class LineAdd(OneProgramme):
    template_name = "pokja/programme/grouped_form.html"
    form_class = LineForm
    heading = "Tambah baris program kerja"
    button = "Simpan baris"
    done_message = "Baris program kerja ditambahkan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.row.region}

    def perform(self, form: LineForm) -> str:
        line_actions.add_line(programme=self.row, by=self.actor, **form.cleaned_data)
        return self.back()


class OneLine(RowPage):
    queryset = ProgrammeLine.objects.select_related(
        "programme__region", "progress_record", "root__progress_record"
    )
    wants_draft = True

    def back(self) -> str:
        return reverse("line-detail", args=[self.row.pk])

    def closed(self) -> str:
        draft = self.row.programme.is_draft
        return SETTLED if self.wants_draft and not draft else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.back_label = str(self.row)
        return super().get_context_data(line=self.row, **kwargs)


class LineChange(OneLine):
    template_name = "pokja/programme/grouped_form.html"
    form_class = LineForm
    heading = "Ubah baris program kerja"
    button = "Simpan baris"
    done_message = "Baris program kerja disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.row.programme.region}

    def get_initial(self) -> dict[str, Any]:
        return LineForm.of(self.row)

    def perform(self, form: LineForm) -> str:
        line_actions.change_line(line=self.row, by=self.actor, **form.cleaned_data)
        return reverse("programme-detail", args=[self.row.programme_id])


class LineDelete(OneLine):
    template_name = "pokja/programme/press.html"
    heading = "Hapus baris program kerja"
    button = "Hapus baris"
    is_danger = True
    icon = "trash"
    done_message = "Baris program kerja dihapus."

    def perform(self, form: Any) -> str:
        target = reverse("programme-detail", args=[self.row.programme_id])
        line_actions.remove_line(line=self.row, by=self.actor)
        return target


class LineReport(OneLine):
    form_class = ReportLineForm
    wants_draft = False
    heading = "Catat realisasi"
    lead = "Angka dari rapat dan kegiatan dihitung sendiri; tulis yang belum tercakup."
    button = "Simpan realisasi"
    done_message = "Realisasi dicatat."

    def closed(self) -> str:
        if self.row.programme.is_in_force:
            return ""
        return "Realisasi dicatat pada program kerja yang sedang berlaku."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "kept": self.row.record,
            "actor": self.actor,
        }

    def get_initial(self) -> dict[str, Any]:
        kept = self.row.record
        return {
            "status": kept.status,
            "realisation": kept.realisation,
            "obstacles": kept.obstacles,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(revision=self.row.record.revision, **kwargs)

    def perform(self, form: ReportLineForm) -> str:
        sent = self.request.POST.get("revision", "")
        line_actions.report_line(
            line=self.row,
            by=self.actor,
            revision=int(sent) if sent.isdecimal() and len(sent) < 10 else None,
            **form.cleaned_data,
        )
        return self.back()
