from django.urls import path

from prasyarat.next_steps import level_views, pages, plan_views

ROOT = "prasyarat/langkah/"
PLAN = f"{ROOT}rencana/"

urlpatterns = [
    path(ROOT, pages.NextSteps.as_view(), name="next-steps"),
    path(f"{ROOT}opd/<int:pk>/", pages.OpdNextSteps.as_view(), name="opd-next-steps"),
    path(PLAN, plan_views.GapPlan.as_view(), name="gap-plan"),
    path(f"{PLAN}lampiran.pdf", plan_views.GapPlanPdf.as_view(), name="gap-plan-pdf"),
    path(
        f"{PLAN}tambah/<str:kode>/",
        plan_views.GapActionAdd.as_view(),
        name="gap-action-add",
    ),
    path(
        f"{PLAN}tambah/opd/<int:pk>/<str:kode>/",
        plan_views.OpdGapActionAdd.as_view(),
        name="opd-gap-action-add",
    ),
    path(
        f"{PLAN}<int:pk>/ubah/",
        plan_views.GapActionChange.as_view(),
        name="gap-action-change",
    ),
    path(
        f"{PLAN}<int:pk>/hapus/",
        plan_views.GapActionRemove.as_view(),
        name="gap-action-remove",
    ),
    path("prasyarat/jenjang/", level_views.AwardLevels.as_view(), name="award-levels"),
    path(
        "prasyarat/jenjang/<int:pk>/hapus/",
        level_views.AwardLevelRemove.as_view(),
        name="award-level-remove",
    ),
]
