"""Pages of words: help, about, privacy, accessibility; and the phone's menu."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView


@method_decorator(login_not_required, name="dispatch")
class PublicPage(TemplateView):
    """Readable by everybody, signed in or not."""

    is_public = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        signed_in = self.request.user.is_authenticated
        base = "base.html" if signed_in else "base_guest.html"
        return super().get_context_data(base=base, **kwargs)


class Menu(TemplateView):
    """The whole menu as a page: what a phone's last tab opens. For any signed-in person."""

    is_public = True
    template_name = "pages/menu.html"
