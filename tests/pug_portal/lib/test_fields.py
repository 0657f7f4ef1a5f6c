from datetime import date, time
from decimal import Decimal

import pytest
from django import forms

from pug_portal.lib.fields import (
    CountField,
    DecimalField,
    JamField,
    LongLineField,
    PercentField,
    RupiahField,
    TanggalField,
    YearField,
)


class BudgetForm(forms.Form):
    pagu = RupiahField(required=False)
    laki = CountField(required=False)
    nilai = DecimalField(required=False)
    bobot = PercentField(required=False)
    pada = TanggalField(required=False)
    pukul = JamField(required=False)


TYPED = {
    "pagu": "Rp 1.250.000",
    "laki": "1.284",
    "nilai": "1.234,5",
    "bobot": "77,2%",
    "pada": "2020-10-26",
    "pukul": "07.30",
}
MEANT = {
    "pagu": 1_250_000,
    "laki": 1284,
    "nilai": Decimal("1234.5"),
    "bobot": Decimal("77.2"),
    "pada": date(2020, 10, 26),
    "pukul": time(7, 30),
}


def test_numbers_and_dates_are_read_the_indonesian_way():
    form = BudgetForm(TYPED)

    assert form.is_valid(), form.errors
    assert form.cleaned_data == MEANT


def test_empty_is_not_zero():
    form = BudgetForm({})

    assert form.is_valid()
    assert set(form.cleaned_data.values()) == {None}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("pagu", 'value="1.250.000"'),
        ("laki", 'value="1.284"'),
        ("nilai", 'value="1.234,5"'),
        ("bobot", 'value="77,2"'),
        ("pada", 'value="2020-10-26"'),
        ("pukul", 'value="07:30"'),
    ],
)
def test_a_stored_value_is_shown_as_it_would_be_typed(name, shown):
    assert shown in str(BudgetForm(initial=MEANT)[name])


def test_zero_is_shown_and_nothing_stays_blank():
    form = BudgetForm(initial={"pagu": 0, "laki": None})

    assert 'value="0"' in str(form["pagu"])
    assert "value" not in str(form["laki"])


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("pagu", "1.234.567,89"),
        ("pagu", "abc"),
        ("laki", "12,5"),
        ("nilai", "12.5"),
        ("bobot", "100,01"),
    ],
)
def test_what_was_typed_stays_when_it_is_refused(name, typed):
    form = BudgetForm({name: typed})

    assert not form.is_valid()
    assert list(form.errors) == [name]
    assert f'value="{typed}"' in str(form[name])


def test_script_typed_into_a_number_is_shown_as_text():
    html = BudgetForm({"pagu": '"><script>alert(1)</script>'}).as_p()

    assert "<script>" not in html


def test_nothing_has_changed_when_the_same_values_come_back_in_another_spelling():
    assert BudgetForm(TYPED, initial=MEANT).changed_data == []


def test_a_cleared_a_changed_and_an_unreadable_value_all_count_as_changed():
    form = BudgetForm(
        TYPED | {"pagu": "", "laki": "1.285", "nilai": "abc"}, initial=MEANT
    )

    assert form.changed_data == ["pagu", "laki", "nilai"]


def test_zero_differs_from_nothing():
    assert BudgetForm({"pagu": "0"}, initial={"pagu": None}).changed_data == ["pagu"]


def test_a_disabled_field_never_changes():
    assert not RupiahField(disabled=True).has_changed(5, "6")


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("pagu", "numeric"),
        ("laki", "numeric"),
        ("nilai", "decimal"),
        ("bobot", "decimal"),
    ],
)
def test_phones_show_their_number_keys(name, keys):
    html = str(BudgetForm()[name])

    assert f'inputmode="{keys}"' in html
    assert 'type="text"' in html
    assert 'autocomplete="off"' in html


def test_own_widget_attributes_are_kept():
    class Form(forms.Form):
        pagu = RupiahField(
            widget=RupiahField.widget({"class": "w-m", "autocomplete": "on"})
        )

    assert 'class="w-m"' in str(Form()["pagu"])
    assert 'autocomplete="on"' in str(Form()["pagu"])


def test_a_required_field_asks_to_be_filled():
    class Form(forms.Form):
        pagu = RupiahField()
        pada = TanggalField()

    assert Form({}).errors == {
        "pagu": ["Kolom ini perlu diisi."],
        "pada": ["Kolom ini perlu diisi."],
    }


def test_a_field_may_set_its_own_ceiling():
    class Form(forms.Form):
        laki = CountField(biggest=100)

    assert Form({"laki": "101"}).errors == {
        "laki": ["Jumlah paling banyak 100. Periksa kembali angkanya."]
    }


@pytest.mark.parametrize(
    "typed", ["26-10-2020", "26/10/2020", "26.10.2020", "2020-10-26"]
)
def test_browsers_without_a_date_picker_may_send_the_indonesian_order(typed):
    assert TanggalField().clean(typed) == date(2020, 10, 26)


@pytest.mark.parametrize(
    ("typed", "sentence", "box"),
    [
        ("31-02-2020", "Tanggal tidak terbaca", "text"),
        ("besok", "Tanggal tidak terbaca", "text"),
        ("0020-10-26", "Tahun 20 tidak mungkin", "date"),
    ],
)
def test_dates_that_cannot_be_say_what_to_write_and_stay_in_sight(typed, sentence, box):
    form = BudgetForm({"pada": typed})

    assert sentence in form.errors["pada"][0]
    assert f'value="{typed}"' in str(form["pada"])
    assert f'type="{box}"' in str(form["pada"])


def test_an_hour_that_cannot_be_says_what_to_write():
    assert "Jam tidak terbaca" in BudgetForm({"pukul": "25.00"}).errors["pukul"][0]


def test_a_year_is_shown_as_it_is_said():
    assert YearField().prepare_value(2026) == "2026"
    assert YearField().clean("2026") == 2026


@pytest.mark.parametrize("typed", ["26", "999", "20266", "dua ribu"])
def test_a_year_of_other_than_four_digits_is_refused(typed):
    with pytest.raises(forms.ValidationError, match="empat angka"):
        YearField().clean(typed)


def test_a_long_line_pasted_in_several_lines_becomes_one():
    field = LongLineField(max_length=40)
    assert field.clean(" Pembentukan Pokja \r\n  PUG ") == "Pembentukan Pokja PUG"
    assert "<textarea" in field.widget.render("title", "Pembentukan Pokja PUG")


def test_a_whole_number_that_is_none_says_what_to_write():
    with pytest.raises(forms.ValidationError, match="Tulis bilangan bulat"):
        forms.IntegerField().clean("12abc")
