"""Write requirements.txt and .ci/requirements.txt anew from the two lists of direct packages.

Both are resolved once for every supported Python and processor, pinned and hashed. The
reason given for a package in the list is copied into the pinned file, so that a reader of
either file learns why a package is there.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LISTS = {
    "deploy/requirements.in": "requirements.txt",
    ".ci/requirements.in": ".ci/requirements.txt",
}
OLDEST_PYTHON = "3.11"
PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)[^#]*#\s*(.+)$")
PINNED = re.compile(r"^([a-z0-9-]+)==")
HEADER = "# Pinned from {source} by `make lock`. Do not edit by hand.\n\n"


def resolve(source: str, target: str, upgrade: list[str]) -> str:
    """Versions already pinned in the target stay, unless `upgrade` names them or all."""
    command = [
        *(
            sys.executable,
            "-m",
            "uv",
            "pip",
            "compile",
            source,
            "--output-file",
            target,
        ),
        *("--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes"),
        *("--no-header", "--no-emit-index-url", "--no-emit-find-links"),
        *("--annotation-style", "line", "--quiet"),
        *upgrade,
    ]
    subprocess.run(command, cwd=ROOT, check=True)
    return (ROOT / target).read_text()


def reasons(source: Path) -> dict[str, str]:
    matches = (PACKAGE.match(line) for line in source.read_text().splitlines())
    return {match[1].lower(): match[2] for match in matches if match}


def with_reasons(pinned: str, why: dict[str, str]) -> str:
    """Put the reason above each direct package; the others keep "via" of the resolver."""
    lines = []
    for line in pinned.splitlines():
        match = PINNED.match(line)
        if match and match[1] in why:
            lines.append(f"# {why[match[1]]}")
        lines.append(
            re.sub(
                r"(-[rc] )\S*?((?:deploy|\.ci)/)?(requirements\.\w+)", r"\1\2\3", line
            )
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    upgrade = sys.argv[1:]
    for source, target in LISTS.items():
        pinned = resolve(source, target, upgrade)
        text = HEADER.format(source=source) + with_reasons(
            pinned, reasons(ROOT / source)
        )
        (ROOT / target).write_text(text)


if __name__ == "__main__":
    main()
