"""axe-core in the page: WCAG 2.0 to 2.2, A and AA."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "vendor" / "axe-core-4.14.1" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

_RUN = """tags => axe.run(document, {
  runOnly: {type: "tag", values: tags}, resultTypes: ["violations"],
}).then(found => found.violations.map(({id, help, nodes}) => ({
  id, help, count: nodes.length,
  nodes: nodes.slice(0, 3).map(node => `${node.target.join(" ")} ${node.html.slice(0, 160)}`),
})))"""


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands, one line per rule."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(_RUN, TAGS)
    return [
        f"{rule['id']} ({rule['count']}×): {rule['help']} | {' | '.join(rule['nodes'])}"
        for rule in found
    ]


def axe(page: Page) -> None:
    assert violations(page) == []
