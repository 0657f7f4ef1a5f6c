"""Who may download a piece of evidence: whoever may read an answer it hangs on."""

from __future__ import annotations

from prasyarat.assessments.models import Evidence
from prasyarat.assessments.rights import may_read
from pug_portal.access.actor import Actor
from pug_portal.files.models import StoredFile


def may_read_evidence(actor: Actor, file: StoredFile) -> bool:
    hanging = Evidence.objects.filter(file=file).select_related("answer__region")
    return any(may_read(actor, evidence.answer) for evidence in hanging)
