"""The form page: what is typed is never lost."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.models import Activity, State
from focal_points.progress.typed import as_post, base_text, stored_texts
from tests.make import progress as make

# The answer to an autosave: the frame, the locks, what stood there, the trail.
MOST_OF_A_SAVE = 20
SCRIPT = "<script>alert(1)</script><b>tebal</b>"


@pytest.fixture
def page(world, report_at, client_of):
    """The draft of Dinkes, its form's address, and Ratih's browser."""
    report = report_at()
    return report, reverse("progress-form", args=[report.pk]), client_of(world.ratih)


def typed(report, **values) -> dict[str, object]:
    """What the page opened just now would send."""
    report = make.fresh(report)
    shown = stored_texts(report, list(report.activities.all()))
    base = {"version": report.version, "dasar": base_text(shown), "laman": "satu"}
    return {**base, **dict(as_post(shown).lists()), **values}


def test_a_draft_is_saved_and_found_again(page):
    report, url, ratih = page

    saved = ratih.post(url, typed(report, arg_ceiling="Rp 1.000", gap_count="0"))

    assert saved.status_code == 302
    kept = make.fresh(report)
    assert (kept.arg_ceiling, kept.gap_count, kept.gbs_count) == (1000, 0, None)
    assert b'value="1.000"' in ratih.get(url).content


@pytest.mark.slow
@pytest.mark.parametrize(
    "wrong", ["1.234.567,89", "abc", "-5", "1000000000000000000", "1.23.4"]
)
def test_a_wrong_amount_is_kept_as_typed_and_the_rest_is_saved(page, wrong):
    report, url, ratih = page

    ratih.post(url, typed(report, arg_realized=wrong, gap_count="4"))

    kept = make.fresh(report)
    assert (kept.gap_count, kept.arg_realized) == (4, None)
    shown = ratih.get(url).content.decode()
    assert f'value="{wrong}"' in shown
    assert "Ada isian yang belum terbaca" in shown
    assert 'href="#id_arg_realized"' in shown


@pytest.mark.slow
def test_a_mended_amount_is_no_longer_marked(page):
    report, url, ratih = page
    ratih.post(url, typed(report, arg_realized="abc"))

    ratih.post(url, typed(report, arg_realized="5"))

    assert make.fresh(report).unread == {}
    assert b"Ada isian yang belum terbaca" not in ratih.get(url).content


@pytest.mark.slow
def test_text_with_markup_is_shown_as_text(page):
    report, url, ratih = page

    ratih.post(url, typed(report, obstacles=SCRIPT, new_activity=SCRIPT, aksi="tambah"))

    for name in ("progress-form", "progress-detail", "progress-check"):
        shown = ratih.get(reverse(name, args=[report.pk])).content.decode()
        assert "<script>alert" not in shown
        assert "&lt;script&gt;" in shown


@pytest.mark.slow
def test_dates_in_the_wrong_order_are_both_kept_as_typed(world, page):
    report, url, ratih = page
    row = make.activity(report, world.ratih)
    key = f"kegiatan-{row.pk}"

    ratih.post(
        url,
        typed(
            report,
            **{
                f"{key}-name": row.name,
                f"{key}-held_from": "2020-09-05",
                f"{key}-held_to": "2020-09-01",
            },
        ),
    )

    row.refresh_from_db()
    assert row.held_from == make.ACTIVITY["held_from"]
    shown = ratih.get(url).content.decode()
    assert "Tanggal selesai mendahului tanggal mulai" in shown
    assert 'value="2020-09-05"' in shown


def test_adding_an_activity_saves_the_page_first(page):
    report, url, ratih = page

    ratih.post(
        url, typed(report, gap_count="2", new_activity="Posyandu", aksi="tambah")
    )

    assert make.fresh(report).gap_count == 2
    assert report.activities.get().name == "Posyandu"


def test_a_refused_file_says_why_and_everything_else_is_saved(page):
    report, url, ratih = page
    fake = SimpleUploadedFile("surat.pdf", b"<html><script>x</script></html>")

    answer = ratih.post(url, typed(report, gap_count="6", bukti=fake))

    assert answer.status_code == 422
    assert b"surat.pdf" in answer.content
    assert make.fresh(report).gap_count == 6
    assert not report.files.exists()


@pytest.mark.slow
def test_evidence_is_attached_and_taken_off(page):
    report, url, ratih = page
    ratih.post(url, typed(report, bukti=make.pdf(), bukti_caption="Daftar hadir"))
    row = report.files.get()
    assert row.caption == "Daftar hadir"

    ratih.post(url, typed(report, aksi=f"lepas-{row.pk}"))

    assert not report.files.exists()


@pytest.mark.slow
def test_the_same_field_from_two_pages_is_put_to_a_choice(world, page):
    report, url, ratih = page
    old = typed(report, obstacles="Tulisan Ratih", gap_count="3")
    actions.save(
        progress=report, version=1, answers={"obstacles": "Tersimpan"}, by=world.ratih
    )

    answer = ratih.post(url, old)

    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Tulisan Ratih" in shown
    assert "Tersimpan" in shown
    kept = make.fresh(report)
    assert (kept.obstacles, kept.gap_count) == ("Tersimpan", 3)

    # The page now stands on the present text: pressing again is a choice.
    again = typed(
        report, **{"obstacles": "Tulisan Ratih", "pilih-obstacles": "keduanya"}
    )
    assert ratih.post(url, again).status_code == 302
    assert make.fresh(report).obstacles == "Tersimpan\nTulisan Ratih"


@pytest.mark.slow
def test_two_people_in_different_sections_lose_nothing(world, page):
    report, url, ratih = page
    mine, theirs = typed(report, obstacles="Kendala"), typed(report, gap_count="7")

    ratih.post(url, theirs)
    saved = ratih.post(url, mine)

    assert saved.status_code == 302
    kept = make.fresh(report)
    assert (kept.gap_count, kept.obstacles) == (7, "Kendala")


@pytest.mark.slow
def test_a_period_closed_while_the_form_was_open_keeps_what_was_typed(page, clock):
    report, url, ratih = page
    data = typed(report, obstacles="Baru saja saya ketik", arg_ceiling="77")
    clock(make.AFTER_LOCK)

    answer = ratih.post(url, data)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "sudah dikunci" in shown
    assert "Baru saja saya ketik" in shown
    assert 'value="77"' in shown
    assert make.fresh(report).obstacles == ""


@pytest.mark.slow
def test_a_report_sent_meanwhile_keeps_what_was_typed_on_the_screen(world, page):
    report, url, ratih = page
    make.filled(report, world.ratih)
    make.sent(report, world.ratih)

    answer = ratih.post(url, typed(report, obstacles="Terlambat mengetik"))

    assert answer.status_code == 422
    assert b"Terlambat mengetik" in answer.content
    assert make.fresh(report).state == State.SUBMITTED


@pytest.mark.slow
def test_autosave_tells_version_sums_errors_and_conflicts(page):
    report, url, ratih = page
    script = {"X-Autosave": "1"}
    old = typed(report, gap_count="1", trained_men="4", trained_women="x")
    other = typed(report, gap_count="2", laman="dua")

    first = ratih.post(url, old, headers=script).json()
    own = ratih.post(url, {**old, "gap_count": "5"}, headers=script).json()
    second = ratih.post(url, other, headers=script).json()

    assert first["version"] == 2
    assert first["told"] == "Tersimpan otomatis pukul 09.00\xa0WIB"
    assert first["sums"]["jml_dilatih"] == "–"
    assert list(first["errors"]) == ["trained_women"]
    # The same page whose answer got lost is in no conflict with itself.
    assert own["conflicts"] == []
    (conflict,) = second["conflicts"]
    assert (conflict["name"], conflict["theirs"]) == ("gap_count", ["5"])
    assert conflict["who"] == "Anda, di tab atau perangkat lain"
    assert second["texts"]["trained_men"] == ["4"]


@pytest.mark.slow
def test_an_autosave_asks_as_little_of_forty_activities_as_of_one(world, page):
    report, url, ratih = page
    script = {"X-Autosave": "1"}
    make.activity(report, world.ratih)

    def asked(text: str) -> int:
        data = typed(report, obstacles=text)
        with CaptureQueriesContext(connection) as found:
            assert ratih.post(url, data, headers=script).status_code == 200
        return len(found)

    few = asked("Satu kegiatan.")
    pattern = {"progress": report, **make.ACTIVITY}
    Activity.objects.bulk_create(
        Activity(order=n, name=f"Kegiatan {n}", **pattern) for n in range(2, 41)
    )

    assert asked("Empat puluh kegiatan.") == few <= MOST_OF_A_SAVE


def test_the_neighbour_finds_nothing_here(world, page, client_of):
    report, url, _ = page
    dewi = client_of(world.dewi)

    assert dewi.get(url).status_code == 404
    assert dewi.post(url, typed(report, gap_count="9")).status_code == 404


def test_an_ended_appointment_ends_the_access(world, page):
    _, url, ratih = page
    world.ratih.user.appointments.update(end="2021-01-10")

    assert ratih.get(url).status_code == 404


@pytest.mark.slow
def test_the_form_takes_the_same_queries_with_many_activities(
    world, page, django_assert_max_num_queries
):
    report, url, ratih = page
    for number in range(12):
        make.activity(report, world.ratih, f"Kegiatan {number}")

    with django_assert_max_num_queries(20):
        ratih.get(url)  # counts what waits, once
    with django_assert_max_num_queries(12):
        ratih.get(url)


def test_a_text_box_is_four_lines_high(page):
    _, url, ratih = page

    shown = ratih.get(url).content.decode()

    assert 'name="obstacles" cols' not in shown
    assert shown.count('rows="4"') >= 4
    assert 'rows="10"' not in shown


@pytest.mark.slow
def test_a_name_typed_for_an_activity_is_kept_by_every_button_and_once(page):
    report, url, ratih = page
    data = typed(report, new_activity="Posyandu remaja")

    ratih.post(url, data)
    ratih.post(url, {**data, "aksi": "tambah"})

    assert report.activities.get().name == "Posyandu remaja"


@pytest.mark.slow
def test_a_page_of_somebody_else_is_not_saved_under_my_name(page, world):
    report, url, ratih = page
    data = typed(report, obstacles="Tulisan orang tadi", penulis=world.dewi.user_id)

    script = ratih.post(url, data, headers={"X-Autosave": "1"})
    plain = ratih.post(url, data)

    assert (script.status_code, plain.status_code) == (403, 422)
    assert "Tulisan orang tadi" in plain.content.decode()
    assert make.fresh(report).obstacles == ""
    ratih.post(url, {**data, "penulis": world.ratih.user_id})
    assert make.fresh(report).obstacles == "Tulisan orang tadi"


def test_what_was_typed_into_a_removed_activity_comes_back_by_its_name(page, world):
    report, url, ratih = page
    row = make.activity(report, world.ratih)
    key = f"kegiatan-{row.pk}-result"
    data = typed(report, **{key: "Seratus ibu hadir"})
    row.delete()

    told = ratih.post(url, data, headers={"X-Autosave": "1"}).json()

    assert told["gone"][key] == "Seratus ibu hadir"
