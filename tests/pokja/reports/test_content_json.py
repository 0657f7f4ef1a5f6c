"""Frozen content goes to JSON and back without loss."""

from __future__ import annotations

import json

import pytest

from pokja.reports.content import facts_hash, from_json, to_json
from tests.make.report_content import blora, without_anything


@pytest.mark.parametrize("content", [blora(), without_anything(blora(0))])
def test_it_comes_back_exactly(content):
    text = json.dumps(to_json(content))

    assert from_json(json.loads(text)) == content


def test_an_unknown_version_is_refused():
    data = to_json(blora(1)) | {"version": 99}

    with pytest.raises(ValueError, match="99"):
        from_json(data)


def test_a_missing_part_is_refused():
    data = to_json(blora(1))
    del data["cover"]["region"]

    with pytest.raises(ValueError, match="region"):
        from_json(data)


def test_a_number_in_place_of_a_text_is_refused():
    data = to_json(blora(1))
    data["cover"]["region"] = 7

    with pytest.raises(TypeError):
        from_json(data)


def test_the_stamp_does_not_change_the_hash_of_the_facts():
    one = blora(2)
    other = one.stamped(blora(1).stamp.__class__("X", "Y", 2, one.cover.as_of))

    assert facts_hash(one) == facts_hash(other)


def test_a_single_figure_changes_the_hash():
    assert facts_hash(blora(2)) != facts_hash(blora(3))


def test_the_content_of_the_fixture_stays_as_it_is(snapshot):
    text = json.dumps(to_json(blora(4)), indent=1, ensure_ascii=False, sort_keys=True)

    snapshot("content.json", text + "\n")
