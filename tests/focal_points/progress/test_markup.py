"""Names that somebody typed are text, on every page and on paper."""

from __future__ import annotations

import io

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from docx import Document

from focal_points.progress import actions
from focal_points.progress.content import snapshot
from focal_points.progress.models import State
from focal_points.progress.paper import paper_docx, paper_of
from focal_points.progress.review_models import Approval
from tests.make import focal_points as make_fp
from tests.make import planning as make_planning
from tests.make import progress as make

EVIL = "<script>x</script> & Ani"
SAFE = "&lt;script&gt;x&lt;/script&gt; &amp; Ani"


def as_html(report) -> str:
    paper = paper_of(report, snapshot(report))
    template = "focal_points/progress/pdf/report.html"
    return render_to_string(template, {"paper": paper, "progress": report})


def as_words(report) -> str:
    document = Document(io.BytesIO(paper_docx(paper_of(report, snapshot(report)))))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return " ".join([*(p.text for p in document.paragraphs), *cells])


@pytest.fixture
def sent(world):
    """By a guest with such a name, approved by a head with such a name."""
    office = make_fp.opd(world.blora, "Dinas Pertanian", "Dispertan")
    period = make.period(world.blora)
    link, _ = actions.make_link(period=period, opd=office, by=world.siti)
    report, guest = actions.enter(link=link, name=EVIL, position="Kasubbag")
    make.filled(report, guest)
    actions.ask_head_approval(
        progress=report,
        kind=Approval.Kind.SIGNED_PAGE,
        head_name=EVIL,
        signed_page=make.pdf("lembar.pdf"),
        by=guest,
    )
    actions.submit_by_link(link=link, progress=report, by=guest)
    return make.fresh(report)


def test_guests_and_heads_are_named_as_text(world, sent, client_of):
    siti = client_of(world.siti)

    pages = [
        siti.get(reverse(f"progress-{name}", args=[sent.pk])).content.decode()
        for name in ("detail", "review", "versions")
    ]

    assert sent.state == State.SUBMITTED
    assert sent.submitted_under.startswith("Tautan pengisian dari sekretariat Pokja")
    for page in [*pages, as_html(sent)]:
        assert SAFE in page
        assert "<script>x" not in page
    assert as_words(sent).count(EVIL) >= 3  # sender, head, signature


def test_a_campaign_is_called_by_text(world, clock, client_of):
    clock("2026-11-10")
    campaign = make_planning.campaign(world.blora, title=EVIL)
    pages = [
        client_of(who).get(url).content.decode()
        for who, url in (
            (world.siti, reverse("campaign-list")),
            (world.siti, reverse("campaign-detail", args=[campaign.pk])),
            (world.ratih, reverse("campaign-mine")),
        )
    ]

    for page in pages:
        assert SAFE in page
        assert "<script>x" not in page
