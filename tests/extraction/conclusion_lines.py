"""Lines of conclusions and orders as offices put them: (line, leads, coordinating, last day), and lines that tell none.

Read under a conclusion dated 5 March 2024. Agencies are joined by ";". Provinces, communes and projects are invented.
"""

ORDERED = [
    # a matter put to the meeting, and what was decided on it
    ("Kiến nghị của UBND huyện Phú Mộc về bổ sung 15 tỷ đồng: giao Sở Tài chính thẩm tra, trình UBND tỉnh.",
     "Sở Tài chính", "", None),
    ("Về việc xin sửa nhà văn hóa tổ 14 (65 triệu đồng): thống nhất chủ trương, giao Phòng Kinh tế thẩm định dự toán.",
     "Phòng Kinh tế", "", None),
    ("Đề xuất của Ban QLDA 5 về điều chỉnh tim tuyến: đồng ý, yêu cầu Ban QLDA 5 lập hồ sơ trước ngày 20/3/2024.",
     "Ban QLDA 5", "", "2024-03-19"),
    # what was not named is done as an earlier paper says
    ("Các nội dung khác thực hiện theo Thông báo số 98/TB-VP ngày 13/01/2024.", "", "", None),
    ("Các nhiệm vụ còn lại vẫn giữ nguyên theo Kế hoạch số 12/KH-UBND.", "", "", None),
    # persons, teams and groups that no list knows
    ("Đồng chí Trần Văn Hậu, công chức địa chính: Hoàn thành số hóa 4.560 hồ sơ, hạn cuối 30/4/2024.",
     "Đồng chí Trần Văn Hậu, công chức địa chính", "", "2024-04-30"),
    ("Tổ công tác của Chủ tịch UBND tỉnh kiểm tra trực tiếp ít nhất 05 đơn vị trong quý II.",
     "Tổ công tác của Chủ tịch UBND tỉnh", "", "2024-06-30"),
    ("Các bộ, cơ quan và UBND các tỉnh, thành phố trong vùng tổ chức triển khai nghiêm túc Quy hoạch vùng.",
     "Các bộ, cơ quan; UBND các tỉnh, thành phố", "", None),
    ("Yêu cầu các tổ trưởng tổ dân phố 3, 6 cùng Đoàn Thanh niên ra quân dọn vệ sinh vào sáng Chủ nhật 17/3/2024.",
     "các tổ trưởng tổ dân phố 3, 6", "Đoàn Thanh niên", "2024-03-17"),
    ("Cùng Công an xã và các đoàn thể kiểm tra 3 điểm tập kết cát.", "", "Công an xã; các đoàn thể", None),
    ("Thường trực HĐND, các Ban Hội đồng nhân dân giám sát việc thực hiện.",
     "Thường trực HĐND; các Ban Hội đồng nhân dân", "", None),
    ("Xã nào không đạt 95% dự toán thì không xét danh hiệu thi đua.", "", "", None),
    ("Các cơ quan Công an, Viện Kiểm sát, Tòa án nhân dân huyện phối hợp xử lý các vụ trốn thuế.",
     "Các cơ quan Công an; Viện Kiểm sát; Tòa án nhân dân huyện", "", None),
    ("Nhà đầu tư hoàn chỉnh hồ sơ đề xuất.", "Nhà đầu tư", "", None),
    ("Toàn ngành giáo dục tập trung ôn tập cho học sinh cuối cấp.", "Toàn ngành giáo dục", "", None),
    ("Đồng chí Nguyễn Văn Bình - Phó Chủ tịch UBND tỉnh chỉ đạo Sở Y tế xử lý dứt điểm.",
     "Đồng chí Nguyễn Văn Bình - Phó Chủ tịch UBND tỉnh", "", None),
    ("Dứt khoát không bố trí vốn cho dự án chưa đủ thủ tục.", "", "", None),
    # by when
    ("Phòng Nội vụ hoàn thiện đề án trình UBND huyện phê duyệt quý III năm 2024.", "Phòng Nội vụ", "", "2024-09-30"),
    ("Phòng Tài nguyên và Môi trường giải quyết 45 hồ sơ tồn đọng, báo cáo Chủ tịch UBND huyện ngày 25/4/2024.",
     "Phòng Tài nguyên và Môi trường", "", "2024-04-25"),
    ("Sở Y tế bảo đảm đến năm 2025 có 95% dân số tham gia bảo hiểm y tế.", "Sở Y tế", "", "2025-12-31"),
    ("Sở Nông nghiệp và Môi trường rà soát vùng nuôi tôm, phấn đấu trong năm phát triển thêm 500 ha.",
     "Sở Nông nghiệp và Môi trường", "", "2024-12-31"),
    ("UBND các xã sơ tán dân xong trước 12 giờ trưa ngày 10/3.", "UBND các xã", "", "2024-03-10"),
    ("Tổ chức gặp mặt dự kiến sáng ngày 20/3/2024.", "", "", "2024-03-20"),
    # what bounds something else
    ("Sở Tài chính thu hồi vốn của các dự án đến ngày 30/6/2024 giải ngân dưới 50%.", "Sở Tài chính", "", None),
    ("Kho bạc Nhà nước tỉnh kiểm soát thanh toán trong 01 ngày làm việc đối với hồ sơ thanh toán trước.",
     "Kho bạc Nhà nước tỉnh", "", None),
    ("Công an tỉnh báo cáo nhanh trước 16 giờ hằng ngày trong dịp Tết Nguyên đán.", "Công an tỉnh", "", None),
]  # fmt: skip

TELLS_NONE = [
    "Kiến nghị của Cục Thuế tỉnh: thống nhất chủ trương.",
    "Quản lý nhà nước: 129,7 tỷ đồng.",
    "Tổ chức, cá nhân có dự án đóng mới thuyền được tỉnh hỗ trợ 10 triệu đồng.",
    "Phê bình các đơn vị giải ngân thấp.",
    "Tổ dân phố 6 được chọn tổ chức điểm vào 19h30 ngày 17/3/2024.",
]
