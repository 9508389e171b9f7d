"""Twice the text is twice the work: no rule looks at all figures, or at all relations found, for each of them."""

import sys
from collections import Counter
from types import FrameType
from typing import Any

import pytest

from dondoc.checking import check
from dondoc.checking.review import review
from dondoc.checking.scene import read_scene
from dondoc.extraction import extract
from dondoc.facts import Facts
from dondoc.reading.plain import read_plain

# A sum that does not hold, shares of one whole, a list that one slip spoils, a footnote with a base.
SECTION = """
{0}. Thu ngân sách xã An Hòa {0} đạt 1.284,6 triệu đồng, bằng 64,2% dự toán (2.000 triệu đồng). Trong đó: thu thuế 412,8
triệu đồng (chiếm 32,1%), thu phí 188,5 triệu đồng (14,7%), thu khác 154,1 triệu đồng.

Phát hiện 172 vụ, trong đó: trộm cắp 84 vụ (chiếm 48,8%), đánh bạc 31 vụ (18%), các loại khác 47 vụ. Đã khởi tố 95 vụ,
xử lý hành chính 38 vụ, đang điều tra 49 vụ.

Kế hoạch vốn 5.874,3 triệu đồng, giải ngân 2.614,8 triệu đồng, còn phải giải ngân 3.359,5 triệu đồng. Diện tích lúa
{0}.360,5 ha, tăng 3,1% so với cùng kỳ, gồm: vụ xuân 714 ha, vụ mùa 469,8 ha, vụ đông 210,5 ha.

Làm được 1.115 km đường, bằng 51,3% kế hoạch[{0}].
"""
NOTE = "\n[{0}] Nghị quyết số {0}/NQ-HĐND: giai đoạn này làm 2.174 km đường.\n"
# Their numbers have two digits each: other figures than those behind them.
FIRST, SECTIONS = 10, 16
# Lines that run too seldom to tell; less than four times as many, and more than twice for a look at those nearby.
_FEW, _MORE = 200, 3


def _report(sections: int) -> Facts:
    numbers = range(FIRST, FIRST + sections)
    words = "".join(map(SECTION.format, numbers)) + "".join(map(NOTE.format, numbers))
    return extract(read_plain(words))


def _checked(facts: Facts) -> None:
    scene = read_scene(facts)
    review(facts, check(facts, scene), scene=scene)


def _lines(facts: Facts) -> Counter[tuple[str, str]]:
    """How many lines each function runs to check and review ``facts``."""
    counts: Counter[tuple[str, str]] = Counter()

    def count(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            counts[frame.f_code.co_filename, frame.f_code.co_qualname] += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        _checked(facts)
    finally:
        sys.settrace(before)
    return counts


def test_twice_the_text_is_twice_the_work() -> None:
    once, twice = _report(SECTIONS), _report(2 * SECTIONS)
    _checked(_report(SECTIONS + 1))  # what is read on first use is there, and nothing of either is remembered
    least, most = _lines(once), _lines(twice)
    assert {name: (least[name], more) for name, more in most.items() if more > max(_FEW, _MORE * least[name])} == {}


@pytest.mark.parametrize(("between", "closed"), [("lúa tốt, ", True), ("lúa tốt, " * 400, False)])
def test_an_aside_ends_nearby(between: str, closed: bool) -> None:
    scene = read_scene(extract(read_plain(f"Thu 12 tỷ đồng, {between}) chi 15 tỷ đồng.")))
    assert scene.has_closed(0, 1) is closed
