"""Measures the portal against its budgets: `make bench`, or `python -m bench`.

Only ratios inside one run count, because absolute times drift with the machine. Nothing
here is part of `make test`: a timing never fails a test.
"""
