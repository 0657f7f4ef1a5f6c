"""Addresses of releases: those of the sekretariat, and those anybody may open."""

from django.urls import path

from pokja.releases import public_views, views

urlpatterns = [
    # /rapat/<pk>/rilis/
    path("rapat/<int:pk>/rilis/", views.ReleaseEdit.as_view(), name="release-edit"),
    path(
        "rapat/<int:pk>/rilis/tayang/",
        views.ReleaseShow.as_view(),
        name="release-show",
    ),
    path(
        "rapat/<int:pk>/rilis/turun/",
        views.ReleaseHide.as_view(),
        name="release-hide",
    ),
    path(
        "rapat/<int:pk>/rilis/daerah/",
        views.ReleaseRegion.as_view(),
        name="release-region",
    ),
    # /rilis/
    path("rilis/", public_views.ReleaseList.as_view(), name="release-list"),
    path("rilis/<str:code>/", public_views.ReleasePage.as_view(), name="release-page"),
]
