"""The page after a sign-in that came in the way of a form."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views import View

from pug_portal.accounts import held_text


class HeldTextPage(View):
    """What was typed while the session ended: sent on, or thrown away. For any person."""

    is_public = True

    def get(self, request: HttpRequest) -> HttpResponse:
        held = held_text.held_for(request)
        if held is None:
            return redirect("beranda")
        return render(request, "accounts/held_text.html", {"held": held})

    def post(self, request: HttpRequest) -> HttpResponse:
        held = held_text.held_for(request)
        if held is None:
            messages.warning(request, "Tulisan itu sudah tidak disimpan lagi.")
            return redirect("beranda")
        if "buang_tulisan" in request.POST:
            held_text.drop(request)
            messages.success(request, "Tulisan itu dibuang.")
            return redirect("beranda")
        # The browser sends the same form once more, to where it was going.
        return HttpResponseRedirect(held.path, preserve_request=True)
