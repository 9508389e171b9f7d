"""The words that decide roles, bases and lists, read from ``roles.toml`` and compiled once."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LOOSE = (
    r"(?:\s+(?:khoảng|trên|hơn|gần|đến|là|được|đạt|tới|dưới|thêm|cả|lần lượt|chỉ|mức|ở mức|xấp xỉ|ước|lên|với|:))*"
    r"[\s:*]*"
)


def alternatives(words: Iterable[str]) -> str:
    """A pattern of ``words``, the longest first, any white space between them."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


_COMPARED_WITH = alternatives(
    (
        "cùng kỳ",
        "ck",
        "năm trước",
        "tháng trước",
        "kịch bản",
        "mục tiêu",
        "nghị quyết",
        "vụ trước",
        "kỳ trước",
        "tuần trước",
        "đợt trước",
        "năm ngoái",
        "quý trước",
        "kế hoạch",
        "chỉ tiêu",
        "dự toán",
        "quy hoạch",
        "bình quân",
        "trung bình",
        "mức bình quân",
        "mức trung bình",
        "mức chung",
        "cả nước",
        "toàn quốc",
        "toàn tỉnh",
    )
)


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled patterns, all for lower-case words. ``*_before`` match at the end of the words before a figure."""

    rise: re.Pattern[str]
    fall: re.Pattern[str]
    plan_before: re.Pattern[str]
    plan_after: re.Pattern[str]
    cumulative: re.Pattern[str]
    current: re.Pattern[str]
    among: re.Pattern[str]
    every: re.Pattern[str]
    borrowed: re.Pattern[str]
    attending: re.Pattern[str]
    plain: frozenset[str]
    untimed: frozenset[str]
    areas: frozenset[str]
    planned_units: frozenset[str]


@cache
def _lexicon() -> dict[str, Any]:
    return tomllib.loads(files("dondoc.lexicon").joinpath("roles.toml").read_text(encoding="utf-8"))


@cache
def cue_words() -> dict[str, dict[str, list[str]]]:
    """The words of ``roles.toml``, by table and key."""
    return {table: words for table, words in _lexicon().items() if table != "division"}


@cache
def read_divisions() -> tuple[tuple[list[str], list[str]], ...]:
    """How statistics divide what they count: the words for the wholes, and for their parts."""
    return tuple((division["wholes"], division["parts"]) for division in _lexicon()["division"])


@cache
def read_cues() -> Cues:
    """The cues, compiled on first use."""
    words = cue_words()
    end = rf"{LOOSE}\Z"
    than = rf"(?:\s+(?:so\s+(?:với\s+)?)?{_COMPARED_WITH}(?:(?!\bđạt\b|\blà\b|\bnhư\b)[^,;.()\d]){{0,25}})?"
    granted = r"|(?:\A|[,;(]\s*)(?:kế hoạch|chỉ tiêu|dự toán)\s+(?:năm\s+20\d\d\s+)?"
    granted += r"(?:(?!đã|tại|có|được|cho)[^\s,;.:\d]+\s+){1,8}"
    granted += r"|(?:phân bổ|bố trí|được giao)\s+(?:vốn|kinh phí|ngân sách|dự toán)[^,;.:]{0,25}"
    year = r"(?:\s+(?:năm|tỉnh|trung ương|tw|hđnd|cả|cấp trên|giao|đề ra|được|ubnd|huyện|của|thành phố|20\d\d))*"
    assigned = r"|(?:chỉ tiêu |kế hoạch |dự toán )?(?:hđnd|ubnd|trung ương|bộ|tỉnh|huyện|thành phố|thị xã|xã|phường)"
    assigned += r"(?:\s+(?:tỉnh|huyện|thành phố|thị xã|xã|phường|tài chính|ngành))?\s+(?:giao|xây dựng|quyết định)"
    assigned += r"|(?:mức |tổng số |tổng |số |nguồn )?vốn(?: kế hoạch| đầu tư công| đầu tư| ngân sách| năm 20\d\d)*"
    assigned += r"(?: được| đã)?(?: thủ tướng chính phủ| thủ tướng| trung ương| tỉnh| huyện| ubnd tỉnh| hđnd tỉnh)?"
    assigned += r"\s+(?:giao|phân bổ)"
    # "đạt 76% DT": of the estimate; "84% DT gieo trồng" is of an area.
    assigned += r"|dt(?=[\s)]*(?:[,;.(]|\Z|\d)|\s+(?:và|tỉnh|huyện|tw|trung ương))"
    against = r"(?:trở lên\s+)?(?:so\s+với\s+|so\s+|của\s+|với\s+|tổng\s+)?(?:cả\s+)?"
    return Cues(
        rise=re.compile(rf"(?:\b|(?=tăng))(?<!trị gia ){alternatives(words['change']['rise'])}{than}{end}"),
        fall=re.compile(rf"(?:\b(?<!thiếu )|(?=giảm)){alternatives(words['change']['fall'])}{than}{end}"),
        plan_before=re.compile(rf"\b(?:{alternatives(words['plan']['before'])}{year}{granted}){end}"),
        plan_after=re.compile(rf"[%\s*/]*{against}(?:{alternatives(words['plan']['after'])}{assigned})\b"),
        cumulative=re.compile(rf"\b{alternatives(words['cumulative']['before'])}\b(?!\s+tài\s+sản)"),
        current=re.compile(rf"\b{alternatives(words['cumulative']['end'])}\b"),
        among=re.compile(rf"\b{alternatives(words['part']['among'])}\b"),
        every=re.compile(rf"\b(?:{alternatives(words['part']['all'])}\b|cụ thể(?=\s*[:,]|\s+(?:là|như)))"),
        borrowed=re.compile(
            rf"(?:\A|[\s,(])(?:với\s+|có\s+|tổng\s+)*(?P<noun>{alternatives(words['money']['borrowed'])}){LOOSE}\Z"
        ),
        attending=re.compile(rf"\b{alternatives(words['counted']['attending'])}\b"),
        plain=frozenset(words["counted"]["plain"]),
        untimed=frozenset(words["target"]["never"]),
        areas=frozenset(words["counted"]["areas"]),
        planned_units=frozenset(words["plan"]["units"]),
    )
