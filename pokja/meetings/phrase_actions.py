"""The phrase library of a region: add, edit, remove, take over the starting set."""

from __future__ import annotations

import json
from pathlib import Path

from django.db import transaction

from pokja.meetings.guard import require_own_region
from pokja.meetings.minutes import one_line
from pokja.meetings.models import Phrase
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.regions.models import Region

ADDED = Verb("phrase.added", "menambah frasa notulen {object}")
CHANGED = Verb("phrase.changed", "mengubah frasa notulen {object}")
REMOVED = Verb("phrase.removed", "menghapus frasa notulen {object}")
STARTED = Verb("phrase.started", "mengambil frasa notulen bawaan untuk {object}")

STARTING_SET = Path(__file__).parent / "data" / "phrases.json"
LONGEST = 500
MOST = 200


@transaction.atomic
def add_phrase(*, region: Region, text: str, by: Actor) -> Phrase:
    region = _open(region, by)
    if Phrase.objects.filter(region=region).count() >= MOST:
        raise Refusal(f"Paling banyak {MOST} frasa. Hapus yang tidak dipakai.")
    made = Phrase.objects.create(region=region, text=_text(region, text))
    record(
        by=by, verb=ADDED, obj=made, region=region, changes={"text": ("", made.text)}
    )
    return made


@transaction.atomic
def change_phrase(*, phrase: Phrase, text: str, by: Actor) -> Phrase:
    region = _open(phrase.region, by)
    found = _locked(phrase)
    old, found.text = found.text, _text(region, text, found)
    found.save(update_fields=["text"])
    changes = {"text": (old, found.text)}
    record(by=by, verb=CHANGED, obj=found, region=region, changes=changes)
    return found


@transaction.atomic
def remove_phrase(*, phrase: Phrase, by: Actor) -> None:
    region = _open(phrase.region, by)
    found = _locked(phrase)
    changes = {"text": (found.text, "")}
    record(by=by, verb=REMOVED, obj=found, region=region, changes=changes)
    found.delete()


@transaction.atomic
def take_starting_phrases(*, region: Region, by: Actor) -> int:
    """Those that are not there yet; how many came."""
    region = _open(region, by)
    there = set(Phrase.objects.filter(region=region).values_list("text", flat=True))
    new = [
        Phrase(region=region, text=text) for text in starting_set() if text not in there
    ]
    if not new:
        raise Refusal("Semua frasa bawaan sudah ada.")
    Phrase.objects.bulk_create(new)
    changes = {"frasa": (len(there), len(there) + len(new))}
    record(by=by, verb=STARTED, obj=region, region=region, changes=changes)
    return len(new)


def starting_set() -> list[str]:
    return [one_line(text) for text in json.loads(STARTING_SET.read_text("utf-8"))]


def _open(region: Region, by: Actor) -> Region:
    """The region's row is held: two people never add the same phrase."""
    require(by, Permission.MEETING_EDIT)
    require_own_region(region, by)
    return Region.objects.select_for_update().get(pk=region.pk)


def _locked(phrase: Phrase) -> Phrase:
    found = Phrase.objects.filter(pk=phrase.pk).first()
    if found is None:
        raise Refusal("Frasa ini sudah dihapus oleh orang lain.")
    return found


def _text(region: Region, text: str, own: Phrase | None = None) -> str:
    text = one_line(text)
    if not text:
        raise Refusal("Tulis frasanya.", field="text")
    if len(text) > LONGEST:
        raise Refusal(f"Paling panjang {LONGEST} karakter.", field="text")
    twins = Phrase.objects.filter(region=region, text=text)
    if own is not None:
        twins = twins.exclude(pk=own.pk)
    if twins.exists():
        raise Refusal("Frasa itu sudah ada.", field="text")
    return text
