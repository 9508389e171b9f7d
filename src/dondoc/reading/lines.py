"""Lines of a plain text to paragraphs: blank lines divide, list marks begin, wrapped lines are joined.

Joins         a line that fills the page width and goes on below · a line that goes on with a small letter
              a line as long as those that go on, whose next begins with a name: "... trước Tết Nguyên đán / Đinh Dậu"
Leaves alone  short lines one below the other (signature, recipients, titles), every line with a list mark
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dondoc.reading.marks import (
    begins_lower,
    has_open_bracket,
    is_capitals,
    is_closed,
    is_cut_number,
    is_dangling,
    is_day_line,
    is_document_name,
    mark_end,
)
from dondoc.text import Span

_WIDEST_WRAP = 140
_DATE_OPEN = re.compile(r"(?:ngày|tháng|năm)$")
# A law or another document named on: "sửa đổi, bổ sung" / "Nghị định số 15/2021/NĐ-CP".
_NAMES_ON = re.compile(
    r"(?:Nghị định|Quyết định|Thông tư|Luật|Bộ luật|Chỉ thị|Kế hoạch|Công văn|Thông báo|Kết luận|Nghị quyết|Công điện"
    r"|Văn bản|Tờ trình|Báo cáo|Chương trình|Đề án|Pháp lệnh)\s+(?:số\s+\d|\d|[A-ZĐ][^\W\d_]*\s[^.;:]*\bnăm\s+\d)"
)
# What wants the name of a document.
_WANTS_NAME = re.compile(r"(?<!\w)(?:bổ sung|sửa đổi|thay thế|bãi bỏ|thi hành|theo|tại|thực hiện|của|và|các|trong)\Z")
# The beginning of a name that goes on below: "Giám đốc Sở" / "Nội vụ".
_HEADS_NAME = re.compile(
    r"(?<!\w)(?:Sở|Bộ|Ban|Phòng|Cục|Vụ|Viện|Ủy|Thủ|Chánh|Văn|Trung|Công|Quốc|Chính|nhân dân|tỉnh|thành phố|huyện|"
    r"thị xã|xã"
    r"|phường|quận|Việt|TP\.?|ông|bà|đồng chí|và|của|các|với|số|ngày|tại|về|cho|do|trên|trong|từ|hoặc|giữa|cùng)\Z"
)
# The article of a law that is named on: "theo quy định tại Khoản" / "3 - Điều 61".
_ARTICLE_OPEN = re.compile(r"\s(?:[Kk]hoản|[Đđ]iều|[Đđ]iểm)\Z")
# What begins a paragraph of its own: the foot, an address, an order.
_NEVER_ON = re.compile(
    r"(?:Nơi nhận|Kính gửi|Giao |Yêu cầu |Đề nghị |Căn cứ |Xét |Điều \d|Số\s*:|V/v|Về việc|Trên đây)"
)
# Who signs, and in whose stead.
_SIGNS = re.compile(
    r"(?:TM|KT|TL|TUQ|Q)\.|(?:PHÓ|QUYỀN|CHỦ TỊCH|CHÁNH|GIÁM ĐỐC|BÍ THƯ|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG|CỤC TRƯỞNG)(?!\w)"
)
# The motto below the name of the state, and the place and day below it.
_MOTTO = re.compile(r"[*_ ]*Độc lập\s*[-–]\s*Tự do", re.IGNORECASE)
_PLACE_AND_DAY = re.compile(r"[^\n,;.]{2,40}, ngày\b[^\n]{1,12}\btháng\b[^\n]{1,12}\bnăm\b")
_LONG, _OPENING = 400, 120
# As far as the day stands that a site writes below a headline.
_HEAD = 600
# The end of a paragraph that happens to be an abbreviation: "... thực hiện" / "TTHC."
_LAST_WORD = re.compile(r"[A-ZĐ]{2,8}[.;]")
# A span of years cut in two: "giai đoạn 2026" / "- 2030".
_YEAR_OPEN = re.compile(r"(?<!\d)(?:19|20)\d\d$")
_YEAR_ON = re.compile(r"[-–]\s?(?:19|20)\d\d(?!\d)")
# The way from one place to another, cut in two.
_PLACE_OPEN = re.compile(r"[a-zà-ỹ] [A-ZĐ][a-zà-ỹ]+(?: [A-ZĐ][a-zà-ỹ]+){1,3}\Z")
_PLACE_ON = re.compile(r"[-–]\s?[A-ZĐ][a-zà-ỹ]+(?: [A-ZĐ][a-zà-ỹ]+){1,3}(?:[,;.)]| [a-zà-ỹ(])")
_BREAKS = (";", "./", "-", "–", "...", "…")
_LEAST_NAMING = 50
_LEAST_FLOWING = 25
_FEWEST_WRAPPED = 3
_FEWEST_FLOWING = 10
_NOTE = re.compile(r"[¹²³⁰⁴-⁹]+[ \t]*[^\W\d_]|\[\d{1,3}\][ \t]*\w")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its outer white space; ``group`` counts blank lines and page ends, ``page`` form feeds."""

    span: Span
    indent: int
    group: int
    page: int
    words: str


@dataclass(slots=True)
class Paragraph:
    """Stretches of the cleaned text that read on as one, joined by a space.

    ``words`` are for looking at: the whole, or the beginning and the last line of a long paragraph. Where the format
    tells (.pdf), ``small`` marks the letters of notes, ``open_end`` a last line without room left, ``flush_start`` no
    indent, ``cell`` the words of a table cell, which stand alone.
    """

    parts: list[Span]
    page: int
    group: int
    words: str
    small: bool = False
    open_end: bool | None = None
    flush_start: bool = False
    cell: bool = False


def find_lines(text: str) -> Iterator[Line]:
    """Yield the lines of ``text`` that hold something."""
    group, page, start = 1, 1, 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        for number, sheet in enumerate(text[start:end].split("\f")):
            if number:
                page += 1
                group += 1
            words = sheet.strip()
            if words:
                left = start + len(sheet) - len(sheet.lstrip())
                yield Line(Span(left, left + len(words)), left - start, group, page, words)
            else:
                group += 1
            start += len(sheet) + 1


def join_lines(lines: Iterable[Line], emphasis: Sequence[Span] = ()) -> list[Paragraph]:
    """Return the paragraphs that ``lines`` make up; what ``emphasis`` marks as one stretch is not parted."""
    lines = list(lines)
    wrapping = _read_wrapping(lines, emphasis)
    paragraphs: list[Paragraph] = []
    previous: Line | None = None
    for line in lines:
        joined = previous is not None and line.group == previous.group
        if (
            previous is not None
            and joined
            and (_goes_on(previous, line, wrapping.width) or wrapping.joins(previous, line))
        ):
            paragraph = paragraphs[-1]
            paragraph.parts.append(line.span)
            kept = paragraph.words if len(paragraph.words) < _LONG else paragraph.words[:_OPENING]
            paragraph.words = f"{kept} {line.words}"
        else:
            paragraphs.append(Paragraph([line.span], line.page, line.group, line.words))
        previous = line
    return paragraphs


def _wrap_width(lines: list[Line]) -> int | None:
    """The width at which the text was wrapped, None where every line is a paragraph of its own."""
    inner = [(a, b) for a, b in pairwise(lines) if a.group == b.group]
    if len(inner) < 3:
        return None
    width = max(line.indent + len(line.words) for line in lines)
    if width > _WIDEST_WRAP:
        return None
    forced = sum(_is_full(a, b, width) for a, b in inner)
    return width if forced >= 3 and forced >= 0.4 * len(inner) else None


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text was wrapped.

    ``width``   the width that its lines fill, None where none do
    ``reach``   the length of the shorter of the lines that go on with a small letter, None where hardly any do
    ``flows``   most lines within a paragraph go on with a small letter
    ``spaced``  blank lines stand between the paragraphs
    ``bold``    where emphasised stretches begin and end that run over the end of a line
    """

    width: int | None
    reach: int | None
    flows: bool
    spaced: bool
    bold: tuple[Span, ...]

    def joins(self, line: Line, following: Line) -> bool:
        """Whether ``following`` goes on with a capital where ``line`` cannot end."""
        if _stands_alone(line, following) or _MOTTO.match(line.words) or _PLACE_AND_DAY.match(following.words):
            return False
        if self._bold_over(line, following):
            return not is_capitals(following.words) or bool(mark_end(line.words))
        if self.spaced and _LAST_WORD.fullmatch(following.words) and not is_closed(line.words):
            return True
        if is_capitals(line.words) or is_capitals(following.words) or _NEVER_ON.match(following.words):
            return False
        if is_closed(line.words) or line.words.endswith(_BREAKS):
            return self.spaced and line.words.endswith(".") and len(line.words) >= (self.reach or 0)
        if len(line.words) <= _WIDEST_WRAP and _NAMES_ON.match(following.words):
            return len(line.words) >= _LEAST_NAMING or _WANTS_NAME.search(line.words) is not None
        if self.flows and _HEADS_NAME.search(line.words):
            return True
        if self.flows and len(line.words) >= _LEAST_FLOWING:
            return self.spaced or not mark_end(line.words) or len(line.words) >= (self.reach or 0)
        return self.reach is not None and len(line.words) >= max(self.reach, _LEAST_NAMING) and not mark_end(line.words)

    def _bold_over(self, line: Line, following: Line) -> bool:
        index = bisect_right(self.bold, Span(line.span.end - 1, line.span.end)) - 1
        return index >= 0 and self.bold[index].end > following.span.start


def _read_wrapping(lines: list[Line], emphasis: Sequence[Span]) -> Wrapping:
    inner = [(a, b) for a, b in pairwise(lines) if a.group == b.group]
    within = [pair for pair in inner if not _stands_alone(*pair) and not is_capitals(pair[1].words)]
    unclosed = [pair for pair in within if not is_closed(pair[0].words)]
    wrapped = sorted(len(a.words) for a, b in unclosed if begins_lower(b.words))
    narrow = len(wrapped) >= _FEWEST_WRAPPED and wrapped[-1] <= _WIDEST_WRAP
    flows = narrow and len(wrapped) >= _FEWEST_FLOWING and len(wrapped) >= 0.6 * len(unclosed)
    marked = sum(1 for _, b in inner if mark_end(b.words))
    return Wrapping(
        width=_wrap_width(lines),
        reach=wrapped[len(wrapped) // 4] if narrow else None,
        flows=flows,
        spaced=flows and marked <= 0.15 * len(inner),
        bold=tuple(sorted(emphasis)),
    )


def _stands_alone(line: Line, following: Line) -> bool:
    """Whether either is no line of running text: a new item, a name of a document, a rule, the cell of a table."""
    if _is_row(line.words) and _is_row(following.words):
        return True
    if mark_end(following.words) or is_document_name(line.words) or following.words[0] in "#|" or line.words[0] in "#|":
        return True
    if _NOTE.match(following.words) is not None or _SIGNS.match(following.words) is not None:
        return True
    return not any(sign.isalnum() for sign in following.words)


def _is_row(words: str) -> bool:
    """Whether a line is a row of a table typed with strokes or tabs."""
    return words.count("|") > 1 or words.count("\t") > 1


def _is_route(line: Line, following: Line) -> bool:
    """Whether a dash between the names of two places was left at the end of a line: "cao tốc Hà Lam" / "- Mộc An"."""
    return _PLACE_OPEN.search(line.words) is not None and _PLACE_ON.match(following.words) is not None


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first words had no room left on ``line``."""
    first = following.words.split(None, 2)[:2]
    return line.indent + len(line.words) + 2 + len(" ".join(first)) > width


def _apart_by_day(line: Line, following: Line) -> bool:
    """Whether either is the day that a site writes below a headline."""
    if following.span.start >= _HEAD or _DATE_OPEN.search(line.words):
        return False
    return is_day_line(following.words) or is_day_line(line.words)


def _goes_on(line: Line, following: Line, width: int | None) -> bool:
    full = width is not None and _is_full(line, following, width)
    if _apart_by_day(line, following):
        return False
    if _is_row(line.words) and _is_row(following.words):
        return False
    if _NOTE.match(following.words) or line.words[0] == "#" or following.words[0] == "#":
        return False
    if following.words.startswith("Nơi nhận"):
        return False
    if following.words[0].isdigit() and _ARTICLE_OPEN.search(line.words):
        return True
    if _YEAR_OPEN.search(line.words) and _YEAR_ON.match(following.words):
        return True
    if mark_end(following.words):
        rest = following.words[1:].lstrip()
        dash = following.words[0] in "-–—+"
        return (
            full
            and not is_closed(line.words)
            and (
                rest[:1].islower() or has_open_bracket(line.words) or _is_route(line, following)
                if dash
                else is_dangling(line.words)
            )
        )
    if (_DATE_OPEN.search(line.words) and following.words[0].isdigit()) or is_cut_number(line.words, following.words):
        return True
    if is_capitals(line.words) or is_capitals(following.words):
        return is_capitals(line.words) and is_capitals(following.words) and (full or len(line.words) >= 45)
    if is_document_name(line.words):
        return False
    if begins_lower(following.words):
        return full or not is_closed(line.words)
    if full:
        return following.indent <= line.indent + 1 or not is_closed(line.words)
    if is_closed(line.words) or len(line.words) < 50:
        return False
    return is_dangling(line.words) or following.words[0].isdigit() or following.words[0] == "("
