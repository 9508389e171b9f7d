"""Bounds from which on something applies to somebody: conditions of a task, nothing that it sets.

Finds         thu hồi vốn dự án giải ngân dưới 30% (share_of_plan) · phê bình đơn vị có tỷ lệ quá hạn trên 10% (rate)
              đưa tỷ lệ bao phủ từ 93,1% lên 95,5%: what it was (actual)
              xử lý nơi nào để cháy rừng trên 05 ha · kiểm điểm cá nhân để chậm trễ từ 30 ngày trở lên (count)
Leaves alone  các dự án phải giải ngân trên 95% · phấn đấu tỷ lệ hộ nghèo dưới 3% · bảo đảm ít nhất 80%: aims
"""

import re

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.roles.aims import AIM_WORDS
from dondoc.extraction.quantities.signals import PLAN
from dondoc.facts import Role

_BOUND = re.compile(r"\b(?:trên|dưới|từ|quá|hơn|thấp hơn|vượt|đạt dưới|chưa đạt|không đạt)\s*\Z")
# All the words that _BOUND can end in.
_BOUND_ENDS = ("trên", "dưới", "từ", "quá", "hơn", "vượt", "đạt")
_WHO = (
    r"(?<!tỷ lệ )(?<!tỉ lệ )"
    r"(?:đơn vị|địa phương|dự án|công trình|chủ đầu tư|cơ quan|tổ chức|cá nhân|tập thể|nhà thầu|doanh nghiệp|hộ|nơi|"
    r"sở|xã|phường|huyện|nhà máy|cơ sở|trường|trường hợp|nhiệm vụ|hồ sơ|công chức|khu vực|hồ chứa)"
)
_DISBURSED_BELOW = re.compile(
    _WHO + r"\b[^,;.()]{0,60}\b(?:giải ngân|tiến độ)[^,;.()\d]{0,30}\b(?:dưới|thấp hơn|chưa đạt|không đạt)\s*\Z"
)
_HAVING = re.compile(_WHO + r"(?:\s+[^\W\d]+){0,3}\s+(?:nào\s+)?(?:có|để|còn|nợ)\b[^,;.()\d]{0,60}\Z")
_WHICH_HAVE = re.compile(r"\s+(?:[^\W\d]+\s+){0,3}(?:có|để|còn|nợ)\b[^,;.()\d]{0,60}\Z")
_IF = re.compile(r"\b(?:nếu|khi|nơi nào|đơn vị nào|trường hợp)\b[^,;.()]{0,80}\Z")
_TO = re.compile(r"[^,;.()\d]{0,25}(?<!trở )\b(?:lên|xuống)\b")
_TO_BE = re.compile(r"\b(?:phải|cần|đạt tối thiểu|bảo đảm|đảm bảo|không|nâng|đưa|giảm|xuống|lên)\b")


def starting(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``đưa tỷ lệ bao phủ từ 93,1% lên 95,5%``: where things stand before the aim is reached."""
    return "actual" if before.endswith("từ ") and _TO.match(after) else None


def threshold(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``các dự án giải ngân dưới 30%`` in a task: what the task is about, not what it aims at."""
    if not figure.task or figure.over is not None or figure.under is not None:
        return None
    if not before.rstrip().endswith(_BOUND_ENDS) or not _BOUND.search(before):
        return None
    told = _DISBURSED_BELOW.search(before)
    if told is None:
        told = _HAVING.search(before) or _IF.search(before)
        if told is None and figure.previous is not None and figure.previous.unit not in ("%", "đồng"):
            told = _WHICH_HAVE.match(before)
        if told is None or _TO_BE.search(told.group()):
            return None
    if AIM_WORDS.search(lead[: len(lead) - len(told.group())][-60:]):
        return None
    if figure.unit != "%":
        return "count"
    planned = figure.cues_after & PLAN and read_cues().plan_after.match(after)
    return "share_of_plan" if planned or "giải ngân" in told.group() else "rate"
