"""An average that a total and a number of shares give.

Finds         hỗ trợ 12 tỷ đồng cho 240 hộ, bình quân 60 triệu đồng/hộ · 320 suất trị giá 160 triệu đồng, mỗi suất 600
              nghìn đồng · 214 suất, mức 1 triệu đồng/suất, tổng kinh phí 241 triệu đồng
              214 căn nhà, kinh phí 8,6 tỷ đồng (40 triệu đồng/căn)
Leaves alone  bình quân 4,5 triệu đồng/người/tháng: no total; thu nhập bình quân đầu người 62 triệu đồng
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import Interval, interval_of, is_exact, telling_digits
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.arithmetic.repair import Repair, find_repair
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding, Severity
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.numerals import format_amount

_MEAN = re.compile(
    r"(?:bình quân|trung bình|mỗi)[^,;.\d]{0,40}\Z|\bmức(?:\s+(?:hỗ trợ|vay|thưởng|chi|trợ cấp|đóng|quà|tặng))*\s+\Z",
    re.IGNORECASE,
)
_SPREAD = re.compile(r"bình quân|trung bình", re.IGNORECASE)
_EACH = re.compile(
    r"\b(?:mỗi|bình quân (?:một|1|mỗi))\s+(?P<per>[^\W\d_]+(?: nghiệp| tác xã)?)\s+(?:bình quân |trung bình )?"
    r"(?:được |nhận |trị giá |là |đạt |có |vay |hỗ trợ |góp |với |gần |hơn |khoảng )*\Z",
    re.IGNORECASE,
)
_PER = re.compile(r"\s?/\s?(?P<per>[^\W\d_]+)")
_CLOSED = re.compile(r"(?:\s?/\s?[^\W\d_]+(?:\s[^\W\d_]+)?)?\s?\)")
_TOTAL = re.compile(
    r"\btổng\s[^,;.\d]{0,25}\Z|\bvới số tiền\s+\Z|\),\s+(?:kinh phí|trị giá|số tiền)\s(?:là |hỗ trợ )?\Z", re.IGNORECASE
)
NOT_OF_THESE = re.compile(r"đầu người|hằng năm|hàng năm|giai đoạn|/năm|/tháng", re.IGNORECASE)
_NEXT_ITEM = re.compile(r"\s*[,;]\s*")
_HALF = Decimal("0.5")
_ONE = ("người", "đối tượng", "lao động", "suất", "em", "cháu")
_PEOPLE = (
    *("người", "đối tượng", "lao động", "học sinh", "sinh viên", "học viên", "hội viên", "đoàn viên", "thành viên"),
    *("công nhân", "cán bộ", "giáo viên", "cháu", "em", "đảng viên", "bệnh nhân", "nhân khẩu"),
)
_REACH = 5
_IN_STEPS = re.compile(r"\s*(?:đầu|tiếp theo)\b", re.IGNORECASE)
_FROM = re.compile(r"\btừ\s+\Z", re.IGNORECASE)
_TOLD, _FAR = 3, 8


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the averages that their total and number do not give."""
    scene = draft.scene
    for index in sorted(scene.told_by("bình quân", "trung bình", "mỗi", "mức", "(")):
        figure = scene.figures[index]
        unit, _, per = (figure.unit or "").partition("/")
        each = None if per else _EACH.search(scene.before(index, 40)) or _PER.match(scene.after(index, 20))
        per = per or (each["per"] if each is not None else "")
        if not per or figure.rule == "table.cell" or figure.role == "change":
            continue
        before = scene.before(index, 60)
        if not (_MEAN.search(before) or _is_price(scene, index)) or NOT_OF_THESE.search(before + per):
            continue
        parts = _parts(scene, index, unit, per)
        if parts is not None:
            is_price = _SPREAD.search(scene.before(index, 60)) is None and figure.approx is None
            yield from _judged(draft, figure, *parts, is_price=is_price)


def _is_price(scene: Scene, index: int) -> bool:
    """``xây mới 214 căn nhà, kinh phí 8,56 tỷ đồng (40 triệu đồng/căn)``: alone in a bracket, what each one costs."""
    money = (scene.figures[index].unit or "").startswith("đồng")
    return money and scene.before(index, 4).endswith("(") and _CLOSED.match(scene.after(index, 30)) is not None


def _parts(scene: Scene, index: int, unit: str, per: str) -> tuple[Quantity, Quantity] | None:
    """The only total in ``unit`` and the only number of ``per`` in the sentence of the average; a total may follow."""
    totals, counts = [], []
    for place in range(max(index - _REACH + 1, 0), min(index + 2, len(scene.figures))):
        other = scene.figures[place]
        if place == index or scene.sentence[place] != scene.sentence[index] or other.role in ("change", "plan"):
            continue
        if place > index and _TOTAL.search(scene.before(place, 40)) is None and not _is_noted(scene, index, other, per):
            continue
        if other.unit == unit:
            if _MEAN.search(scene.before(place, 60)):
                continue  # mỗi người 1,5 triệu đồng ...; 214 hộ, mỗi hộ 3 triệu đồng
            if place + 1 < index and _NEXT_ITEM.fullmatch(scene.between(place, place + 1)):
                continue  # 1 xe trị giá 1,6 tỷ đồng, 12 bộ ..., mỗi bộ 75 triệu đồng
            totals.append(other)
        elif place < index and per.lower() not in (other.unit or "").lower() and ";" in scene.between(place, index):
            continue  # chi trả cho 1.973 đối tượng; tặng quà mức 100.000 đồng/người
        elif is_step(scene, place):
            return None
        elif is_counted_by(per, other.unit) and (is_exact(other) or _is_divided_by(scene, place, unit)):
            counts.append(other)
    if len(totals) != 1 or len(counts) != 1 or value_of(counts[0]) < 2:
        return None
    return totals[0], counts[0]


def _is_noted(scene: Scene, index: int, count: Quantity, per: str) -> bool:
    """``bình quân 17 tiêu chí/xã (18 xã)``."""
    return is_counted_by(per, count.unit) and scene.between(index, index + 1).strip() in ("(", "trên")


def _is_divided_by(scene: Scene, place: int, unit: str) -> bool:
    """``285 tiêu chí trên 15 xã``: over so many, not over that number."""
    over = place > 0 and scene.figures[place].approx == "over" and scene.figures[place - 1].unit == unit
    return over and scene.between(place - 1, place).strip() == "trên" and scene.figures[place].half_step == _HALF


def is_step(scene: Scene, place: int) -> bool:
    """``11.000 đồng/2 km đầu, 3.700 đồng/km tiếp theo``, ``nặng từ 550 kg``: a number that no total is divided by."""
    return _IN_STEPS.match(scene.after(place, 12)) is not None or _FROM.search(scene.before(place, 10)) is not None


def is_counted_by(per: str, unit: str | None) -> bool:
    """Whether a number in ``unit`` is what the average is told for: 4.200 đối tượng where it is told for a person."""
    words, counted = per.lower(), (unit or "").lower()
    heads = {counted.split(" ")[0], counted.removeprefix("lượt ").split(" ")[0]}
    return (
        words.split(" ")[0] in heads or counted.endswith(f" {words}") or (words in _ONE and counted.startswith(_PEOPLE))
    )


def _judged(draft: Draft, mean: Quantity, total: Quantity, count: Quantity, *, is_price: bool) -> Iterator[Finding]:
    """``is_price``: what each one gets, which is not rounded (2 triệu đồng/em)."""
    number = value_of(count)
    spread = interval_of(total)
    computed = Interval(spread.low / number, spread.high / number)
    each = interval_of(mean)
    if is_told_roughly(mean, computed):
        return
    total_slip = find_repair(draft.text, total, Interval(each.low * number, each.high * number))
    if computed.meets(each):
        exactly = value_of(mean) * number
        total_slip = find_repair(draft.text, total, Interval(exactly, exactly))
        if not is_price or spread.low <= exactly <= spread.high or total_slip is None or total_slip.cost:
            return
        slip = None
    else:
        slip = find_repair(draft.text, mean, computed)
    apart = value_of(mean) * number / value_of(total) if value_of(total) else 0
    if slip is None and total_slip is None and not 1 <= _FAR * apart <= _FAR * _FAR:
        return  # 32 triệu đồng mỗi kg, of 550 kg
    yield told_as_average(draft, mean, total, count, slip, total_slip)


def is_told_roughly(mean: Quantity, computed: Interval) -> bool:
    """Whether an average is told to its last digit that is no nought (27.598 đồng, told as 27.600)."""
    exponent = value_of(mean).normalize().as_tuple().exponent
    half = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
    told = Interval(value_of(mean) - half, value_of(mean) + half)
    return telling_digits(mean) >= _TOLD and computed.meets(told)


def told_as_average(
    draft: Draft,
    mean: Quantity,
    total: Quantity,
    count: Quantity,
    slip: Repair | None = None,
    total_slip: Repair | None = None,
) -> Finding:
    """The finding that ``total`` over ``count`` is not ``mean``; the slips are what would make it right."""
    number = value_of(count)
    step = mean.half_step * 2
    shown = value_of(total) / number
    rounded = (shown / step).quantize(Decimal(1)) * step if step > 0 else shown
    rounded = rounded if rounded != value_of(mean) else shown.quantize(Decimal(1))
    message = (
        f"{format_amount(value_of(total), total.unit)} / {format_amount(number, None)} = "
        f"{format_amount(rounded, total.unit)}, văn bản ghi bình quân {format_amount(value_of(mean), total.unit)}"
    )
    per = "".join((mean.unit or "").partition("/")[1:])
    mend = None
    if slip is not None:
        mend = f"sửa {draft.text[mean.span]} thành {format_amount(rounded, total.unit)}{per}"
    elif total_slip is not None:
        mend = f"sửa {draft.text[total.span]} thành {format_amount(value_of(total_slip.quantity), total.unit)}"
    severity: Severity = "error" if slip and not slip.cost else "doubtful"
    return Finding("SL108", mean.span, severity, message, mend, (total.span, count.span))
