"""What every page needs: menu, hat, region, version."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from pug_portal.access.actor import NOBODY, Actor
from pug_portal.access.roles import Role
from pug_portal.nav import menu_for


def portal(request: HttpRequest) -> dict[str, Any]:
    actor = getattr(request, "actor", NOBODY)
    region = actor.region
    return {
        "actor": actor,
        "hat": actor.role,
        "hats": actor.cache.get("hats", []),
        "region": region,
        # Not «office»: a page about an office calls that by this name.
        "hat_office": office_of(actor),
        "opd_word": region.opd_word if region else "OPD",
        "nav": menu_for(request, actor),
        "demo_data": (settings.DATA_DIR / "demo-accounts.json").exists(),
        "portal_version": settings.VERSION,
        "debug_gallery": settings.DEBUG,
    }


def office_of(actor: Actor) -> str:
    """The office behind the hat, as the header shows it beside the role."""
    if actor.region is None:
        return ""
    offices = {
        Role.SEKRETARIAT: actor.region.secretariat_office,
        Role.BAPPEDA: actor.region.planning_office,
    }
    office: str = offices.get(actor.role, "") if actor.role else ""
    # «Bappeda · Bappeda» says nothing twice.
    return "" if office == getattr(actor.role, "label", None) else office
