"""What the grammar needs to know about the document to put words of time on a day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TimeContext:
    """When the document was written and what it reports on.

    ``issued`` is the document's date as well as it is known (a month: its last day); ``period`` what the document
    reports on (YYYY, YYYY-Hn, YYYY-Qn, YYYY-MM), ``year`` the year that "tháng 8" or "cuối năm" belong to. None where
    unknown.
    """

    issued: date | None = None
    period: str | None = None
    year: int | None = None
