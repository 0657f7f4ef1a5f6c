"""Addresses of the Pokja report."""

from django.urls import path

from pokja.reports import extract_views, public_views, views

urlpatterns = [
    # /laporan-pokja/
    path("laporan-pokja/", views.ReportList.as_view(), name="report-list"),
    path("laporan-pokja/susun/", views.ReportRequest.as_view(), name="report-request"),
    path(
        "laporan-pokja/kutipan/",
        extract_views.ExtractList.as_view(),
        name="report-extract-list",
    ),
    # /laporan-pokja/<pk>/
    path(
        "laporan-pokja/<int:pk>/kutipan/",
        extract_views.ExtractsOfReport.as_view(),
        name="report-extracts",
    ),
    path(
        "laporan-pokja/<int:pk>/kutipan/<int:opd>/",
        extract_views.ExtractPdf.as_view(),
        name="report-extract",
    ),
    path("laporan-pokja/<int:pk>/", views.ReportDetail.as_view(), name="report-detail"),
    path(
        "laporan-pokja/<int:pk>/kemajuan/",
        views.ReportProgress.as_view(),
        name="report-progress",
    ),
    path(
        "laporan-pokja/<int:pk>/unduh/",
        views.ReportDownload.as_view(),
        name="report-download",
    ),
    path(
        "laporan-pokja/<int:pk>/ulangi/",
        views.ReportRetry.as_view(),
        name="report-retry",
    ),
    path(
        "laporan-pokja/<int:pk>/batalkan/",
        views.ReportCancel.as_view(),
        name="report-cancel",
    ),
    path(
        "laporan-pokja/<int:pk>/status/", views.ReportMove.as_view(), name="report-move"
    ),
    # /verifikasi/
    path("verifikasi/", public_views.Verify.as_view(), name="verify"),
    path(
        "verifikasi/<str:code>/", public_views.VerifyCode.as_view(), name="verify-code"
    ),
]
