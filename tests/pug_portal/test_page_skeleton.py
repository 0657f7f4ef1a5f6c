"""Which pages the accessibility check takes for the same (tests/browser/matrix.py)."""

from __future__ import annotations

import pytest

from tests.browser.matrix import skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<a href="/1/">Satu</a>', '<a href="/2/">Dua</a>'),
        ('<a aria-label="Satu">x</a>', '<a aria-label="Dua">x</a>'),
        (
            '<i aria-labelledby="a1"></i><b id="a1">x</b>',
            '<i aria-labelledby="a2"></i><b id="a2">x</b>',
        ),
    ],
)
def test_pages_that_differ_in_words_alone_are_one(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<a role="tab">x</a>', '<a role="link">x</a>'),
        ('<a aria-hidden="true">x</a>', '<a aria-hidden="false">x</a>'),
        ('<a aria-label="Satu">x</a>', '<a aria-label=" ">x</a>'),
        (
            '<i aria-labelledby="a1"></i><b id="a1">x</b>',
            '<i aria-labelledby="a1"></i><b id="a2">x</b>',
        ),
        ("<p>pendek</p>", f"<p>{'panjang' * 4}</p>"),
        ("<p>pendek</p>", "<p></p>"),
    ],
)
def test_pages_that_axe_may_judge_otherwise_are_two(one, other):
    assert skeleton(one) != skeleton(other)
