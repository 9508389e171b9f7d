"""A document cited by its name alone.

Finds         Luật Ngân sách Nhà nước · thực hiện Đề án tái cơ cấu nông nghiệp · Nghị quyết của Tỉnh ủy
Leaves alone  dự thảo Luật Đất đai · xây dựng Kế hoạch kiểm tra: not yet a document to rest on · Nghị quyết alone
"""

import re

from dondoc.grammar.agencies import read_agency_list
from dondoc.grammar.agencies.folding import CAPITALS, key_pattern
from dondoc.grammar.agencies.gazetteer import walk
from dondoc.grammar.references.types import document_types

BASIS = key_pattern(
    r"(?:theo(?: đúng)?(?: quy định(?: của| tại)?)?|(?:thực hiện|triển khai|thi hành|tuân thủ)(?:,? (?:và )?(?:tốt"
    r"|hiệu quả"
    r"|có hiệu quả|nghiêm|đúng|nghiêm túc|đồng bộ|thành công|thắng lợi|quyết liệt|kịp thời|đầy đủ|hoàn thành"
    r"|các nội dung"
    r"|các nhiệm vụ))*|tại|căn cứ(?: vào)?|quy định (?:của|tại)|quán triệt"
    r"|tinh thần|chấp hành|cụ thể hóa|gắn với|bám sát|mục tiêu(?: của)?|nội dung|ban hành kèm theo"
    r"|trong khuôn khổ|thuộc|trên cơ sở|nhiệm vụ(?: của)?)(?: các)? ?[“\"]?$"
)
DRAFT = key_pattern(
    r"(?:dự thảo|xây dựng|ban hành|hoàn thành|hoàn thiện|hoàn chỉnh|lập|trình|phê duyệt|tham mưu|soạn thảo"
    r"|điều chỉnh|tham gia|đề xuất|thẩm định|lấy ý kiến|góp ý|sửa đổi|dự án|thông qua|công bố) (?:các "
    r"|thực hiện |về )?[“\"]?$"
)
PERIOD = (
    r"(?: (?:giai đoạn|thời kỳ|nhiệm kỳ) \d{4} ?[-–] ?\d{4}(?:,? (?:và )?(?:tầm nhìn"
    r"|định hướng)(?: đến)?(?: năm)? \d{4})?| đến năm \d{4}(?:,? (?:và )?(?:tầm nhìn"
    r"|định hướng)(?: đến)?(?: năm)? \d{4})?)"
)
EDITION = (
    r"(?:,? \(?(?:lần thứ|khóa|khoá|kỳ họp thứ|nhiệm kỳ) ?(?:[IVXLC]+|\d{1,4}(?: ?[-–] ?\d{4})?"
    r"|[a-zà-ỹđ]+)(?: khóa [IVXLC]+)?\)?(?: của Đảng)?)"
)
TERRITORY = re.compile(
    rf"(?: trên địa bàn)? (?:tỉnh|thành phố|huyện|thị xã|xã|phường|TP\.?)(?: [{CAPITALS}][^\W\d_]*){{0,3}}(?={PERIOD})"
)
PERIOD_MARK = re.compile(PERIOD)
EDITION_MARK = re.compile(EDITION)
LAW_TAIL = re.compile(
    r"(?: số \d{1,3}/\d{4}/QH\d{1,2})?"
    r"(?: (?:sửa đổi)?\(?(?:sửa đổi|sửa đổi, bổ sung)\)?)?(?:(?: năm)? (?:19|"
    r"20)\d{2}(?!\d))?"
)
CONGRESS = re.compile(
    r" (?:của )?(?:Hội nghị (?:lần thứ [a-zà-ỹ]+ )?)?(?:Đại hội(?: đại biểu)?(?: toàn quốc)?(?: [IVXLC]+"
    r"(?: của Đảng)?)?(?: (?:Đảng bộ"
    r"|Đảng|đảng bộ|Công đoàn|Đoàn)(?: (?:tỉnh|thành phố|huyện|xã|thị xã|các cấp"
    r"|bộ phận)(?: [A-ZĐ][a-zà-ỹ]+){0,3}| toàn quốc)?)?|Trung ương(?: \d{1,2})?)"
)
# A resolution of a session: "Nghị quyết phiên họp Chính phủ thường kỳ tháng 8/2016".
SESSION = re.compile(
    r" (?:các )?phiên họp(?: (?:của )?Chính phủ)?(?: (?:thường kỳ|chuyên đề|trực tuyến|"
    r"thường xuyên))?(?: của Chính phủ)?"
    r" tháng \d{1,2}(?: ?/ ?| năm )\d{4}"
)
YEAR = re.compile(r"(?: năm (?:19|20)\d{2}| (?:hằng|hàng) năm)(?= của )")
QUOTED = re.compile(r" ?(?:“[^“”\n]{6,200}”|\"[^\"\n]{6,200}\")")
GENERAL = ("của Quốc hội", "của Chính phủ")
KINDS = re.compile(
    r"(?<!\w)(?:các|những) (?:(?:chủ trương|đường lối|quan điểm|chính sách|nghị quyết|chỉ thị|kết luận|quy định|văn bản"
    r"|luật|nghị định|thông tư|quyết định|kế hoạch|chương trình|đề án|hướng dẫn|pháp luật)(?:, | và |, và ))+\Z",
    re.IGNORECASE,
)
MOST_WORDS = 16
ABOUT = " về "
OF = re.compile(rf" (?:của )?(?=[{CAPITALS}])")
NAME_WORD = re.compile(r" {1,2}(?:- )?(?P<word>[^\W_]+(?:[/-][^\W_]+)?)")
# Who issues so many papers that the body alone names none: "theo Chỉ thị của UBND thị xã".
MANY_PAPERS = frozenset({"committee", "role"})
ISSUED_OFTEN = frozenset({"chỉ thị", "kế hoạch", "phương án"})
ISSUERS = frozenset({"party", "committee", "council", "central", "front", "assembly"})
STOPS = frozenset(
    [
        "đã",
        "đang",
        "sẽ",
        "được",
        "là",
        "và",
        "hoặc",
        "theo",
        "để",
        "nhằm",
        "cho",
        "với",
        "từ",
        "tại",
        "trong",
        "trên",
        "khi",
        "nếu",
        "mà",
        "thì",
        "do",
        "bởi",
        "cần",
        "phải",
        "có",
        "không",
        "gồm",
        "năm",
        "giai",
        "thời",
        "đến",
        "của",
        "gắn",
        "nhất",
        "như",
        "theo",
        "vào",
        "này",
        "nêu",
        "trước",
        "sau",
        "chưa",
        "cùng",
        "qua",
        "bằng",
        "đạt",
        "ngay",
    ]
)
# No name begins so: "Đề án một cách hiệu quả", "Đề án ở địa phương".
NO_NAME = frozenset(
    [
        *("giữa", "một", "ở", "mới", "đó", "còn", "những", "các", "nói"),
        *("chi", "ra", "lên", "liên", "hằng", "hàng", "về", "lập"),
    ]
)
# Laws still to be made, one after the other: "các dự án Luật Hộ tịch, Luật Chứng thực".
LISTED_DRAFT = key_pattern(r"(?:dự án|dự thảo)(?: các)? (?:bộ )?luật [^;.:]{3,60}(?:,| và| hoặc) ?$")
STOP_PHRASES = key_pattern(
    r" {1,2}(?:thực hiện|triển khai|bảo đảm|đảm bảo|báo cáo|tham mưu|trình|chủ trì|phối hợp|tổ chức thực hiện"
    r"|khẩn trương|hiện hành|hiện nay|hằng năm|hàng năm|đúng (?:lộ trình|tiến độ|quy định|kế hoạch|mục tiêu|thời hạn)"
    r"|kịp thời|hiệu quả|nghiêm túc|đồng bộ|quyết liệt|có hiệu quả|bắt đầu|ban hành kèm|kèm theo)(?![^\W_])"
)
LISTED_WORD = re.compile(
    r"(?:(?<=[Pp]hòng)|(?<=[Pp]hòng cháy)), (?:chống|chữa cháy)(?![^\W_])"
    r"|(?<=lụt), bão|(?<=bão), lũ|(?<=cháy), nổ|(?<=tham nhũng), (?:tiêu cực|lãng phí)|(?<=tiết kiệm), chống lãng phí"
    r"|(?<=thiên tai), tìm kiếm cứu nạn|(?<=sửa đổi), bổ sung(?![^\W_])|(?<=văn thư), lưu trữ|(?<=an ninh), trật tự"
    r"|(?<=nông nghiệp), nông (?:dân|thôn)|(?<=nông dân), nông thôn|(?<=thể dục), thể thao|(?<=văn hóa), thể thao"
)
KNOWN_PHRASES = re.compile(
    r" (?:ứng phó với|gắn với|thích ứng với|và (?!Luật|Bộ luật|Pháp lệnh|Nghị|Quyết định|Thông tư|Chỉ thị|Kế hoạch"
    r"|Đề án|Chương trình|Kết luận|triển|thực|tổ|các|những|báo|đề|kế|chương|nghị|tham|tiếp|phối"
    r"|chỉ|khẩn|công tác|xem|cho|rà|hoàn|hướng|gửi|góp|đôn|yêu|giao|lấy|sớm|kịp|kiểm|xử)[^\W\d_]+"
    r"|trong trường học|trong nước|cho [a-zà-ỹđ]+)"
)


def title_end(text: str, key: str, start: int, end: int, group: str) -> int | None:
    """Return the end of the name of the document whose type stands at ``start`` to ``end``, or None."""
    if not text[start].isupper():
        return None
    before = key[max(start - 40, 0) : start].rstrip()
    if DRAFT.search(before + " "):
        return None
    if group == "law":
        if LISTED_DRAFT.search(key[max(start - 90, 0) : start].rstrip()):
            return None
        return _law_end(text, key, start, end)
    if group == "resolution" or group == "basis":
        named = _congress_end(text, end) or _issuer_end(
            text,
            end,
            roles=group == "basis" and BASIS.search(before) is not None,
            resolves=text[start:end].lower() not in ISSUED_OFTEN,
        )
        if named is not None:
            return None if _is_general(text, start, named) else named
    if group == "basis" and BASIS.search(before):
        quoted = QUOTED.match(text, end)
        return quoted.end() if quoted is not None else _name_end(text, key, end)
    return None


def _law_end(text: str, key: str, start: int, end: int) -> int | None:
    if key.startswith("hiến pháp", start):
        tail = LAW_TAIL.match(text, end)
        return tail.end() if tail else end
    if key[end : end + 1] != " ":
        return None
    listed = walk(document_types().laws, key, end + 1)
    if listed is None or (not text[end + 1].isupper() and not text[start].isupper()):
        reached = _name_end(text, key, end) if text[end + 1 : end + 2].isupper() else None
    else:
        reached = listed[0]
    if reached is None:
        return None
    tail = LAW_TAIL.match(text, reached)
    return tail.end() if tail else reached


def _congress_end(text: str, end: int) -> int | None:
    congress = SESSION.match(text, end) or CONGRESS.match(text, end)
    if congress is None:
        return None
    reached = congress.end()
    for _ in range(3):
        edition = EDITION_MARK.match(text, reached)
        if edition is None:
            break
        reached = edition.end()
    return reached


def _issuer_end(text: str, end: int, *, roles: bool, resolves: bool) -> int | None:
    year = YEAR.match(text, end)
    here = year.end() if year else end
    link = OF.match(text, here)
    if link is None or (year and "của" not in link[0]):
        return None
    agencies, _ = read_agency_list(text[link.end() : link.end() + 160], 0)
    if not agencies or not (agencies[0].kind in ISSUERS or (roles and agencies[0].kind == "role")):
        return None
    if agencies[0].span.start > 0:
        return None
    named = link.end() + agencies[0].span.end
    unnamed = not resolves and year is None and agencies[0].kind in MANY_PAPERS
    return _subject_end(text, named) or (None if unnamed else named)


def _is_general(text: str, start: int, reached: int) -> bool:
    """Whether one of a list of kinds is meant, no paper: "các chủ trương, Luật, Nghị quyết của Quốc hội"."""
    if KINDS.search(text, max(0, start - 90), start) is not None:
        return True
    return text.endswith((", ", "; "), 0, start) and text.endswith(GENERAL, start, reached)


def _subject_end(text: str, end: int) -> int | None:
    """End of what a paper without a number is about: "Nghị quyết của Tỉnh ủy về chuyển đổi số"."""
    if not text.startswith(ABOUT, end):
        return None
    here = end + len(ABOUT) - 1
    for count in range(MOST_WORDS):
        word = NAME_WORD.match(text, here)
        compound = text.endswith(" mặt", 0, here) and text.startswith(" bằng", here)
        if word is None or (word["word"].lower() in STOPS and not compound and KNOWN_PHRASES.match(text, here) is None):
            return here if count > 1 else None
        if count > 1 and STOP_PHRASES.match(text, here):
            return here
        here = word.end()
    return here


def _name_end(text: str, key: str, end: int) -> int | None:
    """End of a free name: words up to a stop, with the period it covers."""
    here = end
    count = 0
    while count < 16:
        marked = (TERRITORY.match(text, here) or PERIOD_MARK.match(text, here)) if count else None
        if marked:
            here = marked.end()
            period = PERIOD_MARK.match(text, here)
            return period.end() if period else here
        word = NAME_WORD.match(text, here)
        listed = LISTED_WORD.match(text, here) if count else None
        if listed is not None:
            here = listed.end()
            continue
        if word is None or STOP_PHRASES.match(key, here):
            break
        if count == 0 and word["word"] in NO_NAME:
            break
        if word["word"].lower() in STOPS and not (word["word"] == "không" and text.endswith("Hàng", 0, here)):
            phrase = KNOWN_PHRASES.match(text, here)
            if phrase is None or count == 0 or text[here - 1].isdigit():
                break
            here = phrase.end()
            continue
        here = word.end()
        count += 1
    return here if count >= 1 else None


SECOND = re.compile(r" ?(?:[.,;:)*”\n]|$|đã |này|nêu trên|trên[ ,.;]|đề ra|của cả)")


def rests_on(key: str, start: int) -> bool:
    """Whether the words before ``start`` say that something rests on what is named there."""
    return BASIS.search(key[max(start - 40, 0) : start].rstrip()) is not None


def second_mention(key: str, start: int, end: int) -> bool:
    """Whether a type alone points back at a document named before ("theo Nghị quyết.")."""
    before = key[max(start - 40, 0) : start].rstrip()
    return SECOND.match(key, end) is not None and BASIS.search(before) is not None and " các" not in before[-4:]
