"""Measures the portal against its budgets: `make bench`, or `python -m bench`.

Only ratios inside one run count, because absolute times drift with the machine. Nothing
here is part of `make test`: a timing never fails a test.
"""

import sys
from pathlib import Path

# The servers are found and started by the same module as those of `make test`.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / ".ci"))
