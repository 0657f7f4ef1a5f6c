"""Addresses of this slice."""

from django.urls import path

from focal_points.opd import sheet_views, views
from pug_portal.imports.paths import sheet_paths

urlpatterns = [
    # /opd/
    path("opd/", views.OpdList.as_view(), name="opd-list"),
    path("opd/tambah/", views.OpdAdd.as_view(), name="opd-add"),
    path("opd/<int:pk>/", views.OpdDetail.as_view(), name="opd-detail"),
    path("opd/<int:pk>/ubah/", views.OpdEdit.as_view(), name="opd-edit"),
    # /opd/excel/
    *sheet_paths("opd/excel/", "opd-sheet", sheet_views, "OpdSheet"),
]
