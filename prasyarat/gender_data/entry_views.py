"""Filling a table and the buttons of its way."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from prasyarat.gender_data.actions import save_table, submit_table, withdraw_table
from prasyarat.gender_data.checks import FIRST_YEAR
from prasyarat.gender_data.forms import ReturnForm, TableForm
from prasyarat.gender_data.judge_actions import send_back, verify_table
from prasyarat.gender_data.models import TableYear
from prasyarat.gender_data.pages import TablePage
from prasyarat.gender_data.queries import figures_of
from prasyarat.gender_data.rights import why_not_write
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.lib.clock import today


class TableEntry(TablePage, VerbFormView):
    permission = Permission.GENDER_DATA_FILL
    form_class = TableForm
    template_name = "prasyarat/gender_data/entry.html"
    done_message = "Tabel tersimpan sebagai draf."

    @property
    def year(self) -> int:
        year: int = self.kwargs["tahun"]
        if not FIRST_YEAR <= year <= today().year:
            raise Http404
        return year

    @cached_property
    def stored(self) -> TableYear | None:
        rows = TableYear.objects.filter(
            region=self.shown_region, table=self.place.table.code, year=self.year
        )
        return rows.first()

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        row = TableYear(region=self.actor.region) if self.actor.region else None
        if row is not None:
            why_not = why_not_write(self.stored or row, self.place, self.actor)
            if why_not and self.actor.user is not None:
                raise PermissionDenied(why_not)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.stored is not None and not self.stored.is_open:
            state = self.stored.get_state_display().lower()
            told = f"Tabel ini sudah {state}, jadi tidak dapat diubah sekarang."
            messages.info(request, told)
            return redirect(self.table_url(self.year))
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        row = self.stored
        figures = figures_of([row])[row.pk] if row else {}
        return {
            **super().get_form_kwargs(),
            "table": self.place.table,
            "axes": self.axes,
            "row": row,
            "figures": figures,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            year=self.year,
            row=self.stored,
            revision=self.stored.revision if self.stored else 0,
            back_url=self.table_url(self.year),
            **kwargs,
        )

    def perform(self, form: TableForm) -> str:
        """Saved and handed in together or not at all: what was typed stays on the page."""
        with transaction.atomic():
            row = self._save(form)
            if "ajukan" in self.request.POST:
                submit_table(row=row, place=self.place, by=self.actor)
                self.done_message = "Tabel diajukan untuk diverifikasi."
        return self.table_url(self.year)

    def _save(self, form: TableForm) -> TableYear:
        return save_table(
            place=self.place,
            year=self.year,
            figures=form.figures(),
            source=form.cleaned_data["source"],
            note=form.cleaned_data["note"],
            revision=form.cleaned_data["revision"],
            by=self.actor,
        )


class _TableButton(TablePage, VerbButtonView):
    permission = Permission.GENDER_DATA_FILL

    def back(self) -> str:
        return self.table_url(self.kwargs["tahun"])


class TableSubmit(_TableButton):
    done_message = "Tabel diajukan untuk diverifikasi."

    def perform(self) -> None:
        submit_table(row=self.row, place=self.place, by=self.actor)


class TableWithdraw(_TableButton):
    done_message = "Tabel ditarik kembali menjadi draf."

    def perform(self) -> None:
        withdraw_table(row=self.row, place=self.place, by=self.actor)


class TableVerify(_TableButton):
    permission = Permission.GENDER_DATA_VERIFY
    done_message = "Tabel terverifikasi dan dapat dibaca seluruh daerah."

    def perform(self) -> None:
        verify_table(row=self.row, place=self.place, by=self.actor)


class TableReturn(TablePage, VerbFormView):
    """Returns what was handed in, or opens again what was verified."""

    permission = Permission.GENDER_DATA_VERIFY
    form_class = ReturnForm
    template_name = "prasyarat/gender_data/return.html"
    done_message = "Tabel dikembalikan kepada pengisinya."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        back = self.table_url(self.kwargs["tahun"])
        return super().get_context_data(row=self.row, back_url=back, **kwargs)

    def perform(self, form: ReturnForm) -> str:
        note = form.cleaned_data["note"]
        send_back(row=self.row, place=self.place, note=note, by=self.actor)
        return self.table_url(self.kwargs["tahun"])
