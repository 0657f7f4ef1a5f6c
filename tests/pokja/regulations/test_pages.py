"""The register on screen."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pokja.regulations.models import Kind, Regulation
from pug_portal.files import gates
from tests.make import regulations as make
from tests.pug_portal.files.test_store_upload import picture

FORM = {
    "kind": "perkada",
    "number": "5",
    "year": "2014",
    "title": "Pedoman Umum PUG",
    "signed_on": "2014-03-03",
}


@pytest.fixture(autouse=True)
def in_2021(clock):
    clock("2021-02-01")


def text(response) -> str:
    return response.content.decode()


def detail(regulation) -> str:
    return reverse("regulation-detail", args=[regulation.pk])


def test_bappeda_records_one_with_its_scan(world, client_of):
    scan = SimpleUploadedFile("perbup.jpg", picture())
    client_of(world.joko).post(
        reverse("regulation-add"), {**FORM, "scan_upload": scan, "aksi": "tetapkan"}
    )

    made = Regulation.objects.get()
    assert (made.name, made.scan.name) == ("Peraturan Bupati Blora", "perbup.jpg")
    assert gates.may_read(world.ratih, made.scan)
    assert not gates.may_read(world.budi, made.scan)
    assert not gates.may_read(world.admin, made.scan)


@pytest.mark.slow
def test_a_draft_is_kept_and_hidden_from_readers(world, client_of):
    client_of(world.siti).post(
        reverse("regulation-add"),
        {**FORM, "number": "", "signed_on": "", "aksi": "rancangan"},
    )

    draft = Regulation.objects.get()
    assert draft.state == "rancangan"
    assert client_of(world.siti).get(detail(draft)).status_code == 200
    for who in (world.wati, world.ratih, world.prov):
        assert client_of(who).get(detail(draft)).status_code == 404


def test_a_refusal_stands_beside_its_field_and_keeps_what_was_typed(world, client_of):
    page = client_of(world.siti).post(
        reverse("regulation-add"), {**FORM, "number": "", "aksi": "tetapkan"}
    )

    assert page.status_code == 422
    assert 'id="id_number_error"' in text(page)
    assert 'value="2014-03-03"' in text(page)


def test_the_amendment_carries_over_what_it_amends(world, client_of):
    old = make.regulation(world)

    page = client_of(world.siti).get(
        f"{reverse('regulation-add')}?mengubah={old.pk}&mencabut=x"
    )

    assert page.context["form"].initial["amends"] == [old.pk]


def test_the_timeline_tells_the_whole_story(world, client_of):
    old = make.regulation(world)
    make.newer(world, amends=[old])
    make.evaluation(world, old)

    page = text(client_of(world.wati).get(detail(old)))

    found = [
        page.index(word)
        for word in ("Dievaluasi: belum", "Diubah oleh", "Ditetapkan</b>")
    ]
    assert found == sorted(found)
    assert "Berlaku, diubah" in page
    assert "Catat evaluasi" not in page


def test_evaluation_and_follow_up_through_their_pages(world, client_of):
    regulation = make.regulation(world)
    client = client_of(world.siti)
    client.post(
        reverse("regulation-evaluate", args=[regulation.pk]),
        {
            "on": "2020-10-26",
            "judged_by": "Rakor",
            "verdict": "belum_optimal",
            "text": "<script>alert(1)</script>",
        },
    )
    evaluation = regulation.evaluations.get()
    client.post(
        reverse("regulation-follow", args=[regulation.pk]),
        {
            "text": "Susun perubahan",
            "evaluation": evaluation.pk,
            "opd": world.dinkes.pk,
        },
    )
    follow_up = regulation.follow_ups.get()
    client.post(
        reverse("regulation-follow-finish", args=[follow_up.pk]),
        {"on": "2021-01-31", "result": "Perbup baru terbit"},
    )

    page = text(client.get(detail(regulation)))
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert "Perbup baru terbit" in page


def test_a_note_is_corrected_and_deleted_through_its_pages(world, client_of):
    regulation = make.regulation(world)
    evaluation = make.evaluation(world, regulation)
    client = client_of(world.siti)
    client.post(
        reverse("regulation-evaluation-change", args=[evaluation.pk]),
        {
            "on": "2020-10-26",
            "judged_by": "Rakor",
            "verdict": "optimal",
            "text": "Baik",
        },
    )
    evaluation.refresh_from_db()
    assert evaluation.verdict == "optimal"

    client.post(
        reverse("regulation-evaluation-delete", args=[evaluation.pk]),
        {"reason": "salah naskah"},
    )
    assert not regulation.evaluations.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"jenis": "perkada"}, {"5"}),
        ({"status": "berlaku"}, {"5"}),
        ({"status": "kedaluwarsa"}, {"7"}),
        ({"penilaian": "belum_optimal"}, {"5"}),
        ({"penilaian": "belum"}, {"7"}),
        ({"q": "bps"}, {"7"}),
        ({"q": "2014 pedoman"}, {"5"}),
        ({"q": "tidak ada"}, set()),
    ],
)
def test_the_list_is_narrowed(world, client_of, asked, shown):
    make.evaluation(world, make.regulation(world))
    make.regulation(
        world,
        kind=Kind.AGREEMENT,
        number="7",
        year=2018,
        title="Data terpilah",
        partner="BPS",
        signed_on=dt.date(2018, 1, 2),
        effective_until=dt.date(2020, 1, 1),
    )

    page = client_of(world.wati).get(reverse("regulation-list"), asked)

    assert {row.number for row in page.context["rows"]} == shown


def test_the_province_looks_at_blora_without_buttons(world, client_of):
    make.regulation(world)

    page = client_of(world.prov).get(f"{reverse('regulation-list')}?daerah=33.16")

    assert "Peraturan Bupati Blora" in text(page)
    assert "Catat produk hukum" not in text(page)


def test_a_rule_of_another_region_does_not_exist(world, client_of):
    theirs = make.regulation(world, by=world.budi)

    assert client_of(world.siti).get(detail(theirs)).status_code == 404


def queries_of(client, url) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


@pytest.mark.slow
def test_three_rows_and_forty_cost_the_same(world, client_of):
    first = make.regulation(world)
    client, url = client_of(world.siti), reverse("regulation-list")
    counts = []
    for upto in (3, 40):
        for number in range(Regulation.objects.count(), upto):
            row = make.newer(world, number=f"9{number}", amends=[first])
            make.evaluation(world, row)
            make.evaluation(world, first, text=str(number))
            make.follow_up(world, first, text=str(number))
        client.get(url)
        counts.append((queries_of(client, url), queries_of(client, detail(first))))

    assert counts[0] == counts[1]
    assert max(counts[0]) <= 12
