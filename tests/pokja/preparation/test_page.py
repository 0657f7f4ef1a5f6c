"""One page prepares a meeting: each part opens in its place, one press makes the letter."""

from __future__ import annotations

import datetime as dt

import pytest

from pokja.letters.models import Letter, LetterJob
from pokja.meetings.models import Meeting
from tests.make import letters as make_letters
from tests.make import meetings as make

pytestmark = pytest.mark.django_db
PARTS = ("", "data/", "hasil/", "agenda/", "undangan/", "surat/")


@pytest.fixture
def planned(world):
    make.follow_up_of(world)
    return make.meeting_at(
        "rencana", world, held=make_letters.HELD, is_past_entry=False
    )


@pytest.fixture
def page(planned, world, client_of):
    client = client_of(world.siti)

    def at(part: str = "", **sent):
        address = f"/rapat/{planned.pk}/persiapan/{part}"
        return client.post(address, sent) if sent else client.get(address)

    return at


def rows_of(found) -> dict[str, str]:
    """What a browser would send back unchanged."""
    rows = found.context["rows"]
    data = {f"{rows.prefix}-{k}": v for k, v in rows.management_form.initial.items()}
    for form in rows:
        for bound in form:
            data[bound.html_name] = bound.value() or ""
    return {**data, "revision": found.context["meeting"].revision}


def steps(found) -> dict[str, str]:
    return {step.section: step.state for step in found.context["page"].steps}


@pytest.mark.slow
def test_the_page_tells_what_is_there_and_opens_each_part_in_its_place(page, planned):
    first = page()
    html = first.content.decode()

    assert steps(first)["data"] == "siap"
    assert "Menyusun profil gender bidang kesehatan" in html
    assert "umur 1 rapat, 3.654 hari" in html
    assert f'href="/rapat/{planned.pk}/persiapan/hasil/#hasil"' in html

    opened = page("hasil/")
    data = rows_of(opened)
    answer = page("hasil/", **{**data, "baris-0-text": "Data terpilah siap"})
    assert answer.url == f"/rapat/{planned.pk}/persiapan/#hasil"
    assert steps(page())["hasil"] == "siap"

    wrong = page("hasil/", **{**data, "baris-0-text": "x" * 301})
    assert wrong.status_code == 422
    assert "x" * 301 in wrong.content.decode()
    assert "Kesiapan" in wrong.content.decode()


@pytest.mark.slow
def test_a_template_and_a_theme_are_laid_without_leaving_the_page(page, planned):
    answer = page("agenda/templat/", template="bawaan-rapat_koordinasi")
    assert answer.url == f"/rapat/{planned.pk}/persiapan/agenda/#agenda"
    agenda = page().context["page"].agenda
    assert len(agenda.slots) == 9
    assert [row.number for slot in agenda.slots for row in slot.below] == ["1/2020"]

    opened = page("data/")
    form = opened.context["form"]
    data = {n: form[n].value() for n in form.fields if form[n].value() is not None}
    data |= {"theme": "Menutup rekomendasi", "revision": str(planned.revision + 1)}
    data["starts_on"] = make_letters.HELD.isoformat()
    assert page("data/", **data).status_code == 302
    assert Meeting.objects.get(pk=planned.pk).theme == "Menutup rekomendasi"


@pytest.mark.slow
def test_one_press_makes_letter_mail_calendar_and_whatsapp_alike(
    world, page, planned, settings, client_of
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    opened = page("undangan/?semua=1")
    data = rows_of(opened)
    data["pilih"] = [
        each.key for _, group in opened.context["groups"] for each, _ in group
    ]
    data |= {
        "tamu-0-name": "Sri Utami",
        "tamu-0-position": "Ketua",
        "tamu-0-institution": "PUSPA Ceria",
        "tamu-0-contact": "sri@contoh.id",
    }
    assert page("undangan/", **data).url.endswith("/persiapan/#undangan")
    head, office = make_letters.letterhead(world), make_letters.signer(world)
    facts = {
        "number": "217",
        "code": "005",
        "dated": "2026-11-23",
        "letterhead": head.pk,
        "form": "daftar",
        "mails": "on",
    }

    # What the finished letter refuses leaves no draft behind.
    assert page("surat/", **facts).status_code == 422
    assert not Letter.objects.exists()
    done = page("surat/", **facts, signer=office.pk)
    assert done.url == f"/rapat/{planned.pk}/persiapan/#kirim"
    # The second press of the same page sends nothing twice; another text is held up.
    assert page("surat/", **facts, signer=office.pk).url == done.url
    other = page("surat/", **{**facts, "number": "218"}, signer=office.pk)
    assert (other.status_code, 'value="218"' in other.content.decode()) == (422, True)

    letter = Letter.objects.get()
    assert (letter.state, LetterJob.objects.get().kind) == ("selesai", "surel")
    assert Meeting.objects.get(pk=planned.pk).state == "diundang"
    found = page()
    html = found.content.decode()
    alike = ("005/217/2026", "28 Oktober 2030", "Ruang Pertemuan Bappeda Lantai 2")
    calendar = client_of(world.siti).get(f"/rapat/surat/{letter.pk}/berkas/ics/")
    unfolded = calendar.content.decode().replace("\r\n ", "")
    for fact in alike:
        assert fact in found.context["page"].text
        assert fact in str(letter.content)
        assert fact in html
        assert fact in unfolded
    assert steps(found)["surat"] == "siap"


@pytest.mark.slow
def test_a_draft_is_kept_and_shown_on_request(world, page, planned):
    office = make_letters.signer(world)
    sent = {
        "number": "9",
        "dated": "2026-11-23",
        "form": "daftar",
        "signer": office.pk,
        "pratinjau": "1",
    }

    answer = page("surat/", **sent)

    draft = Letter.objects.get()
    assert (draft.state, draft.number) == ("draf", "9")
    assert answer.url == f"/rapat/surat/{draft.pk}/#pratinjau"
    assert steps(page())["surat"] == "kurang"
    # The form in its place goes on from the draft.
    assert 'value="9"' in page("surat/").content.decode()


@pytest.mark.slow
def test_after_signing_nothing_is_prepared_any_more(world, client_of):
    signed = make.meeting_at("koreksi", world)

    for part in PARTS:
        answer = client_of(world.siti).get(f"/rapat/{signed.pk}/persiapan/{part}")
        assert answer.url == f"/rapat/{signed.pk}/"


@pytest.mark.slow
def test_every_part_asks_the_same_at_three_and_forty(
    world, client_of, django_assert_max_num_queries
):
    client = client_of(world.siti)
    for number, guests in enumerate((1, 38)):
        held = make_letters.HELD + dt.timedelta(days=number)
        meeting = make_letters.meeting(world, guests=guests, held=held)
        make_letters.finished(world, meeting)
        for part in PARTS:
            address = f"/rapat/{meeting.pk}/persiapan/{part}"
            client.get(address)
            with django_assert_max_num_queries(12):
                assert client.get(address).status_code == 200
