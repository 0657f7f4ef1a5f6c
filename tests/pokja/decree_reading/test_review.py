"""From the file to members: only what a person ticked is saved."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from pokja.decree_reading import actions
from pokja.decrees.models import Decree, State
from pokja.membership.models import Member
from pokja.membership.rank_actions import change_rank
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import focal_points as make_fp
from tests.make import pokja as make
from tests.pokja.decree_reading.readings import kept, read_here, upload


def fields(page) -> dict[str, str]:
    """The form as the page shows it."""
    found: dict[str, str] = {}
    for form in (page.context["form"], page.context["formset"].management_form):
        found |= _values(form)
    for form in page.context["formset"].forms:
        found |= _values(form)
    return found


def _values(form) -> dict[str, str]:
    found = {}
    for bound in form:
        value = bound.value()
        if value is True:
            found[bound.html_name] = "on"
        elif value not in (None, False):
            found[bound.html_name] = str(getattr(value, "pk", value))
    return found


def tick(data: dict[str, str], *rows: int) -> dict[str, str]:
    return {**data, **{f"baris-{row}-keep": "on" for row in rows}}


@pytest.mark.slow
def test_a_file_becomes_a_rancangan_with_the_ticked_members(
    world, client_of, monkeypatch
):
    monkeypatch.setattr(actions, "proposal_of", read_here)
    siti = client_of(world.siti)
    answer = siti.post(reverse("decree-read"), {"file": upload()})
    page = siti.get(answer.url)

    data = tick(fields(page), 0, 2, 4)
    data["baris-2-sex"] = data["baris-4-sex"] = "L"
    data["baris-4-name"] = "Albert Pasang, S.H."
    done = siti.post(answer.url, data)

    decree = Decree.objects.get()
    assert done.url == reverse("decree-detail", args=[decree.pk])
    assert decree.state == State.DRAFT
    assert decree.number == "400.2/217/V/TAHUN 2023"
    assert decree.signed_on == dt.date(2023, 5, 30)
    assert decree.scan.name == "05_bupati_judul_kelompok.docx"
    assert [(m.label, m.standing) for m in Member.objects.all()] == [
        ("Bupati Telaga Hening", "pengarah"),
        ("Ir. Yohanis Rante, M.Si.", "ketua"),
        ("Albert Pasang, S.H.", "wakil_ketua"),
    ]
    assert Event.objects.filter(verb="decree.read").count() == 1


@pytest.mark.slow
def test_nothing_is_saved_before_and_without_a_tick(world, client_of):
    reading = kept(world.siti)
    siti, url = client_of(world.siti), reverse("decree-reading", args=[reading.pk])

    page = siti.get(url)
    assert (Decree.objects.count(), Member.objects.count()) == (0, 0)
    siti.post(url, fields(page))

    assert (Decree.objects.count(), Member.objects.count()) == (1, 0)


@pytest.mark.slow
def test_tick_all_shows_the_page_again_and_saves_nothing(world, client_of):
    reading = kept(world.siti)
    siti, url = client_of(world.siti), reverse("decree-reading", args=[reading.pk])

    page = siti.post(url, {**fields(siti.get(url)), "semua": "1"})

    assert page.status_code == 200
    ticked = [form["keep"].value() for form in page.context["formset"].forms]
    assert ticked == [True] * 12 or all(ticked)
    assert Decree.objects.count() == 0


@pytest.mark.slow
def test_one_wrong_row_stands_beside_its_field_and_keeps_all_out(world, client_of):
    reading = kept(world.siti)
    siti, url = client_of(world.siti), reverse("decree-reading", args=[reading.pk])

    page = siti.post(url, tick(fields(siti.get(url)), 0, 7))

    assert page.status_code == 422
    assert page.context["formset"].forms[7].errors == {
        "sex": ["Isi L/P untuk anggota yang bernama."]
    }
    assert (Decree.objects.count(), Member.objects.count()) == (0, 0)


@pytest.mark.slow
def test_rows_join_a_decree_of_the_register_by_its_offices_and_opds(world, client_of):
    decree = make.decree(world, number="400.2/217/V/TAHUN 2023")
    office = make_fp.office(world.blora, "Bupati Telaga Hening")
    reading = kept(world.siti)
    siti, url = client_of(world.siti), reverse("decree-reading", args=[reading.pk])
    page = siti.get(url)
    assert page.context["form"]["decree"].value() == decree.pk

    data = tick(fields(page), 0, 6)
    siti.post(url, {**data, "baris-6-sex": "L"})

    first, last = Member.objects.filter(decree=decree)
    assert (first.office, first.position) == (office, "")
    assert (last.opd, last.institution) == (world.dinkes, "")


@pytest.mark.slow
def test_a_second_confirmation_saves_nothing(world, client_of):
    reading = kept(world.siti)
    siti, url = client_of(world.siti), reverse("decree-reading", args=[reading.pk])
    data = tick(fields(siti.get(url)), 0)

    first, second = siti.post(url, data), siti.post(url, data)

    assert first.url == second.url
    assert Member.objects.count() == 1
    with pytest.raises(Refusal):
        actions.confirm_reading(
            reading=reading,
            decree=None,
            facts={},
            rows=[],
            keeps_file=False,
            by=world.siti,
        )


def test_a_reading_dies_after_a_day(world, client_of, clock):
    clock("2026-03-02")
    reading = kept(world.siti)
    clock("2026-03-03T10:00")

    page = client_of(world.siti).get(reverse("decree-reading", args=[reading.pk]))

    assert page.url == reverse("decree-read")
    assert actions.drop_expired() == 1


def test_nobody_else_sees_the_reading(world, client_of):
    reading = kept(world.siti)

    for page in ("decree-reading", "decree-reading-file"):
        url = reverse(page, args=[reading.pk])
        assert client_of(world.prov).get(url).status_code == 404
    with pytest.raises(PermissionDenied):
        kept(world.ratih)


@pytest.mark.slow
def test_script_in_a_decree_is_shown_as_text(world, client_of):
    reading = kept(world.siti)
    reading.proposal["rows"][0]["kedudukan"] = "<script>alert(1)</script>"
    reading.save()

    page = client_of(world.siti).get(reverse("decree-reading", args=[reading.pk]))

    assert "<script>alert(1)" not in page.content.decode()


@pytest.mark.slow
def test_a_row_the_reader_missed_is_added_on_the_same_screen(world, client_of):
    reading = kept(world.siti)
    siti, url = client_of(world.siti), reverse("decree-reading", args=[reading.pk])
    read = len(reading.proposal["rows"])
    data = tick(fields(siti.get(url)), 0)

    longer = siti.post(url, {**data, "tambah": "1"})

    assert longer.status_code == 200
    data = fields(longer)
    added = f"baris-{read}"
    assert data["baris-0-keep"] == data[f"{added}-keep"] == "on"
    data |= {f"{added}-name": "Sri Terlewat", f"{added}-sex": "P"}
    done = siti.post(url, data, follow=True)
    assert Member.objects.filter(name="Sri Terlewat").get().rank.code == "anggota"
    assert Member.objects.count() == 2
    assert f"{read - 1} baris yang tidak dicentang" in done.content.decode()


@pytest.mark.slow
def test_the_regions_own_words_are_matched(world, client_of):
    rank = change_rank(
        region=world.blora,
        code="ketua",
        label="Ketua Harian",
        kind="ketua",
        by=world.siti,
    )
    reading = kept(world.siti)
    page = client_of(world.siti).get(reverse("decree-reading", args=[reading.pk]))
    offered = dict(page.context["formset"].forms[2].fields["standing"].choices)
    assert page.context["formset"].forms[2]["standing"].value() == rank.code
    assert offered[rank.code] == "Ketua Harian"


@pytest.mark.slow
def test_bappeda_reads_the_decree_of_the_tim_teknis_alone(world, client_of):
    pokja = make.decree(world)
    reading = kept(world.joko)
    joko, url = client_of(world.joko), reverse("decree-reading", args=[reading.pk])
    data = tick(fields(joko.get(url)), 0)

    assert joko.post(url, {**data, "kind": "pokja"}).status_code == 422
    assert joko.post(url, {**data, "decree": pokja.pk}).status_code == 422
    with pytest.raises(PermissionDenied):
        actions.confirm_reading(
            reading=reading,
            decree=pokja,
            facts={},
            rows=[],
            keeps_file=False,
            by=world.joko,
        )
    joko.post(url, {**data, "kind": "tim_teknis"})
    made = Decree.objects.exclude(pk=pokja.pk).get()
    assert (made.kind, made.members.count()) == ("tim_teknis", 1)
