"""What news says twice: the abstract under its title, the caption of a picture.

Finds         (first paragraph) Chủ tịch tỉnh yêu cầu Sở A kiểm tra ... (below) Theo đó, Chủ tịch yêu cầu Sở A ...
              a paragraph that stands twice, word for word · ... - Ảnh: Hoàng Nam
Leaves alone  an abstract that tells what nothing below tells
"""

import re
from collections import Counter
from collections.abc import Sequence

from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.walk import Found
from dondoc.text import Block, Span

_WORD = re.compile(r"[^\W\d_]{2,}")
_PICTURE = re.compile(r"\W[ẢAả]nh\s?:\s?[^:\n]{2,60}$")
_SAME = 0.6
_LONGEST_TITLE = 200


def without_repeats(page: Page, found: Sequence[Found]) -> list[Found]:
    """``found`` without what the body of news says again."""
    blocks = [block for block in page.text.body_blocks() if page[block.span].strip()]
    times = Counter(page[block.span].strip(" .*_") for block in blocks)
    captions = [
        block.span
        for block in blocks
        if times[page[block.span].strip(" .*_")] > 1 or _PICTURE.search(page[block.span]) is not None
    ]
    kept = [one for one in found if not any(span.covers(one.span) for span in captions)]
    abstract = _abstract(page, blocks)
    if abstract is None:
        return kept
    below = [_words(page, one.span) for one in kept if one.span.start >= abstract.end]
    return [one for one in kept if not (abstract.covers(one.span) and _told_again(_words(page, one.span), below))]


def _abstract(page: Page, blocks: Sequence[Block]) -> Span | None:
    """The paragraph right under a title without a stop."""
    if len(blocks) < 3:
        return None
    title = page[blocks[0].span].strip(" *_")
    if len(title) > _LONGEST_TITLE or title.endswith((".", ":", ";", "…")):
        return None
    return blocks[1].span


def _words(page: Page, span: Span) -> Counter[str]:
    return Counter(_WORD.findall(page.low[span.start : span.end]))


def _told_again(words: Counter[str], below: Sequence[Counter[str]]) -> bool:
    return any((words & other).total() >= _SAME * words.total() for other in below)
