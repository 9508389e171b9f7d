"""Percentages that name nothing of their own: told of what the last percentage was told of.

Finds         Giải ngân đạt 46% kế hoạch. Dẫn đầu là Bến Lội (71,3%), thấp nhất là Tân Khê (22,4%) (share_of_plan)
              12 chủ đầu tư giải ngân trên 70%; 9 chủ đầu tư đạt từ 50% đến dưới 70% · còn 17 xã dưới 20%
              đạt 102% kế hoạch; ngô 3.100 ha, 97% (share_of_plan)
              dịch vụ tăng 7,1%, trong đó: bán lẻ 8,3%, vận tải 9,6% (change)
              giải ngân 400 tỷ đồng, đạt 50%; trong đó vốn trung ương 120 tỷ đồng (40%), no 40 percent of the 400
Leaves alone  tỷ lệ hộ nghèo còn 4,1%: names its own, and what follows goes on with that
              cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%: shares of a whole
              240 doanh nghiệp (58,5%): of all of them · bằng 105% so với cùng kỳ
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import fits
from dondoc.extraction.quantities.roles.aims import AGAINST
from dondoc.facts import Evidence, Role

_EVIDENCE = Evidence("role", "role.share_again")
_OWN = re.compile(
    r"tỷ lệ(?! giải ngân)|tỉ lệ(?! giải ngân)|tỷ trọng|chiếm|công suất|lấp đầy|bao phủ|tốt nghiệp|hài lòng|cùng kỳ|"
    r"năm trước|tốc độ|tăng trưởng|điểm số|hộ nghèo|đúng hạn|trực tuyến|\btăng\b|\bgiảm\b(?! nghèo)"
)
_OWN_RATE = re.compile(
    r"tỷ lệ|tỉ lệ|tỷ trọng|hộ nghèo|nợ xấu|lãi suất|bao phủ|che phủ|lấp đầy|tốt nghiệp|thất nghiệp|hài lòng|đúng hạn|"
    r"trực tuyến|công suất|kế hoạch|mục tiêu|chỉ tiêu|cùng kỳ|năm trước|cả nước|\bđạt\b|\bgiảm\b|\btăng\b"
)
_PLAN = re.compile(r"kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|\bkh\b")
_IN_IT = re.compile(r"[\s*+–-]*trong đó\b")
_INSIDE = re.compile(r"\s*(?:mới |chỉ |đạt |được )*")
_GRADE = re.compile(
    r"[,;]?[^;.()\d]{0,40}?\b(?:đạt(?! chuẩn)|giải ngân|trên|dưới|từ|đến|chưa đạt|không đạt)"
    r"(?: (?:từ|trên|dưới|đạt|được|tỷ lệ))*\s*"
)
_GROUPS = ("chủ đầu tư", "đơn vị", "xã", "phường", "huyện", "sở", "ngành", "địa phương", "dự án", "ban", "công trình")
# "..., vận tải 9,6%", "trong đó: bán lẻ 8,3%", "Trong đó, cấp tỉnh đạt 51,3%": a name and its percentage.
_ITEM = re.compile(
    r"(?:\s*(?:kế hoạch[^,;.()\d]{0,12}|so (?:với )?(?:cùng kỳ|ck|(?:tháng|năm|quý) trước)[^,;.()\d]{0,20})?"
    r"(?:[,;:]|[,;]? (?:và|trong đó|gồm|riêng))[:,]? ?(?:và |trong đó:?,? |gồm:? |riêng )?|"
    r"\A[\s*+–-]*trong đó:?,? )"
    r"(?:(?!đạt\b|bằng\b|được\b|ước\b|có\b|còn\b|là\b|hơn\b|trên\b|dưới\b|cơ cấu|với\b|theo\b|tương\b|chỉ số|"
    r"bình quân|lãi)[^\W\d]+[ -]{1,2}){1,7}(?P<reaches>(?:ước |mới |chỉ )*(?:đạt |được ))?"
)
_AFTER_AMOUNT = re.compile(r"\s*,\s*")
_ENDS = re.compile(r"\s*(?:[,;.)(]|\Z|và\b|so\b)")
_OF_PARTS = re.compile(r"cơ cấu|tỷ trọng|chiếm|\bgóp\b|thị phần|lãi suất|nợ xấu|che phủ|độ ẩm|bao gồm \d")
_OPEN = frozenset({"rate", "cumulative"})
_CARRYING = _OPEN | {"share_of_plan"}
_COUNTED = frozenset({"đồng", "USD", "ha", "tấn"})
_REACH = 300
_FAR = 6


def carry_shares(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """Let the bare percentages of ``sentence`` go on with the one before them: shares of a plan, or growth."""
    if not any(figure.unit == "%" and figure.role in _CARRYING for figure in sentence.figures):
        return
    near = [one for one in earlier[-_FAR:] if sentence.span.start - one.measure.span.end < _REACH]
    told = next((one for one in reversed(near) if _is_told(one)), None)
    last = next((one for one in reversed(near) if one.unit == "%"), None)
    if (
        last is not None
        and AGAINST.match(last.low_after)
        and _IN_IT.match(sentence.low)
        and not _PLAN.search(sentence.low)
    ):
        _compare(sentence.figures)
        return
    grown: Figure | None = None
    parts = _OF_PARTS.search(sentence.low) is not None
    for place, figure in enumerate(sentence.figures):
        if figure.unit == "%" and figure.role in _OPEN and not sentence.task:
            if grown is not None and not parts and _is_next_item(figure, grown):
                _tell(figure, "change")
                figure.fall = grown.fall
            elif told is not None and told.role == "share_of_plan" and _goes_on(figure, told, parts):
                whole = _is_of_whole(figure, (*near, *sentence.figures[:place]))
                _tell(figure, figure.role if whole else "share_of_plan")
        grown = figure if figure.unit == "%" and figure.role == "change" else grown if figure.unit != "%" else None
        told = figure if _is_told(figure) else told


def _compare(figures: Sequence[Figure]) -> None:
    """``bằng 120% so với cùng kỳ. Trong đó khai khoáng bằng 146,9%``: against the year before, as the whole."""
    for figure in figures:
        if figure.unit == "%" and figure.role == "share_of_plan":
            _tell(figure, "rate")


def _tell(figure: Figure, role: Role) -> None:
    figure.role = role
    figure.evidence = [*(one for one in figure.evidence if one.part != "role"), _EVIDENCE]


def _is_next_item(figure: Figure, grown: Figure) -> bool:
    """``dịch vụ tăng 7,1%, trong đó: bán lẻ 8,3%, vận tải 9,6%``: the next name of a list of growth."""
    if figure.previous is not grown or figure.depth != grown.depth or _OWN_RATE.search(figure.low_before):
        return False
    found = _ITEM.fullmatch(figure.low_before)
    return found is not None and not found["reaches"] and _ENDS.match(figure.low_after) is not None


def _goes_on(figure: Figure, told: Figure, parts: bool) -> bool:
    before, first = figure.low_before, figure.previous
    if _is_bare(figure):
        return True
    if parts or _OWN.search(before) or _ENDS.match(figure.low_after) is None:
        return False
    if _AFTER_AMOUNT.fullmatch(before):
        # "đạt 102% kế hoạch; ngô 3.100 ha, 97%": the next amount and its share.
        done = told.previous
        return first is not None and done is not None and first.unit == done.unit and first.unit in _COUNTED
    return (first is None or first is told) and _ITEM.fullmatch(before) is not None


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
