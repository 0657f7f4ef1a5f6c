"""How often one address may knock at a door that opens without an account."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from pug_portal.lib.clock import now


def knocked(request: HttpRequest, door: str, *, window: int) -> int:
    """How often this address has knocked within these seconds, this time included."""
    key = _key(request, door, window)
    cache.add(key, 0, window)
    try:
        return int(cache.incr(key))
    except ValueError:
        # It ended between the two: the next window has just begun.
        return 1


# Wrong secrets from one address; a right one is never counted.
MOST_GUESSES, GUESS_WINDOW = 30, 600


def guesses_too_often(request: HttpRequest, door: str) -> bool:
    key = _key(request, door, GUESS_WINDOW)
    return int(cache.get(key) or 0) >= MOST_GUESSES


def count_guess(request: HttpRequest, door: str) -> None:
    knocked(request, door, window=GUESS_WINDOW)


def _key(request: HttpRequest, door: str, window: int) -> str:
    address = get_adapter(request).get_client_ip(request)
    return f"{door}:{address}:{int(now().timestamp()) // window}"
