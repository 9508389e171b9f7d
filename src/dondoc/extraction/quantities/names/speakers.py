"""Whose figures somebody tells who speaks of his own place or office, and not of the whole province.

Finds         Chủ tịch UBND xã Lam Kinh cho biết xã còn 214 hộ nghèo (hộ nghèo (xã Lam Kinh))
              Giám đốc Sở Xây dựng báo cáo, Sở được giao 124 tỷ đồng, giải ngân 60 tỷ đồng (vốn giao Sở Xây dựng, ...)
Leaves alone  Giám đốc Sở Tài chính cho biết, thu ngân sách đạt ...: what is told is not of the office alone
              a name of many words, or one that names a place itself
"""

import re

_SPEAKS = re.compile(
    r"(?:Chủ tịch|Bí thư|[Ll]ãnh đạo|[Đđ]ại diện|Giám đốc|Trưởng ban) (?:UBND )?"
    r"(?P<who>(?:huyện|xã|phường|thị xã|thành phố|thị trấn|đặc khu) [A-ZĐ]\w+(?: [A-ZĐ]\w+){0,3}|"
    r"(?:Sở|Ban|Cục|Chi cục) [^,;:.\d]{4,50}?) "
    r"(?:cho biết|cho hay|báo cáo|phản ánh|thông tin|chia sẻ|nêu|kiến nghị)\b[^;.]{0,60}?"
    r"(?<!\w)(?:huyện|xã|phường|thị xã|thành phố|sở|Sở|ban|đơn vị|địa phương) "
    r"(?:(?:hiện|vẫn|mới|đã) )*(?:còn|có|được|phân công)\b"
)
_REACH = 240
_MOST = 6
_FUNDS = ("vốn ", "giải ngân")


def speaker(words: str) -> str:
    """The place or office that the words before the first figure of a sentence tell of, "" where they tell of none."""
    told = _SPEAKS.search(words, 0, _REACH)
    return " ".join(told["who"].split()) if told is not None else ""


def of_speaker(name: str, who: str) -> str:
    """``name`` with the place or office ``who`` that it is told of."""
    if len(name.split()) > _MOST or not name[1:].islower():
        return name
    if who[0].islower():
        return f"{name} ({who})"
    return f"{name} {who}" if name.startswith(_FUNDS) else name
