"""Addresses of members: /anggota/…"""

from django.urls import path

from pokja.membership import (
    merge_views,
    portrait_views,
    rank_views,
    sheet_views,
    views,
    write_views,
)
from pug_portal.imports.paths import sheet_paths

urlpatterns = [
    path("anggota/", views.MemberList.as_view(), name="member-list"),
    path("anggota/susunan.pdf", views.RosterPdf.as_view(), name="member-roster-pdf"),
    path("anggota/masa/", views.TermsCheck.as_view(), name="member-terms"),
    path(
        "anggota/<int:pk>/riwayat/", views.MemberPerson.as_view(), name="member-person"
    ),
    path(
        "anggota/pejabat/<int:pk>/", views.HolderPerson.as_view(), name="member-holder"
    ),
    path(
        "anggota/<int:pk>/foto/",
        portrait_views.MemberPortrait.as_view(),
        name="member-portrait",
    ),
    path(
        "anggota/pejabat/<int:pk>/foto/",
        portrait_views.HolderPortrait.as_view(),
        name="holder-portrait",
    ),
    path(
        "anggota/tambah/<int:decree>/",
        write_views.MemberAdd.as_view(),
        name="member-add",
    ),
    path(
        "anggota/salin/<int:decree>/",
        write_views.MemberCopy.as_view(),
        name="member-copy",
    ),
    path(
        "anggota/<int:pk>/ubah/",
        write_views.MemberChange.as_view(),
        name="member-change",
    ),
    path(
        "anggota/<int:pk>/akhiri/", write_views.MemberEnd.as_view(), name="member-end"
    ),
    path(
        "anggota/<int:pk>/hapus/",
        write_views.MemberDelete.as_view(),
        name="member-delete",
    ),
    # /anggota/kedudukan/
    path("anggota/kedudukan/", rank_views.RankList.as_view(), name="rank-list"),
    path(
        "anggota/kedudukan/<slug:code>/ubah/",
        rank_views.RankChange.as_view(),
        name="rank-change",
    ),
    path(
        "anggota/kedudukan/<slug:code>/<slug:step>/",
        rank_views.RankStep.as_view(),
        name="rank-step",
    ),
    # /anggota/ganda/
    path(
        "anggota/ganda/",
        merge_views.PersonDuplicates.as_view(),
        name="person-duplicates",
    ),
    path(
        "anggota/ganda/<int:pk>/",
        merge_views.PersonMergeDetail.as_view(),
        name="person-merge",
    ),
    path(
        "anggota/ganda/<int:pk>/batalkan/",
        merge_views.PersonMergeUndo.as_view(),
        name="person-merge-undo",
    ),
    # /anggota/excel/<decree>/
    *sheet_paths(
        "anggota/excel/<int:decree>/", "member-sheet", sheet_views, "MemberSheet"
    ),
]
