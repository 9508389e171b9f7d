"""The shares of a structure, which make a hundred percent.

Finds         Cơ cấu kinh tế: nông nghiệp 22,3%; công nghiệp - xây dựng 36,8%; dịch vụ 42,9% (102%)
              khu vực I chiếm 24,5%, khu vực II chiếm 33,0%, khu vực III chiếm 24,5% (for 42,5%)
Leaves alone  22,3%, 36,8% và 36,9%: taxes may be the rest that is not told · parts of parts
              từ 24,1% xuống 22,3%: two structures
              cơ cấu giống lúa chất lượng cao chiếm 75%: one share
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from dondoc.checking.arithmetic.intervals import Interval, interval_of
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.arithmetic.repair import find_repair
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.numerals import format_number

_STRUCTURE = re.compile(r"\b(?:cơ cấu|tỷ trọng|tỉ trọng)\b[^.;]*\Z", re.IGNORECASE)
_OTHER = re.compile(r"tăng|giảm|cùng kỳ|năm trước|kế hoạch|mục tiêu|\btừ\s+\Z|\b(?:lên|xuống|còn)\s+\Z", re.IGNORECASE)
_FEWEST, _WHOLE, _MOST = 3, 4, 8
_ALL = Decimal(100)
_NEAR, _REST = Decimal(25), Decimal(15)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the structures whose shares are more than the whole, or one slip away from it."""
    scene = draft.scene
    last = -1
    for index in sorted(scene.told_by("cơ cấu", "tỷ trọng", "tỉ trọng")):
        if index <= last or not _STRUCTURE.search(scene.before(index, 150)):
            continue
        run = _shares(scene, index)
        if len(run) >= _FEWEST:
            last = run[-1]
            yield from _judged(draft, [scene.figures[place] for place in run])


def _shares(scene: Scene, first: int) -> list[int]:
    """The shares from ``first`` on in one sentence; nothing where some of them are of another time."""
    run: list[int] = []
    for place in range(first, min(first + _MOST + 1, len(scene.figures))):
        if scene.sentence[place] != scene.sentence[first]:
            break
        figure = scene.figures[place]
        if figure.unit != "%" or figure.role == "change" or _OTHER.search(scene.before(place, 60)):
            return []
        run.append(place)
    return run if len(run) <= _MOST else []


def _judged(draft: Draft, shares: list[Quantity]) -> Iterator[Finding]:
    total = sum(map(value_of, shares), Decimal(0))
    spread = Interval(
        sum((interval_of(one).low for one in shares), Decimal(0)),
        sum((interval_of(one).high for one in shares), Decimal(0)),
    )
    if spread.low <= _ALL <= spread.high or abs(total - _ALL) > _NEAR or _first_make_all(shares):
        return
    slips = [(one, slip) for one in shares if (slip := find_repair(draft.text, one, _needed(shares, one, spread)))]
    slipped, slip = min(slips, key=lambda pair: pair[1].cost, default=(shares[-1], None))
    rest = _REST if len(shares) < _WHOLE else Decimal(0)  # taxes may be what three shares leave
    if total < _ALL and (slip is None or slip.cost or _ALL - total < rest):
        return
    message = f"cơ cấu cộng lại là {format_number(total)}%, không phải 100%"
    likeliest = [(one, found) for one, found in slips if slip is not None and found.cost == slip.cost]
    ways = [f"{draft.text[one.span]} thành {format_number(value_of(found.quantity))}%" for one, found in likeliest]
    mend = f"sửa {', hoặc '.join(ways)} thì cộng đủ 100%" if ways else None
    related = tuple(one.span for one in shares if one is not slipped)
    yield Finding("SL208", slipped.span, "error" if total > _ALL else "doubtful", message, mend, related)


def _first_make_all(shares: list[Quantity]) -> bool:
    """``nông nghiệp 71,83%, phi nông nghiệp 28,17%, đô thị 5,81%``: what follows is within the first ones."""
    return _ALL in accumulate(map(value_of, shares))


def _needed(shares: list[Quantity], one: Quantity, spread: Interval) -> Interval:
    """What a share would have to be for all to make a hundred."""
    own = interval_of(one)
    return Interval(_ALL - (spread.high - own.high), _ALL - (spread.low - own.low))
