"""Addresses of decrees: /sk/…"""

from django.urls import path

from pokja.decrees import views, write_views

urlpatterns = [
    path("sk/", views.DecreeList.as_view(), name="decree-list"),
    path("sk/catat/", write_views.DecreeAdd.as_view(), name="decree-add"),
    path("sk/<int:pk>/", views.DecreeDetail.as_view(), name="decree-detail"),
    path("sk/<int:pk>/ubah/", write_views.DecreeChange.as_view(), name="decree-change"),
    path("sk/<int:pk>/pindaian/", write_views.DecreeScan.as_view(), name="decree-scan"),
    path(
        "sk/<int:pk>/cabut/", write_views.DecreeRevoke.as_view(), name="decree-revoke"
    ),
    path(
        "sk/<int:pk>/hapus/", write_views.DecreeDelete.as_view(), name="decree-delete"
    ),
]
