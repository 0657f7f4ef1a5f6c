"""Where the pages of a report lie: for who has an account, and behind a one-time link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from focal_points.progress.models import Progress


@dataclass(frozen=True)
class Ways:
    """`guest`: the secret of the link; empty for people with an account."""

    progress: Progress
    guest: str = ""

    @property
    def frame(self) -> str:
        return "base_guest.html" if self.guest else "base.html"

    def _to(self, page: str, *more: Any) -> str:
        if self.guest:
            return reverse(f"guest-{page}", args=[self.guest, *more])
        return reverse(f"progress-{page}", args=[self.progress.pk, *more])

    @property
    def form(self) -> str:
        return self._to("form")

    @property
    def check(self) -> str:
        return self._to("check")

    @property
    def upload(self) -> str:
        return self._to("upload")

    @property
    def submit(self) -> str:
        return self._to("submit")

    @property
    def sent(self) -> str:
        return self.entry if self.guest else self._to("sent")

    @property
    def withdraw(self) -> str:
        return self._to("withdraw")

    @property
    def signing_page(self) -> str:
        return self._to("signing-page")

    @property
    def detail(self) -> str:
        """Where one reads what cannot be written any more."""
        return self.entry if self.guest else self._to("detail")

    @property
    def entry(self) -> str:
        return reverse("guest-entry", args=[self.guest])

    @property
    def home(self) -> str:
        return self.entry if self.guest else reverse("progress-mine")

    @property
    def sign_in(self) -> str:
        return self.entry if self.guest else reverse("account_login")

    def facts(self, row: int) -> str:
        return self._to("file", row)

    def file(self, pk: Any) -> str:
        if self.guest:
            return self._to("evidence", pk)
        return reverse("file-download", args=[pk])
