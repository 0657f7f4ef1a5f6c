"""How often one address may knock. A whole room sits behind one address."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from pug_portal.lib.clock import now

# A room of a hundred looks, sends and looks again; a code has a million million values.
MOST, WINDOW = 400, 120


def knocks_too_often(request: HttpRequest) -> bool:
    address = get_adapter(request).get_client_ip(request)
    key = f"check-in:{address}:{int(now().timestamp()) // WINDOW}"
    cache.add(key, 0, WINDOW)
    try:
        return bool(cache.incr(key) > MOST)
    except ValueError:
        # It ended between the two: the next window has just begun.
        return False
