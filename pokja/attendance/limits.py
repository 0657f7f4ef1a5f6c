"""How often one address may knock. A whole room sits behind one address."""

from __future__ import annotations

from django.http import HttpRequest

from pug_portal.access.limits import knocked

# A room of a hundred looks, sends and looks again; a code has a million million values.
MOST, WINDOW = 400, 120


def knocks_too_often(request: HttpRequest) -> bool:
    return knocked(request, "check-in", window=WINDOW) > MOST
