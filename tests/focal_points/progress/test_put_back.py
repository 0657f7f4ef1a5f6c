"""An older text goes back into the draft; what stood there is kept first."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.content import snapshot
from focal_points.progress.models import State
from focal_points.progress.typed import base_text, read_post, stored_texts
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import progress as make


@pytest.fixture
def mended(world, report_at):
    """Returned, and much of it rewritten since: another text, another activity and file."""
    report = report_at(State.RETURNED)
    old = report.activities.get()
    file = report.files.get()
    actions.save(
        progress=report,
        version=make.fresh(report).version,
        answers={"obstacles": "Ditulis ulang.", "gap_count": None},
        unread={"kak_count": "banyak"},
        by=world.ratih,
    )
    actions.remove_activity(
        progress=report, version=None, activity_id=old.pk, by=world.ratih
    )
    actions.remove_file(progress=report, file_id=file.pk, by=world.ratih)
    make.activity(report, world.ratih, "Posyandu remaja")
    make.evidence(report, world.ratih, "foto.pdf")
    return make.fresh(report)


@pytest.mark.slow
def test_a_version_goes_back_and_the_draft_before_it_can_come_back_too(
    world, mended, client_of
):
    version = mended.versions.get()
    before, told = snapshot(mended), dict(mended.unread)
    client = client_of(world.ratih)
    list_page = client.get(reverse("progress-versions", args=[mended.pk]))
    address = reverse("progress-put-back", args=[mended.pk, 1])
    assert address in list_page.content.decode()
    asked = client.get(address).content.decode()
    assert "isian draf berubah" in asked

    page = client.post(address, follow=True).content.decode()
    client.post(address)  # a second press changes nothing

    assert "Isi draf ini dikembalikan dari pengajuan ke-1" in page
    report = make.fresh(mended)
    now = snapshot(report)
    assert now["fields"] == version.content["fields"]
    assert now["activities"] == version.content["activities"]
    assert {row["name"] for row in now["files"]} == {"bukti.pdf", "foto.pdf"}
    assert report.unread == {}
    kept = report.kept_drafts.get()
    assert (kept.content, kept.unread) == (before, told)
    event = Event.objects.get(verb="progress.put_back")
    assert event.actor_name == world.ratih.name

    client.post(reverse("progress-put-back-draft", args=[mended.pk, 1]))

    report = make.fresh(mended)
    again = snapshot(report)
    assert again["fields"] == before["fields"]
    assert again["activities"] == before["activities"]
    assert report.unread == told
    assert report.kept_drafts.count() == 2
    assert report.versions.get().content == version.content


@pytest.mark.slow
def test_an_open_page_is_asked_before_it_writes_over_the_text_put_back(world, mended):
    shown = stored_texts(mended, list(mended.activities.all()))
    page = {"laman": "halaman1", "giliran": "3"}
    actions.put_back(text=mended.versions.get(), by=world.ratih)
    base = base_text({"obstacles": shown["obstacles"]})
    post = QueryDict(mutable=True)
    post.update({**page, "obstacles": "Diketik lagi.", "dasar": base})

    saved = actions.save_typed(
        progress=mended, sent=read_post(post), by=world.ratih, choices=post
    )

    assert [c.name for c in saved.conflicts] == ["obstacles"]
    assert saved.conflicts[0].who == "Anda, di tab atau perangkat lain"


@pytest.mark.slow
def test_only_who_may_write_and_only_while_the_report_is_open(
    world, report_at, client_of
):
    report = report_at(State.SUBMITTED)
    text = report.versions.get()
    address = reverse("progress-put-back", args=[report.pk, 1])
    assert "Kembalikan isi" not in (
        client_of(world.ratih)
        .get(reverse("progress-versions", args=[report.pk]))
        .content.decode()
    )

    with pytest.raises(Refusal, match="Diajukan"):
        actions.put_back(text=text, by=world.ratih)

    assert client_of(world.siti).post(address).status_code == 404
    assert client_of(world.dewi).post(address).status_code == 404
    missing = reverse("progress-put-back", args=[report.pk, 9])
    assert client_of(world.ratih).get(missing).status_code == 404
    assert not report.kept_drafts.exists()
