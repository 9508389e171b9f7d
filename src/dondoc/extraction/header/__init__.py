"""What a document says about itself: type, number, date, issuer, subject, signer, recipients, meeting, period.

Administrative documents in the format of Nghị định 30/2020/NĐ-CP and the one before it, documents of the Party, and
news. The two columns above the title may come in any order or be lost; what is not stated stays None.
"""

import re
from collections.abc import Sequence

from dondoc.extraction.header.account import is_account, is_of_whole_year, year_of_account
from dondoc.extraction.header.as_of import read_counted_up_to, read_paid_until
from dondoc.extraction.header.envelope import with_envelope
from dondoc.extraction.header.issuer import read_issuer
from dondoc.extraction.header.meeting import read_chair, read_event
from dondoc.extraction.header.numbering import read_foot_date, read_issue, read_news_date, read_numbering
from dondoc.extraction.header.opening import (
    is_told_of_year,
    of_quarterly,
    of_session,
    read_compared,
    read_later,
    read_opening,
)
from dondoc.extraction.header.page import FAR, Page, read_page
from dondoc.extraction.header.reported import TITLE_END, read_heard, read_page_title, read_period
from dondoc.extraction.header.run_together import read_run_together
from dondoc.extraction.header.signature import read_foot
from dondoc.extraction.header.subject import read_subject
from dondoc.extraction.header.throughout import read_throughout
from dondoc.extraction.spoken_year import spoken_year
from dondoc.facts import AgencyMention, DocumentType, Event, Evidence, Header
from dondoc.grammar.period_arithmetic import last_day
from dondoc.text import Span, Text

__all__ = ["extract_header"]

KINDS: dict[str, DocumentType] = {
    "BÁO CÁO": "report",
    "CHỈ THỊ": "directive",
    "CÔNG ĐIỆN": "directive",
    "KẾ HOẠCH": "plan",
    "CHƯƠNG TRÌNH HÀNH ĐỘNG": "plan",
    "CHƯƠNG TRÌNH CÔNG TÁC": "plan",
    "CHƯƠNG TRÌNH": "plan",
    "PHƯƠNG ÁN": "plan",
    "NGHỊ QUYẾT": "resolution",
    "QUYẾT ĐỊNH": "decision",
    "KẾT LUẬN": "conclusion_notice",
    "THÔNG BÁO KẾT LUẬN": "conclusion_notice",
    "CÔNG VĂN": "official_letter",
}
CONCLUSION = re.compile(
    r"kết luận|ý kiến chỉ đạo|chỉ đạo của|ý kiến (?:của|thống nhất)|(?:kết quả|nội dung) (?:cuộc họp|phiên họp"
    r"|hội nghị|buổi)",
    re.IGNORECASE,
)
LETTER = re.compile(r"(?:^|\n)\W*(?:Kính gửi|KÍNH GỬI)|(?<![^\W_])V/[vV] ")
NEWS = re.compile(
    r"(?<![\d-])20\d\d-\d\d-\d\d\s*[-–]\s*[A-ZĐ]|"
    r"(?:^|\n)(?:\s?date \d|\s*\([^()\n]{2,40}\)(?:\s?[-–]| (?:Sáng|Chiều|Tối|Ngày) \d)|"
    r"\s*(?:Thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|Chủ nhật),? "
    r"|\s*Cập nhật lúc \d{1,2}[:h]\d{2},? (?:Thứ|Chủ nhật)"
    r"|(?:Sáng|Chiều)(?: nay)?\W)|(?:tham dự|dự) (?:phiên họp|hội nghị|buổi làm việc|cuộc họp) có|Tin, ảnh|PV\b"
    r"|[Ảả]nh: "
)
# News tells what somebody in charge did or said; the first words of the title may be in small letters.
TOLD = re.compile(
    r"(?:Thủ tướng|Chủ tịch|Bí thư|Bộ trưởng|Thứ trưởng|Giám đốc Sở|Lãnh đạo|Ban Thường vụ|UBND|Ủy ban nhân dân|"
    r"Uỷ ban nhân dân|"
    r"HĐND|Hội đồng nhân dân|Thường trực|Tỉnh ủy|Thành ủy|Huyện ủy|Đoàn (?:giám sát|công tác|kiểm tra)|"
    r"Bộ [A-ZĐ]\w+|[Đđ]ồng chí|Ông [A-ZĐ])[^.\n]{0,120}?\s(?:vừa (?:có|ban hành|ký|tiến hành|tổ chức)|cho biết|nhấn "
    r"mạnh|nêu rõ|kết luận:|"
    r"đã có (?:văn bản|công văn)|"
    r"ban hành (?:công văn|văn bản|chỉ thị|công điện|kế hoạch|đề án)|"
    r"ra (?:công văn|văn bản|chỉ thị|thông báo)|(?:cũng )?(?:yêu cầu|"
    r"chỉ đạo|đề nghị|tiến hành (?:đợt|giám sát|kiểm tra|khảo sát)|tổ chức (?:hội nghị|phiên họp|cuộc họp|kỳ họp)|họp "
    r"(?:giao ban|thường kỳ)|"
    r"lưu ý|giao (?:các|cho|Sở|UBND|Bộ|Công an))|chủ trì (?:hội nghị|cuộc họp|phiên họp|buổi))",
    re.IGNORECASE,
)
# What tells of a paper that others issued: "Công điện nêu rõ: ...", "Ngày 25/5/2022, UBND huyện ban hành Kế hoạch ...".
CITED = re.compile(
    r"(?:[Cc]ông (?:điện|văn)|[Cc]hỉ thị|[Vv]ăn bản|[Kk]ế hoạch|[Tt]hông báo)"
    r"(?: số [^\s,;.]{3,30})?(?: ngày [\d/.-]{6,10})? "
    r"(?:nêu(?: rõ)?|yêu cầu|đặt (?:ra )?mục tiêu|"
    r"cũng nêu|cho biết)(?!\w)|"
    r"(?:^|\n)\W*(?:Ngày|Sáng|Chiều|Tối|Trưa) (?:ngày |nay )?(?:\()?\d{1,2}[/.-]\d{1,2}[^.\n]{0,120}?\s(?:đã |vừa |có "
    r")?(?:ký )?"
    r"(?:ban hành|có) (?:Quyết định|Kế hoạch|Công văn|Công điện|Chỉ thị|[Vv]ăn bản|Thông báo)(?!\w)|"
    r"(?:^|\n)\W*(?:Công văn|Công điện|Chỉ thị|Văn bản) số [^\n]{4,90}? (?:ký|truyền đạt|gửi|yêu cầu|chỉ đạo)(?!\w)"
)
NAMED_KINDS: dict[str, DocumentType] = {
    "thông báo kết luận": "conclusion_notice",
    "thông báo ý kiến kết luận": "conclusion_notice",
    "chỉ thị": "directive",
    "công điện": "directive",
    "kế hoạch": "plan",
    "nghị quyết": "resolution",
    "quyết định": "decision",
    "báo cáo": "report",
    "công văn": "official_letter",
}
NAMED = re.compile(
    rf"(?P<kind>{'|'.join(name.capitalize() for name in NAMED_KINDS)})\s+(?:về|của|tiến độ|số \d|triển khai|thực hiện|"
    rf"tổ chức|phê duyệt|"
    r"ban hành|tình hình|kết quả|hỗ trợ|sửa đổi|quy định|thông qua|công tác)"
)
ITSELF = re.compile(r"(?<!\w)(?P<kind>Chỉ thị|Công điện|Kế hoạch|Nghị quyết|Quyết định) này(?!\w)")
QUOTED = re.compile(r"(?<!\w)(?:vừa|đã|mới) (?:ký )?ban hành|vừa (?:có|ký)|cho biết")
# A report that has lost its head keeps its sections; news has none.
SECTION = re.compile(r"\n[\s*]*(?:[IVX]{1,4}\.|\d{1,2}[.)]|\(\d{1,2}\)|[a-e]\.)[\s*]+[A-ZĐ]")
FEWEST_SECTIONS = 2
# The title of a page that reports without an official head: "Tình hình kinh tế - xã hội tháng 6 năm 2023".
REPORTS = re.compile(
    r"\W*(?:Tổng hợp |"
    r"(?:Một số )?(?:[Nn]ét|[Tt]hông tin|[Kk]ết quả)(?: chính| chủ yếu| nổi bật)?(?: về)? )?(?:Tình hình|"
    r"tình hình|TÌNH HÌNH|[Kk]ết quả)\s+"
    r"(?:phát triển |thực hiện (?:nhiệm vụ |kế hoạch )?(?:phát triển )?)?(?:kinh tế|KT|sản xuất|thu ngân sách|đầu tư|"
    r"(?:hoạt động )?(?:của )?ngành|hoạt động sản xuất|thương mại|xuất (?:nhập )?khẩu|"
    r"giải ngân)"
    r"[^.]{0,120}(?:tháng|quý|năm)(?!\w)",
    re.IGNORECASE,
)
# What a page tells after others is news, whatever its title says.
RETOLD = re.compile(
    r"\n\W*Theo (?:số liệu |thông tin |đánh giá |tổng hợp )*(?:[Bb]áo cáo|thống kê|của|từ)? ?(?:của|từ) [A-ZĐ]"
)
# What a page without an official head may be; its first lines are its title.
UNHEADED = frozenset({"report", "news", "other"})
DATED = frozenset({"conclusion_notice", "report", "news"})
PLANNED_YEAR = re.compile(
    r"(?<!đến )(?<!từ )(?<!khóa )(?<!phố )(?:năm|NĂM) (?P<year>20\d{2})(?! ?[-–]\s?\d|\d)"
    r"(?=\W*$| (?:trên địa bàn|tại|của|ở) (?:toàn )?(?:tỉnh|huyện|xã|phường|thị xã|thành phố|quận|đặc khu)\b)"
)
# "quý IV năm 2025": the part of the year that a plan is for.
PLANNED_PART = re.compile(
    r"(?:quý (?:IV|III|II|I|[1-4])|(?:0?6|sáu) tháng (?:đầu|cuối)|tháng \d{1,2}),? \Z", re.IGNORECASE
)
# "năm 2023 và 6 tháng đầu năm 2024": a plan over more than one year is for none of them.
SEVERAL_YEARS = re.compile(
    r"(?:năm|NĂM) (?P<first>20\d{2})(?:,| và| VÀ|;)[^,;]{0,30}(?:năm|NĂM) (?!(?P=first))20\d{2}\W*$"
)
# A page without any head that tells figures in sentences is a piece of news.
FIGURE = re.compile(
    r"\d(?:[.,]\d+)*\s?(?:%|(?:tỷ|tỉ|triệu|nghìn|ngàn|ha|tấn|lượt|vụ|hộ|người|con|dự án|doanh nghiệp|xã|trường)(?!\w))"
)
FEWEST_FIGURES = 3
PROSE = re.compile(r"[^\W\d_\n]{2}[,;.](?:\s[^\n]|$)")
# A head that the page shows beside its text comes behind it in the file.
BESIDE_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
LAST_WORDS = 600
TOPMOST = 4
LONGEST_CRUMB = 60
OPENING = 2500
MONTH = re.compile(r"\d{4}-\d{2}")
# A report on the second quarter whose first section is headed by the half year tells of that.
FIRST_HALF = re.compile(r"(?:^|\n)\W*(?:[A-Z]|[IVX]{1,4})\s?[.:/)-][^\n]{0,80}6 tháng đầu năm", re.IGNORECASE)
# What a conclusion without a time in its title reviews, so that its opening names the time.
REVIEWING = ("phiên họp", "kinh tế - xã hội", "làm việc với", "giao ban")
# Before November a page that names its year tells of a part of it.
LAST_MONTHS = "11"
LONGEST_HEAD = 6000
# Until April a page tells of the year before.
REVIEWS_OVER = "04"


def extract_header(text: Text, agencies: Sequence[AgencyMention] | None = None) -> Header:
    """Return what ``text`` says about itself; a part that it does not state is None.

    ``agencies`` are those of the text, where the caller has found them already.
    """
    return with_envelope(_stated(text, agencies), text.envelope)


def _stated(text: Text, agencies: Sequence[AgencyMention] | None) -> Header:
    page = read_page(text)
    if not page.lines:
        return Header()
    content = text.content
    head_end = page.lines[page.title].span.start if page.title is not None else _head_end(page)
    head = content[: min(head_end, LONGEST_HEAD)]
    numbering, issue = read_numbering(head), read_issue(head)
    if issue.issued is None and BESIDE_TITLE in content[-LAST_WORDS:]:
        issue = read_issue(content[-LAST_WORDS:])._replace(span=None)
    foot = read_foot(page.lines[page.foot :])
    subject = read_subject(page, content)
    official = bool(numbering.symbol or foot.signer or foot.recipients)
    kind = _kind(page, content, subject, official)
    begins = _body_start(page, subject)
    body = content[begins : begins + OPENING]
    news = kind == "news"
    account = kind == "other" and page.type is None and not official and is_account(page, content)
    unheaded = kind == "report" and page.title is None and not official
    shown = unheaded or (kind == "conclusion_notice" and page.title is None)
    issued = issue.issued or _day_of_page(text, kind, unheaded=shown)
    if issued is None and page.title is not None and numbering.symbol is None:
        # A report that a site shows under the day on which it put it there.
        issued = read_news_date(head)
    year = int(issued[:4]) if issued else spoken_year(content) if news else None
    event = read_event(body, begins, subject, year) if kind in ("conclusion_notice", "news") else None
    return Header(
        type=kind,
        number=numbering.number,
        symbol=numbering.symbol,
        issuer=None if news else read_issuer(page, content, foot.signer, agencies),
        place=issue.place,
        issued=issued,
        subject=subject,
        period=(year_of_account(content) if account and is_of_whole_year(content) else None)
        or _period("news" if account else kind, subject, body, issued, event, content if page.title is None else "")
        or (year_of_account(content) if account else None)
        or (None if official or page.title is not None or kind not in UNHEADED else _of_page(page, content))
        or (read_throughout(content, issued) if unheaded or account else None),
        event=event,
        chair=read_chair(body, subject) if kind in ("conclusion_notice", "news") else None,
        signer=None if news else foot.signer,
        recipients=() if news else foot.recipients,
        evidence=_evidence(numbering.span, issue.span),
    )


def _day_of_page(text: Text, kind: DocumentType, *, unheaded: bool) -> str | None:
    """The day that a site writes over a report that it shows without its head, over news or under them."""
    over = read_news_date(text.source[:600]) if kind == "news" or unheaded else None
    return over or (read_foot_date(text.source[-LAST_WORDS:]) if kind == "news" else None)


def _head_end(page: Page) -> int:
    for index, line in enumerate(page.lines[:FAR]):
        if re.match(
            r"\W*(?:Kính gửi|KÍNH GỬI|Căn cứ|I\.|1\.)" if index < 20 else r"\W*(?:Kính gửi|KÍNH GỬI)", line.words
        ):
            return line.span.start
    return page.lines[min(len(page.lines), 8) - 1].span.end


def _kind(page: Page, content: str, subject: str | None, official: bool) -> DocumentType:
    if page.type == "THÔNG BÁO":
        return "conclusion_notice" if CONCLUSION.search(subject or "") else "other"
    if page.type is not None:
        return KINDS.get(page.type, "other")
    if (paper := read_run_together(page.lines[0].words)) is not None:
        return KINDS.get(paper, "conclusion_notice")
    opening = content[:OPENING]
    if LETTER.search(opening):
        return "official_letter"
    if official:
        return _itself(content) or "other"
    if CITED.search(opening) is not None:
        return "news"
    if NEWS.search(opening):
        return "report" if not TOLD.search(opening) and _titled(page, opening) == "report" else "news"
    titled = _titled(page, opening) or (None if QUOTED.search(opening) else _itself(content))
    if titled is None and is_account(page, content):
        return "other"
    return titled or _unheaded(opening)


def _itself(content: str) -> DocumentType | None:
    """What a document that has lost its title calls itself: "tổ chức thực hiện Chỉ thị này"."""
    itself = ITSELF.search(content)
    return NAMED_KINDS[itself["kind"].lower()] if itself is not None else None


def _titled(page: Page, opening: str) -> DocumentType | None:
    """What the first lines of a page without an official head call it, below what the site writes over its pages."""
    for line in page.lines[:TOPMOST]:
        if line.words.endswith(".") and not (REPORTS.match(line.words) and TITLE_END.search(line.words)):
            return None
        named = NAMED.match(line.words)
        if named is not None:
            return NAMED_KINDS[named["kind"].lower()]
        if REPORTS.match(line.words):
            retold = RETOLD.search(opening) and len(SECTION.findall(opening)) < FEWEST_SECTIONS
            return "news" if retold else "report"
        if len(line.words) > LONGEST_CRUMB:
            return None
    return None


def _unheaded(opening: str) -> DocumentType:
    """What a text without head and title is: a report in sections, news, or neither."""
    figures = len(FIGURE.findall(opening)) >= FEWEST_FIGURES
    told = TOLD.search(opening)
    if figures and not told and len(SECTION.findall(opening)) >= FEWEST_SECTIONS:
        return "report"
    return "news" if (told or figures) and PROSE.search(opening) else "other"


def _body_start(page: Page, subject: str | None) -> int:
    """Where the body begins: after the title and the subject."""
    if page.title is None:
        return page.lines[0].span.start
    behind = page.lines[page.title].span.end
    for line in page.lines[page.title + 1 : page.title + 8]:
        if not subject or " ".join(line.words.split()).strip(" *;") not in subject:
            break
        behind = line.span.end
    return behind


def _period(
    kind: DocumentType, subject: str | None, body: str, issued: str | None, event: Event | None, page: str
) -> str | None:
    """What the document reports on: by its subject, by its opening, by the whole ``page`` where it has no title."""
    if kind in ("plan", "resolution"):
        return _planned(kind, subject or "")
    year = int(issued[:4]) if issued else (event.date.year if event and event.date else None)
    if kind == "official_letter":
        return read_period(subject or "", year, cued=True)
    if kind not in DATED:
        return None
    if year is None and kind == "news":
        year = spoken_year(page)
    until = issued if kind == "news" else None
    period = read_period(subject or "", year, until=until)
    if period is None and (kind == "news" or not subject or any(words in subject for words in REVIEWING)):
        period = read_period(body, year, cued=True, until=until)
    if period is None and kind == "conclusion_notice":
        period = read_heard(body, year)
    elif kind == "conclusion_notice" and period is not None and MONTH.fullmatch(period):
        heard = read_heard(body, year, behind=True)
        part = heard is not None and ".." not in heard and last_day(heard) == last_day(period)
        period = heard if part else period
    if kind == "report" and period is not None and period.endswith("-Q2") and FIRST_HALF.search(body) is not None:
        period = f"{period[:4]}-H1"
    running = period is not None and issued is not None and period == issued[:4] and issued[5:7] < LAST_MONTHS
    if kind == "conclusion_notice" and running:
        heard = read_period(body, year, cued=True)
        period = heard if heard is not None and heard.startswith(f"{period}-") else period
    if kind == "news" and (period is None or running) and FIGURE.search(body) is not None:
        period = read_opening(body, year, few=len(FIGURE.findall(body)) < FEWEST_FIGURES, until=until) or period
    if kind == "news" and _is_of_another_year(period, issued):
        period = read_throughout(body, issued) or period
    if kind == "news" and period is None and issued is None and year is not None:
        period = str(year) if is_told_of_year(page, year) else None
    if kind == "news" and period is not None and "-Q" in period:
        period = of_quarterly(body, read_later(body, period))
    if period is not None and kind in ("news", "conclusion_notice"):
        period = of_session(body, period)
    if period is None and kind != "news":
        period = read_counted_up_to(body, issued)
    return (read_paid_until(page, period) if period is not None and page else None) or period


def _planned(kind: DocumentType, subject: str) -> str | None:
    """The year, or the part of it, that a plan or a resolution is for."""
    planned = PLANNED_YEAR.search(subject)
    if planned is None or SEVERAL_YEARS.search(subject):
        return None
    part = PLANNED_PART.search(subject, 0, planned.start()) if kind == "plan" else None
    return (read_period(subject[part.start() : planned.end()], None) if part else None) or planned["year"]


def _is_of_another_year(period: str | None, issued: str | None) -> bool:
    """Whether news ``issued`` in the middle of a year would report on another: they name it to compare with it."""
    if period is None or issued is None or not period.isdecimal() or period == issued[:4]:
        return False
    return period > issued or issued[5:7] > REVIEWS_OVER


def _of_page(page: Page, content: str) -> str | None:
    """What a page without a head reports on: by its title, else by what it compares with."""
    return read_page_title(page) or read_compared(" ".join(content[:OPENING].split()))


def _evidence(number: tuple[int, int] | None, issue: tuple[int, int] | None) -> tuple[Evidence, ...]:
    found = []
    if number:
        found.append(Evidence("number", "header:number", Span(*number)))
    if issue:
        found.append(Evidence("issued", "header:date", Span(*issue)))
    return tuple(found)
