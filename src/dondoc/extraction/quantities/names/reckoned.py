"""Shares that stand apart from the two figures whose quotient they are, named as the upper one.

Finds         làm rõ 151/187 vụ, bắt 268 đối tượng, đạt tỷ lệ 80,75% (làm rõ vụ): 151 of 187
              402 bản, chấm loại A 126 bản với 14 lỗi, chiếm 31,3% (loại A bản): 126 of 402
Leaves alone  làm rõ 151/187 vụ, đạt 80,75%: right behind them · 50%, 100%: many quotients give those
              bắt 214 đối tượng, chiếm 80,75%, where 214 is that share of another figure, too
"""

from collections.abc import Iterator
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure

_OTHERS = frozenset({"change", "plan"})
_REACH = 7
_TELLING = Decimal("0.051")


def share_name(figure: Figure) -> str:
    """The name of the figure that the share ``figure`` gives of another, where not of the one right before it."""
    half, last = figure.measure.half_step, figure.previous
    if figure.role in _OTHERS or figure.unit != "%" or half is None or half >= _TELLING or figure.opens:
        return ""
    if last is None or last.unit == "%" or last.over is not None:
        return ""
    tops = [top for top in _before(figure) if top.indicator and _is_share(figure, top)]
    return (tops[0].indicator or "") if len(tops) == 1 and tops[0] is not last else ""


def _before(figure: Figure) -> Iterator[Figure]:
    last = figure.previous
    while last is not None and figure.number - last.number <= _REACH:
        yield last
        last = last.previous


def _is_share(figure: Figure, top: Figure) -> bool:
    """Whether ``figure`` is what ``top`` is of the lower figure of its pair, or of a greater one of its unit before."""
    bottoms = [top.under] if top.under is not None else [one for one in _before(top) if one.unit == top.unit]
    value, half = figure.measure.value, figure.measure.half_step
    if value is None or half is None or top.measure.value is None or top.unit == "%" or top.over is not None:
        return False
    return any(
        bottom is not None
        and bottom.measure.value is not None
        and bottom.measure.value > top.measure.value
        and abs(100 * top.measure.value / bottom.measure.value - value) <= half
        for bottom in bottoms
    )
