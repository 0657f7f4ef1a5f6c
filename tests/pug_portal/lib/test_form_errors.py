from django import forms
from django.forms import formset_factory

from pug_portal.lib.form_errors import errors_of


class Guest(forms.Form):
    name = forms.CharField(label="Nama")
    sex = forms.ChoiceField(
        label="L/P?", choices=[("L", "Laki-laki")], widget=forms.RadioSelect
    )
    secret = forms.CharField(widget=forms.HiddenInput)


class Row(forms.Form):
    count = forms.IntegerField(label="Jumlah")


def test_each_error_leads_to_an_input_that_can_take_the_focus():
    lines = errors_of(Guest({}))

    assert [(line.target, line.label) for line in lines] == [
        ("id_name", "Nama"),
        ("id_sex_0", "L/P"),
        ("", "Secret"),
    ]


def test_an_error_of_the_whole_form_leads_nowhere():
    form = Guest({"name": "Ani", "sex": "L", "secret": "x"})
    form.add_error(None, "Rapat ini sudah ada.")

    (line,) = errors_of(form)

    assert (line.target, line.label, line.text) == ("", "", "Rapat ini sudah ada.")


def test_rows_of_a_formset_are_named_by_number_or_by_their_own_label():
    rows = formset_factory(Row)
    formset = rows(
        {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2", "form-0-count": "x"}
    )
    formset.forms[1].row_label = "Dinas Kesehatan"

    lines = errors_of(formset)

    assert [(line.target, line.label) for line in lines] == [
        ("id_form-0-count", "Baris 1, Jumlah"),
        ("id_form-1-count", "Dinas Kesehatan, Jumlah"),
    ]


def test_a_deleted_row_and_an_unsent_form_say_nothing():
    rows = formset_factory(Row, can_delete=True)
    formset = rows(
        {
            "form-TOTAL_FORMS": "1",
            "form-INITIAL_FORMS": "1",
            "form-0-count": "x",
            "form-0-DELETE": "on",
        }
    )

    assert errors_of(formset, rows(), Guest(), None, [Guest()]) == []
