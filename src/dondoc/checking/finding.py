"""What a reader of a draft is shown: one sentence about one place, how sure it is, and what would make it right."""

from dataclasses import dataclass
from typing import Literal

from dondoc.text import Span

Severity = Literal["error", "doubtful", "format"]
SEVERITIES: tuple[Severity, ...] = ("error", "doubtful", "format")


@dataclass(frozen=True, slots=True)
class Finding:
    """One cause of one or more things that do not fit.

    ``rule`` is a code of the catalogue ("SL101"); ``span`` the words to mend, ``related`` the words that speak against
    them. ``error`` leaves one reading, ``doubtful`` may have an explanation, ``format`` is form and wording.
    ``message`` is one sentence with the arithmetic as written by hand; ``mend`` the smallest change that makes it
    right, None where nothing small does. ``checks`` holds the ids of the checks that it explains. ``cause`` names the
    finding by its words, without offsets: equal in two readings of a document that differ elsewhere.
    """

    rule: str
    span: Span
    severity: Severity
    message: str
    mend: str | None = None
    related: tuple[Span, ...] = ()
    checks: tuple[str, ...] = ()
    cause: str = ""
    id: str = ""
