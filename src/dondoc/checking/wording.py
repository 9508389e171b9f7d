"""How alike two figures are: their units and the names of what they measure."""

import re

from dondoc.checking.intervals import is_exact
from dondoc.facts import Quantity

BEFORE_BASE = re.compile(
    r"""[^,;.\d]{0,40}
        (?:cùng\ kỳ|kế\ hoạch|(?:tháng|quý|năm|kỳ)\ trước|(?:năm|tháng)\ \d{1,4}(?:/\d{4})?)
        (?:(?:năm|tháng)\ \d{1,4}(?:/\d{4})?|(?!\b(?:tăng|giảm|lên|xuống)\b)[^,;.(\d]){0,30}
        (?:\((?![^,;.\d]{0,30}\b(?:quý|bình\ quân|cả\ nước|toàn|trong\ đó|riêng|tổng|kế\ hoạch))
            |:|\blà\b|\bcó\b|\bđạt\b|(?<=\s))(?:(?!\b(?:tăng|giảm|lên|xuống)\b)[^,;.(\d]){0,30}""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_IDLE = frozenset(
    """
    của và các những trên tại cho với được đã trong năm tháng là
    """.split()  # noqa: SIM905
)  # fmt: skip


def same_unit(first: Quantity, second: Quantity) -> bool:
    """Whether the two are counted in one unit ("công trình", "danh mục công trình")."""
    a, b = (first.unit or "").lower(), (second.unit or "").lower()
    if "/" in a or "/" in b:
        return a == b
    return a == b or (bool(a and b) and (a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a)))


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
