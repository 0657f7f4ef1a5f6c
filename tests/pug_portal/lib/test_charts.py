import re
from decimal import Decimal
from xml.dom.minidom import parseString

import pytest

from pug_portal.lib.charts import Petal, bar, rose, stack, strip, trend

SEVEN = [
    Petal("k-kom", "Komitmen", Decimal("12.5"), "signature", claimed=Decimal(25)),
    Petal("k-keb", "Kebijakan", 54, "gavel", previous=50),
    Petal("k-kel", "Kelembagaan", None, "hierarchy-3"),
    Petal("k-psm", "Peran Serta Masyarakat", 100, "users-group"),
    Petal("k-sda", "Sumber Daya", 0, "coins", previous=10),
    Petal("k-dat", "Data", 130, "chart-bar"),
    Petal("k-ala", "Alat Analisis", -3, "report-search"),
]
EVIL = '"><script>x</script>'


def every_chart(for_print: bool) -> list[str]:
    return [
        rose(SEVEN, Decimal("46.25"), for_print=for_print),
        bar(Decimal("72.5"), "k-kom", 70, claimed=80, for_print=for_print),
        stack([("set", 14), ("aju", 0), ("bel", 5)], for_print=for_print),
        trend([42.5, None, 49, 49], ["a", "b", "c", "d"], for_print=for_print),
    ]


@pytest.mark.parametrize("for_print", [False, True])
def test_every_chart_is_well_formed_and_free_of_inline_style(for_print: bool):
    for chart in every_chart(for_print):
        parseString(chart)  # noqa: S318, our own markup
        assert "style=" not in chart


def test_paper_needs_no_stylesheet():
    for chart in every_chart(for_print=True):
        inside = chart.split(">", 1)[1]
        assert "class=" not in inside
        shapes = re.findall(r"<(?:path|rect|circle|text)\b[^>]*>", inside)
        assert shapes
        assert all("fill=" in shape for shape in shapes)


def test_the_rose_tells_its_numbers_in_words():
    chart = rose(SEVEN, Decimal("46.25"))

    title = re.search(r"<title[^>]*>(.*?)</title>", chart)
    assert title is not None
    assert "Keseluruhan 46,3 dari 100" in title[1]
    assert "Komitmen 12,5, Kebijakan 54,0, Kelembagaan belum ada" in title[1]


def test_a_rose_without_a_total_shows_a_dash_and_no_zero():
    chart = rose([Petal("k-kom", "Komitmen", None, "signature")], None)

    assert ">–</text>" in chart
    assert "belum ada nilai" in chart


def test_values_outside_the_scale_are_held_to_it():
    assert 'width="100"' in bar(130).split("b-f")[1]
    assert 'width="0"' in bar(-4).split("b-f")[1]
    assert 'width="0"' in bar(None).split("b-f")[1]


def test_a_target_of_zero_is_still_marked():
    assert 'class="b-m" x="0"' in bar(10, "k-kom", 0)
    assert "b-m" not in bar(10, "k-kom")


def test_a_stack_shares_its_width_by_count():
    chart = stack([("set", 3), ("kem", 1)])

    assert re.findall(r'x="([\d.]+)"', chart) == ["0", "75"]


def test_an_empty_stack_is_an_empty_track():
    assert "b-t" in stack([])
    assert "b-t" in stack([("set", 0)])


def test_a_strip_speaks_and_shows_its_cells():
    chart = strip([("Komitmen", Decimal("72.4"), "n3"), ("Kebijakan", None, "n0")])

    assert 'aria-label="Komitmen 72, Kebijakan belum ada"' in chart
    assert '<i class="n3">72</i><i class="n0">–</i>' in chart


@pytest.mark.parametrize("values", [[], [50], [None, None], [10, 10, 10]])
def test_a_trend_of_few_or_equal_points_can_be_drawn(values):
    labels = [str(index) for index in range(len(values))]

    parseString(trend(values, labels))  # noqa: S318, our own markup


def test_a_trend_with_a_missing_label_is_refused():
    with pytest.raises(ValueError, match="argument 2"):
        trend([1, 2], ["satu"])


def test_names_are_shown_as_text():
    for chart in (
        rose([Petal(EVIL, EVIL, 1, EVIL)], 1, chart_id=EVIL),
        rose([Petal("k-kom", EVIL, 1)], 1, for_print=True),
        bar(1, EVIL),
        stack([(EVIL, 1)]),
        strip([(EVIL, 1, EVIL)]),
        trend([1], [EVIL]),
    ):
        assert "<script" not in chart


def test_the_same_numbers_give_the_same_bytes():
    assert every_chart(for_print=True) == every_chart(for_print=True)
