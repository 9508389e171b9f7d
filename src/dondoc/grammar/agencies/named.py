"""Agencies by their own name.

Finds         Sở Tài chính · UBND thị xã Duyên Hải · Ban Tổ chức Tỉnh ủy · UBND các huyện, thị xã
Leaves alone  sở hữu · Bộ tiêu chí · Trung tâm of nothing: a head without a name
"""

import re

from dondoc.grammar.agencies.folding import key_pattern
from dondoc.grammar.agencies.found import Found, as_written
from dondoc.grammar.agencies.gazetteer import Name, gazetteer, walk
from dondoc.grammar.agencies.groups import read_group
from dondoc.grammar.agencies.open_names import may_open, open_end
from dondoc.grammar.agencies.places import NUMERAL, capital_ends, read_name, read_place
from dondoc.grammar.agencies.territory import read_territory

# Kinds that each province has one of: "Sở Y tế các tỉnh, thành phố".
OF_PROVINCES = frozenset({"department", "branch"})
LOWER_CASE_KINDS = frozenset({"committee", "council", "police", "sector", "front", "party", "department"})
BODIES = frozenset(
    {
        "committee",
        "council",
        "party",
        "central",
        "assembly",
        "front",
        "board",
        "department",
        "office",
        "ministry",
        "police",
        "military",
    }
)
BODY_LINK = key_pattern(r" {0,2}(?:của |thuộc |- ?|, )?")
TERRITORY_KINDS = frozenset(
    {
        "district_office",
        "committee",
        "council",
        "police",
        "military",
        "front",
        "justice",
        "vertical",
        "unit",
        "party",
        "board",
    }
)
NAMED_AFTER_PEOPLE = frozenset({"Trường", "Bệnh viện", "Đồn Biên phòng", "Vườn quốc gia", "Khu bảo tồn thiên nhiên"})
NUMBERED_HEADS = frozenset({"Ban Chỉ đạo", "BCĐ", "Ban QLDA", "BQLDA", "Tổ công tác"})
EXTENDED_HEADS = frozenset({"Trung tâm", "Chi cục", "Cục", "Vụ", "Viện"})
EXTENSION = key_pattern(r" (?:và|-) ")
# What a company does, within its name: "Công ty cổ phần đầu tư và xây dựng Hùng Vương".
BUSINESS = key_pattern(
    r"(?:(?:,| và| -)? (?:xây dựng|đầu tư|phát triển|thương mại|dịch vụ|sản xuất|tư vấn|vận tải|môi trường|khai thác"
    r"|công trình|thủy lợi|quản lý|xuất nhập khẩu|chế biến|kinh doanh|thiết kế|hạ tầng|đô thị|công nghệ|năng lượng"
    r"|thủy điện|khoáng sản|nông nghiệp|lâm nghiệp|du lịch|bất động sản|một thành viên|tập đoàn|công nghiệp|cấp nước"
    r"|cấp thoát nước|thoát nước|chiếu sáng|cây xanh|xăng dầu|viễn thông|cao su|mía đường|thủy sản|dược))+"
    r"(?= [^\W\d_])"
)
LEGAL_FORMS = frozenset({"phần", "cp", "tnhh", "mtv"})
PROJECT_HEADS = frozenset({"Ban Quản lý", "BQL", "Ban QLDA", "BQLDA"})
# What a board builds: "Ban Quản lý dự án công trình giao thông", "Ban QLDA các công trình thủy lợi và nông nghiệp".
PROJECTS = key_pattern(
    r" (?:(?:đầu tư )?xây dựng )?(?:các )?(?:công trình|giao thông|nông nghiệp|dân dụng|công nghiệp|thủy lợi|hạ tầng"
    r"|đường cao tốc|đường sắt|đô thị|phát triển đô thị|phát triển nông thôn|chuyên ngành|trọng điểm|nông thôn)"
    r"(?:(?:,| và| -)? (?:các )?(?:công trình|giao thông|vận tải|nông nghiệp|dân dụng|công nghiệp|thủy lợi|hạ tầng"
    r"|kỹ thuật|đô thị|phát triển nông thôn|phát triển đô thị|nông thôn|trọng điểm|chuyên ngành|ptnt"
    r"|công cộng|khu vực))*(?![^\W_])"
)
NUMBERED_KINDS = ("cơ sở", "vùng")
NUMBER_MARK = key_pattern(r" số \d{1,3}(?![^\W_]|[/-])")
OWN = key_pattern(r"(?:sở|bộ)(?= ?[,;.:)\n]| [^\W\d_]|$)")
TROOP_NUMBER = key_pattern(r" (?:số )?\d{1,3}(?![^\W_/.,])")
TROOPS = (
    *("quân khu", "quân đoàn", "sư đoàn", "lữ đoàn", "trung đoàn", "tiểu đoàn", "hải đội", "hải đoàn", "quốc phòng"),
    *("cảnh sát biển", "quản lý thị trường", "các dự án", "ban quản lý dự án"),
)
SEA_ZONE = key_pattern(r" (?:hải quân|cảnh sát biển)")
STEERING = ("Ban Chỉ đạo", "Ban Chỉ huy", "Tổ công tác", "Hội đồng")
CROP = key_pattern(r" (?:hè|đông|thu|xuân|mùa|chiêm|lúa|án|việc|cháy|tai nạn|vi phạm|sạt|ngô|lạc|đậu)(?![^\W_])")
VU_COMPOUNDS = tuple(f"{word} " for word in ("nhiệm", "dịch", "nghiệp", "chức", "công", "phục", "thời", "sự", "mùa"))
CENTRAL = " trung ương về "
ABOUT = key_pattern(r" về (?:công tác )?")
INDUSTRIAL = key_pattern(r" và các khu công nghiệp(?! khác)")
# What people pay for, not the office that runs it: "BHXH tự nguyện", "chậm đóng bảo hiểm xã hội".
INSURED = key_pattern(r" (?:bắt buộc|tự nguyện|một lần|hằng tháng|hàng tháng)(?![^\W_])")
INSURING = ("tham gia ", "đóng ", "nộp ", "nợ ", "thu ", "hưởng ", "quỹ ", "sổ ", "thẻ ", "luật ")
INSURANCES = ("bhxh", "bảo hiểm xã hội")


def _is_insurance(key: str, position: int, end: int) -> bool:
    if not key.endswith(INSURANCES, position, end):
        return False
    return INSURED.match(key, end) is not None or key.endswith(INSURING, max(position - 9, 0), position)


def _season_or_case(text: str, key: str, position: int, end: int) -> bool:
    """Whether "vụ" is a season or a case here, or the end of another word: "Vụ Hè Thu", "NHIỆM VỤ"."""
    return CROP.match(key, end) is not None or key.endswith(VU_COMPOUNDS, max(position - 8, 0), position)


def _named_in_capitals(text: str, position: int, name: Name) -> bool:
    """Whether a head in small letters has its own name in capitals ("phòng Giáo dục và Đào tạo")."""
    after = position + len(name.head) + 1
    return bool(name.head) and not name.open and text[after : after + 1].isupper()


def _is_firm(text: str, key: str, position: int, end: int) -> bool:
    """Whether a legal form in small letters goes on with a name: "công ty cổ phần cấp nước Hùng Vương"."""
    business = BUSINESS.match(key, end)
    here = business.end() if business is not None else end
    return not LEGAL_FORMS.isdisjoint(key[position:end].split()) and text[here + 1 : here + 2].isupper()


def _extends(text: str, key: str, end: int) -> bool:
    """Whether a listed name goes on with one that is not ("Trung tâm Văn hóa và Nghệ thuật")."""
    more = EXTENSION.match(key, end)
    return bool(
        more and text[more.end() : more.end() + 1].isupper() and walk(gazetteer().names, key, more.end()) is None
    )


def _shape(text: str, key: str, position: int) -> tuple[int, Name] | None:
    """The listed or open name at ``position``, without its place."""
    data = gazetteer()
    found = walk(data.names, key, position)
    capital = text[position].isupper()
    if capital and (found is None or found[1].open):
        slip = walk(data.bare, key, position, bare=True)
        if slip is not None and (found is None or slip[0] > found[0]):
            return slip
    if found is None:
        return None
    end, name = found
    if _is_insurance(key, position, end):
        return None
    small = not capital and name.kind not in LOWER_CASE_KINDS and not _named_in_capitals(text, position, name)
    if small and (name.kind != "company" or not _is_firm(text, key, position, end)):
        return None
    if name.kind == "department" and not capital and key.endswith(("cơ ", "công ", "trụ "), 0, position):
        return None
    if name.kind == "sector" and (
        not text[position + 6 : position + 7].isupper() or key.endswith("liên ", 0, position)
    ):
        return None
    if name.kind == "company" and not name.open and name.head:
        business = BUSINESS.match(key, end)
        here = business.end() if business is not None else end
        for begin in (here, end):
            if text[begin + 1 : begin + 2].isupper():
                return open_end(text, key, begin), name
    if name.head in EXTENDED_HEADS and not name.open and capital and _extends(text, key, end):
        return open_end(text, key, end), name
    if name.head in PROJECT_HEADS and capital and (built := PROJECTS.match(key, end)) is not None:
        return built.end(), name._replace(open=False, needs="")
    if name.open and name.head == "Vụ" and _season_or_case(text, key, position, end):
        return None
    if name.open:
        numbered = name.head in NUMBERED_HEADS
        reached = open_end(text, key, end, numbered=numbered) if capital and may_open(text[position:end]) else end
        if reached > end:
            return reached, name._replace(needs="")
        return (end, name) if capital and name.needs in ("level", "any") else None
    return end, name


def read_named(text: str, key: str, position: int, *, depth: int = 0) -> list[Found]:
    """Return the agency at ``position``, several where the words after it list places, none where there is none."""
    shape = _shape(text, key, position)
    if shape is None:
        return []
    end, name = shape
    if name.kind == "party" and key.endswith(("đại hội ", "đại hội đại biểu "), 0, position):
        return []
    end = _numbered_end(text, key, position, end)
    if name.kind in TERRITORY_KINDS or (name.kind in OF_PROVINCES and key.startswith(" các tỉnh", end)):
        territory = read_territory(text, key, end)
        if territory is not None:
            return territory.spread(text, position, end, name.kind)
    reached, leveled = end, False
    if name.tail == "body" and depth < 3:
        reached = _body_end(text, key, end, depth)
        leveled = reached > end
    if reached == end and name.tail != "none":
        reached, leveled = _place_end(text, key, end, name)
    if name.kind == "party" and key.startswith((" viên", " máy", " phận", " đề"), reached):
        return []
    if key.endswith(TROOPS, position, reached) and (numeral := TROOP_NUMBER.match(key, reached)):
        reached = numeral.end()
    if name.head in STEERING and key.startswith(CENTRAL, reached):
        reached += len(CENTRAL) - len(" về ")
    if name.head in STEERING and (about := ABOUT.match(key, reached)):
        topic = walk(gazetteer().topics, key, about.end())
        reached = topic[0] if topic is not None else reached
    if reached == end and name.needs in ("place", "level", "body"):
        return []
    if name.needs == "level" and not leveled:
        return []
    return [Found(position, reached, as_written(text, position, reached), name.kind, False, f"name:{name.kind}")]


def _place_end(text: str, key: str, end: int, name: Name) -> tuple[int, bool]:
    if name.tail == "province":
        reached, leveled = read_place(text, key, end)
        if leveled and not re.match(r" ?(?:của )?(?:tỉnh|thành phố|tp)", key[end:reached]):
            return end, False
        return reached, leveled
    if key.endswith("khu vực", 0, end) and (zone := _zone_end(text, key, end)) > end:
        return zone, True
    if name.head in NAMED_AFTER_PEOPLE and (run := capital_ends(text, end)):
        return max(run[-1], open_end(text, key, end)), True
    reached, leveled = read_place(text, key, end)
    if reached == end:
        known = name.kind != "board"
        reached = read_name(text, key, end, ("province", "district", "commune"), known=known)
    if name.kind == "board" and (zones := INDUSTRIAL.match(key, reached)):
        reached, leveled = read_place(text, key, zones.end())
    return reached, leveled


def _numbered_end(text: str, key: str, position: int, end: int) -> int:
    """End of a name that a number goes on ("Thuế cơ sở 3", "Đội Quản lý thị trường số 4")."""
    numeral = NUMERAL.match(text, end) if key.endswith(NUMBERED_KINDS, position, end) else None
    if numeral is None and key.startswith(" số ", end):
        numeral = NUMBER_MARK.match(key, end)
    if numeral is None:
        return end
    sea = SEA_ZONE.match(key, numeral.end())
    return sea.end() if sea else numeral.end()


def _zone_end(text: str, key: str, end: int) -> int:
    """End of "XIV", "3 - Tân Châu", "Càng Long - Trà Vinh" after "khu vực"."""
    numeral = NUMERAL.match(text, end)
    levels = ("district", "commune", "province")
    reached = numeral.end() if numeral else read_name(text, key, end, levels, known=False)
    while reached > end and key.startswith(" - ", reached):
        further = read_name(text, key, reached + 2, levels, known=True)
        if further == reached + 2:
            break
        reached = further
    return reached


def _body_end(text: str, key: str, end: int, depth: int) -> int:
    link = BODY_LINK.match(key, end)
    start = link.end() if link else end
    if start == end or start >= len(key):
        return end
    bodies = read_named(text, key, start, depth=depth + 1)
    if not bodies and key[end:start].strip() in ("", "của", "thuộc"):
        if key.startswith("các ", start) and (group := read_group(text, key, start, in_list=True)):
            return group.end
        if (
            text[start].isupper()
            and (own := OWN.match(key, start))
            and not text[own.end() + 1 : own.end() + 2].isupper()
        ):
            return own.end()
    if len(bodies) == 1 and bodies[0].kind in BODIES and not (bodies[0].group and ", " in key[end:start]):
        joined = key[end:start]
        if joined.strip() == "," or (joined.strip() == "-" and bodies[0].kind == "department"):
            return end
        return bodies[0].end
    return end
