"""The sekretariat writes a release and decides what the public sees."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property

from pokja.meetings.choices import State
from pokja.meetings.paper import paper_of
from pokja.meetings.view_bases import MeetingButton, MeetingVerbView
from pokja.releases import actions
from pokja.releases.models import Release
from pokja.releases.preparing import prepared
from pug_portal.access.permissions import Permission


class ReleaseForm(forms.Form):
    title = forms.CharField(label="Judul", max_length=200)
    body = forms.CharField(
        label="Isi",
        max_length=actions.LONGEST,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text="Tanpa nama orang, nomor telepon, NIP, atau surel.",
    )


class ReleaseEdit(MeetingVerbView):
    """`?ulang=1` starts again from the minutes in force."""

    permission = Permission.RELEASE_EDIT
    states = frozenset({State.SETTLED})
    form_class = ReleaseForm
    template_name = "pokja/releases/edit.html"
    heading = "Rilis publik"
    button = "Simpan teks"
    done_message = "Teks rilis disimpan."

    @cached_property
    def release(self) -> Release | None:
        return Release.objects.filter(meeting=self.meeting).first()

    def get_initial(self) -> dict[str, Any]:
        if self.release and "ulang" not in self.request.GET:
            return {"title": self.release.title, "body": self.release.body}
        title, body = prepared(paper_of(self.meeting))
        return {"title": title, "body": body}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        release, region_on = self.release, actions.is_on_in(self.meeting.region)
        return super().get_context_data(
            release=release,
            region_on=region_on,
            is_public=bool(release and release.is_on and region_on),
            is_behind=bool(release and release.version < self.meeting.version),
            **kwargs,
        )

    def perform(self, form: ReleaseForm) -> str:
        actions.save_release(meeting=self.meeting, by=self.actor, **form.cleaned_data)
        return reverse("release-edit", args=[self.meeting.pk])


class _ReleaseButton(MeetingButton):
    permission = Permission.RELEASE_EDIT

    def back(self) -> str:
        return reverse("release-edit", args=[self.meeting.pk])


class ReleaseShow(_ReleaseButton):
    done_message = "Rilis tayang."

    def perform(self) -> None:
        actions.show_release(meeting=self.meeting, by=self.actor)


class ReleaseHide(_ReleaseButton):
    done_message = "Rilis diturunkan. Alamatnya tidak dapat dibuka lagi."

    def perform(self) -> None:
        actions.hide_release(meeting=self.meeting, by=self.actor)


class ReleaseRegion(_ReleaseButton):
    """The switch of the whole region; it is on when the form says «nyala»."""

    def perform(self) -> None:
        is_on = self.request.POST.get("rilis") == "nyala"
        region = self.meeting.region
        actions.switch_releases(region=region, is_on=is_on, by=self.actor)
        told = "dinyalakan" if is_on else "dimatikan; tidak satu pun rilis tayang"
        self.done_message = f"Rilis publik {region.name} {told}."
