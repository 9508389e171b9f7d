"""Markup nested deeper than any page needs, made flat before it is parsed: a parser's time grows with the depth."""

import re
from collections import Counter

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:.-]{0,30})(?=[\s/>])[^<>]*>?")
_VOID_TAGS = "br hr img input meta link col area base wbr embed param source track html head body"
_BREAKING_TAGS = "div section article aside main header footer nav ul ol dl table blockquote center fieldset form pre"
_VOID = frozenset(_VOID_TAGS.split())
_BREAKING = frozenset(_BREAKING_TAGS.split())
# Never inside each other without one of the above between them; what is open in one ends with it.
_SHORT = frozenset({"p", "li", "dt", "dd", "thead", "tbody", "tfoot", "tr", "td", "th"})
_DEEPEST = 100


def flattened(words: str) -> str:
    """``words`` without the tags that open more than ``_DEEPEST`` elements in each other; a block leaves a break."""
    if words.count("<") <= _DEEPEST:
        return words
    pieces: list[str] = []
    at = 0
    opened: list[str] = []
    known: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    for match in _TAG.finditer(words):
        name = match[2].lower()
        if name in _VOID:
            continue
        if name in _SHORT:
            while opened and opened[-1] not in _BREAKING:
                known[opened.pop()] -= 1
            continue
        if not match[1] and len(opened) < _DEEPEST:
            opened.append(name)
            known[name] += 1
            continue
        if match[1] and not dropped[name]:
            while known[name]:
                last = opened.pop()
                known[last] -= 1
                if last == name:
                    break
            continue
        dropped[name] += -1 if match[1] else 1
        pieces += words[at : match.start()], "<br>" if name in _BREAKING else " "
        at = match.end()
    return "".join(pieces) + words[at:] if pieces else words
