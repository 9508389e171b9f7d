"""One head for several names.

Finds         Các Sở: Giáo dục và Đào tạo, Tài chính, Xây dựng · các tập đoàn: Điện lực Việt Nam, ...
              các bộ Tài chính, Công Thương · Sở Tài chính, Nội vụ
Leaves alone  Sở Tài chính, Công an tỉnh: the second has a head of its own
"""

from dondoc.grammar.agencies.folding import key_pattern
from dondoc.grammar.agencies.found import Found, as_written
from dondoc.grammar.agencies.gazetteer import Node, gazetteer, walk
from dondoc.grammar.agencies.open_names import open_end

HEADED = {
    "sở": "Sở",
    "bộ": "Bộ",
    "phòng": "Phòng",
    "chi cục": "Chi cục",
    "cục": "Cục",
    "vụ": "Vụ",
    "trung tâm": "Trung tâm",
    "tập đoàn": "Tập đoàn",
    "tổng công ty": "Tổng công ty",
    "ngành": "",
}
# Heads under which names stand that no list holds.
OPEN_HEADS = frozenset({"cục", "vụ", "chi cục", "tập đoàn", "tổng công ty"})
# No further than this from its beginning a head that names several ends in a colon ("Sở: ...").
LONGEST_HEAD = 16
PLURAL_HEAD = key_pattern(
    r"(?:các |những |02 |hai )?(?P<head>sở|bộ|phòng|chi cục|cục|vụ|trung tâm|tập đoàn|tổng công ty)"
    r"(?:(?:, (?:ban, )?ngành|, cơ quan)(?: tỉnh| trung ương)?(?= ?:))?(?: {0,2}: ?| )(?=[^\W_])"
)
LINK = key_pattern(
    r"(?: ?[,;] {0,2}(?:và )?| {1,2}và {1,2}|; ?)(?P<again>(?:các )?(?:sở|bộ|phòng|cục|vụ|chi cục)(?::)? )?"
)


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
    if tree is None or (head in OPEN_HEADS and not text[found.start("head")].isupper() and ":" not in found[0]):
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
    while text[here].isupper():
        end, kind = _one_name(text, key, here, head, tree)
        if end == here or (end < len(key) and key[end].isalnum()):
            break
        written = f"{HEADED[head]} {as_written(text, here, end)}".strip()
        names.append(Found(here, end, written, kind, False, "ellipsis:names"))
        link = LINK.match(key, end)
        if link is None or link["again"]:
            break
        here = link.end()
        if here >= len(text):
            break
    return names


def _one_name(text: str, key: str, here: int, head: str, tree: Node) -> tuple[int, str]:
    """The end and the kind of the name at ``here``; ``here`` itself where there is none."""
    named = walk(tree, key, here)
    if named is not None and (head not in OPEN_HEADS or named[1].full != HEADED[head]):
        end, kind = named[0], named[1].kind
    else:
        end, kind = here, "branch"
    if head not in OPEN_HEADS:
        return end, kind
    comma = text.find(",", here)
    free = open_end(text, key, here - 1 if here and key[here - 1] == " " else here)
    return max(end, free if comma < 0 else min(free, comma)), kind
