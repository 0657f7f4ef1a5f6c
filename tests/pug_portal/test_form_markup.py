"""Label, hint, error, input: in this order, and tied together for screen readers."""

from __future__ import annotations

import re

from django import forms
from django.template import Context, Template


class Sample(forms.Form):
    name = forms.CharField(label="Nama", help_text="Nama lengkap.")
    note = forms.CharField(label="Catatan", required=False)
    sex = forms.ChoiceField(
        label="L/P", choices=[("L", "Laki-laki")], widget=forms.RadioSelect
    )


def rendered(form: forms.Form) -> str:
    return Template("{% load crispy_forms_tags %}{{ form|crispy }}").render(
        Context({"form": form})
    )


def test_hint_and_error_stand_between_label_and_input():
    html = rendered(Sample({"name": ""}))

    places = [
        html.index(part) for part in ("<label", "Nama lengkap.", "galat", "<input")
    ]
    assert places == sorted(places)


def test_input_points_at_the_ids_that_are_really_printed():
    html = rendered(Sample({"name": ""}))

    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html


def test_only_optional_fields_are_marked():
    html = rendered(Sample())

    assert html.count("(boleh kosong)") == 1
    assert "*" not in html


def test_radio_buttons_stand_in_a_fieldset_with_legend():
    html = rendered(Sample())

    assert "<fieldset" in html
    assert "<legend" in html


def test_radio_buttons_look_like_the_design_and_keep_the_choice():
    html = rendered(Sample({"sex": "L"}))

    button = re.search(r"<input[^>]*id=\"id_sex_0\"[^>]*>", html)[0]
    assert "form-check-input" in button
    assert " checked" in button


def test_the_summary_leads_to_the_first_radio_button():
    html = Template('{% include "components/error_summary.html" %}').render(
        Context({"form": Sample({})})
    )

    assert 'href="#id_sex_0"' in html


def test_a_form_never_prints_its_own_form_tag():
    assert "<form" not in rendered(Sample())
