"""Addresses of members: /anggota/…"""

from django.urls import path

from pokja.membership import views

urlpatterns = [
    path("anggota/", views.MemberList.as_view(), name="member-list"),
    path("anggota/tambah/<int:decree>/", views.MemberAdd.as_view(), name="member-add"),
    path("anggota/<int:pk>/ubah/", views.MemberChange.as_view(), name="member-change"),
    path("anggota/<int:pk>/akhiri/", views.MemberEnd.as_view(), name="member-end"),
    path("anggota/<int:pk>/hapus/", views.MemberDelete.as_view(), name="member-delete"),
]
