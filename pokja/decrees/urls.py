"""Addresses of decrees: /sk/…"""

from django.urls import path

from pokja.decrees import views

urlpatterns = [
    path("sk/", views.DecreeList.as_view(), name="decree-list"),
    path("sk/catat/", views.DecreeAdd.as_view(), name="decree-add"),
    path("sk/<int:pk>/", views.DecreeDetail.as_view(), name="decree-detail"),
    path("sk/<int:pk>/ubah/", views.DecreeChange.as_view(), name="decree-change"),
    path("sk/<int:pk>/cabut/", views.DecreeRevoke.as_view(), name="decree-revoke"),
    path("sk/<int:pk>/hapus/", views.DecreeDelete.as_view(), name="decree-delete"),
]
