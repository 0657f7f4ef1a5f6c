"""What somebody typed when the session had ended: carried over the sign-in.

Kept in the new session of the same browser, and given back only to the account that was
signed in there before: a phone may have more than one user. Passwords and files are never
kept. With JavaScript the reports keep a copy of their own; this is for every other form.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

SESSION_KEY = "held_text"
COOKIE = "penulis"
LAST_SECONDS = 60 * 60
MOST_LETTERS = 200_000
# A code of an activity is none: only whole names, or the word for a password.
_SECRET = {"csrfmiddlewaretoken", "code", "token", "otp", "pin"}
_signer = Signer(salt="pug_portal.accounts.held_text")


@dataclass(frozen=True)
class HeldText:
    path: str
    fields: list[tuple[str, str]]
    had_files: bool

    @property
    def words(self) -> list[str]:
        """What a person recognises as his own: everything but single marks and numbers."""
        texts = (text.strip() for _, text in self.fields)
        return [text for text in dict.fromkeys(texts) if " " in text and text[0] != "{"]


def hold(request: HttpRequest) -> bool:
    """Whether there was something to keep, and somebody to keep it for."""
    owner = _owner(request)
    fields = _fields(request.POST)
    letters = sum(len(name) + len(text) for name, text in fields)
    if not owner or letters > MOST_LETTERS or not any(t.strip() for _, t in fields):
        return False
    request.session[SESSION_KEY] = {
        "owner": owner,
        "at": time.time(),
        "path": request.get_full_path(),
        "fields": fields,
        "had_files": bool(request.FILES),
    }
    return True


def held_for(request: HttpRequest) -> HeldText | None:
    """Another person's text, or one that lay too long, is thrown away unseen."""
    kept: dict[str, Any] | None = request.session.get(SESSION_KEY)
    if kept is None:
        return None
    is_mine = kept["owner"] == str(request.user.pk)
    if not is_mine or time.time() - kept["at"] > LAST_SECONDS:
        drop(request)
        return None
    fields = [(str(name), str(text)) for name, text in kept["fields"]]
    return HeldText(kept["path"], fields, kept["had_files"])


def drop(request: HttpRequest) -> None:
    request.session.pop(SESSION_KEY, None)


def remember_owner(request: HttpRequest, response: HttpResponse) -> None:
    """Who is signed in at this browser, read again only when the session has ended."""
    if request.user.is_authenticated:
        if _owner(request) != str(request.user.pk):
            response.set_cookie(
                COOKIE,
                _signer.sign(str(request.user.pk)),
                max_age=settings.SESSION_COOKIE_AGE + LAST_SECONDS,
                httponly=True,
                secure=bool(settings.SESSION_COOKIE_SECURE),
                samesite="Lax",
            )
    elif request.path == reverse("account_logout"):
        response.delete_cookie(COOKIE, samesite="Lax")


def _owner(request: HttpRequest) -> str:
    try:
        return str(_signer.unsign(request.COOKIES.get(COOKIE, "")))
    except BadSignature:
        return ""


def _fields(post: QueryDict) -> list[tuple[str, str]]:
    return [
        (name, text)
        for name, texts in post.lists()
        if name not in _SECRET and "password" not in name and "sandi" not in name
        for text in texts
    ]
