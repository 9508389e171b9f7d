"""Đôn Đốc reads the documents of Vietnamese government offices: tasks, figures, and whether the sums add up.

Four verbs::

    text = dondoc.read("TB-262.docx")
    facts = dondoc.extract(text)
    checks = dondoc.check(facts)
    commented = dondoc.annotate("TB-262.docx", facts, checks)
"""

from dondoc.checking import check
from dondoc.drafting import annotate
from dondoc.extraction import extract
from dondoc.reading import ReadingError, read

__all__ = ["ReadingError", "annotate", "check", "extract", "read"]
__version__ = "0.1.0"
