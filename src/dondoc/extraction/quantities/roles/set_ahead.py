"""Aims that an account of a session tells in the sentences after it says how many were set.

Finds         HĐND tỉnh thông qua 20 chỉ tiêu năm 2019. Trong đó, thu ngân sách 5.400 tỷ đồng; che phủ rừng 70% (plan)
Leaves alone  20 chỉ tiêu được giao, có 16 chỉ tiêu đạt · ... Thu ngân sách đã đạt 4.900 tỷ đồng: reached
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.facts import Evidence

_SETS = re.compile(
    r"\b(?:đề ra|thông qua|quyết nghị|quyết định|xác định|đặt ra)\b[^.;\d]{0,40}\d+ (?:nhóm )?(?:chỉ tiêu|mục tiêu)\b"
)
_REACHED = re.compile(
    r"\bđã\b|\bước\b|so với|cùng kỳ|năm trước|\bhiện\b|đạt và vượt|hoàn thành|thực hiện|kết quả|đến nay|tính đến"
)
_GOES_ON = re.compile(r"[\s*–-]*(?:trong đó|cụ thể|theo đó|gồm|đáng chú ý|một số|các (?:chỉ tiêu|mục tiêu)|về )")
_OPEN = frozenset({"actual", "rate", "change", "count", "part"})
_EVIDENCE = Evidence("role", "role.headed")


def settle_set(sentences: Sequence[Sentence]) -> None:
    """Make the figures behind a sentence that tells how many aims were set plans."""
    item, open_ = -1, False
    for sentence in sentences:
        goes_on = open_ and sentence.item == item and _GOES_ON.match(sentence.low) is not None
        sets = not goes_on and " tiêu" in sentence.low and _SETS.search(sentence.low) is not None
        item, open_ = sentence.item, (goes_on or sets) and not _is_told(sentence)
        if goes_on and open_:
            for figure in sentence.figures:
                _set(figure)


def _is_told(sentence: Sentence) -> bool:
    """Whether a sentence tells what came about, or is a task that says so itself."""
    return sentence.task or _REACHED.search(sentence.low) is not None


def _set(figure: Figure) -> None:
    timed = (figure.unit or "").lower() not in read_cues().untimed
    if timed and figure.role in _OPEN and figure.over is None and figure.under is None:
        figure.role, figure.whole = "plan", None
        figure.evidence = [*(one for one in figure.evidence if one.part not in ("role", "of")), _EVIDENCE]
