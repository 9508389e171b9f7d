"""The look at the first word lets through every mention that a reader would find, and the tree every listed word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.grammar.agencies import find_agencies
from dondoc.grammar.agencies.folding import longest_of, search_key
from dondoc.grammar.agencies.group_words import BODY_NOUNS, PLACE_NOUNS
from dondoc.grammar.agencies.openings import opening


@given(st.lists(st.text("abcđ -", min_size=1, max_size=5), min_size=1, max_size=12), st.text("abcđ -", max_size=9))
def test_longest_word_at_a_place(words: list[str], text: str) -> None:
    expected = max((word for word in words if text.startswith(word)), key=len, default=None)
    found = re.match(longest_of(words), text)
    assert (found[0] if found else None) == expected


@pytest.mark.parametrize("noun", [*BODY_NOUNS, *PLACE_NOUNS])
def test_group_nouns_open_groups(noun: str) -> None:
    opens = opening(search_key(noun).split()[0])
    assert opens is not None
    assert opens.group


def test_what_a_word_may_begin() -> None:
    sở, thủ = opening("sở"), opening("thủ")
    assert sở is not None
    assert sở.listed
    assert sở.name
    assert thủ is not None
    assert thủ.role
    assert not thủ.listed
    assert opening("lúa") is None


@pytest.mark.parametrize(
    "words",
    [
        "Các Sở: Tài chính, Nội vụ",
        "Sở: Tài chính, Nội vụ",
        "Thủ trưởng các sở, ban, ngành tỉnh",
        "Đ/c Giám đốc Sở Y tế",
        "Sở Tài chinh",
        "một số sở, ngành",
        "tất cả các xã, phường và các sở, ngành",
    ],
)
def test_mentions_behind_every_kind_of_opening(words: str) -> None:
    assert find_agencies(f"Yêu cầu {words} báo cáo.")
