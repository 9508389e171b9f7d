"""Communes and villages that a programme judges, with the programme that only the words before name.

Finds         Về xây dựng nông thôn mới ..., năm nay phấn đấu thêm 6 xã (xã đạt chuẩn nông thôn mới)
              8 xã đạt chuẩn nông thôn mới, 10 xã nâng cao (xã đạt chuẩn nông thôn mới nâng cao)
              Xây dựng nông thôn mới: trong 136 xã có ... (xã xây dựng nông thôn mới)
Leaves alone  12/20 xã: all there are · a name that says the programme · xã bị ngập: something else told of them
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import NameState

_PROGRAMME = re.compile(r"\b(?:nông thôn mới|NTM)\b", re.IGNORECASE)
_JUDGED = frozenset({"xã", "huyện", "thôn", "ấp", "bản", "buôn", "xóm", "làng", "đơn vị cấp huyện"})
# What says that a place came up to the programme, and how far.
_REACHED = re.compile(
    r"\b(?P<how>chưa |cơ bản(?: |\Z))?(?:(?<=bản)|(?:được )?công nhận|đạt chuẩn|về đích|nâng cao|kiểu mẫu|điểm)\b"
)
_GRADE = re.compile(r"\b(?:nâng cao|kiểu mẫu|điểm)\b")
_WHOLE = re.compile(r"(?:\A|[\s,;])trong(?: số)? \Z", re.IGNORECASE)
_BARE = 2


def in_programme(figure: Figure, name: str, state: NameState) -> str:
    """``name`` with the programme that judges what ``figure`` counts, where it is told of before."""
    unit = (figure.unit or "").lower()
    if unit not in _JUDGED or figure.over is not None or _PROGRAMME.search(name):
        return name
    told = f"{state.topic} {state.field} {' '.join(said for _, said in state.named)} {figure.before}"
    programmes = _PROGRAMME.findall(told)
    if not programmes:
        return name
    programme = programmes[-1] if programmes[-1].isupper() else programmes[-1].lower()
    if name.lower().removesuffix(" có") == unit and _WHOLE.search(figure.low_before):
        return f"{unit} xây dựng {programme}"
    reached = _REACHED.search(name)
    aimed = figure.role == "plan" and figure.under is None and len(name.split()) <= _BARE
    if reached is None and not aimed:
        return name
    grade = _GRADE.search(name)
    how = f"{(reached['how'] or '').strip()} " if reached is not None else ""
    if grade is not None and grade.group() == "điểm":
        return f"{unit} điểm {programme}"
    return " ".join(f"{unit} {how}đạt chuẩn {programme} {grade.group() if grade else ''}".split())
