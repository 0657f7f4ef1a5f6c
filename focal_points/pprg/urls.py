"""Addresses of PPRG documents."""

from django.urls import path

from focal_points.pprg.views import filling, reading, recording, reviewing

urlpatterns = [
    path("pprg/", reading.DocumentList.as_view(), name="pprg-list"),
    path("pprg/gap-baru/", filling.GapStart.as_view(), name="pprg-start"),
    path("pprg/penelaah/", reviewing.Team.as_view(), name="pprg-team"),
    path(
        "pprg/penelaah/tambah/",
        reviewing.ReviewerAdd.as_view(),
        name="pprg-reviewer-add",
    ),
    path(
        "pprg/penelaah/<int:pk>/",
        reviewing.ReviewerEdit.as_view(),
        name="pprg-reviewer-edit",
    ),
    path(
        "pprg/penelaah/<int:pk>/akhiri/",
        reviewing.ReviewerEnd.as_view(),
        name="pprg-reviewer-end",
    ),
    path(
        "pprg/berita-acara/<int:opd>/<int:year>/",
        recording.ReviewRecord.as_view(),
        name="pprg-record",
    ),
    path(
        "pprg/berita-acara/<int:opd>/<int:year>/docx/",
        recording.ReviewRecordDocx.as_view(),
        name="pprg-record-docx",
    ),
    # /pprg/<pk>/
    path("pprg/<int:pk>/", reading.DocumentDetail.as_view(), name="pprg-detail"),
    path("pprg/<int:pk>/pdf/", reading.DocumentPdf.as_view(), name="pprg-pdf"),
    path("pprg/<int:pk>/docx/", reading.DocumentDocx.as_view(), name="pprg-docx"),
    path(
        "pprg/<int:pk>/lembar-telaah/",
        reading.ReviewSheet.as_view(),
        name="pprg-review-sheet",
    ),
    path(
        "pprg/<int:pk>/lembar-telaah/docx/",
        reading.ReviewSheetDocx.as_view(),
        name="pprg-review-sheet-docx",
    ),
    path("pprg/<int:pk>/isi/<str:step>/", filling.StepPage.as_view(), name="pprg-step"),
    path("pprg/<int:pk>/lanjutkan/", filling.Derive.as_view(), name="pprg-derive"),
    path("pprg/<int:pk>/ambil-lagi/", filling.Refill.as_view(), name="pprg-refill"),
    path("pprg/<int:pk>/ajukan/", filling.Submit.as_view(), name="pprg-submit"),
    path("pprg/<int:pk>/tarik/", filling.Withdraw.as_view(), name="pprg-withdraw"),
    path("pprg/<int:pk>/tanda-tangan/", filling.SignedPage.as_view(), name="pprg-sign"),
    path("pprg/<int:pk>/telaah/", reviewing.Review.as_view(), name="pprg-review"),
    path(
        "pprg/<int:pk>/catatan/<int:note>/",
        reviewing.NoteResolve.as_view(),
        name="pprg-note-resolve",
    ),
]
