"""Numbers told without a unit, reckoned in the unit of what they stand beside: every relation is asked of them too.

Finds         nhận 5.120 hồ sơ trong tháng, kết quả: trả sớm 2.410, đúng hẹn 1.986, trả muộn 24, đang xử lý 800 (700)
              số hộ vào (284) nhiều hơn số hộ ra (196) là 78 hộ · Công trình: 52 (xong 31; đang làm 14; chưa làm 9)
              2. Ngân sách (triệu đồng) / Tổng thu: 42.180, gồm thuế 30.415, phí 10.765
              (Đơn vị: tỷ đồng) ... / Vốn huyện: 214,6/386,2 = 65,57% · xếp loại tốt 21 (35%), khá 36 (60%)
Leaves alone  numbers of names, days, documents and list items · numbers beside which no figure tells a unit
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from dondoc.checking import causes, check
from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.scene import Scene, read_scene
from dondoc.facts import Facts, Quantity
from dondoc.grammar.numbers import read_number
from dondoc.lexicon.units import unit_lexicon
from dondoc.text import Span

# Begins with a digit, which makes the search fast. Of two that a slash parts both have marks: no day, no document.
_NUMBER = re.compile(
    r"[0-9](?:(?<![\w.,/%–-][0-9])|(?<=[0-9]/[0-9])(?=[0-9]{0,2}[.,][0-9]))[0-9]{0,2}(?:\.[0-9]{3})*(?:,[0-9]+)?"
    r"(?=\s*(?:[,;)\n](?!\d)|\.?\Z|\.\s|\(|\svà\s|\s(?:nhiều|ít|cao|lớn) hơn\b|=|\s(?:đạt|bằng|chiếm)\b"
    r"|(?<=[.,][0-9])/[0-9]+[.,][0-9]|(?<=[.,][0-9][0-9])/[0-9]+[.,][0-9]|(?<=[.,][0-9]{3})/[0-9]+[.,][0-9]))"
)
# Both are matched against small letters.
_RECKONED = re.compile(r"(?<!\w)(?:tăng|giảm|bằng|chiếm|tỷ lệ|bình quân|chỉ số|từ|đến)\s*\Z")
_LONGEST_NAME = 3  # digits: khu phố 12, quốc lộ 279
_NO_FIGURE = re.compile(
    r"(?<!\w)(?:năm|tháng|quý|ngày|tuần|khoản|điều|lần|thứ|khóa|khoá|hạng|bậc|số|quyết định|nghị quyết|công văn"
    r"|giai đoạn|khu phố|tổ|ấp|quốc lộ|đường|lớp|khối|kỳ|mục|phần|phụ lục|biểu|loại|nhóm|đợt|chương|cấp|mức độ|thôn"
    r"|khu|khóm|đội|vùng|tuyến|giờ|hồi|lúc|đề án|chương trình|nghị định|thông tư|luật|trang|điểm|mũi|lô|kênh"
    r"|phường|quận|trạm|cầu|km|cống|dự án|gói thầu|hợp phần|hồ|tầng)\s*\Z"
)
_NAMED = re.compile(r"[^\W\d_]{2}[^.;\n\d]{0,60}\Z|[(:]\s*\Z")
_LINE = re.compile(r"\s*(?:[-+*•–]\s*)?(?P<name>[^\W\d_]+(?:\s[^\W\d_]+)?)\b[^:\n\d]{0,60}:\s*\d")
_HEADING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+|[A-ZĐ])[.)]?\s+[^\W\d_]")
_TOLD_UNIT = re.compile(
    r"(?:\(|ĐVT:?|tính:?|đơn vị:?)\s*(?P<scale>nghìn|triệu|tỷ|tỉ)\s(?P<unit>đồng|USD)", re.IGNORECASE
)
_SHARE = re.compile(r"\s*\(\s*(?:chiếm\s+|đạt\s+)?\d{1,3}(?:,\d+)?\s*%")
_SCALES = {"nghìn": Decimal(10**3), "triệu": Decimal(10**6), "tỷ": Decimal(10**9), "tỉ": Decimal(10**9)}
_STOP = re.compile(r"[.!?]\s")
_DIGITS = re.compile(r"\d[\d.,]*")
_WIDE, _FAR, _TRIED, _BACK, _FEWEST, _ABOVE = 70, 160, 4, 2, 3, 10
_Unit = tuple[str, Decimal]
_CASES: _Unit = ("trường hợp", Decimal(1))  # what a share in a bracket tells of is counted


class _Bare(NamedTuple):
    """A number without a unit, in the unit and of the scale in which it is meant, and what it is told of."""

    span: Span
    unit: str
    scale: Decimal
    name: str


def find(draft: Draft) -> Iterator[Finding]:
    """Yield what relations show of numbers without a unit."""
    bare = list(_bare(draft))
    if not bare:
        return
    facts, ids = _with(draft, bare)
    scene = read_scene(facts)
    told = check(facts, scene)
    kept = [one for one in told if one.verdict == "consistent" or not ids.isdisjoint((*one.args, one.result))]
    for finding in causes.find(scene, kept):
        yield replace(finding, checks=())


def _bare(draft: Draft) -> Iterator[_Bare]:
    """The numbers of the text that no figure was made of."""
    content, scene = draft.text.content, draft.scene
    told = [
        one.span for one in draft.facts.quantities if one.unit is not None or not _SHARE.match(content, one.span.end)
    ]
    taken = sorted([*told, *(one.span for one in draft.facts.references)])
    ends = [span.end for span in taken]
    headed: _Unit | None = None
    for block in draft.text.blocks:
        if block.kind in ("cell", "footnote"):
            continue
        line = content[block.span.start : block.span.end]
        if _HEADING.match(line):
            headed = _told(line) if len(line) < _WIDE else None
        for match in _NUMBER.finditer(content, block.span.start, block.span.end):
            at = bisect_right(ends, match.start())
            if at < len(taken) and taken[at].start < match.end():
                continue
            words = content[max(block.span.start, match.start() - _WIDE) : match.start()]
            low = words.lower()
            named = len(match[0]) <= _LONGEST_NAME and _NO_FIGURE.search(low) is not None
            paired = words.endswith("/")
            if named or _RECKONED.search(low) or not (paired or _NAMED.search(words)):
                continue
            unit, scale = _unit_of(scene, block.span, match, headed)
            if scale != 1 and len(match[0]) < _FEWEST:
                continue  # Nhà nước 7, nhân dân 3
            if unit:
                yield _Bare(Span(*match.span()), unit, scale, re.split(r"[,;:.()\d]|\svà\s", words)[-1].strip())


def _labelled(line: str) -> _Unit | None:
    """``Công trình: 52 (xong 31; đang làm 14)``: what its line begins with is the unit."""
    label = _LINE.match(line)
    return (label["name"].lower(), Decimal(1)) if label is not None else None


def _unit_of(scene: Scene, line: Span, match: re.Match[str], headed: _Unit | None) -> _Unit:
    """The unit and scale of a number: what its heading tells, or what stands beside it; ("", 1) where nothing does."""
    marked = "." in match[0] or "," in match[0]
    read = (headed if marked else None) or _beside(scene, line, match) or headed
    read = read or _labelled(match.string[line.start : line.end])
    if read is None and marked:
        read = _before(scene, match.start())
    elif read is None and _SHARE.match(match.string, match.end()):
        read = _CASES
    return read or ("", Decimal(1))


def _told(line: str) -> _Unit | None:
    """The unit and scale that a heading tells all its figures in."""
    told = _TOLD_UNIT.search(line)
    return None if told is None else (told["unit"], _SCALES[told["scale"].lower()])


def _before(scene: Scene, start: int) -> _Unit | None:
    """The unit and scale of the measured figure nearest before a number, lines above."""
    behind = bisect_left(scene.starts, start)
    for place in range(behind - 1, max(behind - 1 - _ABOVE, -1), -1):
        read = _lent(scene, place)
        if read is not None and not is_exact(scene.figures[place]):
            return read
    return None


def _beside(scene: Scene, line: Span, match: re.Match[str]) -> _Unit | None:
    """The unit and scale of the figure of its sentence that stands nearest before a number, or behind it."""
    content, behind = match.string, bisect_left(scene.starts, match.start())
    before = range(behind - 1, max(behind - 1 - _TRIED, -1), -1)
    for place in (*before, *range(behind, min(behind + _TRIED, len(scene.figures)))):
        figure, span = scene.figures[place], scene.figures[place].span
        apart = content[span.end : match.start()] if place < behind else content[match.end() : span.start]
        if not line.covers(span) or len(apart) > _FAR or _STOP.search(apart):
            continue
        if "," in match[0] and is_exact(figure):
            continue  # 3 chương trình 214,6: no programmes
        lent = _lent(scene, place)
        if lent is not None:
            return lent
    return None


def _lent(scene: Scene, place: int) -> _Unit | None:
    """The unit and scale of a figure that what stands beside it may be told in."""
    figure = scene.figures[place]
    if not _may_lend(figure):
        return None
    written = _DIGITS.search(scene.facts.text.content, figure.span.start, figure.span.end)
    read = read_number(written[0].rstrip(".,")) if written is not None else None
    return (figure.unit or "", value_of(figure) / read.value) if read is not None and read.value else None


def _may_lend(figure: Quantity) -> bool:
    """Whether what stands beside a figure may be told in its unit: no share, change, price or length of time."""
    if figure.unit in ("%", "lần", None) or figure.role in ("change", "rank") or "/" in (figure.unit or ""):
        return False
    known = unit_lexicon().words.get((figure.unit or "").lower())
    return known is None or known.kind != "time"


def _with(draft: Draft, bare: Sequence[_Bare]) -> tuple[Facts, set[str]]:
    """The facts of the lines around ``bare`` with these as figures, and the ids of these."""
    made = {f"bare{number}": one for number, one in enumerate(bare)}
    figures: list[Quantity] = []
    for key, one in made.items():
        read = read_number(draft.text[one.span])
        if read.value is not None:
            step = read.half_step * one.scale
            figures.append(
                Quantity(
                    key, one.span, read.value * one.scale, one.unit, step,
                    one.name or None, None, "count", None, None, None, False, "bare",
                )
            )  # fmt: skip
    starts = [block.span.start for block in draft.text.blocks]
    lines = {bisect_right(starts, one.span.start) for one in bare}
    near = {line + off for line in lines for off in range(-_BACK, 2)}
    again = {one.span.start for one in bare}
    kept = [one for one in draft.facts.quantities
            if bisect_right(starts, one.span.start) in near and one.span.start not in again]  # fmt: skip
    quantities = sorted([*kept, *figures], key=lambda one: one.span)
    return replace(draft.facts, quantities=tuple(quantities), tables=()), set(made)
