"""The meeting that a document is about, and who chaired it.

Finds         Ngày 30/6/2023, ... tổ chức Hội nghị ... · ... chủ trì phiên họp ... · kết luận của ... tại Hội nghị ...
Leaves alone  Hội nghị ... still to come
"""

import re
from datetime import date

from dondoc.facts import Event
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.text import Span

MEETING = (
    r"(?:Hội nghị|hội nghị|[Pp]hiên họp|[Pp]hiên thường kỳ|[Cc]uộc họp|[Bb]uổi làm việc|[Kk]ỳ họp|[Hh]ội thảo|"
    r"[Bb]uổi họp|[Ll]ễ|[Hh]ọp)"
)
HELD = re.compile(
    rf"(?:Ngày|ngày|Sáng|Chiều|sáng|chiều)(?: nay)?,?(?: ngày)? \(?(?P<day>\d{{1,2}})(?:[/.-]"
    rf"| tháng )(?P<month>\d{{1,2}})(?:(?:[/.-]| năm )(?P<year>\d{{4}}))?(?!\d)"
    rf"(?P<between>[^.\n]{{0,400}}?)(?:tổ chức|chủ trì|tham dự|dự và chủ trì|đã họp|đã có|có"
    rf"|họp)(?: và chủ trì)? (?P<name>{MEETING}[^.;\n]{{0,400}})"
)
# Who works with a district, without a meeting named: "Ngày 18/7, đồng chí A ... đã làm việc với huyện B".
WORKED = re.compile(
    r"(?:Ngày|ngày|Sáng|Chiều|sáng|chiều)(?: ngày)? (?P<day>\d{1,2})(?:[/.-]| tháng )(?P<month>\d{1,2})"
    r"(?:(?:[/.-]| năm )(?P<year>\d{4}))?(?!\d)(?P<between>[^.;]{0,400}?)\s(?P<name>làm việc với [^.;,\n]{3,120})"
)
STOP = re.compile(
    r" (?:về (?:kết quả|tình hình)|để|nhằm|do đồng chí|với sự|dưới sự|\((?:trực t|sau đây)|tại (?:Hội trường|trụ "
    r"sở|phòng họp))"
    r"|(?<=\d),? (?:để )?(?:đánh giá|thảo luận)|[.;\n]"
    r"|, (?:tham dự|cùng dự|có sự|dưới sự|tham gia|theo hình thức|kết nối|trực t)"
)
SUBJECT_EVENT = re.compile(rf"tại (?P<name>{MEETING}.*)$", re.DOTALL)
TITLE = (
    r"(?:(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Thủ tướng|Bộ trưởng|Thứ trưởng|Chánh Văn phòng|Chủ nhiệm"
    r"|Trưởng [Bb]an|Cục trưởng))"
)
NAME = rf"[{CAPITALS}][^\W\d_]+(?: [{CAPITALS}][^\W\d_]+){{1,3}}"
CHAIR = re.compile(
    rf"(?:[Đđ]ồng chí |[Ôô]ng |[Bb]à )?(?P<chair>(?:{TITLE}"
    rf"|(?!Sở |Bộ |Ban |Phòng |Công |Ủy |Hội ){NAME})(?:(?!\d)[^.;:()\n]){{0,260}}?) (?:đã )?(?:chủ trì|chủ tọa)"
    r"(?= (?:và |đồng |điều hành |trực tiếp )*(?:[Cc]uộc|[Pp]hiên|[Hh]ội|[Bb]uổi|[Hh]ọp|[Ll]ễ|[Kk]ỳ|[Gg]iao ban"
    r"|kết luận|tại)"
    r"|[.;(]| \()"
)
# What stands between who chairs and the chairing: "đồng chí A dự và chủ trì", "các đồng chí A, B cùng chủ trì".
PRESENT = re.compile(r",? (?:tham dự|đến dự|dự|cùng|trực tiếp)(?: và)?$")
NAMED = re.compile(rf"(?!{TITLE}){NAME}(?:,| [-–] )")
OFFICE = re.compile(r"(?:Phó )?(?:Chủ tịch|Bí thư)")
# Who went to work with others is who concluded: "đồng chí A, Bí thư Tỉnh ủy đã có buổi làm việc với ...".
MET = re.compile(
    rf"(?:[Đđ]ồng chí |[Ôô]ng |[Bb]à )(?P<chair>{NAME}(?:,| [-–])[^.;:()\n\d]{{3,200}}?)(?: và [Đđ]oàn công "
    rf"tác[^.;,]{{0,40}})?"
    r"(?: đã)? (?:có buổi làm việc|làm việc với|đi kiểm tra|kiểm tra)"
)
CONCLUDES = re.compile(
    rf"(?P<chair>{TITLE}[^.;:()\n,]{{0,60}}? {NAME})(?= (?:tại|kết luận|đã kết luận|có ý kiến|phát biểu|giao"
    rf"|yêu cầu|khẳng định|lưu ý))"
)
# Without the first there is no CHAIR, without the second no CONCLUDES: plain words are quick to look for.
CHAIRED = re.compile("chủ trì|chủ tọa")
TITLED = re.compile(
    "Chủ tịch|Bí thư|Giám đốc|Thủ tướng|Bộ trưởng|Thứ trưởng|Chánh Văn phòng|Chủ nhiệm|Trưởng [Bb]an|Cục trưởng"
)
NEWS_EVENT = re.compile(
    r"(?:dự|tại|kết luận) (?P<name>(?:phiên họp|hội nghị|cuộc họp|buổi làm việc)(?![^\W_])"
    r"(?: (?:thường kỳ|chuyên đề|trực tuyến))*(?: tháng \d{1,2}(?:/\d{4}| năm \d{4})?(?!\d))?)"
)


def read_event(body: str, offset: int, subject: str | None, year: int | None = None) -> Event | None:
    """Return the meeting held, from the opening of the body or from the subject; ``year`` is that of its day."""
    held = HELD.search(body) or (WORKED.search(body) if subject is None else None)
    if held and (held["year"] or year):
        stop = STOP.search(held["name"])
        name = held["name"][: stop.start()] if stop else held["name"]
        start = offset + held.start("name")
        return Event(name.strip(" ,"), _day(held, year), Span(start, start + len(name)))
    named = SUBJECT_EVENT.search(subject or "")
    if named is None:
        named = NEWS_EVENT.search(body) if subject is None else None
    return Event(" ".join(named["name"].split()), None) if named else None


def _day(found: re.Match[str], year: int | None) -> date | None:
    try:
        return date(int(found["year"] or year or 0), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _concluded(words: str) -> re.Match[str] | None:
    for title in TITLED.finditer(words):
        at = title.start()
        found = CONCLUDES.match(words, at - 4 if words.startswith("Phó ", max(at - 4, 0)) else at)
        if found is not None:
            return found
    return None


def read_chair(body: str, subject: str | None) -> str | None:
    """Return who chaired, or who concluded where only that is said."""
    chaired = CHAIR.search(body) if CHAIRED.search(body) else None
    if chaired:
        words = chaired["chair"]
        office = OFFICE.search(words)
        named = NAMED.match(words)
        whole = words if named or not office else words[office.start() :]
        return PRESENT.sub("", whole).strip(" ,")
    met = MET.search(body)
    if met is not None and (office := OFFICE.search(met["chair"])) is not None and office.start() > 0:
        return met["chair"].strip(" ,")
    concluded = _concluded(subject or "") or _concluded(body)
    return concluded["chair"] if concluded else None
