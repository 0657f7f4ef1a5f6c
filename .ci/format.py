"""Let the tools tidy code and templates, with the settings that `make test` checks."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


def main() -> None:
    templates = [str(path) for path in sorted((ROOT / "templates").rglob("*.html"))]
    sources = [
        str(path)
        for path in sorted(ROOT.rglob("*.py"))
        if not {".venv", "migrations"} & set(path.relative_to(ROOT).parts)
    ]
    for command in (
        [
            "django-upgrade",
            "--target-version=5.2",
            "--exit-zero-even-if-changed",
            *sources,
        ],
        ["ruff", "check", "--fix", "--exit-zero", "."],
        ["ruff", "format", "."],
        ["djade", "--target-version=5.2", *templates],
        ["djhtml", *templates],
    ):
        subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, check=False)


if __name__ == "__main__":
    main()
