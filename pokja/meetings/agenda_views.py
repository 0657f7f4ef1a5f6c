"""Pages of the agenda of a meeting and of the templates it is laid from."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from django.views.generic.detail import SingleObjectMixin

from pokja.meetings import agenda_actions
from pokja.meetings.agenda import Agenda, placed_text
from pokja.meetings.agenda_forms import (
    AgendaFormSet,
    KeepForm,
    TemplateForm,
    TemplateFormSet,
)
from pokja.meetings.agenda_templates import SHIPPED, choices_for, rows_of, shipped
from pokja.meetings.carry_over import CarriedOver
from pokja.meetings.choices import Kind
from pokja.meetings.models import AgendaTemplate, MeetingFile
from pokja.meetings.part_views import RowsView
from pokja.meetings.rows import AgendaRow
from pokja.meetings.view_bases import MeetingButton, MeetingVerbView
from pokja.meetings.workflow import FACTS_OPEN
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView, PermissionView


class MeetingAgenda(RowsView):
    """The open recommendations stand below the items: an order gives one a place."""

    form_set = AgendaFormSet
    states = FACTS_OPEN
    template_name = "pokja/meetings/agenda.html"
    heading = "Agenda"
    lead = (
        "Jam dihitung dari jam mulai rapat dan lama tiap acara. Baris kosong diabaikan."
    )
    button = "Simpan agenda"
    done_message = "Agenda disimpan."
    save = staticmethod(agenda_actions.set_agenda)

    @cached_property
    def materials(self) -> list[MeetingFile]:
        return list(self.meeting.files.select_related("file"))

    @cached_property
    def carried(self) -> CarriedOver:
        return CarriedOver(self.meeting)

    @cached_property
    def kept(self) -> list[Any]:
        return list(self.meeting.agenda.all())

    def stored(self) -> list[Any]:
        return self.kept

    def form_kwargs(self) -> dict[str, Any]:
        return {"materials": self.materials}

    def more_initial(self) -> list[dict[str, Any]]:
        placed = {item.recommendation_id for item in self.kept}
        return [
            {"recommendation": row.pk, "text": placed_text(row)[:250]}
            for row in self.carried.items
            if row.pk not in placed
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        agenda = Agenda(self.meeting, self.kept, self.carried)
        choices = choices_for(self.meeting.region, self.meeting.kind)
        context = super().get_context_data(agenda=agenda, choices=choices, **kwargs)
        if self.request.method == "GET":
            hours = {slot.item.pk: slot.time for slot in agenda.slots}
            for row, item in zip(context["rows"].forms, self.kept, strict=False):
                row.hour = hours.get(item.pk, "")
        return context


class AgendaLay(MeetingButton):
    """One click: the template becomes the agenda."""

    done_message = "Templat dipakai. Sesuaikan pengisi dan lamanya bila perlu."

    def perform(self) -> None:
        agenda_actions.lay_template(
            meeting=self.meeting,
            rows=self._rows(self.request.POST.get("template", "")),
            replace=bool(self.request.POST.get("replace")),
            by=self.actor,
        )

    def _rows(self, key: str) -> list[AgendaRow]:
        kind = key.removeprefix(SHIPPED)
        if key.startswith(SHIPPED) and kind in Kind:
            return list(shipped()[kind])
        own = AgendaTemplate.objects.owned_by(self.actor)
        found = own.filter(pk=int(key)).first() if _is_number(key) else None
        return rows_of(found.items.all()) if found else []

    def back(self) -> str:
        return reverse("meeting-agenda", args=[self.meeting.pk])


class AgendaKeep(MeetingVerbView):
    form_class = KeepForm
    heading = "Simpan agenda sebagai templat"
    lead = (
        "Acara, lama, dan pengisinya disimpan. Jam, bahan, dan rekomendasi tidak ikut: "
        "itu milik rapat ini."
    )
    button = "Simpan templat"
    done_message = "Templat disimpan."

    def get_initial(self) -> dict[str, Any]:
        return {"name": self.meeting.get_kind_display()}

    def perform(self, form: KeepForm) -> str:
        made = agenda_actions.keep_as_template(
            meeting=self.meeting, by=self.actor, **form.cleaned_data
        )
        return reverse("agenda-template-change", args=[made.pk])


class AgendaTemplateList(PermissionView, TemplateView):
    permission = Permission.MEETING_EDIT
    template_name = "pokja/meetings/agenda_templates.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = AgendaTemplate.objects.owned_by(self.actor).annotate(
            count=Count("items"), minutes=Sum("items__minutes")
        )
        return super().get_context_data(
            templates=rows,
            ready=[
                (code, Kind(code).label, len(rows), sum(r.minutes or 0 for r in rows))
                for code, rows in shipped().items()
            ],
            **kwargs,
        )


class _TemplateRows(VerbFormView):
    """Name and kind above, the rows below, saved together."""

    permission = Permission.MEETING_EDIT
    template_name = "pokja/meetings/agenda_template.html"
    form_class = TemplateForm
    done_message = "Templat disimpan."
    heading = "Templat susunan acara"

    def first_rows(self) -> list[AgendaRow]:
        return []

    @cached_property
    def rows(self) -> Any:
        if self.request.method == "POST":
            return TemplateFormSet(self.request.POST, prefix="baris")
        initial = [
            TemplateFormSet.form.initial_of(row, order)
            for order, row in enumerate(self.first_rows(), start=1)
        ]
        return TemplateFormSet(prefix="baris", initial=initial)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if form.is_valid() and self.rows.is_valid():
            return self.form_valid(form)
        return self.form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            heading=self.heading,
            rows=self.rows,
            button="Simpan templat",
            back=reverse("agenda-template-list"),
            back_label="Templat susunan acara",
            **kwargs,
        )

    def perform(self, form: TemplateForm) -> str:
        region = self.actor.region
        assert region is not None  # noqa: S101 -- who prepares meetings has a region
        agenda_actions.save_template(
            region=region,
            rows=self.rows.rows,
            by=self.actor,
            template=self.template,
            **form.cleaned_data,
        )
        return reverse("agenda-template-list")

    @property
    def template(self) -> AgendaTemplate | None:
        return None


class AgendaTemplateAdd(_TemplateRows):
    """`?bawaan=rapat_pokja` begins with the shipped rows of that kind."""

    heading = "Templat susunan acara baru"

    @property
    def _kind(self) -> str:
        asked = self.request.GET.get("bawaan", "")
        return asked if asked in Kind else ""

    def get_initial(self) -> dict[str, Any]:
        kind = self._kind
        return {"kind": kind, "name": Kind(kind).label} if kind else {}

    def first_rows(self) -> list[AgendaRow]:
        return list(shipped()[self._kind]) if self._kind else []


class _OneTemplate(SingleObjectMixin):
    queryset = AgendaTemplate.objects.select_related("region")

    @cached_property
    def found(self) -> AgendaTemplate:
        found = self.get_object()
        assert isinstance(found, AgendaTemplate)  # noqa: S101 -- narrows for mypy
        return found


class AgendaTemplateChange(OwnedView, _OneTemplate, _TemplateRows):
    permission = Permission.MEETING_EDIT

    @property
    def template(self) -> AgendaTemplate | None:
        return self.found

    def get_initial(self) -> dict[str, Any]:
        return {"name": self.found.name, "kind": self.found.kind}

    def first_rows(self) -> list[AgendaRow]:
        return rows_of(self.found.items.all())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.object = self.found
        return super().get_context_data(**kwargs)


class AgendaTemplateRemove(OwnedView, _OneTemplate, VerbButtonView):
    permission = Permission.MEETING_EDIT
    done_message = "Templat dihapus."

    def perform(self) -> None:
        agenda_actions.remove_template(template=self.found, by=self.actor)

    def back(self) -> str:
        return reverse("agenda-template-list")


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 10
