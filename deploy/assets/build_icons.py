"""For maintainers: writes static/icons.svg from the names in icons.txt.

npm install @tabler/icons && python deploy/assets/build_icons.py node_modules/@tabler/icons
"""

import math
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "static" / "icons.svg"
STROKE = (
    'fill="none" stroke="currentColor" stroke-width="1.9" '
    'stroke-linecap="round" stroke-linejoin="round"'
)
# One petal for each of the seven prerequisites, in the pale tones of the dark header.
PETALS = (
    "#9db6f0", "#cfa6e4", "#f0a3b5", "#86d0dc", "#e8b98a", "#f0c95a", "#8fd3ae",
)  # fmt: skip


def symbol(name: str, package: Path) -> str:
    source = (package / "icons" / "outline" / f"{name}.svg").read_text()
    paths = "".join(
        f'<path d="{d}"/>' for d in re.findall(r'<path d="([^"]+)"', source)
    )
    return f'<symbol id="{name}" viewBox="0 0 24 24" {STROKE}>{paths}</symbol>'


def mark() -> str:
    petals = "".join(
        f'<ellipse cx="16" cy="7.4" rx="3.5" ry="6.2" fill="{color}" '
        f'transform="rotate({math.degrees(2 * math.pi * place / 7):.2f} 16 16)"/>'
        for place, color in enumerate(PETALS)
    )
    centre = '<circle cx="16" cy="16" r="2.6" fill="#fff"/>'
    return f'<symbol id="merek" viewBox="0 0 32 32">{petals}{centre}</symbol>'


def main(package: Path) -> None:
    names = (HERE / "icons.txt").read_text().split()
    lines = [symbol(name, package) for name in names]
    sprite = ['<svg xmlns="http://www.w3.org/2000/svg">', *lines, mark() + "</svg>"]
    TARGET.write_text("\n".join(sprite) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
