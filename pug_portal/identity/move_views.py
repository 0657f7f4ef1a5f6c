"""The page on which a region is moved under another province."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.checks import require
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.identity.moving import move_region, require_mover, undo_move
from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField
from pug_portal.regions.models import Level, Region, RegionMove


class MoveForm(forms.Form):
    to = forms.ModelChoiceField(
        label="Provinsi baru",
        queryset=Region.objects.none(),
        empty_label="Pilih provinsi",
    )
    starts_on = TanggalField(
        label="Berlaku sejak",
        help_text="Hari pertama di bawah provinsi baru; boleh tanggal yang akan datang.",
    )
    new_code = forms.CharField(
        label="Kode wilayah baru",
        max_length=5,
        help_text="Kode Kemendagri, misalnya 93.01.",
        widget=forms.TextInput(attrs={"class": "w-m", "autocomplete": "off"}),
    )
    legal_basis = forms.CharField(
        label="Dasar hukum",
        max_length=250,
        help_text="Misalnya UU Nomor 14 Tahun 2022.",
    )

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Region.objects.exclude(pk=region.parent_id or 0)
        offered = others.filter(level=Level.PROVINCE)
        self.fields["to"].queryset = offered.order_by("name")  # type: ignore[attr-defined]


class RegionMovePage(VerbFormView):
    permission = Permission.REGION_EDIT
    form_class = MoveForm
    template_name = "identity/move.html"
    done_message = "Pindah provinsi dicatat."

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        require(self.actor, *self.needed())
        width = Region.objects.for_actor(self.actor).select_related("parent__parent")
        movable = width.filter(level__in=[Level.REGENCY, Level.CITY])
        self.shown = get_object_or_404(movable, code=kwargs["code"])
        above = self.shown.parent.parent if self.shown.parent else None
        # Who may not change the nation cannot know both provinces.
        require_mover(self.actor, *(each for each in (self.shown, above) if each))
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.shown}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        moves = self.shown.moves.select_related("from_parent", "to_parent")
        standing = [move for move in moves if move.undone_at is None]
        return super().get_context_data(
            shown=self.shown,
            moves=moves,
            # The latest alone can be taken back.
            latest=standing[0] if standing else None,
            day=today(),
            **kwargs,
        )

    def perform(self, form: MoveForm) -> str:
        move = move_region(region=self.shown, by=self.actor, **form.cleaned_data)
        return reverse("region-move", args=[move.region.code])


class RegionMoveUndo(VerbButtonView):
    permission = Permission.REGION_EDIT
    done_message = "Pindah provinsi dibatalkan."

    def perform(self) -> None:
        undo_move(move=self.move, by=self.actor)

    @property
    def move(self) -> RegionMove:
        rows = RegionMove.objects.for_actor(self.actor).select_related("region")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def back(self) -> str:
        return reverse("region-move", args=[self.move.region.code])
