"""Numbers in brackets, or in a list behind a colon, that count what the figure before them counts.

Finds         38 đơn: khiếu nại 9, tố cáo 3, kiến nghị 26: behind a colon each has a name
              4.318 hồ sơ (tồn kỳ trước 204, nhận mới 4.114): they make the figure before the bracket,
              or so nearly that a slip explains the rest
              Sở Xây dựng (13 nhiệm vụ), Sở Y tế (9), xã Tân Lập (8): the next of a list
              06 ổ dịch tại 03 tỉnh: An Sơn (02), Hà Lam (01) và Tân Lập (03): how many in each place
Leaves alone  (1), (2): marks of a list · 4.318 hồ sơ (mục 3, phụ lục 2): what comes nowhere near the whole
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from dondoc.facts import Measure
from dondoc.grammar.measures.candidate import Candidate
from dondoc.grammar.numbers import read_number

_INSIDE = re.compile(r"\((?P<inside>[^()\n]{3,160})\)")
# "38 đơn: khiếu nại 9, tố cáo 3, kiến nghị 26."
_LISTED = re.compile(r": (?P<inside>[^():;\n]{3,160}?)(?=[.;](?:\s|\Z)|\n|\Z)")
_NUMBER = re.compile(r"(?<![\w.,/])[0-9]+(?:\.[0-9]{3})*(?![\w.,%/][0-9%])")
_NEXT_OF_LIST = re.compile(r"\)(?:,| và|, và|;)\s(?:[^\W\d_][^\d(),;:.\n]{2,70})\(")
_SEPARATOR = re.compile(r"[;,]\s+|\svà\s")
_NAMED = re.compile(
    r"(?!(?:[^\W\d_]+ )*(?:mục|điều|khoản|điểm|phụ lục|số|trang|bảng|biểu|quý|tháng|năm|ngày|từ|đến|phường|quận|tổ) \d)"
    r"(?:[^\W\d_]+:? ){1,6}[0-9.]+\s*",
    re.IGNORECASE,
)
_KINDS = re.compile(r"\((?P<inside>\d{1,3} [^\W\d_][^()\d;]*(?:(?:[,;] | và )\d{1,3} [^\W\d_][^()\d;]*)+)\)")
_COUNTED = re.compile(r"\d{1,3}")
_COUNTS = frozenset({"measure.count", "measure.unknown_noun"})
# "683 người với 814 triệu đồng, gồm người có công 91, hộ nghèo, cận nghèo 158, lao động 434"
_COMPRISED = re.compile(
    r"(?<!\w)(?:gồm|trong đó|chia ra)(?: có)?:? (?P<inside>[^():;\n.]{3,200}?)(?=[.;](?:\s|\Z)|\n|\Z)"
)
# One of these stands in every _COMPRISED.
_COMPRISING = ("gồm", "trong đó", "chia ra")
_NAMED_ALONE = re.compile(r"(?:[^\W\d_]+[ ,]+){1,9}[0-9]+(?:\.[0-9]{3})*\s*")
_BEHIND_NUMBER = re.compile(r"(?<=\d)(?:,| và)\s+")
_PLAN_BEHIND = re.compile(r"[ ]?\((?:KH|kế hoạch|chỉ tiêu|dự toán)[:]?[ ](?:là[ ])?|/", re.IGNORECASE)
_LEAST, _MOST = Decimal("0.7"), Decimal("1.5")
_REACH = 160
_BEHIND = 40
_BESIDE = 6


def bracketed_unit(text: str, candidate: Candidate, found: Sequence[Measure]) -> str | None:
    """The unit of a bare number in brackets, ``found`` being the measures before it; None where it has none."""
    start = candidate.start
    if text[start - 1] == "(" and text.startswith(")", candidate.end):
        return _of_list(text, start, found[-1])
    opened = text.rfind("(", max(0, start - _REACH), start)
    inside = _INSIDE.match(text, opened) if opened >= 0 else None
    if inside is None or inside.end() < candidate.end:
        opened = text.rfind(": ", max(0, start - _REACH), start)
        inside = _LISTED.match(text, opened) if opened >= 0 else None
        if inside is None or not all(_NAMED.fullmatch(part) for part in _SEPARATOR.split(inside["inside"])):
            return _unit_comprised(text, start, found)
    before = [one for one in reversed(found[-_BESIDE:]) if one.span.end <= opened]
    beside = len(before) > 1 and before[0].unit in ("đồng", "%")
    if beside and "." not in text[before[1].span.end : before[0].span.start]:
        # "61 trường hợp vi phạm, phạt 142 triệu đồng (nồng độ cồn 38, quá tốc độ 23)": money is not divided so.
        opened, before = before[0].span.start, before[1:]
    whole = before[0] if before else None
    if whole is None or opened - whole.span.end > _BEHIND or whole.unit in (None, "%", "đồng"):
        return None
    parts = [read_number(number[0]).value for number in _NUMBER.finditer(inside["inside"])]
    if len(parts) < 2 or any(part is None for part in parts) or any(sign in inside["inside"] for sign in "%/"):
        return None
    total = sum((part for part in parts if part is not None), Decimal(0))
    return whole.unit if total == whole.value or _comes_near(inside["inside"], total, whole) else None


def _unit_comprised(text: str, start: int, found: Sequence[Measure]) -> str | None:
    """The unit of ``gồm người có công 91, bảo trợ 402, hộ nghèo, cận nghèo 158``: where they make a count before."""
    for one in reversed(found[-_BESIDE:]):
        leads_in = (text.find(word, one.span.end, one.span.end + _BEHIND + len(word)) for word in _COMPRISING)
        if max(leads_in) < 0:
            continue
        match = _COMPRISED.search(text, one.span.end, min(len(text), one.span.end + _REACH + _REACH))
        if match is None or not match.start("inside") < start < match.end() or match.start() - one.span.end > _BEHIND:
            continue
        parts = _BEHIND_NUMBER.split(match["inside"])
        if len(parts) < 3 or not all(_NAMED_ALONE.fullmatch(part) for part in parts):
            continue
        total = sum(int(number[0].replace(".", "")) for number in _NUMBER.finditer(match["inside"]))
        if one.rule in _COUNTS and total == one.value:
            return one.unit
    return None


def unit_of_kinds(candidate: Candidate, found: Sequence[Measure]) -> str | None:
    """The unit of a number before a kind: "5 trường (2 mầm non, 2 tiểu học, 1 THCS)", where they make the whole."""
    text, start = candidate.text, candidate.start
    opened = text.rfind("(", max(0, start - _REACH), start)
    inside = _KINDS.match(text, opened) if opened >= 0 else None
    whole = next((one for one in reversed(found[-_BESIDE:]) if one.span.end <= opened), None)
    if inside is None or whole is None or opened - whole.span.end > 1 or whole.rule not in _COUNTS:
        return None
    numbers = [int(number) for number in _COUNTED.findall(inside["inside"])]
    return whole.unit if len(numbers) > 1 and sum(numbers) == whole.value else None


def planned_unit(candidate: Candidate, found: Sequence[Measure]) -> str | None:
    """The unit of "đàn bò 2.315 con (KH 2.300, ...)" and "2.910 lao động/2.800": as what was reached."""
    if not found or "." not in candidate.written:
        return None
    gap = candidate.text[found[-1].span.end : candidate.start]
    told = found[-1].rule == "measure.count" and found[-1].value is not None and _PLAN_BEHIND.fullmatch(gap)
    return found[-1].unit if told else None


def _comes_near(inside: str, total: Decimal, whole: Measure) -> bool:
    """Whether each number has a name of plain words before it, and they make so much that a slip explains the rest."""
    if whole.value is None or not whole.value * _LEAST <= total <= whole.value * _MOST:
        return False
    return all(_NAMED.fullmatch(part) for part in _SEPARATOR.split(inside))


def _of_list(text: str, start: int, last: Measure) -> str | None:
    """The unit of the figure in the bracket before, where both brackets stand behind names in one list."""
    before = last.span.start
    if text[before - 1 : before] != "(" or last.unit in (None, "%", "đồng") or start - last.span.end > _REACH // 2:
        return None
    return last.unit if _NEXT_OF_LIST.fullmatch(text, last.span.end, start) else None
