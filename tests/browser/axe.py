"""axe-core in the page: WCAG 2.0 to 2.2, A and AA."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "vendor" / "axe-core-4.14.1" / "axe.min.js"
# The only rules among them that see colours, and so a theme.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# A bar that stays at the foot covers whatever happens to lie under it now, and the next
# turn of the wheel shows it: it is put back into the page while the targets are measured.
_RUN = """async runOnly => {
  const bars = [...document.querySelectorAll("*")].filter(
    each => ["sticky", "fixed"].includes(getComputedStyle(each).position));
  bars.forEach(each => each.style.setProperty("position", "static", "important"));
  const found = await axe.run(document, {runOnly, resultTypes: ["violations"]});
  bars.forEach(each => each.style.removeProperty("position"));
  return found.violations.map(({id, help, nodes}) => ({
    id, help, count: nodes.length,
    nodes: nodes.slice(0, 3).map(
      node => `${node.target.join(" ")} ${node.html.slice(0, 160)}`),
  }));
}"""


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
