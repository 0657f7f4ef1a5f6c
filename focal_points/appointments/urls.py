"""Addresses of this slice."""

from django.urls import path

from focal_points.appointments import alike_views, sheet_views, views
from pug_portal.imports.paths import sheet_paths

urlpatterns = [
    path("orang/mirip/", alike_views.PersonAlike.as_view(), name="person-alike"),
    # /opd/focal-point/
    path("opd/focal-point/", views.AppointmentList.as_view(), name="appointment-list"),
    path(
        "opd/focal-point/tunjuk/",
        views.AppointmentAdd.as_view(),
        name="appointment-add",
    ),
    # /opd/focal-point/<pk>/
    path(
        "opd/focal-point/<int:pk>/",
        views.AppointmentDetail.as_view(),
        name="appointment-detail",
    ),
    path(
        "opd/focal-point/<int:pk>/ubah/",
        views.AppointmentEdit.as_view(),
        name="appointment-edit",
    ),
    path(
        "opd/focal-point/<int:pk>/sk/",
        views.AppointmentDecree.as_view(),
        name="appointment-decree",
    ),
    path(
        "opd/focal-point/<int:pk>/akhiri/",
        views.AppointmentEnd.as_view(),
        name="appointment-end",
    ),
    path(
        "opd/focal-point/<int:pk>/akun/",
        views.AppointmentAccount.as_view(),
        name="appointment-account",
    ),
    path(
        "opd/focal-point/<int:pk>/tautan/",
        views.AppointmentLink.as_view(),
        name="appointment-link",
    ),
    # /opd/focal-point/excel/
    *sheet_paths(
        "opd/focal-point/excel/", "appointment-sheet", sheet_views, "AppointmentSheet"
    ),
]
