"""What every page needs: menu, hat, region, version."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from pug_portal.access.actor import NOBODY
from pug_portal.nav import menu_for


def portal(request: HttpRequest) -> dict[str, Any]:
    actor = getattr(request, "actor", NOBODY)
    region = actor.region
    return {
        "actor": actor,
        "hat": actor.role,
        "hats": actor.cache.get("hats", []),
        "region": region,
        "opd_word": region.opd_word if region else "OPD",
        "nav": menu_for(request, actor),
        "demo_data": (settings.DATA_DIR / "demo-accounts.json").exists(),
        "version": settings.VERSION,
        "debug_gallery": settings.DEBUG,
    }
