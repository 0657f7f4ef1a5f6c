"""Forty reports on the verifier's desk, by keyboard: at most two actions each."""

from __future__ import annotations

import io
import time
from collections import Counter

import pytest
from PIL import Image
from playwright.sync_api import Response, expect

from focal_points.opd.models import Opd
from focal_points.progress.models import Activity, Progress, ProgressFile, State
from pug_portal.files.actions import store_bytes
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import now
from tests.browser.devices import DESKTOP
from tests.browser.reader import Reader
from tests.browser.tally import TALLY
from tests.make import progress as make

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]
REPORTS = 40
MOST_SECONDS = 60 * 60
# The answers, the automatic findings and the names of the files: new in every report.
READ_EACH_TIME = ".nilai .pecah, .fz li, [aria-labelledby=otomatis] li"


@pytest.fixture
def desk(world, clock):
    """Forty sent reports as plain rows, each with one answered activity and evidence."""
    clock(make.WITHIN)
    pattern = make.progress_at(State.SUBMITTED, opd=world.dinkes, filler=world.ratih)
    file = pattern.files.get()
    opds = [
        Opd(region=world.blora, name=f"Kantor {n:02}", short_name=f"Kantor {n:02}")
        for n in range(1, REPORTS)
    ]
    rows = [
        Progress(
            period=pattern.period,
            opd=opd,
            state=State.SUBMITTED,
            touched_at=now(),
            submitted_at=now(),
            first_submitted_at=now(),
            submitted_by=world.ratih.user,
            receipt_number=f"TT-{place}",
            **make.ANSWERS,
        )
        for place, opd in enumerate(Opd.objects.bulk_create(opds))
    ]
    made = Progress.objects.bulk_create(rows)
    Activity.objects.bulk_create(
        Activity(progress=row, name="Kelas ibu hamil", **make.ACTIVITY) for row in made
    )
    ProgressFile.objects.bulk_create(
        ProgressFile(progress=row, file=file.file) for row in made
    )
    assert StoredFile.objects.count() == 2
    return pattern


def test_forty_reports_by_keyboard(world, desk, open_page, come_in, address):
    page = open_page(DESKTOP)
    come_in(page, world.siti)
    actions: Counter[str] = Counter()
    person = Reader(page)

    def press(key: str) -> None:
        actions[page.url] += 1
        person.presses(key)

    page.goto(address("progress-review", pk=desk.pk))
    began = time.monotonic()
    for left in range(REPORTS - 1, -1, -1):
        here = page.url
        person.reads()
        person.reads_anew(READ_EACH_TIME)
        person.looks_at_evidence()
        press("v")
        press("Enter")
        page.wait_for_function("here => location.href !== here", arg=here)
        page.wait_for_load_state("domcontentloaded")
        assert Progress.objects.filter(state=State.SUBMITTED).count() == left
    took = time.monotonic() - began

    assert page.url == address("progress-queue")
    states = Counter(Progress.objects.values_list("state", flat=True))
    assert states == {State.VERIFIED: REPORTS}
    assert max(actions.values()) == 2
    assert person.words > REPORTS * 100
    assert person.seconds <= MOST_SECONDS
    TALLY.notes.append(
        f"verifikasi {REPORTS} laporan: {sum(actions.values())} tindakan, {took:.0f} s mesin; "
        f"orang yang membaca setiap jawaban: {person.seconds / 60:.0f} menit"
    )


def test_evidence_opens_in_the_page(world, desk, open_page, come_in, address):
    page = open_page(DESKTOP)
    come_in(page, world.siti)
    page.goto(address("progress-review", pk=desk.pk))

    with page.expect_response(lambda answer: "/lihat/" in answer.url) as found:
        page.keyboard.press("b")

    answer = found.value
    assert answer.status == 200
    assert answer.headers["content-disposition"].startswith("inline")
    assert page.url == address("progress-review", pk=desk.pk)
    # Typing in a remark is typing, not a command.
    page.keyboard.press("c")
    page.keyboard.type("vkn1")
    assert page.url == address("progress-review", pk=desk.pk)


def test_next_and_previous_walk_the_queue_and_decide_nothing(
    world, desk, open_page, come_in, address
):
    page = open_page(DESKTOP)
    come_in(page, world.siti)
    page.goto(address("progress-review", pk=desk.pk))
    walked = []

    for key in ("n", "n", "s", "s", "s"):
        here = page.url
        page.keyboard.press(key)
        page.wait_for_function("here => location.href !== here", arg=here)
        page.wait_for_load_state("load")
        walked.append(page.locator("h1").inner_text())

    first = desk.opd.name
    assert walked == ["Kantor 01", "Kantor 02", "Kantor 01", first, "Kantor 39"]
    assert set(Progress.objects.values_list("state", flat=True)) == {State.SUBMITTED}


def test_a_picture_and_a_pdf_are_seen_in_the_page(
    world, desk, open_page, come_in, address
):
    made = io.BytesIO()
    Image.effect_noise((300, 200), 60).save(made, "JPEG")
    photo = store_bytes(
        content=made.getvalue(),
        name="foto.jpg",
        kind=StoredFile.Kind.JPG,
        region=world.blora,
        slice_name="progress",
        by=world.ratih,
    )
    ProgressFile.objects.create(progress=desk, file=photo)
    page = open_page(DESKTOP)
    come_in(page, world.siti)

    # Not every Chromium has a viewer of PDF: its frame is asked for, to be shown there.
    # A wide desk has the first evidence beside the report from the start.
    with page.expect_response(lambda answer: is_of(answer, "application/pdf")) as told:
        page.goto(address("progress-review", pk=desk.pk))
    assert told.value.status == 200
    assert told.value.headers["content-disposition"].startswith("inline")
    with page.expect_response(lambda answer: is_of(answer, "image/jpeg")):
        page.keyboard.press("b")
    picture = page.frame_locator("iframe.pratinjau").locator("img")

    expect(picture).to_have_js_property("naturalWidth", 300)
    assert page.locator("iframe.pratinjau").bounding_box()["height"] > 200
    assert page.url == address("progress-review", pk=desk.pk)


def is_of(answer: Response, kind: str) -> bool:
    return answer.headers.get("content-type", "").startswith(kind)


def test_a_report_goes_back_with_a_phrase_by_keyboard(
    world, desk, open_page, come_in, address
):
    page = open_page(DESKTOP)
    come_in(page, world.siti)
    page.goto(address("progress-review", pk=desk.pk))

    page.keyboard.press("1")
    expect(page.locator("#c-umum")).to_have_value("Lampirkan daftar hadir kegiatan.")
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.get_by_text("dikembalikan dengan catatan")).to_be_visible()

    assert make.fresh(desk).state == State.RETURNED
    assert desk.notes.get().text == "Lampirkan daftar hadir kegiatan."
