"""Words of approximation before or after a figure.

Finds         trên 90% · hơn 26.000 tỷ đồng · gần 500 hộ · khoảng 80 ha · không quá 5% · 90% trở lên
Leaves alone  cao hơn 5% · trên địa bàn 12 xã · tăng 5% · nộp cấp trên 30%
"""

import re

from dondoc.facts import Approximation

_WORDS: dict[str, Approximation] = {
    "trên": "over", "hơn": "over", "quá": "over", "ít nhất": "over", "tối thiểu": "over", "không dưới": "over",
    "không thấp hơn": "over", "không ít hơn": "over", "từ": "over", "ngót": "about",
    "gần": "about", "khoảng": "about", "ước khoảng": "about", "xấp xỉ": "about", "chừng": "about", "cỡ": "about",
    "bình quân khoảng": "about", "dưới": "under", "không quá": "under", "tối đa": "under",
    "không vượt quá": "under", "nhiều nhất": "under", "chưa đến": "under", "chưa tới": "under",
    "không cao hơn": "under", "chưa đầy": "under", "xuống dưới": "under", "không trên": "under",
}  # fmt: skip
_COMPARATIVES = frozenset({"cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "nhanh", "chậm", "tốt", "kém", "sớm", "muộn"})
_LAST_WORDS = frozenset(words.split()[-1] for words in _WORDS)
_UP_TO = re.compile(r"[^.;\n]{0,24}?\s(?:đến|tới|lên|xuống|còn|-|–)\s|[-–]")


def approximation(text: str, words: list[str], end: int) -> Approximation | None:
    """The approximation that the lower-case ``words`` before a figure state, or those after its ``end``."""
    found = _before(words) if words and words[-1] in _LAST_WORDS else None
    if found is not None and words[-1] == "từ":
        found = None if _UP_TO.match(text, end) else found
    if found is None and text.startswith(" trở ", end):
        return "under" if text.startswith(" trở xuống", end) else "over"
    return found


def _before(words: list[str]) -> Approximation | None:
    for length in (3, 2, 1):
        found = _WORDS.get(" ".join(words[-length:]))
        if found is None:
            continue
        if length == 1 and words[-1] == "hơn" and len(words) > 1 and words[-2] in _COMPARATIVES:
            return None
        if length == 1 and words[-1] == "trên" and words[-2:-1] == ["cấp"]:
            return None  # nộp cấp trên 60 triệu đồng: who gets it
        return found
    return None
