"""The public roster as PDF, on the paper of the official one."""

from __future__ import annotations

from django.template.loader import render_to_string

from pokja.membership.printing import Assets, kept_pdf
from pokja.public_roster.queries import PublicRoster
from pug_portal.files.actions import open_file
from pug_portal.regions.models import Region


def public_pdf(region: Region, roster: PublicRoster) -> bytes:
    return kept_pdf(public_html(region, roster), _photos(roster))


def _photos(roster: PublicRoster) -> Assets:
    """«foto-<SHA-256>» → the JPEG of a portrait, read only when it is printed."""
    files = {seat.portrait.file for seat in roster.seats if seat.portrait}
    return lambda: {f"foto-{file.sha256}": open_file(file) for file in files}


def public_html(region: Region, roster: PublicRoster) -> str:
    context = {"region": region, "team": "Pokja PUG", "roster": roster}
    return render_to_string("pokja/public_roster/pdf/roster.html", context)
