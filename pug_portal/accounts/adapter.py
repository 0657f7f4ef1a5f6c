"""allauth, invite-only and in the portal's words."""

from collections.abc import Collection
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest

WRONG_CODE = "Kode tidak cocok. Tunggu kode berikutnya di aplikasi, lalu coba lagi."


class InviteOnlyAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Akun ini dinonaktifkan. Hubungi sekretariat Pokja daerah Anda.",
        "enter_current_password": "Kata sandi sekarang tidak cocok.",
        "incorrect_code": WRONG_CODE,
        "incorrect_password": "Kata sandi tidak cocok.",
        "invalid_password_reset": "Tautan ini sudah dipakai atau lewat masanya.",
        "too_many_login_attempts": (
            "Terlalu banyak percobaan yang gagal. Coba lagi sesudah 15 menit, atau "
            "mintalah tautan baru kepada sekretariat Pokja."
        ),
        "username_password_mismatch": "Nama pengguna atau kata sandi tidak cocok.",
        "rate_limited": "Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        words = {
            "reauthenticate": "Pakai kata sandi",
            "mfa_reauthenticate": "Pakai kode dari aplikasi autentikator",
        }
        methods = super().get_reauthentication_methods(user)
        return [
            {**each, "description": words.get(each["id"], each["description"])}
            for each in methods
        ]


class MFAAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "cannot_delete_authenticator": (
            "Peran Anda mewajibkan verifikasi dua langkah; tidak dapat dimatikan."
        ),
    }

    def is_mfa_enabled(self, user: Any, types: Collection[str] | None = None) -> bool:
        """A kind of second factor that the portal does not take is not asked for."""
        if types is not None:
            types = [kind for kind in types if kind in settings.MFA_SUPPORTED_TYPES]
            if not types:
                return False
        enabled: bool = super().is_mfa_enabled(user, types=types)
        return enabled
