"""The printed form reads what was frozen, also by earlier editions of the portal."""

from __future__ import annotations

from django.template.loader import render_to_string

from pokja.meetings.paper import Paper

# As settled before there were sections, photographs and a third level.
SCHEMA_1 = {
    "schema": 1,
    "region": "33.16",
    "meeting": {
        "title": "Rapat koordinasi",
        "kind": "rapat_koordinasi",
        "theme": "",
        "starts_at": "2020-10-26T02:00:00+00:00",
        "ends_at": "2020-10-26T05:30:00+00:00",
        "zone": "WIB",
        "place": "Bappeda",
        "organiser": "Dinsos P3A",
        "host": "",
        "chair_name": "",
        "chair_position": "Ketua Pokja PUG",
        "opened_by": "Kabid",
        "represents": "Bupati",
        "speakers": [],
        "planned_participants": None,
        "duties": [],
        "source_note": "",
    },
    "agenda": [],
    "outcomes": [],
    "attendance": [],
    "totals": {"men": 1, "women": 2, "leaders": 0, "opds": 1, "others": 0, "total": 3},
    "summary": "",
    "minutes": [{"text": "Tujuh prasyarat", "subs": ["Komitmen", "<b>Kebijakan</b>"]}],
    "recommendations": [],
    "signed": {"notulis": "Rina", "at": None},
}


def test_minutes_settled_before_there_were_sections_still_print():
    html = render_to_string("pokja/meetings/_paper.html", {"paper": Paper(SCHEMA_1)})

    assert "Senin, 26 Oktober 2020" in html
    assert "Kabid (mewakili Bupati)" in html
    assert "3 orang (1 L, 2 P) dari 1 OPD" in html
    assert "<h2>Pembahasan</h2>" in html
    assert "Komitmen" in html
    assert "&lt;b&gt;Kebijakan" in html
