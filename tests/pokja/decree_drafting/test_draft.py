"""A rancangan from last year's decree, and its Word document."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pokja.decree_drafting import actions
from pokja.decree_drafting.annex import annex_of, members_of
from pokja.decree_drafting.models import DecreeText
from pokja.decree_drafting.paper import draft_docx, ordinal
from pokja.decree_drafting.wording import next_year
from pokja.decrees.actions import delete_decree
from pokja.decrees.models import Decree, State
from pokja.membership.models import Member, Standing
from pug_portal.access.refusal import Refusal
from pug_portal.lib.docx_reading import parts_of
from tests.make import focal_points as make_fp
from tests.make import pokja as make

NEXT = {
    "kind": "pokja",
    "title": "Pembentukan Pokja PUG Tahun 2021",
    "issuer_position": "Bupati Blora",
    "effective_from": dt.date(2021, 1, 1),
    "effective_until": dt.date(2021, 12, 31),
}


ENDS = {f"{words}{mark}" for words in ("d", "e", "Gubernur", "Arsip") for mark in ";."}


def peopled(world, **facts) -> Decree:
    decree = make.decree(world, effective_until=dt.date(2020, 12, 31), **facts)
    office = make_fp.office(world.blora, "Kepala Bappeda")
    make.member(world, decree, position="", office=office, standing=Standing.CHAIR)
    make.member(
        world, decree, name="Sri Contoh, S.E.", sex="P", opd=world.dinkes, note="baru"
    )
    return decree


def clone(world, source: Decree | None, **facts) -> Decree:
    return actions.start_draft(
        region=world.blora, by=world.siti, source=source, **{**NEXT, **facts}
    )


def table_and_text(decree: Decree) -> tuple[list[list[str]], str]:
    text = actions.text_of(decree)
    content = draft_docx(decree, text, annex_of(members_of(decree)))
    parts = list(parts_of(content))
    tables = [part for part in parts if isinstance(part, list)]
    annex = next(table for table in tables if table[0][0] == "NO")
    said = [part for part in parts if isinstance(part, str)]
    said += [cell for table in tables for row in table for cell in row]
    return annex, "\n".join(said)


def test_last_years_decree_gives_a_rancangan_with_its_members(world):
    source = peopled(world)
    gone = make.member(world, source, position="Camat Cepu")
    Member.objects.filter(pk=gone.pk).update(end=dt.date(2020, 6, 1))

    decree = clone(world, source)

    assert (decree.state, decree.number) == (State.DRAFT, "")
    old, new = annex_of(members_of(source)), annex_of(members_of(decree))
    assert new == old
    assert len(new) == 2
    assert {m.start for m in decree.members.all()} == {dt.date(2021, 1, 1)}


def test_members_of_amendments_come_along(world):
    source = peopled(world)
    amendment = make.amendment(world, source)
    make.member(world, amendment, position="Kepala Dinas Sosial")

    assert clone(world, source).members.count() == 3


@pytest.mark.slow
def test_the_lampiran_of_the_docx_is_the_membership(world):
    decree = clone(world, peopled(world))

    annex, said = table_and_text(decree)

    rows = Member.objects.filter(decree=decree).select_related("office", "opd")
    assert annex[1:] == [
        [
            f"{number}.",
            row.name,
            row.position or (row.office.title if row.office else ""),
            row.opd.name if row.opd else row.institution,
            row.rank.label,
            row.note,
        ]
        for number, row in enumerate(rows, 1)
    ]
    for words in ("Menimbang", "Mengingat", "MEMUTUSKAN:", "KESATU", "Tembusan:"):
        assert words in said
    assert "NOMOR ………" in said
    assert "463.23/160/2020" not in said


def test_points_end_with_a_semicolon_and_the_last_one_with_a_full_stop(world):
    decree = clone(world, None)
    parts = {"considering": "bahwa a", "recalling": "b", "dictums": "c\n- d.\n- e;"}
    actions.write_text(decree=decree, by=world.siti, **parts, copies="Gubernur\nArsip")

    _, said = table_and_text(decree)

    ends = [line for line in said.splitlines() if line in ENDS]
    # Text outside of tables is read first.
    assert ends == ["Gubernur;", "Arsip.", "d;", "e."]


@pytest.mark.slow
def test_the_same_rancangan_gives_the_same_bytes(world):
    decree = clone(world, peopled(world))
    text, rows = actions.text_of(decree), annex_of(members_of(decree))

    assert draft_docx(decree, text, rows) == draft_docx(decree, text, rows)


def test_mengingat_lists_national_rules_before_those_of_the_register(world):
    from tests.make import regulations

    regulations.regulation(world)
    decree = clone(world, None)

    lines = actions.text_of(decree).recalling.splitlines()

    assert lines[0].startswith("Undang-Undang Nomor 7 Tahun 1984")
    assert "Peraturan" in lines[-1]
    assert len(lines) == 5


def test_text_is_written_only_while_it_is_a_rancangan(world):
    decree = clone(world, None)
    parts = {"considering": "bahwa a", "recalling": "b", "dictums": "c\n- d"}

    actions.write_text(decree=decree, by=world.siti, **parts, copies="")
    assert DecreeText.objects.get().considering == "bahwa a"
    with pytest.raises(Refusal):
        actions.write_text(decree=decree, by=world.siti, **{**parts, "dictums": " "})
    with pytest.raises(PermissionDenied):
        actions.write_text(decree=decree, by=world.budi, **parts)

    issued = make.decree(world)
    with pytest.raises(Refusal):
        actions.write_text(decree=issued, by=world.siti, **parts)


def test_a_rancangan_without_members_is_deleted_with_its_text(world):
    decree = clone(world, None)

    delete_decree(decree=decree, reason="salah buat", by=world.siti)

    assert (Decree.objects.count(), DecreeText.objects.count()) == (0, 0)


@pytest.mark.slow
def test_office_holders_and_known_people_are_chosen(world, client_of):
    source = peopled(world)
    decree = clone(world, None)
    office = make_fp.office(world.blora, "Kepala Dinas Kesehatan")
    holder = make_fp.holder(office)
    person = Member.objects.get(decree=source, name__startswith="Sri")
    siti, url = client_of(world.siti), reverse("decree-text-members", args=[decree.pk])

    keys = [candidate.key for _, candidate in siti.get(url).context["rows"]]
    data = {"form-TOTAL_FORMS": len(keys), "form-INITIAL_FORMS": len(keys)}
    for place, key in enumerate(keys):
        data |= {f"form-{place}-key": key, f"form-{place}-standing": "anggota"}
        if key in (f"j{holder.pk}", f"o{person.pk}"):
            data[f"form-{place}-keep"] = "on"
    done = siti.post(url, data)

    assert done.url == reverse("decree-text", args=[decree.pk])
    assert [m.label for m in members_of(decree)] == [office.title, "Sri Contoh, S.E."]


@pytest.mark.slow
def test_the_pages_go_from_clone_to_docx(world, client_of, clock):
    clock("2020-11-02")
    source = peopled(world, title="Pokja PUG Kabupaten Blora Tahun 2020")
    holder = make_fp.holder(make_fp.office(world.blora, "Bupati Blora"))
    siti = client_of(world.siti)

    start = siti.get(reverse("decree-start"), {"dari": source.pk})
    initial = start.context["form"].initial
    assert initial["title"] == "Pokja PUG Kabupaten Blora Tahun 2021"
    assert initial["effective_from"] == dt.date(2021, 1, 1)
    data = {**NEXT, "source": source.pk, "signer": holder.pk}
    answer = siti.post(reverse("decree-start"), data)
    page = siti.get(answer.url)
    decree = Decree.objects.get(state=State.DRAFT)

    assert "Sri Contoh" in page.content.decode()
    paper = siti.get(reverse("decree-docx", args=[decree.pk]))
    assert paper.content.startswith(b"PK")
    assert 'filename="Rancangan SK Pokja PUG' in paper["Content-Disposition"]
    assert siti.get(reverse("decree-text", args=[source.pk])).status_code == 403


@pytest.mark.slow
def test_forty_members_ask_no_more_than_three(world, client_of):
    source = peopled(world)
    decree, siti = clone(world, source), client_of(world.siti)
    pages = ("decree-text", "decree-text-members", "decree-docx", "decree-compare")

    def asked() -> list[int]:
        counts = []
        for page in pages:
            url = reverse(page, args=[decree.pk])
            siti.get(url)
            with CaptureQueriesContext(connection) as queries:
                siti.get(url)
            counts.append(len(queries))
        return counts

    few = asked()
    offices = [make_fp.office(world.blora, f"Kepala Bagian {n}") for n in range(38)]
    for number, office in enumerate(offices):
        make.member(world, decree, position="", office=office)
        make.member(world, source, name=f"Orang {number}", sex="P", opd=world.dlh)

    assert asked() == few
    assert max(few) <= 12


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Pokja PUG Tahun 2026", "Pokja PUG Tahun 2027"),
        ("Pokja PUG 2026-2030", "Pokja PUG 2026-2030"),
        ("Pokja PUG", "Pokja PUG"),
    ],
)
def test_the_year_of_the_title_moves_on(title, expected):
    assert next_year(title) == expected


@pytest.mark.slow
def test_bappeda_drafts_the_tim_teknis_and_nothing_else(world, client_of):
    joko = client_of(world.joko)
    start = joko.get(reverse("decree-start"))
    assert [v for v, _ in start.context["form"].fields["kind"].choices] == [
        "tim_teknis"
    ]
    draft = make.decree(world, kind="tim_teknis", number="", by=world.joko)
    assert joko.get(reverse("decree-text", args=[draft.pk])).status_code == 200
    add = reverse("member-add", args=[draft.pk])
    assert joko.get(add).status_code == 200
    other = make.decree(world, number="")
    assert joko.get(reverse("member-add", args=[other.pk])).status_code == 403
    assert joko.get(reverse("member-sheet", args=[other.pk])).status_code == 403


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "KESATU"),
        (10, "KESEPULUH"),
        (11, "KESEBELAS"),
        (12, "KEDUA BELAS"),
        (20, "KEDUA PULUH"),
        (21, "KEDUA PULUH SATU"),
        (30, "KETIGA PULUH"),
    ],
)
def test_dictums_are_counted_in_words(number, word):
    assert ordinal(number) == word


@pytest.mark.slow
def test_thirty_dictums_all_stand_in_the_docx(world):
    decree = make.decree_at(world, "rancangan")
    points = "\n".join(f"Butir {number}." for number in range(1, 31))
    text = DecreeText(decree=decree, considering="a", recalling="b", dictums=points)
    parts = parts_of(draft_docx(decree, text, []))
    cells = {
        cell for part in parts if isinstance(part, list) for r in part for cell in r
    }
    assert {ordinal(number) for number in range(1, 31)} <= cells
    assert "Butir 30." in cells
