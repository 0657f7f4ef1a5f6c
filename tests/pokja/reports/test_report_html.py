"""The chapters: what they say, what they leave out, and how they are built."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pokja.reports import chapters
from pokja.reports.content import facts_hash
from tests.make.report_content import blora, without_anything

CSS = Path("static/css/print.css").read_text()
LEGAL = (
    "Program dan kegiatan yang dilaksanakan",
    "Lembaga yang terlibat",
    "Sasaran kegiatan",
    "Penggunaan anggaran",
    "Permasalahan yang dihadapi dan upaya yang dilakukan",
)


@pytest.fixture(scope="module")
def text() -> str:
    return chapters.html(blora(26))


def test_the_markup_of_the_fixture_stays_as_it_is(snapshot):
    snapshot("report.html", chapters.html(blora(4)))


@pytest.mark.parametrize("number", ["I", "II", "III", "IV", "V", "VI", "VII"])
def test_every_chapter_is_there(text, number):
    assert f"<small>BAB {number}</small>" in text


@pytest.mark.parametrize("heading", LEGAL)
@pytest.mark.parametrize("content", [blora(6), without_anything(blora(0))])
def test_every_legal_heading_is_there_even_without_data(heading, content):
    assert f">{heading}</h2>" in chapters.html(content)


def test_what_is_missing_is_said_with_its_reason():
    empty = chapters.html(without_anything(blora(0)))

    assert empty.count("<b>Nihil.</b>") > 15
    assert not re.search(r"<b>Nihil\.</b> *</p>", empty)


def test_every_score_page_says_that_the_score_is_internal(text):
    for part in text.split("<section")[1:]:
        if re.search(r"[Nn]ilai (mandiri|terverifikasi)", part):
            assert re.search(
                r"nilai internal, bukan nilai APE resmi", part, re.IGNORECASE
            )


def test_no_article_number_is_printed(text):
    assert not re.search(r"\b[Pp]asal \d", text)


def test_opd_that_did_not_report_are_named_in_three_honest_groups(text):
    for group in ("Belum melapor", "Dalam verifikasi", "Dalam perbaikan"):
        assert group in text


def test_bappedas_six_roles_are_printed_with_how_they_were_fulfilled(text):
    part = text.split('id="peran-bappeda"')[1].split("</ol>")[0]

    assert part.count("<li>") == 6
    assert "Memiliki anggaran APBD untuk fasilitasi PUG" in part


def test_the_denominator_is_named_beside_the_share(text):
    assert "Jenis penyebut" in text
    assert "Belanja OPD" in text


def test_empty_is_a_dash_and_zero_stays_zero():
    row = chapters.html(blora(1)).split('id="t-pprg"')[1].split("<tbody>")[1]

    assert '<td class="a">0</td>' in row
    assert '<td class="a">–</td>' in row


def test_the_code_stands_on_the_cover(text):
    assert "7F3K-09QW-ZX4M-TB2C" in text
    assert "bukan pengganti tanda tangan" in text


def test_minutes_are_printed_in_full_with_their_sub_items(text):
    part = text.split('id="lampiran-5"')[1].split("<h1")[0]

    assert "<li>Butir 4.</li>" in part
    assert "Status Kabupaten Blora:<ol>" in part
    assert "belum menguat." in part


def test_scans_are_listed_with_pages_and_fingerprint(text):
    part = text.split('id="lampiran-1"')[1].split("<h1")[0]

    assert "12 halaman" in part
    assert "SHA-256 00000000 00000000" in part


def test_indices_print_real_years_dashes_and_both_directions(text):
    part = text.split('id="t-indeks"')[1].split("<h2")[0]

    assert "metode UHH lama" in part
    assert '<td class="a">–<br><small>2018</small></td>' in part
    assert '<td class="a">83,88<br><small>2020</small></td>' in part
    assert "IPG makin dekat 100 makin setara" in part
    assert "IKG dari 0 sampai 1, makin rendah makin setara" in part
    assert "Belum tercatat di portal" in part


def test_every_opd_stands_in_the_annex_of_disaggregated_data():
    content = blora(8)
    part = chapters.html(content).split('id="t-terpilah"')[1].split("</table>")[0]

    for row in content.opds:
        assert row.name in part
    assert "Belum melapor" in part
    assert part.count("<tr>") == len(content.opds) + 2


def test_decrees_of_opd_are_listed_in_the_annex_alone():
    content = blora(2)
    one = replace(content.decrees[0], is_of_opd=True, kind="SK Focal Point OPD: DLH")
    text = chapters.html(replace(content, decrees=(*content.decrees, one)))
    chapter = text.split('id="bab-2"')[1].split("<h1")[0]
    annex = text.split('id="lampiran-1"')[1].split("<h1")[0]

    assert "SK Focal Point OPD: DLH" not in chapter
    assert "1 surat keputusan focal point" in chapter
    assert "SK Focal Point OPD: DLH" in annex


def test_what_many_opd_recommend_is_printed_once():
    part = chapters.html(blora(8)).split('id="rekomendasi"')[1].split("<h1")[0]
    asked = part.split("Perangkat daerah mengusulkan")[1]

    assert asked.count("<li>") == 1
    assert "Dinkes, " in asked


def test_every_entry_of_the_contents_leads_somewhere(text):
    anchors = set(re.findall(r'\bid="([^"]+)"', text))
    targets = re.findall(r'href="#([^"]+)"', text)

    assert targets
    assert set(targets) <= anchors
    assert len(re.findall(r'\bid="[^"]+"', text)) == len(anchors)


@pytest.mark.slow
def test_a_long_table_is_cut_into_blocks_of_150_rows():
    tables = re.findall(r"<tbody>.*?</tbody>", chapters.html(blora(320)), re.DOTALL)

    assert max(table.count("<tr>") for table in tables) == 150


def test_print_css_knows_neither_flex_nor_grid():
    assert not re.search(r"display\s*:\s*(inline-)?(flex|grid)", CSS)
    assert not re.search(r"column-count|columns\s*:", CSS)


def test_tables_are_laid_out_fixed_with_a_column_group(text):
    assert "table-layout: fixed" in CSS
    for table in re.findall(r"<table.*?</table>", text, re.DOTALL):
        columns = [int(w) for w in re.findall(r'<col class="w(\d+)">', table)]
        assert sum(columns) == 100
        head = re.search(r"<thead>.*?</thead>", table, re.DOTALL)
        assert head
        assert head[0].count('<th scope="col"') == len(columns)


def test_every_width_has_its_rule(text):
    for width in set(re.findall(r'<col class="(w\d+)">', text)):
        assert f".{width} {{" in CSS


def test_text_stands_straight_in_its_cell(text):
    for cell in re.findall(r"<t[dh][ >].*?</t[dh]>", text, re.DOTALL):
        assert not re.search(r"<(p|div|ul|ol|span)\b", cell), cell


def test_pictures_are_assets_with_a_text():
    text = chapters.html(blora(3))
    for picture in re.findall(r"<img[^>]*>", text):
        assert re.search(r'src="pug://[\w.]+"', picture)
        assert re.search(r'alt="[^"]+"', picture)


ATTACK = (
    '<script>alert(1)</script><img src="http://jahat.example/x.png">'
    '<link rel=stylesheet href="file:///etc/passwd">{{ 7 }}{% now "Y" %}&lt;'
)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


@pytest.mark.slow
def test_what_people_type_is_shown_as_text():
    clean, attacked = Tags(), Tags()
    clean.feed(chapters.html(blora(6, text="polos")))
    attacked.feed(chapters.html(blora(6, text=ATTACK)))

    assert [tag for tag, _ in attacked.seen] == [tag for tag, _ in clean.seen]
    assert not [a for _, a in attacked.seen if "jahat" in str(a) or "passwd" in str(a)]


def test_the_hash_is_of_the_facts_and_not_of_the_page():
    assert len(facts_hash(blora(1))) == 64
