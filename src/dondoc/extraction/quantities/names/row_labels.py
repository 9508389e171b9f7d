"""The label of a row, where a sentence lists rows of several figures one behind the other.

Finds         Hội Nông dân quản lý 120 tổ, dư nợ 85 tỷ đồng; Hội Phụ nữ quản lý 145 tổ, dư nợ 102 tỷ đồng (the Hội)
              Án hình sự thụ lý 120 vụ, giải quyết 98 vụ; án dân sự thụ lý 310 vụ, giải quyết 215 vụ (the án)
Leaves alone  toàn tỉnh có 25 dự án, vốn 12 tỷ đồng; thu hồi 3 dự án, vốn 2 tỷ đồng: no label before the verb
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.measure_words import opens_name
from dondoc.extraction.quantities.names.name_state import FOLLOWERS
from dondoc.extraction.quantities.names.trimming import plain, trim_name
from dondoc.extraction.quantities.names.verbs import before_verb, starts_with_verb

_MARK = re.compile(r"[;:]")
_NO_LABEL = re.compile(
    r"(?:toàn|trên địa bàn|trong|cả|các|tổng|số|kết quả|đã|cụ thể|tỉnh|huyện|xã|phường|thành phố|ubnd|sở|trung tâm|"
    r"đến nay|hiện|lũy kế|từ đầu|ngoài ra|bên cạnh|ngành|lực lượng|công an|cơ quan|đơn vị|riêng|có|đối với)\b",
    re.IGNORECASE,
)
_COUNTED_FIRST = re.compile(r"\b(?:có|gồm|đạt|được|là|ước|với|làm)\s*\Z")
_DID = re.compile(r"\s(?:đã|đang|sẽ|vừa|tiếp tục)\b")
_MOST = 6
_TWO = 2


def lists_rows(figures: Sequence[Figure]) -> bool:
    """Whether ``figures`` stand in rows parted by semicolons, most of which hold more than one that needs a name."""
    rows = [0]
    for figure in figures:
        if ";" in figure.before and not figure.depth:
            rows.append(0)
        rows[-1] += figure.role not in FOLLOWERS and figure.over is None and not figure.depth
    return len(rows) >= _TWO and sum(count >= _TWO for count in rows) >= _TWO


def row_label(figure: Figure) -> str:
    """What the row begins with whose first figure is ``figure``, "" where it has no label of its own."""
    words = _COUNTED_FIRST.sub("", plain(_MARK.split(figure.before)[-1]))
    named = _DID.split(before_verb(words))[0]
    label = trim_name(named)
    if not label or len(label.split()) > _MOST or _NO_LABEL.match(label) or "," in words or figure.task:
        return ""
    if named != words and " " not in label:
        return ""
    return "" if opens_name(label) or starts_with_verb(label) else label
