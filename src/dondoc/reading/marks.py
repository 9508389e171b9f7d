"""How a paragraph begins and ends: list marks, open ends, headings in capitals.

Finds         1. · 2.1 Về ... · 2.1. · a) · đ) · (i) · (1). · I. · A. · 1/ · - · – · + · * · • · Điều 5. · Chương II
Leaves alone  2.156,711 tỷ · 12.5 ha · 30/6 · -5% : figures at the beginning of a line
"""

import re

_MARK = re.compile(
    r"""
    (?: \(\s?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]{1,2}|[ivxIVX]{1,6})\s?\)\s?[.:]?     # (1) (1). (i) (a)
      | (?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zđ]|[ivx]{1,5})\)\.?                       # 1) a) đ) ii)
    )(?=\s|[^\W\d_]|$|[“"*])
    | (?:\d{1,3}|[ivxIVX]{1,6}|[A-ZĐ])\s?/(?=\s)                                     # 1/ I/
    | (?:\d{1,3}(?:\.\d{1,2}){0,4}|[IVX]{1,6}|[A-ZĐa-zđ])\.(?=\s|$|[^\W\d_a-z]|[“"])   # 1. 2.1. II. A. a.
    | (?:\d{1,2}|[IVX]{1,6})\s?[-–—](?=\s+[^\W\d_])                                 # 1- I - (older notices)
    | \d{1,2}(?:\.\d{1,2}){1,4}(?=\s+[^\W\d_])                                      # 2.1 Về
    | [-–—+−](?=\s|[^\W\d_]|$|[“"(])
    | \*(?=\s) | [•●▪◦○■□➢✓✔►·\uf0b7\uf02d\uf0a7](?=\s|\w) | o(?=\t|\ {2,})
    | (?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Phụ\ lục|PHỤ\ LỤC)\ (?:thứ\ |THỨ\ )?
      (?:\d{1,3}|[IVX]{1,6})\b(?=[.:\s]|$)
    """,
    re.VERBOSE,
)
_LEVELS_WITHOUT_POINT = re.compile(r"\d{1,2}(?:\.\d{1,2})+$")
_DOCUMENT_NUMBER = re.compile(r"\d{1,5}[a-z]?(?:/\d|[/-][A-ZĐ])")
_CLOSERS = " \t\"'”’»)]}*_"
_DANGLING_WORDS = (
    "và hoặc hay của với cho tại trên theo do bởi để từ các những mọi mỗi là bằng như gồm số khoảng hơn gần giao ủy "
    "uỷ ông bà cùng vào ra nhằm nếu mà thì cũng nhất trừ ngoài giữa dưới qua sang"
)
_DOCUMENT_WORDS = (
    "thông báo;báo cáo;quyết định;nghị quyết;chỉ thị;kế hoạch;công văn;công điện;tờ trình;hướng dẫn;chương trình;"
    "giấy mời;biên bản;kết luận;đề án;quy chế;quy định;phương án;thông tri;lời kêu gọi"
)
_DANGLING = frozenset(_DANGLING_WORDS.split())
_DOCUMENT_NAMES = frozenset(_DOCUMENT_WORDS.split(";"))


def mark_end(words: str) -> int:
    """The length of the list mark that ``words`` begin with, 0 where there is none."""
    match = _MARK.match(words)
    if match is None:
        return 0
    if _LEVELS_WITHOUT_POINT.match(match[0]):
        following = words[match.end() :].lstrip()
        if following[:1].islower():
            return 0
    return match.end()


def is_lone_mark(words: str) -> bool:
    """Whether ``words`` are a list mark and nothing else, as where a tab parts it from its item."""
    bare = words.strip()
    return 0 < len(bare) <= 12 and mark_end(bare + " A") >= len(bare)


def is_capitals(words: str) -> bool:
    """Whether ``words`` are written in capitals, as titles and headings are."""
    return words.isupper() and sum(map(str.isalpha, words)) > 1


def is_document_name(words: str) -> bool:
    """Whether ``words`` only name a kind of document ("Thông báo"), the line above a subject."""
    return words.strip(" *:").casefold() in _DOCUMENT_NAMES


def is_closed(words: str) -> bool:
    """Whether ``words`` end as a sentence does; an ellipsis or a semicolon leaves it open."""
    bare = words.rstrip(_CLOSERS)
    if not bare or bare.endswith(("...", "…")):
        return False
    return bare[-1] in ".!?:"


def is_dangling(words: str) -> bool:
    """Whether ``words`` end in a word after which no sentence ends ("của", "và"), or in a comma."""
    bare = words.rstrip()
    if bare.endswith((",", "(", "“", "/", " -", " –")):
        return True
    return bare.rsplit(None, 1)[-1].casefold() in _DANGLING if bare else False


_CLOCK = r"\d{1,2}(?::|h)\d{2}(?::\d{2})?'?"
_DAY_LINE = re.compile(
    r"(?:(?:date|Cập nhật(?: lúc| ngày)?|Ngày đăng|Thứ \w+|Chủ nhật|\([^()\d]{2,30}\)|" + _CLOCK + r")[\s,:|–-]*)*"
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]20\d\d|20\d\d-\d\d(?:-\d\d)?)"
    r"(?:[\s,|–-]*(?:" + _CLOCK + r"|[AP]M|[\[(]*GMT ?\+?\d{0,2}[\])]*))*"
)
_LONGEST_DAY_LINE = 60


def is_cut_number(before: str, words: str) -> bool:
    """Whether a line ended inside the number of a document ("Nghị định số" "88/2024/NĐ-CP")."""
    return before.endswith(" số") and _DOCUMENT_NUMBER.match(words) is not None


def has_open_bracket(words: str) -> bool:
    """Whether ``words`` open a bracket that they do not close."""
    return words.rfind("(") > words.rfind(")")


def begins_lower(words: str) -> bool:
    """Whether ``words`` begin inside a sentence: with a small letter, quotes and brackets aside."""
    return words.lstrip("“\"'‘( ")[:1].islower()


def is_day_line(words: str) -> bool:
    """Whether a line holds nothing but the day, as sites write it below a headline: "Thứ sáu, 09/12/2011 | 08:14"."""
    return len(words) <= _LONGEST_DAY_LINE and _DAY_LINE.fullmatch(words) is not None
