"""What was there at the start, what came, what went, and what is there at the end.

Finds         Đầu năm có 14.386 hộ nghèo, thoát nghèo 3.214 hộ, phát sinh mới 428 hộ, hiện còn 11.610 hộ (11.600)
              Dư nợ đầu năm 1.250 tỷ đồng, cho vay 420 tỷ đồng, thu nợ 310 tỷ đồng, dư nợ cuối kỳ 1.306 tỷ đồng
              Kỳ trước chuyển sang 48 hồ sơ, tiếp nhận mới 312 hồ sơ, đã giải quyết 335 hồ sơ, còn 52 hồ sơ
              giải thể 318 doanh nghiệp, thành lập mới 1.245, hiện có 12.480 doanh nghiệp (đầu năm 11.553 doanh nghiệp)
Leaves alone  sentences with a figure of the unit that neither came nor went · one movement only: a difference
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from dondoc.checking.arithmetic.as_written import as_written
from dondoc.checking.arithmetic.intervals import Interval, interval_of
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.arithmetic.repair import Repair, find_repair
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding, Severity
from dondoc.checking.names.wording import counts_alike, is_kind_of
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_START = re.compile(
    r"(?:đầu (?:năm|kỳ|tháng|quý|nhiệm kỳ)|(?:kỳ|tháng|năm|quý) trước(?: chuyển (?:sang|qua))?|cũ chuyển sang|"
    r"chuyển từ (?:kỳ|năm|tháng) trước|tồn (?:kỳ trước|cũ))[^,;.()\d]{0,40}\Z",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:(?:hiện|đến nay|nay) (?:còn|có)|còn(?: lại| nợ| tồn)?|cuối (?:năm|kỳ|tháng|quý)|hiện nay|đang quản lý|"
    r"toàn (?:tỉnh|huyện|xã|thành phố|ngành) (?:hiện )?có|"
    r"chuyển (?:sang )?(?:kỳ|tháng|năm) sau)(?: \d{4})?[^,;.()\d]{0,40}\Z",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"(?:phát sinh|tiếp nhận|nhận|thụ lý|nhập|cho vay|kết nạp|thành lập|tuyển|tái nghèo|tăng thêm|bổ sung|mới)"
    r"[^,;.()\d]{0,40}\Z",
    re.IGNORECASE,
)
_WENT = re.compile(
    r"(?:thoát|giảm|giải quyết|xử lý|xuất|thu nợ|thu hồi|thu được|đã thu|tái hòa nhập|hòa nhập|giải thể|xóa tên|nghỉ|"
    r"chuyển đi|thi hành xong|trả|hoàn thành|bán|tiêu thụ|chấm dứt)[^,;.()\d]{0,40}\Z",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[\d.,]*")
_COMPARED = re.compile(r"so với|cùng kỳ|kế hoạch|tăng|\bbằng\b", re.IGNORECASE)
_REACH, _TELLING = 8, 2
_NEAR = Decimal("0.1")


@dataclass(slots=True)
class _Flow:
    """The figures of one account; ``moved`` says of each whether it came (1) or went (-1)."""

    start: Quantity
    end: Quantity | None = None
    moved: list[tuple[int, Quantity]] = field(default_factory=list)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the accounts that do not come out."""
    scene = draft.scene
    done = -1
    for index in sorted(scene.told_by("đầu năm", "đầu kỳ", "đầu tháng", "đầu quý", "trước", "cũ")):
        if index <= done or not _is_held(scene, index) or _kind(scene, index) != "start":
            continue
        flow, done = _read(scene, index)
        if flow.end is not None and {1, -1} <= {sign for sign, _ in flow.moved}:
            yield from _judged(draft, [(1, flow.start), *flow.moved], flow.end)


def _is_held(scene: Scene, index: int) -> bool:
    figure = scene.figures[index]
    return scene.is_amount(index) and figure.role != "plan" and figure.rule != "table.cell"


def _kind(scene: Scene, index: int) -> str | None:
    """Whether a figure is the start, the end, came or went."""
    before = scene.before(index, 70)
    if _START.search(before):
        return None if _COMPARED.search(before) else "start"
    for kind, words in (("end", _END), ("went", _WENT), ("came", _CAME)):
        if words.search(before):
            return kind
    return None


def _read(scene: Scene, first: int) -> tuple[_Flow, int]:
    """The account around its start at ``first``: a start in brackets closes it; and the last figure it takes."""
    flow, last = _Flow(scene.figures[first]), first
    closes = "(" in scene.before(first, 30)
    places = range(first - 1, max(first - _REACH, -1), -1) if closes else range(first + 1, first + _REACH)
    for place in places:
        if not 0 <= place < len(scene.figures) or scene.sentence[place] != scene.sentence[first]:
            break
        if not _is_held(scene, place) or not _alike(scene.figures[place], scene.figures[first]):
            continue
        kind = _kind(scene, place)
        if kind == "end" and flow.end is None:
            flow.end, last = scene.figures[place], max(last, place)
            if not closes:
                break
        elif kind in ("came", "went"):
            flow.moved.append((1 if kind == "came" else -1, scene.figures[place]))
        else:
            return _Flow(flow.start), last
    return flow, last


def _alike(one: Quantity, start: Quantity) -> bool:
    """Whether a figure can move what is held at the start: one unit, or a word for all of a kind."""
    return counts_alike(one, start) or is_kind_of(one, start) or is_kind_of(start, one)


def _judged(draft: Draft, signed: list[tuple[int, Quantity]], end: Quantity) -> Iterator[Finding]:
    computed, stated, text = _interval(signed), interval_of(end), draft.text
    if computed.meets(stated):
        return
    slips = [(end, find_repair(text, end, computed)), *_slips(draft, signed, stated)]
    known = [(figure, slip) for figure, slip in slips if slip is not None and slip.digits >= _TELLING]
    figure, slip = min(known, key=lambda pair: pair[1].cost) if known else (end, None)
    worked = sum((sign * value_of(one) for sign, one in signed), Decimal(0))
    passed = max(value_of(end), sum((value_of(one) for sign, one in signed if sign > 0), Decimal(0)))
    if slip is None and abs(worked - value_of(end)) > _NEAR * passed:
        return
    terms = "".join(f" {'+' if sign > 0 else '-'} {_number(draft, one)}" for sign, one in signed)[3:]
    said = f"{terms} = {as_written(text, end, worked)}, văn bản ghi {text[end.span]}"
    mend = None
    if slip is not None:
        mend = f"sửa {text[figure.span]} thành {as_written(text, figure, value_of(slip.quantity))}"
    severity: Severity = "error" if slip is not None and not slip.cost else "doubtful"
    others = tuple(one.span for one in (*(one for _, one in signed), end) if one is not figure)
    yield Finding("SL111", figure.span, severity, said, mend, others)


def _number(draft: Draft, figure: Quantity) -> str:
    """The figure as it is written, without its unit."""
    written = draft.text[figure.span]
    match = _DIGITS.match(written)
    return written if match is None else match[0]


def _interval(signed: list[tuple[int, Quantity]]) -> Interval:
    low = high = Decimal(0)
    for sign, figure in signed:
        spread = interval_of(figure)
        low += spread.low if sign > 0 else -spread.high
        high += spread.high if sign > 0 else -spread.low
    return Interval(low, high)


def _slips(
    draft: Draft, signed: list[tuple[int, Quantity]], stated: Interval
) -> Iterator[tuple[Quantity, Repair | None]]:
    """For each figure but the end the slip that would make the account come out."""
    for place, (sign, figure) in enumerate(signed):
        others = _interval([one for at, one in enumerate(signed) if at != place])
        low, high = stated.low - others.high, stated.high - others.low
        needed = Interval(low, high) if sign > 0 else Interval(-high, -low)
        yield figure, find_repair(draft.text, figure, needed)
