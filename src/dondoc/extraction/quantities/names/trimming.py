"""Words cut down to what can be a name: without marks and brackets, without words of time, measure and connection.

Finds         "trong tháng 02/2023 ước đạt khoảng" at either end of a phrase · (Phường 9) inside · đến hết ngày 30/6
Leaves alone  the same words in the middle of a phrase
"""

import re
from functools import lru_cache

from dondoc.grammar.anchors import lowered

_BRACKETED = re.compile(r"\([^()]*\)?")
_NOTE = re.compile(r"\[(?:\d+|sửa[^\[\]]*)\]")
_TIME = (
    r"(?:trong |đến |tính đến |tính |kết thúc (?!năm học)|riêng |vào |của |cả |từ |qua |từng |mỗi )*(?:hết )?"
    r"(?:đầu |giữa |(?:thượng|trung|hạ) tuần )?"
    r"(?:(?:cuối |đầu )?(?:các )?(?<!hàng )(?<!hằng )(?:tháng|q(?:u[ýí]|úy)|(?<!lâu )năm(?! ngân sách)|kỳ|tuần(?! tra)|"
    r"(?<!khách trong )(?<!ngắn )(?<!dài )ngày|"
    r"(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một) (?:tháng|quý))(?: đầu| cuối)?(?: năm)?"
    r"(?: (?:một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai)(?= |,|"
    r"\Z))?(?:\s*(?:\d{1,2}(?:[/.-]\d{1,2})?(?:[/.-]\d{4})?|[ivx]{1,4}(?:/\d{4})?|20\d\d|qua|này|nay|"
    r"báo cáo))*(?: năm(?: 20\d\d| nay)?)?)"
)
# _END and _START are matched against small letters.
_END = re.compile(
    r"(?:(?<!\w)(?:(?:dự )?ước(?: thực hiện| tính| đạt| thu| chi)?|"
    r"thực hiện(?<!giá trị thực hiện)(?<!khối lượng thực hiện)|đạt|được|đã|là|có|còn|với|khoảng|trên|hơn|gần|"
    r"bằng(?<!đồng bằng)(?<!mặt bằng)(?<!công bằng)(?<!cân bằng)|chiếm|"
    r"(?:tăng(?<!gia tăng)(?<!cắt tăng)|giảm(?<!gia giảm)(?<!cắt giảm))"
    r"(?:(?: khá| rất| tương đối)? (?:nhiều|mạnh|nhẹ|ít|cao|nhanh|sâu|khá|thấp|ấn tượng|vượt bậc|đột biến)"
    r"(?: nhất)?)?|"
    r"bị(?<!chuẩn bị)(?<!trang bị)(?<!thiết bị)|lên(?<!trở lên)|"
    r"xuống|thêm(?<!giá trị tăng thêm)|cho|ở|đến(?<!gửi đến)|tới|từ|mức(?<!tổng mức)(?<!định mức)|chỉ(?<!đình chỉ)|"
    r"(?:tất )?cả|toàn bộ|"
    r"đối với|dưới|tối thiểu|ít nhất|không quá|tối đa|cộng dồn|xấp xỉ|lũy kế(?: đến nay)?|luỹ kế(?: đến nay)?|"
    r"đến nay(?:,? (?:toàn )?(?:xã|huyện|tỉnh|thành phố|thị xã|phường|địa phương|đơn vị))?|hiện nay|"
    r"hiện(?<!phát hiện)(?<!thực hiện)(?<!thể hiện)(?<!xuất hiện)|"
    r"nâng|nâng tổng số|tổng số|tổng cộng|như sau|trong đó|và|cùng(?<!cuối cùng)|"
    r"bao gồm|gồm|tính chung|tính riêng|kết quả|số lượng|vượt|đạt tỷ lệ|tỷ lệ|tỉ lệ|nay|dự kiến|theo|"
    r"kế hoạch(?: năm| giao)?|dự toán(?<!hủy dự toán)(?: giao| năm)?|kh|gồm có|so với|so|"
    r"so (?:với )?(?:(?:tháng|quý|năm|kỳ|tuần) trước(?: và (?:so (?:với )?)?cùng kỳ(?: năm (?:trước|ngoái))?)?|"
    r"cùng kỳ(?: năm (?:trước|ngoái))?)|"
    r"cụ thể|tương ứng|tương đương|"
    r"đang|đủ(?<!đầy đủ)(?<!không đủ)(?<!chưa đủ)|"
    r"sẽ|lại(?<!ngược lại)(?<!trả lại)|chung|mới chỉ|\Amới|dao động|nhích|(?:là|đạt|còn) \d[\d.,]*|"
    r"mới(?<=giải ngân mới)|"
    r"được trên địa bàn(?: (?:toàn )?(?:tỉnh|huyện|xã|phường|thành phố|thị xã))?|tuy|nhưng|"
    r"(?=tăng trưởng)(?<!tốc độ )(?<!mức )(?<=[^\W\d] )tăng trưởng"
    r"(?:(?<!đà tăng trưởng)(?<!tiêu tăng trưởng)(?<!lệ tăng trưởng)(?<!hoạch tăng trưởng)(?<!phẩm tăng trưởng)|"
    r" (?:khá |rất )?(?:mạnh|cao|khá|nhanh|ấn tượng|vượt bậc|chậm|thấp))|"
    r"chiếm (?:tỷ|tỉ) (?:trọng|lệ)|(?:vượt |cán |đạt )?(?:mốc|ngưỡng)|tiếp tục|"
    r"ngày càng(?<!con ngày càng)(?<!loại ngày càng)|thu được(?<!hè thu được)|thì|cũng|vẫn|phải|"
    r"(?=bình quân)(?<!cpi )(?<!giá tiêu dùng )(?<!lãi )(?<!lương )(?<!thu nhập )bình quân|"
    r"(?:đến|ngày) \d{1,2}/\d{1,2}(?:/\d{4})?|"
    r"của (?:toàn )?(?:tỉnh|huyện|xã|phường|thành phố|thị xã)|toàn (?:tỉnh|huyện|xã|phường|thành phố|quốc)|"
    r"(?:tính )?theo giá (?:so sánh|hiện hành|cố định|thực tế)(?: năm)?(?: 20\d\d)?|lần lượt|gấp|ước tính|sơ bộ|"
    r"không (?:được )?(?:thấp|dưới|vượt|cao)|không được|"
    r"tại thời điểm|đều(?<!đồng đều)|trong thời hạn|phấn đấu|bảo đảm|đảm bảo|(?:mặc )?dù)|"
    r"=|\(|(?<!\w)" + _TIME + r")[\s,:*(–-]*\Z"
)
_START = re.compile(
    r"[\s,:;.*–()“”\"'¹²³⁴⁵⁶⁷⁸⁹⁰⁽⁾-]*(?:" + _TIME + r"(?=[\s,:]|\Z)|\b(?:đã|và|còn|có|riêng|"
    r"(?:đồng ý|thống nhất|chấp thuận)(?: về)?(?: chủ trương)?|trong đó|trong số (?:này|đó|ấy)|kết quả(?: là)?|"
    r"qua đó|nhất là|đồng thời|"
    r"bên cạnh đó|ngoài ra|cùng với đó|hiện(?: nay| có| tại)?|đến nay|tính đến nay|về|toàn tỉnh|toàn huyện|"
    r"toàn thành phố|"
    r"toàn xã|toàn ngành|trên địa bàn(?: tỉnh| huyện| thành phố| xã| phường)?|trên toàn tỉnh|lũy kế|luỹ kế|"
    r"từ đầu (?:năm|vụ|(?:đợt )?dịch|nhiệm kỳ|tháng|mùa(?: khô| mưa)?)(?: đến nay)?|tích lũy(?! tài sản)|"
    r"ước(?: tính)?|tổ chức|được|qua|là|thì|cũng|tiếp tục|cụ thể|nâng(?! cấp| cao| chất)|tổng số hiện nay|hiện|"
    r"theo đó|vì vậy|vì thế|do đó|do vậy|nhờ đó|nhờ vậy|theo (?:báo cáo|thống kê|số liệu)|trong khi đó|tốt(?! nghiệp)|"
    r"địa phương(?= [a-zà-ỹ]+ [a-zà-ỹ]+)|"
    r"tính chung|tính riêng|so với (?:cùng kỳ|tháng trước|năm trước|quý trước)(?: năm (?:trước|ngoái|20\d\d))?|"
    r"mới(?= giải ngân)|khả năng(?= \S+ \S+)|trong kỳ|trong tháng|trong năm|trong quý|trong tuần|"
    r"trong ngày|với|gồm|bao gồm|chia ra|tương ứng|"
    r"hoàn thành|công tác|cộng dồn|(?:kế hoạch|chỉ tiêu)(?! (?:được )?giao\Z)(?= [a-zà-ỹ]+ [a-zà-ỹ]+)|phấn đấu|"
    r"cố gắng|phải(?= [^\W\d]+ [^\W\d]+)|"
    r"chỉ(?! tiêu| số| đạo)|do|cho(?! vay| thuê)|như(?! vậy)|để|thực hiện(?= [a-zà-ỹ]+ [a-zà-ỹ]+)|đạt|"
    r"ngược lại|nổi bật(?: là)?|đáng chú ý(?: là)?|đặc biệt(?: là)?|"
    r"(?:cao|thấp|nhiều|ít|lớn|nhỏ) nhất là|(?:tiếp (?:theo|đến)|kế (?:tiếp|đến)|đứng đầu|chủ yếu|"
    r"xếp thứ \w+)(?: là)|(?:thế )?nhưng|song|tuy nhiên|tuy vậy|tuy|dự kiến|dự ước|toàn quốc|cả nước|"
    r"như vậy|chẳng hạn(?: như)?|cả tỉnh|cả huyện|lần đầu tiên|cá biệt|sau nhiều năm|trong(?= tổng)|"
    r"toàn phường|toàn thị xã|toàn vùng|đầu tiên|có (?:lúc|thời điểm)|"
    r"(?:chủ yếu|phần lớn|một phần|nguyên nhân)(?= do| nhờ| là)|nhờ(?! đó)|chiếm)\b)[\s,:*–-]*"
)
_DAYS = re.compile(
    r"\b(?:tính\s+)?(?:từ|đến|tới|trước|sau)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?(?:\s+đến\s+nay\b)?|"
    r"\bđến\s+hết\s+(?:(?:tháng|qu[ýí]|năm)\s+(?:\d{1,4}(?:/\d{4})?|[ivx]{1,4}(?:/\d{4})?|này|nay)(?:\s+mới)?|năm(?:\s+ngân\s+sách)?|nhiệm\s+kỳ)\b|"
    r"\b(?:tại|vào)\s+(?:thời\s+điểm\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(
    r"(?<!sản phẩm)(?<!thu)(?<!NSNN)(?<!ngân sách)\s+(?:(?:trên|tại|của)\s+địa\s+bàn|của\s+(?=toàn |tỉnh|"
    r"huyện|thành phố|"
    r"thị xã|TP))(?:\s*toàn)?"
    r"(?:\s*(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|TP\.?))?(?:\s+[A-ZĐ]\w+){0,4}[\s,:]*"
    r"(?=\Z|\s(?:ước|đạt|là|thực hiện|đã|tăng|giảm|có)\b)"
)
# "loại giỏi 402 (12,9%)", "giải ngân 3.274,8 đạt 52%": a number without a unit, of what the share is.
_NUMBER_LAST = re.compile(
    r"(?<!số)(?<!cấp)(?<!loại)(?<!mũi)(?<!lớp)(?<!quý)(?<!năm)(?<!tháng)(?<!đoạn)(?<!phần)(?<!khóa)(?<!mức)(?<!quận)"
    r"(?<!phường)(?<!tuyến)(?<!đường)(?<!nhóm)(?<!đợt)(?<!trình)(?<!hạng)(?<!từ)(?<!vụ)(?<!ngày)(?<!điểm)(?<![-–])"
    r" (?:gần |trên |hơn |khoảng )?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d{2,3})"
    r"(?:/(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d{3}))?\Z|"
    r" thời điểm \d{1,2}/\d{1,2}\Z"
)
_FEWEST = 2
_END_REACH = 40
# The words that _END can end in: looking at the last word first spares nearly all searches.
_LAST_WORDS = frozenset(
    """
    tục càng tuy nhưng không dưới trưởng trọng mốc ngưỡng
    ước hiện tính đạt thu chi được đã là có còn với khoảng trên hơn gần bằng chiếm tăng giảm lên xuống thêm cho
    ở đến tới từ mức chỉ cả với đối dưới xỉ kế nay nâng số cộng sau đó và cùng gồm quả lượng vượt lệ kiến theo
    hoạch năm giao toán kh so thể ứng đương đang sẽ lại chung quân thì cũng vẫn thiểu nhất quá đa dồn =
    tỉnh huyện xã phường phố quốc sánh hành định lượt gấp tính điểm phải bộ hạn đều
    động nhích bàn
    đấu đảm bảo dù
    đủ tượng bậc biến bị nhiều mạnh nhẹ ít cao nhanh sâu khá thấp tế mới tháng quý quí kỳ tuần ngày đầu cuối
    i ii iii iv v x qua này cáo trước ngoái
    """.split()  # noqa: SIM905
)  # fmt: skip
# "kế hoạch,diện tích": a comma that no blank follows.
_TIGHT = re.compile(r",(?=[^\W\d_])")
_PRINTED = re.compile(r"[^\W\d_]+")
# All words that _END and _START are made of, and some more: what begins or ends in no such word is left alone at once.
_END_VOCABULARY = frozenset({*_PRINTED.findall(_END.pattern), *_LAST_WORDS})
_START_VOCABULARY = frozenset({*_PRINTED.findall(_START.pattern), "quý", "quí", "qúy"})


@lru_cache(maxsize=256)
def plain(words: str) -> str:
    """``words`` without bold marks and finished brackets, white space single."""
    bare = words.replace("*", "")
    if "_" in bare:
        bare = bare.replace("_", " ")
    if "(" in bare:
        bare = _BRACKETED.sub(" ", bare)
    if "P. " in bare or "p. " in bare:
        bare = bare.replace("TP. ", "TP.").replace("Tp. ", "TP.")
    if "," in bare:
        bare = _TIGHT.sub(", ", bare)
        if "cháy, n" in bare:
            bare = bare.replace("cháy, nổ", "cháy nổ")
        if "hạn, mặn" in bare:
            bare = bare.replace("hạn, mặn", "hạn mặn")
        if "phòng, chống" in bare:
            bare = bare.replace("phòng, chống", "phòng chống")
    if "[" in bare:
        bare = _NOTE.sub("", bare)
    if "/" in bare or "hết" in bare.lower():
        bare = _DAYS.sub(" ", bare)
    return " ".join(bare.split())


@lru_cache(maxsize=256)
def trim_name(words: str) -> str:
    """Cut the words of time, measure and connection from both ends, again and again until nothing goes."""
    low = words.lower()
    if len(low) != len(words):
        low = lowered(words)
    first, behind = 0, len(words)
    for _ in range(12):
        shorter = low.rstrip(" ,:*–-(")
        last = shorter[shorter.rfind(" ") + 1 :]
        end = None
        if last in _LAST_WORDS or last[-1:].isdecimal():
            end = _END.search(shorter, _last_run(shorter))
            shorter = shorter[: end.start()] if end else shorter
        behind = first + len(shorter)
        opening = shorter.partition(" ")[0]
        start = None if opening.isalpha() and opening not in _START_VOCABULARY else _START.match(shorter)
        if start:
            first += start.end()
            shorter = shorter[start.end() :]
        if end is None and start is None:
            break
        low = shorter
    return words[first:behind].strip(' ,;:.–-()"“”⁽⁾¹²³⁴⁵⁶⁷⁸⁹⁰')


def without_place(words: str) -> str:
    """``tổng số thu bảo hiểm xã hội trên địa bàn tỉnh Hà Lam`` without the place; "thu trên địa bàn" is a name."""
    if "địa bàn" not in words and " của " not in words:
        return words
    shorter = _OF_PLACE.sub("", words)
    return shorter if shorter.count(" ") >= _FEWEST else words


def without_number(name: str) -> str:
    """``name`` without a number at its end that has no unit and numbers nothing: "loại khá 1.318"."""
    return _NUMBER_LAST.sub("", name) if name[-1:].isdecimal() else name


def _last_run(low: str) -> int:
    """Where the words begin at the end of ``low`` that _END can be made of, with the one before them."""
    reach = max(0, len(low) - _END_REACH)
    at = len(low)
    while at > reach:
        begin = low.rfind(" ", 0, at) + 1
        word = low[begin:at]
        at = begin - 1
        if word not in _END_VOCABULARY and not word[-1:].isdecimal():
            return max(begin, reach)
    return reach
