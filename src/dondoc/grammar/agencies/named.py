"""Agencies by their own name.

Finds         Sở Tài chính · UBND thị xã Duyên Hải · Ban Tổ chức Tỉnh ủy · UBND các huyện, thị xã
Leaves alone  sở hữu · Bộ tiêu chí · Trung tâm of nothing: a head without a name
"""

import re

from dondoc.grammar.agencies.folding import key_pattern
from dondoc.grammar.agencies.found import Found, as_written
from dondoc.grammar.agencies.gazetteer import GAP, WORD, Name, gazetteer, walk
from dondoc.grammar.agencies.places import NUMERAL, capital_ends, read_name, read_place
from dondoc.grammar.agencies.territory import read_territory

LOWER_CASE_KINDS = frozenset({"committee", "council", "police", "sector", "front", "party", "department"})
BODIES = frozenset(
    {"committee", "council", "party", "central", "assembly", "front", "board", "department", "office", "ministry"}
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
NAMED_AFTER_PEOPLE = frozenset({"Trường", "Bệnh viện"})
NUMBERED_HEADS = frozenset({"Ban Chỉ đạo", "Ban QLDA", "Tổ công tác"})
NUMBERED = re.compile(r" (?:số )?\d{1,4}(?![^\W_])")
INDUSTRIAL = key_pattern(r" và các khu công nghiệp(?! khác)")
CONNECTORS = frozenset({"và"})
VERB_STARTS = frozenset(
    [
        "chủ",
        "phối",
        "hướng",
        "tham",
        "báo",
        "tổ",
        "thực",
        "triển",
        "căn",
        "tiếp",
        "tăng",
        "tập",
        "đẩy",
        "nhanh",
        "khẩn",
        "rà",
        "theo",
        "kịp",
        "phải",
        "cần",
        "có",
        "sẽ",
        "đã",
        "đang",
        "được",
        "là",
        "với",
        "của",
        "cho",
        "về",
        "tại",
        "từ",
        "đến",
        "để",
        "khi",
        "nếu",
        "mà",
        "thì",
        "nên",
        "do",
        "vì",
        "bởi",
        "trong",
        "ngoài",
        "trên",
        "dưới",
        "các",
        "những",
        "một",
        "đôn",
        "chịu",
        "nghiên",
        "xây",
        "kiểm",
        "phê",
        "đề",
        "yêu",
        "giao",
        "chỉ",
        "tiến",
        "bố",
        "thống",
        "ban",
        "trình",
        "họp",
        "ký",
        "gửi",
        "quan",
        "sớm",
        "chuẩn",
    ]
)


def _named_in_capitals(text: str, position: int, name: Name) -> bool:
    """Whether a head in small letters has its own name in capitals ("phòng Giáo dục và Đào tạo")."""
    after = position + len(name.head) + 1
    return bool(name.head) and not name.open and text[after : after + 1].isupper()


def _open_end(text: str, key: str, position: int, *, numbered: bool = False) -> int:
    """End of a name that is not listed: capitalised words, known topics, and one small word after a capital."""
    topics = gazetteer().topics
    end = here = position
    small_allowed = False
    if numbered and (numeral := NUMBERED.match(text, position)):
        return numeral.end()
    for _ in range(12):
        gap = GAP.match(key, here)
        start = gap.end() if gap else here
        if key.startswith(", ", here) and text[here + 2 : here + 3].isupper():
            start = here + 2
            if walk(topics, key, start) is None:
                break
        word = WORD.match(text, start)
        if word is None or start == here:
            break
        topic = walk(topics, key, start)
        if topic is not None:
            end = here = topic[0]
            small_allowed = False
        elif word[0][0].isupper() or (word[0].isdigit() and len(word[0]) <= 3 and here > position):
            end = here = word.end()
            small_allowed = word[0][1:].islower()
        elif word[0].lower() in CONNECTORS and text[word.end() + 1 : word.end() + 2].isupper():
            if walk(gazetteer().names, key, word.end() + 1) is not None:
                break
            here = word.end()
            small_allowed = False
        elif small_allowed and word[0].lower() not in VERB_STARTS:
            end = here = word.end()
            small_allowed = False
        else:
            break
    return end


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
    if not capital and name.kind not in LOWER_CASE_KINDS and not _named_in_capitals(text, position, name):
        return None
    if name.kind == "department" and not capital and key.endswith(("cơ ", "công ", "trụ "), 0, position):
        return None
    if name.kind == "sector" and (
        not text[position + 6 : position + 7].isupper() or key.endswith("liên ", 0, position)
    ):
        return None
    if name.kind == "company" and not name.open and name.head and text[end + 1 : end + 2].isupper():
        return _open_end(text, key, end), name
    if name.open:
        numbered = name.head in NUMBERED_HEADS
        reached = _open_end(text, key, end, numbered=numbered) if capital and not text[position:end].isupper() else end
        return (reached, name) if reached > end else None
    return end, name


def read_named(text: str, key: str, position: int, *, depth: int = 0) -> list[Found]:
    """Return the agency at ``position``, several where the words after it list places, none where there is none."""
    shape = _shape(text, key, position)
    if shape is None:
        return []
    end, name = shape
    if name.kind in TERRITORY_KINDS:
        territory = read_territory(text, key, end)
        if territory is not None:
            return territory.spread(text, position, end, name.kind)
    reached, leveled = end, False
    if name.tail == "body" and depth < 3:
        reached = _body_end(text, key, end, depth)
        leveled = reached > end
    if reached == end and name.tail != "none":
        reached, leveled = _place_end(text, key, end, name)
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
    if key.endswith("khu vực", 0, end) and (numeral := NUMERAL.match(text, end)):
        return numeral.end(), True
    if name.head in NAMED_AFTER_PEOPLE and (run := capital_ends(text, end)):
        return run[-1], True
    reached, leveled = read_place(text, key, end)
    if reached == end:
        known = name.kind != "board"
        reached = read_name(text, key, end, ("province", "district", "commune"), known=known)
        if zones := INDUSTRIAL.match(key, reached):
            reached, leveled = read_place(text, key, zones.end())
    return reached, leveled


def _body_end(text: str, key: str, end: int, depth: int) -> int:
    link = BODY_LINK.match(key, end)
    start = link.end() if link else end
    if start == end or start >= len(key):
        return end
    bodies = read_named(text, key, start, depth=depth + 1)
    if len(bodies) == 1 and bodies[0].kind in BODIES and not (bodies[0].group and ", " in key[end:start]):
        joined = key[end:start]
        if joined.strip() == "," or (joined.strip() == "-" and bodies[0].kind == "department"):
            return end
        return bodies[0].end
    return end
