"""The base of a change that names the month or quarter compared with, told by the time of the figure itself.

Finds         in August 2015: tăng 1,54% so với tháng 7/2015 (previous) và tăng 1,75% so với tháng 8/2014 (same_period)
              giảm 2% so với tháng 12/2014, so với tháng 5 (other: neither the month before nor that of a year ago)
              hơn tháng 8/2014 (512 tỷ đồng) 48 tỷ đồng · in 2020: tăng 20 ha so với năm 2010 (other)
              So với quý III/2014, xuất khẩu tăng 6% (same_period, in the third quarter)
Leaves alone  so với tháng trước, so cùng kỳ: said in words · a change over several months
"""

import re

from dondoc.extraction.quantities.bases import leads_next
from dondoc.extraction.quantities.beyond import told_beyond
from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.facts import Base, Evidence

_COMPARED = re.compile(
    r"\b(?:so (?:sánh )?(?:với )?|hơn |kém |thua )(?:cùng kỳ )?(?:(?P<unit>tháng|quý) (?P<part>\d{1,2}|i{1,3}|iv)\b)"
    r"(?:(?: ?[/.-] ?| (?:của )?năm )(?P<year>20\d\d)(?!\d))?(?! ?/\d)"
)
_THAN_YEAR = re.compile(r"\b(?:so (?:sánh )?(?:với )?|hơn |kém |thua )(?:cả )?năm (?P<year>20\d\d)(?!\d| ?[-–])")
_END = re.compile(r"[;.](?!\d)")
_LEADS = re.compile(r"[^;.]{0,60}\Z")
_PERIOD = re.compile(r"(?P<year>\d{4})-(?:Q(?P<quarter>\d)|(?P<month>\d\d))\Z")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS, _QUARTERS = 12, 4


def settle_dated(figure: Figure, sentence: Sentence) -> None:
    """Set the base of a change whose words name a month or quarter; all else keeps the base that it has."""
    if not figure.base or figure.base == "plan":
        return
    if (figure.period or "").isdecimal():
        _settle_year(figure)
        return
    told = _PERIOD.match(figure.period or "")
    named = _named(figure, sentence) if told is not None else None
    if told is None or named is None or (named["unit"] == "quý") is not bool(told["quarter"]):
        return
    part, year = int(told["quarter"] or told["month"]), int(told["year"])
    other = _ROMAN.get(named["part"]) or int(named["part"])
    base = _base(part, year, other, named["year"], _QUARTERS if told["quarter"] else _MONTHS)
    if base is not None and base != figure.base:
        figure.base = base
        figure.evidence.append(Evidence("base", "base.dated"))


def _settle_year(figure: Figure) -> None:
    """``năm 2020 có 96 ha, tăng 14 ha so với năm 2010``: what is told against a year long gone."""
    words = _END.split(figure.low_after, maxsplit=1)[0]
    named = _THAN_YEAR.search(words if "so " in words else _told_before(figure))
    if figure.base == "previous" and named is not None and int(named["year"]) < int(figure.period or 0) - 1:
        figure.base = "other"
        figure.evidence.append(Evidence("base", "base.dated"))


def _told_before(figure: Figure) -> str:
    """The words that say what ``figure`` is above or below of: "hơn tháng 7 (512 tỷ đồng) 48 tỷ đồng"."""
    if told_beyond(figure) is None:
        return ""
    level = figure.previous
    return level.low_before if level is not None and level.opens and ")" in figure.low_before else figure.low_before


def _named(figure: Figure, sentence: Sentence) -> re.Match[str] | None:
    """The month or quarter that the words behind the figure name, or those before it, or those that its list shares."""
    told = _told_before(figure)
    if told or "so " not in sentence.low:
        return _last(told)
    if leads_next(figure.low_after) and not told:
        return None
    own = _COMPARED.search(_END.split(figure.low_after, maxsplit=1)[0])
    if own is not None or "so " in figure.low_after:
        return own
    leads = _last(figure.low_before) if "so " in figure.low_before else None
    if leads is not None:
        alone = _LEADS.match(figure.low_before, leads.end()) and "so " not in figure.low_before[leads.end() :]
        return leads if alone else None
    if not any(one.rule == "base.shared" for one in figure.evidence):
        return None
    at = figure.measure.span.end - sentence.span.start
    behind = sentence.low.find("so ", at)
    return _COMPARED.match(sentence.low, behind) if behind >= 0 else _last(sentence.low[:at])


def _last(words: str) -> re.Match[str] | None:
    found = None
    for found in _COMPARED.finditer(words):  # noqa: B007
        pass
    return found


def _base(part: int, year: int, other: int, named: str | None, most: int) -> Base | None:
    """How far back the ``other`` month or quarter lies; None where it cannot be told."""
    back = int(named) if named else year if other < part else year - 1
    distance = (year - back) * most + part - other
    if distance <= 0 or (named is None and distance == most):
        return None
    return "previous" if distance == 1 else "same_period" if distance == most else "other"
