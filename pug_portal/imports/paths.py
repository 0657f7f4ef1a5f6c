"""The addresses of one sheet, the same for every slice."""

from __future__ import annotations

from types import ModuleType

from django.urls import URLPattern, path


def sheet_paths(
    start: str, names: str, views: ModuleType, prefix: str, *, template: bool = True
) -> list[URLPattern]:
    """`start`: such as «opd/excel/»; `prefix`: of the classes, such as «OpdSheet»."""

    def page(rest: str, name: str, view: str) -> URLPattern:
        shown = getattr(views, f"{prefix}{view}").as_view()
        return path(f"{start}{rest}", shown, name=f"{names}{name}")

    return [
        page("", "", "Start"),
        *([page("templat/", "-template", "Template")] if template else []),
        page("data/", "-data", "Data"),
        page("<uuid:draft>/", "-preview", "Preview"),
        page("<uuid:draft>/berkas/", "-marked", "Marked"),
    ]
