"""Captions and order of the photographs, as they are printed in minutes and report."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from pokja.meetings.choices import FileKind
from pokja.meetings.file_actions import PhotoRow, set_photos
from pokja.meetings.models import MeetingFile
from pokja.meetings.view_bases import MeetingVerbView
from pokja.meetings.workflow import FILES_OPEN
from pug_portal.lib.fields import CountField


class PhotosForm(forms.Form):
    """Two fields per photograph."""

    def __init__(self, *args: Any, photos: list[MeetingFile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.photos = photos
        for place, photo in enumerate(photos, start=1):
            self.fields[f"caption_{photo.pk}"] = forms.CharField(
                label=f"Keterangan {photo.file.name}",
                max_length=200,
                required=False,
                initial=photo.caption,
                help_text="Apa yang tampak dan kapan.",
            )
            self.fields[f"order_{photo.pk}"] = CountField(
                label=f"Urutan {photo.file.name}",
                required=False,
                biggest=1000,
                initial=place,
            )

    def rows(self) -> list[PhotoRow]:
        data = self.cleaned_data
        return [
            PhotoRow(
                photo.pk, data[f"caption_{photo.pk}"], data[f"order_{photo.pk}"] or 999
            )
            for photo in self.photos
        ]


class MeetingPhotos(MeetingVerbView):
    form_class = PhotosForm
    states = FILES_OPEN
    heading = "Foto dan keterangannya"
    lead = "Foto dicetak dalam notulen dan lampiran laporan menurut urutan ini."
    button = "Simpan keterangan"
    done_message = "Keterangan foto disimpan."

    @cached_property
    def photos(self) -> list[MeetingFile]:
        rows = self.meeting.files.filter(kind=FileKind.PHOTO)
        return list(rows.select_related("file"))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.photos:
            messages.info(
                request, "Belum ada foto. Lampirkan dahulu dengan jenis Foto."
            )
            return redirect("meeting-file-add", self.meeting.pk)
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "photos": self.photos}

    def perform(self, form: PhotosForm) -> str:
        set_photos(
            meeting=self.meeting,
            rows=form.rows(),
            by=self.actor,
            revision=self.revision,
        )
        return self.page_of_meeting()
