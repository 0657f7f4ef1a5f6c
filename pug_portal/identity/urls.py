from django.urls import path

from pug_portal.identity import move_views, views

urlpatterns = [
    path("daerah/", views.RegionList.as_view(), name="region-list"),
    path("daerah/<str:code>/", views.RegionSettings.as_view(), name="region-settings"),
    path(
        "daerah/<str:code>/pindah/",
        move_views.RegionMovePage.as_view(),
        name="region-move",
    ),
    path(
        "daerah/pindah/<int:pk>/batalkan/",
        move_views.RegionMoveUndo.as_view(),
        name="region-move-undo",
    ),
]
