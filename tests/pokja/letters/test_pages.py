"""The pages: one step from a planned meeting to a sent invitation."""

import io
import zipfile
from contextlib import closing

import pypdf
import pytest

from pokja.letters import actions
from pokja.letters.content import digest, from_json
from pokja.letters.models import Letter, Letterhead
from pokja.meetings.models import Invitee
from tests.make import letters as make
from tests.make import meetings as make_meetings


def form_of(page):
    """What a browser would send back unchanged."""
    form = page.context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    data.pop("shows_agenda")
    data["revision"] = page.context["letter"].revision
    data["dated"] = form["dated"].value().isoformat()
    return data


@pytest.mark.slow
def test_from_a_planned_meeting_to_a_sent_invitation(world, client_of):
    meeting = make_meetings.meeting_at(
        "rencana", world, is_past_entry=False, held=make.HELD
    )
    head, office = make.letterhead(world), make.signer(world)
    browser = client_of(world.siti)

    page = browser.get(f"/rapat/{meeting.pk}/yang-diundang/")
    ticked = [each.key for _, group in page.context["groups"] for each, _ in group]
    rows = page.context["rows"].management_form.initial
    browser.post(
        page.request["PATH_INFO"],
        {"pilih": ticked, **{f"tamu-{name}": rows[name] for name in rows}},
    )
    assert Invitee.objects.filter(meeting=meeting).count() == len(ticked) == 2

    address = browser.post(f"/rapat/{meeting.pk}/surat/undangan/").url
    draft = browser.get(address)
    assert "Yth. Bapak/Ibu (daftar terlampir)" in draft.content.decode()
    answer = browser.post(
        address,
        {
            **form_of(draft),
            "letterhead": head.pk,
            "signer": office.pk,
            "number": "217",
            "code": "005",
            "selesai": "1",
        },
    )
    assert answer.status_code == 302

    meeting.refresh_from_db()
    done = browser.get(address).content.decode()
    assert meeting.state == "diundang"
    assert "005/217/2026" in done
    assert "https://wa.me/" in done


@pytest.mark.slow
def test_an_unknown_placeholder_is_red_and_what_was_typed_is_kept(world, client_of):
    letter = make.draft(world)
    browser, address = client_of(world.siti), f"/rapat/surat/{letter.pk}/"

    answer = browser.post(
        address,
        {
            **form_of(browser.get(address)),
            "subject": "Rapat {semestre} <i>x</i>",
            "selesai": "1",
        },
    )

    html = answer.content.decode()
    assert answer.status_code == 422
    assert '<mark class="asing">{semestre}</mark> &lt;i&gt;x' in html
    letter.refresh_from_db()
    assert (letter.state, letter.subject) == ("draf", "Rapat {semestre} <i>x</i>")


@pytest.mark.slow
def test_a_stale_form_is_refused(world, client_of):
    letter = make.draft(world)
    browser, address = client_of(world.siti), f"/rapat/surat/{letter.pk}/"
    data = form_of(browser.get(address))
    actions.change_letter(letter=letter, by=world.joko, nature="penting")

    answer = browser.post(address, {**data, "subject": "Lain", "simpan": "1"})

    assert answer.status_code == 422
    letter.refresh_from_db()
    assert letter.subject != "Lain"


@pytest.mark.slow
def test_the_registry_gives_the_number_once_to_a_finished_letter(world, client_of):
    letter = make.finished(world, number="")
    browser, address = client_of(world.siti), f"/rapat/surat/{letter.pk}/"

    for number in ("", "31", "99"):
        browser.post(f"{address}nomor/", {"nomor": number})

    html = browser.get(address).content.decode()
    assert "005/31/2026" in html
    assert "005/99/2026" not in html
    letter.refresh_from_db()
    assert letter.content_sha256 == digest(from_json(letter.content))


def test_opd_people_read_the_finished_letter_without_contacts(world, client_of):
    letter = make.finished(world)

    html = client_of(world.ratih).get(f"/rapat/surat/{letter.pk}/").content.decode()

    assert "Daftar Undangan".upper() in html
    assert "tamu1@contoh.id" not in html
    assert "wa.me" not in html


@pytest.mark.slow
def test_numbers_to_write_to_are_shown_to_the_sekretariat_alone(world, client_of):
    meeting = make.meeting(world)
    meeting.invitees.filter(source="tamu").update(phone="0812 3456 7890")
    letter = make.finished(world, meeting)

    seen = {
        who: "wa.me/6281234567890"
        in client_of(getattr(world, who))
        .get(f"/rapat/surat/{letter.pk}/")
        .content.decode()
        for who in ("siti", "joko")
    }

    assert seen == {"siti": True, "joko": False}


@pytest.mark.slow
def test_a_draft_is_nobody_elses(world, client_of):
    letter = make.draft(world)

    for form in ("pdf", "docx", "ics"):
        page = f"/rapat/surat/{letter.pk}/berkas/{form}/"
        assert client_of(world.siti).get(page).status_code == 404
    assert client_of(world.ratih).get(f"/rapat/surat/{letter.pk}/").status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize("place", ["0", "99", "x", "1'"])
def test_an_addressee_that_is_not_there_is_not_found(world, client_of, place):
    letter = make.finished(world, form="masing")

    page = f"/rapat/surat/{letter.pk}/berkas/pdf/?penerima={place}"

    assert client_of(world.siti).get(page).status_code == 404


@pytest.mark.slow
def test_the_kit_is_one_zip_with_the_same_meeting_on_every_sheet(world, client_of):
    letter = make.finished(world)

    answer = client_of(world.siti).get(f"/rapat/{letter.meeting_id}/kelengkapan/semua/")

    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.namelist() == [
        "undangan.pdf",
        "daftar-hadir.pdf",
        "susunan-acara.pdf",
        "formulir-notulen.pdf",
        "daftar-surat-tugas.pdf",
        "undangan.docx",
    ]
    for name in archive.namelist()[:-1]:
        reader = pypdf.PdfReader(io.BytesIO(archive.read(name)))
        text = " ".join(" ".join(p.extract_text().split()) for p in reader.pages)
        assert "Senin, 28 Oktober 2030" in text, name
        assert "Ruang Pertemuan Bappeda Lantai 2" in text, name
    assert "Ratih Kusuma" in text


def test_without_a_finished_letter_the_kit_has_the_other_sheets(world, client_of):
    meeting = make.meeting(world)
    browser = client_of(world.siti)

    answer = browser.get(f"/rapat/{meeting.pk}/kelengkapan/undangan/")

    assert answer.status_code == 302
    assert browser.get(f"/rapat/{meeting.pk}/kelengkapan/lain/").status_code == 404


@pytest.mark.slow
def test_a_letterhead_is_kept_with_its_emblem_and_its_format_checked(world, client_of):
    browser = client_of(world.siti)
    data = {"name": "Setda", "lines": "Pemerintah\nSekretariat Daerah"}

    wrong = browser.post(
        "/rapat/kop-surat/baru/", {**data, "number_format": "{nomer}/{kode}"}
    )
    assert wrong.status_code == 422
    assert "{nomer} tidak dikenal" in wrong.content.decode()

    browser.post("/rapat/kop-surat/baru/", {**data, "emblem": make_meetings.png()})
    head = Letterhead.objects.get(name="Setda")
    with closing(browser.get(f"/berkas/{head.emblem_id}/")) as picture:
        assert picture.status_code == 200
    assert client_of(world.ratih).get(f"/berkas/{head.emblem_id}/").status_code == 404

    browser.post(f"/rapat/kop-surat/{head.pk}/hapus/")
    assert not Letterhead.objects.filter(pk=head.pk).exists()


@pytest.mark.slow
def test_the_invitee_page_asks_the_same_at_three_and_forty(
    world, client_of, django_assert_max_num_queries
):
    browser = client_of(world.siti)
    for guests in (1, 38):
        meeting = make.meeting(world, guests=guests, title=f"Rapat {guests}")
        letter = make.draft(world, meeting)
        for page in (
            f"/rapat/{meeting.pk}/yang-diundang/",
            f"/rapat/{meeting.pk}/surat/",
            f"/rapat/surat/{letter.pk}/",
        ):
            browser.get(page)
            with django_assert_max_num_queries(12):
                browser.get(page)
    assert Letter.objects.count() == 2
