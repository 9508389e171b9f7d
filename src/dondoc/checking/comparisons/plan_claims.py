"""A plan that is said to be reached, passed or missed, and the figure that says otherwise.

Finds         vượt kế hoạch, đạt 98,5% kế hoạch · bằng 91,2% dự toán, vượt dự toán HĐND giao · đạt và vượt kế hoạch:
              5.820/6.000 ha · các chỉ tiêu vượt kế hoạch gồm: thu ngân sách đạt 92% · đạt 108,5% kế hoạch, không đạt
              kế hoạch đề ra
Leaves alone  vượt kế hoạch, riêng trồng rừng đạt 85% · phấn đấu vượt kế hoạch · tỷ lệ hoàn thành kế hoạch đạt 92%
              đạt 91,2% dự toán trung ương giao, vượt dự toán tỉnh giao: two plans
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import interval_of
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.scene import Scene
from dondoc.facts import Check, Quantity
from dondoc.numerals import format_amount

RULE = "order.surpassed"
_PLAN = r"(?:các\s+)?(?:kế hoạch|chỉ tiêu|dự toán|KH\b)"
_PASSED = re.compile(rf"\bvượt\s+(?:mức\s+)?{_PLAN}(?P<rest>[^.;\d\n]{{0,90}})\Z", re.IGNORECASE)
_REACHED = re.compile(rf"\bhoàn thành\s+{_PLAN}(?P<rest>[^.;\d\n]{{0,60}},[^.;\d\n]{{0,20}})\Z", re.IGNORECASE)
_MISSED = re.compile(rf"\b(?:không|chưa)\s+(?:đạt|hoàn thành)\s+{_PLAN}(?P<rest>[^.;\d\n]{{0,60}})\Z", re.IGNORECASE)
_ENDS = re.compile(r"[.;,\d\n]")
_BUT = re.compile(
    r"riêng|còn|trong khi|\bchỉ (?!tiêu)|tuy|nhưng|chưa|song\b|trừ|phấn đấu|để|nhằm|nếu|không|khả năng|quyết tâm|có thể"
    r"|tỷ lệ hoàn|mức độ|bên cạnh|ước cả năm|dự kiến",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s*(?:so với\s+)?{_PLAN}(?P<giver>[^.;,\d]{{0,40}}),\s*(?:đã\s+|và\s+)*"
    rf"(?P<word>vượt(?:\s+mức)?|không đạt|chưa đạt)\s+{_PLAN}(?P<other>[^.;,\d]{{0,40}})",
    re.IGNORECASE,
)
_OF_PLAN = re.compile(rf"\s*(?:so với\s+)?{_PLAN}", re.IGNORECASE)
_ATTAINS = re.compile(r"(?:đạt|bằng)\s*\Z", re.IGNORECASE)
_SAME_PLAN = frozenset(("", "đề ra", "được giao", "giao", "năm"))
_PAIR = re.compile(r"\s*/\s*")
_WIDTH, _LEAD = 140, 40
_HUNDRED = 100


def find(scene: Scene) -> Iterator[Check]:
    """Yield a check for each claim that its own figure contradicts."""
    for index in sorted(scene.told_by("vượt", "hoàn thành", "không đạt", "chưa đạt")):
        figure = scene.figures[index]
        if figure.rule == "table.cell":
            continue
        before = scene.before(index, _WIDTH)
        if _is_share(scene, index):
            if _claims(_PASSED, before) or _claims(_REACHED, before):
                yield from _below(figure)
            elif _claims(_MISSED, before):
                yield from _above(figure)
        elif index + 1 < len(scene.figures) and _claims(_PASSED, before):
            yield from _of_pair(scene, index)
    for index in sorted(scene.told_by("đạt", "bằng")):
        if _is_share(scene, index):
            yield from _told_behind(scene, index)


def _is_share(scene: Scene, index: int) -> bool:
    """Whether the figure is what of a plan was reached, by its role or by the words around it."""
    figure = scene.figures[index]
    if figure.unit != "%" or figure.role == "share_of_plan":
        return figure.unit == "%"
    return _OF_PLAN.match(scene.after(index, 30)) is not None and _ATTAINS.search(scene.before(index, 20)) is not None


def _claims(words: re.Pattern[str], before: str) -> bool:
    found = words.search(before)
    if found is None:
        return False
    lead, rest = _ENDS.split(before[max(0, found.start() - _LEAD) : found.start()])[-1], found["rest"]
    denied = words is _PASSED and re.search(r"(?:không|chưa)\s*\Z", lead, re.IGNORECASE)
    return not denied and not _BUT.search(f"{lead} {rest}")


def _told_behind(scene: Scene, index: int) -> Iterator[Check]:
    """``bằng 91,2% dự toán, vượt dự toán được giao``."""
    found = _BEHIND.match(scene.after(index, 110))
    if found is None:
        return
    giver, other = found["giver"].strip().lower(), found["other"].strip().lower()
    if giver not in _SAME_PLAN and giver != other:
        return
    if found["word"].lower().startswith("vượt"):
        yield from _below(scene.figures[index])
    elif other in _SAME_PLAN and "năm" not in (giver, other):
        yield from _above(scene.figures[index])


def _below(share: Quantity) -> Iterator[Check]:
    if interval_of(share).high < _HUNDRED:
        yield _of_share(share, f"ghi vượt kế hoạch nhưng chỉ đạt {format_amount(value_of(share), '%')}")


def _above(share: Quantity) -> Iterator[Check]:
    if interval_of(share).low > _HUNDRED:
        yield _of_share(share, f"ghi không đạt kế hoạch nhưng đạt {format_amount(value_of(share), '%')}")


def _of_share(share: Quantity, reason: str) -> Check:
    value = value_of(share)
    return Check("", "order", (share.id,), None, value, value, "inconsistent", RULE, reason)


def _of_pair(scene: Scene, index: int) -> Iterator[Check]:
    """``đạt và vượt kế hoạch: 5.820/6.000 ha``."""
    done, plan = scene.figures[index], scene.figures[index + 1]
    if plan.role != "plan" or not _PAIR.fullmatch(scene.between(index, index + 1)):
        return
    if interval_of(done).high < interval_of(plan).low:
        a, b = format_amount(value_of(done), done.unit), format_amount(value_of(plan), plan.unit)
        reason = f"ghi vượt kế hoạch nhưng {a} chưa bằng kế hoạch {b}"
        values = value_of(plan), value_of(done)
        yield Check("", "order", (plan.id, done.id), None, *values, "inconsistent", RULE, reason)
