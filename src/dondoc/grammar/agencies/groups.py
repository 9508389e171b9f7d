"""Groups of agencies: plurals and pairs of nouns that name no single body.

Finds         các sở, ban, ngành tỉnh · các cơ quan, đơn vị, địa phương · các cấp · bộ, ngành Trung ương · phường – xã
Leaves alone  các ngành kinh tế · các bộ thủ tục · các phòng học · các cấp học · công sở, bệnh viện
"""

import re

from dondoc.grammar.agencies.folding import key_pattern
from dondoc.grammar.agencies.found import Found, as_written
from dondoc.grammar.agencies.gazetteer import gazetteer, walk
from dondoc.grammar.agencies.group_words import BODY, DETERMINER, FOLLOWS, PLACE, PRECEDES, SHORT, TAIL, TOGETHER

END = r"(?![^\W_])"
ORGAN = rf"(?>{BODY}){END}"
TERRITORY = rf"(?>{PLACE}){END}(?! (?:ủy|đoàn|đội){END})"
COMMA = r"(?: ?, {0,2}| ?/ ?| ?- ?)"
ORGANS = rf"{ORGAN}(?:{COMMA}(?:{ORGAN}|{TERRITORY})|(?: {{1,2}}| và (?=ngành trung ương)){SHORT}{END}){{0,14}}"
PLACES = rf"{TERRITORY}(?:(?:{COMMA}| và | hoặc | ){TERRITORY}){{0,14}}"
DETERMINERS = ("các ", "những ", "một số ", "mọi ", "từng ", "tất cả ", "toàn thể ")
PLURAL = key_pattern(rf"{DETERMINER} {{1,2}}(?P<nouns>{ORGANS}|{PLACES})(?P<tail>{TAIL}){END}")
PAIR = key_pattern(
    rf"(?P<nouns>{ORGAN}(?:{COMMA}{ORGAN}|(?<=sở) ngành|(?<=ban) ngành|(?<=sở) ban ngành){{1,14}})(?P<tail>{TAIL}){END}"
)
PLACE_PAIR = key_pattern(rf"(?P<nouns>{TERRITORY}(?:(?:{COMMA}| ){TERRITORY}){{1,14}})(?P<tail>){END}")
LEVELLED = key_pattern(rf"(?P<nouns>(?:cấp ủy đảng|cấp ủy|tổ chức đảng|chính quyền) các cấp)(?P<tail>){END}")
# "các đơn vị của Bộ" is the beginning of a name where the ministry is named: "của Bộ Tài chính".
OWNER = key_pattern(r"(?<= )(?:bộ|sở)\Z")
BARE = key_pattern(rf"(?P<nouns>{ORGAN})(?P<tail>{TAIL}){END}")
ALL_PLACES = key_pattern(rf"{PLACES}\Z")
LAST_NOUN = key_pattern(rf"(?:{BODY}|{PLACE})\Z")
PREVIOUS = key_pattern(r"[^\W_]+(?= \Z)")
LOCATIVE = key_pattern(r"(?:\b(?:tại|ở|từ|trong|địa bàn|giữa|khắp|\d) |về )\Z")
SEPARATOR = key_pattern(COMMA)
# Without a join behind its first noun no pair begins: a look at two letters spares most matches.
NOUN = key_pattern(ORGAN)
JOINS = (",", "/", "-", " ,", " /", " -", " ngành", " ban ngành")
NEEDS_TAIL = frozenset(
    {"sở", "ban", "bộ", "ngành", "phòng", "cấp", "cơ sở", "tổ chức", "hội", "trường", "báo", "đài", "viện", "cục", "hộ"}
)


def _other_meaning(key: str, nouns: str, end: int) -> bool:
    """Whether the words after the last noun turn it into something else ("các ngành kinh tế")."""
    last = LAST_NOUN.search(nouns)
    if last is not None and nouns.endswith(", ngành") and key.startswith(" xây dựng", end):
        return False  # "các sở, ngành xây dựng kế hoạch": a task, not a branch
    follows = FOLLOWS.get(last[0]) if last else None
    return bool(follows and follows.match(key, end))


def _compound(key: str, nouns: str, position: int) -> bool:
    """Whether the word before turns the first noun into something else ("công sở")."""
    before = PREVIOUS.search(key, max(position - 12, 0), position)
    return bool(before and before[0] in PRECEDES.get(nouns.partition(" ")[0].rstrip(","), ()))


def _joined(key: str, position: int) -> bool:
    """Whether the noun at ``position`` is followed by another."""
    noun = NOUN.match(key, position)
    return noun is not None and key.startswith(JOINS, noun.end())


def _before_a_name(text: str, key: str, found: re.Match[str]) -> int | None:
    """Where the group ends if one of its nouns begins an agency's own name ("cơ quan, đơn vị, Ban Thường vụ")."""
    joined = any(mark in found["nouns"] for mark in ",/-")
    for comma in SEPARATOR.finditer(key, *found.span("nouns")) if joined else ():
        if text[comma.end()].isupper():
            named = walk(gazetteer().names, key, comma.end())
            if named is not None and named[0] > found.end("nouns"):
                return comma.start()
    return None


def _named_owner(text: str, key: str, found: re.Match[str]) -> int:
    """The end of the group with the name of the body it belongs to: "các đơn vị của Bộ [Tài chính]"."""
    owner = OWNER.search(key, *found.span("tail"))
    if owner is None or not text[found.end() + 1 : found.end() + 2].isupper():
        return found.end()
    named = walk(gazetteer().names, key, owner.start())
    return max(found.end(), named[0]) if named is not None else found.end()


def read_group(text: str, key: str, position: int, *, in_list: bool) -> Found | None:
    """Return the group at ``position``. ``in_list`` also takes a single bare noun, and places as such."""
    found = PLURAL.match(key, position) if key.startswith(DETERMINERS, position) else None
    if found is None:
        found = (PAIR if _joined(key, position) else LEVELLED).match(key, position)
        if found is None and in_list:
            found = PLACE_PAIR.match(key, position) or BARE.match(key, position)
            if found and found.re is BARE and found["nouns"] in NEEDS_TAIL and not found["tail"]:
                return None
        if found is None or _compound(key, found["nouns"], position):
            return None
    nouns = found["nouns"]
    if nouns == "mặt trận":
        return None
    end = _named_owner(text, key, found)
    cut = _before_a_name(text, key, found)
    if cut is not None:
        end, nouns = cut, key[found.start("nouns") : cut]
    places = ALL_PLACES.match(nouns) is not None
    if not in_list and (LOCATIVE.search(key, max(position - 9, 0), position) if places else not TOGETHER.search(nouns)):
        return None
    several = "," in nouns or "-" in nouns
    if cut is None and not found["tail"] and not (places and several) and _other_meaning(key, nouns, end):
        return None
    kind = "places" if places else "group"
    return Found(position, end, as_written(text, position, end), kind, True, f"group:{kind}")
