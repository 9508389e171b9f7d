"""Names that say nothing alone, with what the sentence or its title is about.

Finds         giải ngân được 15 tỷ đồng (giải ngân vốn đầu tư công) · năng suất 61 tạ/ha (năng suất lúa)
              các dự án giải ngân dưới 50% (giải ngân vốn của dự án)
              tổng số vốn 114 tỷ đồng under "Nguồn vốn tỉnh phân cấp" (Nguồn vốn tỉnh phân cấp)
Leaves alone  giải ngân where nothing names a fund: giải ngân vốn
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.completing import thing_before
from dondoc.extraction.quantities.names.measure_words import MEASURES
from dondoc.extraction.quantities.names.name_state import NameState
from dondoc.extraction.quantities.names.verbs import any_verb_first

_DISBURSING = frozenset({"giải ngân", "đã giải ngân", "giải ngân vốn", "tỷ lệ giải ngân", "giá trị giải ngân"})
_LENGTH = re.compile(r"\A(?:chiều )?(?:dài|rộng|cao|sâu) (?=\S+ \S)", re.IGNORECASE)
_UNNAMED = frozenset({"vốn", "tổng", "tổng vốn", "kế hoạch vốn", "tổng kế hoạch vốn"})
_PAID_OUT = re.compile(r"\A(?:(?:tỷ lệ |giá trị |đã )?giải ngân )+", re.IGNORECASE)
_FUND = re.compile(r"vốn|nguồn|chương trình|dự án|kinh phí|ngân sách|hợp đồng", re.IGNORECASE)
_MONEY = re.compile(r"\b(?:vốn|nguồn|kinh phí|ngân sách)\b", re.IGNORECASE)
_FUND_LEAD = re.compile(
    r"\A(?:tổng )?(?:số |kế hoạch )?(?:vốn(?: đầu tư| quản lý| được giao| được bố trí| được phân bổ| năm 20\d\d)*"
    r"(?: (?=vốn|nguồn)|\Z)|(?=vốn|nguồn vốn))",
    re.IGNORECASE,
)
_FOR_WORKS = re.compile(r"\A(?:công trình|dự án|danh mục) (?=vốn )", re.IGNORECASE)
_COST = re.compile(r"\A(?:tổng )?(?:mức|vốn) đầu tư (?=\S+ \S)", re.IGNORECASE)
_GIVEN = re.compile(r"vốn (?:bố trí|phân bổ|giao|cấp|phân khai)")
_FUND_TITLE = re.compile(
    r"(?:nguồn )?vốn\b|đầu tư (?:công|xdcb|xây dựng cơ bản)\b|xây dựng cơ bản\b|"
    r"khuyến công\b|chương trình|kế hoạch vốn|dự án",
    re.IGNORECASE,
)
_PROJECT = re.compile(
    r"(?:tuyến|đường|cầu|hồ|trường|kè|công trình|nhà máy|trung tâm|bệnh viện|khu|hạ tầng|cảng|nâng cấp|cải tạo)\b", re.I
)
_PROJECT_WORDS = 8
_YEAR = re.compile(
    r" năm 20\d\d(?! (?:kéo dài|chuyển (?:sang|nguồn)|sang|và|giải ngân))(?!.* giải ngân).*\Z", re.DOTALL
)
# "điều chuyển vốn của các dự án giải ngân dưới 50%": the share that each of them has paid out.
_EACH_PAID_OUT = re.compile(
    r"(?P<whose>dự án|công trình|chủ đầu tư|đơn vị)\b[^,;:.\d]{0,24}(?: \d[\d/.-]*)?[^,;:.\d]{0,20} giải ngân"
    r"(?: (?:vốn|đạt|chưa đạt|còn|mới))* (?:dưới|thấp hơn|chưa đến|chưa được) \Z"
)
_CAPITAL = re.compile(r"\bvốn\b", re.IGNORECASE)


def is_generic(name: str) -> bool:
    """Whether ``name`` is a plan of capital that does not say of what: "Tổng kế hoạch vốn năm 2025 được giao"."""
    return "kế hoạch vốn" in name.lower() and _FUND_LEAD.fullmatch(name) is not None


def paid_out_by_each(figure: Figure, name: str, state: NameState) -> str:
    """``name``, or what each of the projects has paid out where a share tells which of them are meant."""
    if figure.unit != "%" or "giải ngân" not in figure.low_before:
        return name
    each = _EACH_PAID_OUT.search(figure.low_before)
    return f"giải ngân vốn{' đầu tư công' if state.invested else ''} của {each['whose']}" if each is not None else name


def without_year(name: str) -> str:
    """``vốn đầu tư công năm 2025 xã làm chủ đầu tư``: what stands behind the year of a fund only tells of it."""
    return _YEAR.sub("", name) if " năm 20" in name and "vốn" in name.lower() else name


def made_clear(head: str, state: NameState) -> str:
    """Return the vague name ``head`` with what it is about."""
    if head.lower() in _DISBURSING:
        return _disbursed(head.removesuffix(" vốn"), state)
    if state.invested and not state.head and not _CAPITAL.search(state.topic) and head.lower() in _UNNAMED:
        return _fund(state)
    if is_generic(head) and not _CAPITAL.search(state.topic):
        return _fund(state, state.field if _FUND.search(state.field) else "") if state.invested else head
    if MEASURES.match(head) and state.head:
        about = thing_before(state) or MEASURES.sub("", state.head).strip() or state.topic
    elif _CAPITAL.search(head) and _CAPITAL.search(state.topic):
        return state.topic
    else:
        long = _LENGTH.sub("", state.head) if _LENGTH.match(state.head) else ""
        about = (thing_before(state) if MEASURES.match(head) else "") or long or state.topic or state.head
    return f"{head} {about}" if about and head.lower() not in about.lower() else about or head


def _disbursed(head: str, state: NameState) -> str:
    """``giải ngân được 15 tỷ đồng``: the fund that the sentence names before, else that of the title."""
    head_of = _fund_named(state)
    head_of = _FOR_WORKS.sub("", head_of)
    works = _LENGTH.sub("", _COST.sub("", head_of))
    if works != head_of and _PROJECT.search(works):
        return f"{head} {works}"
    about = _FUND_LEAD.sub("", head_of) if _FUND.search(head_of) and not _GIVEN.fullmatch(head_of) else ""
    return f"{head} {_PAID_OUT.sub('', _fund(state, about))}"


def _fund_named(state: NameState) -> str:
    """The name before that money can be paid out of: the last amount of a fund rather than things counted behind it."""
    if _MONEY.search(state.head):
        return state.head
    amounts = (name for known, name in reversed(state.named) if known == "đồng" and _MONEY.search(name))
    return next((name for name in amounts if not any_verb_first(name.partition(" ")[2])), state.head)


def _fund(state: NameState, about: str = "") -> str:
    if not about and _PROJECT.match(state.topic):
        about = " ".join(state.topic.split()[:_PROJECT_WORDS])
    if not about and _FUND_TITLE.match(state.topic):
        about = state.topic
        about = f"vốn {about[:1].lower()}{about[1:]}" if about.lower().startswith("đầu tư") else about
    if not about or about.lower() in _DISBURSING or about.lower() == "vốn":
        about = "vốn đầu tư công" if state.invested else "vốn"
    return about
