"""What is left of two opposite flows, told with its side: more sold than bought abroad, more taken in than spent.

Finds         xuất khẩu 287,3 triệu USD, nhập khẩu 412,6 triệu USD, xuất siêu 125,3 triệu USD: it is nhập siêu
              Tổng thu: 31.520 triệu đồng / Tổng chi: 24.310 triệu đồng / Chênh lệch thu - chi: 7.210 tỷ đồng
Leaves alone  surpluses that some two figures of the sides before them give · sides that the text does not tell
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.slips import chance_of_slip, is_turned
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene


class _Flow(NamedTuple):
    """What is more and what is less where the words of ``told`` stand."""

    told: re.Pattern[str]
    more: re.Pattern[str]
    less: re.Pattern[str]


_TAIL = r"[^,;.\d]{0,45}\Z"
_SOLD = re.compile(r"xuất khẩu(?:[^;.\d]|(?<=tháng )\d\d?|(?<=năm )\d{4}){0,50}\Z", re.IGNORECASE)
_BOUGHT = re.compile(r"nhập khẩu(?:[^;.\d]|(?<=tháng )\d\d?|(?<=năm )\d{4}){0,50}\Z", re.IGNORECASE)
_IN = re.compile(r"(?:\btổng thu|\bthu ngân sách|\bthu được)[^;.\d]{0,40}\Z", re.IGNORECASE)
_OUT = re.compile(r"(?:\btổng chi|\bchi ngân sách)[^;.\d]{0,40}\Z", re.IGNORECASE)
_FLOWS = (
    _Flow(re.compile(rf"(?:xuất siêu|thặng dư (?:thương mại)?){_TAIL}", re.IGNORECASE), _SOLD, _BOUGHT),
    _Flow(re.compile(rf"(?:nhập siêu|thâm hụt (?:thương mại)?){_TAIL}", re.IGNORECASE), _BOUGHT, _SOLD),
    _Flow(
        re.compile(rf"(?:chênh lệch thu\s?[-–,]?\s?(?:và )?chi|kết dư|bội thu|thu vượt chi){_TAIL}", re.IGNORECASE),
        _IN,
        _OUT,
    ),
    _Flow(re.compile(rf"(?:bội chi|chi vượt thu){_TAIL}", re.IGNORECASE), _OUT, _IN),
)
_REACH, _BLOCKS, _SIDES = 14, 4, 2
_LIKELY = Decimal("0.15")


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the surpluses that one slip keeps their two sides from giving."""
    for index, read in surpluses(scene):
        figure = scene.figures[index]
        if figure.id in known.wrong or figure.id in known.by_result or any(is_turned(one) for one in read):
            continue
        likely = (one for tried, one in enumerate(read, 1) if chance_of_slip(scene, one) * tried <= _LIKELY)
        yield from list(likely)[:1]


def surpluses(scene: Scene) -> Iterator[tuple[int, list[Relation]]]:
    """Yield the surpluses that no two figures of their sides give, each with what it may be of, nearest first."""
    for index in sorted(scene.told_by("siêu", "thặng dư", "thâm hụt", "chênh lệch", "kết dư", "bội", "vượt")):
        flow = next((one for one in _FLOWS if one.told.search(scene.before(index, 80))), None)
        if flow is None or not scene.is_amount(index) or scene.figures[index].approx is not None:
            continue
        read = list(_read(scene, index, flow))
        if read and not any(map(holds, read)):
            yield index, read


def _read(scene: Scene, index: int, flow: _Flow) -> Iterator[Relation]:
    sides: tuple[list[int], list[int]] = ([], [])
    for place in range(index - 1, max(index - _REACH, -1), -1):
        if scene.block[index] - scene.block[place] > _BLOCKS:
            break
        figure = scene.figures[place]
        if not scene.is_amount(place) or figure.role == "plan" or not same_unit(figure, scene.figures[index]):
            continue
        if scene.has_closed(place, index):
            continue
        words = scene.before(place, 80)
        for side, pattern in zip(sides, (flow.more, flow.less), strict=True):
            if pattern.search(words) and len(side) < _SIDES:
                side.append(place)
    surplus = replace(scene.figures[index], value=abs(value_of(scene.figures[index])), role="change")
    for more, less in product(*sides):
        args = scene.figures[more], scene.figures[less]
        yield Relation("difference", args, surplus, "difference.surplus")
