"""The date and the issuer that follow a citation.

Finds         ngày 19 tháng 10 năm 2023 của Chính phủ · ngày 29/6/2021 của UBND tỉnh · của Ban Thường vụ Tỉnh ủy
Leaves alone  ngày 31/02/2023: no such day, None
"""

import re
from datetime import date

from dondoc.grammar.agencies import read_agency_list

DATE = re.compile(
    r"[ \n,]{0,3}(?:\([^()\n]{0,60}\) ?)?(?:ban hành )?ngày {1,2}(?P<day>\d{1,2}) {0,2}(?:[/.-]"
    r"|tháng) {0,2}(?P<month>\d{1,2}) {0,2}(?:[/.-]|năm) {0,2}(?P<year>\d{4})",
)
ISSUER = re.compile(r"[ \n,]{0,3}(?:\([^()\n]{0,60}\) ?)?(?:của|do) {1,2}(?=\S)")
OWN = frozenset({"group", "places", "role", "sector"})


def read_attributes(text: str, position: int) -> tuple[date | None, str | None]:
    """Return the date and the issuer of the document cited just before ``position``."""
    issued, issuer = None, None
    here = position
    for _ in range(2):
        begin = here
        dated = DATE.match(text, here)
        if dated and issued is None:
            issued = as_date(dated["day"], dated["month"], dated["year"])
            here = dated.end()
        by = ISSUER.match(text, here)
        if by and issuer is None:
            agencies, _end = read_agency_list(text[by.end() : by.end() + 160], 0)
            if agencies and agencies[0].kind not in OWN:
                issuer = agencies[0].name
                here = by.end() + agencies[0].span.end
        if here == begin:
            break
    return issued, issuer


def as_date(day: str, month: str, year: str) -> date | None:
    """The day, or None where there is no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
