"""Filter forms above the lists: their inputs wear the design's classes."""

from __future__ import annotations

from typing import Any

from django import forms


class FilterForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            is_select = isinstance(field.widget, forms.Select)
            field.widget.attrs["class"] = "form-select" if is_select else "form-control"
            if isinstance(field, forms.CharField):
                field.widget.input_type = "search"
