"""A cited document whose number or symbol is written wrongly.

Finds         Quyết định số 12/QĐ UBND · Nghị định số 30/2020/ND-CP · Công văn số 12 /UBND-TH · Quyết định 12/qđ-ubnd
              Thông báo số 12/QĐ-UBND: the type and the symbol do not go together (VB303)
Leaves alone  Nghị quyết 68/NQ-CP · Kế hoạch số 15-KH/TU of the Party · Chỉ thị số 09

Nghị định 30/2020/NĐ-CP, Appendices I and III.
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.grammar.anchors import anchors, find_near
from dondoc.text import Span

_TYPES = {
    "nghị quyết": "NQ", "quyết định": "QĐ", "chỉ thị": "CT", "quy chế": "QC", "thông báo": "TB", "hướng dẫn": "HD",
    "kế hoạch": "KH", "phương án": "PA", "báo cáo": "BC", "tờ trình": "TTr", "nghị định": "NĐ", "thông tư": "TT",
    "công điện": "CĐ",
}  # fmt: skip
_TYPE = re.compile(
    r"(?P<type>nghị quyết|quyết định|chỉ thị|thông báo|hướng dẫn|kế hoạch|báo cáo|tờ trình|nghị định|thông tư"
    r"|công điện|công văn)\s+(?:số\s*:?\s*)?\Z",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"(?P<number>[0-9]{1,5})(?P<year>/20[0-9]{2})?(?P<gap>[ \u00a0]?/[ \u00a0]?)"
    r"(?P<symbol>[^\W\d_]{1,8}(?:(?:[^\S\n]?[-–][^\S\n]?|[^\S\n](?=UBND|HĐND|CP\b|TTg\b|BTC\b))[^\W_]{1,12}){0,3})"
)
_SLASH = anchors("/")
_BEFORE, _BEHIND = 24, 120
_REACH = 26
# "14886/CT-THNVDT" of a tax office begins with the office, not with a type.
_ISSUED = re.compile(r"-(?:UBND|HĐND|CP|TTg|VPCP|VPUBND|VP|QH\d*|B[A-ZĐ]{1,8}|S[A-ZĐ]{1,6})\Z")
_KNOWN = frozenset(_TYPES.values())
_WITHOUT_MARKS = {"ND-CP": "NĐ-CP", "QD-UBND": "QĐ-UBND", "QD-TTG": "QĐ-TTg", "NQ-HDND": "NQ-HĐND", "CD-TTG": "CĐ-TTg"}


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the citations with a malformed symbol, and those whose symbol is of another type."""
    content = draft.text.content
    for match in find_near(_CITED, content, content, _SLASH, _BEFORE, _BEHIND):
        cited = _TYPE.search(content, max(0, match.start() - _REACH), match.start())
        if cited is None:
            continue
        symbol = match["symbol"]
        right = _right(symbol)
        gap = match["gap"] != "/"
        span = Span(match.start("number"), match.end())
        if right != symbol or gap:
            whole = f"{match['number']}{match['year'] or ''}/{right}"
            yield Finding("VB301", span, "format", "số, ký hiệu văn bản viện dẫn viết sai mẫu", f"sửa thành {whole}")
        kind = _TYPES.get(cited["type"].lower())
        stated = right.split("-")[0]
        if kind and stated in _KNOWN and stated != kind and _ISSUED.search(right) and (kind, stated) != ("TTr", "TT"):
            message = f"{cited['type'].lower()} thì ký hiệu mở đầu bằng {kind}, văn bản ghi {stated}"
            yield Finding("VB303", span, "doubtful", message, None, (Span(*cited.span("type")),))


def _right(symbol: str) -> str:
    """``symbol`` with hyphens for blanks and dashes, and the Đ that a keyboard without marks loses."""
    joined = re.sub(r"\s*[-–]\s*|\s+", "-", symbol)
    if joined.upper() in _WITHOUT_MARKS:
        return _WITHOUT_MARKS[joined.upper()]
    return joined.upper().replace("-TTG", "-TTg") if joined.islower() else joined
