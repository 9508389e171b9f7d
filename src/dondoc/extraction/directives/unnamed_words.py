"""What subjects without an agency of the list are told by: groups, institutions, common nouns, persons, places."""

import re

from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.grammar.anchors import first_letters

GROUP = re.compile(
    r"""(?:các|mọi|những|toàn\ thể|toàn\ bộ(?=\ (?:cán|công|các|lực))|tất\ cả\ các|từng|mỗi)\s+
        (?:tổ\ chức|cán\ bộ|công\ chức|đảng\ viên|đồng\ chí|thành\ viên|cơ\ quan|đơn\ vị|cấp|ngành|địa\ phương
        |phó\ thủ\ tướng|bộ(?!\ phận|\ đội|\ máy|\ tiêu|\ môn)
        |chủ\ đầu\ tư|nhà\ thầu|nhà\ đầu\ tư|doanh\ nghiệp
          |trường(?!\ hợp)(?:\ (?:học|phổ\ thông|mầm\ non|tiểu\ học|trung\ học\ cơ\ sở|THPT|THCS))?
          |trưởng|trạm(?!\ bơm|\ biến|\ thu)|đồn(?:\ biên\ phòng)?|hạt(?:\ kiểm\ lâm)?|chốt|chi\ nhánh
          |nhà\ xe|khách\ sạn|tòa\ soạn|huyện
          |quận|thị\ xã|thành\ phố|tỉnh|cơ\ sở|sở(?!\ hữu|\ thích)|bệnh\ viện|hộ|người\ đứng\ đầu|lực\ lượng|hội
            |đoàn\ thể|phòng|ban|xã|phường|thôn|bản|ấp|khu\ phố|cục|vụ|viện|chi\ cục|trung\ tâm|công\ ty
          |th(?:ủy|uỷ)\ điện|hãng|nhà\ mạng
          |tổng\ công\ ty|tập\ đoàn|nhà\ máy|ngân\ hàng|hiệp\ hội|hợp\ tác\ xã|chủ\ rừng|chủ\ hồ
          |chi,\ đảng\ bộ|chi\ bộ|đảng\ bộ|tập\ thể|cá\ nhân|hợp\ tác\ xã|đội|tổ|nhà\ trường)(?!\w)
        |(?:cả|toàn(?:\ bộ)?)\s+hệ\s+thống(?:\s+chính\s+trị)?(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
INSTITUTION = re.compile(
    r"""(?:(?:Tổng\ )?Công\ ty|Tập\ đoàn|Mặt\ trận|Ban(?!\ hành)|Trung\ tâm|Chi\ cục|Cục|Đài|Báo(?!\ cáo)|Tạp\ chí
    |Hội(?!\ nghị
    |\ thảo|\ chợ|\ nhập)|Liên\ đoàn|Liên\ minh|Đoàn(?!\ kết)|Hiệp\ hội
         |Trường(?!\ hợp)|Bệnh\ viện|Viện|Quỹ|Ngân\ hàng|Hạt\ (?:Kiểm\ lâm|Giao\ thông|Quản\ lý)|Trạm|Hiệu\ trưởng
        |(?:Phó\ )?Bí\ thư
        |Phó\ (?:Chủ\ tịch|Thủ\ tướng|Giám\ đốc|Chánh)|Lãnh\ đạo(?=\ (?:[A-ZĐ]|các\ |sở|ngành|cơ\ quan|đơn\ vị))
         |Cục\ trưởng|Chánh|Bộ\ trưởng|Tổ\ trưởng|Đội\ trưởng
         |(?:phòng|trạm|trung\ tâm|chi\ cục|đài|ban|hạt|bệnh\ viện|công\ ty|viện|ngân\ hàng|nhà\ máy|công\ an
        |thanh\ tra|trường)(?=\ [A-ZĐ])|Đội(?!\ ngũ)|Tổ(?!\ chức|\ hợp(?!\ tác))
         |Hợp\ tác\ xã|HTX|Điện\ lực|Bưu\ điện|Xí\ nghiệp|Nhà\ máy|Kho\ bạc|Thuế|Công\ chức(?=\ [A-ZĐ])
         |Cán\ bộ(?=\ [A-ZĐ])|Bảo\ hiểm|Thanh\ tra(?!\s+\d)
         |Phòng(?!,|\ chống|\ ngừa)|Sở
         |Bộ(?!\ luật|\ Luật|\ máy|\ tiêu\ chí)|Tổng\ cục|Văn\ phòng|Đảng\ ủy|Huyện\ ủy|Thị\ ủy
         |Thành\ ủy|Đảng\ bộ|Chủ\ đầu\ tư|Chủ\ tịch|Giám\ đốc|Thủ\ trưởng|Người\ đứng\ đầu|(?:Các\ )?[Tt]rưởng|Công\ an
         |Quân\ sự|Cảnh\ sát
         |Lực\ lượng|Nhà\ thầu|Nhà\ đầu\ tư|Tư\ vấn|Đơn\ vị|Liên\ danh|Cơ\ quan|Doanh\ nghiệp|[Đđ]ội\ ngũ)(?=[\s,])""",
    re.VERBOSE,
)
COMMON = re.compile(
    r"(?:huyện|tỉnh|thành phố|TP|thị xã|thị trấn|xã|phường|quận|đặc khu|địa phương|đơn vị|ngành|nhà trường|công ty|"
    r"tổng công ty|tập đoàn|bộ|doanh nghiệp|sở|cơ quan|hộ (?:kinh doanh|sản xuất)|chủ đầu tư|nhà đầu tư|nhà thầu|"
    r"người đứng đầu|thủ trưởng|hộ gia đình|hộ dân|thôn|bản|tổ dân phố|khu phố|người sử dụng đất|"
    r"người sử dụng lao động|"
    r"tư vấn|chủ (?:rừng|hồ|đập|mỏ|dự án))(?!\w)"
    r"(?:\s+(?:này|chủ quản|liên quan|có liên quan|trực thuộc|thi công|tư vấn|chức năng|giám sát|thiết kế|vận hành))?",
    re.IGNORECASE,
)
# A body called by its noun alone behind a verb of instruction: "yêu cầu Ban làm việc với ...".
OFFICE = re.compile(
    r"(?:Ban|Phòng|Cục|Vụ|Chi cục|Trung tâm|Văn phòng|Viện|Trường|Công ty|Hội|Quỹ|Đội|Hạt|Trạm|Tổ)"
    r"(?=\s[a-zà-ỹđ])(?! hành| chống| tổ chức)"
)
# What its work names, though it begins like a task: "Ban quản lý", "Trung tâm xúc tiến đầu tư".
NAMES_OFFICE = re.compile(
    r"\s(?:quản lý|chỉ đạo|điều hành|điều phối|giám sát|kiểm soát|kiểm tra|thanh tra|vận động|hỗ trợ|phát triển|"
    r"phục vụ|xúc tiến|đào tạo|tư vấn|tổ chức|tiếp|bảo vệ|bảo tồn|thông tin|truyền thông|quy hoạch|xây dựng|đầu tư|"
    r"đăng ký|khai thác|bồi thường|giải phóng|ứng dụng|ứng phó|chuyển đổi|kiểm định|giám định|khảo sát|thẩm định|"
    r"phòng|pháp|dân|(?<=Viện )nghiên cứu|(?<=Tâm )nghiên cứu|(?<=tâm )nghiên cứu|(?<=Ban )nghiên cứu|"
    r"sản xuất|cung cấp|cung ứng|cấp|thi công|vận hành|vận tải|bồi dưỡng|hợp tác|chăm sóc|nuôi dưỡng)(?!\w)(?!,)",
)
# Forces and inspectors in small letters behind a verb of instruction: "đề nghị lực lượng biên phòng đưa tàu vào bờ".
FORCE = re.compile(
    r"(?:các )?(?:lực lượng (?:biên phòng|công an|quân đội|quân sự|kiểm lâm|cảnh sát giao thông|"
    r"cảnh sát|dân quân|chức năng|y tế|thanh niên|xung kích|vũ trang|hải quan|kiểm ngư|bảo vệ)|"
    r"lãnh đạo(?= (?:tỉnh|huyện|thành phố|TP|quận|thị xã|xã|phường|sở|các sở)(?!\w))|[Tt]hanh tra|[Cc]ông an|"
    r"[Cc]ảnh sát giao thông|[Bb]ộ đội [Bb]iên phòng|[Kk]iểm lâm|[Qq]uản lý thị trường)"
    r"(?: (?:tỉnh|thành phố|TP|huyện|quận|thị xã|xã|phường|giao thông|các sở(?:, ngành)?|sở|bộ))*(?= [a-zà-ỹđ])"
)
SECTOR = re.compile(
    r"(?:toàn\s+)?ngành\s+(?:y tế|giáo dục(?: và đào tạo)?|công an|quân sự|nông nghiệp(?: và (?:môi trường|PTNT|"
    r"phát triển nông thôn))?|"
    r"công thương|du lịch|thuế|hải quan|"
    r"ngân hàng|điện(?: lực)?|văn hóa|xây dựng|giao thông(?: vận tải)?|tài chính|nội vụ|tư pháp|kiểm lâm|"
    r"bảo hiểm xã hội|"
    r"lao động(?: - thương binh và xã hội)?|tuyên giáo|thanh tra|kiểm sát|tòa án|thủy sản|lâm nghiệp|chức năng)(?!\w)",
    re.IGNORECASE,
)
# A branch that is told a list: "ngành X xác định các nhiệm vụ sau", "toàn ngành tập trung vào các việc sau".
SECTOR_TAKES_ON = re.compile(
    rf"(?:{SECTOR.pattern}|toàn ngành(?! kinh tế)|(?<!\w)ngành)(?=,?\s+(?:sẽ\s+|cần\s+)?(?:xác định|đề ra|"
    rf"tập trung|tiếp tục"
    r"|triển khai|phấn đấu|chủ động|khẩn trương|thực hiện|tổ chức|đẩy mạnh|ưu tiên|quyết tâm)(?!\w))",
    re.IGNORECASE,
)
SECTOR_TOLD = re.compile(
    r"\s+(?:tiếp tục|tập trung|chủ động|khẩn trương|phối hợp|tăng cường|cần|phải|tổ chức|rà soát|đẩy mạnh|đẩy nhanh|"
    r"chuẩn bị|thực hiện|triển khai|tham mưu|kiểm tra|bảo đảm|có trách nhiệm|nghiêm túc)(?!\w)(?!\s+(?:được|đạt|"
    r"giữ|duy trì))"
)
# Whose team it is: "Tổ công tác của Chủ tịch UBND tỉnh".
OWNER = re.compile(
    r"của\s+(?:(?:Thường trực|Ban Thường vụ|(?:Phó )?Chủ tịch|(?:Phó )?Thủ tướng|Bộ trưởng|lãnh đạo)\s+)?"
    r"(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Chính phủ|Bộ|Sở"
    r"|tỉnh|huyện|thành phố|xã|phường)(?:\s+(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường))?(?!\w)"
)
COMRADE = re.compile(r"(?:các\s+)?(?:đồng chí|đ/c|ông|bà)\s+", re.IGNORECASE)
TITLED = (
    r"(?:[Đđ]ồng\s+chí|[Đđ]/c|[Ôô]ng|[Bb]à|(?:Phó\s+)?(?:[Tt]hủ\s+tướng|[Cc]hủ\s+tịch|[Bb]í\s+thư|[Bb]ộ\s+trưởng|"
    r"Thứ\s+trưởng|"
    r"[Gg]iám\s+đốc)(?:\s+(?:Thường\s+trực|Chính\s+phủ|UBND|tỉnh|thành\s+phố|huyện|xã|phường|Tỉnh\s+ủy|"
    r"Thành\s+ủy))*)\s+"
    r"(?!(?:Bộ|Sở|Ban|Ủy|Uỷ|Ngân|Công|Văn|Cục|Hội|UBND|"
    rf"HĐND)\s)(?:[{CAPITALS}][^\W\d_]*\.?\s+){{1,4}}[{CAPITALS}][^\W\d_]*\.?,?\s+"
)
PERSON = re.compile(rf"{TITLED}(?:\([^()]{{2,60}}\)\s*)?(?:(?:và\s+|,\s+)?{TITLED})*[-–,]?\s*")
# What heads what stands below, though it opens no sentence of a task: "Trách nhiệm của chính quyền các địa phương".
HEADED_BODY = re.compile(r"[Cc]hính\s+quyền\s+(?:các|địa\s+phương|cơ\s+sở)(?!\w)")
# One person with the office that makes a heading: "Đồng chí Lê Văn A, công chức địa chính".
HEADED_PERSON = re.compile(rf"(?:[Đđ]ồng\s+chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s+(?:[{CAPITALS}][^\W\d_]*\s*){{2,5}}(?:[-–,(]|\Z)")
# One person of the office by name: "Đ/c Lan tham mưu ...", "Đồng chí Hùng (Phòng Kinh tế) kiểm tra ...".
NAMED_PERSON = re.compile(
    r"(?:[Cc]ác\s+)?(?:[Đđ]ồng\s+chí|[Đđ]/c|[Ôô]ng|[Bb]à|[Aa]nh|"
    rf"[Cc]hị)\s+(?:[{CAPITALS}][^\W\d_]*\s+){{0,4}}[{CAPITALS}][^\W\d_]*"
    rf"(?:,?\s+(?:và\s+)?[{CAPITALS}][^\W\d_]*){{0,3}}(?:\s+\([^()]{{2,60}}\))?(?=\s)"
)
PERSON_OPENS = first_letters("đồng đ/c ông bà phó thủ chủ bí bộ thứ giám")
# What only one who is told of it does: to follow a matter, to answer for it.
CHARGED = re.compile(
    r"(?:trực tiếp\s+(?:theo dõi|chỉ đạo|phụ trách|đôn đốc|kiểm tra|làm việc|chủ trì(?! (?:hội nghị|cuộc|phiên|buổi|"
    r"họp)))|"
    r"được (?:giao|phân công)(?: nhiệm vụ)? (?!(?:giữ|làm (?:quyền|phó|trưởng)|quyền|chức|kiêm)\s)[a-zà-ỹđ]+|"
    r"chịu trách nhiệm|phụ trách,?\s+(?:theo dõi|chỉ đạo|đôn đốc)|theo dõi,\s+(?:chỉ đạo|đôn đốc)|làm (?:đầu mối|"
    r"Trưởng|Tổ trưởng))"
    r"(?!\w)"
)
NAMES = rf"[{CAPITALS}][^\W\d_]*(?:\s+(?:-\s+)?[{CAPITALS}][^\W\d_]*){{0,5}}"
PLACED = (
    rf"(?:các\s+)?(?:tỉnh|thành phố|TP\.?|huyện|thị xã|quận|xã|phường|đặc khu|thị trấn|thôn|bản|ấp)\s+{NAMES}"
    rf"(?:,\s+{NAMES})*"
)
PLACES = re.compile(rf"{PLACED}(?:(?:,|\s+và|,\s+và)\s+{PLACED})*")
JOINED_PLACES = re.compile(
    r"(?:,\s+và|,|\s+và)\s+(?=(?:các\s+)?(?:tỉnh|thành phố|TP|huyện|thị xã|quận|xã|phường|đặc|thị|thôn|bản|ấp)\s)"
)
BUSY = re.compile(
    r"\s*(?:trực tiếp|tiếp tục|chủ động|làm (?:đầu mối|Trưởng|Tổ trưởng)|phụ trách|chịu trách nhiệm|theo dõi|chủ trì|"
    r"khẩn trương|phải|cần)(?!\w)"
)
# A time between somebody and what is to be done.
BY_THEN = re.compile(
    r"(?:trước|trong|từ|đến|chậm nhất|khi|sau)\s+(?:ngày|tháng|tuần|quý|năm|hội nghị|khi|\d)", re.IGNORECASE
)
EACH = re.compile(r"(?:từng|mỗi)\s", re.IGNORECASE)
WORD = re.compile(r"\s+(?=[^\W\d_])")
# Who leads and directs: nobody that is told.
DIRECTOR = re.compile(
    r"(?:Phó )?(?:Bộ trưởng|Thứ trưởng|Thủ tướng|Chủ tịch|Bí thư)[^,;:.]{0,60}?\s(?:đã |vừa |cũng )?"
    r"(?:chỉ đạo|nói|đánh giá)(?!\w)"
)
DUTY_WORDS = re.compile(
    r"\s+(?:(?:cũng|đều|sẽ|vẫn|luôn|còn|càng|nhất định|nhất thiết)\s+)?"
    r"(?=(?:cần|phải|có trách nhiệm|chịu trách nhiệm|khẩn trương|nghiêm túc|không được|tuyệt đối không|"
    r"(?<=sẽ )tiếp tục)(?!\w))"
)
# "Các Chi cục được yêu cầu rà soát ...": a group that is told, in the passive.
ASKED = re.compile(r"\s(?:cũng )?(?:được|bị) yêu cầu(?: (?:phải|cần))?(?=\s)")
STOP = re.compile(r"[.;:(]")
TOLD = re.compile(
    r"(?:đã|được|đang|là|luôn|chưa|còn|cũng|về|của|yêu cầu|đề nghị|giao|lưu ý|thống nhất|nhất trí|cơ bản|đồng ý|"
    r"quyết định|thông báo|ghi nhận|vừa|nói|cho phép|thẳng thắn|thừa nhận|chỉ ra|khẳng định|"
    r"phát biểu|chia sẻ|bày tỏ|cho hay|"
    r"cho biết|cho rằng|có|do|tại|theo(?! dõi| sát)|trình|báo cáo|nhấn mạnh|và|với)(?!\w)",
    re.IGNORECASE,
)
SAYS = re.compile(
    r"(?<!\w)(?:kết luận|như sau|sau đây|yêu cầu|chỉ đạo|đề nghị|giao|ý kiến|phát biểu|thống nhất|nhấn mạnh|"
    r"báo cáo|ban hành|đã|thông báo|cho biết|là)(?!\w)",
    re.IGNORECASE,
)
# What tells somebody to act, so that the words are no heading that only names a body.
ACTS = re.compile(
    r"\s(?:cần|phải|khẩn trương|nghiêm túc|tiếp tục|tập trung|phấn đấu|tăng cường|chủ động|đẩy mạnh|rà soát|kịp thời"
    r"|thực hiện (?:tốt|các))(?!\w)"
)
RESULT = re.compile(r"\s+(?:được|đã|đạt|tăng|giảm)(?!\w)")
LISTED_ON = re.compile(r",\s+(?:và\s+)?|\s+và\s+")
# The words that COMMON, SECTOR, GROUP and INSTITUTION can begin with.
OPENS = first_letters(
    "cả huyện tỉnh thành thị xã phường quận đặc địa đơn ngành nhà công doanh sở cơ chủ người thủ hộ thôn bản tổ tư các "
    "mọi những toàn tất từng mỗi mặt tổng tập ban trung kiểm cảnh tạp "
    "chi cục đài báo hội liên đoàn hiệp trường bệnh viện quỹ ngân hạt "
    "trạm phó bí lãnh chánh bộ đội phòng hợp htx điện bưu xí kho thuế cán bảo thanh văn đảng giám trưởng quân tp lực"
)
REACH = 90
LIST_REACH = 160
HEAD_WORDS = 12
GROUP_WORDS = 20
# Offices of one kind, told whatever they are to do: "Các Cục quản lý chuyên ngành nghiên cứu ...".
OFFICES = re.compile(
    r"(?:các|từng|mỗi)\s+(?:cục|vụ|viện|chi cục|phòng|trung tâm|tổng công ty|tập đoàn)(?!\w)", re.IGNORECASE
)
# What often only says which of them: "các Cục quản lý chuyên ngành", "các đơn vị thi công".
QUALIFIED = re.compile(
    r"(?:quản lý|thi công|tư vấn|giám sát|đào tạo|tổ chức|sử dụng|vận hành|khai thác|sản xuất|bảo vệ|thực hiện|"
    r"xây dựng|"
    r"phát triển|điều hành|kiểm tra|cung ứng|cung cấp|cấp (?:nước|điện)|bồi thường|chuyên|được)(?!\w)"
)
# A body whose own name may hold "và" and small letters.
LONG_NAMED = re.compile(r"(?:Cục|Vụ|Chi cục|Viện|Trung tâm|Lực lượng|Ban|Phòng|Hội|Tổ|Đội)(?!\w)")
# "trình" is no verb in these.
COMPOUND = re.compile(
    r"(?:công|chương|quy|quá|tiến|lộ|giáo|lịch)\s+trình\Z|(?:cao|trung|sơ|thứ|đẳng|phân)\s+cấp\Z|"
    r"chủ\s+đầu\s*t?ư?\Z",
    re.IGNORECASE,
)
# Between a subject and what it is to do: "Cục cũng phải cập nhật".
ADVERB = re.compile(r"(?:cũng|đều|sẽ|vẫn|luôn|nhất định|nhất thiết|chỉ(?! đạo| huy| thị| định))\s+", re.IGNORECASE)
ADVERB_OPENS = ("c", "đ", "s", "v", "l", "n")
# On what occasion somebody must: "Các cấp có thẩm quyền khi duyệt các khoản thu phải ...".
# By when, between who is told and what to do: "Viện Lúa ĐBSCL từ nay đến hết vụ Hè Thu cung ứng đủ ...".
TIMED = re.compile(r",?\s+(?:từ nay|trước ngày \d|trong (?:tháng|quý|năm) |đến hết |chậm nhất)")
OCCASION = re.compile(r",?\s+(?:trước khi|sau khi|khi|trong quá trình|trong khi)\s")
# Who belongs to a group: "Các chủ rừng (ban quản lý rừng, công ty lâm nghiệp) chủ động ...".
EXPLAINED = re.compile(r"\s*\([^()]{3,120}\)\s+")
# Those behind a comma belong to the list before it: "phối hợp với các cơ quan, đơn vị", "kết quả của huyện, đơn vị".
_MEMBER = r"(?!việc|công tác|đó|đến|cả)[^;:.,]{2,50}(?:,\s[^;:.,]{2,40})?,\s*(?:và\s+)?\Z"
_DIRECTED = re.compile(
    r"(?<!\w)(?:(?:phối hợp|cùng)(?:\s+chặt chẽ)?\s+(?:với|cùng)|chỉ đạo|đôn đốc|hướng dẫn|"
    r"(?:vận động|giúp|hỗ trợ|kiểm tra|huy động|khuyến khích|tuyên truyền)"
    r"(?=\s+(?:cho\s+)?(?:các|những|từng|mọi)\s))\s+" + _MEMBER,
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?<!\w)(?<!đối )(?:của|cho|với|giúp)\s+" + _MEMBER, re.IGNORECASE)
_SEVERAL = re.compile(r"(?:các|những|mọi)\s", re.IGNORECASE)


def _list_begin(content: str, reach: int, start: int) -> int:
    """The earliest place where a list that goes on at ``start`` can begin: it holds no stop and at most two commas."""
    begin = start
    for _ in range(3):
        begin = content.rfind(",", reach, begin) if begin > reach else reach - 1
    stop = max(content.rfind(sign, reach, start) for sign in ";:.\n")
    return max(begin + 1, stop + 1, reach)


def lists_on(content: str, start: int) -> bool:
    """Whether what begins with a small letter at ``start`` only goes on with a list of bodies: no subject."""
    if not content[start : start + 1].islower() or content[max(start - 2, 0) : start] != ", ":
        return False
    before = _list_begin(content, max(start - LIST_REACH, 0), start)
    if _DIRECTED.search(content, before, start) is not None:
        return True
    return _SEVERAL.match(content, start) is None and _OWNED.search(content, before, start) is not None
