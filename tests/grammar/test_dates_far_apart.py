"""Two days with an empty row of a table between them: thousands of tabs, which cost no more than they are long."""

import pytest

from dondoc import extract
from dondoc.text import Block, OffsetMap, Span, Text


@pytest.mark.parametrize("between", [" " * 40_000, "\t" * 40_000, " (" * 20_000])
def test_days_far_apart_are_not_one_limit(between: str) -> None:
    content = f"Giao Sở Y tế báo cáo trước ngày 30/9/2025{between}ngày 02/10/2025."
    block = Block("paragraph", Span(0, len(content)))
    facts = extract(Text(content, (block,), content, OffsetMap.identity(len(content))))
    found = [str(item.deadline.by) for item in facts.directives if item.deadline]
    assert found == ["2025-09-29"]
