"""Percentages that name nothing of their own: told of the plan that the last percentage was told of.

Finds         Giải ngân đạt 46% kế hoạch. Dẫn đầu là Bến Lội (71,3%), thấp nhất là Tân Khê (22,4%) (share_of_plan)
              12 chủ đầu tư giải ngân trên 70%; 9 chủ đầu tư đạt từ 50% đến dưới 70% · còn 17 xã dưới 20%
              giải ngân 400 tỷ đồng, đạt 50%; trong đó vốn trung ương 120 tỷ đồng (40%), no 40 percent of the 400
Leaves alone  tỷ lệ hộ nghèo còn 4,1%: names its own, and what follows goes on with that
              240 doanh nghiệp (58,5%): of all of them · bằng 105% so với cùng kỳ
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import fits
from dondoc.extraction.quantities.roles.aims import AGAINST
from dondoc.facts import Evidence

_EVIDENCE = Evidence("role", "role.share_again")
_OWN = re.compile(
    r"tỷ lệ(?! giải ngân)|tỉ lệ(?! giải ngân)|tỷ trọng|chiếm|công suất|lấp đầy|bao phủ|tốt nghiệp|hài lòng|cùng kỳ|"
    r"năm trước|tốc độ|tăng trưởng|điểm số|hộ nghèo|đúng hạn|trực tuyến|\btăng\b|\bgiảm\b"
)
_INSIDE = re.compile(r"\s*(?:mới |chỉ |đạt |được )*")
_GRADE = re.compile(
    r"[^;.()\d]{0,40}?\b(?:đạt(?! chuẩn)|giải ngân|trên|dưới|từ|đến|chưa đạt|không đạt)"
    r"(?: (?:từ|trên|dưới|đạt|được|tỷ lệ))*\s*"
)
_GROUPS = ("chủ đầu tư", "đơn vị", "xã", "phường", "huyện", "sở", "ngành", "địa phương", "dự án", "ban", "công trình")
_OPEN = frozenset({"rate", "cumulative"})
_COUNTED = frozenset({"đồng", "USD", "ha", "tấn"})
_REACH = 300
_FAR = 6


def carry_shares(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """Make the bare percentages of ``sentence`` shares of a plan where the one before them is one."""
    if not any(figure.unit == "%" and figure.role in _OPEN for figure in sentence.figures):
        return
    near = [one for one in earlier[-_FAR:] if sentence.span.start - one.measure.span.end < _REACH]
    told = next((one.role == "share_of_plan" for one in reversed(near) if _is_told(one)), False)
    for place, figure in enumerate(sentence.figures):
        if not _is_told(figure):
            continue
        bare = told and figure.role in _OPEN and not sentence.task and _is_bare(figure)
        if bare and not _is_of_whole(figure, (*near, *sentence.figures[:place])):
            figure.role = "share_of_plan"
            figure.evidence = [*(one for one in figure.evidence if one.part != "role"), _EVIDENCE]
        told = figure.role == "share_of_plan"


def _is_told(figure: Figure) -> bool:
    """Whether ``figure`` is a percentage of something, and neither by how much it grew nor what is aimed at."""
    return figure.unit == "%" and figure.role not in ("change", "plan", "part") and not AGAINST.match(figure.low_after)


def _is_bare(figure: Figure) -> bool:
    before, first = figure.low_before, figure.previous
    if first is not None and first.over is not None and first.over.role == "part":
        return False
    if figure.opens:
        name, _, inside = before.rpartition("(")
        if not _INSIDE.fullmatch(inside) or _OWN.search(name):
            return False
        return bool(name.strip(" ,;.")) or (first is not None and first.unit in _COUNTED)
    if first is None or not _GRADE.fullmatch(before) or _OWN.search(before):
        return False
    grouped = (first.unit or "").startswith(_GROUPS) and first.over is None
    return grouped or (first.role == "share_of_plan" and before.strip().startswith(("đến", "tới")))


def _is_of_whole(figure: Figure, before: Sequence[Figure]) -> bool:
    """``đạt 50%; trong đó vốn trung ương 120 tỷ đồng (30%)`` of 400: a part of what was done."""
    part = figure.previous
    if part is None or part.unit == "%" or not figure.opens:
        return False
    done = [one for one in before if one is not part and one.unit == part.unit and not _is_planned(one)]
    return any(fits(part, one, figure) for one in done)


def _is_planned(figure: Figure) -> bool:
    return figure.role == "plan" or (figure.whole is not None and figure.whole.role == "plan")
