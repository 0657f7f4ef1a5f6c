"""Papers of elsewhere in the library: seen while their own part opens them, and retired
by nobody but the side whose paper they are."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from focal_points.progress.models import State
from pokja.decrees.models import Decree
from prasyarat.assessments.evidence_actions import add_file
from prasyarat.evidence.actions import add_version, adopt, retire
from prasyarat.evidence.models import EvidenceDocument, EvidenceVersion
from prasyarat.library.queries import documents
from prasyarat.library.searching import search
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import evidence as make
from tests.make import pokja as make_pokja
from tests.make import prasyarat as make_answer
from tests.make import progress as make_progress


@pytest.fixture
def scan(world):
    file = make_answer.stored(world.blora, "SK_POKJA.pdf")
    Decree.objects.filter(pk=make_pokja.decree(world).pk).update(scan=file)
    return file


@pytest.fixture
def report(world, clock):
    clock("2020-12-01")
    made = make_progress.draft(world.dinkes, world.ratih)
    make_progress.evidence(made, world.ratih)
    return made


def seen_by(actor, world) -> list[EvidenceDocument]:
    return list(documents(actor, world.blora))


def test_what_its_owner_closed_is_neither_listed_nor_searched(world, report):
    file = report.files.get().file
    type(report).objects.update(state=State.SUBMITTED)
    document = adopt(file=file, opd=None, by=world.siti).document
    make.says(document, "Pelatihan kader di Kunduran.")
    assert seen_by(world.siti, world) == [document]
    assert search("kunduran", world.siti, world.blora).hits

    type(report).objects.update(state=State.DRAFT)

    assert seen_by(world.siti, world) == []
    assert search("kunduran", world.siti, world.blora).hits == {}
    assert search(file.name, world.siti, world.blora).hits == {}
    assert seen_by(world.ratih, world) == [document]


def test_an_answer_that_holds_it_goes_on_showing_it(world, report):
    """As its file: proof of an answer is read with the answer."""
    type(report).objects.update(state=State.SUBMITTED)
    item = make_answer.item("KEL-1", world.blora)
    add_file(item=item, file=report.files.get().file, by=world.siti)

    type(report).objects.update(state=State.DRAFT)

    assert len(seen_by(world.siti, world)) == 1


def test_who_uses_a_paper_of_the_region_first_does_not_own_it(world, scan):
    item = make_answer.item("KEL-4", world.blora, world.dinkes)
    add_file(item=item, file=scan, by=world.ratih)
    document = EvidenceDocument.objects.get()

    assert document.opd is None
    with pytest.raises(PermissionDenied):
        retire(document=document, reason="Tidak perlu.", by=world.ratih)
    assert seen_by(world.joko, world) == [document]
    retire(document=document, reason="Diganti.", by=world.siti)
    assert EvidenceDocument.objects.get().is_retired


def test_a_paper_of_an_opd_stays_its_own_whoever_lists_it(world, report):
    type(report).objects.update(state=State.SUBMITTED)
    document = adopt(file=report.files.get().file, opd=None, by=world.siti).document

    assert document.opd == world.dinkes
    assert Event.objects.get(verb="evidence_document.added").is_sealed
    retire(document=document, reason="Salah berkas.", by=world.ratih)


def test_a_listing_an_opd_retired_does_not_bind_the_others(world, scan):
    """As listings were made before: under the OPD that used the paper first."""
    old = adopt(file=scan, opd=None, by=world.siti).document
    EvidenceDocument.objects.filter(pk=old.pk).update(opd=world.dinkes)
    old.refresh_from_db()
    retire(document=old, reason="Tidak perlu.", by=world.ratih)

    assert add_file(
        item=make_answer.item("KEL-1", world.blora), file=scan, by=world.siti
    )
    with pytest.raises(Refusal, match="sudah ditarik"):
        adopt(file=scan, opd=world.dinkes, by=world.ratih)


def test_the_preview_names_no_document_its_reader_may_not_open(world, scan, client_of):
    version = adopt(file=scan, opd=None, by=world.siti)
    EvidenceDocument.objects.update(opd=world.dinkes, title="Rahasia dapur")
    url = reverse("evidence-preview", kwargs={"pk": version.file_id})

    html = client_of(world.yusuf).get(url).content.decode()

    assert "SK_POKJA.pdf" in html
    assert "Rahasia dapur" not in html
    assert reverse("evidence-detail", kwargs={"pk": version.document_id}) not in html


def test_a_new_version_is_put_where_the_paper_is_kept(world, scan):
    document = adopt(file=scan, opd=None, by=world.siti).document

    with pytest.raises(Refusal, match="bagian lain portal"):
        add_version(document=document, upload=make.pdf("b.pdf"), by=world.siti)
    assert EvidenceVersion.objects.count() == 1
