"""An average that a total and a number give: beside it, anywhere in its sentence, or under its name in the text.

Finds         hỗ trợ 12 tỷ đồng cho 240 hộ, bình quân 60 triệu đồng/hộ · 320 suất trị giá 160 triệu đồng, mỗi suất 600
              nghìn đồng · 214 suất, mức 1 triệu đồng/suất, tổng kinh phí 241 triệu đồng
              cho 16.340 lượt hộ vay 817 triệu đồng, trung bình 50 triệu đồng mỗi lượt hộ (817 tỷ đồng)
              1.170 tấn gạo cho 17.310 hộ, 78.000 khẩu, mỗi khẩu 1,5 kg (15 kg)
              GRDP 96.000 tỷ đồng; dân số 1.200 nghìn người, GRDP bình quân đầu người 86 triệu đồng (80)
              tiểu học 96.410 em ... tiểu học 3.110 lớp, 13 em/lớp
Leaves alone  averages that some total and number near them give · what more than one slip would have to explain
              thu nhập bình quân đầu người 62 triệu đồng: of no total that the text tells
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.draft import Draft
from dondoc.checking.figures.told_averages import is_rounded, of_the_only, slipped, told_as_average
from dondoc.checking.finding import Finding
from dondoc.checking.names.wording import content_words, is_one_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_EACH = re.compile(
    r"\b(?:mỗi|(?:bình quân|trung bình) (?:một|1|mỗi))\s+(?P<per>[^\W\d_]+(?:\s[^\W\d_]+)?)(?:\s[^,;.()\d]{0,30})?\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s?(?:/|(?:cho )?mỗi|(?:trên|/) một|một)\s?(?P<per>[^\W\d_]+(?:\s[^\W\d_]+)?)", re.IGNORECASE)
_BY_HEAD = re.compile(
    r"(?<!thu nhập )(?<!chi tiêu )bình quân (?:trên |theo |mỗi )?đầu người[^,;.()\d]{0,20}\Z", re.IGNORECASE
)
_INHABITANTS = re.compile(r"\b(?:dân số|nhân khẩu)[^,;.()\d]{0,40}\Z", re.IGNORECASE)
_MEAN = re.compile(r"bình quân|trung bình|mỗi", re.IGNORECASE)
_OF_EACH = re.compile(r"bình quân|trung bình|mỗi|mức|\(\Z", re.IGNORECASE)
_SPREAD = re.compile(r"bình quân|trung bình", re.IGNORECASE)
_TOTAL = re.compile(
    r"\btổng\s[^,;.\d]{0,25}\Z|\bvới số tiền\s+\Z|\),\s+(?:kinh phí|trị giá|số tiền)\s(?:là |hỗ trợ )?\Z", re.IGNORECASE
)
_NOT_OF_THESE = re.compile(r"đầu người|hằng năm|hàng năm|giai đoạn|/năm|/tháng", re.IGNORECASE)
_NEXT_ITEM = re.compile(r"\s*[,;]\s*")
_IN_STEPS = re.compile(r"\s*(?:đầu|tiếp theo)\b", re.IGNORECASE)
_FROM = re.compile(r"\btừ\s+\Z", re.IGNORECASE)
_ONE = ("người", "đối tượng", "lao động", "suất", "em", "cháu")
_PEOPLE = (
    *("người", "đối tượng", "lao động", "học sinh", "sinh viên", "học viên", "hội viên", "đoàn viên", "thành viên"),
    *("công nhân", "cán bộ", "giáo viên", "cháu", "em", "đảng viên", "bệnh nhân", "nhân khẩu"),
)
_ALIKE = (("người", "nhân khẩu", "khẩu"), ("học sinh", "hs", "em"))
_TIMES = {("tấn", "kg"): 1000, ("tấn", "tạ"): 10, ("tạ", "kg"): 100}
_NEAR, _TRIED, _FEW = 6, 6, 3
# An average that stands with its total and its number comes out, but for a slip: any one slip may explain why it does
# not. Further off only what would hardly do so by chance does.
_BESIDE, _BUDGET, _ALONE = Decimal("0.95"), Decimal("0.08"), Decimal("0.2")
_HALF, _OTHER_DAY = Decimal("0.5"), Decimal("0.03")


class _Mean(NamedTuple):
    """An average, the unit of its total and what it is told for."""

    place: int
    unit: str
    per: str


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the averages that one slip keeps from being what their total and number give."""
    scene = draft.scene
    named: dict[str, list[int]] | None = None
    open_: list[Relation] = []
    holding: set[int] = set()
    for read in _by_head(scene):
        if not any(map(_nearly_holds, read)):
            yield from slipped(draft, read, _HALF if len(read) == 1 else _BUDGET)
    for mean in _means(scene):
        read = _beside(scene, mean)
        only = _only(scene, mean.place, read)
        if only is not None:
            yield from _told_of(draft, only, mean.place)
        elif not any(map(_comes_out, read)):
            yield from slipped(draft, read, _ALONE if len(read) > 1 else _BESIDE)
        if read:
            continue
        named = _by_unit(scene) if named is None else named
        read = list(_by_name(scene, mean, named))
        before = _beside(scene, mean, apart=1) if not read else []
        if before and not any(map(_comes_out, before)):
            yield from slipped(draft, before, _BUDGET if len(before) > 1 else _ALONE)
        elif any(map(_comes_out, read)):
            holding.add(scene.sentence[mean.place])
        else:
            open_.extend(read[:1])
    for relation in open_:
        if scene.sentence[scene.place[relation.result.id]] in holding:  # as that of its neighbour is
            yield told_as_average(draft, relation)


def _comes_out(read: Relation) -> bool:
    """Whether a total and a number give an average, rounded where it is of whole things."""
    return holds(read) or is_rounded(read)


def _told_of(draft: Draft, only: Relation, place: int) -> Iterator[Finding]:
    """What is said of the average at ``place``, which is of one total and one number and no others."""
    scene = draft.scene
    is_price = _SPREAD.search(scene.before(place, 60)) is None and scene.figures[place].approx is None
    if not is_price and is_rounded(only):
        return
    told = list(of_the_only(draft, only, is_price=is_price))
    yield from told
    if not told and not holds(only) and value_of(only.args[0]) >= value_of(only.result):
        yield from slipped(draft, [only], Decimal(1))


def _by_head(scene: Scene) -> Iterator[list[Relation]]:
    """``Quy mô GRDP 96.000 tỷ đồng; dân số 1.200 nghìn người, GRDP bình quân đầu người 80 triệu đồng``."""
    means = [index for index in sorted(scene.told_by("đầu người")) if _BY_HEAD.search(scene.before(index, 60))]
    people = (
        [index for index in sorted(scene.told_by("dân số", "nhân khẩu")) if _are_people(scene, index)] if means else []
    )
    for index in means if len(people) <= _FEW else ():
        figure = scene.figures[index]
        mean = _Mean(index, (figure.unit or "").partition("/")[0], "người")
        if figure.role in ("change", "plan") or figure.rule == "table.cell" or figure.approx == "under":
            continue
        near = range(index - 1, max(index - _NEAR, 0) - 1, -1)
        totals = [_total(scene, at, mean) for at in near if scene.sentence[index] - scene.sentence[at] <= 1]
        yield [
            Relation("times", (total, scene.figures[count]), figure, "mean")
            for total in totals
            if total is not None
            for count in people
        ]


def _nearly_holds(relation: Relation) -> bool:
    """Whether an average is that of the people of another day."""
    computed, told = value_of(relation.args[0]) / value_of(relation.args[1]), value_of(relation.result)
    return abs(computed - told) <= _OTHER_DAY * told


def _are_people(scene: Scene, index: int) -> bool:
    figure = scene.figures[index]
    inhabitants = value_of(figure) > 0 and _INHABITANTS.search(scene.before(index, 60)) is not None
    return inhabitants and figure.unit in ("người", "nhân khẩu") and figure.role not in ("change", "plan")


def _means(scene: Scene) -> Iterator[_Mean]:
    for index in sorted(scene.told_by("bình quân", "trung bình", "mỗi", "mức") | _slashed(scene)):
        figure = scene.figures[index]
        if figure.rule == "table.cell" or figure.role in ("change", "plan") or _is_bound(figure):
            continue
        unit, _, per = (figure.unit or "").partition("/")
        told = None if per else _EACH.search(scene.before(index, 60)) or _BEHIND.match(scene.after(index, 30))
        per = per or (told["per"] if told is not None else "")
        words = scene.before(index, 60) + scene.after(index, 12)
        if unit and per and value_of(figure) > 0 and not _NOT_OF_THESE.search(f"{words} {per}"):
            yield _Mean(index, unit, per)


def _is_bound(figure: Quantity) -> bool:
    """Whether a figure says only what each has at most: ``dưới 35 triệu đồng``, but not ``gần 728 nghìn đồng``."""
    return figure.approx == "under" and telling_digits(figure) < _FEW


def _slashed(scene: Scene) -> set[int]:
    """The figures told for one of something: ``60 triệu đồng/hộ``."""
    content = scene.facts.text.content
    return {
        index
        for index, figure in enumerate(scene.figures)
        if "/" in (figure.unit or "") or content.startswith("/", scene.ends[index])
    }


def _beside(scene: Scene, mean: _Mean, apart: int = 0) -> list[Relation]:
    """Each total of the sentence, or of the one before as well, with each number of it, nearest first."""
    index = mean.place
    around = sorted(range(max(index - _NEAR, 0), min(index + 3, len(scene.figures))), key=lambda at: abs(at - index))
    near = [at for at in around if at != index and 0 <= scene.sentence[index] - scene.sentence[at] <= apart]
    near = [at for at in near if at < index or ";" not in scene.between(index, at)]
    open_ = [at for at in near if at > index or not scene.has_closed(at, index)]
    read = list(_pairs(scene, mean, open_))
    return read or list(_pairs(scene, mean, near))  # what a bracket says in passing is of another time or thing


def _pairs(scene: Scene, mean: _Mean, near: list[int]) -> Iterator[Relation]:
    counts = [at for at in near if _counts(scene, at, mean) and not _is_step(scene, at)]
    for total in near:
        amount = _total(scene, total, mean)
        if amount is not None:
            for count in counts:
                if count != total and not _is_next_item(scene, total, count):
                    yield Relation("times", (amount, scene.figures[count]), scene.figures[mean.place], "mean")


def _is_next_item(scene: Scene, total: int, count: int) -> bool:
    """``1 xe trị giá 1,6 tỷ đồng, 12 bộ thiết bị``: what was told before the next thing is of another one."""
    return total + 1 == count and _NEXT_ITEM.fullmatch(scene.between(total, count)) is not None


def _counts(scene: Scene, place: int, mean: _Mean) -> bool:
    """Whether the figure at ``place`` is a number of what an average is told for."""
    figure = scene.figures[place]
    counted = figure.approx is None or _is_divided_by(scene, place, mean.unit)
    counted = counted and figure.role not in ("change", "plan", "rank") and value_of(figure) >= 2
    return counted and _is_counted_by(mean.per, figure.unit)


def _total(scene: Scene, place: int, mean: _Mean) -> Quantity | None:
    """The figure at ``place`` in the unit of an average, where it may be its total."""
    figure, each = scene.figures[place], scene.figures[mean.place]
    if figure.role in ("change", "plan", "rank", "rate") or not value_of(figure) > 0 or "/" in (figure.unit or ""):
        return None
    if not _is_told_in(figure.unit, mean.unit):
        times = _TIMES.get((figure.unit or "", mean.unit))
        if times is None:
            return None
        figure = replace(figure, value=value_of(figure) * times, half_step=figure.half_step * times, unit=mean.unit)
    is_mean = _MEAN.search(scene.before(place, 40)) is not None
    return None if is_mean or value_of(figure) == value_of(each) else figure


def _is_told_in(unit: str | None, each: str) -> bool:
    """Whether a total in ``unit`` is of what an average tells: 7.740 nhân khẩu, 3,6 người/hộ."""
    if is_one_unit(unit, each):
        return True
    return any((unit or "").lower().startswith(words) and each.lower() in words for words in _ALIKE)


def _by_unit(scene: Scene) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, figure in enumerate(scene.figures):
        if figure.unit and figure.role not in ("change", "plan", "rank"):
            found.setdefault(figure.unit, []).append(index)
    return found


def _by_name(scene: Scene, mean: _Mean, named: dict[str, list[int]]) -> Iterator[Relation]:
    """``tiểu học 3.110 lớp, 31 em/lớp``: the total that bears the name of the number before the average."""
    place = mean.place - 1
    if place < 0 or scene.sentence[place] != scene.sentence[mean.place] or not _counts(scene, place, mean):
        return
    name = content_words(re.split(r"[;:.]", scene.before(place, 60))[-1])
    if len(name) < 2:
        return
    totals = [at for at in named.get(mean.unit, ()) if name <= content_words(scene.before(at, 60)) and at != mean.place]
    for total in totals[:_TRIED] if len(totals) <= _FEW else ():
        if value_of(scene.figures[total]) > 0:
            args = scene.figures[total], scene.figures[place]
            yield Relation("times", args, scene.figures[mean.place], "mean")


def _is_divided_by(scene: Scene, place: int, unit: str) -> bool:
    """``285 tiêu chí trên 15 xã``: over so many, not over that number."""
    over = place > 0 and scene.figures[place].approx == "over" and scene.figures[place - 1].unit == unit
    return over and scene.between(place - 1, place).strip() == "trên" and scene.figures[place].half_step == _HALF


def _is_step(scene: Scene, place: int) -> bool:
    """``11.000 đồng/2 km đầu, 3.700 đồng/km tiếp theo``, ``nặng từ 550 kg``: a number that no total is divided by."""
    return _IN_STEPS.match(scene.after(place, 12)) is not None or _FROM.search(scene.before(place, 10)) is not None


def _is_counted_by(per: str, unit: str | None) -> bool:
    """Whether a number in ``unit`` is what the average is told for: 4.200 đối tượng where it is told for a person."""
    words, counted = per.lower(), (unit or "").lower()
    first = words.split(" ")[0]
    heads = {counted.split(" ")[0], counted.removeprefix("lượt ").split(" ")[0]}
    return first in heads or counted.endswith(f" {words}") or (first in _ONE and counted.startswith(_PEOPLE))


def _only(scene: Scene, mean: int, read: list[Relation]) -> Relation | None:
    """The reading of an average that is told as one, where its total and its number are the only ones before it."""
    ahead = [one for one in read if max(scene.place[figure.id] for figure in one.args) < mean]
    told = _OF_EACH.search(scene.before(mean, 60)) is not None or "/" not in (scene.figures[mean].unit or "")
    if not told or (len(read) > 1 and (len(ahead) != 1 or any(map(holds, read)))):
        return None
    return next((one for one in ahead or read if _is_tied(scene, mean, one)), None)


def _is_tied(scene: Scene, mean: int, read: Relation) -> bool:
    """Whether a total and a number stand right before an average, or one of them behind it is told as that."""
    total, count = (scene.place[figure.id] for figure in read.args)
    if count > mean:
        return scene.between(mean, count).strip() in ("(", "trên")  # bình quân 17 tiêu chí/xã (18 xã)
    if total > mean:
        return _TOTAL.search(scene.before(total, 40)) is not None
    return ";" not in scene.between(min(total, count), mean)
