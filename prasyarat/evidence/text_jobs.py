"""What the system does with a version: take it, read its words, store them."""

from __future__ import annotations

import datetime as dt
import logging

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from prasyarat.evidence.models import EvidenceVersion, TextState, VersionPage
from prasyarat.evidence.text import UNREADABLE, Reading, read_text
from prasyarat.evidence.words import folded
from pug_portal.files.actions import open_file

logger = logging.getLogger(__name__)

LEASE = dt.timedelta(minutes=5)
IN_QUEUE = dt.timedelta(minutes=1)
MOST_ATTEMPTS = 3
AT_ONCE = 200


def read_version(version_id: int) -> None:
    """Runs in a worker. Twice for one version is harmless: the second finds it taken."""
    version = _take(version_id)
    if version is None:
        return
    try:
        reading = read_text(
            open_file(version.file), version.file.kind, version.file.pages
        )
    except OSError:
        logger.exception("the file of evidence version %s cannot be opened", version_id)
        reading = Reading(TextState.UNREADABLE, UNREADABLE)
    _keep(version, reading)


@transaction.atomic
def _take(version_id: int) -> EvidenceVersion | None:
    moment = timezone.now()
    rows = EvidenceVersion.objects.select_for_update(of=("self",))
    is_free = Q(text_attempts=0) | Q(text_due_at=None) | Q(text_due_at__lt=moment)
    version = (
        rows.select_related("file")
        .filter(is_free, pk=version_id, text_state=TextState.QUEUED)
        .first()
    )
    if version is None:
        return None
    version.text_attempts += 1
    version.text_due_at = moment + LEASE
    version.save(update_fields=["text_attempts", "text_due_at"])
    return version


@transaction.atomic
def _keep(version: EvidenceVersion, reading: Reading) -> None:
    """A document deleted meanwhile takes its words with it."""
    rows = EvidenceVersion.objects.select_for_update().filter(pk=version.pk)
    if not rows.filter(text_state=TextState.QUEUED).exists():
        return
    VersionPage.objects.bulk_create(
        VersionPage(version=version, number=number, text=text, folded=folded(text))
        for number, text in reading.pages
    )
    rows.update(
        text_state=reading.state, text_note=reading.note[:200], text_due_at=None
    )


def requeue_lost() -> list[int]:
    """Versions nobody has read yet; what failed three times is called unreadable."""
    moment = timezone.now()
    lost = EvidenceVersion.objects.filter(
        Q(text_due_at=None) | Q(text_due_at__lt=moment), text_state=TextState.QUEUED
    )
    lost.filter(text_attempts__gte=MOST_ATTEMPTS).update(
        text_state=TextState.UNREADABLE, text_note=UNREADABLE
    )
    again = list(lost.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    # Until then the queue holds them; the next round would ask a second time.
    EvidenceVersion.objects.filter(pk__in=again, text_attempts=0).update(
        text_due_at=moment + IN_QUEUE * 10
    )
    return again
