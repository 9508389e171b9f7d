"""The months that a title counts by their days, from the first of one to the last of another.

Finds         6 tháng đầu năm 2019 (từ 01/10/2018 đến 31/3/2019): an office whose year begins in October
              quý I (từ ngày 1/1/2019 đến hết ngày 31/3/2019): the quarter
Leaves alone  từ 15/12/2018 đến 14/6/2019: how an office counts the half year that the title names
"""

import re

from dondoc.grammar.period_arithmetic import stretch

_WHOLE_MONTHS = re.compile(
    r"\btừ (?:ngày )?0?1[/.-](?P<month>1[0-2]|0?[1-9])(?:[/.-](?P<year>20\d\d))? (?:đến|-|–) (?:hết )?(?:ngày )?"
    r"(?:28|29|30|31)[/.-](?P<last>1[0-2]|0?[1-9])[/.-](?P<until>20\d\d)(?!\d)",
    re.IGNORECASE,
)


_BRACKET = re.compile(r"\s*\([^()]{0,40}\Z")


def whole_months(words: str, behind: int = 0, *, bracketed: bool = False) -> str | None:
    """The months between the days that ``words`` name, as a half year or quarter where they are one.

    ``bracketed`` days stand in the bracket that opens right ``behind`` a period that the words name.
    """
    days = _WHOLE_MONTHS.search(words, behind)
    if days is None or (bracketed and not _BRACKET.match(words[behind : days.start()])):
        return None
    year, until = int(days["year"] or days["until"]), int(days["until"])
    if year == until:
        return stretch(year, int(days["month"]), int(days["last"]))
    return f"{year}-{int(days['month']):02}..{until}-{int(days['last']):02}"
