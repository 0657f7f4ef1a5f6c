"""allauth's own forms in the portal's words: labels instead of placeholders, hints above."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms

NEW_PASSWORD = "Kata sandi baru"  # noqa: S105, a label
PASSWORD_HINT = "Paling sedikit 10 karakter, jangan hanya angka atau kata yang umum."  # noqa: S105
CODE_HINT = "Enam angka dari aplikasi autentikator, atau satu kode cadangan."


class Reworded(forms.Form):
    """`words`: field name → (label, hint). A placeholder is never a label."""

    words: dict[str, tuple[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, hint) in self.words.items():
            field = self.fields[name]
            field.label, field.help_text = label, hint
            field.widget.attrs.pop("placeholder", None)


class LoginForm(Reworded, account.LoginForm):
    words = {
        "login": ("Nama pengguna, surel, atau nomor telepon", ""),
        "password": ("Kata sandi", ""),
        "remember": ("Tetap masuk di perangkat ini", ""),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs.update(
            autocomplete="username", autocapitalize="none", spellcheck="false"
        )


class ChangePasswordForm(Reworded, account.ChangePasswordForm):
    words = {
        "oldpassword": ("Kata sandi sekarang", ""),
        "password1": (NEW_PASSWORD, PASSWORD_HINT),
        "password2": ("Ulangi kata sandi baru", ""),
    }


class SetPasswordForm(Reworded, account.SetPasswordForm):
    words = {
        "password1": (NEW_PASSWORD, PASSWORD_HINT),
        "password2": ("Ulangi kata sandi baru", ""),
    }


class ResetPasswordForm(Reworded, account.ResetPasswordForm):
    words = {"email": ("Surel", "Alamat yang tercatat pada akun Anda.")}


class ResetPasswordKeyForm(Reworded, account.ResetPasswordKeyForm):
    words = {
        "password1": (NEW_PASSWORD, PASSWORD_HINT),
        "password2": ("Ulangi kata sandi baru", ""),
    }


class ReauthenticateForm(Reworded, account.ReauthenticateForm):
    words = {"password": ("Kata sandi", "")}


class CodeForm(Reworded):
    """Codes from a phone: number keys would hide the letters of a spare code."""

    words = {"code": ("Kode", CODE_HINT)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update(
            autocapitalize="none", spellcheck="false"
        )


class AuthenticateForm(CodeForm, mfa.AuthenticateForm):
    pass


class ReauthenticateCodeForm(CodeForm, mfa.ReauthenticateForm):
    pass


class ActivateTOTPForm(CodeForm, totp.ActivateTOTPForm):
    words = {"code": ("Kode enam angka", "Yang sekarang tampil di aplikasi.")}
