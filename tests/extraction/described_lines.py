"""Lines in which words say which of a group are told, or who of several does what: (line, leads, coordinating, day).

Read under a conclusion dated 5 March 2024, as ``unseen_lines``; leads of several directives are joined by " // ".
"""

DESCRIBED = [
    (
        "Chủ tịch UBND các huyện, thị xã tại khu vực dự báo có gió mạnh chỉ đạo rà soát nhà yếu, chủ động sơ tán dân.",
        "Chủ tịch UBND các huyện, thị xã tại khu vực dự báo có gió mạnh",
        "",
        None,
    ),
    (
        "Chủ tịch UBND các xã tại vùng có mưa lớn, lũ quét tập trung di dời các hộ ven suối.",
        "Chủ tịch UBND các xã tại vùng có mưa lớn, lũ quét",
        "",
        None,
    ),
    ("UBND các xã nơi có rừng phòng hộ bố trí lực lượng trực 24/24 giờ.", "UBND các xã nơi có rừng phòng hộ", "", None),
    ("UBND các xã ven sông Thao kiểm tra kè, kịp thời di dời dân.", "UBND các xã ven sông Thao", "", None),
    (
        "Các doanh nghiệp trong khu công nghiệp Đồng Lạng vận hành hệ thống xử lý nước thải đúng quy trình.",
        "Các doanh nghiệp trong khu công nghiệp Đồng Lạng",
        "",
        None,
    ),
    (
        "Giám đốc các sở có dự án chậm giải ngân kiểm điểm trách nhiệm, báo cáo trước ngày 20/5/2024.",
        "Giám đốc các sở có dự án chậm giải ngân",
        "",
        "2024-05-19",
    ),
    ("UBND các xã thuộc vùng đệm ký cam kết bảo vệ rừng với từng hộ.", "UBND các xã thuộc vùng đệm", "", None),
    ("UBND các xã trong tháng 5/2024 hoàn thành kê khai đất công.", "UBND các xã", "", "2024-05-31"),
    (
        "Các huyện Thanh Ba, Hạ Lương tập trung phòng trừ rầy nâu, không để lây lan diện rộng.",
        "Các huyện Thanh Ba; Hạ Lương",
        "",
        None,
    ),
    ("Đề nghị thị xã Ninh Hải dồn sức bàn giao mặt bằng cho 18 hộ còn lại.", "thị xã Ninh Hải", "", None),
    (
        "Giao Sở Y tế - Cơ quan Thường trực Ban Chỉ đạo phòng, chống dịch đôn đốc các huyện tiêm chủng.",
        "Sở Y tế",
        "",
        None,
    ),
    ("Sở Nội vụ - cơ quan chủ trì soạn thảo tiếp thu ý kiến, hoàn chỉnh dự thảo.", "Sở Nội vụ", "", None),
    (
        "Khẩn trương chủ trì, phối hợp với UBND phường 3, UBND xã Hòa Lạc hoàn thành phương án di dời.",
        "",
        "UBND phường 3; UBND xã Hòa Lạc",
        None,
    ),
    (
        "Sở Công Thương chủ trì, phối hợp với các chủ đầu tư hạ tầng cụm công nghiệp, UBND các xã, phường xây dựng "
        "phương án cấp điện.",
        "Sở Công Thương",
        "các chủ đầu tư hạ tầng cụm công nghiệp; UBND các xã, phường",
        None,
    ),
    ("Yêu cầu các đại biểu nghiên cứu, góp ý vào dự thảo trước ngày 20/5/2024.", "các đại biểu", "", "2024-05-19"),
    (
        "Phòng TN-MT chủ trì, Hạt Giao thông, Công an huyện phối hợp với UBND thị trấn giải tỏa bãi rác tự phát.",
        "Phòng TN-MT",
        "Hạt Giao thông; Công an huyện; UBND thị trấn",
        None,
    ),
    ("Giao Sở Xây dựng chủ trì; Sở Tài chính phối hợp tham mưu giá nước sạch.", "Sở Xây dựng", "Sở Tài chính", None),
    ("Những xã còn thiếu cán bộ chuyên môn thì Sở Nội vụ phải biệt phái.", "Sở Nội vụ", "", None),
    ("Nhiệm vụ này do Sở Y tế chủ trì, Sở Nội vụ phối hợp.", "Sở Y tế", "Sở Nội vụ", None),
    ("Thanh tra tỉnh khoanh vùng nguyên nhân, phúc tra kết quả.", "Thanh tra tỉnh", "", None),
    (
        "Thuế tỉnh phối hợp chặt chẽ với Kho bạc Nhà nước Khu vực X hoàn thuế kịp thời.",
        "Thuế tỉnh",
        "Kho bạc Nhà nước Khu vực X",
        None,
    ),
    # verbs that few papers use
    ("Sở Giao thông vận tải: Duy tu, bảo dưỡng các tuyến đường tỉnh.", "Sở Giao thông vận tải", "", None),
    ("Chi cục Thú y tiêu độc, khử trùng toàn bộ chợ đầu mối.", "Chi cục Thú y", "", None),
    ("UBND các xã chằng chống nhà cửa, neo đậu tàu thuyền an toàn.", "UBND các xã", "", None),
    ("Thanh tra tỉnh phúc tra kết quả xử lý sau thanh tra tại 03 huyện.", "Thanh tra tỉnh", "", None),
    ("Sở Nội vụ phúc đáp công văn của Bộ Nội vụ.", "Sở Nội vụ", "", None),
    ("Yêu cầu các chủ đầu tư đốc thúc nhà thầu tăng ca.", "các chủ đầu tư", "", None),
]

# Who of several does what: each clause is a directive of its own.
SHARED_OUT = [
    ("Giao Phó Chủ tịch UBND tỉnh Lê Văn Nam chỉ đạo khắc phục sạt lở; Phó Chủ tịch UBND tỉnh Trần Thị Hoa kịp thời "
     "chỉ đạo cứu trợ các hộ mất nhà.", ["Phó Chủ tịch UBND tỉnh Lê Văn Nam", "Phó Chủ tịch UBND tỉnh Trần Thị Hoa"]),
    ("Phân công đồng chí Nguyễn Văn Tám phụ trách các xã phía Bắc; đồng chí Lê Thị Sáu phụ trách các xã phía Nam.",
     ["đồng chí Nguyễn Văn Tám", "đồng chí Lê Thị Sáu"]),
    ("Sở Xây dựng: công bố giá vật liệu kịp thời; Sở Tài nguyên và Môi trường: rút ngắn thủ tục cấp mỏ đất.",
     ["Sở Xây dựng", "Sở Tài nguyên và Môi trường"]),
    ("UBND các huyện, thành phố rà soát tàu cá. Riêng các huyện Thanh Ba, Hạ Lương, Đồng Phú: xử lý dứt điểm tàu "
     "cá không đăng ký.", ["UBND các huyện, thành phố", "các huyện Thanh Ba, Hạ Lương, Đồng Phú"]),
    ("Sở Nông nghiệp và PTNT theo dõi sát sâu bệnh. Trong đó, các huyện Thanh Ba, Hạ Lương tập trung phòng trừ rầy "
     "nâu.", ["Sở Nông nghiệp và PTNT", "các huyện Thanh Ba, Hạ Lương"]),
]  # fmt: skip

# Groups of which something is told, and lie somewhere.
TOLD_OF = [
    "Các huyện có diện tích lớn tập trung ở phía Tây.",
    "Các địa phương có tỷ lệ giải ngân thấp tập trung tại khu vực miền núi.",
    "Các xã ven biển đã có 12 tổ tàu thuyền an toàn.",
]
