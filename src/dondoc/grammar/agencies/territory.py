"""Levels and places in the plural, after UBND, Công an, Đảng ủy ...

Finds         các huyện, thị xã, thành phố · cấp huyện · phường, xã · các xã liên quan · các huyện: Trà Cú, Cầu Kè
Leaves alone  tỉnh · huyện Trà Cú: one place (see places)
"""

from typing import NamedTuple

from dondoc.grammar.agencies.folding import key_pattern
from dondoc.grammar.agencies.found import Found, as_written
from dondoc.grammar.agencies.gazetteer import gazetteer, walk
from dondoc.grammar.agencies.places import read_name
from dondoc.grammar.agencies.roles import role_end
from dondoc.grammar.anchors import first_letters

UNIT = (
    r"(?>tổ dân phố|khu dân cư|khu phố|thôn|khóm|ấp|buôn|bản|thị xã|thành phố|thị trấn|đặc khu|tỉnh|huyện|quận"
    r"|phường|xã|thành(?! (?:lập|công)(?![^\W_]))|thị|tp|tx)(?![^\W_])"
    r"(?! (?:ủy|đoàn|đội|viên|phần|tựu|tích|quả|hội|trường|hiếu)(?![^\W_]))"
)
HAMLET = r"(?<!ấp )(?<!thôn )(?:tổ dân phố|khu dân cư|khu phố|thôn|khóm|ấp|buôn|bản)(?![^\W_])"
JOIN = r"(?: ?, ?| ?- ?| ?/ ?| {1,3}và {1,2}| {1,3}hoặc {1,2}| {1,3})"
PLURAL = r"(?:tất cả các|các|những|một số|hai|\d{1,3})"
TAIL = (
    r"(?: (?:có )?liên quan| còn lại(?! \d)| trên địa bàn(?: (?:toàn )?(?:tỉnh|thành phố|huyện))?| (?:thuộc|của|trong"
    r"|toàn) (?:tỉnh|thành phố|huyện)"
    r"| vùng (?:đồng bằng sông (?:cửu long|hồng)|tây nguyên|đông nam bộ|bắc trung bộ|đồng bằng|duyên hải"
    r"|trung du(?: và|,) miền núi)(?: và duyên hải| miền trung| trung bộ| bắc bộ| phía bắc)*"
    r"| khu vực (?:miền (?:bắc|trung|nam)|bắc bộ|trung bộ|nam bộ|tây nguyên|miền núi)"
    r"(?:(?: và|,)? (?:bắc trung bộ|trung bộ|nam bộ|tây nguyên|bắc bộ))*"
    r"| (?:nơi )?có (?:dự án|công trình|tuyến đường|đường|rừng|biển|đê)(?: đi qua| trên địa bàn)?"
    r"| trực thuộc(?: trung ương| tỉnh)?| ven biển| biên giới| miền núi| vùng cao"
    r"| (?:nêu|nói|kể) trên)*"
)
TERRITORY = key_pattern(
    rf" {{0,3}}(?:\*\*)? {{0,2}}(?:"
    rf"(?P<plural>{PLURAL}) (?P<units>{UNIT}(?:{JOIN}{UNIT})*)(?![^\W_])"
    rf"|(?P<levels>các (?:cơ quan, )?(?:đơn vị, )?địa phương|(?:các|hai|02|2|3|ba) cấp(?: (?:tỉnh|huyện"
    rf"|xã)(?: ?, ?(?:huyện|xã))*)?|cấp (?:tỉnh|huyện"
    rf"|xã)(?:(?: ?, ?| và )(?:cấp )?(?:huyện|xã))+)"
    rf"|(?P<bare>{UNIT}(?:{JOIN}(?!{HAMLET}){UNIT})+)(?![^\W_])"
    rf")(?P<tail>{TAIL})(?![^\W_])"
)
# The letters that a territory can begin with: one look spares most matches.
OPENS = first_letters(
    "tất các những một hai ba cấp tổ khu thôn khóm ấp buôn bản thị thành đặc tỉnh huyện quận phường xã tp tx"
)
NEXT = key_pattern(
    r"(?: ?[,;] ?(?:và )?| và )(?P<unit>(?:các )?(?:thị xã|thành phố|thị trấn|đặc khu|huyện|quận|phường|xã)(?= ))? ?"
)
SINGLE = key_pattern(rf"{UNIT}")
NUMBERED_UNITS = frozenset({"phường", "quận", "khóm", "khu phố", "tổ dân phố", "ấp"})
UNIT_NUMBER = key_pattern(r" ?\d{1,2}(?![^\W_])(?! (?:tháng|năm|ngày|giờ|%))")
LEVELS = ("district", "commune", "province")


# "UBND các tỉnh từ Quảng Ninh đến Bình Thuận": where the row of places begins and ends.
FROM_TO = key_pattern(r" (?:ven biển )?từ (?:tỉnh |thành phố )?")
UP_TO = key_pattern(r" đến (?:tỉnh |thành phố )?")


def _from_to(text: str, key: str, end: int) -> int:
    """The end of "từ Hà Tĩnh đến Khánh Hòa" behind ``end``, or ``end``."""
    first = FROM_TO.match(key, end)
    if first is None or not text[first.end() : first.end() + 1].isupper():
        return end
    here = read_name(text, key, first.end() - 1, LEVELS, known=False)
    last = UP_TO.match(key, here)
    if last is None or not text[last.end() : last.end() + 1].isupper():
        return end
    return max(end, read_name(text, key, last.end() - 1, LEVELS, known=False))


class Territory(NamedTuple):
    """Places in the plural up to ``end``; ``members`` are those named one by one: unit, start, end."""

    end: int
    members: tuple[tuple[str, int, int], ...]

    def spread(self, text: str, start: int, head_end: int, kind: str) -> list[Found]:
        """The agencies that a head at ``start`` has in this territory."""
        if not self.members:
            return [Found(start, self.end, as_written(text, start, self.end), kind, True, f"group:{kind}")]
        head = as_written(text, start, head_end)
        return [
            Found(
                start if index == 0 else at,
                end,
                f"{head} {unit} {as_written(text, at, end)}",
                kind,
                False,
                f"ellipsis:{kind}",
            )
            for index, (unit, at, end) in enumerate(self.members)
        ]


def read_territory(text: str, key: str, position: int) -> Territory | None:
    """Return the places in the plural at ``position``, or None."""
    opening = key[position : position + 9].lstrip(" *")[:2]
    if opening not in OPENS and not opening[:1].isdigit():
        return None
    found = TERRITORY.match(key, position)
    if found is None:
        return None
    units = found["units"]
    if units and SINGLE.fullmatch(units):
        members = _members(text, key, found.end("units"), units)
        if members:
            return Territory(members[-1][2], members)
    end = found.end()
    last = (units or found["bare"] or "").rpartition(" ")[2]
    if last in ("phố", "huyện", "xã", "phường", "tp", "tx") and not found["tail"] and found["units"]:
        end = read_name(text, key, end, LEVELS, known=True)
    if not found["plural"]:
        return Territory(end, ())
    return Territory(_from_to(text, key, end), ())


def _begins_task(text: str, key: str, position: int) -> bool:
    """Whether one word that no list knows stands behind the colon: "UBND các huyện: Đẩy nhanh ..."."""
    if read_name(text, key, position, LEVELS, known=True) > position:
        return False
    word = text[position : read_name(text, key, position, LEVELS, known=False)].strip()
    return bool(word) and " " not in word


def _members(text: str, key: str, position: int, unit: str) -> tuple[tuple[str, int, int], ...]:
    if key.startswith(":", position):
        position += 1
        if _begins_task(text, key, position):
            return ()
    members: list[tuple[str, int, int]] = []
    start = position
    while True:
        at = start + (key[start : start + 1] == " ")
        if walk(gazetteer().names, key, at) is not None or role_end(key, at) is not None:
            break
        end = read_name(text, key, start, LEVELS, known=bool(members) and start == position)
        if end == start and unit in NUMBERED_UNITS and (number := UNIT_NUMBER.match(key, start)):
            end = number.end()
        if end == start:
            break
        members.append((unit, at, end))
        step = NEXT.match(key, end)
        if step is None:
            break
        if step["unit"]:
            unit = step["unit"].removeprefix("các ")
        start = step.end()
    return tuple(members)
