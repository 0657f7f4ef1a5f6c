"""Attaching files to a meeting, and taking a wrong one off."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from pokja.meetings import file_actions
from pokja.meetings.forms import FilesForm, ReasonForm
from pokja.meetings.models import MeetingFile
from pokja.meetings.view_bases import MeetingVerbView
from pokja.meetings.workflow import FILES_OPEN
from pokja.membership.table_names import table_name
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.files.actions import hangs_on


class MeetingFileAdd(MeetingVerbView):
    form_class = FilesForm
    states = FILES_OPEN
    heading = "Lampirkan berkas"
    lead = "Undangan, daftar hadir, foto, atau bahan paparan."
    button = "Unggah berkas"
    done_message = "Berkas dilampirkan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}

    def perform(self, form: FilesForm) -> str:
        """Each file by itself: a refused one does not take the others with it."""
        refusals = []
        for upload in form.cleaned_data["uploads"]:
            try:
                file_actions.attach_file(
                    meeting=self.meeting,
                    upload=upload,
                    kind=form.cleaned_data["kind"],
                    caption=form.cleaned_data["caption"],
                    by=self.actor,
                )
            except Refusal as refusal:
                refusals.append(f"{upload.name}: {refusal.sentence}")
        if refusals:
            raise Refusal(" ".join(refusals), field="uploads")
        return self.page_of_meeting()


class MeetingFileRemove(MeetingVerbView):
    form_class = ReasonForm
    states = FILES_OPEN
    template_name = "pokja/meetings/remove.html"
    heading = "Lepas berkas"
    button = "Lepas berkas"
    is_harmful = True
    done_message = "Berkas dilepas."

    pk_url_kwarg = ""
    slug_url_kwarg = "pk"
    slug_field = "files"

    @cached_property
    def attached(self) -> MeetingFile:
        rows = self.meeting.files.select_related("file", "meeting")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            attached=self.attached,
            others=_other_places(self.attached),
            may_delete=can(self.actor, Permission.FILE_DELETE),
            **kwargs,
        )

    def perform(self, form: ReasonForm) -> str:
        target = self.page_of_meeting()
        file_actions.remove_file(
            attached=self.attached, by=self.actor, **form.cleaned_data
        )
        return target


def _other_places(attached: MeetingFile) -> list[tuple[str, int]]:
    """Where else the file is used: there it stays. Kinds, not names: those may be sealed."""
    rows = [row for row in hangs_on(attached.file) if row != attached]
    return sorted(Counter(table_name(type(row)) for row in rows).items())
