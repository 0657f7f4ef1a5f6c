"""`python -m tests.pokja.decree_reading.making` writes the ten samples.

They were written once, before any reader existed, and stay as they are: the reader is
measured on them. All names are invented.
"""

from tests.pokja.decree_reading.making import (
    docx_samples,
    docx_second,
    pdf_first,
    pdf_second,
    pdf_third,
)

for make in (
    pdf_first.bordered,
    pdf_first.unlined,
    pdf_third.roman_list,
    pdf_second.technical_team,
    docx_samples.grouped,
    docx_samples.tabs,
    pdf_second.one_cell_for_many,
    docx_second.merged,
    pdf_second.two_annexes,
    docx_second.on_behalf,
):
    make()
