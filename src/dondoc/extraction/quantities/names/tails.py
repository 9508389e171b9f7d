"""The words behind a figure that say which things it counts: up to the next clause, figure or verb of result.

Finds         12 hồ sơ quá hạn, chiếm 3% (hồ sơ quá hạn) · 51 ha lúa, hoa màu bị ngập (lúa, hoa màu bị ngập)
              100% sở, ngành bố trí cán bộ (sở, ngành bố trí cán bộ)
Leaves alone  12 vụ vi phạm, xử phạt 30 triệu đồng: a comma that begins another clause ends the name
"""

import re
from functools import lru_cache
from itertools import pairwise

from dondoc.grammar.anchors import lowered

_MEMBER_WORDS = 2
_DETERMINERS = re.compile(r"\A(?:các|những|toàn bộ|đội ngũ|số|(?:(?:có|về|vì) )?hành vi)\b", re.IGNORECASE)
# What begins a clause of its own behind a comma.
_NO_MEMBER = re.compile(
    r"(?:và|đạt|tăng|giảm|chiếm|bằng|trong|với|nâng|đã|đang|sẽ|chưa|không|được|bị|là|còn|có|gồm|bao gồm|so|vượt|qua|"
    r"do|để|nhằm|cùng|đồng thời|làm|gây|thiệt hại|ước|kết quả|tuy|nhưng|song|lũy|luỹ|trị giá|tổng|số|giá trị|cụ thể|"
    r"góp|bảo đảm|đảm bảo|đến|tại|ở|từ|theo|hiện|nhất|như|tương|mỗi|bình quân|riêng|ngoài|phấn đấu|tiếp tục|thu|phạt|"
    r"xử|phát|khởi|kiến|đề|chuyển|tạm|tịch|hoàn|thực|tổ|triển|diện|sản|năng|đưa|giá|trung|trên|dưới|cao|thấp|"
    r"nay|đây|đó|này|sau|"
    r"trước|khi|nếu|việc|sẵn|mức|tỷ|tỉ|kinh phí|vốn|doanh)\b"
)
# Commas inside what is always said together: "khiếu nại, tố cáo", "lòng, lề đường".
_ONE_THING = re.compile(
    r", (?:(?<=khiếu nại, )(?=tố cáo|kiến nghị)|(?<=tố cáo, )(?=kiến nghị|phản ánh)|(?<=kiến nghị, )(?=phản ánh)|"
    r"(?<=trật tự, )(?=an toàn)|(?<=an toàn, )(?=vệ sinh)|(?<=vệ sinh, )(?=an toàn)|(?<=lòng, )(?=lề|vỉa)|"
    r"(?<=xuất, )(?=nhập)|(?<=phòng, )(?=chống)|(?<=tàng trữ, )(?=mua bán|vận chuyển|sử dụng)|"
    r"(?<=mua bán, )(?=vận chuyển|tàng trữ)|(?<=vận chuyển, )(?=mua bán|tàng trữ)|"
    r"(?<=sản xuất, )(?=kinh doanh|buôn bán)|(?<=buôn lậu, )(?=gian lận)|"
    r"(?<=tham nhũng, )(?=chức vụ|kinh tế|tiêu cực)|(?<=kinh tế, )(?=chức vụ|tham nhũng|buôn lậu)|"
    r"(?<=cán bộ, )(?=công chức|đảng viên|chiến sĩ|chiến sỹ|giáo viên|hội viên)|(?<=đảng viên, )(?=công chức|"
    r"đoàn viên)|"
    r"(?<=công chức, )(?=viên chức|người lao động)|(?<=viên chức, )(?=người lao động)|(?<=lúa, )(?=hoa màu|rau màu)|"
    r"(?<=huyện, )(?=thị xã|thành phố|thị trấn|xã\b)|(?<=thị xã, )(?=thành phố)|(?<=xã, )(?=phường|thị trấn|đặc khu)|"
    r"(?<=phường, )(?=xã\b|thị trấn|đặc khu)|(?<=sở, )(?=ban\b|ngành)|(?<=ban, )(?=ngành)|(?<=bộ, )(?=ngành|cơ quan)|"
    r"(?<=góp vốn, )(?=mua)|(?<=cổ phần, )(?=mua)|(?<=gia súc, )(?=gia cầm)|(?<=trâu, )(?=bò\b)|"
    r"(?<=tổ chức, )(?=cá nhân|hộ gia đình)|(?<=cơ quan, )(?=đơn vị|tổ chức)|(?<=thôn, )(?=bản\b|xóm|tổ dân phố|buôn)|"
    r"(?<=Chi nhánh, )(?=Văn phòng)|(?<=chi nhánh, )(?=văn phòng)|(?<=hộ nghèo, )(?=cận nghèo|hộ cận)|"
    r"(?<=BHXH, )(?=BHYT|BHTN)|(?<=BHYT, )(?=BHXH|BHTN))"
)
# "đường liên thôn, liên xóm", "án hình sự, án dân sự": the same syllable opens what the comma parts.
_SAID_ALIKE = re.compile(r"\b(?P<pair>(?P<same>[^\W\d]{3,}) [^\W\d]+), (?=(?P=same) [^\W\d]+)")
# What is said of all members of a list, behind the last of them.
_TOLD_OF = re.compile(r"\b(?:có|được|bị|đã|chưa|không|đang|tham gia|trên|trái phép|thiệt hại|hư hỏng)\b")
_CLOSED = re.compile(r"[A-ZĐ“”\d]|(?:mới|này|khác|cũ|đó|nhất|chết|thương|nặng|nhẹ)\Z")
# "14.000 doanh nghiệp (DN) đăng ký thành lập mới"
_SHORT_FOR = re.compile(
    r"\A \([A-ZĐ][A-ZĐ&.]{1,7}\)(?= [^\W\d])|"
    r"\A \([^()\d]{1,90}\)(?= (?:đạt|được|bị|có|chưa|đã|đang|hoàn thành|vi phạm|còn)\b)"
)
_TAIL_END = re.compile(r"[,;:.()\n]")
_TAIL_STOP = re.compile(
    r"(?:\A|\s)(?:(?<!không )(?<!chưa )đạt(?= tỷ lệ|\s*\Z| trên| dưới| từ)|"
    r"(?<!tốc độ )(?<!mức )(?<!tỷ lệ )(?:tăng|giảm)(?! giá\b(?! trị))|so với|so|với|trong đó|"
    r"(?<!lấn )(?<!xâm )chiếm(?! đoạt| dụng| giữ)|và(?= \d|\s*\Z| tổng| số )|(?<!mặt )bằng|gồm|"
    r"nâng(?! cao| hạng| lên mức)|lũy kế|để(?! xảy ra)|nhằm|qua|kết quả|(?<=\S )năm 20\d\d|\Anăm 20\d\d|trên địa bàn|"
    r"trong tháng|trong năm|"
    r"trong quý|(?<!và )vượt|thì|do|"
    r"(?<=\S )còn(?! nợ| dư nợ| hiệu lực)|còn(?! nợ| dư nợ| hiệu lực| lại\b| vướng| thiếu| tồn| yếu)|"
    r"ước|(?<!nhà )ở(?! nước ngoài)|(?<=\S )vẫn|=|"
    r"theo(?! đạo)|nêu|mà|khi|(?<=\S )là(?= \S+ \S)|nhưng|song|tuy nhiên|đồng thời|góp phần|"
    r"trong khi|cùng với|\A(?:xuống|lên)(?=\s*\Z| còn| đến| tới| khoảng)|làm (?:chết|bị thương|thiệt hại)|"
    r"(?<!hưởng )(?<!hại )bởi|"
    r"(?<!chết )(?<!thay )vì|nên(?= \S)|trở lên\s*\Z|trước(?! đây)|từ đầu năm|(?:trong|trên) tổng\b|"
    r"(?<=\S )(?:từ|bằng) (?:nguồn|ngân sách|vốn|quỹ)\b|(?:trên|"
    r"với) diện tích\s*\Z|có(?= từ)|từ\s*\Z|"
    r"thuộc \S+(?: \S+)? quản lý|(?:\A|(?<=\s))của (?:toàn )?(?:tỉnh|huyện|thành phố|thị xã|xã|phường)"
    r"(?= (?:đã|có|hiện|đang|mới|còn)\b|\s*\Z)|trên các (?:tuyến|trục)|"
    r"(?:trong|thuộc|của|tại|là|được|dưới|trên|(?<!việc )làm|với|cho|"
    r"(?:đã|đang|chưa|sẽ|các|những|cùng|khi|sau|nói|bị|vẫn)+)"
    r"\s*\Z|/)"
    r"(?=\s|\Z)"
)
# Behind this many words the noun is told, and what follows only says where, when or by whom.
_TOLD = re.compile(
    r"\A(?:\S+ ){3,}?(?P<behind>(?<!tội )(?<!phạm )về|tại|đến|sau|như|phục vụ)(?= )|\A(?:\S+ ){2,}?(?P<whose>của)(?= )|"
    r"\A(?:\S+ ){2,}?(?P<over>trên (?=các |toàn ))|\A(?:\S+ )+?(?P<whom>cho (?=các |hộ |gia đình |người ))|"
    r"\A(?:\S+ )+?(?P<where>tại)(?= (?:[A-ZĐ]|các |huyện |xã |thị xã |thành phố |phường |tỉnh ))"
)
# "xảy ra 01 vụ tại bếp ăn Trường Mầm non Hà Lam": where, and not which.
_ONLY_WHERE = re.compile(
    r"(?:cho (?:các|từng|mỗi)|trong diện|tại|trên địa bàn|ngay tại) \S|(?:thôn|ấp|khu phố|tổ dân phố) [A-ZĐ\d]"
)
_RUNS_ON = re.compile(r" (?:và|(?:cho|với|khiến|gây)(?: (?:trên|hơn|gần|khoảng))?)\Z")
# Another deed behind the things counted: "154 tàu cá “3 không” và xử phạt nghiêm tàu mất kết nối".
_NEXT_DEED = re.compile(
    r" và (?:xử phạt|xử lý|trồng mới|tổ chức|kiểm tra|tuyên truyền|phối hợp|hướng dẫn|rà soát|khẩn trương|tiếp tục|"
    r"tăng cường|bố trí|hỗ trợ|đôn đốc)(?= [^\W\d]+ [^\W\d]).*\Z"
)
# All the words that _HALF_SAID can end in.
_HALF_SAID_ENDS = ("đối", "đã", "đang", "chưa", "cũng", "vẫn", "được", "bị", "việc")
_HALF_SAID = re.compile(r"(?:(?:\A|\s+)(?:đối|đã|đang|chưa|cũng|vẫn|được|bị|(?<!làm )việc))+\Z")


def _end_of_list(after: str, comma: re.Match[str]) -> re.Match[str] | None:
    """Where the phrase ends whose first ``comma`` may only part nouns or verbs: ``ha lúa, hoa màu bị thiệt hại;``."""
    begin = 0
    while True:
        end = _TAIL_END.search(after, comma.end())
        leads_to_figure = end is None and after[-1:].isspace()
        right = after[comma.end() : end.start() if end else None]
        if leads_to_figure or not _goes_on(after[begin : comma.start()], right.lower()):
            return comma
        if end is None or end.group() != ",":
            return end
        begin, comma = comma.end(), end


def _goes_on(left: str, right: str) -> bool:
    """Whether the comma between ``left`` and ``right`` stands inside one phrase: short before it, no clause behind."""
    one, two = _DETERMINERS.sub("", left.rpartition("‚")[2].strip()).split(), " ".join(right.split())
    if not one or len(one) > _MEMBER_WORDS or not two or _CLOSED.search(one[-1]) or _NO_MEMBER.match(two):
        return False
    return two.count(" ") < _MEMBER_WORDS or _TOLD_OF.search(two) is not None


def as_one(words: str) -> str:
    """``words`` with a low comma for each that parts two nouns of the same first syllable: "liên thôn, liên xóm"."""
    pieces = words.split(", ")
    alike = any(right.partition(" ")[0] in left for left, right in pairwise(pieces))
    return _SAID_ALIKE.sub(r"\g<pair>‚ ", words) if alike else words


def whole_tail(after: str, limit: int) -> str:
    """The words after a figure up to the end of the clause, commas and all: ``100% sở, ngành bố trí cán bộ``."""
    return tail_phrase(after.replace(",", "‚"), limit).replace("‚", ",")


@lru_cache(maxsize=64)
def tail_phrase(after: str, limit: int = 12) -> str:
    """The words after a counted noun that say which ones: up to the next clause, figure or verb of result."""
    if "thanh, kiểm" in after:
        after = after.replace("thanh, kiểm tra", "thanh tra, kiểm tra", 1)
    if after[:2] == " (":
        after = _SHORT_FOR.sub("", after)
    end = _TAIL_END.search(after)
    if end is not None and end.group() == ",":
        after = as_one(_ONE_THING.sub("‚ ", after))
        end = _TAIL_END.search(after)
    if end is not None and end.group() == ",":
        end = _end_of_list(after, end)
    words = " ".join((after[: end.start()] if end else after).replace("*", "").replace("_", " ").split())
    stop = _TAIL_STOP.search(lowered(words))
    words = words[: stop.start()] if stop else words
    words = "" if _ONLY_WHERE.match(words) else words
    words = "còn lại" if words.startswith("còn lại ") else words
    told = _TOLD.match(words)
    if told and "“" not in words:
        words = words[: told.start(told.lastgroup or 0)].rstrip()
    if " và " in words:
        words = _NEXT_DEED.sub("", words)
    words = " ".join(words.split()[:limit])
    words = "" if words == "và" else _RUNS_ON.sub("", words)
    if words.endswith(_HALF_SAID_ENDS):
        words = _HALF_SAID.sub("", words)
    return words.strip(" ,‚;:.–-/").replace("‚ ", ", ")
