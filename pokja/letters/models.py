"""Door of the slice: letterheads, letters, and the work done with a finished letter."""

from pokja.letters.job_models import LetterJob, LetterMail
from pokja.letters.letter_models import Letter, Letterhead

__all__ = ["Letter", "LetterJob", "LetterMail", "Letterhead"]
