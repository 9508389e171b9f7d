"""A percentage of a small count that no whole number gives (GRIM).

Finds         trong số 12 đơn, có 45,8% đã giải quyết: 5/12 is 41,67%, 6/12 is 50% · 59,3% trong số 12 thôn
              kiểm tra 16 cơ sở, có 67,75% cơ sở chấp hành tốt
Leaves alone  16,67% of 12 (2/12) · percentages of amounts, of plans, of large counts; a numerator that is stated

Brown and Heathers, The GRIM test (2017): a mean of whole numbers can take few values.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from dondoc.checking.arithmetic.intervals import interval_of, is_exact
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.lexicon.units import unit_lexicon
from dondoc.numerals import format_amount, format_number

_OF_THESE = re.compile(
    r"""(?:\s+[^\W\d_]+){0,5}?\s*[,:]?\s*(?:\(\s*)?(?:trong\ (?:đó|số\ (?:này|đó))|thì|kết\ quả)?,?:?\s*
        (?:có\s+|chỉ\s+|đã\s+)*(?:[^\W\d_]+\s+){0,6}?(?:đạt\s+|chiếm\s+|tỷ\ lệ\s+|là\s+|được\s+)*""",
    re.VERBOSE | re.IGNORECASE,
)
_SAYS_SO = re.compile(r"trong đó|trong số", re.IGNORECASE)
_AMONG = re.compile(r"trong (?:tổng )?số\s+\Z", re.IGNORECASE)
# The whole behind its share: 59,3% trong số 12 thôn · 73,4% (trong tổng số 14 xã).
_BEHIND = re.compile(r"[^,;.()\d]{0,40}\(?\s*trong (?:tổng )?số\s+", re.IGNORECASE)
_OTHER_BASE = re.compile(
    r"kế hoạch|dự toán|chỉ tiêu|so với|cùng kỳ|tăng|giảm|vượt|diện tích|vốn|giá trị|khối lượng|dân số|bình quân"
    r"|tiêu chí",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:khảo sát|lấy ý kiến|phỏng vấn|thăm dò)[^.;\d]{0,25}\Z", re.IGNORECASE)
_IS_PART = re.compile(r"\b(?:chiếm|tương đương|tương ứng)\s*\Z", re.IGNORECASE)  # hộ nghèo 20 hộ, chiếm 0,5% số hộ
_PAUSES = frozenset((",", ":", "(", ", có", "có"))
_TIMES = ("năm", "tháng", "lần", "cấp", "ngày", "tuổi", "giờ")
_LARGE = 500


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the percentages that their small whole cannot have."""
    scene = draft.scene
    used = {ref for check in draft.checks if check.kind == "ratio" for ref in (check.result,)}
    for index, share in enumerate(scene.figures):
        if share.unit != "%" or share.id in used or share.approx or share.role in ("change", "plan", "share_of_plan"):
            continue
        whole = _whole(scene, index)
        if whole is None:
            continue
        number, interval = value_of(whole), interval_of(share)
        low, high = (number * bound / 100 for bound in (interval.low, interval.high))
        if low.to_integral_value(ROUND_CEILING) <= high.to_integral_value(ROUND_FLOOR):
            continue
        near = (low.to_integral_value(ROUND_FLOOR), high.to_integral_value(ROUND_CEILING))
        steps = " và ".join(f"{format_number(k)}/{format_number(number)} = {_percent(k, number)}%" for k in near)
        base, told = format_amount(number, whole.unit), draft.text[share.span]
        message = f"không số nguyên nào trong {base} cho ra {told}: gần nhất là {steps}"
        yield Finding("SL204", share.span, "doubtful", message, None, (whole.span,))


def _whole(scene: Scene, index: int) -> Quantity | None:
    """The small number that the words make the whole of a share: the figure before it, or the one behind it."""
    if index and _is_small(scene, index, index - 1):
        gap, before = scene.between(index - 1, index), scene.before(index - 1)
        said = _names_again(scene, index) and _IS_PART.search(gap) is None
        among = _SAYS_SO.search(gap) or _AMONG.search(before)
        among = among or (_ASKED.search(before) if gap.strip() in _PAUSES else None)
        said = said or (among is not None and not _is_of_others(gap, scene.after(index)))
        if said and _OF_THESE.fullmatch(gap) and not _OTHER_BASE.search(gap + scene.after(index)):
            return scene.figures[index - 1]
    if index + 1 < len(scene.figures) and _is_small(scene, index, index + 1):
        gap = scene.between(index, index + 1)
        if _BEHIND.fullmatch(gap) and not _OTHER_BASE.search(scene.before(index) + gap):
            return scene.figures[index + 1]
    return None


def _is_small(scene: Scene, index: int, place: int) -> bool:
    whole = scene.figures[place]
    if scene.sentence[place] != scene.sentence[index] or whole.unit is None or whole.unit.startswith(_TIMES):
        return False
    return is_exact(whole) and whole.role not in ("change", "plan", "rank") and 2 <= value_of(whole) <= _LARGE


def _names_again(scene: Scene, index: int) -> bool:
    """``16 cơ sở, có 67,75% cơ sở chấp hành tốt``, ``22 chợ, 55,5% số chợ``."""
    unit = (scene.figures[index - 1].unit or "").lower()
    return " ".join(_behind(scene.after(index))).startswith(unit)


def _is_of_others(gap: str, after: str) -> bool:
    """``12 lớp, trong đó 62,4% lao động``, ``14 xã, trong đó xã Tân An có 62,3%``: a share of something else."""
    words, known = _behind(after), unit_lexicon().words
    return any(letter.isupper() for letter in gap) or any(" ".join(words[:many]) in known for many in (1, 2, 3))


def _behind(after: str) -> list[str]:
    words = after.lower().split()
    return words[1:] if words[:1] == ["số"] else words


def _percent(part: Decimal, whole: Decimal) -> str:
    return format_number((part / whole * 100).quantize(Decimal("0.01")))
