"""What is in force at a place of the outline: its region, and who was told in the headings and introductions above."""

from itertools import pairwise

from dondoc.extraction.directives.leads import Leads
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.regions import Region
from dondoc.extraction.structure import Item
from dondoc.facts import DocumentType
from dondoc.text import Span

# From so many paragraphs on, and where so large a share of them holds one sentence, a paragraph is only a sentence.
_FEWEST = 14
# So many sentences of news later a sentence that names nobody no longer goes on with what was told.
LONG_SILENCE = 2
_ALONE = 0.9


def _next_lines(page: Page, items: tuple[Item, ...]) -> frozenset[int]:
    """The items that go on with the one above them in news.

    They stand on the line right below another where blank lines part the paragraphs of a plain text, or anywhere in a
    text that gives each sentence a paragraph of its own.
    """
    plain = [item for item in items if item.mark is None and item.block.kind == "paragraph"]
    if len(plain) >= _FEWEST and sum(len(item.sentences) == 1 for item in plain) >= _ALONE * len(plain):
        return frozenset(range(1, len(items)))
    source = page.text.source
    if page.text.format != "text" or "\n\n" not in source:
        return frozenset()
    spans = [page.text.to_source(item.span) for item in items]
    return frozenset(
        index
        for index, (above, here) in enumerate(pairwise(spans), 1)
        if source.count("\n", above.end, here.start) == 1
    )


class Standing:
    """What the walk has met so far: the regions that items opened, and the addresses in force."""

    def __init__(self, page: Page, items: tuple[Item, ...], kind: DocumentType) -> None:
        self.page = page
        self.items = items
        self.kind = kind
        next_lines = _next_lines(page, items) if page.narrates else frozenset[int]()
        self.leads = Leads(items, next_lines, page.content if page.narrates else "")
        self.regions: dict[int, Region] = {}
        self.scopes: dict[int | None, Region] = {None: "front"}
        # How many sentences of news have passed since somebody was told something.
        self.silence = LONG_SILENCE
        # The paragraph of news that gives account of some time.
        self.account = -1
        self.parents = {item.parent for item in items if item.parent is not None}

    def words(self, span: Span) -> str:
        """The words of ``span``."""
        return self.page.content[span.start : span.end]

    def region(self, index: int) -> Region:
        """The region in force at item ``index``."""
        at: int | None = index
        while at is not None:
            if at in self.regions:
                return self.regions[at]
            parent = self.items[at].parent
            if parent in self.scopes:
                return self.scopes[parent]
            at = parent
        return self.scopes[None]

    def open(self, index: int, region: Region) -> None:
        """``region`` begins with item ``index``: for what stands under it, and behind it where it has no mark."""
        item = self.items[index]
        if item.mark is None:
            self.scopes[item.parent] = region
        self.regions[index] = region
