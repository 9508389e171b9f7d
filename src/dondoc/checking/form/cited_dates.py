"""The day of a cited document that cannot be.

Finds         Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 · a document cited with a day after the citing document's own
Leaves alone  citations without a day; documents that are still to come ("sẽ ban hành")
"""

import re
from collections.abc import Iterator
from datetime import date

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.times.written import written_days
from dondoc.grammar.anchors import anchors, find_near
from dondoc.text import Span

_CITED = re.compile(
    r"\b(?:số\s*:?\s*)?(?P<number>[0-9]{1,5})/(?:(?P<year>20[0-9]{2})/)?(?P<symbol>[A-ZĐ][^\W\d_]{0,7}(?:-[^\W_]{1,12}){1,3})"
    r",?\s+(?:(?=ngày)|(?:được ban hành |ban hành )(?=ngày))"
)
_SLASH = anchors("/")
_BEFORE, _BEHIND = 24, 120


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the citations whose day is in another year than their number, or after this document."""
    content = draft.text.content
    issued = draft.facts.header.issued or ""
    own = date.fromisoformat(issued) if len(issued) == 10 else None
    for match in find_near(_CITED, content, content, _SLASH, _BEFORE, _BEHIND):
        written = next(written_days(content, match.end(), match.end() + 36), None)
        if written is None or written.span.start > match.end() + 6:
            continue
        day = written.on_calendar()
        if day is None:
            continue
        cited = match[0].rstrip(" ,")
        if match["year"] and day.year != int(match["year"]):
            message = f"số hiệu ghi năm {match['year']} nhưng ngày ban hành ghi năm {day.year}"
            yield Finding(
                "VB304", written.span, "doubtful", message, None, (Span(match.start("number"), match.end("symbol")),)
            )
        elif own and day > own:
            message = f"{cited} đề ngày {day:%d/%m/%Y}, sau ngày của văn bản này ({own:%d/%m/%Y})"
            yield Finding("VB304", written.span, "doubtful", message)
