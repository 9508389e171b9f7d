"""What the words about a share say of the figure that it is a share of."""

import re

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.names.wording import same_unit, unnumbered
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

COMPARED = re.compile(r"[^,;.()]*(?:cùng kỳ|tháng trước|năm trước|quý trước|năm \d{4})", re.IGNORECASE)
DIRECT = re.compile(
    r"[^,;.(]{0,30}[,(]?\s*(?:ước |đã |chỉ |mới )*"
    r"(?:đạt|chiếm|bằng|tức|hay|tương đương|tương ứng|tỷ lệ|tỉ lệ|đạt tỷ lệ|chiếm tỷ lệ|=)[^,;.(]{0,12}",
    re.IGNORECASE,
)
NAMED_BASE = re.compile(r"\s+(?!so\b|và\b|trên tổng|trong tổng|tổng số\b|số\s+(?:hồ sơ|vụ|đơn))[^\W\d_]", re.IGNORECASE)
# "15/63 địa phương có tỷ lệ giải ngân trên 30%": the percentage is what they have, not their share.
OF_THEIR_OWN = re.compile(r"\b(?:tỷ|tỉ) lệ\s+(?!đạt|là|chung|trên|khoảng|chiếm|bằng|\()[^\W\d_]", re.IGNORECASE)
_EQUAL = re.compile(r"\bbằng\s+\Z", re.IGNORECASE)
_ROW = 6
_ALL_THERE = re.compile(r"\b(?:tổng số|tổng cộng)(?:\s+[^\W\d_]+){0,3}\s*(?:là\s+|có\s+)?\Z", re.IGNORECASE)
_DONE = re.compile(r"\s*[,;]\s*(?:đến nay,?\s+)?(?:đã|được)\s+[^,;.()\d]{2,30}", re.IGNORECASE)
_PLANNED = re.compile(r"(?:\A|[.\n:;])[^.\n:;,()]{0,12}(?:kế hoạch|dự toán|chỉ tiêu)\s[^;.()\d]{0,90}\Z", re.IGNORECASE)
_OUTCOME = re.compile(
    r"\s*[;,.]\s*(?:kết quả|trong kỳ|trong tháng|lũy kế|tính)?[\s,]*"
    r"(?:đến (?:nay|hết tháng|ngày|hết ngày)[^,;.]{0,14}[,\s]*)?"
    r"(?:đã |ước |là )*(?:giải ngân|thực hiện|hoàn thành|thu|đạt|triển khai|gieo trồng|xuống giống|giao|trồng)"
    r"(?:\s(?:được|đạt|ước|đến (?:nay|ngày)[^,;.]{0,12}|là))*\s*",
    re.IGNORECASE,
)
_SETTLING = re.compile(
    r"(?:[;,.:)\n]|\A)\s*(?:kết quả,?\s+)?"
    r"(?:(?:tính |lũy kế |luỹ kế )?đến (?:nay|hết|ngày|tháng|\d)[^;,.:()]{0,25}?[,:\s]\s*)?"
    r"(?:đã |ước |mới |chỉ |lũy kế |luỹ kế |tổng |số |kết quả )*(?:giải ngân|thanh toán|thực hiện)"
    r"(?:\s+(?:được|đạt|ước|là|đến\s[^;,.()]{0,25}))*\s*:?\s*\Z",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\s*[;,:]\s*(?:trong đó[,: ]*)?(?:có|đã có|đã|được)\s[^;.()\d]{0,30}", re.IGNORECASE)
_OWN_SHARE = re.compile(
    r"[^;.()\d]{0,60}[,\s]\s*(?<!\bnam )(?<!\bnữ )chiếm(?:\s+(?:tỷ|tỉ)\s+(?:lệ|trọng))?[^,;.()\d]{0,15}",
    re.IGNORECASE,
)
_IN_FIGURES = re.compile(r"\s*,\s*(?:tương ứng|tương đương)(?:\s+(?:với|hơn|gần|khoảng))*\s*", re.IGNORECASE)
_INSIDE = re.compile(
    r"\s*(?:,\s*trong (?:đó|số đó)(?!\s+khi)|,\s*(?=[^;.()\d]{0,25}(?:đúng|trước)[^;.()\d]{0,12}hạn)|\()"
    r"[^;.()\d]{0,40}",
    re.IGNORECASE,
)
_CAME_IN = re.compile(r"(?:tiếp nhận|nhận|thụ lý|xảy ra|phát hiện|tổng số|kiểm tra)[^,;.()\d]{0,40}\Z", re.IGNORECASE)
_SETTLED = re.compile(
    r"\s*[,;]\s*(?:đến nay )?(?:đã |được )*(?:điều tra, |điều tra )?(?:giải quyết|làm rõ|xử lý|khám phá|hoàn thành)"
    r"(?:[^,;.()\d]{0,20})",
    re.IGNORECASE,
)


def is_planned(scene: Scene, place: int) -> bool:
    """``Kế hoạch năm diện tích lúa là 13.091 ha``: the sentence begins with the word, and goes on to its figure."""
    figure = scene.figures[place]
    return figure.role == "actual" and _PLANNED.search(unnumbered(scene.before(place, 120))) is not None


def is_outcome(scene: Scene, top: int, index: int) -> bool:
    """``kế hoạch 4.652 ha; đến nay thực hiện 2.000 ha, đạt 42,99% kế hoạch``: the figure names nothing of its own."""
    return (
        _OUTCOME.fullmatch(scene.between(top - 1, top)) is not None
        and re.fullmatch(r"\s*[,(]?\s*(?:ước )?(?:đạt|bằng)(?: tỷ lệ)?\s*", scene.between(top, index)) is not None
    )


def is_settling(scene: Scene, top: int, index: int) -> bool:
    """``; đã giải ngân 29,2 tỷ đồng, đạt 50%``: what was paid of the plan before it, with its share right behind."""
    if top != index - 1 or _SETTLING.search(scene.before(top, 90)) is None:
        return False
    return (
        re.fullmatch(
            r"\s*[,(]?\s*(?:ước |mới |chỉ )?(?:đạt|bằng|tỷ lệ|tỉ lệ)?(?: tỷ lệ)?\s*", scene.between(top, index)
        )
        is not None
    )


def is_done_of_all(scene: Scene, place: int, top: int) -> bool:
    """``Tổng số 1.200 lao động, đã hoàn thành 450 lao động``: what was done of all there are."""
    told = _DONE.fullmatch(scene.between(place, top)) is not None
    return told and _ALL_THERE.search(scene.before(place, 60)) is not None


def has_base_behind(scene: Scene, index: int, done: Quantity) -> bool:
    """``386,2 tỷ đồng, chỉ đạt 29,71% (1.300 tỷ đồng)``: a bracket that holds the base alone."""
    if index + 1 >= len(scene.figures) or re.fullmatch(r"\s*\(\s*", scene.after(index)) is None:
        return False
    return scene.figures[index + 1].unit == done.unit and scene.after(index + 1).lstrip().startswith(")")


def has_own_share(scene: Scene, whole: Quantity) -> bool:
    """``nợ có khả năng thu 48.019 tỷ đồng, chiếm 57,9% ...; trong đó nợ khó thu 34.942 tỷ đồng, chiếm 42,1%``: what
    has a share itself is no whole; both are shares of a third."""
    place = scene.place[whole.id]
    behind = place + 1 < len(scene.figures) and scene.figures[place + 1].unit == "%"
    if behind and _OWN_SHARE.fullmatch(scene.between(place, place + 1)):
        return True
    ahead = place > 0 and scene.figures[place - 1].unit == "%"
    return ahead and _IN_FIGURES.fullmatch(scene.between(place - 1, place)) is not None


def is_inside(scene: Scene, top: int) -> bool:
    """``giải quyết 2.803 hồ sơ, trong đó đúng hạn 2.789 hồ sơ``: of the figure before it, whichever is larger."""
    if top == 0 or scene.sentence[top - 1] != scene.sentence[top] or scene.figures[top - 1].role in ("change", "plan"):
        return False
    whole, part = scene.figures[top - 1], scene.figures[top]
    return whole.unit == part.unit and _INSIDE.fullmatch(scene.between(top - 1, top)) is not None


def is_of_which(scene: Scene, top: int, index: int) -> bool:
    """``rà soát 27.901 hồ sơ; có 9.657 hồ sơ đủ điều kiện, đạt tỷ lệ 34,61%``"""
    if top == 0 or scene.sentence[top - 1] != scene.sentence[top]:
        return False
    whole, part = scene.figures[top - 1], scene.figures[top]
    told = _OF_WHICH.fullmatch(scene.between(top - 1, top)) is not None
    share = re.search(r"tỷ lệ|tỉ lệ|chiếm", scene.between(top, index)) is not None
    direct = top == index - 1 and DIRECT.fullmatch(scene.between(top, index)) is not None
    return told and share and direct and whole.unit == part.unit and whole.role not in ("change", "plan")


def is_settled(scene: Scene, place: int, index: int) -> bool:
    """``tiếp nhận 19 đơn, đã giải quyết 14 đơn, đạt 73,7%``: a share of three digits that nothing else can be of."""
    came = _CAME_IN.search(scene.before(place)) is not None
    done = _SETTLED.fullmatch(scene.between(place, place + 1)) is not None
    return came and done and telling_digits(scene.figures[index]) > 2


def is_compared_row(scene: Scene, index: int, whole: Quantity) -> bool:
    """Whether the percentages of the row are of last year's figures, as that of the whole itself is (``ngô 6.010 ha,
    bằng 83,62%; ... so với cùng kỳ``)."""
    place = scene.place[whole.id] + 1
    if place < index and scene.figures[place].unit == "%" and COMPARED.match(scene.after(place)) is not None:
        return True
    return _EQUAL.search(scene.before(index, 12)) is not None and any(
        scene.figures[at].unit == "%" and _EQUAL.search(scene.before(at, 12)) and COMPARED.match(scene.after(at))
        for at in range(max(index - _ROW, 0), min(index + _ROW, len(scene.figures)))
        if scene.sentence[at] == scene.sentence[index] and at != index
    )


def is_rate_beside(scene: Scene, index: int, gap: str) -> bool:
    """``kiểm định 5.476 lượt xe, đạt tiêu chuẩn 4.983 lượt xe, tỉ lệ 91%``: the two stand side by side."""
    told = re.search(r"tỷ lệ|tỉ lệ", gap) is not None and DIRECT.fullmatch(gap) is not None
    return told and not NAMED_BASE.match(scene.after(index)) and not OF_THEIR_OWN.search(gap)


def are_both_of_plans(scene: Scene, index: int, whole: int) -> bool:
    """``sản lượng đạt 2.506 tỷ đồng, đạt 104,4% kế hoạch, doanh thu đạt 2.478 tỷ đồng, đạt 98,3% kế hoạch``."""
    shares = scene.figures[whole + 1], scene.figures[index]
    return whole + 1 < index and all(share.unit == "%" and share.role == "share_of_plan" for share in shares)


def dividend(scene: Scene, bottom: int) -> Quantity:
    """What stands over a figure: 2.391 in "2.391 trẻ tiêm đủ 8 loại vắc xin/5.337 trẻ", not the kinds of vaccine."""
    beside = scene.figures[bottom - 1]
    if bottom < 2 or same_unit(beside, scene.figures[bottom]) or scene.sentence[bottom - 2] != scene.sentence[bottom]:
        return beside
    before = scene.figures[bottom - 2]
    told = "," in scene.between(bottom - 2, bottom - 1) or not same_unit(before, scene.figures[bottom])
    return beside if told else before
