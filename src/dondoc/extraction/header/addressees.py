"""To whom a letter is written: the bodies behind "Kính gửi".

Finds         Kính gửi: Sở Tài chính; UBND các huyện. · Kính gửi: with each body on a dashed line below
Leaves alone  Kính gửi as Nơi nhận says ("Như trên"): the list at the foot of a paper is read with its signature
"""

import re

from dondoc.extraction.header.page import Page

_TO = re.compile(r"[\W_]*(?:Kính gửi|KÍNH GỬI)\s*:?\s*")
_BULLET = re.compile(r"[-–+•*·]\s*")
_MOST, _LONGEST = 20, 200


def read_addressees(page: Page) -> tuple[str, ...]:
    """The bodies to whom ``page`` is addressed, as written, one each; none where nothing says so."""
    openings = ((index, _TO.match(line.words)) for index, line in enumerate(page.lines[:_MOST]))
    at, opening = next(((index, found) for index, found in openings if found), (0, None))
    if opening is None:
        return ()
    rest = opening.string[opening.end() :]
    named = rest.split(";")
    for line in page.lines[at + 1 : at + _MOST] if not rest.strip() or rest.rstrip().endswith(";") else ():
        marked = _BULLET.match(line.words)
        if marked is None or len(line.words) > _LONGEST:
            break
        named.append(line.words[marked.end() :])
        if line.words.endswith("."):
            break
    return tuple(words for name in named if (words := name.strip(" ;,.*_")))
