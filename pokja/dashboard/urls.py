"""Addresses of the home pages."""

from django.urls import path

from pokja.dashboard import views

urlpatterns = [path("", views.Home.as_view(), name="beranda")]
