"""axe-core in the page: WCAG 2.0 to 2.2, A and AA."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "vendor" / "axe-core-4.14.1" / "axe.min.js"
# The only rules among them that see colours, and so a theme.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

_RUN = """runOnly => axe.run(document, {
  runOnly, resultTypes: ["violations"],
}).then(found => found.violations.map(({id, help, nodes}) => ({
  id, help, count: nodes.length,
  nodes: nodes.slice(0, 3).map(node => `${node.target.join(" ")} ${node.html.slice(0, 160)}`),
})))"""


def violations(page: Page, *, colours_only: bool = False) -> list[str]:
    """What axe finds on the page as it stands, one line per rule."""
    wanted = (
        {"type": "rule", "values": COLOUR_RULES}
        if colours_only
        else {"type": "tag", "values": TAGS}
    )
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(_RUN, wanted)
    return [
        f"{rule['id']} ({rule['count']}×): {rule['help']} | {' | '.join(rule['nodes'])}"
        for rule in found
    ]


def axe(page: Page) -> None:
    assert violations(page) == []
