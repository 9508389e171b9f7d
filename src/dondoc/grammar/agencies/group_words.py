"""The nouns that make up groups of agencies, and the words around them that change their meaning."""

from dondoc.grammar.agencies.folding import key_pattern, longest_of

PLACE_NOUNS = (
    *("thị xã", "thành phố", "thị trấn", "đặc khu", "huyện", "quận", "phường", "xã", "thành", "thị", "tỉnh", "khóm"),
    *("ấp", "thôn", "buôn", "bản", "xóm", "tổ dân phố", "khu dân cư", "khu phố", "tp", "tx"),
)
PLACE = f"(?:{longest_of(PLACE_NOUNS)})"
STRONG = (
    r"(?:sở ban ngành|ban ngành|sở ngành|phòng ban|bộ ngành|sở|ban xây dựng đảng|ban đảng|ban của đảng"
    r"|ban hội đồng nhân dân|ban hđnd|ban hội đoàn thể|ban quản lý dự án chuyên ngành"
    r"|ban quản lý dự án|ban qlda|bqlda|bql dự án"
    r"|ban quản lý|ban chỉ đạo|ban|bộ|ngành chức năng|ngành|cơ quan chuyên môn|cơ quan ngang bộ"
    r"|ủy ban của quốc hội|cơ quan của quốc hội|cơ quan chính phủ|cơ quan thuộc chính phủ|"
    r"cơ quan tham mưu, giúp việc|cơ quan tham mưu giúp việc|cơ quan tham mưu"
    r"|cơ quan hành chính|cơ quan chức năng|cơ quan điều tra|cơ quan tố tụng|cơ quan bảo vệ pháp luật"
    r"|cơ quan quản lý nhà nước|cơ quan hữu quan|bộ phận chuyên môn|cơ quan|đơn vị sự nghiệp công lập|"
    r"đơn vị sự nghiệp|đơn vị dự toán"
    r"|đơn vị quản lý|đơn vị|địa phương"
    r"|văn phòng tỉnh ủy|văn phòng cấp ủy|văn phòng huyện ủy|văn phòng|phòng chuyên môn|phòng|hội đoàn thể|"
    r"đoàn thể chính trị - xã hội|đoàn thể nhân dân|đoàn thể"
    r"|tổ chức chính trị - xã hội|tổ chức cơ sở đảng"
    r"|tổ chức đảng|tổ chức thành viên|tổ chức trong hệ thống chính trị|tổ chức đoàn thể|cấp ủy đảng|cấp ủy"
    r"|chính quyền địa phương|chính quyền cơ sở|chính quyền sở tại|chính quyền|lực lượng chức năng"
    r"|lực lượng vũ trang|chủ đầu tư|cấp|tỉnh ủy|huyện ủy|thị ủy|thành ủy|quận ủy|đảng ủy|đảng bộ|chi bộ|tổ công tác"
    r"|thành viên ubnd|thành viên ủy ban nhân dân|mặt trận)"
)
WEAK = (
    r"(?:doanh nghiệp viễn thông|doanh nghiệp nhà nước|doanh nghiệp|hợp tác xã|htx|tổ hợp tác|nhà trường|trường học"
    r"|trường đại học, cao đẳng|trường đại học|trường cao đẳng|trường phổ thông|trường|bệnh viện|trung tâm|chi cục"
    r"|cục|vụ|viện|công ty"
    r"|tổng công ty|tập đoàn|ngân hàng thương mại|ngân hàng|tổ chức tín dụng"
    r"|tổ chức xã hội|tổ chức|hội|hiệp hội|nhà thầu thi công|nhà thầu|cơ sở giáo dục nghề nghiệp|cơ sở giáo dục|"
    r"cơ sở đào tạo"
    r"|cơ sở khám bệnh, chữa bệnh|cơ sở khám, chữa bệnh|cơ sở y tế|cơ sở|cơ quan báo, đài|cơ quan báo chí"
    r"|cơ quan truyền thông, báo chí|cơ quan báo chí, truyền thông|cơ quan thông tấn, báo chí"
    r"|cơ quan thông tấn báo chí|cơ quan thông tấn|cơ quan truyền thông|báo|đài"
    r"|nhà đầu tư|đơn vị tư vấn giám sát|tư vấn giám sát|đơn vị tư vấn thiết kế|đơn vị tư vấn|đơn vị quản lý tuyến"
    r"|đơn vị thi công|đơn vị chủ trì|cơ quan chủ trì soạn thảo|cơ quan soạn thảo|đơn vị soạn thảo|cơ quan chủ trì"
    r"|chủ đập|chủ hồ|chủ hồ chứa|chủ rừng|chủ tàu|chủ dự án|chủ doanh nghiệp|chủ cơ sở|nhà mạng|nhà máy"
    r"|tổ đại biểu hội đồng nhân dân|tổ đại biểu hđnd|tổ đại biểu|vị đại biểu hội đồng nhân dân|vị đại biểu hđnd"
    r"|đơn vị vận hành hồ chứa|đơn vị vận hành|hộ kinh doanh|hộ dân)"
)
BODY_NOUNS = f"{STRONG[3:-1]}|{WEAK[3:-1]}".split("|")
BODY = rf"(?:{longest_of(BODY_NOUNS)}(?!(?<=mặt trận) tổ quốc))"
SHORT = r"(?:sở|ban|ngành|phòng|đoàn thể|địa phương|hội)"
TOGETHER = key_pattern(rf"(?:\A|[,/-] ?){STRONG}(?![^\W_])")
DETERMINER = r"(?:tất cả các|toàn thể các|các|những|một số|mọi|từng)"
AREA = r"(?:tỉnh|thành phố|huyện|thị xã|quận|phường|xã|tp)"
TAIL = (
    rf"(?: ?,? ?(?:có )?liên quan| (?:ở )?trung ương(?: và địa phương)?| cấp {AREA}(?:, (?:cấp )?{AREA})*"
    rf"| {AREA}(?![^\W_])(?! (?:hội|hóa|ủy|đoàn|lộ)(?![^\W_]))"
    rf"| (?:của|thuộc,? (?:và )?trực thuộc|thuộc|trực thuộc|thuộc thẩm quyền của) (?:(?:ubnd|ủy ban nhân dân|hđnd"
    rf"|hội đồng nhân dân) )?(?:tỉnh ủy|thành ủy|huyện ủy|đảng ủy|chính phủ|{AREA})(?![^\W_])"
    rf"|(?: thuộc,?(?: và)?)? trực thuộc(?: (?:sở|bộ|trung ương))?| đóng trên địa bàn(?: {AREA}(?![^\W_]))?"
    rf"| trên địa bàn(?: (?:toàn )?{AREA}(?![^\W_])(?! [A-ZĐ]))?"
    r"| (?:của|thuộc) (?:bộ|sở|ngành)(?![^\W_])| chức năng| chuyên môn"
    r"| quản lý ngành(?:, lĩnh vực)?| (?:nói )?trên(?! (?:địa|toàn|cơ|tinh|các|nền|mạng|phạm|môi|cả|thực|đường|tuyến))"
    r"| nhà nước| hữu quan| quản lý nhà nước| khác| còn lại(?! \d)"
    r"| ở các địa phương, cơ sở| ở địa phương| ở cơ sở| các cấp"
    r"| đảng(?: (?:của |trực thuộc )?(?:tỉnh ủy|thành ủy|huyện ủy|trung ương))?| trong hệ thống chính trị"
    r"| được giao(?: (?:làm )?nhiệm vụ bồi thường(?:, (?:hỗ trợ|tái định cư|giải phóng mặt bằng))*| nhiệm vụ|"
    r" kế hoạch vốn| vốn| quản lý| làm chủ đầu tư| thực hiện| dự toán"
    r"| chủ trì soạn thảo(?= (?:phải|cần|chịu|có|khẩn|nghiêm|tiếp|chủ động|tập))| chủ trì)?| nêu trên"
    r"| trong (?:toàn )?(?:tỉnh|huyện|thành phố)| toàn tỉnh| sử dụng (?:ngân sách|vốn)(?: nhà nước)?"
    r"| chủ quản(?: chương trình(?:, dự án(?: thành phần)?)?| dự án(?: thành phần)?)?"
    r"| (?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy)(?! viên)(?![^\W_])| (?:nơi )?có (?:dự án|công trình|tuyến đường"
    r"|rừng|biển|đê)(?: đi qua| trên địa bàn)?"
    r"| chuyên ngành(?:, khu vực(?![^\W_]))?| chuyên trách| biên giới| miền núi| ven biển)*"
)
_AFTER = {
    "ngành": "kinh|công|nghề|hàng|dịch|sản|mũi|nông|du|thương|học|đào|thủy|chế|lĩnh|mà|như|then|truyền"
    "|phụ|tổng|nghiệp|xây",
    "cấp": "học|độ|bậc|phép|giấy|nước|điện|cứu|công|phối",
    "bộ": "tiêu|thủ|luật|phận|chỉ|máy|môn|hồ|sách|đội|dữ|câu|mặt",
    "phòng": "chống|học|khám|bệnh|ngủ|thủ|dịch|họp|cháy|thí|máy|trọ|trưng",
    "ban": "hành|nhạc|công|đầu|thờ",
    "sở": "hữu|thích|tại|trường|dĩ",
    "đơn vị": "hành|tính|đo|diện|thời|sản|bầu",
    "cơ sở": "vật|dữ|hạ|sản|kinh|pháp|thực|thờ|tín|lưu|chế|dịch|khám|cai",
    "xã": "hội|luận|giao|viên|nông|đạt|điểm",
    "hội": "nghị|thi|thảo|chợ|diễn|đồng|viên|trường|họp|nhập|thao",
    "trường": "hợp",
    "tổ chức": "lễ|hội|họp|thực|triển|kiểm|các|tốt|sơ|tổng|cá|quốc",
    "báo": "cáo|chí",
    "vụ": "việc|án|lúa|mùa|hè|đông|thu|xuân|tai|cháy|vi",
    "viện": "trợ",
    "cấp ủy": "viên",
    "huyện ủy": "viên",
    "thành ủy": "viên",
    "đảng ủy": "viên",
    "thị ủy": "viên",
    "bản": "đồ|kế|cam|án|tin|vẽ|sao|quy|ghi|tự|hợp|thảo|báo|thuyết",
    "cục": "bộ|diện",
    "huyện": "nông|đạt|điểm|lỵ|đảo",
    "tỉnh": "lộ",
    "thành": "viên|phần|tựu|tích|quả|phố|lập|công",
    "thị": "trường|trấn|hiếu",
    "trung tâm": "của|là",
    "ban quản lý": "rừng",
}
FOLLOWS = {noun: key_pattern(rf",? (?:{words})(?![^\W_])") for noun, words in _AFTER.items()}
PRECEDES = {
    "sở": frozenset({"công", "cơ", "trụ", "xứ"}),
    "bộ": frozenset(
        {"cán", "nội", "đảng", "toàn", "tiến", "chi", "trung", "nam", "bắc", "cục", "thủy", "đồng", "đường", "hỏa"}
    ),
    "ban": frozenset({"ủy", "trưởng", "các"}),
    "ngành": frozenset({"liên", "đa", "chuyên", "các", "một"}),
    "phòng": frozenset({"văn", "quốc", "biên", "hải", "dự", "đề", "phải", "tiêm", "chi"}),
    "hội": frozenset({"xã", "quốc", "lễ", "cơ", "đại"}),
    "cấp": frozenset({"cung", "phân", "nâng", "trợ", "khẩn"}),
    "báo": frozenset({"thông", "cảnh", "dự"}),
    "viện": frozenset({"bệnh"}),
    "trường": frozenset({"thị", "môi", "nhà", "hiện"}),
}
