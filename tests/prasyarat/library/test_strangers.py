"""What somebody may try with keys of others, in addresses and in what is sent."""

from __future__ import annotations

import pytest
from django.urls import reverse

from pokja.meetings.choices import FileKind
from pokja.meetings.models import MeetingFile
from prasyarat.assessments.evidence_actions import add_file
from prasyarat.assessments.item_context import known_files
from prasyarat.assessments.models import Evidence
from prasyarat.evidence.models import EvidenceDocument
from prasyarat.facts import Fact
from prasyarat.library.choosing import library_choices
from pug_portal.access.refusal import Refusal
from tests.make import evidence as make
from tests.make import meetings as make_meetings
from tests.make import prasyarat as make_answer


@pytest.fixture
def renja(world):
    """Dinkes' own document, in use on its answer that was sent."""
    item = make_answer.item("KEL-4", world.blora, world.dinkes)
    make_answer.answer_at("diajukan", item, world.ratih)
    return EvidenceDocument.objects.get(opd=world.dinkes)


def test_the_paper_of_one_opd_is_no_evidence_of_another(world, renja):
    """The sekretariat fills for both, and reads both; the OPD do not read each other."""
    file = renja.versions.get().file
    dlh = make_answer.item("KEL-4", world.blora, world.dlh)

    with pytest.raises(Refusal, match="milik OPD lain"):
        add_file(item=dlh, file=file, by=world.siti)

    assert file not in known_files(dlh, world.siti, None)
    assert library_choices(dlh, world.siti, "").rows == []
    region = make_answer.item("KEL-1", world.blora)
    assert add_file(item=region, file=file, by=world.siti)


@pytest.mark.parametrize("name", ["dewi", "wati", "yusuf", "budi", "prov"])
def test_a_strangers_key_in_what_is_sent_attaches_nothing(
    name, world, renja, client_of
):
    pieces = Evidence.objects.count()
    mine = {"dewi": world.dlh}.get(name, world.dinkes)
    url = reverse("opd-evidence-choose", kwargs={"pk": mine.pk, "kode": "KEL-4"})

    sent = {"file": str(renja.versions.get().file_id), "page": "", "caption": ""}
    answer = client_of(getattr(world, name)).post(url, sent)

    assert answer.status_code in (403, 404)
    assert Evidence.objects.count() == pieces


def test_an_opd_that_answers_for_the_region_is_offered_what_it_may_read(world):
    meeting = make_meetings.meeting_at("rencana", world)
    file = make_answer.stored(world.blora, "daftar-hadir.pdf")
    MeetingFile.objects.create(meeting=meeting, kind=FileKind.ATTENDANCE, file=file)
    item = make_answer.item("KEL-7", world.blora)
    hint = Fact("Satu rapat.", files=(file,))

    assert known_files(item, world.siti, hint) == [file]
    assert known_files(item, world.ratih, hint) == []


def test_a_neighbours_library_is_not_opened_by_its_code(world, client_of):
    make.document(world.blora, world.siti, title="SK Pokja Blora")

    for name in ("evidence-list", "evidence-missing", "next-steps", "gap-plan"):
        answer = client_of(world.budi).get(
            reverse(name), {"daerah": world.blora.code, "q": "Pokja"}
        )
        page = answer.content.decode()
        assert "SK Pokja Blora" not in page
        assert "Kabupaten Blora" not in page
