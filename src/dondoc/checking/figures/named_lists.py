"""A number of places, bodies or works, and their names in the same sentence.

Finds         4 xã đạt chuẩn gồm: Tân An, Tân Bình, Tân Phú · 03 xã đạt chuẩn (Tân An, Tân Bình)
              03 đơn vị chưa báo cáo là xã Tân An và xã Tân Bình
              xảy ra ở 4 xã là Tân An, Tân Bình và Tân Phú với 87 con
Leaves alone  3/5 xã (Tân An, Tân Bình, Tân Phú) · một số xã như Tân An · names with figures of their own
              4 xã Tân An, Tân Bình, Tân Phú và xã Tân Hòa · hai xã Tân An, Tân Phú, Chủ tịch huyện ...: no bare row
              Sở Kế hoạch và Đầu tư, Sở Y tế: "và" may stand in a name, so that both counts will do
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.figures.listed_counts import SOME, countable, miscounted
from dondoc.checking.finding import Finding
from dondoc.facts import Quantity
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.lexicon.units import unit_lexicon
from dondoc.text import Span

_OPENS = re.compile(
    r"(?P<what>[^:.;,\d\n()]{0,60}?)"
    r"(?:\s*(?P<bracket>\()|,?\s+(?:bao gồm|gồm có|gồm|đó là|là)(?:\s+các)?(?:\s*:)?\s+|\s*:\s+)"
)
_KIND = (
    r"(?:xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh|thôn|ấp|bản|làng|khu phố|quận|sở|chợ|cầu|trường|công ty|đường"
    r"|dự án|công trình|kè|hồ|tuyến|trạm|khu)"
)
_NAME = re.compile(rf"(?P<kind>{_KIND}\s+(?:{_KIND}\s+)?)?[{CAPITALS}][^\W\d_]*(?:\s?[-–]?\s?[^\W\d_]+){{0,6}}")
_AND = re.compile(rf"\s+(?:và|hoặc)\s+(?=(?:{_KIND}\s+){{0,2}}[{CAPITALS}])")
_APART = re.compile(r"\s*[,;]\s*")
_ENDS = re.compile(rf"\.(?!\w)|[\n)]|;(?=\s+[^{CAPITALS}])")
_PLACE = rf"[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{0,4}}"
_LAST = rf"[{CAPITALS}][^\W\d_]*(?:(?: [{CAPITALS}][^\W\d_]*){{1,4}}|(?! \w))"  # no title: Hà Khê, Trưởng ban
_ROW = rf"(?P<names>{_PLACE}(?:(?:,| và) {_PLACE})*(?:,| và) {_LAST})(?!\w| [{CAPITALS}]|\s*(?:,|và\b|-|–|\())"
_BESIDE = re.compile(rf"\s+{_ROW}")
_KINDED = rf"(?:{_KIND}\s+)?{_PLACE}"
# What goes on behind the last name: "và Tân Phú với 87 con bò", "và thị xã Đông Hòa, ngư dân ...".
_THEN = re.compile(
    rf"(?P<names>{_KINDED}(?:, {_KINDED})+,? và {_KINDED})"
    rf"(?:\s+(?:với|đã|có|đều|được|là|bị)\s|,\s+(?!{_KIND}\s|và\b)[^\W\d_{CAPITALS}])"
)
_PLACES = ("xã", "phường", "huyện", "thôn", "tỉnh", "thị trấn", "ấp", "bản", "quận")
# Begins with a digit, which makes the search fast.
_PLACES_NAMED = re.compile(
    rf"(?P<count>[0-9](?<![\w.,/][0-9])[0-9]?)\s(?:xã|phường|huyện|thôn|ấp|bản|quận|tỉnh)\s{_ROW}"
)
_LONGEST = 400
_MORE = re.compile(r"v\.v|\.\.\.|…|vân vân|khác\b", re.IGNORECASE)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the numbers that the names behind them do not come to."""
    content = draft.text.content
    yield from _named(draft)
    for figure in draft.scene.figures:
        end = figure.span.end
        if not countable(figure) or content[figure.span.start - 1 : figure.span.start] == "/":
            continue
        beside = _beside(draft, figure)
        if beside is not None:
            yield beside
            continue
        opens = _OPENS.match(content, end, end + _LONGEST)
        if opens is None or _is_of_people(figure):
            continue
        close = content.find(")", opens.end(), opens.end() + _LONGEST) if opens["bracket"] else -1
        stop = _ENDS.search(content, opens.end(), opens.end() + _LONGEST)
        last = close if close > 0 else stop.start() if stop else min(opens.end() + _LONGEST, len(content))
        counts = _counts(content[opens.end() : last], content[last : last + 3])
        number = int(value_of(figure))
        if not counts and (then := _THEN.match(content, opens.end())) is not None:
            counts, last = {len(re.split(r",| và ", then["names"]))}, then.end("names")
        if not counts or number in counts or number >= 2 * max(counts) or min(counts) >= 2 * number:
            continue
        if min(counts) > number or SOME.search(opens[0]) is None:  # more than all is no "some of them"
            yield miscounted(draft, figure, max(counts), Span(opens.end(), last))


def _named(draft: Draft) -> Iterator[Finding]:
    """``Cả 5 xã An Phú, An Bình, An Hòa, An Lạc``: a number that no figure was read of."""
    figures = set(draft.scene.starts)
    for match in _PLACES_NAMED.finditer(draft.text.content):
        count, told = len(re.split(r",| và ", match["names"])), int(match["count"])
        if match.start("count") in figures or count < 3 or count == told or told > 2 * count or count > 2 * told:
            continue
        words = draft.text.content[match.start("count") : match.start("names")].strip()
        yield Finding(
            "SL201", Span(*match.span("count")), "doubtful", f"nêu {words} nhưng liệt kê {count}",
            "xem lại số lượng hoặc các tên", (Span(*match.span("names")),),
        )  # fmt: skip


def _beside(draft: Draft, figure: Quantity) -> Finding | None:
    """``Cả 5 xã An Phú, An Bình, An Hòa``."""
    found = _BESIDE.match(draft.text.content, figure.span.end) if (figure.unit or "").lower() in _PLACES else None
    if found is None:
        return None
    count = len(re.split(r",| và ", found["names"]))
    if count < 3 or count == int(value_of(figure)) or value_of(figure) > 2 * count or count > 2 * value_of(figure):
        return None
    return miscounted(draft, figure, count, Span(*found.span("names")))


def _is_of_people(figure: Quantity) -> bool:
    """Whether people are counted, whose names have their titles behind them, or days, which are told by dates."""
    unit = unit_lexicon().words.get((figure.unit or "").lower())
    return unit is not None and (unit.group == "people" or unit.kind == "time")


def _counts(words: str, behind: str) -> set[int]:
    """How many names ``words`` hold, by either reading of "và"; none where they are no plain list of names."""
    if _MORE.search(words + behind):
        return set()
    items = _APART.split(words.strip())
    parts = [part for item in items for part in _AND.split(item)]
    names = [_NAME.fullmatch(part.strip()) for part in parts]
    kinds = [name is not None and name["kind"] is not None for name in names]
    if len(parts) < 2 or any(name is None for name in names) or not (all(kinds) or not any(kinds[1:])):
        return set()
    return {len(items), len(parts)} if len(items) > 1 else {len(parts)}
