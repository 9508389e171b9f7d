"""A list whose numbers jump or repeat.

Finds         1. 2. 4. · a) b) d) (the alphabet has đ after d: a b c d đ e g) · II. after II.
Leaves alone  lists that begin anew · automatic numbering · numbers under another heading · quoted articles (Điều 5)
"""

from collections.abc import Callable, Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.extraction.marks import Mark, read_mark
from dondoc.text import Span

_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_STYLES = frozenset(("roman", "number-1", "number-2", "number-3", "letter"))


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the marks that do not follow the one before them in the same list."""
    if draft.text.format != "docx" and draft.text.format != "text":
        return
    content = draft.text.content
    open_marks: list[tuple[Mark, Span]] = []
    for block in draft.text.blocks:
        if block.kind in ("cell", "footnote"):
            continue
        letter = next((mark.value for mark, _ in reversed(open_marks) if mark.style == "letter"), None)
        mark = read_mark(content, block.span, _always(letter))
        if mark is None or mark.style not in _STYLES or content[mark.end : mark.end + 1].isdecimal():
            continue
        while open_marks and open_marks[-1][0].rank > mark.rank:
            open_marks.pop()
        last = next((one for one in reversed(open_marks) if one[0].style == mark.style), None)
        if last is not None:
            del open_marks[open_marks.index(last) :]
            finding = _compare(last, mark, block.span)
            if finding:
                yield finding
        open_marks.append((mark, Span(block.span.start, mark.end)))


def _always(value: str | None) -> Callable[[str], str | None]:
    return lambda _: value


def _compare(last: tuple[Mark, Span], mark: Mark, block: Span) -> Finding | None:
    before, now = _place(last[0]), _place(mark)
    if before is None or now is None or before[:-1] != now[:-1] or now[-1] in (1, before[-1] + 1):
        return None
    gap = now[-1] - before[-1]
    if not -1 < gap < 4:
        return None
    what = f"mục {mark.value} lặp lại" if gap == 0 else f"sau mục {last[0].value} là mục {mark.value}"
    span = Span(block.start, mark.end)
    return Finding("TT205", span, "format", f"{what}, thứ tự bị nhảy" if gap else what, None, (last[1],))


def _place(mark: Mark) -> tuple[int, ...] | None:
    if mark.style.startswith("number"):
        return tuple(int(part) for part in mark.value.split("."))
    value = mark.value.lower()
    if mark.style == "roman":
        return (_ROMAN.index(value) + 1,) if value in _ROMAN else None
    return (_ALPHABET.index(value) + 1,) if len(value) == 1 and value in _ALPHABET else None
