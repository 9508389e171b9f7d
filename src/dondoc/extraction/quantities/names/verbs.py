"""The verbs by which the name of a figure is cut out of the clause before it, and other words of ``name_words.toml``.

Finds         UBND thành phố đã tiếp nhận (tiếp nhận) · Đội kiểm tra đã phát hiện (nothing: the noun says it)
Leaves alone  trực tiếp, giám sát hành trình, chăn nuôi: a syllable of another word
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dondoc.extraction.quantities.cues import alternatives
from dondoc.extraction.quantities.names.trimming import trim_name
from dondoc.grammar.anchors import lowered

_ORGANISATION = re.compile(
    r"(?:các |toàn |lực lượng )?(?:ubnd|hđnd|ủy ban|uỷ ban|sở|cục|chi cục|công an|trung tâm|phòng|ban|hội|"
    r"đội|đoàn|ngành|"
    r"cơ quan|đơn vị|lực lượng|thanh tra|văn phòng|bộ|ngân hàng|kho bạc|viện|tòa án|thường trực)\b",
    re.IGNORECASE,
)
_NO = ("không ", "chưa ", "đang ", "tạm ")
_FOUND_OF = re.compile(r"(?:bệnh|dịch|sốt|sởi|tay chân miệng|tội phạm|phạm pháp|tai nạn)\b", re.IGNORECASE)
_NOTHING_MORE = frozenset({"xong", "đủ"})
_FINDING = frozenset({"phát hiện", "ghi nhận"})
# Words before a syllable that is a verb elsewhere: "trực tiếp", "hành trình", "vật nuôi".
_NO_VERB_AFTER: dict[str, tuple[str, ...]] = {
    "kiên cố hóa": ("được ",),
    "kiên cố hoá": ("được ",),
    "bê tông hóa": ("được ",),
    "bê tông hoá": ("được ",),
    "cứng hóa": ("được ",),
    "cứng hoá": ("được ",),
    "cải tạo": ("được ", "lao động "),
    "điều tra": ("cơ quan ", "cảnh sát "),
    "giải quyết": ("thẩm quyền ",),
    "xử lý": ("thẩm quyền ",),
    "bổ sung": ("mũi ", "giao ", "sửa đổi, ", "nhắc "),
    "lập": ("thành ", "độc ", "công ", "thiết ", "đối ", "tự ", "quốc "),
    "phân bổ": ("chưa ",),
    "hỗ trợ": ("quỹ ", "chính sách ", "mức "),
    "lắp": ("khỏa ",),
    "làm mới": ("việc ",),
    "tiếp": ("trực ", "liên ", "kế ", "nối ", "gián ", "giao ", "chuyển "),
    "đầu tư": ("kế hoạch và ",),
    "trình": ("hành ", "quá ", "quy ", "lộ ", "tiến ", "giáo ", "công ", "chương ", "tờ "),
    "nuôi": ("chăn ", "vật ", "dân "),
    "sản xuất": ("giá trị ", "chỉ số "),
    "trồng": ("cây ", "vật "),
    "nhận": ("xác ", "chứng ", "thừa ", "đón "),
    "cử": ("bầu ", "đề ", "ứng "),
    "xây dựng": ("giấy phép ", "trật tự ", "vật liệu "),
    "cấp": ("các ", "trung ", "sơ ", "cao ", "phân ", "đơn vị ", "khẩn ", "trợ ", "nâng "),
    "khai thác": ("sản lượng ",),
    "xuất khẩu": ("kim ngạch ", "giá trị "),
    "nhập khẩu": ("kim ngạch ", "giá trị "),
}
# Syllables behind one that is a verb elsewhere: "bắt buộc", "cấp bách", "nuôi dưỡng".
_NO_VERB_BEFORE: dict[str, tuple[str, ...]] = {
    "giáo dục": (" nghề nghiệp", " và đào tạo", " mầm non", " tiểu học", " phổ thông", " thường xuyên"),
    "bắt": (" buộc",),
    "xây dựng": (" cơ bản",),
    "cấp": (" bách", " thiết", " tỉnh", " huyện", " xã", " cơ sở"),
    "cấp phát": (" hiện",),
    "nhận": (" thức", " định", " xét"),
    "dự": (" kiến", " án", " toán", " nợ", " phòng"),
}


class _NameWords(NamedTuple):
    """Words of ``name_words.toml``: verbs (``light`` ones apart), their first words, leads and vague names."""

    verb: re.Pattern[str]
    verb_begins: frozenset[str]
    lead: re.Pattern[str]
    vague: frozenset[str]


@cache
def _name_words() -> _NameWords:
    words = tomllib.loads(files("dondoc.lexicon").joinpath("name_words.toml").read_text(encoding="utf-8"))
    kept, light = words["verb"]["kept"], words["verb"]["light"]
    return _NameWords(
        verb=re.compile(rf"(?:\A|(?<=\s))(?:{alternatives(kept)}|(?P<light>{alternatives(light)}))(?=[\s,]|\Z)"),
        verb_begins=frozenset(verb.split()[0] for verb in (*kept, *light)),
        lead=re.compile(rf"\A(?:{alternatives(words['topic']['lead'])}\s+)+", re.IGNORECASE),
        vague=frozenset(words["topic"]["vague"]),
    )


def is_vague(name: str) -> bool:
    """Whether ``name`` says nothing without the title it stands under ("tổng số vốn")."""
    return name.lower() in _name_words().vague


def without_lead(title: str) -> str:
    """``title`` without the words that lead to what it is about: "Công tác", "Tiến độ thực hiện"."""
    return _name_words().lead.sub("", title)


def from_verb(phrase: str) -> str:
    """The phrase from its last verb on; a verb that says nothing is left out itself."""
    last = None
    for match in _verbs(lowered(phrase)):
        chained = last is not None and phrase[last.end() : match.start()] in (" ", ", ", " và ")
        if not chained or match.group("light") or (last is not None and last.group("light")):
            last = match
    if last is None:
        return phrase
    rest = phrase[last.end() :].strip()
    if not last.group("light"):
        return phrase[_with_no(phrase, last.start()) :]
    if (rest and rest not in _NOTHING_MORE) or (last.group() in _FINDING and not _FOUND_OF.match(phrase)):
        return trim_name(rest)
    subject = trim_name(phrase[: last.start()])
    return "" if _ORGANISATION.match(subject) and not has_verb(subject) else from_verb(subject)


def _with_no(phrase: str, at: int) -> int:
    """Where the verb at ``at`` begins with the word that denies it: "không khởi tố", "tạm đình chỉ"."""
    before = phrase[:at].lower()
    return at - next((len(word) for word in _NO if before.endswith(word)), 0)


def _verbs(low: str) -> Iterator[re.Match[str]]:
    """The verbs of ``low``, whose words stand one blank apart."""
    known = _name_words()
    at = behind = 0
    for word in low.split(" "):
        match = known.verb.match(low, at) if at >= behind and word.rstrip(",") in known.verb_begins else None
        if match is not None and (
            low.endswith(_NO_VERB_AFTER.get(match[0], ()), 0, at)
            or low.startswith(_NO_VERB_BEFORE.get(match[0], ()), match.end())
        ):
            match = None
        if match is not None:
            yield match
            behind = match.end()
        at += len(word) + 1


def before_verb(phrase: str) -> str:
    """The words of ``phrase`` before its first verb of something done."""
    first = next((match for match in _verbs(lowered(phrase)) if not match.group("light")), None)
    return phrase[: first.start()] if first is not None else phrase


def has_verb(phrase: str) -> bool:
    """Whether ``phrase`` holds a verb of something done."""
    return any(not match.group("light") for match in _verbs(lowered(phrase)))


def first_verb(phrase: str) -> str:
    """The verb of something done that ``phrase`` begins with ("Chuyển đổi" of "Chuyển đổi đất lúa"), "" for others."""
    match = _name_words().verb.match(lowered(phrase))
    return phrase[: match.end()] if match is not None and not match.group("light") else ""


def any_verb_first(phrase: str) -> bool:
    """Whether ``phrase`` begins with a verb, be it one that says nothing of what was done ("xây dựng")."""
    return _name_words().verb.match(lowered(phrase)) is not None


def starts_with_verb(phrase: str) -> bool:
    """Whether ``phrase`` begins with a verb of something done ("tiếp nhận")."""
    match = _name_words().verb.match(lowered(phrase))
    return match is not None and not match.group("light")
