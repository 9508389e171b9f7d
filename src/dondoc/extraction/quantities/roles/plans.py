"""Figures that were planned, assigned or are to be reached.

Finds         kế hoạch 600 ha · giao 12 chỉ tiêu · phấn đấu đạt 95% · đạt 48,9% kế hoạch năm (5.821 tỷ đồng)
Leaves alone  bàn giao 35 hồ sơ · giao 12 nhiệm vụ: handed over, nothing to reach · rà soát 40 hộ in a task: they exist
"""

import re

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.roles.aims import AIM_WORDS, FIRST_NOUN
from dondoc.extraction.quantities.signals import PLAN
from dondoc.facts import Role

_AT_LEAST = re.compile(r"(?:dứt điểm(?: cho)?|ít nhất|tối thiểu|không (?:để )?(?:\w+ ){0,4}quá|không dưới)\s*\Z")
_EXISTING = re.compile(
    r"(?:rà soát|bảo vệ|theo dõi|đối thoại với|tiếp xúc với|vận động|nhu cầu|chuyển mục đích|thường trực tại|"
    r"trực tại|đôn đốc|số tiền|để mất|thu hoạch|nhất là)[^,;.:()\d]{0,40}\Z"
)
_KNOWN = re.compile(
    r"[^,;.\d]{0,40}(?:nêu trên|nói trên|kể trên|đã (?:chín|được|có)|chưa (?:nhận|đồng ý|bàn giao)|còn vướng)"
)
_TOTAL_COST = re.compile(r"(?<!với )tổng mức(?: đầu tư)?(?: (?:dự án|công trình|là|khoảng|trên|hơn))*\s*\Z")
_CAPITAL = re.compile(r"(?:kế hoạch|dự toán) (?:vốn|kinh phí)[^,;.()]{0,45}(?:\blà|:)\s*\Z")
_BESTOWED = re.compile(r"[\s,]*(?:được\s+)?(?:bố trí|phân bổ)(?:\s+vốn)?\s+cho\b")
_COMPARED = re.compile(r"cùng kỳ|tháng trước|năm trước")
_AIMED = re.compile(r"nông thôn mới|đạt chuẩn|văn minh|kiểu mẫu")
_HANDED = re.compile(r"(?:\bbàn|chuyển|khoán|tiếp|lâm)\s+giao[^,;.]{0,20}\Z")
_GIVEN = re.compile(r"\bgiao[^,;.]{0,20}\Z")
_GIVEN_WORK = frozenset({"nhiệm vụ", "chỉ tiêu", "việc", "văn bản", "nội dung", "kiến nghị", "ý kiến"})


def bracketed_plan(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``đạt 48,9% kế hoạch năm (5.821 tỷ đồng)``."""
    share = figure.owner
    if share is None or share is not figure.previous or share.unit != "%" or figure.unit == "%":
        return None
    inside = before.rsplit("(", 1)[-1]
    if len(inside.split()) > 3 or ":" in inside:
        return None
    named = read_cues().plan_after.match(before) and not _COMPARED.search(before)
    done = share.previous
    while done is not None and done.unit == "%":
        done = done.previous
    alike = done is None or done.unit == figure.unit or (done.unit or "").startswith(f"{figure.unit} ")
    return "plan" if named and alike else None


def plan(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``kế hoạch 600 ha`` · ``phấn đấu đạt 95%``."""
    planned = figure.cues_before & PLAN
    if planned and read_cues().plan_before.search(before) and not _is_handed(figure, before):
        return "plan"
    if figure.unit == "đồng" and (
        _BESTOWED.match(after) or (planned and (_TOTAL_COST.search(before) or _CAPITAL.search(before)))
    ):
        return "plan"
    aimed = AIM_WORDS.search(lead) is not None
    if figure.unit == "%" and (aimed or figure.task):
        return "plan"
    if not figure.task and not aimed:
        return None
    unit = FIRST_NOUN.split((figure.unit or "").lower(), maxsplit=1)[0]
    if figure.task and _AT_LEAST.search(before):
        return "plan"
    if figure.task and not AIM_WORDS.search(before) and (_EXISTING.search(before) or _KNOWN.match(after)):
        return None
    if _AIMED.search(after[:40]) and unit not in ("tiêu chí",):
        return "plan"
    return None if figure.depth or unit in read_cues().untimed else "plan"


def _is_handed(figure: Figure, before: str) -> bool:
    """Whether "giao" before the figure hands over a thing or a task instead of setting a plan."""
    if "giao" not in before:
        return False
    if _HANDED.search(before):
        return True
    return (figure.unit or "").lower() in _GIVEN_WORK and _GIVEN.search(before) is not None
