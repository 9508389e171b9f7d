"""Where a sentence stands in the outline: the title over it, and the figure that its list divides.

Finds         "Thủy sản: ..." (the title an item gives itself), else its heading
              Tổng thu 820 tỷ đồng, trong đó: and the items below it · "Trong đó:" in a line of its own
Leaves alone  a title with figures; a heading of more than twelve words
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.names.trimming import trim_name
from dondoc.extraction.quantities.parts.items import open_list
from dondoc.extraction.structure import Outline
from dondoc.text import Text

_TITLE_WORDS = 12
_TITLE_REACH = 120
_LAST_WORDS = 120
_ABOVE = 6
_INTRODUCES = re.compile(r"[\s*]*(?:trong đó|gồm|bao gồm|cụ thể|chia ra)[^.;\d]{0,30}:[\s*]*\Z", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d.,]*\s*(?:tỷ|triệu|%|đồng|[a-zà-ỹ]{2,})")


def places_above(outline: Outline, item: int) -> Iterator[int]:
    """``item`` and the items that it stands under, from the inside out."""
    place: int | None = item
    while place is not None:
        yield place
        place = outline.items[place].parent


def wholes_above(
    text: Text, outline: Outline, sentence: Sentence, before: Sequence[Sentence], lists: Mapping[int, Sentence]
) -> list[Figure]:
    """The figures above that the list item of ``sentence`` divides.

    ``before`` holds the sentences before it, ``lists`` the last one of each item that it stands under.
    """
    parent = item_above(text, outline, sentence.item)
    if parent is None:
        return []
    above = [lists[parent]] if parent in lists else before[-_ABOVE:]
    if all(other.item != parent for other in above):
        return []
    last_words = text[outline.items[parent].span][-_LAST_WORDS:]
    return open_list(sentence, above, parent, _introduced(text, outline, parent), last_words)


def _introduced(text: Text, outline: Outline, parent: int) -> bool:
    """Whether a line of its own ("Trong đó:") behind the item ``parent`` opens the list."""
    following = outline.items[parent + 1] if parent + 1 < len(outline.items) else None
    return following is not None and _INTRODUCES.match(text.content, *following.span) is not None


def item_above(text: Text, outline: Outline, item: int) -> int | None:
    """The item that a list item stands under; for a dash below a plain paragraph, that paragraph."""
    own = outline.items[item]
    if own.mark is None or own.block.kind == "footnote":
        return None
    place = item
    while place > 0 and item - place < 12 and outline.items[place].mark == own.mark:
        place -= 1
    above = outline.items[place]
    if above.mark != own.mark and _INTRODUCES.match(text.content, *above.span):
        return place - 1 if place else None
    if above.mark is None and place != item and text[above.span].rstrip("* \n").endswith(":"):
        return place
    return own.parent if own.parent is not None or above.mark == own.mark else place


def topic_of(text: Text, outline: Outline, item: int) -> str:
    """The title that an item gives itself ("Thủy sản: ..."), or its heading."""
    own = outline.items[item]
    title, colon, _ = text.content[own.span.start : min(own.span.end, own.span.start + _TITLE_REACH)].partition(":")
    if colon and _is_title(title):
        return trim_name(title.replace("*", ""))
    if own.parent is not None:
        heading = text[outline.items[own.parent].span].partition(":")[0]
        if _is_title(heading):
            return trim_name(heading.replace("*", ""))
    return ""


def _is_title(words: str) -> bool:
    return len(words.split()) <= _TITLE_WORDS and not _FIGURE.search(words)
