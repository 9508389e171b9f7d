"""One spelling for each name: abbreviations spelt out, listed names as the lexicon writes them."""

import re
from functools import lru_cache

from dondoc.grammar.agencies.folding import fold, search_key
from dondoc.grammar.agencies.gazetteer import gazetteer, walk

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)?")
_BLANKS = re.compile(r"[\s*]+")
_PUNCTUATION = re.compile(r"[^\w]+")


@lru_cache(maxsize=8192)
def canonical_name(name: str) -> str:
    """Return ``name`` with abbreviations spelt out and listed names in the spelling of the lexicon.

    "Sở KH&ĐT tỉnh" is "Sở Kế hoạch và Đầu tư tỉnh", "UBND TP. Vĩnh Long" "Ủy ban nhân dân thành phố Vĩnh Long".
    """
    words = _BLANKS.sub(" ", name).strip()
    data = gazetteer()
    key = search_key(words)
    pieces: list[str] = []
    position = 0
    for token in _TOKEN.finditer(key):
        start = token.start()
        if start < position:
            continue
        found = walk(data.names, key, start) if not position or pieces else None
        if found is not None and not found[1].open and words[start].isupper() and found[1].full:
            pieces += [words[position:start], found[1].full]
            position = found[0]
            continue
        for stretch in (token[0], token[0].partition("-")[0]):
            spelt = data.abbreviations.get(stretch)
            if spelt and words[start : start + len(stretch)].isupper():
                pieces += [words[position:start], spelt]
                position = start + len(stretch)
                if words.startswith(".", position):
                    position += 1
                    pieces.append("" if words[position : position + 1] in (" ", "") else " ")
                break
    pieces.append(words[position:])
    return _expand("".join(pieces))


def _expand(words: str) -> str:
    """Spell out abbreviations that a listed name still holds ("HĐND và UBND")."""
    short = gazetteer().abbreviations
    return re.sub(
        r"[^\W_]+", lambda found: short.get(found[0].lower(), found[0]) if found[0].isupper() else found[0], words
    )


@lru_cache(maxsize=8192)
def agency_key(name: str) -> str:
    """Return the key under which spellings of one agency meet: canonical, without marks, case or punctuation."""
    return _PUNCTUATION.sub(" ", fold(canonical_name(name))).strip()
