"""Signing in: what was typed before it is kept, and what a role must have to go further."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from pug_portal.accounts import held_text

if TYPE_CHECKING:
    from pug_portal.access.views import ActorRequest

# Where one may still go: to switch TOTP on, to sign out, and what pages are made of.
OPEN_PREFIXES = ("/akun/saya/", "/masuk/", "/keluar/", "/static/", "/healthz")


class SignInMiddleware(LoginRequiredMiddleware):
    """Django's door, which also keeps what was typed while the session ended."""

    def process_response(
        self, request: HttpRequest, response: HttpResponse
    ) -> HttpResponse:
        held_text.remember_owner(request, response)
        return response

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseRedirect:
        if self._is_form(request) and held_text.hold(request):
            return redirect_to_login(reverse("held-text"))
        answer: HttpResponseRedirect = super().handle_no_permission(request, view_func)
        return answer

    def _is_form(self, request: HttpRequest) -> bool:
        """Sent by a person, not by a script: that keeps its own copy."""
        mode = request.headers.get("Sec-Fetch-Mode", "navigate")
        is_script = mode != "navigate" or "X-Autosave" in request.headers
        return request.method == "POST" and not is_script


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
