"""One number with its own unit, or with a unit that its surroundings give.

Finds         58 điện kế chính · 1.250³ ha · 1 250 000 đồng · 08 tiết mục (unknown noun) · hồ sơ 1.636, · tăng 04 so với
              · xếp thứ 5 · trong đó có 30 mai táng phí (the unit of the whole)
Leaves alone  bác sĩ trên 1 vạn dân · lúa 2 vụ · họp 1 tuần/lần
              Nghị quyết 24 của · cầu Mỹ Thuận 2, · năm 2022: a number that nothing counts
"""

import re
from decimal import Decimal
from typing import get_args

from dondoc.facts import Measure
from dondoc.grammar.measures.amounts import Amount, read_amount
from dondoc.grammar.measures.bracketed import bracketed_unit, planned_unit, unit_of_kinds
from dondoc.grammar.measures.candidate import Candidate, Reading, measure_of
from dondoc.grammar.measures.chained import SHARED, chained_unit
from dondoc.grammar.measures.durations import is_duration
from dondoc.grammar.measures.names import is_named, is_rank, is_year
from dondoc.grammar.measures.outcomes import outcome_unit
from dondoc.grammar.measures.unit_words import UnitWords, read_unknown_noun
from dondoc.lexicon.units import UnitKind, unit_lexicon
from dondoc.text import Span

_SPACED = re.compile(r"[0-9]{1,3}(?:[ \u00a0][0-9]{3})+(?:,[0-9]{1,3})?(?![0-9]|[.,][0-9])")
_LIST_GOES_ON = re.compile(
    r"[\s,;]+(?:(?:và|hoặc|đến|[-–]) )?(?:(?:phường|xã|khoản|điều|điểm|số|tổ|ấp|tháng) )?", re.IGNORECASE
)
_CLASSED = frozenset({"cấp", "loại", "hạng", "khu", "tổ"})
_DOSES, _VACCINATED = frozenset("12345"), frozenset({"thành", "tiêm", "đủ"})
_COMPARED = re.compile(r" (?:so|nhiều hơn|ít hơn)\b|[);]| \(|[.,](?=\s|\Z)")
_LISTED = re.compile(r", (?:[^\W\d_]+ ){1,4}")
_LIST_OPENS = re.compile(r" (?:[^\W\d_]+ ){0,6}\((?:[^\W\d_]+ ){1,4}")
_NOTE = re.compile(
    r"(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}|[ ]?\[[0-9]{1,2}\]|\([0-9]{1,2}\)(?=[ ]?(?:tỷ|triệu|nghìn|ngàn|đồng|ha|tấn|%)))(?=[ %])"
)
# "giường bệnh trên 1 vạn dân", "lúa 2 vụ", "họp 1 tuần/lần": of how many, which land, how often.
# "tàu dưới 6m: 271 chiếc; từ 15m đến dưới 24m: 3.128 chiếc; từ 24m trở lên: 174 chiếc": which of them, no measure.
_CLASS = re.compile(r"(?:[ ](?:đến|tới)(?:[ ]dưới)?[ ][0-9]+[ ]?(?:m|tuổi|CV|cv))?(?:[ ]trở[ ](?:lên|xuống))?:[ ][0-9]")
_SIZES, _BOUNDS = frozenset({"m", "tuổi", "CV", "cv"}), frozenset({"dưới", "từ", "trên", "đến"})
_BASES_OF_RATES = frozenset(map(Decimal, (1000, 10_000, 100_000)))
_OFTEN = frozenset({"ngày", "tuần", "tháng", "quý", "năm"})
_AREAS_OF_ONE = frozenset({"ha", "hécta", "héc ta", "m2", "sào", "công"})
_SAYING = _AREAS_OF_ONE | {"dân", "vụ"}
_LANDS = frozenset({"lúa", "đất", "ruộng", "màu"})
_CROPS_A_YEAR = frozenset({"1", "2", "3", "01", "02", "03"})
_LONGEST_GAP, _FIRST_WORDS = 60, 4
_PADDED = re.compile(r"0[1-9]")
_COUNTING = frozenset({"measure.count", "measure.list", "measure.unknown_noun"})
_CHANGED = frozenset({"tăng", "giảm", "vượt", "kém"})
_NUMBERED_NAMES = frozenset({"cơ sở", "vành đai", "giai đoạn", "nhà ga", "khu bay"})
_AREAS = frozenset({"tỉnh", "thành phố", "huyện", "xã", "phường"})
_ROMAN_AFTER = re.compile(r" [IVX]+\b")
_ROMAN_SIGNS = (" I", " V", " X")
_RULES: dict[UnitKind, str] = {kind: f"measure.{kind}" for kind in get_args(UnitKind)}
_WORDS = unit_lexicon().words
_BRACKET_REACH = 160
_OPENERS = frozenset({
    "có", "và", "được", "gồm", "với", "cho", "cả", "thêm", "tại", "ở", "đến", "là", "còn", "hoặc", "lập", "chức",
    "dựng", "hiện", "thành", "hành", "lý", "khai", "tăng", "giảm", "mới", "đủ", "ít", "đưa", "cấp", "mở", "trao",
    "tặng", "đạt", "số", "về", "nhận", "tra", "gửi", "trình", "trong",
})  # fmt: skip


def read_spaced(candidate: Candidate) -> Reading | None:
    """Thousands grouped by blanks, where a unit follows ("1 250 000 đồng")."""
    text, end = candidate.text, candidate.end
    if (
        end - candidate.start > 3
        or text[end : end + 1] not in (" ", "\u00a0")
        or not text[end + 1 : end + 4].isdecimal()
    ):
        return None
    match = _SPACED.match(text, candidate.start)
    if match is None:
        return None
    amount = read_amount(text, match[0].replace(" ", ".").replace("\u00a0", "."), match.end())
    if amount.unit is None or amount.unit.unit.kind in ("time", "percent") or is_named(candidate, amount.unit):
        return None
    return Reading((measure_of(candidate, amount, "measure.spaced", digits_end=match.end()),), amount.end)


def read_single(candidate: Candidate) -> Reading | None:
    """A number before a unit of the lexicon."""
    amount = read_amount(candidate.text, candidate.written, candidate.end)
    unit = amount.unit
    if unit is None:
        return None
    kind = unit.unit.kind
    if unit.name in _SIZES and _CLASS.match(candidate.text, unit.end) and candidate.last_word in _BOUNDS:
        return Reading((), amount.end)
    if (kind == "time" or unit.name in _SAYING) and _says_how(candidate, amount):
        return Reading((), amount.end)
    if kind == "time" and not is_duration(candidate, candidate.written, unit.name or "", unit.end):
        return Reading((), candidate.end)
    if is_named(candidate, unit, scaled=amount.scaled) or (kind == "count" and _counts_nothing(candidate, unit)):
        return Reading((), candidate.end)
    return Reading((measure_of(candidate, amount, _RULES[kind]),), amount.end)


def _says_how(candidate: Candidate, amount: Amount) -> bool:
    """Whether a number only says of how many, on which land or how often."""
    name = amount.unit.name if amount.unit is not None else None
    if name == "dân":
        return candidate.last_word == "trên" and amount.value in _BASES_OF_RATES
    if name in _AREAS_OF_ONE and candidate.written in ("1", "01"):
        last = candidate.last_word
        return last in ("trên", "cho", "một") and candidate.text[amount.end : amount.end + 1] == " "
    if name == "vụ":
        return candidate.last_word in _LANDS and candidate.written in _CROPS_A_YEAR
    return name is not None and name.endswith("/lần") and not amount.scaled and name.split("/")[0] in _OFTEN


def read_noted(candidate: Candidate) -> Reading | None:
    """A number whose unit stands behind the mark of a footnote ("1.250³ ha", "320(1) tỷ đồng", "15 [2] dự án")."""
    mark = _NOTE.match(candidate.text, candidate.end)
    if mark is None:
        return None
    amount = read_amount(candidate.text, candidate.written, mark.end())
    unit = amount.unit
    if unit is None or not unit.known or unit.unit.kind == "time" or is_named(candidate, unit, scaled=amount.scaled):
        return None
    return Reading((measure_of(candidate, amount, _RULES[unit.unit.kind], digits_end=candidate.end),), amount.end)


def _counts_nothing(candidate: Candidate, unit: UnitWords) -> bool:
    """Whether a number before a noun is a year, or goes on or begins a name."""
    if is_year(candidate.written) and unit.name != "người":
        return True
    dose = (unit.name or "").startswith("mũi") and candidate.written in _DOSES
    if dose and candidate.last_word in _VACCINATED:
        return True
    if (unit.name or "")[:1].isupper():
        return _is_edition(candidate, unit) or _goes_on(candidate) or _stands_in_name(candidate)
    return _is_edition(candidate, unit) or _is_place_number(candidate, unit)


def _stands_in_name(candidate: Candidate) -> bool:
    """ "Cơ sở 2 Bệnh viện Đa khoa", "Vành đai 3 Thành phố": a number of a name between its words."""
    return len(candidate.written) == 1 and " ".join(candidate.words[-2:]) in _NUMBERED_NAMES


def _is_place_number(candidate: Candidate, unit: UnitWords) -> bool:
    """ "Nhà máy Nhơn Phú 4 tỉnh An Hòa": behind the name of a plant, before that of its province."""
    if (
        len(candidate.written) != 1
        or unit.name not in _AREAS
        or not candidate.text[unit.end : unit.end + 2].strip().isupper()
    ):
        return False
    last = candidate.text[max(0, candidate.start - 24) : candidate.start].split()[-1:]
    return bool(last) and last[0][0].isupper() and not last[0].isupper()


def _is_edition(candidate: Candidate, unit: UnitWords) -> bool:
    """ "Trung ương 5 khóa XII": the number before a numbered term."""
    text, end = candidate.text, unit.end
    return text.startswith(_ROMAN_SIGNS, end) and _ROMAN_AFTER.match(text, end) is not None


def read_rank(candidate: Candidate) -> Reading | None:
    """A position: "xếp thứ 5", "đứng thứ 12 cả nước"."""
    if not candidate.written.isdecimal() or not is_rank(candidate.words):
        return None
    amount = read_amount(candidate.text, candidate.written, candidate.end)
    bare = Amount(candidate.end, amount.value, amount.half_step, None, False, None)
    return Reading((measure_of(candidate, bare, "measure.rank"),), candidate.end)


def read_unknown(candidate: Candidate, found: list[Measure]) -> Reading | None:
    """A cardinal before a noun the lexicon does not know; after "trong đó" it counts what the whole counts."""
    if _is_next_of_list(candidate, found):
        return None
    kinds = unit_of_kinds(candidate, found) if found else None
    if kinds is None and found and candidate.last_word in _CLASSED and is_named(candidate, None):
        kinds = bracketed_unit(candidate.text, candidate, found)
    if kinds is not None:
        amount = read_amount(candidate.text, candidate.written, candidate.end)
        return Reading((bare_measure(candidate, amount, kinds, "measure.list"),), candidate.end)
    if is_named(candidate, None) or is_year(candidate.written) or _goes_on(candidate):
        return Reading((), candidate.end)
    noun = read_unknown_noun(candidate.text, candidate.end)
    if noun is None or not candidate.written.replace(".", "").isdecimal():
        return None
    if len(candidate.written) == 1 and not _opens_a_count(candidate):
        return None
    amount = read_amount(candidate.text, candidate.written, candidate.end)
    if amount.warning is not None:
        return None
    if candidate.last_word == "đó" or candidate.words[-2:] == ["đó", "có"]:
        unit = next((m.unit for m in reversed(found[-3:]) if m.rule == "measure.count"), None)
        return Reading((bare_measure(candidate, amount, unit, "measure.part"),), candidate.end)
    whole = Amount(noun.end, amount.value, amount.half_step, noun, False, amount.warning)
    return Reading((measure_of(candidate, whole, "measure.unknown_noun"),), noun.end)


def _is_next_of_list(candidate: Candidate, found: list[Measure]) -> bool:
    """Whether a list of names with numbers goes on: "Bắc Ninh 545, Hải Phòng 947, Lộc Thôn 12"."""
    if (
        not found
        or found[-1].rule != "measure.list"
        or candidate.text[candidate.end : candidate.end + 1] not in (",", ";", ")")
    ):
        return False
    return candidate.capital and chained_unit(candidate.text, candidate.start, candidate.end, found) is not None


def _opens_a_count(candidate: Candidate) -> bool:
    """Whether a single digit may count something unknown: after a verb or comma, not in a motto ("3 sẵn sàng")."""
    if candidate.words:
        return candidate.last_word in _OPENERS
    return candidate.text[max(0, candidate.start - 2) : candidate.start] in (", ", ": ", "; ")


def read_bare(candidate: Candidate, found: list[Measure]) -> Reading | None:
    """A number without a noun after it: it stands before it, a change says what it is, or a list goes on counting."""
    text, end, words = candidate.text, candidate.end, candidate.words
    changed = candidate.last_word in _CHANGED and _COMPARED.match(text, end) is not None
    closed = text[end : end + 1] in (",", ";", ".", ")") or SHARED.match(text, end) is not None
    planned = planned_unit(candidate, found)
    outcome = outcome_unit(candidate, found) if not changed else None
    amount = read_amount(text, candidate.written, end) if changed or closed or planned or outcome else None
    if amount is None or amount.warning is not None:
        return None
    if changed:
        bare = Amount(end, amount.value, amount.half_step, None, False, None)
        return Reading((measure_of(candidate, bare, "measure.change"),), end)
    if planned is not None:
        return Reading((bare_measure(candidate, amount, planned, "measure.noun_before"),), end)
    unit_of_list = _list_unit(candidate, found)
    if unit_of_list is not None:
        return Reading((bare_measure(candidate, amount, unit_of_list, "measure.list"),), end)
    if outcome is not None:
        return Reading((bare_measure(candidate, amount, outcome[0], "measure.outcome"),), end)
    if "." in candidate.written:
        for length in (2, 1):
            noun = " ".join(words[-length:]) if len(words) >= length else ""
            unit = _WORDS.get(noun)
            if unit is not None and unit.group and words[-2:] not in (["nông", "thôn"], ["nhà", "nước"]):
                return Reading((bare_measure(candidate, amount, noun, "measure.noun_before"),), end)
        said = _said_of(candidate) if words[-1:] == ["là"] else None
        if said is not None:
            return Reading((bare_measure(candidate, amount, said, "measure.noun_before"),), end)
    return None


def _said_of(candidate: Candidate) -> str | None:
    """ "hồ sơ kỳ trước chuyển sang là 2.171,": the noun that the phrase begins with."""
    words = candidate.low[candidate.phrase : candidate.start].split()[:_FIRST_WORDS]
    for at in range(len(words)):
        for noun in (" ".join(words[at : at + 2]), words[at]):
            unit = _WORDS.get(noun)
            if unit is not None and unit.group and unit.kind == "count":
                return noun
    return None


def _list_unit(candidate: Candidate, found: list[Measure]) -> str | None:
    """The unit of a list that goes on counting: "12 đảng viên: khiển trách 08, cảnh cáo 03", "mũi 1: 650.000"."""
    text, start = candidate.text, candidate.start
    behind = text[max(0, start - _BRACKET_REACH) : start] if found else ""
    if "(" in behind or ": " in behind or "gồm " in behind:
        whole = bracketed_unit(text, candidate, found)
        if whole is not None:
            return whole
    if found and not is_year(candidate.written):
        chained = chained_unit(text, start, candidate.end, found)
        if chained is not None:
            return chained
    labelled = text[max(0, start - 2) : start] == ": " and "." in candidate.written
    padded = _PADDED.fullmatch(candidate.written) is not None and bool(candidate.words) and not candidate.capital
    if not found or found[-1].rule not in _COUNTING:
        return None
    if not (labelled or padded or _is_next_in_bracket(candidate, found[-1])):
        return None
    gap = text[found[-1].span.end : start]
    return found[-1].unit if len(gap) < 60 and ". " not in gap and "\n" not in gap else None


def _is_next_in_bracket(candidate: Candidate, last: Measure) -> bool:
    """ "142 giải (nhất 06, nhì 31, ba 48)", "16 trường (mầm non 10, tiểu học 06)": a bracket of names and numbers."""
    gap = candidate.text[last.span.end : candidate.start]
    form = _LISTED if last.rule == "measure.list" else _LIST_OPENS
    if len(gap) > _LONGEST_GAP or form.fullmatch(gap) is None or not candidate.written.isdecimal():
        return False
    return not is_named(candidate, None) and not is_year(candidate.written)


def bare_measure(candidate: Candidate, amount: Amount, unit: str | None, rule: str) -> Measure:
    """The measure of digits alone, with a ``unit`` that stands elsewhere."""
    span = Span(candidate.start, candidate.end)
    return Measure(span, span, amount.value, unit, amount.half_step, None, rule)


def _goes_on(candidate: Candidate) -> bool:
    """Whether the number goes on a list of names ("phường 3, 6")."""
    return (
        candidate.name_end > 0
        and _LIST_GOES_ON.fullmatch(candidate.text, candidate.name_end, candidate.start) is not None
    )
