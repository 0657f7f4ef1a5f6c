"""Files that arrived in parts before their form was sent: the form names them by key.

Without script a form brings its files itself, and nothing here is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDict

from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView
from pug_portal.files.parts import Part
from pug_portal.lib.numbers import ukuran

FIELD = "titipan"
MOST, MOST_BYTES = 60, 100 * 1024**2
KEPT = "Berkas ini sudah tersimpan dari kiriman sebelumnya."
BROKEN = "Unggahan ini tidak utuh. Pilih berkasnya sekali lagi."


@dataclass(frozen=True)
class Deposit:
    """`value` is what the form sends: key, size, and name."""

    part: Part
    size: int
    name: str
    value: str

    @property
    def is_whole(self) -> bool:
        return self.part.size == self.size > 0

    @property
    def kept_at(self) -> str:
        """Where the form went that brought it before; empty if none did."""
        return "" if self.is_whole else self.part.ended_at


def part_of(actor: Actor, key: str) -> Part:
    """Under the person's own name: nobody names another's parts."""
    if actor.user is None:
        raise Refusal(BROKEN)
    return Part(f"titipan{actor.user.pk}", key)


def deposits(request: HttpRequest, actor: Actor) -> list[Deposit]:
    """Those named by this form that are there in full; of the others `trouble` tells."""
    return [each for each in _named(request, actor) if each.is_whole]


def _named(request: HttpRequest, actor: Actor) -> list[Deposit]:
    found: dict[str, Deposit] = {}
    for value in request.POST.getlist(FIELD)[:MOST]:
        key, _, rest = value.partition(":")
        size, _, name = rest.partition(":")
        if size.isdecimal() and len(size) < 12:
            try:
                part = part_of(actor, key)
            except Refusal:
                continue
            found[key] = Deposit(part, int(size), name[:200] or "berkas", value)
    return list(found.values())


def with_deposits(
    request: HttpRequest, actor: Actor, files: Any, field: str
) -> MultiValueDict[str, Any]:
    """The files of a form and those that arrived before it, as if all came with it."""
    together = MultiValueDict({name: files.getlist(name) for name in files})
    room = MOST_BYTES
    for each in deposits(request, actor):
        room -= each.size
        if room < 0:
            break
        content = each.part.content()
        together.appendlist(field, SimpleUploadedFile(each.name, content))
    return together


def already_kept(request: HttpRequest, actor: Actor) -> str:
    """A form sent a second time brings nothing new: the address the first one led to."""
    named = _named(request, actor)
    if request.FILES or not named or not all(each.kept_at for each in named):
        return ""
    return named[0].kept_at


def trouble(request: HttpRequest, actor: Actor) -> str:
    """What stands in the way of the files this form names; empty when all are there."""
    named = _named(request, actor)
    lost = [e.name for e in named if not e.is_whole and not e.kept_at]
    if lost:
        return f"“{lost[0][:60]}” belum sampai utuh. Pilih berkasnya sekali lagi."
    if sum(each.size for each in named) > MOST_BYTES:
        return (
            f"Berkas ini bersama-sama lebih dari {ukuran(MOST_BYTES)}. Unggah sebagian "
            "dahulu."
        )
    return ""


class DepositsMixin:
    """For a form view with files: put before VerbFormView. `deposit_field` gets them."""

    deposit_field = "uploads"
    request: HttpRequest
    actor: Actor

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]
        if "files" in kwargs:
            kwargs["files"] = with_deposits(
                self.request, self.actor, kwargs["files"], self.deposit_field
            )
        return kwargs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(  # type: ignore[misc]
            deposits=deposits(self.request, self.actor), **kwargs
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if kept_at := already_kept(request, self.actor):
            messages.info(request, KEPT)
            return redirect(kept_at)
        response: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]
        return response

    def form_valid(self, form: Any) -> HttpResponse:
        if told := trouble(self.request, self.actor):
            form.add_error(self.deposit_field, told)
            return self.form_invalid(form)  # type: ignore[attr-defined]
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        if response.status_code == 302:
            for each in deposits(self.request, self.actor):
                each.part.finish_at(response["Location"])
        return response


class FilePart(PermissionView):
    """GET tells how much of a file has come; POST brings the next part of it."""

    permission = (
        Permission.ANSWER_FILL,
        Permission.PROGRESS_FILL,
        Permission.PROGRESS_FILL_FOR,
    )

    def get(self, request: HttpRequest) -> JsonResponse:
        try:
            return JsonResponse({"ada": self._part(request.GET.get("kunci", "")).size})
        except Refusal as refusal:
            return JsonResponse({"told": refusal.sentence}, status=422)

    def post(self, request: HttpRequest) -> JsonResponse:
        try:
            return JsonResponse({"ada": self._take(request)})
        except Refusal as refusal:
            return JsonResponse({"told": refusal.sentence}, status=422)

    def _part(self, key: str) -> Part:
        return part_of(self.actor, key)

    def _take(self, request: HttpRequest) -> int:
        part = self._part(request.POST.get("kunci", ""))
        sent = request.FILES.get("potongan")
        start, total = (_number(request, name) for name in ("mulai", "ukuran"))
        if sent is None or total <= 0:
            raise Refusal(BROKEN)
        name = request.POST.get("nama", "")[:200] or "berkas"
        return part.add(sent.read(), start=start, total=total, name=name)


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 12 else 0
