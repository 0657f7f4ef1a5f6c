"""Step 8: who sees how much of it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.hands import heading, misses, sees
from tests.browser.story import Story, menu, row, status
from tests.browser.story_filing import MENDED, REPORT


def addresses(story: Story) -> list[str]:
    """What Blora has made, as Blora's people see its addresses."""
    owners = {
        "ratih": "Laporan kemajuan",
        "siti": "Periode",
        "joko": "Laporan Pokja",
    }
    found = []
    for name, label in owners.items():
        page = story.at_desk_of(name)
        menu(page, label)
        links = page.get_by_role("main").get_by_role("link").all()
        paths = {urlsplit(str(link.get_attribute("href"))).path for link in links}
        found += [path for path in sorted(paths) if re.search(r"/\d+/", path)]
    return found


def another_kabupaten_sees_nothing(story: Story) -> None:
    page = story.at_desk_of("budi")
    paths = addresses(story)
    assert len(paths) >= 4
    assert {path: status(page, path) for path in paths} == dict.fromkeys(paths, 404)


def the_province_counts_and_reads(story: Story) -> None:
    page = story.at_desk_of("prov")
    menu(page, "Rekap daerah")
    page.goto(f"{page.url}?semester=2020-2")
    sees(row(page, "Kabupaten Blora"), "1", "Berlaku")
    story.look(page, "8-provinsi")
    report = urlsplit(story.at_desk_of("ratih").url).path
    assert status(page, report) == 200
    sees(page, MENDED)
    _edits_nothing(page)
    # The form of an OPD does not exist for it (tests/permission_rows).
    assert status(page, f"{report}isi/") == 404


def _edits_nothing(page: Page) -> None:
    main = page.get_by_role("main")
    expect(main.get_by_role("textbox")).to_have_count(0)
    expect(main.get_by_role("button")).to_have_count(0)
    misses(page, ["Tinjau", "Buka kembali", "Betulkan"])


def a_reader_reads_what_is_settled(story: Story) -> None:
    page = story.at_desk_of("wati")
    story.look(page, "8-peninjau")
    report = urlsplit(story.at_desk_of("ratih").url).path
    assert status(page, report) == 200
    heading(page, REPORT)
    _edits_nothing(page)
    menu(page, "Rapat dan tindak lanjut")
    sees(page, "Rakor Peningkatan Kapasitas SDM")
    menu(page, "Laporan Pokja")
    # The report is still a draft of the Pokja's own.
    sees(page, "Belum ada laporan")


def steps(story: Story) -> None:
    page = story.at_desk_of("ratih")
    menu(page, "Laporan kemajuan")
    page.get_by_role("link", name="Semester II 2020").first.click()
    heading(page, REPORT)
    another_kabupaten_sees_nothing(story)
    menu(page, "Laporan kemajuan")
    page.get_by_role("link", name="Semester II 2020").first.click()
    heading(page, REPORT)
    the_province_counts_and_reads(story)
    a_reader_reads_what_is_settled(story)
