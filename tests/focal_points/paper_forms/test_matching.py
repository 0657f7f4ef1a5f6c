"""Which report a page belongs to: rules without a database."""

from __future__ import annotations

import pytest

from focal_points.paper_forms.matching import (
    FORGED,
    NO_CODE,
    NOT_YOURS,
    TWO_CODES,
    UNKNOWN_OPD,
    Desk,
    judge,
    missing,
)
from focal_points.paper_forms.models import Outcome
from focal_points.paper_forms.reference import FORMS, VERSION, Reference, fingerprint
from pug_portal.lib.dates import Semester

NOW = Semester(2020, 2)
OFFICE = Desk("33.16", NOW, {7, 8}, is_office=True)
DINKES = Desk("33.16", NOW, {7}, is_office=False)


def page(
    region: str = "33.16", opd: int = 7, semester=NOW, version=VERSION, at=(2, 6)
) -> Reference:
    return Reference(region, opd, semester, version, *at)


def test_a_page_of_ones_own_form_is_matched_with_its_number():
    for desk in (OFFICE, DINKES):
        judged = judge(["https://bsre.example/x", page().text], desk)

        assert judged.outcome == Outcome.MATCHED
        assert (judged.opd, judged.page, judged.pages) == (7, 2, 6)


@pytest.mark.parametrize(
    ("told", "desk", "outcome", "words"),
    [
        (page(region="33.17"), OFFICE, Outcome.REFUSED, "daerah lain (kode 33.17)"),
        (page(opd=9), OFFICE, Outcome.REFUSED, UNKNOWN_OPD),
        (page(semester=Semester(2020, 1)), OFFICE, Outcome.REFUSED, "Semester I 2020"),
        (page(version=VERSION + 1), OFFICE, Outcome.OPEN, "versi lama"),
        # To an OPD every page that is not its own looks the same.
        (page(region="33.17"), DINKES, Outcome.REFUSED, NOT_YOURS),
        (page(opd=8), DINKES, Outcome.REFUSED, NOT_YOURS),
        (page(opd=8, semester=Semester(2020, 1)), DINKES, Outcome.REFUSED, NOT_YOURS),
        (page(opd=8, version=VERSION + 1), DINKES, Outcome.REFUSED, NOT_YOURS),
    ],
)
def test_what_belongs_elsewhere_is_named_and_not_matched(told, desk, outcome, words):
    judged = judge([told.text], desk)

    assert (judged.outcome, words in judged.reason) == (outcome, True)
    assert judged.opd is None or judged.outcome == Outcome.OPEN


def test_pages_without_a_code_or_with_two_forms_are_not_guessed():
    assert judge([], OFFICE).reason == judge(["6281234"], OFFICE).reason == NO_CODE
    assert judge([page().text, page(opd=8).text], OFFICE).reason == TWO_CODES
    # The same code seen twice on one sheet is one.
    assert judge([page().text, page().text], OFFICE).outcome == Outcome.MATCHED


@pytest.mark.parametrize(
    "text",
    [
        page().text.replace("/7/", "/8/"),
        page().plain + "/0000000000000000",
        page().text.lower().replace("pug/", "PUG/"),
        page(at=(7, 6)).text,
        "PUG/../../etc",
        "PUG/" + "9" * 2000,
    ],
)
def test_a_code_that_was_not_made_here_is_called_so(text):
    judged = judge([text], OFFICE)

    assert (judged.outcome, judged.reason) == (Outcome.REFUSED, FORGED)


def test_paper_signed_with_the_former_key_still_counts(settings):
    text, former = page().text, settings.SECRET_KEY
    settings.SECRET_KEY = "a key of tomorrow"
    assert judge([text], OFFICE).reason == FORGED
    settings.SECRET_KEY_FALLBACKS = [former]
    assert judge([text], OFFICE).outcome == Outcome.MATCHED


def test_missing_pages_are_counted_per_print():
    assert missing([(1, 3), (3, 3)]) == ["halaman 2 dari 3 belum ada"]
    assert missing([(1, 2), (2, 2), (1, 3)]) == []
    assert missing([(None, None)]) == []
    assert missing([(1, 2), (1, 3)]) == [
        "halaman 2 dari 2 belum ada",
        "halaman 2, 3 dari 3 belum ada",
    ]


def test_other_questions_need_another_version_of_the_form():
    """Changed what is asked? Add the new fingerprint to FORMS under the next number."""
    assert FORMS[VERSION] == fingerprint()
