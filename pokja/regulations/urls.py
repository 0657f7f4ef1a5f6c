"""Addresses of produk hukum: /produk-hukum/…"""

from django.urls import path

from pokja.regulations import evaluation_views as judging
from pokja.regulations import views, write_views

HOME = "produk-hukum/"
ONE = "produk-hukum/<int:pk>/"
EVALUATION = "produk-hukum/evaluasi/<int:pk>/"
FOLLOW_UP = "produk-hukum/tindak-lanjut/<int:pk>/"

urlpatterns = [
    path(HOME, views.RegulationList.as_view(), name="regulation-list"),
    path(f"{HOME}catat/", write_views.RegulationAdd.as_view(), name="regulation-add"),
    path(ONE, views.RegulationDetail.as_view(), name="regulation-detail"),
    path(
        f"{ONE}ubah/", write_views.RegulationChange.as_view(), name="regulation-change"
    ),
    path(
        f"{ONE}pindaian/", write_views.RegulationScan.as_view(), name="regulation-scan"
    ),
    path(
        f"{ONE}cabut/", write_views.RegulationRevoke.as_view(), name="regulation-revoke"
    ),
    path(
        f"{ONE}hapus/", write_views.RegulationDelete.as_view(), name="regulation-delete"
    ),
    path(
        f"{ONE}evaluasi/", judging.EvaluationAdd.as_view(), name="regulation-evaluate"
    ),
    path(
        f"{ONE}tindak-lanjut/", judging.FollowUpAdd.as_view(), name="regulation-follow"
    ),
    path(
        f"{EVALUATION}ubah/",
        judging.EvaluationChange.as_view(),
        name="regulation-evaluation-change",
    ),
    path(
        f"{EVALUATION}hapus/",
        judging.EvaluationDelete.as_view(),
        name="regulation-evaluation-delete",
    ),
    path(
        f"{FOLLOW_UP}ubah/",
        judging.FollowUpChange.as_view(),
        name="regulation-follow-change",
    ),
    path(
        f"{FOLLOW_UP}selesai/",
        judging.FollowUpFinish.as_view(),
        name="regulation-follow-finish",
    ),
    path(
        f"{FOLLOW_UP}hapus/",
        judging.FollowUpDelete.as_view(),
        name="regulation-follow-delete",
    ),
]
