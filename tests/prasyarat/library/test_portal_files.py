"""What the portal has already: chosen for an item without another upload."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from pokja.archive.evidence import decree_scans, meeting_files
from pokja.decrees.models import Decree
from pokja.meetings.choices import FileKind, State
from pokja.meetings.models import Meeting, MeetingFile
from prasyarat.assessments.evidence_actions import add_file
from prasyarat.evidence.models import EvidenceVersion
from prasyarat.evidence.offers import Wanted, offers
from prasyarat.library.portal_files import progress_files
from tests.make import meetings as make_meetings
from tests.make import pokja as make_pokja
from tests.make import prasyarat as make_answer
from tests.make import progress as make_progress


def wanted(world, name: str, opd=None, words: str = "") -> Wanted:
    return Wanted(getattr(world, name), world.blora, opd, words)


def test_files_of_a_report_are_offered_and_adopted_without_a_copy(world, clock):
    clock("2020-12-01")
    report = make_progress.draft(world.dinkes, world.ratih)
    kept = make_progress.evidence(report, world.ratih).file
    item = make_answer.item("KEL-4", world.blora, world.dinkes)

    found = list(progress_files(wanted(world, "ratih", world.dinkes)))
    piece = add_file(item=item, file=found[0].file, by=world.ratih)

    version = EvidenceVersion.objects.get(file=piece.file)
    assert (piece.file, version.is_adopted) == (kept, True)
    assert version.document.opd == world.dinkes
    # A draft is its OPD's alone.
    assert not list(progress_files(wanted(world, "siti")))
    assert not list(progress_files(wanted(world, "dewi")))
    assert not list(progress_files(wanted(world, "ratih", words="tidakada")))


def test_the_scan_of_an_sk_is_offered_to_its_readers(world):
    scan = make_answer.stored(world.blora)
    decree = make_pokja.decree(world)
    Decree.objects.filter(pk=decree.pk).update(scan=scan)

    assert [offer.file for offer in decree_scans(wanted(world, "siti"))] == [scan]
    assert list(decree_scans(wanted(world, "siti", words="tidakada"))) == []
    assert [o.file for o in offers(wanted(world, "siti"))] == [scan]
    add_file(item=make_answer.item("KEL-1", world.blora), file=scan, by=world.siti)
    assert EvidenceVersion.objects.get().is_adopted


def test_only_settled_meetings_offer_their_files(world, clock):
    clock("2020-10-26")
    meeting = make_meetings.meeting_at("rencana", world)
    MeetingFile.objects.create(
        meeting=meeting, kind=FileKind.PHOTO, file=make_answer.stored(world.blora)
    )
    assert list(meeting_files(wanted(world, "siti"))) == []

    who, when = world.joko.user, dt.datetime(2020, 10, 27, tzinfo=dt.UTC)
    Meeting.objects.update(
        state=State.SETTLED, settled_by=who, settled_at=when, signed_by=who
    )

    assert [offer.source for offer in meeting_files(wanted(world, "ratih"))]
    MeetingFile.objects.update(kind=FileKind.ATTENDANCE)
    assert list(meeting_files(wanted(world, "ratih"))) == []
    assert list(meeting_files(wanted(world, "siti")))


@pytest.mark.slow
def test_the_page_shows_them_beside_the_library(world, client_of):
    scan = make_answer.stored(world.blora, "SK_dari_daftar.pdf")
    decree = make_pokja.decree(world)
    Decree.objects.filter(pk=decree.pk).update(scan=scan)
    make_answer.item("KEL-1", world.blora)
    url = reverse("evidence-choose", kwargs={"kode": "KEL-1"})

    html = client_of(world.siti).get(url, {"dari": "portal"}).content.decode()

    assert "Daftar SK" in html
    assert str(scan.pk) in html
