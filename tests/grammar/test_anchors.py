"""Anchors find the same places as a plain search, however many of them begin with the same word."""

import re

import pytest

from dondoc.grammar.anchors import anchors, find_near, lowered, windows

LINE = "Hằng tháng báo cáo; tháng 3 và tháng  4 rà soát; Tết đến, hằng\nnăm tổng kết; 2021-2025."
WORDS = [
    r"tháng\s+[0-9]",
    r"tháng",
    r"hằng\s+(?:tháng|năm)",
    r"tết",
    r"nửa\s",
    r"[12][0-9]{3}\s*-",
    r"tháng\s*[0-9]",
]


@pytest.mark.parametrize("word", WORDS)
def test_each_match_of_an_anchor_opens_a_window(word: str) -> None:
    low = lowered(LINE)
    plain = [match.span() for match in re.finditer(word, low)]
    assert list(windows(low, anchors(word), 0, 0)) == plain


def test_windows_that_touch_are_one() -> None:
    low = lowered(LINE)
    assert len(list(windows(low, anchors(r"tháng\s+[0-9]", r"tháng"), 40, 40))) == 1


def test_a_pattern_is_tried_near_its_anchor_only() -> None:
    text = "Năm 2024 xong. " + "x" * 60 + " tháng 3 năm 2025"
    found = find_near(re.compile(r"20\d\d"), text, lowered(text), anchors(r"tháng\s+[0-9]"), 2, 20)
    assert [match[0] for match in found] == ["2025"]


def test_small_letters_keep_every_offset() -> None:
    long = "İ" + "Ủy ban " * 400
    assert len(lowered(long)) == len(long)
    assert lowered(long).endswith("ủy ban ")
