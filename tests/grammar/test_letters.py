"""Capitals and small letters in patterns: a range of accented letters holds both, so none may be written."""

import re
from pathlib import Path

import pytest

from dondoc.grammar.agencies.folding import CAPITALS

SOURCE = Path(__file__).parents[2] / "src" / "dondoc"


def test_capitals_hold_no_small_letter() -> None:
    assert re.fullmatch(f"[{CAPITALS}]+", "ĂÂĐÊÔƠƯÁẾỮỴ")
    assert not re.search(f"[{CAPITALS}]", "abcăâđêôơưáếữỵ")


def test_no_pattern_takes_small_letters_for_capitals() -> None:
    written = [path.name for path in SOURCE.rglob("*.py") if "A-ZĐÀ-Ỹ" in (text := path.read_text()) or "À-ỸĐ" in text]
    assert written == []


@pytest.mark.parametrize("word", ["đạt", "ước", "ở", "ăn"])
def test_small_word_is_no_name(word: str) -> None:
    assert not re.match(f"[{CAPITALS}]", word)
