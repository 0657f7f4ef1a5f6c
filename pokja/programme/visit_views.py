"""Kunjungan monev: the list, one visit with its findings, and the pages that write."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.views.generic import DetailView, ListView

from pokja.programme import visit_actions
from pokja.programme.guard import today_in
from pokja.programme.models import Finding, MonevVisit
from pokja.programme.monev_forms import FindingForm, VisitForm
from pokja.programme.queries import line_in_force
from pokja.programme.view_bases import FormPage, RowPage, keeps, own_region
from pug_portal.access.permissions import Permission
from pug_portal.access.views import ScopedView
from pug_portal.accounts.forms import ReasonForm
from pug_portal.lib.clock import today
from pug_portal.regions.choice import chosen_region, regions_offered


class VisitList(ScopedView, ListView):
    permission = Permission.PROGRAMME_VIEW
    template_name = "pokja/programme/visit_list.html"
    model = MonevVisit
    paginate_by = 25

    def get_queryset(self) -> QuerySet[MonevVisit]:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        rows = super().get_queryset().filter(region=self.region)
        rows = rows.select_related("opd").annotate(
            finding_count=Count("findings"),
            open_count=Count("findings", filter=Q(findings__done_on=None)),
            late_count=Count(
                "findings",
                filter=Q(findings__done_on=None, findings__due_on__lt=today()),
            ),
        )
        return rows.order_by("-visited_on", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            shown_region=self.region,
            regions=regions_offered(self.actor),
            keeps=keeps(self.actor, self.region),
            section="monev",
            this_year=today_in(self.region).year,
            **kwargs,
        )


class VisitDetail(ScopedView, DetailView):
    permission = Permission.PROGRAMME_VIEW
    template_name = "pokja/programme/visit.html"
    context_object_name = "visit"
    queryset = MonevVisit.objects.select_related("region", "opd")
    object: MonevVisit

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        visit = self.object
        return super().get_context_data(
            findings=list(visit.findings.all()),
            line=line_in_force(visit.line_id),
            keeps=keeps(self.actor, visit.region),
            day=today(),
            **kwargs,
        )


class VisitAdd(FormPage):
    form_class = VisitForm
    heading = "Catat kunjungan monev"
    lead = "Pemantauan PUG di satu OPD (tugas Pokja i). Temuan ditambahkan sesudahnya."
    button = "Simpan kunjungan"
    back_label = "Kunjungan monev"
    done_message = "Kunjungan dicatat. Tambahkan temuannya."

    def back(self) -> str:
        return reverse("visit-list")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": own_region(self.actor)}

    def perform(self, form: VisitForm) -> str:
        visit = visit_actions.record_visit(
            region=own_region(self.actor), by=self.actor, **form.cleaned_data
        )
        return reverse("visit-detail", args=[visit.pk])


class OneVisit(RowPage):
    queryset = MonevVisit.objects.select_related("region", "opd", "line")

    def back(self) -> str:
        return reverse("visit-detail", args=[self.row.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.back_label = str(self.row)
        return super().get_context_data(**kwargs)


class VisitChange(OneVisit):
    form_class = VisitForm
    heading = "Ubah catatan kunjungan"
    button = "Simpan kunjungan"
    done_message = "Catatan kunjungan disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.row.region}

    def get_initial(self) -> dict[str, Any]:
        return VisitForm.of(self.row)

    def perform(self, form: VisitForm) -> str:
        visit_actions.change_visit(visit=self.row, by=self.actor, **form.cleaned_data)
        return self.back()


class VisitDelete(OneVisit):
    form_class = ReasonForm
    heading = "Hapus catatan kunjungan"
    lead = "Temuannya ikut terhapus; penghapusannya tercatat di jejak perubahan."
    button = "Hapus kunjungan"
    icon = "trash"
    is_danger = True
    done_message = "Catatan kunjungan dihapus."

    def perform(self, form: ReasonForm) -> str:
        visit_actions.delete_visit(visit=self.row, by=self.actor, **form.cleaned_data)
        return reverse("visit-list")


class FindingAdd(OneVisit):
    form_class = FindingForm
    heading = "Tambah temuan"
    button = "Simpan temuan"
    done_message = "Temuan dicatat."

    def perform(self, form: FindingForm) -> str:
        visit_actions.add_finding(visit=self.row, by=self.actor, **form.cleaned_data)
        return self.back()


class OneFinding(RowPage):
    queryset = Finding.objects.select_related("visit__region", "visit__opd")

    def back(self) -> str:
        return reverse("visit-detail", args=[self.row.visit_id])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.back_label = str(self.row.visit)
        return super().get_context_data(**kwargs)


class FindingChange(OneFinding):
    form_class = FindingForm
    heading = "Temuan dan tindak lanjut"
    button = "Simpan temuan"
    done_message = "Temuan disimpan."

    def get_initial(self) -> dict[str, Any]:
        return FindingForm.of(self.row)

    def perform(self, form: FindingForm) -> str:
        visit_actions.change_finding(
            finding=self.row, by=self.actor, **form.cleaned_data
        )
        return self.back()


class FindingDelete(OneFinding):
    template_name = "pokja/programme/press.html"
    heading = "Hapus temuan"
    button = "Hapus temuan"
    gone_from = "catatan kunjungan ini"
    icon = "trash"
    is_danger = True
    done_message = "Temuan dihapus."

    def perform(self, form: Any) -> str:
        visit_actions.remove_finding(finding=self.row, by=self.actor)
        return self.back()
