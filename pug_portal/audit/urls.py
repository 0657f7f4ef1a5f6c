"""Addresses of the trail."""

from django.urls import path

from pug_portal.audit import views

urlpatterns = [
    path("jejak/", views.AuditList.as_view(), name="audit-list"),
]
