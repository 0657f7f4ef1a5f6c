"""Addresses of this slice."""

from django.urls import path

from focal_points.periods import dispensation_views as dispensations
from focal_points.periods import views

urlpatterns = [
    # /periode/
    path("periode/", views.PeriodList.as_view(), name="period-list"),
    path("periode/buka/", views.PeriodOpen.as_view(), name="period-open"),
    path(
        "periode/buka/berikutnya/",
        views.PeriodOpenNext.as_view(),
        name="period-open-next",
    ),
    path(
        "periode/buka/sebelumnya/",
        views.PeriodOpenEarlier.as_view(),
        name="period-open-earlier",
    ),
    # /periode/<pk>/
    path("periode/<int:pk>/", views.PeriodDetail.as_view(), name="period-detail"),
    path("periode/<int:pk>/ubah/", views.PeriodChange.as_view(), name="period-change"),
    path(
        "periode/<int:pk>/tidak-wajib/",
        views.PeriodExempt.as_view(),
        name="period-exempt",
    ),
    path(
        "periode/<int:pk>/dispensasi/",
        dispensations.PeriodDispense.as_view(),
        name="period-dispense",
    ),
    # /periode/dispensasi/
    path(
        "periode/dispensasi/",
        dispensations.DispensationList.as_view(),
        name="dispensation-list",
    ),
    path(
        "periode/dispensasi/<int:pk>/surat/",
        dispensations.DispensationLetter.as_view(),
        name="dispensation-letter",
    ),
    path(
        "periode/dispensasi/<int:pk>/cabut/",
        dispensations.DispensationWithdraw.as_view(),
        name="dispensation-withdraw",
    ),
    path(
        "periode/tidak-wajib/<int:pk>/cabut/",
        views.ExemptionUndo.as_view(),
        name="exemption-undo",
    ),
]
