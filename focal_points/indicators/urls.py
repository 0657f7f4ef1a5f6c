"""Addresses of this slice."""

from django.urls import path

from focal_points.indicators import sheet_views, views
from pug_portal.imports.paths import sheet_paths

urlpatterns = [
    # /indikator/
    path("indikator/", views.IndicatorList.as_view(), name="indicator-list"),
    path("indikator/catat/", views.IndicatorAdd.as_view(), name="indicator-add"),
    path(
        "indikator/<int:pk>/", views.IndicatorDetail.as_view(), name="indicator-detail"
    ),
    path(
        "indikator/<int:pk>/ubah/",
        views.IndicatorEdit.as_view(),
        name="indicator-edit",
    ),
    # /indikator/excel/
    *sheet_paths("indikator/excel/", "indicator-sheet", sheet_views, "IndicatorSheet"),
]
