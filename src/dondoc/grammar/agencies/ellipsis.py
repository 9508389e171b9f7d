"""One head for several names.

Finds         Các Sở: Giáo dục và Đào tạo, Tài chính, Xây dựng · các bộ Tài chính, Công Thương · Sở Tài chính, Nội vụ
Leaves alone  Sở Tài chính, Công an tỉnh: the second has a head of its own
"""

from dondoc.grammar.agencies.folding import key_pattern
from dondoc.grammar.agencies.found import Found, as_written
from dondoc.grammar.agencies.gazetteer import Node, gazetteer, walk

HEADED = {"sở": "Sở", "bộ": "Bộ", "phòng": "Phòng", "chi cục": "Chi cục", "trung tâm": "Trung tâm", "ngành": ""}
# No further than this from its beginning a head that names several ends in a colon ("Sở: ...").
LONGEST_HEAD = 16
PLURAL_HEAD = key_pattern(r"(?:các |những |02 |hai )?(?P<head>sở|bộ|phòng|chi cục|trung tâm)(?: {0,2}: ?| )(?=[^\W_])")
LINK = key_pattern(r"(?: ?[,;] {0,2}(?:và )?| {1,2}và {1,2}|; ?)(?P<again>(?:các )?(?:sở|bộ|phòng)(?::)? )?")


def read_listed(text: str, key: str, position: int) -> list[Found]:
    """Return the agencies of a plural head at ``position`` followed by names, or none."""
    plural = key.startswith(("các ", "những ", "02 ", "hai "), position)
    if not plural and key.find(":", position, position + LONGEST_HEAD) < 0:
        return []
    found = PLURAL_HEAD.match(key, position)
    if found is None or not (plural or ":" in found[0]):
        return []
    head = found["head"]
    tree = gazetteer().by_head.get(head)
    if tree is None:
        return []
    names = continue_names(text, key, found.end(), head, tree)
    if len(names) == 1 and ":" not in found[0]:
        end = names[0].end
        return [Found(position, end, as_written(text, position, end), names[0].kind, True, "group:names")]
    return [names[0]._replace(start=position), *names[1:]] if names else []


def continue_names(text: str, key: str, position: int, head: str, tree: Node) -> list[Found]:
    """Return the names under ``head`` that follow one another from ``position``."""
    names: list[Found] = []
    here = position
    while named := walk(tree, key, here):
        end, name = named
        if not text[here].isupper() or (end < len(key) and key[end].isalnum()):
            break
        written = f"{HEADED[head]} {as_written(text, here, end)}".strip()
        names.append(Found(here, end, written, name.kind, False, "ellipsis:names"))
        link = LINK.match(key, end)
        if link is None or link["again"]:
            break
        here = link.end()
        if here >= len(text):
            break
    return names
