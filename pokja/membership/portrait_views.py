"""The page on which the sekretariat keeps a person's photo."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from focal_points.offices.models import OfficeHolder
from pokja.membership.models import Member
from pokja.membership.portrait_models import Portrait
from pokja.membership.portraits import album, remove_portrait, set_portrait
from pug_portal.access.checks import require, require_in
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.regions.models import Region


class PortraitForm(TooLargeMixin, forms.Form):
    photo = UploadField(
        label="Foto",
        required=False,
        help_text="JPG, PNG, atau HEIC, paling besar 10 MB. Dikecilkan, dan tempat "
        "pengambilannya dibuang.",
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.heic,.heif"}),
    )
    is_public = forms.BooleanField(
        label="Boleh ditayangkan kepada umum",
        required=False,
        help_text="Hanya bila yang bersangkutan menyetujuinya.",
    )
    remove = forms.BooleanField(label="Hapus foto ini", required=False)

    def __init__(self, *args: Any, portrait: Portrait | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if portrait is None:
            self.fields["photo"].required = True
            del self.fields["remove"]
        else:
            self.fields["photo"].label = "Foto pengganti"
            self.fields["is_public"].initial = portrait.is_public


class PortraitPage(VerbFormView):
    """Of a person named in a decree or in the register of office holders."""

    permission = Permission.MEMBER_EDIT
    template_name = "pokja/membership/portrait.html"
    form_class = PortraitForm
    page = ""

    def get_queryset(self) -> QuerySet[Any]:
        raise NotImplementedError

    def region_of(self, row: Any) -> Region:
        raise NotImplementedError

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        require(self.actor, *self.needed())
        self.person = get_object_or_404(
            self.get_queryset().exclude(name=""), pk=kwargs["pk"]
        )
        self.region = self.region_of(self.person)
        require_in(self.actor, self.region, Permission.MEMBER_EDIT)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def portrait(self) -> Portrait | None:
        return album(self.region).of(self.person.name, self.person.nip)

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {**kwargs, "portrait": self.portrait, "request": self.request}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            person=self.person,
            portrait=self.portrait,
            back_url=reverse(self.page, args=[self.person.pk]),
            **kwargs,
        )

    def perform(self, form: PortraitForm) -> str:
        given = form.cleaned_data
        if given.get("remove") and self.portrait is not None:
            remove_portrait(portrait=self.portrait, by=self.actor)
            messages.success(self.request, "Foto dihapus.")
        else:
            set_portrait(
                region=self.region,
                name=self.person.name,
                nip=self.person.nip,
                is_public=given["is_public"],
                upload=given["photo"],
                by=self.actor,
            )
            messages.success(self.request, "Foto disimpan.")
        return reverse(self.page, args=[self.person.pk])


class MemberPortrait(PortraitPage):
    page = "member-person"

    def get_queryset(self) -> QuerySet[Member]:
        rows = Member.objects.for_actor(self.actor)
        return rows.select_related("decree__region")

    def region_of(self, row: Member) -> Region:
        return row.decree.region


class HolderPortrait(PortraitPage):
    page = "member-holder"

    def get_queryset(self) -> QuerySet[OfficeHolder]:
        rows = OfficeHolder.objects.for_actor(self.actor)
        return rows.select_related("office__region")

    def region_of(self, row: OfficeHolder) -> Region:
        return row.office.region
