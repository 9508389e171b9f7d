"""Mentions in a text and lists of them.

Finds         giao [Sở Tài chính], [Sở Nội vụ] và [UBND các huyện, thị xã] chủ trì: a list with its end
Leaves alone  the sentence around it: who leads and who coordinates is for the directives to say
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dondoc.facts import AgencyMention
from dondoc.grammar.agencies.canonical import canonical_name
from dondoc.grammar.agencies.ellipsis import continue_names, read_listed
from dondoc.grammar.agencies.folding import key_pattern, search_key, text_key
from dondoc.grammar.agencies.found import Found, as_written
from dondoc.grammar.agencies.gazetteer import WORD, gazetteer
from dondoc.grammar.agencies.group_words import WEAK
from dondoc.grammar.agencies.groups import read_group
from dondoc.grammar.agencies.named import read_named
from dondoc.grammar.agencies.openings import Opening, opening
from dondoc.grammar.agencies.places import LEVEL, read_place
from dondoc.grammar.agencies.roles import STARTS, role_end
from dondoc.grammar.finding import Finder
from dondoc.text import Span

SEPARATOR = key_pattern(
    r"(?: {0,2}(?:\*\*)?(?:\([^()]{0,80}\))? ?[,;] {0,2}(?:(?:và|cùng|cùng với|với|đồng thời) )?"
    r"| {1,2}(?:\*\*)?(?:và|cùng với|cùng|với|hoặc|&) {1,2}(?:với )?| ?/ ?| - )(?:\*\*)?"
)
# What a separator can begin with, and the letter behind its first blank: one look spares most matches.
JOINS, JOINS_BEHIND_BLANK = frozenset(" *(,;/"), frozenset("vch& *(,;/-")
GROUP_STARTS = (
    "các",
    "những",
    "một số",
    "tất cả",
    "toàn thể",
    "mọi",
    "từng",
    "sở",
    "bộ",
    "ban",
    "cơ quan",
    "đơn vị",
    "địa phương",
    "ngành",
    "cấp ủy",
    "chính quyền",
    "huyện",
    "xã",
    "phường",
    "phòng",
    "đoàn thể",
)
LEAD_IN = key_pattern(r"[ \n*]{0,4}(?:(?:cho|với|đồng chí|tới|đến|ý kiến của|là) )?(?:\*\*)?")
SECTOR_WORDS = key_pattern(
    r"(?:công an|quân sự|biên phòng|y tế|giáo dục|nông nghiệp|thuế|hải quan|tài chính|nội vụ|công thương"
    r"|kiểm lâm)(?![^\W_])"
)
# Forces by their bare noun, told or joining in: "yêu cầu công an, quân sự và các địa phương", "quân sự tỉnh".
FORCE = key_pattern(
    r"(?:(?:lực lượng|ngành) )?(?:công an|quân đội|quân sự|biên phòng|bộ đội biên phòng|kiểm lâm|quản lý thị trường"
    r"|cảnh sát giao thông|dân quân|hải quan)(?: (?:tỉnh|thành phố|huyện|xã|phường))?(?![^\W_])"
    r"(?! (?:viên|nhân dân|địa phương|khu vực|số|nước|chính)(?![^\W_]))"
)
BARE_AFTER_ROLE = key_pattern(r"(?:sở|ban, ngành|ban ngành|phòng, ban)(?= ?[,;.:\n]| và |$)")
# How far a list is read: most are short, and the key of a long window is costly.
SHORT_LIST, LONG_LIST = 1200, 4000
COMMITTEE = re.compile(
    r"(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|ỦY BAN NHÂN DÂN|Hội đồng nhân dân|Công an)"
    r"(?= (?:các )?(?:tỉnh|thành phố|TP|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)(?!\w))"
)
SEVERAL = frozenset({"company", "unit", "branch", "vertical", "board", "district_office", "military", "front"})
SYMBOL = key_pattern(r"(?:/|\d-)[^\W_]{0,6}[-/]?$")


def _read_at(text: str, key: str, position: int, *, in_list: bool, depth: int = 0) -> list[Found]:
    """The agency, role or group at ``position``; several where one head has several names."""
    found = _known_at(text, key, position, in_list=in_list, depth=depth)
    if found or not in_list or (force := FORCE.match(key, position)) is None:
        return found
    return [Found(position, force.end(), as_written(text, position, force.end()), "sector", False, "force")]


def _known_at(text: str, key: str, position: int, *, in_list: bool, depth: int) -> list[Found]:
    first = WORD.match(key, position)
    opens = opening(first[0]) if first is not None else None
    if opens is None:
        return []
    listed = read_listed(text, key, position) if opens.listed else []
    if listed:
        return listed
    behind = role_end(key, position) if opens.role and depth < 2 else None
    if behind is not None:
        inner = _read_at(text, key, behind, in_list=True, depth=depth + 1) if behind < len(text) else []
        if inner and inner[0].kind != "place" and not _too_weak(inner[0].name):
            return _with_role(text, position, behind, inner)
        if not inner and (bare := BARE_AFTER_ROLE.match(key, behind)):
            end = bare.end()
            return [Found(position, end, as_written(text, position, end), "role", True, "role:group")]
    named = read_named(text, key, position) if opens.name or opens.slip else []
    group = read_group(text, key, position, in_list=in_list) if opens.group else None
    if named and (group is None or named[-1].end >= group.end):
        return named
    place = _place(text, key, position) if in_list and opens.place else []
    if group is not None and (not place or group.end >= place[0].end):
        return [group]
    return place or _several(text, key, position)


def _several(text: str, key: str, position: int) -> list[Found]:
    """Bodies of one name: "các Công ty TNHH MTV khai thác công trình thủy lợi"."""
    if not key.startswith("các ", position) or not text[position + 4 : position + 5].isupper():
        return []
    one = read_named(text, key, position + 4)
    if len(one) != 1 or one[0].group or one[0].kind not in SEVERAL:
        return []
    end = one[0].end
    return [Found(position, end, as_written(text, position, end), one[0].kind, True, "group:names")]


def _too_weak(name: str) -> bool:
    """Whether a role would stand before a bare noun that is no agency ("thành viên hợp tác xã")."""
    key = search_key(name)
    return re.fullmatch(WEAK, key) is not None and not key.startswith("cơ quan")


def _with_role(text: str, position: int, behind: int, inner: list[Found]) -> list[Found]:
    role = as_written(text, position, behind).strip()
    first, *rest = inner
    if not rest and first.start == behind:
        name = (
            as_written(text, position, first.end) if not first.rule.startswith("ellipsis") else f"{role} {first.name}"
        )
        return [Found(position, first.end, name, "role", first.group, f"role:{first.kind}")]
    role = role.removeprefix("Các ").removeprefix("các ")
    return [
        Found(
            position if one is first else one.start,
            one.end,
            f"{role} {one.name}",
            "role",
            one.group,
            f"role:{one.kind}",
        )
        for one in inner
    ]


def _place(text: str, key: str, position: int) -> list[Found]:
    """A district or commune that is told to do something ("Thành phố Mỹ Tho, thị xã Gò Công")."""
    level = LEVEL.match(key, position)
    if level is None or level.start("level") != position:
        return []
    end, _ = read_place(text, key, position)
    if end <= level.end():
        return []
    return [Found(position, end, as_written(text, position, end), "place", False, "place")]


def _list_from(text: str, key: str, position: int, *, in_list: bool) -> list[Found]:
    """The agencies joined to one another from ``position`` on."""
    names: list[Found] = []
    here = position
    sector = False
    while here < len(text):
        found = _read_at(text, key, here, in_list=in_list or bool(names))
        if not found and names:
            found = _continued(text, key, here, names[-1], sector=sector)
        if not found or (found[0].start < here):
            break
        if names and found[0].kind == "place":
            found = [_under_head(found[0], names[-1])]
        names += found
        sector = sector or found[-1].kind == "sector"
        separator = _separator(key, found[-1].end)
        if separator is None or separator.end() == found[-1].end:
            break
        here = separator.end()
    return names


def _separator(key: str, position: int) -> re.Match[str] | None:
    """What joins the name that ends at ``position`` to the next."""
    sign, behind = key[position : position + 1], key[position + 1 : position + 2]
    if sign not in JOINS or (sign == " " and behind not in JOINS_BEHIND_BLANK):
        return None
    return SEPARATOR.match(key, position)


def _under_head(place: Found, before: Found) -> Found:
    """The place as one more of the bodies before it: "UBND xã A, xã B" names two committees."""
    head = (
        COMMITTEE.match(before.name) if before.kind in ("committee", "council", "police") and not before.group else None
    )
    if head is None:
        return place
    return place._replace(name=f"{head[0]} {place.name}", kind=before.kind, rule=f"ellipsis:{before.kind}")


def _continued(text: str, key: str, position: int, last: Found, *, sector: bool) -> list[Found]:
    """A name that leaves out the head of the one before it ("Sở Tài chính, Nội vụ")."""
    if sector and text[position].isupper() and (found := SECTOR_WORDS.match(key, position)):
        return [
            Found(position, found.end(), as_written(text, position, found.end()), "sector", False, "ellipsis:sector")
        ]
    head = {"department": "sở", "ministry": "bộ"}.get(last.kind)
    if head and text[position].isupper():
        return continue_names(text, key, position, head, gazetteer().by_head[head])[:1]
    return []


def _mention(found: Found, spelt: dict[str, str]) -> AgencyMention:
    """The mention of ``found``; ``spelt`` holds the names met before it."""
    start, end, name, kind, group, rule = found
    name = spelt.setdefault(name, name)
    return AgencyMention(Span(start, end), name, canonical_name(name), kind, group, rule)


class _Anchors(NamedTuple):
    """What the text is searched for; ``alone`` tells of an anchor of one word what may begin with it."""

    finder: Finder
    alone: tuple[Opening | None, ...]


@cache
def _anchors() -> _Anchors:
    words = {*gazetteer().anchors, *map(search_key, (*STARTS, *GROUP_STARTS))}
    spaced = {word.replace(" ", blanks) for word in words for blanks in ("  ", "   ", " ** ", " **") if " " in word}
    ordered = sorted(words | spaced)
    return _Anchors(Finder(ordered), tuple(opening(word) if word.isalpha() else None for word in ordered))


def _starts(text: str, key: str) -> Iterator[int]:
    """Offsets at which an agency may begin."""
    finder, alone = _anchors()
    for index, start, end in finder.find(key):
        if (start and key[start - 1].isalnum()) or key[end : end + 1].isalnum():
            continue
        opens = alone[index]
        if opens is not None and text[start].islower() and not opens.goes_on(key, end):
            continue
        if start and key[start - 1] in "-/" and SYMBOL.search(key, max(start - 9, 0), start):
            continue
        yield start


def find_agencies(text: str) -> list[AgencyMention]:
    """Return the agencies, groups and roles of ``text``, in reading order, without overlap.

    A district or commune named alone ("huyện Trà Cú") counts only inside a list of agencies.
    """
    key = text_key(text)
    mentions: list[AgencyMention] = []
    spelt: dict[str, str] = {}  # a text names the same agencies again and again: each name is kept once
    end = 0
    for start in _starts(text, key):
        if start < end:
            continue
        found = _list_from(text, key, start, in_list=False)
        if found:
            mentions += [_mention(one, spelt) for one in found]
            end = found[-1].end
    return mentions


def read_agency_list(text: str, start: int) -> tuple[list[AgencyMention], int]:
    """Return the agencies joined by commas, "và", "cùng", "với" from ``start`` on, and where their list ends.

    Blanks and a word such as "cho" before the first are passed over. Here a single bare noun ("địa phương") and a place
    ("huyện Trà Cú") count too. ([], start) where no agency stands there.
    """
    found, end = _read_list(text, start, SHORT_LIST)
    return _read_list(text, start, LONG_LIST) if end - start > SHORT_LIST // 2 else (found, end)


def _read_list(text: str, start: int, reach: int) -> tuple[list[AgencyMention], int]:
    window = text[start : start + reach]
    key = text_key(text)[start : start + reach] if len(text) > reach else search_key(window)
    lead = LEAD_IN.match(key)
    for begin in (0, lead.end() if lead else 0):
        found = _list_from(window, key, begin, in_list=True) if begin < len(window) else []
        if found:
            shifted = [one._replace(start=one.start + start, end=one.end + start) for one in found]
            return [_mention(one, {}) for one in shifted], shifted[-1].end
    return [], start
