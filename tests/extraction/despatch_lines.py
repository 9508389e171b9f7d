"""Lines of despatches, ministry letters and councils, each under a conclusion of 5 March 2024.

(line, leads, coordinating, last day). Agencies are joined by ";". Provinces, communes and people are invented.
"""

DESPATCHES = [
    # what is done in a case of a kind
    ("Trường hợp có khó khăn, vướng mắc thì kịp thời báo cáo UBND tỉnh.", "", "", None),
    ("Trường hợp nhà thầu không đủ năng lực thì chấm dứt hợp đồng.", "", "", None),
    ("Trong trường hợp phát sinh chi phí thì chủ đầu tư báo cáo Sở Tài chính thẩm định.", "chủ đầu tư", "", None),
    ("Đối với trường hợp hồ sơ thiếu giấy tờ thì UBND xã hướng dẫn người dân bổ sung.", "UBND xã", "", None),
    (
        "Trường hợp cần kéo dài thời gian thì trước khi hết hạn, doanh nghiệp phải gửi văn bản đến Sở Công Thương.",
        "doanh nghiệp",
        "",
        None,
    ),
    # an office by its noun alone
    (
        "Văn phòng nghiên cứu, phối hợp Sở Ngoại vụ tham mưu nội dung làm việc với đoàn.",
        "Văn phòng",
        "Sở Ngoại vụ",
        None,
    ),
    ("Văn phòng tổng hợp ý kiến các đơn vị, hoàn thiện dự thảo báo cáo.", "Văn phòng", "", None),
    ("Ban tham mưu chương trình giám sát năm 2025.", "Ban", "", None),
    ("Trung tâm khẩn trương bàn giao tài sản.", "Trung tâm", "", None),
    ("Chi cục rà soát các trạm bơm đã xuống cấp.", "Chi cục", "", None),
    # who is advised to order it orders nobody
    (
        "Phối hợp Ban Văn hóa - Xã hội tham mưu Thường trực HĐND đề nghị UBND tỉnh sớm thống nhất mức chi.",
        "",
        "Ban Văn hóa - Xã hội",
        None,
    ),
    ("Tham mưu UBND tỉnh đề nghị Bộ Tài chính bổ sung kinh phí phòng dịch.", "", "", None),
    ("Trình UBND tỉnh yêu cầu các chủ đầu tư giải trình.", "", "", None),
    # what somebody is to settle stays together
    (
        "Sở Tài chính làm việc với Sở Xây dựng theo hướng: Sở Xây dựng chủ trì quản lý chất lượng; Sở Tài chính lo "
        "quyết toán vốn.",
        "Sở Tài chính",
        "",
        None,
    ),
    (
        "Giao Sở Nội vụ tham mưu phương án sắp xếp theo hướng: UBND xã Bình Khê nhận nguyên trạng; UBND xã Tân Lạc "
        "bố trí trụ sở.",
        "Sở Nội vụ",
        "",
        None,
    ),
    # who is to see to it that others carry the paper out
    (
        "Giao các Phó Chủ tịch UBND tỉnh theo lĩnh vực được phân công kiểm tra, đôn đốc các sở thực hiện Chỉ thị này.",
        "các Phó Chủ tịch UBND tỉnh",
        "",
        None,
    ),
    (
        "Giao các Phó Thủ tướng Chính phủ chỉ đạo, đôn đốc các Bộ, địa phương triển khai thực hiện Công điện này.",
        "các Phó Thủ tướng Chính phủ",
        "",
        None,
    ),
    (
        "Phân công các đồng chí Phó Thủ tướng Chính phủ theo dõi tình hình.",
        "các đồng chí Phó Thủ tướng Chính phủ",
        "",
        None,
    ),
    ("Phân công các Phó Thủ tướng trực tiếp chỉ đạo từng dự án.", "các Phó Thủ tướng", "", None),
    # which of a group are told
    (
        "Ủy ban nhân dân các xã có diện tích rừng bị cháy thường xuyên cập nhật tình hình.",
        "Ủy ban nhân dân các xã có diện tích rừng bị cháy",
        "",
        None,
    ),
    (
        "UBND các huyện có cửa khẩu chủ động phối hợp với Bộ đội Biên phòng tỉnh kiểm soát phương tiện.",
        "UBND các huyện có cửa khẩu",
        "Bộ đội Biên phòng tỉnh",
        None,
    ),
    (
        "Các địa phương có tỷ lệ giải ngân thấp tập trung tháo gỡ vướng mắc.",
        "Các địa phương có tỷ lệ giải ngân thấp",
        "",
        None,
    ),
    ("Các đơn vị được giao làm chủ đầu tư tiếp tục đôn đốc nhà thầu.", "Các đơn vị được giao làm chủ đầu tư", "", None),
    ("Các xã giáp biên chủ động nắm tình hình.", "Các xã giáp biên", "", None),
    # partners whose names run on, and others behind them
    (
        "Phối hợp với các cơ quan báo chí trung ương, các địa phương tuyên truyền.",
        "",
        "các cơ quan báo chí trung ương; các địa phương",
        None,
    ),
    ("Phối hợp với các đơn vị tổ chức tuần tra, các sở kiểm tra.", "", "các đơn vị", None),
    # drafts that are to be written
    ("Dự thảo văn bản để tỉnh trình Bộ Tài chính hỗ trợ kinh phí.", "", "", None),
    ("Soạn thảo tờ trình gửi HĐND tỉnh trước ngày 20/3.", "", "", "2024-03-19"),
    ("Dự thảo công văn trình Chủ tịch UBND tỉnh ký.", "", "", None),
    # bodies of recent years
    (
        "Giao Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công rà soát danh mục.",
        "Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công",
        "",
        None,
    ),
    (
        "Cục Kết cấu hạ tầng xây dựng tham mưu việc kiểm tra hệ thống thoát nước.",
        "Cục Kết cấu hạ tầng xây dựng",
        "",
        None,
    ),
    (
        "Giao Cục Bảo tồn thiên nhiên và Đa dạng sinh học rà soát các khu bảo tồn.",
        "Cục Bảo tồn thiên nhiên và Đa dạng sinh học",
        "",
        None,
    ),
    ("Giao Công ty Xổ số kiến thiết tỉnh rà soát hợp đồng đại lý.", "Công ty Xổ số kiến thiết tỉnh", "", None),
    # times
    ("Các Bộ thành lập Tổ công tác thúc đẩy thị trường mới trong cuối năm 2024 và đầu năm 2025.", "Các Bộ", "", None),
    ("Tổ chức đối thoại với doanh nghiệp tháng 4 năm 2024.", "", "", "2024-04-30"),
    ("Chuẩn bị và tổ chức chu đáo kỳ họp chuyên đề của HĐND tỉnh tháng 5/2024.", "", "", "2024-05-31"),
    ("Tổ chức sơ kết công tác tháng 8/2024.", "", "", None),
    # storms
    ("Cho toàn bộ học sinh trong tỉnh nghỉ học từ sáng ngày 17/3/2024 đến khi bão đi qua.", "", "", None),
    ("Cấm biển từ 12 giờ ngày 16/3.", "", "", None),
    ("Các đơn vị đóng chân trên địa bàn chủ động chuẩn bị lực lượng, phương tiện.", "Các đơn vị", "", None),
    (
        "Văn phòng Ban Chỉ đạo Ứng phó với biến đổi khí hậu tỉnh cập nhật tình hình thường xuyên.",
        "Văn phòng Ban Chỉ đạo Ứng phó với biến đổi khí hậu tỉnh",
        "",
        None,
    ),
    ("Định kỳ trước ngày 25 hằng tháng báo cáo kết quả về Sở Nội vụ để tổng hợp.", "", "", "2024-03-24"),
    ("Việc này hoàn thành trong tháng 3/2024.", "", "", "2024-03-31"),
    # places behind a colon
    (
        "Sở Xây dựng các tỉnh, thành phố: Bình Khê, Tân Lạc, Phú Mộc chủ động phân luồng từ xa.",
        "Sở Xây dựng các tỉnh, thành phố: Bình Khê; Tân Lạc; Phú Mộc",
        "",
        None,
    ),
]

TELL_NOBODY = [
    "Luật Bảo vệ môi trường và Nghị định số 08/2022/NĐ-CP của Chính phủ giao Bộ Tài chính chủ trì lập thị trường.",
    "Phát triển kinh tế biển là nhiệm vụ trọng tâm của tỉnh.",
    "Tiếp cận nhà ở an toàn, phù hợp với khả năng chi trả là thước đo của tiến bộ xã hội.",
    "Đầu tư cho giáo dục là đầu tư cho phát triển.",
    "Bảo đảm an sinh xã hội là mục tiêu xuyên suốt của tỉnh.",
    "Các huyện có diện tích lớn tập trung ở phía Tây.",
    "Các xã đang tiếp tục rà soát hộ nghèo.",
    "Dự thảo Nghị quyết gồm 5 điều, trình HĐND tỉnh tại kỳ họp giữa năm.",
    "Dự thảo văn bản đã được gửi lấy ý kiến các sở.",
    "Văn phòng UBND tỉnh thông báo đến các tổ chức, cá nhân liên quan biết, thực hiện và báo cáo kết quả tại cuộc họp "
    "giao ban tiếp theo./.",
]
