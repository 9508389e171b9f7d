"""Words as people type them in a hurry: without tone marks, without đ, in any case."""

import re
import unicodedata

_D = str.maketrans({"đ": "d", "Đ": "d"})
_SPACE = re.compile(r"\s+")


def fold(words: str) -> str:
    """``words`` without marks, in lower case, white space made single: "Đầu tư  công" gives "dau tu cong"."""
    if words.isascii():
        return _SPACE.sub(" ", words).strip().lower()
    bare = "".join(ch for ch in unicodedata.normalize("NFD", words.translate(_D)) if not unicodedata.combining(ch))
    return _SPACE.sub(" ", bare).strip().lower()
