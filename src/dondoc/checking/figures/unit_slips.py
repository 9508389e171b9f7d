"""A figure in the wrong unit, or with the wrong mark between its digits.

Finds         1,250 hộ (1.250 hộ) · 402,590 kWh (402.590 kWh) · thu ngân sách 1.250 đồng (thiếu triệu, tỷ)
              kim ngạch 57,5 USD · tổng đàn 3,25 con
              94,8%% · 12.5% (12,5%)
              chi 48,3 tỷ đồng; riêng chi thường xuyên 40,1 tỷ đồng, chi đầu tư 8,2 triệu đồng: what is left, in tỷ
Leaves alone  1,25 triệu lượt · 264,8 tr.người.km · 0,5 hộ/km² · giá 9.500 đồng/kg · phí 5.000 đồng
              thu nhập quốc dân 2.590 USD · tổng trị giá quà 15.000 USD: what one earns, a gift from abroad
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.text import Span

_THOUSANDS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3}){1,3}(?![0-9.,])")
_BROKEN = re.compile(r"(?<![0-9.,])[0-9]{1,3},[0-9]{1,2}(?![0-9.,])")
_SCALE = re.compile(r"tỷ|tỉ|triệu|nghìn|ngàn|vạn|trăm", re.IGNORECASE)
_MEAN = re.compile(
    r"bình quân|trung bình|mỗi|\bcứ\s|tỷ suất|tỉ suất|mức sinh|tổng tỷ|hệ số|tính ra|/|một (?:hộ|người|phụ nữ)",
    re.IGNORECASE,
)
_LARGE_SUM = re.compile(
    r"thu (?:ngân sách|nội địa|tiền|thuế|từ)|tổng (?:thu(?! nhập)|chi|vốn|mức|kinh phí|giá trị|doanh thu|nợ)|giải ngân"
    r"|doanh thu|dư nợ|kim ngạch|tổng mức bán lẻ|tổng sản phẩm|vốn (?:đầu tư|đăng ký|điều lệ)|giá trị sản xuất"
    r"|huy động",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"(?<!trị )giá(?! trị)|(?<!kinh )phí|(?<!tổng )mức|bình quân|mỗi|đầu người|cổ phiếu|lương|/\s?\Z", re.IGNORECASE
)
# Sums of money from abroad that no trade and no investment is small enough for.
_TRADED = re.compile(r"kim ngạch|xuất khẩu|nhập khẩu|doanh thu|vốn (?:đầu tư|đăng ký)|FDI", re.IGNORECASE)
_POINTED = re.compile(r"(?<![0-9.,])[0-9]{1,3}\.[0-9]{1,2}(?![0-9.,])")
_AROUND = 80
_MONEY_SCALE = re.compile(r"\b(?:tỷ|tỉ|triệu)\b", re.IGNORECASE)
_WEIGHTS = frozenset(("tấn", "tạ", "yến", "kg"))
_ALL_TOLD = re.compile(r"\b(?:tổng|cộng)\b[^,;.()\d]{0,20}\Z", re.IGNORECASE)
_THOUSAND, _TELLING, _REACH, _BLOCKS, _MANY = 1000, 3, 9, 3, 4
_LEAST, _SMALL = 9, 100_000  # thu được 3 đồng thì chi 2 đồng is a saying
# Things that nobody counts in thousandths.
_WHOLE = frozenset(
    (
        *("hộ", "người", "con", "hồ sơ", "lượt", "lao động", "học sinh", "doanh nghiệp", "cơ sở", "vụ", "đơn", "giấy"),
        *("thẻ", "em", "cháu", "trường hợp", "đảng viên", "hội viên", "thuê bao", "kwh"),
    )
)
_ONE_BY_ONE = tuple(_WHOLE - {"kwh"})


def find(draft: Draft) -> Iterator[Finding]:
    """Yield figures whose unit or separator cannot be meant, and percentages written in another way than ours."""
    scene = draft.scene
    yield from _mis_scaled(draft)
    yield from _mis_weighed(scene, draft.text.content)
    for index, figure in enumerate(scene.figures):
        if figure.rule == "table.cell" or figure.unit is None:
            continue
        if figure.id not in scene.ranges:
            yield from _separated(draft, figure)
        yield from _scaled(scene, index)
        if figure.unit == "%":
            yield from _percentage(draft, figure)


def _percentage(draft: Draft, figure: Quantity) -> Iterator[Finding]:
    """``94,8%%`` and ``12.5%``."""
    content, end = draft.text.content, figure.span.end
    if content[end - 1 : end] == "%" == content[end : end + 2].strip()[:1]:
        yield Finding("SL207", Span(end - 1, end + 1), "format", "dấu phần trăm viết hai lần", "bỏ một dấu %")
    match = _POINTED.search(content, figure.span.start, end) if "." in content[figure.span.start : end] else None
    if match:
        mend = f"sửa {match[0]} thành {match[0].replace('.', ',')}"
        yield Finding("SL207", Span(*match.span()), "format", "phần thập phân viết sau dấu phẩy", mend)


def _separated(draft: Draft, figure: Quantity) -> Iterator[Finding]:
    """Things that are counted one by one have no decimals; three of them are thousands."""
    words = draft.text.content[figure.span.start : figure.span.end]
    match = _THOUSANDS.search(words) if "," in words else None
    if match is None:
        if "," in words:
            yield from _counted_in_parts(draft, figure, words)
        return
    unit = (figure.unit or "").lower()
    if _SCALE.search(words) is None and (unit in _WHOLE or unit.partition(" ")[0] in _WHOLE or figure.warning):
        meant = match[0].replace(",", ".")
        message = f"{match[0]} {figure.unit} viết dấu phẩy ở chỗ phân cách hàng nghìn"
        yield Finding("SL206", figure.span, "error", message, f"sửa {match[0]} thành {meant}")


def _counted_in_parts(draft: Draft, figure: Quantity, words: str) -> Iterator[Finding]:
    """``3,25 con``: the word nghìn or triệu is missing."""
    counted = (figure.unit or "").lower()
    scaled = value_of(figure) == value_of(figure).to_integral_value()  # 264,8 tr.người.km
    if scaled or not counted.startswith(_ONE_BY_ONE) or not _BROKEN.search(words):
        return
    start, end = figure.span.start, figure.span.end
    around = draft.text.content[max(0, start - _AROUND) : end + 2]
    if figure.role in ("change", "rate") or _MEAN.search(around) or _MEAN.search(figure.indicator or ""):
        return
    message = f"{words}: không đếm lẻ được, có thể thiếu «nghìn» hoặc «triệu»"
    yield Finding("SL206", figure.span, "doubtful", message)


def _scaled(scene: Scene, index: int) -> Iterator[Finding]:
    """A budget of a few thousand đồng: the word triệu or tỷ is missing."""
    figure = scene.figures[index]
    value = value_of(figure)
    if figure.unit not in ("đồng", "USD") or not _LEAST < value < _SMALL or figure.role == "change":
        return
    before = scene.before(index)
    words = scene.facts.text[figure.span]
    if _SCALE.search(words) or _PRICE.search(before) or not _LARGE_SUM.search(before):
        return
    if scene.after(index, 3).lstrip().startswith("/") or (figure.unit == "USD" and not _TRADED.search(before)):
        return
    yield Finding("SL206", figure.span, "doubtful", f"{words} quá nhỏ cho khoản này, có thể thiếu «triệu» hoặc «tỷ»")


def _mis_scaled(draft: Draft) -> Iterator[Finding]:
    """A sum of money that would be just what is left of those before it, or what they come to, in their own scale."""
    scene, content = draft.scene, draft.text.content
    scales = [_scale(content, figure) for figure in scene.figures]
    told = {ref for one in draft.checks if one.verdict == "consistent" for ref in (*one.args, one.result)}
    for index, figure in enumerate(scene.figures):
        if scales[index] is None or figure.id in told or figure.rule == "table.cell" or not value_of(figure) > 0:
            continue
        near = _beside(scene, scales, index)
        if len(near) < 2 or scales[near[0]] == scales[index]:
            continue
        ratio = Decimal(_THOUSAND) ** ((scales[index] == "triệu") - (scales[index] == "tỷ"))
        others = [value_of(scene.figures[place]) for place in near]
        meant = value_of(figure) * ratio
        if telling_digits(figure) >= _TELLING and _makes(others, meant) and not _makes(others, value_of(figure)):
            right = scales[near[0]]
            words = content[figure.span.start : figure.span.end]
            message = f"{words}: tính theo {right} thì khớp với các số bên cạnh"
            spans = tuple(scene.figures[place].span for place in near[:2])
            yield Finding("SL206", figure.span, "doubtful", message, f"xem lại đơn vị, có thể là {right}", spans)


def _mis_weighed(scene: Scene, content: str) -> Iterator[Finding]:
    """``nuôi 815 tấn, khai thác 185 tấn, tổng 1.000 tạ``: just what the two before it come to, in their own unit."""
    for index in range(2, len(scene.figures)):
        one, other, total = scene.figures[index - 2 : index + 1]
        if one.unit != other.unit or total.unit == other.unit or not {other.unit, total.unit} <= _WEIGHTS:
            continue
        if value_of(one) + value_of(other) != value_of(total) or not _ALL_TOLD.search(scene.before(index, 30)):
            continue
        if scene.sentence[index - 2] == scene.sentence[index]:
            words = content[total.span.start : total.span.end]
            message = f"{words}: tính theo {one.unit} thì bằng tổng hai số đứng trước"
            yield Finding("SL206", total.span, "error", message, f"sửa thành {one.unit}", (one.span, other.span))


def _scale(content: str, figure: Quantity) -> str | None:
    """Whether a figure is told in millions or in thousand millions of money."""
    if figure.unit not in ("đồng", "USD") or figure.role in ("change", "plan"):
        return None
    found = _MONEY_SCALE.search(content, figure.span.start, figure.span.end)
    return None if found is None else found[0].lower().replace("tỉ", "tỷ")


def _beside(scene: Scene, scales: list[str | None], index: int) -> list[int]:
    """The sums of money before a figure, nearest first, all in one scale."""
    near: list[int] = []
    for place in range(index - 1, max(index - _REACH, -1), -1):
        if scene.block[index] - scene.block[place] > _BLOCKS or scene.sentence[index] - scene.sentence[place] > _BLOCKS:
            break
        if scales[place] is None or scene.figures[place].unit != scene.figures[index].unit:
            continue
        if near and scales[place] != scales[near[0]]:
            break
        if telling_digits(scene.figures[place]) >= _TELLING:
            near.append(place)
    return near


def _makes(others: list[Decimal], value: Decimal) -> bool:
    """Whether ``value`` is what the nearest of ``others`` leave of one before them, or what two of them come to."""
    rest = Decimal(0)
    for count, one in enumerate(others[:_MANY], start=1):
        rest += one
        if value in (rest, *(whole - rest for whole in others[count : count + 3])):
            return count > 1 or value != rest
    return False
