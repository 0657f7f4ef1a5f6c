"""Rencana aksi OPD penggerak: the list of a year, one plan in three stages, its pages."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.urls import reverse
from django.views.generic import DetailView, ListView

from pokja.programme import driver_actions
from pokja.programme.choices import Stage
from pokja.programme.models import DriverPlan, DriverStep
from pokja.programme.monev_forms import DriverPlanForm, RoleForm, StepForm
from pokja.programme.queries import DRIVER_ROLES, usual_year
from pokja.programme.view_bases import FormPage, RowPage, keeps, own_region
from pug_portal.access.permissions import Permission
from pug_portal.access.views import ScopedView
from pug_portal.accounts.forms import ReasonForm
from pug_portal.lib.clock import today
from pug_portal.regions.choice import chosen_region, regions_offered


class DriverList(ScopedView, ListView):
    permission = Permission.PROGRAMME_VIEW
    template_name = "pokja/programme/driver_list.html"
    model = DriverPlan
    paginate_by = 25

    def get_queryset(self) -> QuerySet[DriverPlan]:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        rows = super().get_queryset().filter(region=self.region)
        rows = rows.select_related("opd").annotate(step_count=Count("steps"))
        return rows.order_by("-year", "opd__name", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_keeper = keeps(self.actor, self.region)
        return super().get_context_data(
            shown_region=self.region,
            regions=regions_offered(self.actor),
            keeps=is_keeper,
            sheet_year=usual_year(self.region) if is_keeper else None,
            section="penggerak",
            **kwargs,
        )


class DriverDetail(ScopedView, DetailView):
    permission = Permission.PROGRAMME_VIEW
    template_name = "pokja/programme/driver.html"
    context_object_name = "plan"
    queryset = DriverPlan.objects.select_related(
        "region", "opd", "rad"
    ).prefetch_related(Prefetch("steps", DriverStep.objects.order_by("order", "pk")))
    object: DriverPlan

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan = self.object
        steps = list(plan.steps.all())
        return super().get_context_data(
            stages=[
                (stage, [step for step in steps if step.stage == stage])
                for stage in Stage
            ],
            usual_role=DRIVER_ROLES.get(plan.opd.tag, ""),
            keeps=keeps(self.actor, plan.region),
            **kwargs,
        )


class DriverAdd(FormPage):
    form_class = DriverPlanForm
    heading = "Rencana aksi OPD penggerak"
    lead = "Satu rencana per OPD dan tahun, di bawah RAD yang berlaku."
    button = "Buat rencana aksi"
    back_label = "OPD penggerak"
    done_message = "Rencana aksi dibuat. Tambahkan aksi tiap tahap."

    def back(self) -> str:
        return reverse("driver-list")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": own_region(self.actor)}

    def get_initial(self) -> dict[str, Any]:
        return {"year": today().year}

    def perform(self, form: DriverPlanForm) -> str:
        plan = driver_actions.add_driver_plan(
            region=own_region(self.actor), by=self.actor, **form.cleaned_data
        )
        return reverse("driver-detail", args=[plan.pk])


class OnePlan(RowPage):
    queryset = DriverPlan.objects.select_related("region", "opd")

    def back(self) -> str:
        return reverse("driver-detail", args=[self.row.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.back_label = str(self.row)
        return super().get_context_data(**kwargs)


class DriverRole(OnePlan):
    form_class = RoleForm
    heading = "Peran tahun ini"
    button = "Simpan peran"
    done_message = "Peran dicatat."

    def get_initial(self) -> dict[str, Any]:
        return RoleForm.of(self.row)

    def perform(self, form: RoleForm) -> str:
        driver_actions.note_role(plan=self.row, by=self.actor, **form.cleaned_data)
        return self.back()


class DriverDelete(OnePlan):
    form_class = ReasonForm
    heading = "Hapus rencana aksi"
    lead = "Semua aksinya ikut terhapus; penghapusannya tercatat di jejak perubahan."
    button = "Hapus rencana aksi"
    icon = "trash"
    is_danger = True
    done_message = "Rencana aksi dihapus."

    def perform(self, form: ReasonForm) -> str:
        driver_actions.delete_driver_plan(
            plan=self.row, by=self.actor, **form.cleaned_data
        )
        return reverse("driver-list")


class StepAdd(OnePlan):
    form_class = StepForm
    heading = "Tambah aksi"
    button = "Simpan aksi"
    done_message = "Aksi ditambahkan."

    def get_initial(self) -> dict[str, Any]:
        return {"stage": self.request.GET.get("tahap", "")}

    def perform(self, form: StepForm) -> str:
        driver_actions.add_step(plan=self.row, by=self.actor, **form.cleaned_data)
        return self.back()


class OneStep(RowPage):
    queryset = DriverStep.objects.select_related("plan__region", "plan__opd")

    def back(self) -> str:
        return reverse("driver-detail", args=[self.row.plan_id])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.back_label = str(self.row.plan)
        return super().get_context_data(**kwargs)


class StepChange(OneStep):
    form_class = StepForm
    heading = "Ubah aksi"
    button = "Simpan aksi"
    done_message = "Aksi disimpan."

    def get_initial(self) -> dict[str, Any]:
        return StepForm.of(self.row)

    def perform(self, form: StepForm) -> str:
        driver_actions.change_step(step=self.row, by=self.actor, **form.cleaned_data)
        return self.back()


class StepDelete(OneStep):
    template_name = "pokja/programme/press.html"
    heading = "Hapus aksi"
    button = "Hapus aksi"
    gone_from = "rencana aksi ini"
    icon = "trash"
    is_danger = True
    done_message = "Aksi dihapus."

    def perform(self, form: Any) -> str:
        driver_actions.remove_step(step=self.row, by=self.actor)
        return self.back()
