"""How alike two figures are: their units and the names of what they measure."""

import re
from functools import lru_cache

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.facts import Quantity

_TIME = r"(?:(?:năm|tháng|quý|kỳ)\s+(?:\d{1,4}(?:/\d{4})?|trước|ngoái|này)|(?:19|20)\d\d)"
_PLAIN = rf"""(?:\s*(?:{_TIME}|cùng\s+kỳ|là|đạt|có|ước|chỉ|khoảng|gần|hơn|trên|với|ở|mức|của|số|trước|đã|được|tỉnh|cả
    |thực\s+hiện|xảy\s+ra|con\s+số|tương\s+ứng|kế\s+hoạch|dự\s+toán|giao|:)(?=[\s:]))*\s*"""
BEFORE_BASE = re.compile(
    rf"""[^,;.\d]{{0,40}}
        (?:cùng\ kỳ|kế\ hoạch|(?:đầu|cuối)\ (?:năm|kỳ|nhiệm\ kỳ)|(?:tháng|quý|năm|kỳ)\ trước
            |với\ (?:ngày\ |thời\ điểm\ (?:ngày\ )?)?\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?
            |(?:năm|tháng)\ \d{{1,4}}(?:/\d{{4}})?)
        (?:(?:\s*{_TIME}|(?!\b(?:tăng|giảm|lên|xuống|và|trong|khiến)\b)[^,;.(\d]){{0,30}}\({_PLAIN}|{_PLAIN})""",
    re.VERBOSE | re.IGNORECASE,
)
# Before a figure that another one is compared with: "so với cùng kỳ 371 tấn", "(cùng kỳ 486 tỷ đồng, tăng ...)".
COMPARED_WITH = re.compile(
    r"(?:so (?:với )?(?:mức |số )?(?:của )?(?:cùng kỳ|cùng thời điểm|tháng|quý|năm)"
    r"|\(\s*(?:cùng kỳ|(?:tháng|quý|năm)(?= trước)))(?: (?:năm )?(?:trước|ngoái|\d[\d/]*))?(?: (?:là|đạt|có))?\s*\Z",
    re.IGNORECASE,
)
_PEOPLE = (
    *(
        "người",
        "lao động",
        "học sinh",
        "sinh viên",
        "đảng viên",
        "hội viên",
        "cán bộ",
        "công chức",
        "cháu",
        "bệnh nhân",
    ),
    *("giáo viên", "thanh niên", "phụ nữ", "nhân khẩu", "đại biểu", "viên chức", "thí sinh", "học viên", "nạn nhân"),
)
_PUPILS = ("em", "học sinh", "cháu", "trẻ", "học viên", "sinh viên", "thí sinh")
_THINGS = (
    *(
        "vụ",
        "cuộc",
        "chuyến",
        "dự án",
        "công trình",
        "tỉnh",
        "huyện",
        "xã",
        "phường",
        "thôn",
        "nhà",
        "căn",
        "doanh nghiệp",
    ),
    *("cơ sở", "hợp tác xã", "tàu", "xe", "phòng", "gói thầu", "trường học", "tổ chức", "ổ dịch"),
)
# What is told side by side and shuts each other out.
SIDES = (
    *("khai thác", "đánh bắt", "nuôi trồng", "miền bắc", "phía bắc", "miền nam", "phía nam", "cấp mới", "phép mới"),
    *(
        "tăng vốn",
        "thêm vốn",
        "vốn tăng",
        "trong nước",
        "nước ngoài",
        "ngoài nước",
        "trung ương",
        "địa phương",
        "thành thị",
    ),
    *("đô thị", "nông thôn"),
)
_SHORT = {
    "htx": "hợp tác xã", "dn": "doanh nghiệp", "hs": "hồ sơ", "đ/c": "đồng chí", "gcn": "giấy chứng nhận",
    "tthc": "thủ tục hành chính",
}  # fmt: skip
_WHOLE_UNITS = frozenset(("đồng", "usd", "eur", "%"))
_WORD = re.compile(r"\w+")
_IDLE = frozenset(
    """
    của và các những trên tại cho với được đã trong năm tháng là
    """.split()  # noqa: SIM905
)  # fmt: skip


def same_unit(first: Quantity, second: Quantity) -> bool:
    """Whether the two are counted in one unit ("công trình", "danh mục công trình")."""
    if first.unit == second.unit:
        return True
    a, b = _in_full(first.unit), _in_full(second.unit)
    if "/" in a or "/" in b or not _WHOLE_UNITS.isdisjoint((a, b)):
        return a == b  # a contract (hợp đồng) is no money
    if a.startswith(_PUPILS) and b.startswith(_PUPILS):
        return True
    return a == b or (bool(a and b) and (a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a)))


@lru_cache(maxsize=512)
def _in_full(unit: str | None) -> str:
    words = (unit or "").lower()
    return _SHORT.get(words, words)


def are_of_other_kinds(first: Quantity, second: Quantity) -> bool:
    """Whether one counts people and the other things: the dead of an accident are no part of the accidents."""
    a, b = (first.unit or "").lower(), (second.unit or "").lower()
    return (a.startswith(_PEOPLE) and b.startswith(_THINGS)) or (b.startswith(_PEOPLE) and a.startswith(_THINGS))


def counts_alike(first: Quantity, second: Quantity) -> bool:
    """Whether one can be a share of the other: one unit, or both plain counts of things."""
    return same_unit(first, second) or (is_exact(first) and is_exact(second) and first.unit is None)


def content_words(name: str | None) -> frozenset[str]:
    """The words of an indicator that tell it from others."""
    return frozenset(_WORD.findall((name or "").lower())) - _IDLE


def names_overlap(first: str | None, second: str | None) -> float:
    """Share of words that two indicators have in common, 0 to 1 of the shorter one."""
    a, b = content_words(first), content_words(second)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
