"""One body instructs another.

Finds         Chủ tịch UBND tỉnh giao Sở Tài chính ... · Yêu cầu các địa phương ... · ..., đề nghị Sở Y tế ...
              · Thủ tướng yêu cầu tiếp tục ... (nobody named)
              Sở Công Thương được giao chủ trì ... is a subject, not this
Leaves alone  theo yêu cầu của ... · nhiệm vụ được giao · giao thông · đã giao Sở X trong tháng (reported)
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dondoc.extraction.directives.actors import row_at
from dondoc.extraction.directives.heads import heads
from dondoc.extraction.directives.page import Page, Row
from dondoc.extraction.directives.phrases import phrase_at
from dondoc.extraction.directives.unnamed import addressee
from dondoc.text import Span

_VERB = re.compile(
    r"""(?<!\w)(?:
        (?:trân\ trọng\ |kính\ )?đề\ nghị | yêu\ cầu | lưu\ ý | nhắc\ nhở | phân\ công | [uủ]ỷ?\ quyền | uỷ\ quyền
      | chỉ\ đạo | kêu\ gọi | chỉ\ thị(?!\s+(?:số|\d)) | cho\ phép
      | (?:(?:thống\ nhất|đồng\ ý|nhất\ trí|quyết\ định|tiếp\ tục)\ )?giao
        (?!\ (?-i:thông|dịch|lưu|ban|tiếp|quân|thừa|mùa|nộp|hàng|hữu|nhận|đất|dự\ toán|kế\ hoạch|chỉ\ tiêu
      |vốn|biên|thương|diện))
    )(?!\w)(?:\s+(?:trách\ nhiệm\ cho|nhiệm\ vụ\ cho|trách\ nhiệm|nhiệm\ vụ|thêm|ngay|rõ|cụ\ thể|cho|tới|đến
    |đối\ với))*""",
    re.VERBOSE | re.IGNORECASE,
)
# One of these stands in every match of _VERB, at most so many characters behind its beginning.
_KERNELS = AhoCorasick(
    [
        "đề nghị",
        "yêu cầu",
        "lưu ý",
        "nhắc nhở",
        "phân công",
        "quyền",
        "chỉ đạo",
        "kêu gọi",
        "chỉ thị",
        "cho phép",
        "giao",
    ],
    matchkind=MatchKind.LeftmostLongest,
    implementation=Implementation.DFA,
)
_KERNEL_REACH = 16
_WORD = re.compile(r"(?<!\w)\w")
_ISSUER = re.compile(
    r"""(?:^|[\s,;:“"*(])(?:
        (?:Phó\ )?(?:Chủ\ tịch|Bí\ thư|Thủ\ tướng|Bộ\ trưởng|Tổng\ Bí\ thư|Thứ\ trưởng|Trưởng\ ban|Giám\ đốc
        |Chánh\ Văn\ phòng)
      | (?:[Đđ]ồng\ chí|[Ôô]ng|[Bb]à)(?=\ ) | (?:Thường\ trực|Ban\ Thường\ vụ|Ban\ Chấp\ hành|Ban\ Chỉ\ đạo
      |Ban\ cán\ sự)
      | UBND|Ủy\ ban\ nhân\ dân|Uỷ\ ban\ nhân\ dân|HĐND|Hội\ đồng\ nhân\ dân|Chính\ phủ|Quốc\ hội|Tỉnh\ ủy
      |Tỉnh\ uỷ|Thành\ ủy|Thành\ uỷ
      | Huyện\ ủy|Thị\ ủy|Đảng\ ủy|Bộ|Hội\ nghị|hội\ nghị|Lãnh\ đạo|lãnh\ đạo|người\ đứng\ đầu|Phó\ Thủ\ tướng|Sở
      |Cục|Văn\ phòng|Tổng\ cục
    )[^,;:.]{0,90}$""",
    re.VERBOSE,
)
_REPORTED = re.compile(
    r"(?:đã|vừa|từng|bàn|đấu|chuyển|phân|được|theo|nhiệm vụ|các|những|đúng|đáp ứng|tinh thần|ý kiến|sự)\s+$",
    re.IGNORECASE,
)
_OWN_STAFF = re.compile(
    r"\s*(?:cụ thể |rõ |ngay )?(?:từng|mỗi|các|những)?\s*(?:đồng chí )?"
    r"(?:đảng ủy viên|cấp ủy viên|ủy viên|cán bộ|công chức|thành viên|đảng viên|"
    r"lãnh đạo|người|lực lượng|tổ công tác|trực|nhiệm vụ)(?!\w)",
    re.IGNORECASE,
)
_PERSON_WINDOW = 110
_REPORTED_WINDOW = 30
_MODAL_AFTER = re.compile(r"[\s*_]*(?:cần|phải|tập trung|khẩn trương|triển khai|tiếp tục|nghiêm túc)\b", re.IGNORECASE)


@lru_cache(maxsize=2)
def _kernels(low: str) -> tuple[int, ...]:
    """Where the kernels of the verbs begin in a text of small letters."""
    return tuple(start for _, start, _ in _KERNELS.find_matches_as_indexes(low))


def _verbs(page: Page, clause: Span) -> Iterator[re.Match[str]]:
    """The verbs of instruction inside ``clause``, tried at the words around the kernels only."""
    kernels = _kernels(page.low)
    position = clause.start
    for kernel in kernels[bisect_left(kernels, clause.start) : bisect_left(kernels, clause.end)]:
        for word in _WORD.finditer(page.content, max(position, kernel - _KERNEL_REACH), kernel + 1):
            match = _VERB.match(page.content, word.start(), clause.end)
            if match is not None:
                yield match
                position = match.end()
                break


@lru_cache(maxsize=32)
def find_issued(page: Page, clause: Span) -> tuple[Row | None, Span] | None:
    """Return the agencies told (None where the text names none) and the issuing verb."""
    content = page.content
    first_open: Span | None = None
    for match in _verbs(page, clause):
        before = content[max(clause.start, match.start() - _PERSON_WINDOW) : match.start()]
        if _REPORTED.search(before, max(0, len(before) - _REPORTED_WINDOW)):
            continue
        row = row_at(page, match.end(), clause.end) or addressee(content, match.end(), clause.end)
        verb = match.group().lower()
        if not _governs(content, clause, match.start(), before, verb, row):
            continue
        if verb.startswith("chỉ đạo") and not _commands(content, clause, row):
            continue
        if verb.startswith("phân công") and _OWN_STAFF.match(content, match.end(), clause.end):
            continue
        if row is not None:
            return row, Span(*match.span())
        if verb.startswith("lưu ý"):
            continue
        if first_open is None and phrase_at(content, match.end(), clause.end, "actions", "modals") is not None:
            first_open = Span(*match.span())
    return None if first_open is None else (None, first_open)


def _governs(content: str, clause: Span, at: int, before: str, verb: str, row: Row | None) -> bool:
    """Whether the verb is the predicate of the clause: it opens it, has an issuer before it, or follows a comma."""
    if at in heads(content, clause):
        return not verb.startswith(("chỉ đạo", "phân công", "cho phép", "kêu gọi")) or (
            row is not None and verb.startswith("phân công")
        )
    if _ISSUER.search(before) is not None:
        return True
    joined = before.rstrip(" *_")
    if verb.startswith(("phân công", "nhắc nhở", "cho phép", "kêu gọi")):
        return False
    return row is not None and joined.endswith((",", ";", ":", "và", "đồng thời", "–", "-"))


def _commands(content: str, clause: Span, row: Row | None) -> bool:
    if row is None:
        return False
    return content[max(clause.start, clause.end - 40) : clause.end].rstrip(" *_").endswith(":") or (
        _MODAL_AFTER.match(content, row.span.end, clause.end) is not None
        and content[row.span.end : min(clause.end, row.span.end + 40)].lstrip(" *_").lower().startswith(("cần", "phải"))
    )
