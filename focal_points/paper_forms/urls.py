"""Addresses of printed forms and their scans."""

from django.urls import path

from focal_points.paper_forms import views

urlpatterns = [
    path(
        "laporan-opd/formulir/<int:period>/",
        views.PaperScan.as_view(),
        name="paper-scan",
    ),
    path(
        "laporan-opd/formulir/<int:period>/cetak/",
        views.PaperPrint.as_view(),
        name="paper-print",
    ),
    path(
        "laporan-opd/formulir/<int:period>/semua.pdf",
        views.PaperPrinted.as_view(),
        name="paper-printed",
    ),
    path(
        "laporan-opd/formulir/<int:period>/<int:opd>/formulir.pdf",
        views.PaperForm.as_view(),
        name="paper-form",
    ),
    path(
        "laporan-opd/pindaian/<int:pk>/",
        views.PaperResult.as_view(),
        name="paper-result",
    ),
    path(
        "laporan-opd/pindaian/halaman/<int:pk>.jpg",
        views.PaperThumb.as_view(),
        name="paper-thumb",
    ),
]
