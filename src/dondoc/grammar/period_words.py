"""Periods in words and abbreviations.

Finds         tháng Tám · tháng mười hai năm 2020 · quý cuối năm · quý đầu năm 2021 · hai quý đầu năm · T4/2022
              · 6T/2021 · từ tháng 5 đến tháng 8
Leaves alone  Cách mạng tháng Tám · phường Tháng Mười · mỗi tháng ba vụ · tháng năm · một tháng hai lần
              rằm tháng Giêng: of the moon, where no year and no "trong" makes it January
"""

import re
from collections.abc import Iterator

from dondoc.facts import PeriodMention
from dondoc.grammar.anchors import anchors, find_near
from dondoc.grammar.context import TimeContext
from dondoc.grammar.period_arithmetic import stretch, year_of
from dondoc.text import Span

_MONTHS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12,
}  # fmt: skip
_NUMBERS = {"hai": 2, "ba": 3, "2": 2, "3": 3, "02": 2, "03": 3}
_YEAR = r"(?:(?:\s*/\s*|,?\s+(?:của\s+)?năm\s+)(?P<year>(?:19|20)[0-9]{2})(?![0-9]))?"
_MONTH = re.compile(
    r"(?<!\w)tháng\s+(?P<month>giêng|mười\s+một|mười\s+hai|mười|một|hai|ba|tư|năm|sáu|bảy|tám|chín)(?!\w)"
    + _YEAR
    + r"(?P<now>\s+năm\s+nay\b)?",
)
_QUARTER = re.compile(
    r"(?<!\w)(?:(?P<count>hai|ba|0?[23])\s+)?quý\s+(?P<end>đầu|cuối)(?:\s+(?:của\s+)?năm)"
    r"(?:\s+(?P<year>(?:19|20)[0-9]{2}))?",
)
_SHORT = re.compile(
    r"(?<![\w/.])(?:T(?P<month>0?[1-9]|1[0-2])|(?P<count>0?[2-9]|1[0-2])T)\s?/\s?(?P<year>20[0-9]{2})(?!\w)"
)
_FROM_TO = re.compile(
    r"(?<!\w)từ\s+tháng\s+(?P<first>0?[1-9]|1[0-2])"
    r"\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+)?tháng\s+(?P<last>0?[1-9]|1[0-2])(?![0-9])"
    r"(?!\s*/\s*[0-9]{1,2}(?![0-9]))" + _YEAR,
)
_NO_MONTH_BEFORE = re.compile(
    r"\b(?:cách\s+mạng|mỗi|hằng|hàng|từng|một|hai|ba|bốn|sáu|bảy|chín|mười|[0-9]+|đường|phố|chợ|rằm|những|nhiều|vài|các)\s+$",
)
_STEADY = frozenset({"một", "năm", "hai", "ba"})
_MONTH_WORD = anchors(r"tháng\s+[mhbntscg]")
_QUARTER_WORD = anchors(r"quý\s+[đc]")
_FROM_WORD = anchors(r"từ\s+tháng")
_SLASHED_YEAR = anchors(r"/\s?20[0-9]")


def find_in_words(text: str, low: str, context: TimeContext) -> Iterator[PeriodMention]:
    """Yield the periods of ``text`` that are spelt out or abbreviated."""
    near = year_of(context)
    yield from _find_months(text, low, near)
    for match in find_near(_QUARTER, low, low, _QUARTER_WORD, 8, 30):
        year = int(match["year"]) if match["year"] else near
        count = _NUMBERS[match["count"]] if match["count"] else 1
        if year is not None:
            first = 1 if match["end"] == "đầu" else 13 - count * 3
            yield PeriodMention(Span(*match.span()), stretch(year, first, first + count * 3 - 1), "period.quarter")
    for match in find_near(_SHORT, text, low, _SLASHED_YEAR, 5, 5):
        month, count = int(match["month"] or 0), int(match["count"] or 0)
        period = stretch(int(match["year"]), month, month) if month else stretch(int(match["year"]), 1, count)
        yield PeriodMention(Span(*match.span()), period, "period.month" if month else "period.months")
    for match in find_near(_FROM_TO, low, low, _FROM_WORD, 2, 60):
        year = int(match["year"]) if match["year"] else near
        first, last = int(match["first"]), int(match["last"])
        if year is not None and first < last:
            yield PeriodMention(Span(*match.span()), stretch(year, first, last), "period.list")


def _find_months(text: str, low: str, near: int | None) -> Iterator[PeriodMention]:
    for match in find_near(_MONTH, low, low, _MONTH_WORD, 2, 40):
        before, after = text[max(0, match.start() - 16) : match.start()], text[match.end() : match.end() + 1]
        word = " ".join(match["month"].split())
        dated = match["year"] or match["now"]
        named = text[match.start()] == "T" and bool(before.strip()) and before.rstrip()[-1:] not in ".;:-+(\n"
        counted = word in _STEADY and not dated and not text[match.start("month")].isupper() and after not in ",.;:)"
        if (
            named
            or counted
            or (word == "năm" and not dated)
            or (word == "giêng" and not dated and not before.lower().endswith("trong "))
            or _NO_MONTH_BEFORE.search(low, max(0, match.start() - 16), match.start())
        ):
            continue
        year = int(match["year"]) if match["year"] else near
        if year is not None:
            yield PeriodMention(Span(*match.span()), stretch(year, _MONTHS[word], _MONTHS[word]), "period.month")
