"""Addresses of progress reports."""

from django.urls import path

from focal_points.progress.views import (
    approving,
    board,
    evidence,
    filling,
    paper,
    queue,
    reading,
    sections,
    sending,
    typing,
    uploading,
    verification,
    versions,
)

urlpatterns = [
    path("laporan-saya/", filling.ProgressMine.as_view(), name="progress-mine"),
    path(
        "persetujuan/<str:token>/",
        approving.ApprovalLink.as_view(),
        name="approval-link",
    ),
    # /laporan-opd/
    path("laporan-opd/", board.ProgressBoard.as_view(), name="progress-board"),
    path(
        "laporan-opd/unduh/",
        board.ProgressBoardSheet.as_view(),
        name="progress-board-sheet",
    ),
    path(
        "laporan-opd/antrean/",
        queue.ProgressQueue.as_view(),
        name="progress-queue",
    ),
    path(
        "laporan-opd/antrean/verifikasi/",
        queue.ProgressVerifyTogether.as_view(),
        name="progress-verify-together",
    ),
    path(
        "laporan-opd/mulai/<int:period>/<int:opd>/",
        filling.ProgressStart.as_view(),
        name="progress-start",
    ),
    # /laporan-opd/<pk>/
    path(
        "laporan-opd/<int:pk>/",
        reading.ProgressDetail.as_view(),
        name="progress-detail",
    ),
    path(
        "laporan-opd/<int:pk>/isi/",
        typing.ProgressFormView.as_view(),
        name="progress-form",
    ),
    path(
        "laporan-opd/<int:pk>/unggah/",
        uploading.ProgressUpload.as_view(),
        name="progress-upload",
    ),
    path(
        "laporan-opd/<int:pk>/bukti/<int:file>/",
        evidence.ProgressFileFacts.as_view(),
        name="progress-file",
    ),
    path(
        "laporan-opd/<int:pk>/pembagian/",
        sections.ProgressSections.as_view(),
        name="progress-sections",
    ),
    path(
        "laporan-opd/<int:pk>/periksa/",
        sending.ProgressCheck.as_view(),
        name="progress-check",
    ),
    path(
        "laporan-opd/<int:pk>/ajukan/",
        sending.ProgressSubmit.as_view(),
        name="progress-submit",
    ),
    path(
        "laporan-opd/<int:pk>/terkirim/",
        sending.ProgressSent.as_view(),
        name="progress-sent",
    ),
    path(
        "laporan-opd/<int:pk>/tanda-terima/",
        sending.ProgressReceipt.as_view(),
        name="progress-receipt",
    ),
    path(
        "laporan-opd/<int:pk>/lembar-persetujuan/",
        sending.ProgressSigningPage.as_view(),
        name="progress-signing-page",
    ),
    path(
        "laporan-opd/<int:pk>/laporan.pdf",
        paper.ProgressPaper.as_view(),
        {"kind": "pdf"},
        name="progress-pdf",
    ),
    path(
        "laporan-opd/<int:pk>/laporan.docx",
        paper.ProgressPaper.as_view(),
        {"kind": "docx"},
        name="progress-docx",
    ),
    path(
        "laporan-opd/<int:pk>/tarik/",
        sending.ProgressWithdraw.as_view(),
        name="progress-withdraw",
    ),
    path(
        "laporan-opd/<int:pk>/setujui/",
        approving.ProgressApprove.as_view(),
        name="progress-approve",
    ),
    path(
        "laporan-opd/<int:pk>/tinjau/",
        verification.ProgressReview.as_view(),
        name="progress-review",
    ),
    path(
        "laporan-opd/<int:pk>/pengajuan/",
        versions.ProgressVersions.as_view(),
        name="progress-versions",
    ),
    path(
        "laporan-opd/<int:pk>/pengajuan/<int:number>/kembalikan/",
        versions.ProgressPutBack.as_view(),
        {"kind": "pengajuan"},
        name="progress-put-back",
    ),
    path(
        "laporan-opd/<int:pk>/draf/<int:number>/kembalikan/",
        versions.ProgressPutBack.as_view(),
        {"kind": "draf"},
        name="progress-put-back-draft",
    ),
    path(
        "laporan-opd/<int:pk>/buka-kembali/",
        verification.ProgressReopen.as_view(),
        name="progress-reopen",
    ),
]
