"""Remarks with what was said to them."""

from __future__ import annotations

import re

from django.db.models import Prefetch, QuerySet
from django.http import QueryDict

from focal_points.progress import actions
from focal_points.progress.models import Progress
from focal_points.progress.review_models import NoteReply, ProgressNote
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal

_REPLY = re.compile(r"tanggapan-([0-9]{1,17})")


def open_and_closed(progress: Progress) -> QuerySet[ProgressNote]:
    replies = NoteReply.objects.select_related("written_by")
    return progress.notes.select_related("written_by", "resolved_by").prefetch_related(
        Prefetch("replies", replies)
    )


def keep_replies(progress: Progress, post: QueryDict, by: Actor) -> list[str]:
    """Every reply typed on the page; one that is refused does not cost the others.

    Sentences on what was refused, with the words that would be lost.
    """
    typed = {
        int(found[1]): str(text)
        for name, text in post.items()
        if (found := _REPLY.fullmatch(name)) and str(text).strip()
    }
    told = []
    for note in progress.notes.filter(pk__in=typed):
        note.progress = progress
        try:
            actions.reply_to_note(note=note, text=typed[note.pk], by=by)
        except Refusal as refusal:
            told.append(f"{refusal.sentence} Tulisan Anda: «{typed[note.pk]}»")
    return told
