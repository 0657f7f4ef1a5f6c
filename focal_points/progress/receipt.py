"""The receipt and the page for the head's signature, as PDF."""

from __future__ import annotations

import hashlib
from typing import Any

from django.template.loader import render_to_string

from focal_points.progress import approvals
from focal_points.progress.content import snapshot
from focal_points.progress.models import Progress
from focal_points.progress.reading import read
from pug_portal.lib.pdf import render


def receipt_pdf(progress: Progress) -> bytes:
    """Of the first submission's number and the last submission's time and count."""
    sent = progress.versions.filter(withdrawn_at=None).order_by("number")
    versions = list(sent)
    content = versions[-1].content if versions else snapshot(progress)
    context = {
        "progress": progress,
        "version": versions[-1] if versions else None,
        "times_sent": len(versions),
        "activity_count": len(content["activities"]),
        "files": content["files"],
        "approval": progress.approvals.filter(given_at__isnull=False).first(),
    }
    return _print("receipt", progress, context)


def signing_page_pdf(progress: Progress) -> bytes:
    context = {
        "progress": progress,
        "reading": read(snapshot(progress)),
        "head_name": approvals.head_of(progress.opd),
    }
    return _print("signing_page", progress, context)


def _print(page: str, progress: Progress, context: dict[str, Any]) -> bytes:
    region = progress.opd.region
    html = render_to_string(
        f"focal_points/progress/pdf/{page}.html", {**context, "region": region}
    )
    # The same page gives the same bytes: its identifier is its own content.
    identifier = hashlib.sha256(html.encode()).hexdigest()
    return render(html, identifier=identifier, assets={})
