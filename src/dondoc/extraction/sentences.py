"""Sentences of a paragraph or list item.

Finds         Rà soát chỉ tiêu. Báo cáo kết quả./. · (i) Sở Tài chính ... (ii) Sở Xây dựng ... (each its own sentence)
              theo quy định.Các đơn vị ...: the blank is left out
Leaves alone  TP. Hồ Chí Minh · 1.097 tỷ · v.v... và · (A tốt. B chưa tốt) · “A. B” quoted briefly
              clauses joined by ";"
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.text import Span

ABBREVIATIONS = frozenset(
    [
        "tp",
        "tx",
        "tt",
        "q",
        "p",
        "h",
        "x",
        "kp",
        "k",
        "st",
        "ts",
        "ths",
        "th.s",
        "pgs",
        "gs",
        "bs",
        "ks",
        "cn",
        "ncs",
        "pgs.ts",
        "gs.ts",
        "tsk",
        "tskh",
        "bsck",
        "nxb",
        "kt",
        "tm",
        "tl",
        "tuq",
        "t/l",
        "k/t",
        "qd",
        "nđ",
        "ql",
        "tl",
        "đt",
        "đl",
        "hl",
        "ttg",
        "v.v",
        "vv",
        "đ",
        "đ/c",
        "đc",
        "ông",
        "tr",
        "trg",
        "bt",
        "dr",
        "mr",
        "mrs",
        "no",
        "vol",
        "bhyt-",
        "ubnd-",
        "th",
        "mst",
        "stt",
    ]
)
_END = re.compile(
    rf"""[.!?…](?:(?<=\.)(?:/\.|\.+))?  # the stop; a class in front makes the search fast
        ["”’»)\]*_]*                  # what closes with it
        (?=\s|$|(?<=[a-zà-ỹ][a-zà-ỹ]\.)[{CAPITALS}][a-zà-ỹ]*\s)
        (?:\s*["“‘«*_(\[]*\s*(?P<next>\S))?""",
    re.VERBOSE,
)
_STOP = re.compile(r"(?:\./\.|\.{2,}|…|[.!?])[\"”’»)\]*_]*")
_WORD_BEFORE = re.compile(r"[\w/.\-]*\Z")
# A letter that is a rank or a numeral, not an initial: "cháy rừng cấp V. Tổ chức ...", "trong quý I. Rà soát ...".
_CLASSED = re.compile(
    r"(?<!\w)(?:cấp|quý|loại|nhóm|hạng|vùng|khu|đợt|lớp|bảng|mẫu|gói|khóa|khoá|mức|tuyến|khối|phụ lục)\s\Z",
    re.IGNORECASE,
)
_ENUMERATOR = re.compile(
    r"(?:(?<=[:;.…])|(?<=[:;.…]\*)|(?<=[:;.…]\*\*)|\A)\s*\*{0,2}\((?P<mark>[ivx]{1,5}|\d{1,2}|"
    r"[a-hđ])\)[.:]?\s+(?P<next>\S)"
)
# A list goes on behind a stop, its first mark being that of the block: "... chiếm 2%). (ii) Rà soát ...".
_NEXT_MARK = re.compile(r"""[.!?…]["”’»)\]*_]*\s+\((?:[ivx]{2,5}|[b-hđ]|\d{1,2})\)\s+(?=(?P<next>\S))""")
_STOP_INSIDE = re.compile(r"""[.!?…]["”’»)\]*_]*\s""")
# The blank behind a stop is left out: "... theo quy định.Các đơn vị ...".
_GLUED = re.compile(rf"\.(?<=[a-zà-ỹ][a-zà-ỹ]\.)[{CAPITALS}][a-zà-ỹ]*\s")
# "TP" and the like may also end a sentence, where the next begins with somebody or something that is no place.
_ENDS_TOO = frozenset({"TP", "TX", "BHYT", "TW"})
_BEGINS = re.compile(
    r"\s+(?:(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc)|UBND|HĐND|Ông|Bà|Đồng chí|Theo|Trong|Từ|Để|Đối với|Ngoài|Bên cạnh|"
    r"Tại|Về|Với|"
    r"Đây|Ngày|Sáng|Chiều|Các|Những|Sở|Công an|Giao|Yêu cầu|Đề nghị|Trước|Đồng thời|Cùng)(?!\w)"
)
_FIRST_MARKS = ("(i)", "(1)", "(a)")
_QUOTE_LIMIT = 240


def _places(words: str) -> Iterator[tuple[int, str]]:
    """Where brackets and quotation marks stand, each kind in order."""
    for sign in "()“”":
        at = words.find(sign)
        while at >= 0:
            yield at, sign
            at = words.find(sign, at + 1)


def _shelters(words: str) -> tuple[list[int], list[int]]:
    """Starts and ends of matched parentheses and short quotations: a full stop inside ends no sentence."""
    if "(" not in words and "“" not in words:
        return [], []
    opened: dict[str, list[int]] = {"(": [], "“": []}
    pairs: list[tuple[int, int]] = []
    for at, sign in sorted(_places(words)):
        if sign in opened:
            opened[sign].append(at)
            continue
        stack = opened["(" if sign == ")" else "“"]
        if stack:
            start = stack.pop()
            if sign == ")" or at - start <= _QUOTE_LIMIT:
                pairs.append((start, at + 1))
    pairs.sort()
    starts: list[int] = []
    ends: list[int] = []
    for start, end in pairs:
        if ends and start < ends[-1]:
            continue
        starts.append(start)
        ends.append(end)
    return starts, ends


def _sheltered(at: int, starts: list[int], ends: list[int]) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < ends[index] - 1


def _is_abbreviation(words: str, stop: int, stop_text: str) -> bool:
    if not stop_text.startswith(".") or stop_text.startswith(("..", "./.")):
        return False
    before = _WORD_BEFORE.search(words, max(stop - 12, 0), stop)
    word = before.group() if before else ""
    if word.lower() in ABBREVIATIONS:
        return word not in _ENDS_TOO or _BEGINS.match(words, stop + 1) is None
    return len(word) == 1 and word.isupper() and _CLASSED.search(words, max(stop - 14, 0), stop - 1) is None


def _is_address(words: str, stop: int) -> bool:
    """Whether the word before a stop without a blank is part of an address: "hop.thu@hailam.Gov"."""
    before = words[max(stop - 40, 0) : stop].split()
    return not before or any(sign in before[-1] for sign in "@./:")


def _enumerators(words: str) -> dict[int, int]:
    """Inline list marks that stand in sequence, as start of the mark to start of the words after it."""
    if not any(first in words for first in _FIRST_MARKS):
        return {}
    found = [m for m in _ENUMERATOR.finditer(words) if m.group("next").isupper() or m.group("next") in '*“"']
    marks = [m.group("mark") for m in found]
    if len(marks) < 2 or f"({marks[0]})" not in _FIRST_MARKS:
        return {}
    if all(words.startswith(";", one.start() - 1) for one in found[1:]):
        return {}
    return {m.start(): m.start("next") for m in found}


def _cuts(words: str) -> Iterator[tuple[int, int]]:
    """Yield (end of a sentence, start of the next)."""
    shelters: tuple[list[int], list[int]] | None = None
    marks = _enumerators(words)
    pending = sorted(marks.items())
    position = 0
    marked = not marks and ". (" in words
    for match in _END.finditer(words):
        stop = match.start()
        while position < len(pending) and pending[position][0] <= stop:
            yield pending[position]
            position += 1
        following = match.group("next")
        end = stop + len(match.group()) if following is None else match.end("next") - 1
        if following is None:
            continue
        mark = _NEXT_MARK.match(words, stop) if marked and not following.isupper() else None
        listed = mark is not None and mark["next"].isupper()
        if (following.islower() or following in ",;:)") and not listed:
            continue
        shelters = shelters or _shelters(words)
        if _sheltered(stop, *shelters):
            continue
        if _is_abbreviation(words, stop, match.group()) or (end == stop + 1 and _is_address(words, stop)):
            continue
        close = _STOP.match(words, stop, end)
        cut = close.end() if close else stop + 1
        yield cut, mark.end() if mark and listed else cut
    yield from pending[position:]


def split_sentences(content: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of ``content`` inside ``span``, in order, without the white space between them."""
    words = content[span.start : span.end]
    sentences: list[Span] = []
    if not _may_divide(words):
        _append(sentences, words, 0, len(words), span.start)
        return (span,) if sentences == [span] else tuple(sentences)
    start = 0
    for end, following in _cuts(words):
        if end > start:
            _append(sentences, words, start, end, span.start)
        start = max(start, following)
    _append(sentences, words, start, len(words), span.start)
    return tuple(sentences)


def _may_divide(words: str) -> bool:
    """Whether a stop is followed by something, or a mark may open a list; else a paragraph is one sentence, or none."""
    if "(" in words or ". " in words:
        return True
    return _STOP_INSIDE.search(words) is not None or _GLUED.search(words) is not None


def _append(sentences: list[Span], words: str, start: int, end: int, shift: int) -> None:
    piece = words[start:end]
    stripped = piece.strip()
    if stripped[:1].isalnum() or any(letter.isalnum() for letter in stripped):
        first = start + len(piece) - len(piece.lstrip())
        sentences.append(Span(shift + first, shift + first + len(stripped)))
