"""docs/permissions.md and docs/states.md, printed from the code that decides."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings

from pug_portal.access.permissions import Permission
from pug_portal.access.roles import DESCRIPTIONS, GRANTS, Role
from pug_portal.access.workflow import Workflow

HEADER = "Halaman ini dicetak dari kode dengan `manage.py print_docs`; jangan diubah.\n"


def workflows() -> Iterator[Workflow]:
    """Every Workflow of every slice's workflow.py, in order of its name."""
    found: dict[str, Workflow] = {}
    for config in apps.get_app_configs():
        if Path(config.path).is_relative_to(
            settings.BASE_DIR / config.name.split(".")[0]
        ):
            found.update(_workflows_below(config.name))
    yield from (found[name] for name in sorted(found))


def _workflows_below(package_name: str) -> dict[str, Workflow]:
    package = importlib.import_module(package_name)
    found = {}
    for entry in pkgutil.walk_packages(package.__path__, f"{package_name}."):
        if entry.name.endswith(".workflow") and entry.name != Workflow.__module__:
            module = importlib.import_module(entry.name)
            for value in vars(module).values():
                if isinstance(value, Workflow):
                    found[value.name] = value
    return found


def permissions_page() -> str:
    lines = ["# Siapa boleh apa", "", HEADER]
    lines += [f"- **{role.label}**: {DESCRIPTIONS[role]}" for role in Role]
    lines += ["", "| Tindakan | " + " | ".join(role.label for role in Role) + " |"]
    lines += ["|---|" + "---|" * len(Role)]
    for permission in Permission:
        marks = ("ya" if permission in GRANTS[role] else "–" for role in Role)
        lines.append(f"| {permission.label} | " + " | ".join(marks) + " |")
    return "\n".join(lines) + "\n"


def states_page() -> str:
    lines = ["# Status dokumen", "", HEADER]
    for flow in workflows():
        lines += [f"## {flow.name}", "", "```mermaid", flow.mermaid(), "```", ""]
        lines += ["| Dari | Menjadi | Tindakan | Yang boleh |", "|---|---|---|---|"]
        for step in flow:
            holders = [
                role.label
                for role in Role
                if any(permission in GRANTS[role] for permission in step.permissions)
            ]
            allowed = ", ".join(holders)
            lines.append(
                f"| {step.source} | {step.target} | {step.label} | {allowed} |"
            )
        lines.append("")
    return "\n".join(lines)


PAGES = {"docs/permissions.md": permissions_page, "docs/states.md": states_page}
