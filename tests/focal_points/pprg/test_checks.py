"""Each step's checks, without a database."""

from __future__ import annotations

from focal_points.pprg.checks import findings, has_both_sexes, unanswered_causes
from focal_points.pprg.fields import lines
from focal_points.pprg.framing import framed
from focal_points.pprg.gap import GAP4, GAP9
from focal_points.pprg.gbs import GBS
from tests.make.pprg import CAUSE_OUT
from tests.make.pprg import GAP4 as WHOLE4
from tests.make.pprg import GAP9 as WHOLE


def sentences(content, template=GAP9):
    return [each.sentence for each in findings(template, content)]


def test_a_whole_gap_leaves_nothing_to_say():
    assert sentences(WHOLE) == []
    assert [each for each in sentences(WHOLE4, GAP4) if "belum diisi" in each] == []


def test_the_titles_of_the_nine_columns_are_those_of_the_form():
    assert [step.title for step in GAP9] == [
        "Pilih Kebijakan/Program/Kegiatan yang akan dianalisis",
        "Data Pembuka Wawasan",
        "Faktor Kesenjangan",
        "Sebab Kesenjangan Internal",
        "Sebab Kesenjangan Eksternal",
        "Reformulasi Tujuan",
        "Rencana Aksi",
        "Data Dasar (Base-line)",
        "Indikator Gender",
    ]
    assert len(GAP4.steps) == 4


def test_data_needs_l_and_p():
    told = {**WHOLE, "opening_rows": None}

    assert not has_both_sexes({**told, "opening_data": "Ibu hamil 88 orang"})
    assert has_both_sexes({**told, "opening_data": "Laki-laki 12, perempuan 88"})
    assert not has_both_sexes({"opening_rows": [{"men": 3, "women": None}]})
    assert any("(L) dan perempuan (P)" in each for each in sentences(told))


def test_each_cause_wants_an_action():
    plan = WHOLE["action_plan"][:1]
    told = {**WHOLE, "action_plan": plan}

    assert unanswered_causes(told) == [CAUSE_OUT]
    assert sentences(told) == [f"Sebab ini belum dijawab kegiatan: {CAUSE_OUT}"]


def test_each_gap_wants_its_indicator_and_its_target():
    first = {**WHOLE["gender_indicator"][0], "target": None}
    told = {**WHOLE, "gender_indicator": [first]}

    assert sentences(told) == [
        "Kesenjangan partisipasi belum punya indikator.",
        "Indikator ini belum punya target: Puskesmas dengan kelas sore",
    ]


def test_a_baseline_is_a_number_and_a_new_objective_is_new():
    told = {
        **WHOLE,
        "baseline": "Masih sedikit",
        "reformulated_objective": WHOLE["objective"].upper(),
    }

    assert sentences(told) == [
        "Reformulasi tujuan masih sama dengan tujuan langkah 1.",
        "Data dasar belum memuat angka.",
    ]


def test_an_empty_gap_is_blocked_and_money_is_added_up():
    assert all(each.is_blocking for each in findings(GAP9, {}))
    assert any("akses, partisipasi" in each for each in sentences({}))
    money = {"activity_budget": 10, "actions": [{"name": "a", "input": 4}]}
    assert any("Jumlah masukan" in each for each in sentences(money, GBS))


def test_a_page_asks_for_an_action_per_cause_and_keeps_the_answers_of_old_ones():
    field = GAP9.fields["action_plan"]
    told = {**WHOLE, "internal_causes": "1. Sebab baru\n2. Sebab lain"}

    abouts = [row.get("about") for row in framed(field, told)]

    assert abouts[:3] == ["Sebab baru", "Sebab lain", CAUSE_OUT]
    assert WHOLE["action_plan"][0]["about"] in abouts
    assert abouts[-2:] == [None, None]
    assert lines("- satu\n\n2. dua") == ["satu", "dua"]
