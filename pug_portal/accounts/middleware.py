"""Roles for which the operator requires TOTP go no further without it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

if TYPE_CHECKING:
    from pug_portal.access.views import ActorRequest

# Where one may still go: to switch TOTP on, to sign out, and what pages are made of.
OPEN_PREFIXES = ("/akun/saya/", "/masuk/", "/keluar/", "/static/", "/healthz")


class RequiredTotpMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: ActorRequest) -> HttpResponse:
        if self._is_missing(request):
            messages.warning(
                request,
                "Peran Anda wajib memakai verifikasi dua langkah. "
                "Aktifkan dahulu, lalu lanjutkan.",
            )
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _is_missing(self, request: ActorRequest) -> bool:
        if request.actor.role not in settings.TOTP_REQUIRED_ROLES:
            return False
        if request.path.startswith(OPEN_PREFIXES):
            return False
        return not Authenticator.objects.filter(
            user=request.actor.user, type=Authenticator.Type.TOTP
        ).exists()
