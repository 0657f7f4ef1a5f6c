"""Addresses of this slice."""

from django.urls import path

from focal_points.planning import removal_views, views

urlpatterns = [
    path(
        "kalender-perencanaan/",
        views.PlanningCalendar.as_view(),
        name="planning-calendar",
    ),
    path(
        "kalender-perencanaan/isi/", views.PlanningFill.as_view(), name="planning-fill"
    ),
    # /kalender-perencanaan/<pk>/
    path(
        "kalender-perencanaan/<int:pk>/",
        views.PlanningStage.as_view(),
        name="planning-stage",
    ),
    path(
        "kalender-perencanaan/<int:pk>/ubah/",
        views.PlanningStageChange.as_view(),
        name="planning-stage-change",
    ),
    path(
        "kalender-perencanaan/<int:pk>/catat/",
        views.MusrenbangAdd.as_view(),
        name="musrenbang-add",
    ),
    path(
        "kalender-perencanaan/<int:stage>/musrenbang/<int:pk>/hapus/",
        removal_views.MusrenbangRemove.as_view(),
        name="musrenbang-remove",
    ),
    path(
        "kalender-perencanaan/<int:stage>/usulan/<int:pk>/hapus/",
        removal_views.ProposalRemove.as_view(),
        name="proposal-remove",
    ),
    # /kalender-perencanaan/musrenbang/
    path(
        "kalender-perencanaan/musrenbang/<int:pk>/ubah/",
        views.MusrenbangChange.as_view(),
        name="musrenbang-change",
    ),
    path(
        "kalender-perencanaan/musrenbang/<int:pk>/usulan/",
        views.ProposalAdd.as_view(),
        name="proposal-add",
    ),
    path(
        "kalender-perencanaan/usulan/<int:pk>/",
        views.ProposalChange.as_view(),
        name="proposal-change",
    ),
]
