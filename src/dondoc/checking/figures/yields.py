"""A harvest that its area and its yield give.

Finds         diện tích 1.250 ha, năng suất 62,5 tạ/ha, sản lượng 8.712 tấn (7.812,5)
Leaves alone  an area and a harvest that are further apart than one slip: part of the area may not be harvested yet
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import Interval, interval_of
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.arithmetic.repair import Repair, find_repair
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.numerals import format_amount, format_number

TONNES = {"tạ/ha": Decimal("0.1"), "tấn/ha": Decimal(1), "kg/ha": Decimal("0.001")}
_CROP = re.compile(r"năng suất\s+(?:bình quân\s+)?(?P<crop>[^\W\d_]+)", re.IGNORECASE)
_NO_CROPS = frozenset(("", "ước", "đạt", "bình", "là", "chung", "trung", "khoảng"))
_REACH = 4
_TELLING = 2


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the harvests that one slip keeps from being area times yield."""
    scene = draft.scene
    for index, figure in enumerate(scene.figures):
        if (figure.unit or "").lower() not in TONNES or figure.role == "change" or figure.rule == "table.cell":
            continue
        area, harvest = _nearest(scene, index, "ha"), _nearest(scene, index, "tấn")
        if area is None or harvest is None or 0 in (value_of(area), value_of(figure)):
            continue
        if _is_of_another_crop(scene, index, area):
            continue
        yield from product(draft, area, figure, harvest)


def _nearest(scene: Scene, index: int, unit: str) -> Quantity | None:
    """The figure in ``unit`` that stands closest to a yield in its sentence; None where two are equally close."""
    for distance in range(1, _REACH):
        found = [
            scene.figures[place]
            for place in (index - distance, index + distance)
            if 0 <= place < len(scene.figures)
            and scene.sentence[place] == scene.sentence[index]
            and scene.figures[place].unit == unit
            and scene.figures[place].role not in ("change", "plan")
        ]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _is_of_another_crop(scene: Scene, index: int, area: Quantity) -> bool:
    """``lúa 16.420 ha, ngô 17.730 ha; năng suất lúa 58,2 tạ/ha``: the yield is of what another area is of."""
    named = _CROP.search(scene.before(index, 60))
    crop = named["crop"].lower() if named is not None else ""
    if crop in _NO_CROPS or crop in scene.before(scene.place[area.id], 40).lower():
        return False
    return any(
        scene.figures[place].unit == "ha" and crop in scene.before(place, 40).lower()
        for place in range(max(index - 2 * _REACH, 0), index)
    )


def give(area: Quantity, rate: Quantity, harvest: Quantity) -> bool:
    """Whether area times yield can be the harvest."""
    return _product(area, rate).meets(interval_of(harvest))


def _product(area: Quantity, rate: Quantity) -> Interval:
    a, r, factor = interval_of(area), interval_of(rate), TONNES[(rate.unit or "").lower()]
    return Interval(a.low * r.low * factor, a.high * r.high * factor)


def product(draft: Draft, area: Quantity, rate: Quantity, harvest: Quantity) -> Iterator[Finding]:
    """Yield the finding of a harvest that one slip keeps from being ``area`` times ``rate``."""
    a, r, h = interval_of(area), interval_of(rate), interval_of(harvest)
    computed, factor = _product(area, rate), TONNES[(rate.unit or "").lower()]
    if computed.meets(h) or min(a.low, r.low, h.low) <= 0:
        return
    text = draft.text
    slips: list[tuple[Quantity, Repair | None]] = [
        (harvest, find_repair(text, harvest, computed)),
        (rate, find_repair(text, rate, Interval(h.low / a.high / factor, h.high / a.low / factor))),
        (area, find_repair(text, area, Interval(h.low / r.high / factor, h.high / r.low / factor))),
    ]
    known = [(figure, slip) for figure, slip in slips if slip is not None]
    if not known or max(slip.digits for _, slip in known) < _TELLING:
        return
    figure, slip = min(known, key=lambda pair: pair[1].cost)
    worked = (value_of(area) * value_of(rate) * factor).quantize(Decimal("0.1"))
    message = (
        f"{format_number(value_of(area))} ha × {format_number(value_of(rate))} {rate.unit} = "
        f"{format_number(worked)} tấn, văn bản ghi {format_number(value_of(harvest))} tấn"
    )
    mend = f"sửa {text[figure.span]} thành {format_amount(value_of(slip.quantity), figure.unit)}"
    others = tuple(other.span for other in (area, rate, harvest) if other is not figure)
    yield Finding("SL109", figure.span, "doubtful", message, mend, others)
