"""What a document is: by its title, by what it calls itself, by how it opens and tells.

Finds         THÔNG BÁO Kết luận của ...: a conclusion notice · Kính gửi: a letter · Kế hoạch này: what calls itself so
              Sáng 28/9, ... (SLO) - ...: news · Tình hình kinh tế - xã hội tháng 6: a report without its head
Leaves alone  Công điện nêu rõ: ..., Ngày 25/5, UBND huyện ban hành Kế hoạch ...: news of a paper that others issued
"""

import re

from dondoc.extraction.header.account import is_account
from dondoc.extraction.header.page import Page
from dondoc.extraction.header.reported import TITLE_END
from dondoc.extraction.header.run_together import read_run_together
from dondoc.facts import DocumentType

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
# A page without any head that tells figures in sentences is a piece of news.
FIGURE = re.compile(
    r"\d(?:[.,]\d+)*\s?(?:%|(?:tỷ|tỉ|triệu|nghìn|ngàn|ha|tấn|lượt|vụ|hộ|người|con|dự án|doanh nghiệp|xã|trường)(?!\w))"
)
FEWEST_FIGURES = 3
PROSE = re.compile(r"[^\W\d_\n]{2}[,;.](?:\s[^\n]|$)")
TOPMOST = 4
LONGEST_CRUMB = 60
OPENING = 2500


def read_kind(page: Page, content: str, subject: str | None, official: bool) -> DocumentType:
    """Return what ``page`` is; ``official`` tells whether it has a number, a signature or recipients."""
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
