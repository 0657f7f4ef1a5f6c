"""Label, hint, error, input: in this order, and tied together for screen readers."""

from __future__ import annotations

import re

from django import forms
from django.template import Context, Template

from pug_portal.files.fields import MultiUploadField
from pug_portal.lib.fields import PercentField, RupiahField, empty_if


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


def test_a_field_that_is_empty_in_one_case_only_names_the_case():
    class Appointing(forms.Form):
        number = empty_if("SK menyusul", forms.CharField(label="Nomor SK"))

    html = rendered(Appointing({}))

    assert "(boleh kosong bila SK menyusul)" in html
    assert "galat" not in html


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


class EveryKind(forms.Form):
    money = RupiahField(label="Realisasi")
    share = PercentField(label="Persentase")
    sure = forms.BooleanField(label="Sudah diperiksa", help_text="Bacalah dahulu.")
    parts = forms.MultipleChoiceField(
        label="Isi", choices=[("a", "A")], widget=forms.CheckboxSelectMultiple
    )
    proof = MultiUploadField(label="Bukti", required=False)
    kind = forms.ChoiceField(label="Jenis", choices=[("a", "A")])


def test_units_stand_beside_their_inputs():
    html = rendered(EveryKind())

    assert re.search(r'input-group-text">Rp</span><input[^>]*name="money"', html)
    assert re.search(r'name="share"[^>]*><span class="input-group-text">%<', html)


def test_a_wrong_check_box_has_its_error_before_it_and_points_at_it():
    html = rendered(EveryKind({}))

    box = re.search(r'<input type="checkbox" name="sure"[^>]*>', html)
    assert box is not None
    assert 'aria-describedby="id_sure_helptext id_sure_error"' in box[0]
    assert html.index('id="id_sure_error"') < box.start()
    assert 'class="mb-f salah" id="div_id_sure"' in html


def test_a_wrong_group_tells_its_hint_and_error_on_the_fieldset():
    html = rendered(EveryKind({}))

    assert re.search(
        r'<fieldset[^>]*id="div_id_parts"[^>]*aria-describedby="id_parts_error"', html
    )
    assert re.search(r'name="parts"[^>]*aria-invalid="true"', html)


def test_several_files_go_into_one_input():
    html = rendered(EveryKind())

    assert re.search(r'<input type="file" name="proof"[^>]* multiple', html)
    assert 'aria-describedby="id_proof_helptext"' in html


def test_the_crispy_tag_writes_no_form_token_or_button_of_its_own():
    page = Template("{% load crispy_forms_tags %}{% crispy form %}")
    html = page.render(Context({"form": EveryKind()}))

    assert "<form" not in html
    assert "csrfmiddlewaretoken" not in html
    assert 'name="money"' in html


def test_a_page_without_errors_has_no_summary():
    page = Template('{% include "components/error_summary.html" %}')

    assert "alert" not in page.render(Context({"form": EveryKind()}))
    assert "alert" not in page.render(Context({}))
