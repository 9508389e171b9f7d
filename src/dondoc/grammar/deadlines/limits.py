"""The words that put a limit before a day or a period, and what they do to it.

Finds         trước · chậm nhất (là) · muộn nhất · đến hết · đến ngày · hạn · không quá · xong trong · vào · nhân dịp
              không để kéo dài sang (before it) · trước ngày khai mạc
Leaves alone  Quyết định số 12/QĐ-UBND ngày ...: the date of a document
"""

import re
from typing import NamedTuple

_CLOCK = r"[0-9]{1,2}\s*(?:giờ|h|g|:)\s*(?:[0-9]{1,2}\s*(?:phút|['’′])?)?,?\s*"
_WORK = r"(?:\s+(?:hoàn\s+thành|thực\s+hiện|báo\s+cáo|gửi|nộp|xong|xử\s+lý|cuối\s+cùng)){0,3}"
_KINDS = {
    "latest": rf"""(?:(?:thời\s+)?(?:gian|hạn){_WORK}\s*(?:là|đến|:)?\s*)?
        (?:chậm\s+nhất|muộn\s+nhất|trễ\s+nhất|hạn\s+chót|hạn\s+cuối|không\s+(?:quá|(?:muộn|chậm|trễ)\s+hơn))
        (?:\s*(?:là|đến|trong|vào|(?P<strictly>trước)|:)){{0,3}}(?:\s+hết)?(?:\s*{_CLOCK})?""",
    "clock": rf"""(?:trước|chậm\s+nhất(?:\s+là)?|đến|không\s+quá)\s+{_CLOCK}
        (?:(?:sáng|chiều|trưa|tối|(?:ngày\s+)?(?:thứ\s+\S+|chủ\s+nhật))\s*,?\s*)?""",
    "before": r"""(?:đến\s+)?trước(?:\s+(?:thời\s+điểm|thời\s+hạn|dịp|lễ|dịp\s+lễ|(?:ngày\s+)?khai\s+giảng
        |ngày\s+(?:bầu\s+cử|khai\s+mạc|thi|hội)
        |(?:ngày\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\s*,?))?
        |không\s+(?:được\s+)?(?:để\s+)?(?:kéo\s+dài|chuyển|tồn(?:\s+đọng)?|lùi|dây\s+dưa)\s+(?:sang|đến)""",
    "until": r"""(?:(?:kể\s+)?từ\s+nay\s+|kéo\s+dài\s+|phấn\s+đấu\s+)?(?:cho\s+)?(?:đến|tới)
        (?:\s+(?:hết|cuối|thời\s+điểm|(?P<still_before>trước)))?""",
    "end": rf"""(?:kết\s+thúc|hết)|(?:thời\s+)?hạn{_WORK}(?:\s*(?:là|đến|:))?|thời\s+gian{_WORK}\s*(?:là|đến|:)
        |thời\s+gian\s+hoàn\s+thành|xong(?:\s+(?:vào|trong))?""",
    "within": r"""(?:ngay\s+)?trong(?:\s+(?:dịp|các|những|vòng|sáng|chiều|tối|đêm|(?:tuần|đợt|thời\s+gian)(?:\s+từ)?))?
        (?:\s+(?:nửa\s+đầu|nửa\s+cuối|đầu|giữa|cuối))?""",
    "occasion": r"""(?:nhân|vào|trong|đúng)\s+(?:dịp|kỷ\s+niệm|ngày\s+lễ)|nhân(?!\s+dân)(?:\s+(?:dịp|ngày))?
        |chào\s+mừng|mừng|kỷ\s+niệm|phục\s+vụ|đón""",
    "on": rf"""vào(?:\s+(?:lúc|cuối|đầu|sáng|chiều|tối|trưa))?(?:\s*{_CLOCK})?
        (?:\s+(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\s*,?)?|diễn\s+ra
        |dự\s+kiến(?:\s+vào)?(?:\s+(?:lúc|sáng|chiều|tối))?(?:\s*{_CLOCK})?""",
}
_LIMIT = re.compile(
    "(?P<phrase>" + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items()) + r")\s*(?:\(\s*)?(?:ngày\s+)?$",
    re.VERBOSE,
)
_DOCUMENT_DATE = re.compile(
    r"""(?:/[A-ZĐ][\w\-–/]*|\bsố\s+[0-9]+(?:/[\w\-–/.]+)?
        |\b(?:NĐ-CP|TB-\w+|công\s+(?:văn|điện)|quyết\s+định|thông\s+báo|kế\s+hoạch|nghị\s+quyết|kết\s+luận
             |báo\s+cáo|tờ\s+trình|chỉ\s+thị|họp|ban\s+hành|ký|(?:kể\s+)?từ)),?\s*(?:ngày\s+)?$""",
    re.VERBOSE | re.IGNORECASE,
)
WINDOW = 64


class Limit(NamedTuple):
    """A limit: which kind of words, and where they begin."""

    kind: str
    start: int


def limit_before(low: str, start: int) -> Limit | None:
    """The words of limit that end just before ``start`` of a text in small letters."""
    match = _search_end(low, start)
    if match is None:
        return None
    kind = next(kind for kind in _KINDS if match[kind] is not None)
    strictly = match["strictly"] is not None or match["still_before"] is not None
    return Limit("before" if strictly else kind, match.start("phrase"))


def _search_end(low: str, start: int) -> re.Match[str] | None:
    """The longest words of limit that end at ``start``: tried from word to word, a fixed number of times."""
    for first in _FIRST_WORD.finditer(low, max(0, start - WINDOW), start):
        match = _LIMIT.match(low, first.start(), start)
        if match is not None:
            return match
    return None


# The words that a limit can begin with, in small letters.
_FIRST_WORD = re.compile(
    r"""(?<!\w)(?:chào|chậm|cho|diễn|dự|đón|đúng|đến|gian|hạn|hết|kéo|kể|kết|không|kỷ|mừng|muộn|ngay|nhân|phấn|phục|thời
        |tới|trễ|trong|trước|từ|vào|xong)""",
    re.VERBOSE,
)


def is_document_date(text: str, start: int) -> bool:
    """Whether the date at ``start`` is that of a document cited just before it."""
    return _DOCUMENT_DATE.search(text, max(0, start - 40), start) is not None
