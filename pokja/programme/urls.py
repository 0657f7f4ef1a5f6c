"""Addresses of the work programme: /program-kerja/… and /rad/…"""

from django.urls import path

from pokja.programme import driver_views as drivers
from pokja.programme import matrix_views as matrix
from pokja.programme import programme_views as write
from pokja.programme import rad_views as rad
from pokja.programme import sheet_views as sheets
from pokja.programme import views
from pokja.programme import visit_views as visits
from pokja.programme import year_sheet_views as year_sheets
from pug_portal.imports.paths import sheet_paths

ROOT = "program-kerja/"

urlpatterns = [
    path(ROOT, views.ProgrammeList.as_view(), name="programme-list"),
    path(f"{ROOT}buat/", write.ProgrammeAdd.as_view(), name="programme-add"),
    path(f"{ROOT}tugas/", views.DutyTableView.as_view(), name="duty-table"),
    path(f"{ROOT}<int:pk>/", views.ProgrammeDetail.as_view(), name="programme-detail"),
    path(
        f"{ROOT}<int:pk>/matriks.xlsx",
        matrix.ProgrammeMatrix.as_view(),
        name="programme-matrix",
    ),
    path(
        f"{ROOT}<int:pk>/ambil-rad/",
        write.ProgrammeFill.as_view(),
        name="programme-fill",
    ),
    path(
        f"{ROOT}<int:pk>/tetapkan/",
        write.ProgrammeSettle.as_view(),
        name="programme-settle",
    ),
    path(
        f"{ROOT}<int:pk>/perubahan/",
        write.ProgrammeRevise.as_view(),
        name="programme-revise",
    ),
    path(
        f"{ROOT}<int:pk>/hapus/",
        write.ProgrammeDelete.as_view(),
        name="programme-delete",
    ),
    path(f"{ROOT}<int:pk>/baris/", write.LineAdd.as_view(), name="line-add"),
    path(f"{ROOT}baris/<int:pk>/", views.LineDetail.as_view(), name="line-detail"),
    path(f"{ROOT}baris/<int:pk>/ubah/", write.LineChange.as_view(), name="line-change"),
    path(
        f"{ROOT}baris/<int:pk>/hapus/", write.LineDelete.as_view(), name="line-delete"
    ),
    path(
        f"{ROOT}baris/<int:pk>/realisasi/",
        write.LineReport.as_view(),
        name="line-report",
    ),
    path(f"{ROOT}penggerak/", drivers.DriverList.as_view(), name="driver-list"),
    path(f"{ROOT}penggerak/buat/", drivers.DriverAdd.as_view(), name="driver-add"),
    path(
        f"{ROOT}penggerak/<int:pk>/",
        drivers.DriverDetail.as_view(),
        name="driver-detail",
    ),
    path(
        f"{ROOT}penggerak/<int:pk>/peran/",
        drivers.DriverRole.as_view(),
        name="driver-role",
    ),
    path(
        f"{ROOT}penggerak/<int:pk>/hapus/",
        drivers.DriverDelete.as_view(),
        name="driver-delete",
    ),
    path(f"{ROOT}penggerak/<int:pk>/aksi/", drivers.StepAdd.as_view(), name="step-add"),
    path(
        f"{ROOT}penggerak/aksi/<int:pk>/ubah/",
        drivers.StepChange.as_view(),
        name="step-change",
    ),
    path(
        f"{ROOT}penggerak/aksi/<int:pk>/hapus/",
        drivers.StepDelete.as_view(),
        name="step-delete",
    ),
    path(f"{ROOT}monev/", visits.VisitList.as_view(), name="visit-list"),
    path(f"{ROOT}monev/catat/", visits.VisitAdd.as_view(), name="visit-add"),
    path(f"{ROOT}monev/<int:pk>/", visits.VisitDetail.as_view(), name="visit-detail"),
    path(
        f"{ROOT}monev/<int:pk>/ubah/", visits.VisitChange.as_view(), name="visit-change"
    ),
    path(
        f"{ROOT}monev/<int:pk>/hapus/",
        visits.VisitDelete.as_view(),
        name="visit-delete",
    ),
    path(
        f"{ROOT}monev/<int:pk>/temuan/", visits.FindingAdd.as_view(), name="finding-add"
    ),
    path(
        f"{ROOT}monev/temuan/<int:pk>/ubah/",
        visits.FindingChange.as_view(),
        name="finding-change",
    ),
    path(
        f"{ROOT}monev/temuan/<int:pk>/hapus/",
        visits.FindingDelete.as_view(),
        name="finding-delete",
    ),
    path("rad/", rad.RadList.as_view(), name="rad-list"),
    path("rad/buat/", rad.RadAdd.as_view(), name="rad-add"),
    path("rad/<int:pk>/", rad.RadDetail.as_view(), name="rad-detail"),
    path("rad/<int:pk>/matriks.xlsx", matrix.RadMatrix.as_view(), name="rad-matrix"),
    path("rad/<int:pk>/tetapkan/", rad.RadSettle.as_view(), name="rad-settle"),
    path("rad/<int:pk>/perubahan/", rad.RadRevise.as_view(), name="rad-revise"),
    path("rad/<int:pk>/hapus/", rad.RadDelete.as_view(), name="rad-delete"),
    path("rad/<int:pk>/baris/", rad.RadLineAdd.as_view(), name="rad-line-add"),
    path(
        "rad/baris/<int:pk>/ubah/", rad.RadLineChange.as_view(), name="rad-line-change"
    ),
    path(
        "rad/baris/<int:pk>/hapus/", rad.RadLineDelete.as_view(), name="rad-line-delete"
    ),
    *sheet_paths(f"{ROOT}<int:pk>/excel/", "line-sheet", sheets, "LineSheet"),
    *sheet_paths(
        f"{ROOT}<int:pk>/realisasi/excel/",
        "record-sheet",
        sheets,
        "RecordSheet",
        template=False,
    ),
    *sheet_paths("rad/<int:pk>/excel/", "rad-sheet", sheets, "RadSheet"),
    *sheet_paths(
        f"{ROOT}penggerak/excel/<int:year>/", "driver-sheet", year_sheets, "DriverSheet"
    ),
    *sheet_paths(
        f"{ROOT}monev/excel/<int:year>/", "visit-sheet", year_sheets, "VisitSheet"
    ),
]
