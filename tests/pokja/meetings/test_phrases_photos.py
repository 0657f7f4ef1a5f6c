"""The phrase library, and photographs with their captions in order."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from pokja.meetings import phrase_actions as verbs
from pokja.meetings.file_actions import attach_file
from pokja.meetings.models import Phrase
from pokja.meetings.paper import paper_of
from pug_portal.access.refusal import Refusal
from tests.make import meetings as make
from tests.make.minutes import form, load

pytestmark = pytest.mark.django_db


def test_the_starting_set_comes_once_and_without_twins(world):
    verbs.add_phrase(region=world.blora, text=verbs.starting_set()[0], by=world.siti)
    count = verbs.take_starting_phrases(region=world.blora, by=world.siti)

    assert count == len(verbs.starting_set()) - 1
    with pytest.raises(Refusal, match="sudah ada"):
        verbs.take_starting_phrases(region=world.blora, by=world.joko)


def test_a_phrase_is_added_changed_and_removed_on_its_pages(world, client_of):
    siti = client_of(world.siti)
    siti.post(reverse("phrase-list"), {"text": "  Rapat   ditutup. "})
    phrase = Phrase.objects.get()
    assert phrase.text == "Rapat ditutup."

    twin = siti.post(reverse("phrase-list"), {"text": "Rapat ditutup."})
    assert twin.status_code == 422
    siti.post(reverse("phrase-change", args=[phrase.pk]), {"text": "Ditutup."})
    assert Phrase.objects.get().text == "Ditutup."
    siti.post(reverse("phrase-remove", args=[phrase.pk]))
    assert not Phrase.objects.exists()


@pytest.mark.parametrize("who", ["ratih", "hasan", "yusuf", "budi", "prov"])
def test_others_keep_no_phrases_of_blora(world, who):
    with pytest.raises(PermissionDenied):
        verbs.add_phrase(region=world.blora, text="x", by=getattr(world, who))


def test_without_a_script_a_phrase_becomes_a_point(world, client_of):
    phrase = verbs.add_phrase(region=world.blora, text="Rapat sepakat.", by=world.siti)
    meeting = make.meeting_at("berlangsung", world)
    url = reverse("meeting-minutes", args=[meeting.pk])
    before = load(meeting)

    client_of(world.siti).post(url, form(before, before, aksi=f"frasa:{phrase.pk}"))

    assert load(meeting)[-1].text == "Rapat sepakat."


@pytest.mark.slow
def test_photographs_are_printed_in_order_with_their_captions(world, client_of):
    meeting = make.meeting_at("berlangsung", world)
    first, second = (
        attach_file(meeting=meeting, upload=upload, kind="foto", by=world.siti)
        for upload in (make.png("a.png"), make.jpg("b.jpg"))
    )
    siti = client_of(world.siti)

    siti.post(
        reverse("meeting-photos", args=[meeting.pk]),
        {
            f"caption_{first.pk}": "Penutupan",
            f"order_{first.pk}": "2",
            f"caption_{second.pk}": "Pembukaan",
            f"order_{second.pk}": "1",
        },
    )

    captions = [photo["caption"] for photo in paper_of(meeting).photos]
    assert captions == ["Pembukaan", "Penutupan"]
    pdf = siti.get(reverse("minutes-pdf", args=[meeting.pk]))
    assert pdf.content.startswith(b"%PDF")


def test_without_a_photograph_the_page_leads_to_attaching_one(world, client_of):
    meeting = make.meeting_at("berlangsung", world)
    answer = client_of(world.siti).get(
        reverse("meeting-photos", args=[meeting.pk]), follow=True
    )

    assert answer.redirect_chain[-1][0] == reverse(
        "meeting-file-add", args=[meeting.pk]
    )
    assert "Belum ada foto" in answer.text
