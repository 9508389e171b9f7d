"""The line "Số: 05/TB-UBND".

Finds         Số: 5/TB-UBND · Số: 12/tb-ubnd · Số: 12/TB - UBND · Số 12/TB-UBND without its colon
              Số: 12/TB-UBND or 12/UBND-BC over the title BÁO CÁO
Leaves alone  Số:    /TB-UBND, given after signature · Số 15-TB/TU of the Party · số 12/NQ-CP inside a sentence

Nghị định 30/2020/NĐ-CP, Appendix I: "Số" with a colon, a leading 0 below 10, the symbol in capitals, hyphens without
spaces.
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.form.head import head_of, is_party
from dondoc.text import Span

_LINE = re.compile(
    r"(?:^|\n|\|)[ \t*_]*Số(?P<colon>\s?:)?[ \t]*(?P<number>[0-9]{1,5})?[ \t.…_]*(?P<slash>/)[ \t]*"
    r"(?P<symbol>[^\W\d_&]{1,8}(?:[ \t]?[-–][ \t]?[^\W_&]{1,12}){1,3})"
)


_TITLED = re.compile(
    r"\n[ \t*_]*(?P<type>BÁO CÁO|THÔNG BÁO|QUYẾT ĐỊNH|KẾ HOẠCH|TỜ TRÌNH|CÔNG ĐIỆN|CHỈ THỊ|NGHỊ QUYẾT|HƯỚNG DẪN"
    r"|CHƯƠNG TRÌNH|PHƯƠNG ÁN|BIÊN BẢN)[ \t*_]*\n"
)
_ABBREVIATED = {
    "BÁO CÁO": "BC", "THÔNG BÁO": "TB", "QUYẾT ĐỊNH": "QĐ", "KẾ HOẠCH": "KH", "TỜ TRÌNH": "TTr", "CÔNG ĐIỆN": "CĐ",
    "CHỈ THỊ": "CT", "NGHỊ QUYẾT": "NQ", "HƯỚNG DẪN": "HD", "CHƯƠNG TRÌNH": "CTr", "PHƯƠNG ÁN": "PA",
    "BIÊN BẢN": "BB",
}  # fmt: skip
_TYPES = frozenset(short.upper() for short in _ABBREVIATED.values())


def find(draft: Draft) -> Iterator[Finding]:
    """Yield what is wrong with the number and symbol of the document itself."""
    head = head_of(draft)
    if is_party(draft):
        return
    match = _LINE.search(draft.text.content, head.start, head.end)
    if match is None:
        return
    number, symbol = match["number"], match["symbol"]
    if not match["colon"]:
        at = Span(match.start("slash") - len(number or ""), match.end())
        yield Finding("TT201", at, "format", "sau chữ «Số» có dấu hai chấm", "sửa thành «Số:»")
    if number and len(number) == 1:
        yield Finding(
            "TT201", Span(*match.span("number")), "format", "số nhỏ hơn 10 có số 0 phía trước", f"sửa thành 0{number}"
        )
    yield from _of_type(draft, match, head)
    right = re.sub(r"\s*[-–]\s*", "-", symbol)
    if right != symbol or not _capital(right):
        message = "ký hiệu viết hoa, gạch nối không cách chữ"
        yield Finding("TT201", Span(*match.span("symbol")), "format", message, f"sửa thành {_raised(right)}")


def _of_type(draft: Draft, match: re.Match[str], head: Span) -> Iterator[Finding]:
    """The symbol begins with the type that the title names: a head copied from another document does not."""
    title = _TITLED.search(draft.text.content, match.end(), head.end + 40)
    if title is None:
        return
    first, *rest = re.split(r"\s*[-–]\s*", match["symbol"])
    wanted = _ABBREVIATED[title["type"]]
    if first.upper().startswith(wanted.upper()) or not (first.upper() in _TYPES or rest[-1].upper() == wanted.upper()):
        return
    kept = rest[:-1] if first.upper() not in _TYPES else rest
    right = "-".join((wanted, *([] if first.upper() in _TYPES else [first]), *kept))
    said = f"{title['type'].lower()} thì ký hiệu mở đầu bằng {wanted}, văn bản ghi {first}"
    yield Finding(
        "TT201", Span(*match.span("symbol")), "format", said, f"sửa thành {right}", (Span(*title.span("type")),)
    )


def _capital(symbol: str) -> bool:
    return _raised(symbol) == symbol


def _raised(symbol: str) -> str:
    """Type and issuer in capitals; small letters of the decree's own abbreviations (TTr, CTr, TTg) stay."""
    kept = {"ttr": "TTr", "ctr": "CTr", "ttg": "TTg", "bttttt": "BTTTT", "gđt": "GĐT"}
    parts = symbol.split("-")
    return "-".join(kept.get(part.lower(), part if _mixed(part) else part.upper()) for part in parts)


def _mixed(part: str) -> bool:
    """Names with small letters inside, as offices write them: SLĐTBXH, VPUBND, UBNDTh."""
    return part[:1].isupper() and not part.islower()
