"""Which figures are parts of which whole.

Finds         X (trong đó a, b) · X, gồm a và b · X (Phường 9: a; Long Đức: b) · trong 24 chỉ tiêu ... có: a; b; c · X/Y
              a footnote that begins "Gồm a, b" or "có a và b" of the figure it is attached to
              phát hiện X trường hợp, qua đó nhắc nhở a, lập biên bản b, xử phạt c
Leaves alone  amounts in another unit than the whole (với số tiền 16 triệu đồng); shares and changes
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.cases import link_beside, link_cases, link_passed, link_settled
from dondoc.extraction.quantities.parts.continuing import goes_on, is_above, is_full, named_before
from dondoc.extraction.quantities.parts.divided import CONTINUED, divided_far
from dondoc.extraction.quantities.parts.likeness import alike, counterpart, is_shared_of, not_above, noun, same_kind
from dondoc.extraction.quantities.parts.notes import NOTE_LIST, adds_up, link_note
from dondoc.extraction.quantities.parts.subsets import (
    is_of_other_time,
    is_otherwise,
    link_apart,
    link_some,
    link_through,
    most_of,
)
from dondoc.extraction.quantities.roles.echoes import tells_year_before
from dondoc.extraction.quantities.signals import LISTED, SETTLED
from dondoc.extraction.quantities.standing import is_place
from dondoc.facts import Evidence

_OUTSIDE = re.compile(r"[.;](?:\s|\Z)")
_ENDS = re.compile(
    r"ngoài ra|(?:đưa|nâng) (?:tổng|số)|"
    r"bên cạnh đó|đồng thời|\blũy kế\b|lũy kế|(?<!với )tổng (?:chi|thu|số)(?![^,;]*[,;])"
)
_BEHIND_COLON = re.compile(r"[^,;.:()]{0,40}:[^,;.:()]{0,60}")
_HAVING = re.compile(r"\b(?:có|còn|mới|chỉ|thì)(?: (?:có|đến|tới|chỉ|mới|được))*\s*:?[\s*]*\Z")
_SETTLED = re.compile(r"\b(?:đã|mới|chỉ)(?: [^\W\d]+){1,4}\s*\Z")
_HAVING_ONE = re.compile(r"\(\s*có\s*\Z")
_OUT_OF = re.compile(r"\b(?:trong|trên)\s+(?:tổng số\s+|số\s+)?\Z")
_THROUGH = re.compile(r"\bqua (?:kiểm tra|rà soát|thanh tra|giám sát|khảo sát)(?: [^\W\d]+){0,3}\s*\Z")
_AMONG_ALL = re.compile(r"\btrong\s+(?:tổng số|tổng|số)\s+\Z")
_LABELLED = re.compile(r"[:–-]\s*\Z")
_COLON = re.compile(r"\s*:")
_WHICH = re.compile(r"\s+(?!so\b|cùng kỳ|kế hoạch)[^\W\d]{2,}")
_ASIDE = re.compile(r"\([^()]*\)")
_MOSTLY = re.compile(
    r"[^.;()]{0,80}\b(?:(?:nhiều|đông|lớn|cao) nhất là|(?:tập trung|chủ yếu)(?: nhiều| chủ yếu| đông)*(?: nhất)? "
    r"(?:là|ở|tại))[^.;()]{0,60}"
)
_ANY_BODY = frozenset({"đơn vị", "cơ quan", "địa phương"})
_BODIES = (
    "chủ đầu tư",
    "sở",
    "xã",
    "phường",
    "huyện",
    "đơn vị",
    "cơ quan",
    "địa phương",
    "ban quản lý",
    "doanh nghiệp",
)
_BESIDE = re.compile(r"\b(?:của|với|tại|ở|cho|từ|trên)(?:\s+(?:tổng số|hơn|trên|gần|khoảng))*\s*\Z")
_BACK, _LEVELS = 10, 5
_OF_THESE = re.compile(r"[\s*–-]*trong (?:tổng )?số\b")
_SPENT = re.compile(r"giải ngân|thanh toán")  # "vốn đầu tư 633 tỷ đồng, đã giải ngân 185 tỷ đồng": no part of a plan
_NAMED_SOME = re.compile(r"\(\s*(?!hiện|đã|mới)(?:[^\W\d]+ ){1,6}\Z")  # "126.330 tấn (tôm nước lợ 56.870 tấn)"
_WITH_MONEY = re.compile(r"\bvới (?:tổng )?số tiền(?: là| khoảng| trên| hơn| gần)*\s*\Z")
_SHORT = 24  # as far as "trong đó" reaches, and no list of places with what they have
_DIVIDED = ("actual", "cumulative", "count")
_MONEY = frozenset({"đồng", "USD"})


def link_parts(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """Link the parts of ``sentence`` to their wholes and set their role."""
    if sentence.anchor is not None and (NOTE_LIST.match(sentence.words) or adds_up(sentence)):
        link_note(sentence)
    if earlier and ("qua " in sentence.low or "riêng" in sentence.low or sentence.figures[0].cues_before & SETTLED):
        link_through(sentence, earlier)
    lists: list[tuple[Figure, int]] = []
    if sentence.anchor is None and CONTINUED.match(sentence.low):
        main = _main_figure(sentence, earlier, exactly=sentence.low.lstrip(" *–-").startswith("cụ thể"))
        lists += [(main, 0)] if main is not None else []
    for index, figure in enumerate(sentence.figures):
        before = figure.low_before
        if figure.over is not None and figure.over.role == "part" and figure.over.whole is None:
            figure.over.whole = named_before(sentence, index)
        if lists and figure.depth == 0 and not _is_announced(lists[0][0]) and _OUTSIDE.search(before):
            lists = lists if goes_on(sentence, index, lists[-1][0]) else []
        if lists and not figure.depth and ";" in before and is_above(figure, lists[-1][0]):
            lists = []
        opened = _opened(sentence, index, before) if index else None
        if opened is not None:
            lists = [(whole, depth) for whole, depth in lists if depth < figure.depth] + [(opened, figure.depth)]
        elif lists:
            ended = not figure.depth and _ENDS.search(before)
            lists = [] if ended else [(whole, depth) for whole, depth in lists if depth <= figure.depth]
        if lists and figure.whole is None:
            attach(figure, counterpart(figure, lists[-1][0], (*earlier[-_BACK:], *sentence.figures[:index])))
            if is_full(sentence, index, lists[-1][0]):
                lists.pop()
        told = index == 0 or figure.whole is not None or link_settled(sentence, index, before)
        if not told:
            passed = ("đạt" in before or "đủ " in before or "đỗ" in before) and link_passed(figure)
            if not (passed or link_some(sentence, index, before) or link_apart(figure)):
                link_cases(sentence, index)
    if "/" in sentence.low:
        link_beside(sentence.figures, (*earlier[-_BACK:], *sentence.figures))


def _main_figure(sentence: Sentence, earlier: Sequence[Figure], exactly: bool) -> Figure | None:
    """The figure of the sentence before that "Trong đó: ..." goes on to divide; "Cụ thể, ..." only its very sum."""
    first = next((one for one in sentence.figures if one.unit != "%"), sentence.figures[0])
    divided = divided_far(sentence, earlier) if " theo " in sentence.low[:_SHORT] else None
    if divided is not None:
        divided.evidence.append(_LISTED)
        return divided
    candidates = [
        figure
        for figure in earlier[-8:]
        if alike(first, figure)
        and figure.over is None
        and figure.role in (*_DIVIDED, "part", "plan")
        and sentence.span.start - figure.measure.span.end < 400
    ]
    fitting = [figure for figure in candidates if not_above(first, figure)]
    fitting = [figure for figure in fitting if figure.role != "plan"] or fitting
    total = sum(one.measure.value or 0 for one in sentence.figures if one.unit == first.unit and one.role in _DIVIDED)
    exact = [figure for figure in fitting if figure.measure.value == total]
    totals = [one for one in fitting if one.unit == first.unit and (one.indicator or "").lower().startswith("tổng ")]
    roomy = [one for one in fitting if total <= (one.measure.value or 0)]
    totals = [one for one in totals if one in roomy] if exactly else roomy or fitting
    whole = exact[-1] if exact else totals[-1] if totals else None
    of_these = _OF_THESE.match(sentence.low) is not None
    if whole is not None and whole.whole is not None and (of_these or not CONTINUED.match(sentence.low, 0, _SHORT)):
        whole = whole.whole
    if whole is not None:
        whole.evidence.append(_LISTED)
    return whole


def _is_announced(whole: Figure) -> bool:
    """Whether the words say that a list of the parts of ``whole`` follows: a full stop does not end it."""
    return _LISTED in whole.evidence


_LISTED = Evidence("parts", "parts.listed")


def _opened(sentence: Sentence, index: int, before: str) -> Figure | None:
    """The whole of a list of parts that begins with figure ``index``."""
    figure = sentence.figures[index]
    most = most_of(figure)
    if most is not None:
        return most
    cues = read_cues()
    listed = figure.cues_before & LISTED
    outside = _ASIDE.sub(" ", before) if ")" in before else before
    words = (cues.among.search(outside) or cues.every.search(outside)) if listed else None
    nearby = sentence.figures[max(0, index - 8) : index]
    if figure.opens and figure.owner is not None:
        if is_of_other_time(figure):
            return None
        if same_kind(figure, figure.owner) and _is_some_of(figure, before):
            return figure.owner if not_above(figure, figure.owner) else None
        labelled = _LABELLED.search(before.rsplit("(", 1)[-1]) is not None
        return _whole_of(figure, nearby) if words or labelled or _is_list(sentence, index) else None
    if words:
        whole = _whole_of(figure, nearby)
        if whole is not None and _COLON.match(outside, words.end()):
            whole.evidence.append(_LISTED)
        return whole
    first = figure.previous
    if first is None or not (same_kind(first, figure) or _stands_for(figure, first)):
        return None
    if listed and _MOSTLY.fullmatch(before) and not_above(figure, first) and first.role in _DIVIDED:
        return first
    divides = (
        (":" in before and _colon_list(sentence, index) and not_above(figure, first))
        or ("trong" in first.low_before and _AMONG_ALL.search(first.low_before) and not_above(figure, first))
        or (("trong" in first.low_before or "qua " in first.low_before) and _is_out_of(figure, first))
    )
    if divides:
        first.evidence.append(_LISTED)
    return first if divides else None


def _stands_for(figure: Figure, first: Figure) -> bool:
    """``Trong 41 chủ đầu tư còn 9 đơn vị``: some of them, by a word that stands for any of their kind."""
    return figure.unit in _ANY_BODY and (first.unit or "").lower().startswith(_BODIES)


def _is_some_of(figure: Figure, before: str) -> bool:
    """``(có 12 hộ ...)`` · ``1.447 ca (580 ca xác định ...)``: some of the things before the bracket."""
    if "có" in before and _HAVING_ONE.search(before):
        return True
    named = _NAMED_SOME.search(before) is not None and figure.low_after.startswith(")")
    if named and not figure.task and figure.owner is figure.previous and figure.role in _DIVIDED and figure.unit != "%":
        return not is_otherwise(before.rsplit("(", 1)[-1])
    bare = before.endswith("(") and figure.role in _DIVIDED and figure.unit not in ("%", "đồng")
    return bare and figure.owner is figure.previous and _WHICH.match(figure.low_after) is not None


def _is_out_of(figure: Figure, first: Figure) -> bool:
    """``Trong 12 dự án trọng điểm có 03 dự án hoàn thành``: the first only says how many there are."""
    if figure.depth or not not_above(figure, first):
        return False
    having = _HAVING.search(figure.low_before) is not None
    among = _OUT_OF.search(first.low_before) is not None
    if having and among and first.role in ("actual", "plan") and not first.task:
        first.role = "count"
    settled = among and figure.unit not in _MONEY and _SETTLED.search(figure.low_before) is not None
    return settled or (having and (among or _THROUGH.search(first.low_before) is not None))


def _colon_list(sentence: Sentence, index: int) -> bool:
    """``1.250 hộ: xã An Bình 450 hộ, xã Tân Hội 500 hộ``: two figures or more of one unit behind a colon."""
    figure = sentence.figures[index]
    following = sentence.figures[index + 1] if index + 1 < len(sentence.figures) else None
    if figure.depth or figure.under or figure.over or not _BEHIND_COLON.fullmatch(figure.before):
        return False
    return following is not None and following.unit == figure.unit and following.over is None


def _is_list(sentence: Sentence, index: int) -> bool:
    """Whether more figures of the same unit stand in the same bracket."""
    figure = sentence.figures[index]
    inside = [
        other
        for other in sentence.figures[index + 1 : index + 6]
        if other.depth == figure.depth and other.owner is figure.owner
    ]
    same_bracket = [other for other in inside if same_kind(other, figure) and other.over is None]
    if figure.under is not None or figure.role in ("change", "share_of_plan"):
        return False
    return bool(same_bracket) or _makes_owner(figure, inside)


def _makes_owner(figure: Figure, inside: Sequence[Figure]) -> bool:
    """``127 chủ thể (49 hợp tác xã, 22 doanh nghiệp, 56 cơ sở)``: counts of other nouns that make the figure before."""
    owner = figure.owner
    counts = [figure, *(other for other in inside if other.over is None and other.unit != "%")]
    if owner is None or len(counts) < 2 or any(not alike(one, owner) for one in counts):
        return False
    return sum(one.measure.value or 0 for one in counts) == owner.measure.value


def _whole_of(figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The nearest earlier figure that ``figure`` can be a part of: same unit, or both counts."""
    fitting = _nearest(figure, before, within=True)
    larger = None if fitting is not None else _nearest(figure, before, within=False)
    return larger if larger is not None and same_kind(figure, larger) else fitting


def _nearest(figure: Figure, before: Sequence[Figure], within: bool) -> Figure | None:
    for other in reversed(before[-8:]):
        if within and not not_above(figure, other):
            continue
        if other.role in ("change", "share_of_plan", "rate", "rank") or other.unit == "%":
            continue
        if other.role == "plan" and (other.over is not None or (figure.role != "plan" and _measures(other))):
            continue
        if alike(figure, other) and other.depth <= figure.depth and other.over is None:
            return other
        top = other.over
        if top is not None and top.role == "part" and alike(figure, other) and not_above(figure, top):
            return top
        if alike(figure, other) and other.over is not None:
            return other if figure.unit == other.unit else None
    return None


def _measures(plan: Figure) -> bool:
    """``thu 912 tỷ đồng, bằng 36,8% dự toán 2.480 tỷ đồng, trong đó ...``: what is divided is what was reached."""
    share = plan.previous
    return share is not None and share.role == "share_of_plan" and not re.search(r"[;.]\s", plan.before)


def _undivided(figure: Figure) -> Figure:
    """The whole that ``figure`` is a part of a part of."""
    for _ in range(_LEVELS):
        if figure.whole is None or figure.role != "part":
            break
        figure = figure.whole
    return figure


def attach(figure: Figure, whole: Figure) -> None:
    """Make ``figure`` a part of ``whole``, unless it is no amount of the same things at the same time."""
    if figure.role in ("change", "share_of_plan", "rate", "rank") or figure.over is not None:
        return
    if tells_year_before(figure.low_before) or is_of_other_time(figure):
        return
    if figure.role == "plan" and (_undivided(whole).role != "plan" or is_shared_of(figure)):
        return
    if figure.role == "cumulative" and whole.role == "plan" and _SPENT.search(figure.low_before):
        return
    if (
        "/" in noun(figure)
        or figure is whole
        or not alike(figure, whole)
        or (figure.role == "count" and is_place(figure))
    ):
        return
    beside = figure.previous if figure.previous is not whole else None
    told_of = beside is not None and beside.unit != figure.unit and beside.whole is None
    if told_of and _WITH_MONEY.search(figure.low_before):
        return
    if not figure.depth and not same_kind(figure, whole) and _BESIDE.search(figure.low_before):
        return
    target = _same_stage(figure, whole)
    figure.whole = target
    figure.role = "part"
    figure.unit = figure.unit or target.unit
    figure.evidence.append(Evidence("of", "parts.list"))


def _same_stage(figure: Figure, whole: Figure) -> Figure:
    """``70 tỷ, lũy kế 142 tỷ (trong đó ước 35 tỷ, lũy kế 71 tỷ)``: a part so far belongs to the whole so far."""
    current = whole.role == "cumulative" and read_cues().current.search(figure.low_before) is not None
    if not current and not (figure.role == "cumulative" and whole.role != "cumulative"):
        return whole
    other = whole.previous
    for _ in range(4):
        if other is None:
            break
        if not not_above(figure, other):
            other = other.previous
            continue
        if other.unit == whole.unit and (other.role == "cumulative") == (figure.role == "cumulative"):
            return other
        other = other.previous
    return whole
