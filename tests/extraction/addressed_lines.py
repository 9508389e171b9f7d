"""Who is told by whom, where no list knows the name: notices and press, under 5 March 2024.

(line, leads, coordinating, last day). Agencies are joined by ";". Provinces, communes and people are invented.
"""

# Under a conclusion notice.
NOTICE = [
    ("Sở Tài chính trong ngày 16/10/2024 cho tạm dừng mua sắm.", "Sở Tài chính", "", "2024-10-16"),
    ("Sở Giáo dục và Đào tạo quyết định cho học sinh vùng lũ nghỉ học.", "Sở Giáo dục và Đào tạo", "", None),
    (
        "Riêng Chủ tịch UBND phường An Phú, Chủ tịch UBND phường Tân Lập cho cắt tỉa cây xanh ven đường.",
        "Chủ tịch UBND phường An Phú; Chủ tịch UBND phường Tân Lập",
        "",
        None,
    ),
    (
        "Chủ tịch UBND các huyện: Tân Biên, Đông Sơn; Chủ tịch UBND thành phố Hòa An gia cố bờ bao.",
        "Chủ tịch UBND huyện Tân Biên; Chủ tịch UBND huyện Đông Sơn; Chủ tịch UBND thành phố Hòa An",
        "",
        None,
    ),
    # contractors, investors, households
    ("Yêu cầu chủ đầu tư và nhà thầu thi công tăng ca, bù tiến độ gói thầu XL-02.",
     "chủ đầu tư; nhà thầu thi công", "", None),
    ("Đề nghị các nhà thầu bổ sung máy móc, nhân lực trước ngày 20/3.", "các nhà thầu", "", "2024-03-19"),
    ("Yêu cầu các hộ kinh doanh ký cam kết không lấn chiếm vỉa hè.", "các hộ kinh doanh", "", None),
    ("Các nhà thầu phải huy động đủ thiết bị trong tháng 3.", "Các nhà thầu", "", "2024-03-31"),
    ("Giao Tập đoàn Điện lực Miền Tây bảo đảm cấp điện cho trạm bơm.", "Tập đoàn Điện lực Miền Tây", "", None),
    # places by their names
    ("Giao phường Tân Lạc và các xã Bình Khê, Phú Mộc khẩn trương rà soát hộ nghèo.",
     "phường Tân Lạc; các xã Bình Khê, Phú Mộc", "", None),
    ("Đề nghị thành phố Vĩnh Hải chủ động bố trí quỹ đất tái định cư.", "thành phố Vĩnh Hải", "", None),
    ("Giao các huyện Phú Mộc, Bình Khê và thị xã Tân Lạc rà soát các điểm sạt lở.",
     "các huyện Phú Mộc, Bình Khê; thị xã Tân Lạc", "", None),
    ("Đề nghị huyện tập trung giải phóng mặt bằng.", "huyện", "", None),
    ("Giao phường Vĩnh Hải Nam, phường Tân Khê kiểm tra các điểm ngập.",
     "phường Vĩnh Hải Nam; phường Tân Khê", "", None),
    # one head for several names
    ("Giao các Bộ: Giao thông vận tải, Công Thương, Xây dựng rà soát các dự án chậm tiến độ.",
     "Bộ Giao thông vận tải; Bộ Công Thương; Bộ Xây dựng", "", None),
    ("Giao các Cục: Thủy lợi, Kiểm lâm, Trồng trọt kiểm tra hồ chứa.",
     "Cục Thủy lợi; Cục Kiểm lâm; Cục Trồng trọt", "", None),
    ("Yêu cầu Vụ Pháp chế chủ trì, phối hợp với các Vụ: Kế hoạch, Tổ chức cán bộ xây dựng dự thảo Thông tư.",
     "Vụ Pháp chế", "Vụ Kế hoạch; Vụ Tổ chức cán bộ", None),
    ("UBND các huyện Phú Mộc, Tân Lạc Đông và thị xã Bình Khê khẩn trương chi trả bồi thường.",
     "UBND huyện Phú Mộc; UBND huyện Tân Lạc Đông; UBND thị xã Bình Khê", "", None),
    ("UBND xã Phú Mộc, xã Bình Khê và phường Tân Lạc huy động lực lượng tại chỗ.",
     "UBND xã Phú Mộc; UBND xã Bình Khê; UBND phường Tân Lạc", "", None),
    # owners and levels
    ("Các đơn vị của Bộ Tài chính khẩn trương hoàn thiện báo cáo trước ngày 20/6.",
     "Các đơn vị của Bộ Tài chính", "", "2024-06-19"),
    ("Cấp ủy các cấp, chính quyền các cấp tập trung lãnh đạo công tác tuyển quân.",
     "Cấp ủy các cấp; chính quyền các cấp", "", None),
    ("Yêu cầu các cơ quan chủ quản chương trình, dự án thành phần khẩn trương phân bổ vốn.",
     "các cơ quan chủ quản chương trình, dự án thành phần", "", None),
    ("Giao các Phó Chủ tịch UBND tỉnh, các thành viên UBND tỉnh trực tiếp chỉ đạo lĩnh vực được phân công.",
     "các Phó Chủ tịch UBND tỉnh; các thành viên UBND tỉnh", "", None),
    # offices of one kind, and names with "và"
    ("Các Cục quản lý chuyên ngành nghiên cứu, tham mưu Bộ sửa đổi định mức.", "Các Cục quản lý chuyên ngành", "",
     None),
    ("Yêu cầu các cơ sở khám bệnh, chữa bệnh chuẩn bị đủ thuốc, vật tư.", "các cơ sở khám bệnh, chữa bệnh", "", None),
    ("Giao Phòng Quản lý năng lượng tham mưu kế hoạch tiết kiệm điện.", "Phòng Quản lý năng lượng", "", None),
    # persons
    ("Giao đồng chí Lê Văn Khê - Phó Chủ tịch UBND xã trực tiếp chỉ đạo việc cưỡng chế.",
     "đồng chí Lê Văn Khê - Phó Chủ tịch UBND xã", "", None),
    # partners with no list
    ("Sở Xây dựng chủ trì, phối hợp với các trường học rà soát khoảng cách an toàn.", "Sở Xây dựng", "các trường học",
     None),
    # weeks, seasons, events
    ("Giao Sở Nội vụ trình hồ sơ trong tuần đầu tháng 4.", "Sở Nội vụ", "", "2024-04-07"),
    ("Giao UBND thành phố bàn giao mặt bằng trước mùa mưa lũ năm 2024.", "UBND thành phố", "", None),
    ("Giao Văn phòng UBND tỉnh tổng hợp, báo cáo Chủ tịch UBND tỉnh ngày 05 hằng tháng.",
     "Văn phòng UBND tỉnh", "", "2024-04-05"),
    ("Báo cáo gửi về Sở Tài chính trước ngày 15/4/2024.", "", "", "2024-04-14"),
    # a person or a body charged, adverbs, a group explained
    ("Đồng chí Vũ Thị Lam, Phó Chủ tịch UBND phường trực tiếp chỉ đạo việc di dời.",
     "Đồng chí Vũ Thị Lam, Phó Chủ tịch UBND phường", "", None),
    ("Thứ trưởng Lưu Quang Khê trực tiếp theo dõi, đôn đốc.", "Thứ trưởng Lưu Quang Khê", "", None),
    ("Thanh tra Bộ được giao kiểm tra việc xét duyệt, báo cáo trong quý III/2024.", "Thanh tra Bộ", "", "2024-09-30"),
    ("Sở Y tế được phân công theo dõi 3 huyện.", "Sở Y tế", "", None),
    ("Cục cũng phải cập nhật tiến độ lên cơ sở dữ liệu.", "Cục", "", None),
    ("Các chủ rừng (ban quản lý rừng phòng hộ, công ty lâm nghiệp) chủ động tuần tra.", "Các chủ rừng", "", None),
    ("Ban Quản lý dự án ứng kinh phí, chi trả tiền thuê nhà trước ngày 15 hằng tháng.",
     "Ban Quản lý dự án", "", "2024-03-14"),
    ("Ban Quản lý dự án đầu tư - hạ tầng phường ký hợp đồng chậm nhất 05/4.",
     "Ban Quản lý dự án đầu tư - hạ tầng phường", "", "2024-04-05"),
    ("Tiếp tục rà soát, bãi bỏ các điều kiện kinh doanh không cần thiết.", "", "", None),
    ("Quá trình thực hiện nếu phát sinh khó khăn, kịp thời báo cáo UBND huyện.", "", "", None),
    ("Văn phòng UBND tỉnh tổng hợp, báo cáo số liệu cuối mỗi ngày.", "Văn phòng UBND tỉnh", "", None),
    ("Thời hạn hoàn thành: trước ngày 30/6/2024.", "", "", "2024-06-29"),
]  # fmt: skip

NOTICE_SILENT = [
    "Đánh giá cao sự chủ động của Sở Công Thương trong việc tham mưu kế hoạch xúc tiến thương mại.",
    "Mặc dù gặp nhiều khó khăn, các nhà thầu đã huy động đủ thiết bị.",
    "Tháng 3 năm ngoái, các địa phương thu hoạch 2.300 ha lúa.",
    "Trước đây, các hộ kinh doanh chưa phải đăng ký.",
    "Vụ Hè Thu được mùa, vụ Đông Xuân bị hạn.",
    "Kế hoạch của các ngành và các địa phương đã được phê duyệt.",
    "Các Cục, Vụ thuộc Bộ đã báo cáo tình hình.",
    "Theo báo cáo của chủ đầu tư, khối lượng đạt 62%.",
    "Các nhà thầu thi công được 12 km mặt đường.",
    "Đồng chí Vũ Thị Lam, Phó Chủ tịch UBND phường chủ trì cuộc họp.",
    "Các đơn vị được giao vốn đã phân bổ 62%.",
    "Bãi bỏ Chỉ thị số 15/2008/CT-UBND ngày 20/6/2008 của UBND tỉnh.",
    "Nhiều ý kiến đại biểu cho rằng cần rà soát lại định mức.",
]

# In the press: a news report.
NEWS = [
    ("Chủ tịch UBND tỉnh Lê Văn Khê yêu cầu Sở Xây dựng hoàn thành quy hoạch phân khu trước ngày 30/4.",
     "Sở Xây dựng", "", "2024-04-29"),
    ("Phó Thủ tướng chỉ đạo Bộ Tài chính bố trí đủ vốn cho dự án.", "Bộ Tài chính", "", None),
    ("Chủ tịch UBND tỉnh chỉ đạo Ban Quản lý dự án đôn đốc nhà thầu, hoàn thành cầu Bình Khê trong tháng 6.",
     "Ban Quản lý dự án", "", "2024-06-30"),
    ("Phó Thủ tướng đã yêu cầu các địa phương rà soát công trình trọng điểm.", "các địa phương", "", None),
    ("Công văn giao Sở Y tế chủ trì, phối hợp với Sở Tài chính mua sắm thuốc.", "Sở Y tế", "Sở Tài chính", None),
    ("Bộ trưởng Trần Văn Lạc giao Cục Hàng hải rà soát luồng lạch.", "Cục Hàng hải", "", None),
    ("Bí thư Huyện ủy đề nghị các xã tập trung vận động nhân dân hiến đất.", "các xã", "", None),
    ("Chủ tịch UBND tỉnh yêu cầu nhà thầu tăng ca, tăng kíp.", "nhà thầu", "", None),
    ("UBND tỉnh yêu cầu các chủ hồ vận hành đúng quy trình.", "các chủ hồ", "", None),
    ("Tỉnh yêu cầu các địa phương rà soát hộ nghèo trong tháng 4.", "các địa phương", "", "2024-04-30"),
]  # fmt: skip

NEWS_SILENT = [
    "Cử tri đề nghị tỉnh sớm sửa chữa tuyến đường liên xã.",
    "Theo ông Nguyễn Văn Lạc, các địa phương cần liên kết để phát triển du lịch.",
    "Doanh nghiệp đã bồi thường cho người dân 2,3 tỷ đồng.",
    "Nhiều đại biểu đề nghị Bộ Công Thương rà soát giá điện.",
    "Người dân kiến nghị UBND tỉnh cho phép khai thác cát.",
    "Sở Công Thương đã chỉ đạo lực lượng Quản lý thị trường kiểm tra 320 cơ sở.",
    "Chuyên gia cho rằng doanh nghiệp cần đổi mới công nghệ.",
    "Hội thảo nhằm chia sẻ kinh nghiệm chuyển đổi số.",
]
