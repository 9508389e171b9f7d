"""The tokens of Rich Text Format: control words, groups and characters; and what its words stand for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z\r\n'])|([{}])|([^\\{}\r\n\x00]+)|\\[\r\n]"
)
SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "~": " ",
    "_": "-",
}
_SKIPPED_WORDS = (
    "colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf fldinst sp "
    "listtable listoverridetable listpicture rsidtbl revtbl generator themedata colorschememapping datastore "
    "latentstyles xmlnstbl filetbl shprslt nonshppict bkmkstart bkmkend atnid atnauthor annotation atntime atnicn tc "
    "xe txe rxe private template docvar userprops formfield ffname ffdeftext ftnsep ftnsepc aftnsep aftnsepc ftncn "
    "aftncn nonesttables falt panose pnseclvl"
)
# Groups whose words are no words of the document.
SKIPPED = frozenset(_SKIPPED_WORDS.split())
_CODE_PAGES = {0: "cp1252", 161: "cp1253", 162: "cp1254", 163: "cp1258", 204: "cp1251", 238: "cp1250"}


class Token(NamedTuple):
    """``kind``: "word" (a control word with its number), "text", "open", "close", "star" (what may be skipped)."""

    kind: str
    text: str = ""
    number: int | None = None


_OPEN, _CLOSE, _STAR = Token("open"), Token("close"), Token("star")


def tokens(words: str) -> Iterator[Token]:
    """Yield the tokens of ``words``, the file's bytes as Latin-1."""
    for match in _TOKEN.finditer(words):
        word, number, byte, sign, brace, text = match.groups()
        if word is not None:
            yield Token("word", word, int(number) if number else None)
        elif text is not None:
            yield Token("text", text)
        elif brace is not None:
            yield _OPEN if brace == "{" else _CLOSE
        elif byte is not None:
            yield Token("text", chr(int(byte, 16)))
        elif sign == "*":
            yield _STAR
        elif sign is not None:
            yield Token("text", sign) if sign in "\\{}" else Token("word", sign)
        else:
            yield Token("word", "par")


def characters(data: str, charset: int) -> str:
    """Bytes (as Latin-1) of a font with ``charset`` as characters."""
    if data.isascii():
        return data
    return data.encode("latin-1").decode(_CODE_PAGES.get(charset, "cp1252"), "replace").replace("\ufffd", "")
