"""«Susunan per tanggal» as PDF. The same content is never rendered twice within a day."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.text import slugify

from pokja.decrees.models import Decree, Kind
from pokja.membership.queries import Roster
from pug_portal.lib import pdf
from pug_portal.regions.models import Region

KEPT_FOR = 24 * 60 * 60
Assets = Callable[[], Mapping[str, bytes]]


def roster_pdf(region: Region, kind: Kind, roster: Roster) -> bytes:
    return kept_pdf(roster_html(region, kind, roster))


def kept_pdf(html: str, assets: Assets = dict) -> bytes:
    """`assets` are asked for only when there is something to render."""
    identifier = hashlib.sha256(html.encode()).hexdigest()
    key = f"roster-pdf:{identifier}"
    content: bytes | None = cache.get(key)
    if content is None:
        content = pdf.render(html, identifier=identifier, assets=assets())
        cache.set(key, content, KEPT_FOR)
    return content


def roster_html(region: Region, kind: Kind, roster: Roster) -> str:
    base = roster.decree
    amendments = Decree.objects.filter(base=base).in_force_on(roster.day)
    team = base.alias if base and base.alias else kind.label.removeprefix("SK ")
    return render_to_string(
        "pokja/membership/pdf/roster.html",
        {
            "region": region,
            "team": team,
            "roster": roster,
            "amendments": amendments.order_by("signed_on", "pk"),
        },
    )


def file_name(region: Region, kind: Kind, day: dt.date) -> str:
    return f"susunan-{slugify(kind.value)}-{slugify(region.short_name)}-{day}.pdf"
