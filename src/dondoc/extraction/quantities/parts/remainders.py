"""Parts that their own arithmetic proves, within one sentence.

Finds         tổng số 1.284 hộ, đã chi trả 1.097 hộ, còn 187 hộ · 7/11 nhóm tăng giá; 2 nhóm giảm và 2 nhóm ổn định
              6.915,8 ha, chủ yếu nuôi cá 6.913,2 ha, chiếm 99,96% · lập biên bản 460 trường hợp, xử phạt 322 (70%)
Leaves alone  figures that do not fit to the last printed digit
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import PERSONS, fits, not_above, same_kind
from dondoc.extraction.quantities.signals import LEFT
from dondoc.extraction.quantities.standing import is_stock
from dondoc.facts import Evidence

_DONE = ("actual", "cumulative", "count")
_FREE = ("actual", "cumulative")
_LEFT = re.compile(r"\bcòn(?:\s+lại)?(?:\s+là)?\s*\Z")
_CLAIMS = re.compile(r"\bchiếm(?:\s+(?:tới|khoảng|hơn|trên|gần))?\s*\Z")
_OF_WHOLE = re.compile(r"(?:đạt|chiếm|bằng|tỷ lệ|tương đương)[^,;.()\d]{0,25}\Z")
# "số nộp trực tuyến 6.912 hồ sơ (tương đương 70%)": of what was told right before it.
_LIKENED = re.compile(r"\(\s*(?:tương đương|tương ứng|chiếm|khoảng|gần|trên|hơn)(?: [^\W\d]+)?\s*\Z")
_OF_ALL = re.compile(r"[\s%]*(?:trong )?(?:tổng )?số\b")
_OF_PART = re.compile(r"[,(=]?\s*(?:=|đạt|chiếm|bằng|tỷ lệ|\()[^,;.()\d]{0,15}\Z|=\s*\Z")
# A percentage without decimals fits too many pairs of figures.
_ROUND = Decimal("0.5")
_NEAR = 8
_BUILT = frozenset({"nhà", "căn", "ha", "km", "m", "đồng", "tấn"})
_EARLIER = 8
_NAMED = Evidence("of", "parts.named")
_FEWEST = 2
_SECOND_SHARE = 3
_FAR = 24
_MOST = 12
# Fewer than these make too many percentages.
_MANY = 20
_REACH = 200


def link_computed(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """Link what is left, and the groups that together make the bottom of a pair."""
    figures, low = sentence.figures, sentence.low
    if len(figures) < _FEWEST or not (sentence.cues & LEFT or "%" in low or "/" in low or ";" in low):
        return
    for place, figure in enumerate(figures):
        if figure.unit == "%":
            if place and figures[place - 1].role == "part":
                _correct_whole(figures, place)
            if place and figure.role == "rate" and (_is_alone_share(figure) or _OF_WHOLE.search(figure.low_before)):
                _link_percentage(figures, place, earlier)
        elif figure.under is not None and figure.role == "part":
            _link_groups(figures, place, figure)
        elif figure.role in _FREE and figure.whole is None and not figure.task and ";" in figure.before:
            _complete(sentence, place)
        if (
            (figure.cues_before | figure.cues_after) & LEFT
            and figure.role in (*_DONE, "plan")
            and figure.whole is None
            and _is_left(figure)
        ):
            _link_left(figures, place, figure)
            if figure.whole is None and not figure.task:
                _link_left_of_earlier(figures, place, figure, earlier)


def _complete(sentence: Sentence, place: int) -> None:
    """``lúa 320,3 nghìn tấn; ngô 65,5 nghìn tấn`` of 385,8: the figure that the parts before it leave over."""
    figure, figures = sentence.figures[place], sentence.figures
    last = next((one for one in reversed(figures[max(0, place - 4) : place]) if one.unit == figure.unit), None)
    whole = last.whole if last is not None and last.role == "part" else None
    if whole is None or figure.measure.value is None or whole.unit != figure.unit or whole.measure.value is None:
        return
    total = sum(
        one.measure.value or 0
        for one in figures[max(0, place - _FAR) : place]
        if one.whole is whole and one.role == "part"
    )
    taken: list[Figure] = []
    for one in figures[place : place + _MOST]:
        if one.unit != whole.unit or one.role not in _FREE or one.over is not None or one.measure.value is None:
            continue
        total += one.measure.value
        taken.append(one)
        if total == whole.measure.value:
            for part in taken:
                part.role, part.whole = "part", whole
                part.evidence.append(Evidence("of", "parts.rest"))
            return


def _link_percentage(figures: Sequence[Figure], place: int, earlier: Sequence[Figure]) -> None:
    """``6.913,2 ha, chiếm 99,96%``: a part where an earlier figure is the whole of that percentage."""
    share = figures[place]
    known = _divided_alike(figures, place)
    round_one = share.measure.half_step is None or share.measure.half_step >= _ROUND
    round_one = round_one and known is None and not _CLAIMS.search(share.low_before)
    bare = _is_alone_share(share) and ":" not in figures[place - 1].low_before
    if round_one and not bare and not _LIKENED.search(share.low_before):
        return
    for at in (place - 1, place - 2):
        part = figures[at]
        if at == place - 2 and figures[place - 1].role in _DONE and figures[place - 1].unit != "%":
            return
        if at < 0 or part.role not in _DONE or part.whole is not None or part.over is not None or part.unit == "%":
            return
        own = is_stock(part.low_before) or "nghèo" in (part.unit or "")
        reach = _NEAR if own or (part.measure.value or 0) < _MANY else _FAR
        wholes = (*earlier[-reach:], *figures[max(0, at - reach) : at])
        beside = next((one for one in reversed(figures[:at]) if one.unit != "%"), None)
        if round_one:
            wholes = (beside,) if beside is not None else ()
        for whole in reversed(wholes) if known is None else (known, *((beside,) if beside is not None else ())):
            divisible = whole is known or whole.role in _DONE
            divisible = divisible or (whole.role == "part" and (whole is beside or _is_told_share(share)))
            counted_alike = same_kind(whole, part) or {whole.unit, part.unit} <= PERSONS
            counted_alike = counted_alike or (part.unit is None and whole is beside)
            if counted_alike and divisible and fits(part, whole, share):
                part.role, part.whole = "part", whole
                part.evidence.append(Evidence("of", "parts.percentage"))
                return


def _correct_whole(figures: Sequence[Figure], place: int) -> None:
    """``386 đơn, trong đó thuộc thẩm quyền 142 đơn, đã giải quyết 129 đơn = 90,8%``: a share of the part before."""
    share, part = figures[place], figures[place - 1]
    known = part.whole
    if known is None or part.over is not None or part.under is not None or fits(part, known, share):
        return
    if share.role not in ("rate", "share_of_plan") or not _OF_PART.search(share.low_before):
        return
    for other in reversed(figures[max(0, place - 4) : place - 1]):
        if other.role == "part" and other.whole is known and other.unit == part.unit and fits(part, other, share):
            part.whole = other
            return


def _is_told_share(figure: Figure) -> bool:
    """``688 hộ, chiếm 45,5% tổng số hộ nghèo``: a share of what is a part itself."""
    claims = _CLAIMS.search(figure.low_before) is not None and _OF_ALL.match(figure.low_after) is not None
    return claims or _is_alone_share(figure)


def _is_alone_share(figure: Figure) -> bool:
    """``trộm cắp tài sản 53 vụ (29,44%)``."""
    return figure.opens and figure.low_before.endswith("(") and figure.low_after.startswith((")", " tổng", " số"))


def _divided_alike(figures: Sequence[Figure], place: int) -> Figure | None:
    """``trộm cắp 53 vụ (29,44%), cố ý gây thương tích 45 vụ (25%)``: the whole of the part and share before."""
    if place < _SECOND_SHARE or figures[place - 2].unit != "%":
        return None
    before = figures[place - _SECOND_SHARE]
    alike = before.role == "part" and before.unit == figures[place - 1].unit
    return before.whole if alike else None


def _is_left(figure: Figure) -> bool:
    left_over = figure.low_after.startswith(" còn lại")
    return left_over or (not figure.task and _LEFT.search(figure.low_before) is not None)


def _is_made(left: Figure) -> bool:
    """``hoàn thành 2.846/3.105 nhà, còn 259 nhà``: what is built to a plan, and what of it is left to build."""
    return (left.unit or "").split(" ")[0] in _BUILT


def _link_left(figures: Sequence[Figure], place: int, left: Figure) -> None:
    # "tổng 5.028 hồ sơ; đã giải quyết 4.903 hồ sơ (trước hạn 4.120, đúng hạn 771), còn 125": the bracket is its own.
    outside = [one for one in figures[max(0, place - _FAR) : place] if one.depth <= left.depth]
    near = [one for one in outside[-4:] if same_kind(one, left) and one.unit != "%"]
    for bottom in near:
        top = bottom.over
        if top is not None and top.role in ("part", *_FREE) and _makes(top, left, bottom):
            if top.role != "part" and left.unit != "tiêu chí" and not _is_made(left):
                top.role, top.whole, bottom.role = "part", bottom, "actual"
            left.role, left.whole = "part", bottom
            left.evidence.append(Evidence("of", "parts.left"))
            return
    if left.task:
        return
    for done in reversed(near):
        # "đã giải quyết 5.200 hồ sơ; còn 310 hồ sơ" of what an earlier sentence told, of which it is a part.
        if done.role == "part" and done.whole is not None and _makes(done, left, done.whole):
            left.role, left.whole = "part", done.whole
            left.evidence.append(Evidence("of", "parts.left"))
            return
    for index, whole in enumerate(near):
        if whole.role not in (*_DONE, "plan") or whole.over is not None or whole.under is not None:
            continue
        for done in near[index + 1 :]:
            a, b, c = whole.measure.value, done.measure.value, left.measure.value
            if a is None or b is None or c is None or a - b != c or done.role not in (*_DONE, "part", "plan"):
                continue
            for one in (done, left):
                if one.whole is None and (whole.role != "plan" or one is left):
                    one.role, one.whole = "part", whole
                    one.evidence.append(Evidence("of", "parts.left"))
            return


def _link_left_of_earlier(figures: Sequence[Figure], place: int, left: Figure, earlier: Sequence[Figure]) -> None:
    """``Kế hoạch 6.184,752 tỷ đồng. Đã phân bổ 5.896,210 tỷ đồng, còn 288,542 tỷ đồng``: of the sentence before."""
    done = next((one for one in reversed(figures[:place]) if one.unit == left.unit and one.role != "change"), None)
    if done is None or done.over is not None or done.under is not None or (left.measure.value or 0) < _MANY:
        return
    for whole in reversed(earlier[-_EARLIER:]):
        if whole.unit == left.unit and whole.role in (*_DONE, "plan") and _makes(done, left, whole):
            left.role, left.whole = "part", whole
            left.evidence.append(Evidence("of", "parts.left"))
            return


def _makes(done: Figure, left: Figure, whole: Figure) -> bool:
    a, b, c = done.measure.value, left.measure.value, whole.measure.value
    return a is not None and b is not None and a + b == c and left.whole is None


def _link_groups(figures: Sequence[Figure], place: int, top: Figure) -> None:
    bottom = top.under
    if bottom is None or bottom.measure.value is None or top.measure.value is None or top.whole is None:
        return
    total, taken = top.measure.value, []
    for other in figures[place + 2 : place + 7]:
        if not same_kind(other, bottom) or other.over is not None or other.under is not None or other.whole is not None:
            continue
        if other.role not in _DONE or other.measure.value is None:
            continue
        total += other.measure.value
        taken.append(other)
        if total == bottom.measure.value:
            for one in taken:
                one.role, one.whole = "part", top.whole
                one.evidence.append(Evidence("of", "parts.groups"))
            return


def link_named(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """``64 nhiệm vụ quá hạn. ... Sở Xây dựng (13 nhiệm vụ), Sở Nội vụ (11 nhiệm vụ)``: who has how many of them."""
    named = [figure for figure in sentence.figures if figure.opens and _is_alone(figure)]
    if len(named) < _FEWEST or any(one.unit != named[0].unit for one in named):
        return
    before = [*earlier[-_EARLIER:], *(one for one in sentence.figures if one.number < named[0].number)]
    total = sum(one.measure.value or 0 for one in named)
    last = earlier[-1] if earlier else None
    if last is not None and last.whole is not None and _NAMED in last.evidence and not_above(named[0], last.whole):
        _attach_all(named, last.whole)
        return
    exact = [whole for whole in before if whole.measure.value == total]
    for whole in (*reversed(exact), *reversed(before)):
        if not same_kind(whole, named[0]) or whole.role not in (*_DONE, "part") or whole.measure.value is None:
            continue
        if whole.measure.value >= total and sentence.span.start - whole.measure.span.end < _REACH:
            _attach_all(named, whole)
            return
        if whole.role != "part" and whole not in exact:
            return


def _attach_all(named: Sequence[Figure], whole: Figure) -> None:
    for one in named:
        one.role, one.whole = "part", whole
        one.evidence.append(_NAMED)


def _is_alone(figure: Figure) -> bool:
    """Whether the bracket holds nothing but ``figure``, behind a name."""
    free = figure.role in _DONE and figure.whole is None and figure.unit != "%" and not figure.task
    return (
        free
        and figure.low_before.endswith("(")
        and figure.low_after.startswith(")")
        and figure.low_before.strip(" ),;(") != ""
    )
