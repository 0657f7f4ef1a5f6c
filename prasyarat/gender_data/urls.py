"""Addresses of the sex-disaggregated data; fixed words first, then a table's code."""

from django.urls import path

from prasyarat.gender_data import (
    duty_views,
    entry_views,
    index_views,
    profile_views,
    sheet_views,
    views,
)
from pug_portal.imports.paths import sheet_paths

TABLE = "data-terpilah/tabel/<str:kode>/"
YEAR = f"{TABLE}<int:tahun>/"

urlpatterns = [
    path(
        "indeks-gender/catat/", index_views.IndexRecord.as_view(), name="index-record"
    ),
    path(
        "indeks-gender/<int:pk>/",
        index_views.IndexChange.as_view(),
        name="index-change",
    ),
    path(
        "indeks-gender/<int:pk>/hapus/",
        index_views.IndexRemove.as_view(),
        name="index-remove",
    ),
    path("data-terpilah/", views.GenderData.as_view(), name="gender-data"),
    path(
        "data-terpilah/terlambat/", views.LateTables.as_view(), name="gender-data-late"
    ),
    path(
        "data-terpilah/periksa/", views.JudgeQueue.as_view(), name="gender-data-queue"
    ),
    path(
        "data-terpilah/pemasok/lazim/",
        duty_views.DutyUsual.as_view(),
        name="gender-duty-usual",
    ),
    path(
        "data-terpilah/profil/",
        profile_views.Profiles.as_view(),
        name="gender-profiles",
    ),
    *sheet_paths(
        "data-terpilah/excel/<int:tahun>/", "gender-sheet", sheet_views, "TableSheet"
    ),
    path(TABLE, views.GenderTable.as_view(), name="gender-table"),
    path(f"{TABLE}pemasok/", duty_views.DutyAssign.as_view(), name="gender-duty"),
    path(f"{YEAR}isi/", entry_views.TableEntry.as_view(), name="gender-table-entry"),
    path(
        f"{YEAR}ajukan/", entry_views.TableSubmit.as_view(), name="gender-table-submit"
    ),
    path(
        f"{YEAR}tarik/",
        entry_views.TableWithdraw.as_view(),
        name="gender-table-withdraw",
    ),
    path(
        f"{YEAR}verifikasi/",
        entry_views.TableVerify.as_view(),
        name="gender-table-verify",
    ),
    path(
        f"{YEAR}kembalikan/",
        entry_views.TableReturn.as_view(),
        name="gender-table-return",
    ),
]
