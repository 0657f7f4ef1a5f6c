"""Addresses of this slice."""

from django.urls import path

from focal_points.campaigns import opd_views, views

urlpatterns = [
    path("pengumpulan/", views.CampaignList.as_view(), name="campaign-list"),
    path("pengumpulan-saya/", opd_views.CampaignMine.as_view(), name="campaign-mine"),
    # `pk` is the stage of the planning calendar.
    path(
        "pengumpulan/buka/<int:pk>/",
        views.CampaignOpen.as_view(),
        name="campaign-open",
    ),
    # /pengumpulan/<pk>/
    path(
        "pengumpulan/<int:pk>/", views.CampaignDetail.as_view(), name="campaign-detail"
    ),
    path(
        "pengumpulan/<int:pk>/unduh/",
        views.CampaignSheet.as_view(),
        name="campaign-sheet",
    ),
    path(
        "pengumpulan/<int:pk>/tenggat/",
        views.CampaignMoveDue.as_view(),
        name="campaign-move-due",
    ),
    path(
        "pengumpulan/<int:pk>/tutup/",
        views.CampaignClose.as_view(),
        name="campaign-close",
    ),
    path(
        "pengumpulan/<int:pk>/opd/<int:opd>/",
        opd_views.CampaignOpd.as_view(),
        name="campaign-opd",
    ),
    path(
        "pengumpulan/<int:pk>/opd/<int:opd>/unggah/<str:kind>/",
        opd_views.CampaignUpload.as_view(),
        name="campaign-upload",
    ),
    # /pengumpulan/dokumen/<pk>/
    path(
        "pengumpulan/dokumen/<int:pk>/terima/",
        opd_views.CampaignAccept.as_view(),
        name="campaign-accept",
    ),
    path(
        "pengumpulan/dokumen/<int:pk>/kembalikan/",
        opd_views.CampaignReturn.as_view(),
        name="campaign-return",
    ),
]
