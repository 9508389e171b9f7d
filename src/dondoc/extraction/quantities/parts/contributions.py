"""Shares of what was told before: points of a growth, and what "chiếm" says that some of it is.

Finds         GRDP tăng 7,2%, trong đó xây dựng đóng góp 3,1 điểm phần trăm, dịch vụ 4,1 điểm: together the growth
              riêng bốn huyện chiếm 112,3 ha
Leaves alone  points that do not make the growth: rates
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import POINTS, not_above
from dondoc.extraction.quantities.signals import CLAIMED
from dondoc.facts import Evidence

_DONE = ("actual", "cumulative", "count")
_CLAIMS = re.compile(r"\bchiếm(?:\s+(?:tới|khoảng|hơn|trên|gần))?\s*\Z")
_POINTS = frozenset({*POINTS, "điểm"})
_CONTRIBUTED = frozenset({*_DONE, "change", "rate"})
_GROWN = frozenset({"change", "rate"})
# "Trong 8% tăng trưởng chung", "trong mức tăng chung 8%": the growth named again, to be divided.
_AGAIN = re.compile(r"\btrong (?:mức |tốc độ |tổng mức )?(?:(?:tăng|tăng trưởng)(?: chung)?(?: là)? )?\Z")
_EARLIER, _FEWEST = 8, 2


def link_shares(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """``đóng góp 5,43 điểm phần trăm`` · ``riêng bốn huyện chiếm 112,3 ha``: shares of something told before."""
    if not sentence.cues & CLAIMED:
        return
    _link_claimed(sentence, earlier)
    for place, figure in enumerate(sentence.figures):
        if figure.whole is not None or figure.role not in _DONE or figure.task or figure.under or figure.over:
            continue
        before = figure.low_before
        if figure.unit in POINTS and "đóng góp" in before:
            figure.role = "rate"
            continue
        if figure.unit == "%" or "chiếm" not in before or not _CLAIMS.search(before):
            continue
        whole = _above(figure, sentence.figures[:place]) or _above(figure, earlier[-_EARLIER:])
        if whole is not None:
            figure.role, figure.whole = "part", whole
            figure.evidence.append(Evidence("of", "parts.shares"))


def _link_claimed(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """``GRDP tăng 7,46%: nông nghiệp đóng góp 0,78 điểm phần trăm; ...``: parts where together they make the growth."""
    points = [one for one in sentence.figures if one.unit in _POINTS and one.role in _CONTRIBUTED and not one.whole]
    named = [one for one in points if "đóng góp" in one.low_before or one.low_before.endswith("làm giảm ")]
    for claimed in (named, points):
        if len(claimed) < _FEWEST or claimed[0].unit not in POINTS:
            continue
        before = [one for one in sentence.figures if one.number < claimed[0].number]
        for whole in (*_growths(before), *_growths(earlier[-_EARLIER:])):
            if _make_growth(claimed, whole):
                whole.role = "change"
                for one in claimed:
                    one.role, one.whole = "part", whole
                    one.evidence.append(Evidence("of", "parts.shares"))
                return


def _make_growth(claimed: Sequence[Figure], whole: Figure) -> bool:
    """Whether what each of ``claimed`` adds to the growth, or takes from it, comes to ``whole``."""
    signed = (-1 if one.low_before.endswith("giảm ") else 1 for one in claimed)
    total = sum(sign * (one.measure.value or 0) for sign, one in zip(signed, claimed, strict=True))
    step = sum((one.measure.half_step or Decimal(0) for one in claimed), Decimal(0))
    return whole.measure.value is not None and abs(total - whole.measure.value) <= step


def _growths(figures: Sequence[Figure]) -> list[Figure]:
    """The growth as a whole: the one that the sentence names again, else the first."""
    levels = [one for one in figures if one.role in _GROWN and (one.unit == "%" or one.unit in POINTS)]
    again = [one for one in levels if _AGAIN.search(one.low_before)]
    return [*again, *(one for one in levels if one.role == "change")][:_FEWEST]


def _above(part: Figure, figures: Sequence[Figure]) -> Figure | None:
    wholes = (one for one in reversed(figures) if one.unit == part.unit and one.role in _DONE)
    return next((one for one in wholes if not_above(part, one)), None)
