"""Addresses of this slice."""

from django.urls import path

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
        "periode/tidak-wajib/<int:pk>/cabut/",
        views.ExemptionUndo.as_view(),
        name="exemption-undo",
    ),
]
