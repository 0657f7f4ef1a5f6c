"""Sections have authors; the names are shown and nobody is locked out."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.form_page import FormPage
from focal_points.progress.sections import authors_of
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import focal_points as make_fp
from tests.make import progress as make
from tests.make import pug_portal as make_floor


@pytest.fixture
def sri(world):
    return make_fp.appointed(make_floor.user("Sri Wahyuni", world.blora), world.dinkes)


@pytest.mark.slow
def test_a_section_is_given_to_a_colleague_and_everybody_sees_it(
    world, report_at, client_of, sri
):
    report = report_at()
    url = reverse("progress-sections", args=[report.pk])
    ratih = client_of(world.ratih)

    saved = ratih.post(url, {"anggaran": sri.user.pk, "kegiatan": world.ratih.user.pk})

    assert saved.url == reverse("progress-form", args=[report.pk])
    shown = client_of(sri).get(saved.url).content.decode()
    assert "Diisi Sri Wahyuni" in shown
    # Asked to fill one section, she may still type anywhere.
    actions.save(progress=report, version=1, answers={"gap_count": 1}, by=sri)
    ratih.post(url, {"kegiatan": world.ratih.user.pk})
    assert report.section_authors.get().section == "kegiatan"
    event = Event.objects.filter(verb="progress.sections").first()
    assert event is not None
    assert event.is_sealed


def test_each_section_has_its_own_author_and_progress(world, report_at, sri):
    report = report_at()
    actions.assign_sections(
        progress=report, people={"anggaran": sri.user.pk}, by=world.ratih
    )
    keys = ("spending_ceiling", "denominator", "arg_ceiling", "arg_realized")
    answers = {key: make.ANSWERS.get(key, "belanja_opd") for key in keys}
    actions.save(progress=report, version=1, answers=answers, by=sri)
    report = make.fresh(report)

    sections = FormPage(report).sections(authors_of(report))

    assert {s.key: s.author for s in sections if s.author} == {
        "anggaran": "Sri Wahyuni"
    }
    assert [s.key for s in sections if s.is_filled] == ["anggaran"]
    # A mark taken back with the answer, and none for what cannot be read.
    actions.save(
        progress=report, version=2, answers={"arg_realized": None}, by=world.ratih
    )
    again = FormPage(make.fresh(report)).sections({})
    assert not any(s.is_filled for s in again)


@pytest.mark.slow
def test_only_people_of_the_opd_are_offered_and_taken(world, report_at, client_of):
    report = report_at()

    with pytest.raises(Refusal, match="ditunjuk OPD ini"):
        actions.assign_sections(
            progress=report, people={"data": world.dewi.user.pk}, by=world.ratih
        )
    with pytest.raises(PermissionDenied):
        actions.assign_sections(progress=report, people={}, by=world.dewi)
    url = reverse("progress-sections", args=[report.pk])
    assert client_of(world.ratih).post(url, {"data": "x"}).status_code == 422
    assert client_of(world.dewi).get(url).status_code == 404
    assert not report.section_authors.exists()


def test_somebody_who_left_does_not_hold_up_the_other_sections(world, report_at, sri):
    report = report_at()
    left = {"anggaran": sri.user.pk}
    actions.assign_sections(progress=report, people=left, by=world.ratih)
    sri.user.appointments.update(end="2021-01-10")

    people = {**left, "data": world.ratih.user.pk}
    actions.assign_sections(progress=report, people=people, by=world.ratih)

    assert report.section_authors.count() == 2
