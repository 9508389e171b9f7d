"""A cited document whose number or symbol is written wrongly.

Finds         Quyết định số 12/QĐ UBND · Nghị định số 30/2020/ND-CP · Công văn số 12 /UBND-TH · Quyết định 12/qđ-ubnd
              Nghị quyết số 35 NQ/HĐND · Quyết định số 12-QĐ/UBND, the slash of the Party in the paper of an office
              Thông báo số 12/QĐ-UBND: the type and the symbol do not go together (VB303)
Leaves alone  Nghị quyết 68/NQ-CP · Kế hoạch số 15-KH/TU of the Party · Chỉ thị số 09

Nghị định 30/2020/NĐ-CP, Appendices I and III.
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.grammar.anchors import anchors, find_near, lowered
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
    r"(?P<number>[0-9][0-9]{0,4})(?P<year>/20[0-9]{2})?(?P<gap>[ \u00a0]?/[ \u00a0]?)"
    r"(?P<symbol>[^\W\d_]{1,8}(?:(?:[^\S\n]?[-–][^\S\n]?|[^\S\n](?=UBND|HĐND|CP\b|TTg\b|BTC\b))[^\W_]{1,12}){0,3})"
)
_MISPLACED = re.compile(
    r"số\s*:?\s*(?P<cited>(?P<number>\d{1,5})[ \u00a0]?[-–]?[ \u00a0]?(?P<kind>NQ|QĐ|KH|TB|BC|CT|TTr|NĐ|TT|CĐ|HD)"
    r"\s?[-–/]\s?(?P<issuer>HĐND|UBND|CP|TTg))\b"
)
_WRONG = "số, ký hiệu văn bản viện dẫn viết sai mẫu"
_SLASH = anchors("/")
_NUMBERED = anchors("số")
_BEFORE, _BEHIND = 24, 120
_REACH = 26
# "14886/CT-THNVDT" of a tax office begins with the office, not with a type.
_ISSUED = re.compile(r"-(?:UBND|HĐND|CP|TTg|VPCP|VPUBND|VP|QH\d*|B[A-ZĐ]{1,8}|S[A-ZĐ]{1,6})\Z")
_KNOWN = frozenset(_TYPES.values())
_WITHOUT_MARKS = {"ND-CP": "NĐ-CP", "QD-UBND": "QĐ-UBND", "QD-TTG": "QĐ-TTg", "NQ-HDND": "NQ-HĐND", "CD-TTG": "CĐ-TTg"}


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the citations with a malformed symbol, and those whose symbol is of another type."""
    yield from _misplaced(draft)
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
            yield Finding("VB301", span, "format", _WRONG, f"sửa thành {whole}")
        kind = _TYPES.get(cited["type"].lower())
        stated = right.split("-")[0]
        if kind and stated in _KNOWN and stated != kind and _ISSUED.search(right) and (kind, stated) != ("TTr", "TT"):
            message = f"{cited['type'].lower()} thì ký hiệu mở đầu bằng {kind}, văn bản ghi {stated}"
            yield Finding("VB303", span, "doubtful", message, None, (Span(*cited.span("type")),))


def _misplaced(draft: Draft) -> Iterator[Finding]:
    """Citations without the slash behind their number."""
    content = draft.text.content
    for match in find_near(_MISPLACED, content, lowered(content), _NUMBERED, 0, _REACH + _REACH):
        if _TYPE.search(content, max(0, match.start() - _REACH), match.start("cited")) is None:
            continue
        mend = f"sửa thành {match['number']}/{match['kind']}-{match['issuer']}"
        yield Finding("VB301", Span(*match.span("cited")), "format", _WRONG, mend)


def _right(symbol: str) -> str:
    """``symbol`` with hyphens for blanks and dashes, and the Đ that a keyboard without marks loses."""
    joined = re.sub(r"\s*[-–]\s*|\s+", "-", symbol)
    if joined.upper() in _WITHOUT_MARKS:
        return _WITHOUT_MARKS[joined.upper()]
    return joined.upper().replace("-TTG", "-TTg") if joined.islower() else joined
