"""A button that runs one verb: its message, then back to where the button stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from pug_portal.access.views import PermissionView


class VerbButtonView(PermissionView):
    """Subclasses write `perform()` and `back()`; `target()` when the verb leads elsewhere.

    `perform` may set `done_message` when only the verb knows what to say.
    """

    http_method_names = ["post", "options"]
    done_message = ""
    perform: Callable[[], Any]
    back: Callable[[], str]

    def target(self) -> str:
        return self.back()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.perform()
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return HttpResponseRedirect(self.back())
        if self.done_message:
            messages.success(request, self.done_message)
        return HttpResponseRedirect(self.target())
