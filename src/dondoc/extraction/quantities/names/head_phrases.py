"""The phrase before a figure that names what it measures, cut down to what a statistician would write.

Finds         "Tổng mức bán lẻ hàng hóa ... tháng 02/2023 ước đạt" → the noun phrase · "UBND thành phố đã nhận" → "nhận"
              "Trồng trọt: Vụ lúa Đông xuân: Xuống giống được" → "Vụ lúa Đông xuân Xuống giống"
Leaves alone  words of approximation, time and comparison: they are never part of a name
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.measure_words import (
    from_opening,
    is_adverbial,
    is_one_name,
    joins,
    opens_name,
)
from dondoc.extraction.quantities.names.tellings import aimed_at, without_asides, without_kind, without_telling
from dondoc.extraction.quantities.names.trimming import plain, trim_name, without_place
from dondoc.extraction.quantities.names.verbs import any_verb_first, from_verb, has_verb, starts_with_verb, without_lead

_NO_TOPIC = re.compile(
    r"(?:sở|ubnd|hđnd|ủy ban|uỷ ban|hội đồng nhân dân|cục|chi cục|phòng|ban|công an|chủ tịch|giám đốc|thủ trưởng|"
    r"phần thứ|các|nhiệm vụ|giải pháp|kết quả|đánh giá|v/v|v|"
    r"tình hình|một số|phương hướng|mục tiêu)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:(?<!đạt )(?<!đạt được )(?<!có )(?<!theo )(?<!Theo )(?<!hóa )(?<!hoá )(?<!trả )"
    r"kết quả(?! khá| tốt| tích cực| khả quan|"
    r" cao| quan)|qua đó|trong đó|"
    r"nâng tổng số)\b[,:]?",
    re.IGNORECASE,
)
# "Chia theo tháng: tháng 7 ...", "Phân theo kỳ hạn: ngắn hạn ...": by what the rows are told apart.
_DIVIDED = re.compile(r"\b(?:[Pp]hân|[Cc]hia)(?: ra)? theo [^:,;.\d]{2,40}:\s*")
_PREDICATE = re.compile(
    r"\s+(?:đạt\s+(?:kế hoạch|kh|dự toán|chỉ tiêu)\b|(?:chưa|không|(?<!xây dựng )cơ bản)\s+đạt|"
    r"đạt\s+(?:tỷ lệ |tỉ lệ |mức )?(?:cao|thấp|khá)|"
    r"chiếm\s+(?:tỷ lệ|tỉ lệ|"
    r"tỷ trọng)\s+(?:cao|lớn|thấp|chủ yếu|nhỏ)(?:\s+nhất)?|còn\s+(?:chậm|thấp|cao))\b[^,;:]*",
    re.IGNORECASE,
)
_WHO_IS_TOLD = re.compile(
    r"(?:(?:các )?đồng chí|ông|bà|sở|ubnd|ủy ban|uỷ ban|cục|chi cục|công an|chủ tịch|giám đốc|văn phòng|trung tâm|"
    r"bộ phận|trạm y tế|v/v|v)\b|"
    r"(?:(?:công tác |về )?(?:giáo dục|y tế|văn hóa|văn hoá|địa chính|quân sự|quốc phòng|an ninh|tư pháp|"
    r"chính sách|nội vụ|"
    r"môi trường|thể thao|xã hội|trồng trọt|chăn nuôi))\Z",
    re.IGNORECASE,
)
_MEASURED_ROW = re.compile(r"(?:tổng )?(?:sản lượng|khối lượng|tổng số|công suất) \S", re.IGNORECASE)
# "không chủ quan với dịch bệnh, phấn đấu hoàn thành cả 32 chỉ tiêu": a deed of its own, that names nothing.
_DEED_ALONE = re.compile(r"\b(?:hoàn thành|phấn đấu|tổ chức|thực hiện|tiếp tục)\b")
_OFFICE_FIELD = re.compile(r"giáo dục|y tế|văn hóa|văn hoá|thông tin|nội chính|xã hội|môi trường", re.IGNORECASE)
_TOLD_TITLE = re.compile(
    r"\b(?:nguyên nhân|tiếp tục|chuyển biến|khởi sắc|diễn biến|phục hồi|khó khăn|đạt kết quả|ổn định|phát triển)\b|"
    r"\b(?:cơ bản )?hoàn thành\Z"
)
_SAID_SO = re.compile(r"\b(?:chỉ rõ|nêu rõ|cho biết|cho rằng|yêu cầu|nhấn mạnh|như sau|lưu ý|kết luận|đề nghị)\Z")
_NOUN_HEAD = re.compile(
    r"(?:tỷ lệ|tỉ lệ|tổng|số|giá trị|diện tích|sản lượng|kim ngạch|doanh thu|chỉ số|tốc độ|"
    r"mức|vốn|nguồn)\b",
    re.IGNORECASE,
)
# "Về dịch vụ lưu trú, 6 tháng đầu năm tăng": what the sentence is about, where nothing else names the figure.
_SAID_FIRST = re.compile(r"(?:\A|[.;] )\s*(?:Riêng )?(?:[Vv]ề|[Đđ]ối với) (?P<what>[^,;:.\d]{3,50}),")
_RECEIVED = re.compile(r"\bđược\s*\Z", re.IGNORECASE)
_ACTOR = re.compile(
    r"(?:các |toàn )?(?:ubnd|hđnd|ủy ban|uỷ ban|hội đồng nhân dân|sở|cục|chi cục|chủ tịch|phó chủ tịch|"
    r"giám đốc|thường trực|công an|chính quyền|lãnh đạo|bộ|ban tổ chức|trung tâm|phòng|ban chỉ đạo|hội|đảng bộ|"
    r"đảng ủy|huyện|xã|phường|tỉnh|thành phố) (?=\w+ \w+)",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"(?:một số|các|những|nhiều|có|kết quả|cụ thể|trong đó|như sau|gồm|số liệu|đánh giá|nhận định|mục tiêu|hạn chế|"
    r"tồn tại|ưu điểm)\b",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"\A(?:(?:tham mưu(?: cho)?(?: chủ tịch)?(?: (?:ubnd|ủy ban nhân dân) (?:tỉnh|huyện|thành phố|xã|phường))?|"
    r"khẩn trương(?: hoàn thành)?|trước mắt|các (?:địa phương|đơn vị)(?: đã)?) (?=\w+ \w+)|"
    r"(?:xã|huyện|tỉnh|phường|thành phố)(?: [A-ZĐ]\w+){0,3} (?=(?:thu|chi) ngân sách|giải ngân |huy động )|"
    r"(?:các |những )?[^,;:]{2,60}? có (?=tỷ lệ |tỉ lệ |tổng mức |tổng diện tích |công suất |chiều dài |"
    r"tổng tài sản|grdp|gdp|mật độ |dân số |số dân ))",
    re.IGNORECASE,
)
# "Lãnh đạo các ngành phải đi cơ sở", "thị xã dồn sức xử lý": who is made to do it, or how hard they try.
_MADE_TO = re.compile(
    r"\A(?:giao |yêu cầu )?(?:(?:các |lãnh đạo |toàn |đồng chí )*(?:sở|ngành|ban|phòng|huyện|xã|phường|tỉnh|"
    r"thị xã|thành phố|ubnd|"
    r"địa phương|đơn vị|chủ đầu tư|nhà thầu|giám đốc|chủ tịch|cơ quan|công an)\b[^,;]{0,50}? )"
    r"(?:phải|dồn sức|dồn lực|cam kết|nỗ lực|quyết tâm|khẩn trương)(?: (?:xử lý )?dứt điểm)? (?=\S+ \S+)",
    re.IGNORECASE,
)
# All the words that _LED_BY can begin with, but for what has something ("... có diện tích").
_LEADERS = ("tham mưu", "khẩn trương", "trước mắt", "các ", "xã", "huyện", "tỉnh", "phường", "thành phố")
# "nhà thầu nào để thiết bị thiếu quá 20%"
_WHOEVER = re.compile(r"\A(?:\S+ ){1,3}nào (?:có |để )(?=\S+ \S+)")
_MADE = re.compile(r"\b(?:phải|dồn (?:sức|lực)|cam kết|nỗ lực|quyết tâm|khẩn trương) ")
_TOLD_OF = re.compile(r"\A(?:\S+ )+(?:đã|sẽ|đang|cho biết|cần|phải)\s+(?=\w)")
# "tăng cao nhất trong 10 năm qua, đạt mức cao": how well, and nothing named.
_ONLY_HOW = re.compile(
    r"(?:trung bình|bình quân)(?: chung)?|(?:ở )?mức (?:khá |rất )?(?:cao|thấp|khá|hợp lý|kỷ lục|"
    r"tốt)(?: nhất)?(?: trong .*)?",
    re.IGNORECASE,
)
# A piece that tells something is a clause of its own, and no member of the list behind it.
_TELLS = re.compile(r"\b(?:hơn|chưa|phục hồi|vẫn|tiếp tục|diễn biến|chuyển biến|so với)\b", re.IGNORECASE)
_WORTH = frozenset({"thiệt hại", "tổng thiệt hại", "trị giá", "tổng trị giá", "giá trị", "tổng giá trị"})
_LABEL_WORDS = 11
_MEMBERS = 8
_MEMBER_LETTERS = 28
_SIZE_WORDS = (
    "chiều dài",
    "diện tích",
    "diện tích tự nhiên",
    "quy mô diện tích",
    "mức đầu tư",
    "vốn đầu tư",
    "công suất",
    "dân số",
    "dung tích",
)
_TERRITORY = re.compile(
    r"(?:đến nay|hiện nay|hiện)?,? ?(?:toàn |trên )?(?:địa bàn )?(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|"
    r"cả nước|tp)"
    r"(?: [A-ZĐ]\S*){0,4}(?: hiện| mới| cũ)*",
    re.IGNORECASE,
)
_SIZED = re.compile(r"(?P<thing>[^,;:]{3,50}?) (?:có|với) (?P<size>(?:tổng )?(?:" + "|".join(_SIZE_WORDS) + "))", re.I)
_GRANTED = ("giao", "phê duyệt", "phân bổ")
_GIVEN = re.compile(r"(?: năm 20\d\d)? (?:đã )?được (?:[^,]{0,50} )?(?:giao|phê duyệt|phân bổ)\Z")
# "Nông nghiệp, nông thôn mới", "Tài chính - ngân sách", "TÌNH HÌNH KINH TẾ": fields of work, and nothing measured.
_FIELDS = re.compile(
    r"\A(?!.*\b(?:chương trình|dự án|cây|rau|lúa|ngô|mía|đàn|hộ|người|vốn|thu|chi)\b).*(?:,| [-–] (?!Thu|Xuân|\d))",
    re.IGNORECASE,
)
# Several fields of work say less of a row than the deed behind them: "Sản xuất nông, lâm nghiệp: đã gieo cấy".
_WORK_FIELDS = re.compile(
    r"(?:sản xuất|đào tạo|thanh tra|giáo dục|y tế|văn hóa|văn hoá|quốc phòng|an ninh|tài nguyên|công nghiệp|thương mại|"
    r"quản lý|giảm nghèo|lao động|nội vụ|tư pháp|tiếp công dân|khoa học|thông tin)\b",
    re.IGNORECASE,
)
_LONGEST = 14
_SHORT = 4
_TOLD = 2
_NOTHING = frozenset({"trong", "với", "từ", "tại", "theo"})


@lru_cache(maxsize=16)
def topic_name(title: str) -> str:
    """A title as a name: "Tiến độ thực hiện kế hoạch vốn đầu tư công" → "vốn đầu tư công"."""
    if not title:
        return ""
    name = without_lead(trim_name(plain(title)))
    return (
        ""
        if _OFFICE_FIELD.fullmatch(name) or _NO_TOPIC.match(name) or _FIELDS.match(name) or _SAID_SO.search(name)
        else name
    )


def _last_clause(words: str) -> str:
    """What stands behind the last semicolon or full stop of ``words``, whose white space is single."""
    behind = words[max(words.rfind(";"), words.rfind(". ")) + 1 :]
    return behind.lstrip(" .")


@lru_cache(maxsize=64)
def head_phrase(before: str, counted: bool = False) -> str:
    """Return the name that the words before a figure give it, "" where they give none."""
    clause = _own_clause(before)
    labelled = _whole_label(clause)
    if labelled:
        return labelled
    title, words = _titled(clause)
    if title and (
        _SAID_SO.search(title)
        or _TOLD_TITLE.search(title)
        or _WHO_IS_TOLD.match(title)
        or (_FIELDS.match(title) and not starts_with_verb(title))
    ):
        title = ""
    if counted and ":" in clause and _says_nothing(clause.rsplit(":", 1)[-1]):
        return title if starts_with_verb(title) else ""
    if words[-4:].lower() == "được" and _RECEIVED.search(words):
        phrase = _received(words, counted)
    else:
        pieces = _pieces(words, counted)
        phrase = _joined(pieces, counted) if ", " in words else trim_name(words)
        phrase = _cropped(phrase if counted else without_kind(phrase), counted)
    if _SAID_SO.search(phrase):
        phrase = ""
    if not phrase and not counted and ("ề " in words or "ới " in words):
        first = _SAID_FIRST.search(words)
        phrase = trim_name(first["what"]) if first is not None else ""
    if not phrase:
        return title if not counted or starts_with_verb(title) else ""
    if not counted:
        phrase = trim_name(from_opening(phrase))
        phrase = _GIVEN.sub("", phrase) if phrase.endswith(_GRANTED) else phrase
        phrase = without_telling(phrase)
        sized = _SIZED.fullmatch(phrase) if phrase.endswith(_SIZE_WORDS) else None
        if sized is not None:
            return sized["size"] if _TERRITORY.fullmatch(sized["thing"]) else f"{sized['size']} {sized['thing']}"
    phrase = aimed_at(_without_leader(phrase))
    phrase = _MADE_TO.sub("", phrase) if _MADE.search(phrase) else phrase
    phrase = _WHOEVER.sub("", phrase) if " nào " in phrase else phrase
    if phrase.lower() in _NOTHING:
        return ""
    if counted and not opens_name(phrase):
        phrase = _TOLD_OF.sub("", phrase)
    if (counted and not _MEASURED_ROW.match(phrase)) or _is_too_long(phrase):
        phrase = from_verb(phrase)
    if phrase.isupper() or (", " in title and _WORK_FIELDS.match(title)):
        return phrase
    if not title or len(phrase.split()) > _TOLD or title.partition(" ")[0].lower() == phrase.partition(" ")[0].lower():
        return phrase
    return title if set(phrase.lower().split()) < set(title.lower().split()) else f"{title} {phrase}"


def _without_leader(phrase: str) -> str:
    """``Các địa phương đã ...``, ``xã An Phú thu ngân sách``: the phrase behind who does it, or what has it."""
    low = phrase.lower()
    return _LED_BY.sub("", phrase) if low.startswith(_LEADERS) or " có " in low else phrase


def _received(words: str, counted: bool) -> str:
    """The phrase before "được": the first of its pieces, the last where only that one tells what was done."""
    *before_it, last = words.split(", ")
    told = [piece for piece in before_it if counted or not is_adverbial(piece)]
    pieces = [piece for piece in map(trim_name, [*told, last]) if piece]
    if len(pieces) > 1 and " và " in pieces[-1] and max(map(len, pieces)) <= _MEMBER_LETTERS:
        return ", ".join(pieces)
    at = -1 if pieces and has_verb(pieces[-1]) and not has_verb(pieces[0]) else 0
    return _shortened(pieces[at]) if len(pieces) > 1 else _joined(iter(pieces))


def _whole_label(clause: str) -> str:
    """``Đối tượng bảo trợ xã hội, trẻ em mồ côi: 130 suất``: a label with commas before a figure is one name."""
    if not clause.endswith(":") or "," not in clause:
        return ""
    label = trim_name(clause[:-1].rpartition(":")[2])
    return label if "," in label and label.count(" ") < _LABEL_WORDS else ""


def _is_too_long(phrase: str) -> bool:
    """Whether ``phrase`` tells who did it, or more than a name does: it is cut down to its verb."""
    length = phrase.count(" ") + 1
    long = length > _LONGEST - 4 and not _NOUN_HEAD.match(phrase)
    return long or (length > _SHORT and _ACTOR.match(phrase) is not None)


def _pieces(words: str, counted: bool = False) -> Iterator[str]:
    """The trimmed pieces of ``words`` between commas, from behind, back to one that only says when or why."""
    alone = False
    for place, piece in enumerate(reversed(words.split(", "))):
        if (place and is_adverbial(piece)) or (alone and not has_verb(piece)):
            return
        trimmed = trim_name(piece)
        alone = counted and not place and not trimmed and _DEED_ALONE.search(piece) is not None
        if trimmed and _ONLY_HOW.fullmatch(trimmed) is None:
            yield trimmed


def _says_nothing(words: str) -> bool:
    """Whether ``words`` behind a title are there but name nothing: "toàn phường có"."""
    return bool(words.strip(" *")) and not trim_name(words)


def _own_clause(before: str) -> str:
    """The last clause of the words before a figure, behind what only leads to the result."""
    words = _last_clause(plain(before)) if before else ""
    words = _DIVIDED.sub("", words) if " theo " in words else words
    words = without_place(words)
    low = words.lower()
    words = without_asides(words, low)
    if "đạt" in low or "còn" in low or "chiếm" in low:
        words = _PREDICATE.sub("", words)
    if "kết quả" in low or "đó" in low or "nâng tổng" in low:
        words = _RESULT.split(words)[-1]
    return words


def _titled(words: str) -> tuple[str, str]:
    """A short title before the last colon that says something, and the words that name the figure."""
    if ":" not in words:
        return "", words
    pieces = [piece for piece in map(trim_name, words.split(":")) if piece]
    if not pieces:
        return "", ""
    last = words.rsplit(":", 1)[-1]
    words = last if trim_name(last) else pieces[-1]
    if len(pieces) == 1 or len(trim_name(words).split()) > 2 or _LISTING.match(pieces[-2]):
        return "", words
    return pieces[-2] if len(pieces[-2].split()) <= 9 else "", words


def _shortened(phrase: str) -> str:
    return " ".join(phrase.split()[:_LONGEST])


def _joined(from_behind: Iterator[str], counted: bool = False) -> str:
    """The last piece of a phrase, with those before it that are members of the same list, but none for a new deed."""
    new_deed = any_verb_first if counted else starts_with_verb
    pieces = list(islice(from_behind, _MEMBERS))
    for count in range(len(pieces), 1, -1):
        if is_one_name(pieces[count - 1 :: -1]):
            return ", ".join(pieces[count - 1 :: -1])
    phrase = right = pieces[0] if pieces else ""
    for piece in pieces[1:]:
        short = len(right.split()) <= 2 or (len(piece.split()) <= 4 and len(phrase.split()) <= 4)
        if len(piece.split()) > _SHORT and new_deed(right):
            break
        apart = phrase in _WORTH or not joins(piece, phrase)
        if apart and (not short or phrase in _WORTH or opens_name(right) or _TELLS.search(piece)):
            break
        phrase, right = f"{piece}, {phrase}", piece
    return phrase


def _cropped(phrase: str, counted: bool) -> str:
    """A phrase too long for a name: the beginning of one that begins with what is measured, else the end."""
    if phrase.count(" ") < _LONGEST + 4:
        return phrase
    words = phrase.split()
    numbered = words[0].lower() == "số" or phrase[:8].lower() == "tổng số "
    return " ".join(words[:_LONGEST] if numbered or (opens_name(phrase) and not counted) else words[-_LONGEST:])


def result_context(figure: Figure) -> str:
    """What a result is about: the clause before "kết quả" ("Tham gia cuộc thi ..., kết quả đạt 01 giải nhì")."""
    low = figure.low_before
    if "quả" not in low and "qua" not in low:
        return ""
    clause = _last_clause(plain(figure.before))
    found = _RESULT.search(clause)
    if found is None or found.group().lower()[:7] not in ("kết quả", "qua đó"):
        return ""
    pieces = [piece for piece in map(trim_name, clause[: found.start()].split(", ")) if piece]
    return " ".join(pieces[-1].split()[-10:]) if pieces else ""
