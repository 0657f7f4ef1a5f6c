"""The public roster as PDF, on the paper of the official one."""

from __future__ import annotations

from django.template.loader import render_to_string

from pokja.membership.printing import kept_pdf
from pokja.public_roster.queries import PublicRoster
from pug_portal.regions.models import Region


def public_pdf(region: Region, roster: PublicRoster) -> bytes:
    return kept_pdf(public_html(region, roster))


def public_html(region: Region, roster: PublicRoster) -> str:
    context = {"region": region, "team": "Pokja PUG", "roster": roster}
    return render_to_string("pokja/public_roster/pdf/roster.html", context)
