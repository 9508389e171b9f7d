"""A number of places, bodies or works, and their names in the same sentence.

Finds         4 xã đạt chuẩn gồm: Tân An, Tân Bình, Tân Phú · 03 xã đạt chuẩn (Tân An, Tân Bình)
              03 đơn vị chưa báo cáo là xã Tân An và xã Tân Bình
Leaves alone  3/5 xã (Tân An, Tân Bình, Tân Phú) · một số xã như Tân An · names with figures of their own
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
_AND = re.compile(rf"\s+và\s+(?=(?:{_KIND}\s+){{0,2}}[{CAPITALS}])")
_APART = re.compile(r"\s*[,;]\s*")
_ENDS = re.compile(rf"[.\n)]|;(?=\s+[^{CAPITALS}])")
_LONGEST = 400
_MORE = re.compile(r"v\.v|\.\.\.|…|vân vân|khác\b", re.IGNORECASE)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the numbers that the names behind them do not come to."""
    content = draft.text.content
    for figure in draft.scene.figures:
        end = figure.span.end
        if not countable(figure) or content[figure.span.start - 1 : figure.span.start] == "/":
            continue
        opens = _OPENS.match(content, end, end + _LONGEST)
        if opens is None or _is_of_people(figure):
            continue
        close = content.find(")", opens.end(), opens.end() + _LONGEST) if opens["bracket"] else -1
        stop = _ENDS.search(content, opens.end(), opens.end() + _LONGEST)
        last = close if close > 0 else stop.start() if stop else min(opens.end() + _LONGEST, len(content))
        counts = _counts(content[opens.end() : last], content[last : last + 3])
        number = int(value_of(figure))
        if not counts or number in counts or number >= 2 * max(counts) or min(counts) >= 2 * number:
            continue
        if min(counts) > number or SOME.search(opens[0]) is None:  # more than all is no "some of them"
            yield miscounted(draft, figure, max(counts), Span(opens.end(), last))


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
