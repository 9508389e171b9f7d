"""The animals that a count of heads is of, where only the disease before it says so.

Finds         Dịch tả lợn châu Phi tái phát tại 3 xã, tiêu hủy 57 con (tiêu hủy lợn)
              Bệnh viêm da nổi cục ..., chết 6 con (chết trâu, bò)
Leaves alone  57 con lợn: the words behind it name them · heads of which no disease is told
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import NameState

_SUFFERED = re.compile(
    r"(?:tiêu hủy|tiêu huỷ|mắc bệnh|mắc|chết|ốm|khỏi|nhiễm bệnh|bị bệnh|điều trị|chết và tiêu hủy|chết, tiêu hủy)",
    re.IGNORECASE,
)
_OF_DISEASE = (
    ("tả lợn", "lợn"),
    ("tả heo", "heo"),
    ("tai xanh", "lợn"),
    ("cúm gia cầm", "gia cầm"),
    ("viêm da nổi cục", "trâu, bò"),
    ("lở mồm long móng", "gia súc"),
    ("lmlm", "gia súc"),
)
# "Gia súc, gia cầm chết 72.456 con"
_WHICH = re.compile(
    r"(?:\A|[;:.,] |\blàm |\bsố |\bđàn )"
    r"(?P<animal>(?:gia súc|gia cầm|thủy cầm|trâu|bò|lợn|heo|dê|gà|vịt)\b[^;:.\d()]{0,20}?)"
    r" (?:bị |đã |phải )*(?:chết|tiêu hủy|tiêu huỷ|mắc bệnh|ốm|cuốn trôi)(?: là| khoảng| trên| hơn)*\s*\Z"
)
_VACCINE = re.compile(
    r"(?:vắc xin |vắc-xin |bệnh |phòng )*(?:dịch tả|tả lợn|tả heo|tụ huyết trùng|tụ dấu|cúm|dại|"
    r"lở mồm|lmlm|tai xanh|viêm da|"
    r"niu-cát-xơn|newcastle|đóng dấu|nhiệt thán|ung khí thán)\b",
    re.IGNORECASE,
)
_KINDS = frozenset({"trâu", "bò", "trâu bò", "lợn", "heo", "gia cầm", "gà", "vịt", "chó", "dê", "chó mèo"})
_REACH = 160
ANIMALS = frozenset({"con", "nghìn con", "ngàn con", "liều"})


def vaccinated(figure: Figure, head: str, state: NameState) -> str:
    """``Tiêm phòng tụ huyết trùng 1.200 con; tả lợn 3.450 con``: the next disease that the animals are kept from."""
    if _VACCINE.match(head) is None and head.lower() not in _KINDS:
        return ""
    done = any("tiêm" in name[:9].lower() for _, name in state.named)
    return f"tiêm phòng {head}" if done and figure.whole is None else ""


def animal_of(figure: Figure, state: NameState) -> str:
    """The animals of the disease that the words before ``figure``, a count of heads, tell of; "" where they do not."""
    if figure.unit not in ANIMALS or not _SUFFERED.search(figure.low_before[-_REACH:]):
        return ""
    which = _WHICH.search(figure.low_before)
    if which is not None:
        return which["animal"]
    told = (
        f"{figure.low_before[-_REACH:]} {state.place} {state.head} {state.field} {state.topic} {state.before}".lower()
    )
    return next((animal for disease, animal in _OF_DISEASE if disease in told), "")
