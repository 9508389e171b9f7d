"""Figures in brackets that explain the words right before them: all of what a share is of, its aim, a share in words.

Finds         63.654 người, chiếm 13,3% lực lượng lao động (478.600 người) (the bracket: lực lượng lao động)
              GRDP tăng 7,2% (Nghị quyết 8%) · (chỉ tiêu Bộ giao 75%): as the figure before
              tiêu hủy 13.748 con, quá nửa số lợn của tỉnh (52%) (as the figure before)
Leaves alone  đạt 94% kế hoạch (34.812 người): the plan of what is told · (trong đó nữ 120 người)
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.trimming import plain

_PLAN_ONLY = re.compile(
    r"\s*(?:(?:kế hoạch|kịch bản|kh|chỉ tiêu|mục tiêu|dự toán|dt|nghị quyết|nq|năm|cả năm|giao|được|là|đề ra|đặt ra|"
    r"tăng|trung ương|tw|bộ|ngành|tỉnh|huyện|thành phố|xã|hđnd|ubnd|thủ tướng|chính phủ|cấp trên|\d{4})\s*:?\s*)*",
    re.IGNORECASE,
)
_AIMED = re.compile(r"kế hoạch|kịch bản|\bkh\b|chỉ tiêu|mục tiêu|dự toán|nghị quyết|\bnq\b", re.IGNORECASE)
_BODY_GAVE = re.compile(r"\s*(?:(?:kế hoạch|kh|chỉ tiêu|mục tiêu|dự toán) )?[A-ZĐ]\w*(?: \w+){0,4} giao(?: năm)?:?\s*")
_ALL_OF = re.compile(
    r" (?P<all>(?!so |kế hoạch|kh |dự toán|chỉ tiêu|tổng mức|giá trị|số |trong |và |đến |của |với |cùng |diện tích "
    r"kế hoạch|nhu cầu)[^\W\d]+(?: [^,;:.()\d]{2,60})?) \(",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"\b(?:quá|hơn|gần|chưa (?:đến|tới|bằng|được)) (?:một )?nửa\b|\b(?:một|hai) phần (?:ba|tư)\b", re.IGNORECASE
)
_ONLY_WHEN = re.compile(r"\s*(?:ngày |năm |tháng |kỳ |tuần |quý )*(?:hôm )?trước(?: là| đạt|:)?\s*", re.IGNORECASE)
_MOST = 10


def explained_name(figure: Figure) -> str:
    """The name that the words before its bracket give ``figure``, "" for figures that are none of these."""
    if not figure.opens or figure.owner is None:
        return ""
    return _all_of(figure, figure.owner) or _in_words(figure) or _as_explained(figure, figure.owner)


def _as_explained(figure: Figure, owner: Figure) -> str:
    """``GRDP tăng 7,2% (Nghị quyết 8%)``, ``26.415 con (hôm trước 26.354 con)``: only whose aim it is, or when."""
    said = plain(figure.before.rpartition("(")[2])
    aimed = _PLAN_ONLY.fullmatch(said) is not None and (figure.role == "plan" or _AIMED.search(said) is not None)
    earlier = owner.unit == figure.unit and _ONLY_WHEN.fullmatch(said) is not None
    return (owner.indicator or "") if aimed or earlier or _BODY_GAVE.fullmatch(said) else ""


def _all_of(figure: Figure, owner: Figure) -> str:
    """``chiếm 13,3% lực lượng lao động (478.600 người)``: what the share before is a share of."""
    if owner.unit != "%" or figure.unit == "%" or owner.role not in ("rate", "share_of_plan"):
        return ""
    told = _ALL_OF.fullmatch(figure.before)
    if told is None or len(told["all"].split()) > _MOST or _AIMED.search(told["all"]):
        return ""
    return told["all"] if owner.role == "rate" else ""


def _in_words(figure: Figure) -> str:
    """``13.748 con, quá nửa số lợn của tỉnh (52%)``: the share of the figure before, told in words first."""
    last = figure.previous
    if figure.unit != "%" or last is None or not _IN_WORDS.search(figure.before):
        return ""
    return last.indicator or ""
