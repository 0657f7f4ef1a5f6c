"""The matrices as workbooks, for whoever may read the page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.views.generic.detail import SingleObjectMixin

from pokja.programme.matrix import programme_matrix, rad_matrix
from pokja.programme.models import Programme, Rad
from pug_portal.access.permissions import Permission
from pug_portal.access.views import ScopedView
from pug_portal.files.views import attachment


class _Matrix(ScopedView, SingleObjectMixin):
    permission = Permission.PROGRAMME_VIEW

    def workbook(self, found: Any) -> bytes:
        raise NotImplementedError

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        found = self.get_object()
        title = slugify(str(found).replace("–", "-"))
        name = f"{title}-{found.region.code}.xlsx"
        return attachment(self.workbook(found), name, "xlsx")


class ProgrammeMatrix(_Matrix):
    queryset = Programme.objects.select_related("region", "predecessor")

    def workbook(self, found: Programme) -> bytes:
        return programme_matrix(found)


class RadMatrix(_Matrix):
    queryset = Rad.objects.select_related("region", "predecessor")

    def workbook(self, found: Rad) -> bytes:
        return rad_matrix(found)
