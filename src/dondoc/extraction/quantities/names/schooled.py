"""Pupils counted by how they did, the noun left to the words before.

Finds         16.420 học sinh được đánh giá, hoàn thành chương trình 16.354 em (học sinh hoàn thành chương trình)
              THCS: xếp loại học lực giỏi 2.163 em, khá 4.482 em (học sinh THCS giỏi, học sinh THCS khá)
              3.120 thí sinh dự thi, đỗ 3.085 em (thí sinh đỗ)
Leaves alone  pupils who are named behind the figure: 45 em bỏ học · tặng quà cho 45 em
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import NameState

_PUPILS = ("học sinh", "thí sinh", "học viên", "trẻ", "sinh viên")
_COUNTED = frozenset({"em", "cháu", *_PUPILS})
_DID = re.compile(
    r"(?:\A|[,;:(]|\bcó|\bvà|\blà)\s*(?:(?:kết quả|trong đó|xếp loại|loại|học lực|hạnh kiểm|rèn luyện|đạt loại|"
    r"đạt)\s+)*"
    r"(?P<did>(?:chưa |không )?(?:hoàn thành|đạt|đỗ|đậu|trúng tuyển|lên lớp|lưu ban|bỏ học|thi lại|dự thi|tốt nghiệp)"
    r"[^,;:()\d]{0,40}?|xuất sắc|giỏi|khá|tốt|trung bình|yếu kém|yếu|kém)\s*(?::|là|có)?\s*\Z"
)
_LEVEL = re.compile(r"(?:tiểu học|thcs|thpt|mầm non|trung học cơ sở|trung học phổ thông)\b", re.IGNORECASE)


def schooled(figure: Figure, tail: str, state: NameState) -> str:
    """What pupils counted by ``em`` or the like did, with the noun that the words before gave; "" for other counts."""
    unit = figure.unit
    if unit not in _COUNTED or tail or figure.under is not None or figure.over is not None:
        return ""
    did = _DID.search(figure.low_before)
    if did is None:
        return ""
    told = (noun for _, name in reversed(state.named) for noun in _PUPILS if noun in name.lower())
    noun = unit if unit in _PUPILS else next(told, _PUPILS[0])
    level = _LEVEL.match(state.topic) or _LEVEL.match(state.field)
    which = f"{level.group()} " if level is not None else ""
    return f"{noun} {which}{did['did']}"
