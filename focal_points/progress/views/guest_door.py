"""The door of a one-time link: who comes through it reaches one report and nothing else."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator

from focal_points.progress import actions
from focal_points.progress.actions.links import LinkUnknown, LinkUsed, report_of
from focal_points.progress.link_models import FillingLink
from focal_points.progress.links import guest_of
from focal_points.progress.models import Progress
from focal_points.progress.ways import Ways
from pug_portal.access.actor import Actor, Guest
from pug_portal.access.limits import count_guess, guesses_too_often
from pug_portal.access.refusal import Refusal
from pug_portal.lib.clock import now

PEOPLE = "pengisi_tautan"
GUESSES = "tautan-isi"
TOO_OFTEN = (
    "Terlalu banyak percobaan tautan dari jaringan ini. Tunggu sepuluh menit, lalu buka "
    "lagi tautan yang Anda terima."
)
SIGNED_IN = (
    "Anda sedang masuk sebagai {name}. Tautan ini untuk orang OPD tanpa akun; supaya "
    "tercatat siapa yang mengisi, keluar dahulu atau buka di peramban lain."
)


@method_decorator(login_not_required, name="dispatch")
class GuestDoor:
    """Stands before a page of the report. Public: the secret in the address is the right."""

    is_public = True
    # Whether one passes without having said one's name.
    is_entry = False
    # Whether one passes after the report was sent, from the browser that sent it.
    is_afterwards = False
    request: HttpRequest
    kwargs: dict[str, Any]

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        self.token = kwargs.pop("token")
        if refused := self._refused(request):
            return guarded(refused)
        if not self.is_entry:
            progress = report_of(self.link)
            if self.person is None or progress is None:
                return guarded(redirect("guest-entry", token=self.token))
            self.kwargs = kwargs = {**kwargs, "pk": progress.pk}
        answer = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return guarded(answer)

    def _refused(self, request: HttpRequest) -> HttpResponse | None:
        if request.user.is_authenticated:
            return self._shut(SIGNED_IN.format(name=request.user), 403)
        if guesses_too_often(request, GUESSES):
            return self._shut(TOO_OFTEN, 429)
        try:
            self.link: FillingLink = actions.open_link(self.token)
        except LinkUnknown as unknown:
            count_guess(request, GUESSES)
            return self._shut(unknown.sentence, 404)
        except LinkUsed as used:
            self.link = used.link
            if self.is_afterwards and self.receipt:
                return None
            return self._shut(used.sentence, 410, is_done=True)
        except Refusal as refusal:
            return self._shut(refusal.sentence, 410)
        return None

    def _shut(self, told: str, status: int, *, is_done: bool = False) -> HttpResponse:
        if "X-Autosave" in self.request.headers:
            return JsonResponse({"told": told, "closed": True}, status=409)
        context = {"told": told, "is_done": is_done}
        if is_done:
            context["receipt"] = self.receipt
        page = "focal_points/progress/guest/shut.html"
        return render(self.request, page, context, status=status)

    @property
    def receipt(self) -> str:
        """Where who sent the report by this link takes the receipt, while the link lives."""
        link = self.link
        is_theirs = link.used_at is not None and self.person is not None
        if not is_theirs or link.expires_at <= now():
            return ""
        return reverse("guest-receipt", args=[self.token])

    @property
    def person(self) -> tuple[str, str] | None:
        """What the holder said of himself, in this browser."""
        found = self.request.session.get(PEOPLE, {}).get(str(self.link.pk))
        return (found[0], found[1]) if found else None

    def remember_person(self, name: str, position: str) -> None:
        people = self.request.session.get(PEOPLE, {})
        self.request.session[PEOPLE] = {**people, str(self.link.pk): [name, position]}

    @cached_property
    def guest(self) -> Guest:
        name, position = self.person or ("", "")
        return guest_of(self.link, name, position)

    @property
    def actor(self) -> Actor:
        return self.guest

    def ways(self, progress: Progress) -> Ways:
        return Ways(progress, self.token)

    def writer(self) -> str:
        """Keeps the copies in the browser apart from those of people with an account."""
        return f"t{self.link.pk}"


def guarded(answer: HttpResponseBase) -> HttpResponseBase:
    """The secret stands in the address: nobody keeps the page, no other site is told.

    «no-referrer» would also silence the Origin that the CSRF check reads.
    """
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "same-origin"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
