"""Tables that a page break cut in two, put together again: a total holds for the rows of both pages.

Finds         rows behind the break, under the same head again or under none · a row cut in its name: "Sở Giáo" on one
              page, "dục và Đào tạo" on the next
Leaves alone  tables with words between them; tables in files without pages that have heads of their own
"""

from collections.abc import Sequence
from dataclasses import replace

from dondoc.extraction.tables.layout import Layout, Place
from dondoc.extraction.tables.numerals import holds_figure


def joined(layouts: Sequence[Layout]) -> list[Layout]:
    """The layouts, each with what continues it."""
    found: list[Layout] = []
    for layout in layouts:
        if layout.continues and found:
            found[-1] = replace(found[-1], body=_with_rest(found[-1].body, layout.body))
        else:
            found.append(layout)
    return found


def _with_rest(body: Sequence[list[Place]], rest: Sequence[list[Place]]) -> list[list[Place]]:
    if not body or not rest or not _is_cut(rest[0]):
        return [*body, *rest]
    behind = {place.cell.column: place.words for place in rest[0]}
    last = [
        place._replace(words=f"{place.words} {behind[place.cell.column]}") if place.cell.column in behind else place
        for place in body[-1]
    ]
    return [*body[:-1], last, *rest[1:]]


def _is_cut(row: Sequence[Place]) -> bool:
    """Whether a row only goes on with the words of the one before the break."""
    return all(place.words[:1].islower() and not holds_figure(place.words) for place in row)
