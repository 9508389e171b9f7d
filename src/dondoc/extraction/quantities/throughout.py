"""The base that news compare by throughout: a change of several months that names none is one against it.

Finds         ... tăng 9% so với cùng kỳ. Doanh thu vận tải 8 tháng đạt 3.084 tỷ đồng, tăng 38% (same_period, both)
              the same in news of a whole year: against the year before (previous)
              IIP tháng 5 tăng 3% so với tháng trước, giảm 4% so cùng kỳ; tính chung 5 tháng giảm 2% (same_period, in
              reports, too: no month stands before five)
              Mía 2.110 ha, giảm 480 ha, in a report on a year without any "cùng kỳ" (previous)
              Tai nạn giảm 88 vụ ... giảm 88 vụ so với năm 2022: the headline as the sentence (previous, both)
Leaves alone  Trong tháng 9, thuế tăng 16%: it may be told against the month before · reports, which name each base
              (tăng 2 vụ) · giá thép tăng từ 12% đến 18% · news that never say "cùng kỳ"
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.facts import Evidence

_EVIDENCE = Evidence("base", "base.throughout")
_AGAIN = Evidence("base", "base.told_again")
_MONTH = len("2025-09")
_OF_MONTHS = re.compile(r"\.\.|-H1\Z|-Q\d\Z|\A\d{4}\Z")
_YEAR = re.compile(r"\d{4}")
_SO_FAR = re.compile(r"\d\.\.")
_OF_SEVERAL = re.compile(r"\d\.\.|-H1\Z")
_AVERAGED = re.compile(r"\bbình quân [^,;.]{0,20}\btháng\b")


def settle_throughout(sentences: Sequence[Sentence]) -> None:
    """Give the changes of news that name no base the one that the others are told against."""
    changes = [figure for sentence in sentences for figure in sentence.figures if figure.role == "change"]
    told = {(figure.measure.value, figure.unit): figure.base for figure in reversed(changes) if figure.base}
    for figure in changes:
        if figure.base is None and (figure.measure.value, figure.unit) in told:
            figure.base = told[figure.measure.value, figure.unit]
            figure.evidence.append(_AGAIN)
    _settle_of_year(changes)
    for figure in changes:
        if _is_of_no_month(figure):
            figure.base = "same_period"
            figure.evidence.append(_EVIDENCE)
    if not any(figure.base == "same_period" for figure in changes):
        return
    for figure in changes:
        if figure.base is None and _is_rate_of_months(figure):
            figure.base = "previous" if (figure.period or "").isdecimal() else "same_period"
            figure.evidence.append(_EVIDENCE)
        elif figure.base is None and _is_signed_member(figure):
            figure.base = figure.previous.base if figure.previous is not None else None
            figure.evidence.append(_EVIDENCE)


def _settle_of_year(changes: Sequence[Figure]) -> None:
    """``Năm 2025 ... tăng 6,4% so với năm trước. Bán lẻ 7.310 tỷ đồng (+11,2%)``: what a year is compared with."""
    of_year = [figure for figure in changes if (figure.period or "").isdecimal() and not figure.task]
    told = {figure.base for figure in of_year} & {"same_period", "previous"}
    if told != {"previous"}:
        return
    for figure in of_year:
        if figure.base is None and (figure.unit or "").startswith(("%", "điểm")) and not figure.ranges:
            figure.base = "previous"
            figure.evidence.append(_EVIDENCE)


def settle_months(sentences: Sequence[Sentence]) -> None:
    """Give the changes of several months that a report tells without a base the one of its others: the year before."""
    changes = [figure for sentence in sentences for figure in sentence.figures if figure.role == "change"]
    bases = [figure.base for figure in changes]
    if "same_period" not in bases:
        return
    usual = bases.count("same_period") > bases.count("previous")
    for figure in changes:
        if figure.task:
            continue
        open_ = figure.base is None and (usual or _SO_FAR.search(figure.period or ""))
        if (open_ and _OF_MONTHS.search(figure.period or "")) or _is_of_no_month(figure):
            figure.base = "same_period"
            figure.evidence.append(_EVIDENCE)


def settle_years(sentences: Sequence[Sentence]) -> None:
    """``Mía 2.110 ha, giảm 480 ha`` of a year, in a text that never says "cùng kỳ": against the year before."""
    changes = [figure for sentence in sentences for figure in sentence.figures if figure.role == "change"]
    if any(figure.base == "same_period" for figure in changes):
        return
    for figure in changes:
        if figure.base is None and _YEAR.fullmatch(figure.period or "") and not figure.task:
            figure.base = "previous"
            figure.evidence.append(_EVIDENCE)


def _is_of_no_month(figure: Figure) -> bool:
    """``CPI tăng 0,2% so với tháng trước. Xuất khẩu 5 tháng 241,6 triệu USD, tăng 13,2%``: no month is before five."""
    averaged = figure.base == "other" and _AVERAGED.search(figure.low_before) is not None
    shared = (averaged or figure.base == "previous") and any(one.rule == "base.shared" for one in figure.evidence)
    return shared and _OF_SEVERAL.search(figure.period or "") is not None


def _is_signed_member(figure: Figure) -> bool:
    """``IIP tăng 12,4%, trong đó điện +61,2%, dệt +9,8%``: the next of those that rose."""
    last = figure.previous
    signed = figure.signed or figure.before.rstrip()[-1:] in ("+", "-", "–", "−")
    return (
        signed and last is not None and last.role == "change" and last.unit == figure.unit == "%" and not figure.depth
    )


def _is_rate_of_months(figure: Figure) -> bool:
    """Whether ``figure`` is a percentage that something rose by in more than a month."""
    period = figure.period or ""
    of_month = len(period) == _MONTH and period[5:].isdecimal()
    if figure.unit != "%" or figure.signed or figure.task or not period or of_month:
        return False
    return not (figure.ranges or figure.low_before.endswith("từ "))
