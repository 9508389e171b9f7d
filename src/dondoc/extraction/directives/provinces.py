"""A province, or a place that the text names with its level elsewhere, that is told by its name alone.

Finds         Quảng Ngãi cần tập trung ... · Do đó, Thanh Hóa phải tiếp tục ... · TP HCM cần sớm ...
              Phú Mộc phải ... (in news, beside "huyện Phú Mộc")
              đề nghị Phú Mộc rà soát ... (behind an order, beside "huyện Phú Mộc")
              đề nghị An Giang, Đồng Tháp nâng ...
Leaves alone  Quảng Ngãi đã ... · Cần Thơ tăng 7% · tại Bình Thuận phải ...: no duty, or a place
"""

import re
from functools import cache

from dondoc.extraction.directives.page import Page, Row
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.unnamed import mention_of, row_of
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.lexicon.places import load_places
from dondoc.text import Span

_DASH = re.compile(r"\s*[-–]\s*")
_CITIES = (
    "TP HCM",
    "TP.HCM",
    "TPHCM",
    "TP. HCM",
    "TP. Hồ Chí Minh",
    "TP Hồ Chí Minh",
    "Thủ đô Hà Nội",
    "Thủ đô",
    "Thừa Thiên Huế",
)


@cache
def _provinces() -> frozenset[str]:
    names = load_places()["province"]
    return frozenset((*(_DASH.sub(" ", name) for name in names), *_CITIES))


_WORDS = re.compile(rf"[{CAPITALS}][^\W\d_]*(?:(?:\s[-–]\s|\s)[{CAPITALS}][^\W\d_]*){{1,4}}(?= [a-zà-ỹđ])")
_NAME = re.compile(rf"[{CAPITALS}][^\W\d_]*(?:(?:\s[-–]\s|\s)[{CAPITALS}][^\W\d_]*){{1,4}}")
_ROW = re.compile(rf"{_NAME.pattern}(?:(?:, | và |, và ){_NAME.pattern})*(?= [a-zà-ỹđ])")
_LEVELS = ("huyện", "tỉnh", "thành phố", "thị xã", "xã", "phường", "quận", "TP", "TP.", "thị trấn", "đặc khu")


_MUST = re.compile(
    r"\s(?:cũng |càng |vẫn |sẽ )?"
    r"(?:(?:cần|phải)(?! (?:nói|kể|mất|thừa nhận|nhìn nhận|đối mặt|gánh|hứng|chịu (?!trách))\b)|"
    r"có trách nhiệm|khẩn trương)\s"
)


def place_charged(page: Page, start: int, end: int) -> Row | None:
    """The place that must do something, called by its name alone: a province, in news beside "huyện Phú Mộc" too."""
    if not page.narrates:
        return None
    at = skip_marks(page.content, start, end)
    match = _WORDS.match(page.content, at, end) if page.content[at : at + 1].isupper() else None
    if match is None or not _is_place(page, match.group()):
        return None
    must = _MUST.match(page.content, match.end(), end) is not None or _goes_on(page, match, end)
    return row_of(page.content, at, match.end()) if must else None


def _goes_on(page: Page, place: re.Match[str], end: int) -> bool:
    """Whether a place that had to do something before acts: "Đồng thời, Phú Mộc tiếp tục sắp xếp ..."."""
    if phrase_at(page.content, place.end(), end, "actions") is None:
        return False
    return any(page.content.find(f"{place.group()} {must} ", 0, place.start()) >= 0 for must in ("phải", "cần"))


def _is_place(page: Page, name: str) -> bool:
    """Whether ``name`` is a province, or a place that the text names with its level."""
    return _is_province(name) or any(f"{level} {name}" in page.content for level in _LEVELS)


def _is_province(name: str) -> bool:
    return _DASH.sub(" ", name) in _provinces()


def place_told(page: Page, start: int, end: int) -> Row | None:
    """The place behind an order that is called by its name alone: "đề nghị Phú Mộc rà soát ..."."""
    at = skip_marks(page.content, start, end)
    match = _ROW.match(page.content, at, end) if page.content[at : at + 1].isupper() else None
    if match is None or phrase_at(page.content, match.end(), end, "actions", "modals", "told_actions") is None:
        return None
    names = [Span(*name.span()) for name in _NAME.finditer(page.content, at, match.end())]
    known = all(_is_province(page[name]) or (page.narrates and _is_place(page, page[name])) for name in names)
    return Row(tuple(mention_of(page.content, name) for name in names), Span(at, match.end())) if known else None
