"""RAD PUG: its versions, one version as a matrix, and the pages that write it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.views.generic import DetailView, ListView

from pokja.programme import rad_actions
from pokja.programme.choices import Content
from pokja.programme.forms import RadForm, RadLineForm, SettleForm
from pokja.programme.models import Rad, RadLine
from pokja.programme.queries import carried_out
from pokja.programme.view_bases import FormPage, RowPage, keeps, own_region
from pokja.programme.workflow import RAD_WORKFLOW
from pug_portal.access.permissions import Permission
from pug_portal.access.views import ScopedView
from pug_portal.accounts.forms import ReasonForm
from pug_portal.lib.clock import today
from pug_portal.regions.choice import chosen_region, regions_offered

SETTLED = "RAD yang sudah ditetapkan diubah lewat perubahan."


class RadList(ScopedView, ListView):
    permission = Permission.PROGRAMME_VIEW
    template_name = "pokja/programme/rad_list.html"
    model = Rad
    paginate_by = 25

    def get_queryset(self) -> QuerySet[Rad]:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        rows = super().get_queryset().filter(region=self.region)
        counted = rows.annotate(line_count=Count("lines"))
        return counted.order_by("-first_year", "-version", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            shown_region=self.region,
            regions=regions_offered(self.actor),
            keeps=keeps(self.actor, self.region),
            section="rad",
            **kwargs,
        )


class RadDetail(ScopedView, DetailView):
    """The matrix, one block per muatan a–d; a muatan without lines is shown too."""

    permission = Permission.PROGRAMME_VIEW
    template_name = "pokja/programme/rad.html"
    context_object_name = "rad"
    queryset = Rad.objects.select_related(
        "region", "predecessor", "successor", "settled_by"
    )
    object: Rad

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rad = self.object
        is_keeper = keeps(self.actor, rad.region)
        lines = rad.lines.select_related("lead_opd").prefetch_related("supporters")
        rows: list[Any] = list(lines)
        yearly = carried_out(row.root_id or row.pk for row in rows)
        for row in rows:
            row.yearly = yearly.get(row.root_id or row.pk, [])
        found = {
            code: list(lines) for code, lines in groupby(rows, lambda row: row.content)
        }
        successor: Rad | None = getattr(rad, "successor", None)
        hidden = successor is not None and successor.is_draft and not is_keeper
        return super().get_context_data(
            blocks=[(code, found.get(code.value, [])) for code in Content],
            line_count=sum(map(len, found.values())),
            years=rad.years,
            keeps=is_keeper,
            can_settle=is_keeper
            and rad.is_draft
            and bool(RAD_WORKFLOW.offered(rad.state, self.actor)),
            faults=rad_actions.faults_of(rad) if rad.is_draft else [],
            successor=None if hidden else successor,
            **kwargs,
        )


class RadAdd(FormPage):
    form_class = RadForm
    heading = "RAD PUG baru"
    lead = "Rencana aksi daerah PUG untuk beberapa tahun."
    button = "Buat draf"
    back_label = "RAD PUG"
    done_message = "Draf RAD dibuat."

    def back(self) -> str:
        return reverse("rad-list")

    def get_initial(self) -> dict[str, Any]:
        year = today().year
        return {"first_year": year, "last_year": year + 4}

    def perform(self, form: RadForm) -> str:
        made = rad_actions.draft_rad(
            region=own_region(self.actor), by=self.actor, **form.cleaned_data
        )
        return reverse("rad-detail", args=[made.pk])


class OneRad(RowPage):
    queryset = Rad.objects.select_related("region", "predecessor")
    wants_draft = True

    def back(self) -> str:
        return reverse("rad-detail", args=[self.row.pk])

    def closed(self) -> str:
        return SETTLED if self.wants_draft and not self.row.is_draft else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.back_label = str(self.row)
        return super().get_context_data(**kwargs)


class RadSettle(OneRad):
    permission = Permission.PROGRAMME_SETTLE
    form_class = SettleForm
    heading = "Tetapkan RAD PUG"
    lead = (
        "Sesudah ditetapkan isinya terkunci; program kerja tahunan mengambil darinya."
    )
    button = "Tetapkan"
    icon = "certificate"
    done_message = "RAD PUG ditetapkan."

    def perform(self, form: SettleForm) -> str:
        rad_actions.settle_rad(rad=self.row, by=self.actor, **form.cleaned_data)
        return self.back()


class RadRevise(OneRad):
    form_class = ReasonForm
    wants_draft = False
    heading = "Susun perubahan RAD PUG"
    lead = (
        "Seluruh baris disalin ke versi baru. Versi yang berlaku tetap berlaku sampai "
        "perubahannya ditetapkan."
    )
    button = "Susun perubahan"
    icon = "copy"
    done_message = "Draf perubahan dibuat."

    def perform(self, form: ReasonForm) -> str:
        made = rad_actions.revise_rad(rad=self.row, by=self.actor, **form.cleaned_data)
        return reverse("rad-detail", args=[made.pk])


class RadDelete(OneRad):
    form_class = ReasonForm
    heading = "Hapus draf RAD PUG"
    lead = "Draf dan semua barisnya hilang; penghapusannya tercatat di jejak perubahan."
    button = "Hapus draf"
    icon = "trash"
    is_danger = True
    done_message = "Draf RAD dihapus."

    def perform(self, form: ReasonForm) -> str:
        rad_actions.delete_rad(rad=self.row, by=self.actor, **form.cleaned_data)
        return reverse("rad-list")


class RadLineAdd(OneRad):
    template_name = "pokja/programme/grouped_form.html"
    form_class = RadLineForm
    heading = "Tambah baris RAD"
    button = "Simpan baris"
    done_message = "Baris RAD ditambahkan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "rad": self.row}

    def get_initial(self) -> dict[str, Any]:
        return {"content": self.request.GET.get("muatan", "")}

    def perform(self, form: RadLineForm) -> str:
        rad_actions.add_rad_line(rad=self.row, by=self.actor, **form.facts())
        return self.back()


class OneRadLine(RowPage):
    queryset = RadLine.objects.select_related("rad__region", "lead_opd")

    def back(self) -> str:
        return reverse("rad-detail", args=[self.row.rad_id])

    def closed(self) -> str:
        return "" if self.row.rad.is_draft else SETTLED

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.back_label = str(self.row.rad)
        return super().get_context_data(**kwargs)


class RadLineChange(OneRadLine):
    template_name = "pokja/programme/grouped_form.html"
    form_class = RadLineForm
    heading = "Ubah baris RAD"
    button = "Simpan baris"
    done_message = "Baris RAD disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "rad": self.row.rad}

    def get_initial(self) -> dict[str, Any]:
        return RadLineForm.of(self.row)

    def perform(self, form: RadLineForm) -> str:
        rad_actions.change_rad_line(line=self.row, by=self.actor, **form.facts())
        return self.back()


class RadLineDelete(OneRadLine):
    template_name = "pokja/programme/press.html"
    heading = "Hapus baris RAD"
    button = "Hapus baris"
    icon = "trash"
    is_danger = True
    done_message = "Baris RAD dihapus."

    def perform(self, form: Any) -> str:
        target = self.back()
        rad_actions.remove_rad_line(line=self.row, by=self.actor)
        return target
