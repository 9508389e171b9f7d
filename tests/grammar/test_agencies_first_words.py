"""The first two words tell whether an agency can begin with them in running text."""

import pytest

from dondoc.grammar.agencies.openings import opening


@pytest.mark.parametrize(
    "words", ["các sở", "các đồng chí", "sở ngành", "vụ trưởng", "một số", "phòng ban", "sở,", "sở  y tế", "lãnh đạo"]
)
def test_what_may_go_on(words: str) -> None:
    first = words.split()[0].rstrip(",")
    opens = opening(first)
    assert opens is not None
    assert opens.goes_on(words, len(first))


@pytest.mark.parametrize("words", ["các nội dung", "vụ việc", "xã hội", "sở hữu", "một cách", "xã.", "bộ thủ tục"])
def test_what_may_not(words: str) -> None:
    first = words.split()[0].rstrip(".")
    opens = opening(first)
    assert opens is not None
    assert not opens.goes_on(words, len(first))
