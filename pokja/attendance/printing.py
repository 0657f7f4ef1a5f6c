"""The list of a day as PDF: names printed, signatures by hand, blank rows for guests."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.text import slugify

from pokja.attendance.queries import lines_on, totals_on
from pokja.meetings.days import days_of
from pokja.meetings.models import Meeting
from pug_portal.lib import pdf

BLANKS = 10
KEPT_FOR = 60 * 60


def sheet_pdf(meeting: Meeting, day: dt.date) -> bytes:
    html = sheet_html(meeting, day)
    identifier = hashlib.sha256(html.encode()).hexdigest()
    key = f"attendance-pdf:{identifier}"
    content: bytes | None = cache.get(key)
    if content is None:
        content = pdf.render(html, identifier=identifier, assets={})
        cache.set(key, content, KEPT_FOR)
    return content


def sheet_html(meeting: Meeting, day: dt.date) -> str:
    lines = lines_on(meeting, day)
    days = days_of(meeting)
    first = len(lines) + 1
    blanks = [] if meeting.is_settled else range(first, first + BLANKS)
    return render_to_string(
        "pokja/attendance/pdf/sheet.html",
        {
            "meeting": meeting,
            "region": meeting.region,
            "day": day,
            "number": days.index(day) + 1 if len(days) > 1 else 0,
            "lines": lines,
            "blanks": blanks,
            "totals": totals_on(lines),
            "is_counted": any(line.presence for line in lines),
        },
    )


def file_name(meeting: Meeting, day: dt.date) -> str:
    return f"daftar-hadir-{slugify(meeting.title)[:60]}-{day}.pdf"
