"""The lines of a document, and which of them stand above its title, in its body and at its foot."""

import re
from typing import NamedTuple

from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.text import Span, Text

TYPES = (
    "THÔNG BÁO KẾT LUẬN",
    "THÔNG BÁO",
    "BÁO CÁO",
    "CHỈ THỊ",
    "CÔNG ĐIỆN",
    "KẾ HOẠCH",
    "CHƯƠNG TRÌNH HÀNH ĐỘNG",
    "CHƯƠNG TRÌNH CÔNG TÁC",
    "CHƯƠNG TRÌNH",
    "PHƯƠNG ÁN",
    "ĐỀ ÁN",
    "NGHỊ QUYẾT",
    "QUYẾT ĐỊNH",
    "KẾT LUẬN",
    "TỜ TRÌNH",
    "HƯỚNG DẪN",
    "QUY CHẾ",
    "QUY ĐỊNH",
    "BIÊN BẢN",
    "GIẤY MỜI",
    "NGHỊ ĐỊNH",
    "THÔNG TƯ LIÊN TỊCH",
    "THÔNG TƯ",
    "LUẬT",
    "CÔNG VĂN",
    "LỆNH",
    "GIẤY ỦY QUYỀN",
)
TITLE = re.compile(rf"[\W_]*(?:(?i:dự thảo)[\W_]*)?(?P<type>{'|'.join(TYPES)})(?![^\W_])")
FOOT = re.compile(r"[\W_]*(?:Nơi nhận|NƠI NHẬN)[*_]*\s*(?::|$|[A-ZĐT])")
AUTHORITY = re.compile(
    rf"(?:^|\s)(?:(?:TM|KT|TL|TUQ|TƯQ|T/M|K/T|T/L|T\.M|K\.T)(?:\s?\.\s?|\s)|Q\.\s?)(?=[{CAPITALS}]{{2}})"
)
SIGNS = re.compile(
    rf"{AUTHORITY.pattern}|(?:Q\. ?|QUYỀN |PHÓ |TỔNG )?(?:CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|BÍ THƯ|BỘ TRƯỞNG|THỦ TƯỚNG"
    r"|CỤC TRƯỞNG|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|HIỆU TRƯỞNG)\s*$"
)
FAR = 60
# Where two columns, or the body and the foot, run on in one line.
SEAM = re.compile(
    r"\s*\|\s*|\s+(?=(?:Nơi nhận|NƠI NHẬN)\s*:)|\s+(?=CỘNG\s+H[OÒ][AÀ]\s+XÃ|ĐẢNG\s+CỘNG\s+SẢN|[ĐD]ộc lập\s*[-–])"
    r"|(?<=VIỆT NAM)\s+|(?<=[Hh]ạnh phúc)\s+"
)
# One of these stands at every seam.
SEAM_SIGNS = ("|", "Nơi nhận", "NƠI NHẬN", "CỘNG", "ộc lập", "VIỆT NAM", "ạnh phúc")
OPENING = re.compile(r"\W*(?:Kính gửi|KÍNH GỬI|Căn cứ)")


class Line(NamedTuple):
    """A line of the content, trimmed of blanks."""

    words: str
    span: Span
    kind: str


class Page(NamedTuple):
    """The lines of a document; ``title`` is the index of the line naming its type, ``foot`` where its end begins."""

    lines: tuple[Line, ...]
    title: int | None
    foot: int
    type: str | None

    def head(self) -> tuple[Line, ...]:
        """The lines above the title, or the first lines where there is no title."""
        if self.title is not None:
            return self.lines[: self.title]
        end = next((index for index, line in enumerate(self.lines[:14]) if OPENING.match(line.words)), 14)
        return self.lines[:end]


def read_page(text: Text) -> Page:
    """Return the lines of ``text`` that are no footnotes, with its title and foot."""
    lines: list[Line] = []
    for block in text.body_blocks():
        offset = block.span.start
        for raw in text[block.span].split("\n"):
            seamed = len(lines) < 14 or "ơi nhận" in raw
            for start, end in _stretches(raw) if seamed else ((0, len(raw)),):
                words = raw[start:end].strip()
                if words:
                    begin = offset + raw.index(words, start)
                    lines.append(Line(words, Span(begin, begin + len(words)), block.kind))
            offset += len(raw) + 1
    title, kind = _title(lines)
    return Page(tuple(lines), title, _foot(lines, 0 if title is None else title + 2), kind)


def _stretches(raw: str) -> list[tuple[int, int]]:
    """The parts of a line between its seams."""
    if not any(sign in raw for sign in SEAM_SIGNS):
        return [(0, len(raw))]
    seams = [found.span() for found in SEAM.finditer(raw)]
    starts = [0, *(end for _, end in seams)]
    ends = [*(start for start, _ in seams), len(raw)]
    return list(zip(starts, ends, strict=True))


def _title(lines: list[Line]) -> tuple[int | None, str | None]:
    for index, line in enumerate(lines[:FAR]):
        found = TITLE.match(line.words)
        if found and _is_title(line.words, found.end(), lines, index):
            return index, found["type"]
        if re.match(r"(?:Kính gửi|Căn cứ|I\.|Điều 1)", line.words) and index > 3:
            break
    return None, None


def _is_title(words: str, end: int, lines: list[Line], index: int) -> bool:
    """A title stands alone, or goes on in capitals, or with "V/v", "Về việc", "Kết luận của"."""
    rest = words[end:].strip(" *:.-_")
    if not rest or rest.isupper() or len(rest) <= 3:
        return True
    return bool(
        re.match(
            r"(?:[Vv]ề|V/v|[Kk]ết luận|Ý kiến|[Tt]ình hình|[Kk]ết quả|[Ss]ố|CỦA|[Cc]ủa|[Tt]riển khai|[Tt]hực hiện)",
            rest,
        )
    )


def _foot(lines: list[Line], floor: int) -> int:
    """Index of the first line of recipients or signature; without either the last lines, below ``floor``."""
    places = [index for index, line in enumerate(lines) if FOOT.match(line.words)]
    if places:
        start = places[-1] if len(lines) - places[-1] < 45 else places[0]
        for back in range(1, 7):
            if start - back > 0 and SIGNS.match(lines[start - back].words):
                return _first_caption(lines, start - back)
        return start
    for index in range(len(lines) - 1, max(len(lines) - 12, 0), -1):
        if AUTHORITY.match(lines[index].words):
            return _first_caption(lines, index)
    return min(max(len(lines) - 4, floor), len(lines))


def _first_caption(lines: list[Line], index: int) -> int:
    """The first of the captions that stand one under the other ("TM. ...", "KT. ...", "PHÓ ...")."""
    while index and AUTHORITY.match(lines[index - 1].words):
        index -= 1
    return index
