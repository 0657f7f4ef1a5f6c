"""The few fields an invitation needs when its words stay the usual ones."""

from __future__ import annotations

from typing import Any

from django import forms

from pokja.letters.forms import LetterForm
from pokja.letters.models import Letter

KEPT = ("number", "code", "dated", "letterhead", "signer", "form")


class InvitationForm(LetterForm):
    """Everything else of the letter stays as it was begun, or as the draft has it."""

    mails = forms.BooleanField(
        label="Kirim surel sekarang juga",
        required=False,
        help_text="Satu surel dengan PDF dan kalender untuk tiap alamat.",
    )

    # The last letter that went out when the page was opened; empty: none yet.
    after = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = [*KEPT, "mails"]

    def __init__(self, *args: Any, can_mail: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - {*KEPT, "mails", "after"}:
            del self.fields[name]
        if not can_mail:
            del self.fields["mails"]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        if name in KEPT:
            super()._offer(name, choices)

    @staticmethod
    def initial_of(letter: Letter) -> dict[str, Any]:
        found = LetterForm.initial_of(letter)
        return {name: found[name] for name in KEPT}

    def facts(self) -> dict[str, Any]:
        data = {name: self.cleaned_data[name] for name in KEPT}
        data["letterhead"] = self.heads.get(data["letterhead"])
        data["signer"] = self.known.get(data["signer"])
        return data
