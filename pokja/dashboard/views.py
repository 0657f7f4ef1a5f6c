"""Beranda: what is due today, per role."""

from __future__ import annotations

from django.views.generic import TemplateView

from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView


class Home(PermissionView, TemplateView):
    permission = Permission.HOME_VIEW
    template_name = "pokja/dashboard/home.html"
