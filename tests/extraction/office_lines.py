"""Lines of offices and of the press: (line, leads, coordinating, last day), and lines that tell nobody.

Read under a conclusion, those of the press under a piece of news, dated 5 March 2024. Agencies are joined by ";".
"""

OFFICES = [
    # a matter stands first and is given to somebody
    ("Việc này giao Sở Nội vụ làm thủ tục trong tháng 3/2024.", "Sở Nội vụ", "", "2024-03-31"),
    ("Nội dung còn lại giao Văn phòng UBND tỉnh theo dõi, đôn đốc.", "Văn phòng UBND tỉnh", "", None),
    ("Phần kinh phí còn thiếu giao Sở Tài chính cân đối, bố trí.", "Sở Tài chính", "", None),
    ("Hồ sơ đất đai giao Sở Tài nguyên và Môi trường thẩm định.", "Sở Tài nguyên và Môi trường", "", None),
    ("Riêng công trình cầu Bến Lội giao UBND huyện Tân Lộc sửa chữa.", "UBND huyện Tân Lộc", "", None),
    # whom an order concerns stands before it
    ("Đối với UBND huyện Tân Lộc, đề nghị khẩn trương lập phương án thoát nước.", "UBND huyện Tân Lộc", "", None),
    ("Riêng huyện Tân Lộc, yêu cầu rà soát lại toàn bộ hồ sơ.", "huyện Tân Lộc", "", None),
    ("Với Công an tỉnh, đề nghị tăng cường tuần tra ban đêm.", "Công an tỉnh", "", None),
    ("Riêng các dự án chuyển tiếp, đề nghị tập trung hoàn thành trước 30/6/2024.", "", "", "2024-06-29"),
    # a person behind the office
    ("Giao Phó Chủ tịch UBND tỉnh Lê Văn Bình trực tiếp chỉ đạo công tác chuẩn bị.",
     "Phó Chủ tịch UBND tỉnh Lê Văn Bình", "", None),
    ("Giao Phó Thủ tướng Chính phủ Lê Văn Bình trước ngày 15/11/2024 trực tiếp kiểm tra, đôn đốc các bộ.",
     "Phó Thủ tướng Chính phủ Lê Văn Bình", "", "2024-11-14"),
    ("Giao Phó Chủ tịch UBND tỉnh phụ trách văn xã chủ trì họp với các trường.", "Phó Chủ tịch UBND tỉnh", "", None),
    # how often, before who is told
    ("Từ nay đến cuối năm, mỗi tháng các chủ đầu tư báo cáo tiến độ một lần.", "các chủ đầu tư", "", "2024-12-31"),
    ("Định kỳ ngày 20 hằng tháng UBND xã báo cáo tiến độ về Phòng Nông nghiệp.", "UBND xã", "", "2024-03-20"),
    ("Hằng quý UBND các huyện tổng hợp, gửi Sở Nội vụ.", "UBND các huyện", "", None),
    ("Trước ngày 25/4/2024 các sở gửi báo cáo về Văn phòng UBND tỉnh.", "các sở", "", "2024-04-24"),
    # trouble on the way
    ("Trong quá trình thực hiện có phát sinh khó khăn, vướng mắc thì kịp thời phản ánh về Sở Nội vụ.", "", "", None),
    ("Quá trình triển khai phát sinh vấn đề mới thì báo cáo UBND tỉnh xem xét.", "", "", None),
    ("Quá trình thực hiện, nếu gặp vướng mắc các cơ quan, đơn vị, địa phương báo cáo về Sở Nội vụ.",
     "các cơ quan, đơn vị, địa phương", "", None),
    # who is directed leads nothing
    ("Đôn đốc Công ty Điện lực, Công ty Cấp nước, Viễn thông tỉnh di dời đường dây.", "", "", None),
    ("Chỉ đạo rà soát quy hoạch, Sở Xây dựng khẩn trương trình phê duyệt.", "Sở Xây dựng", "", None),
    # which of a group
    ("Các cơ quan được giao chủ trì thực hiện Kế hoạch có trách nhiệm lập dự toán.",
     "Các cơ quan được giao chủ trì thực hiện Kế hoạch", "", None),
    # a list behind "(i)" is one task; with leads of their own the parts are told apart
    ("Sở Công Thương khẩn trương làm rõ các vướng mắc, cụ thể: (i) Đánh giá nguồn cung; (ii) Rà soát năng lực.",
     "Sở Công Thương", "", None),
    ("Khẩn trương hoàn thiện các báo cáo: (i) Báo cáo tình hình thực hiện; (ii) Báo cáo xử lý.", "", "", None),
    # what those told do next is no order of its own
    ("Kiểm tra nguồn nước; nếu không đạt tiêu chuẩn, phải hướng dẫn, yêu cầu các đơn vị khắc phục.", "", "", None),
    ("Đăng ký khai thác nước theo quy định; có văn bản đôn đốc, nhắc nhở các hộ chưa đăng ký.", "", "", None),
    # what was asked for, and what is decided
    ("Về đề nghị các sở sớm ban hành hướng dẫn, hoàn thiện quy trình như đã được giao, rút ngắn thời gian cấp phép, bố "
     "trí, xử lý trụ sở dôi dư: UBND huyện Tân Lộc cần tiếp tục rà soát phân cấp.", "UBND huyện Tân Lộc", "", None),
    ("Tuy nhiên, bên cạnh những kết quả đạt được, huyện Tân Lộc cần tiếp tục khắc phục các tồn tại.",
     "huyện Tân Lộc", "", None),
    ("Khẩn trương đăng ký công trình khởi công dịp 19 tháng 12 năm 2024.", "", "", "2024-12-19"),
    ("Hoàn thành sửa nhà trước ngày 31/3/2024; nhà sập dựng lại xong trước ngày 30/4/2024.", "", "", "2024-03-30"),
    # partners that no list knows whole
    ("Sở Giáo dục và Đào tạo phối hợp với gia đình, nhà trường quản lý học sinh trong dịp hè.",
     "Sở Giáo dục và Đào tạo", "gia đình; nhà trường", None),
    ("Công an tỉnh phối hợp chặt chẽ với lực lượng Biên phòng, Hải quan, Quản lý thị trường chống buôn lậu.",
     "Công an tỉnh", "lực lượng Biên phòng; Hải quan; Quản lý thị trường", None),
    ("UBND các xã phối hợp với các đồn Biên phòng quản lý đường mòn, lối mở.", "UBND các xã", "các đồn Biên phòng",
     None),
    ("Sở Y tế phối hợp với các phương tiện thông tin đại chúng tuyên truyền phòng dịch.", "Sở Y tế",
     "các phương tiện thông tin đại chúng", None),
    ("Phòng Tài chính - Kế hoạch phối hợp với thuế cơ sở 5 và các thôn rà soát nguồn thu.",
     "Phòng Tài chính - Kế hoạch", "thuế cơ sở 5; các thôn", None),
    ("Sở Văn hóa và Thể thao phối hợp với nhà tài trợ tổ chức lễ hội.", "Sở Văn hóa và Thể thao", "nhà tài trợ", None),
    ("Sở Công Thương phối hợp tổ chức tốt các phiên chợ vùng cao.", "Sở Công Thương", "", None),
    # a time between the verb and whom it tells
    ("Đề nghị thời gian tới, các địa phương cần tăng cường bảo vệ rừng.", "các địa phương", "", None),
    ("Yêu cầu trong quý II, Sở Công Thương, UBND huyện Tân Hòa đẩy nhanh tiến độ cụm công nghiệp.",
     "Sở Công Thương; UBND huyện Tân Hòa", "", "2024-06-30"),
    # opinions asked for, powers given, what must not be done
    ("Sở Tư pháp có ý kiến bằng văn bản trước ngày 20/3/2024.", "Sở Tư pháp", "", "2024-03-19"),
    ("Ủy quyền Giám đốc Sở Xây dựng ký hợp đồng.", "Giám đốc Sở Xây dựng", "", None),
    ("Yêu cầu không tổ chức liên hoan, gặp mặt trong giờ hành chính.", "", "", None),
    ("Thanh toán ngay khi có khối lượng, không dồn vào cuối năm.", "", "", None),
    ("Rà soát các nhiệm vụ được giao trong năm 2024, báo cáo UBND tỉnh.", "", "", None),
    ("Sở Tài chính thực hiện Quyết định số: 456/QĐ-UBND ngày 02/02/2024.", "Sở Tài chính", "", None),
]  # fmt: skip

OFFICES_NONE = [
    "Việc UBND tỉnh giao Sở Y tế kiểm tra đã được thực hiện.",
    "Công việc giao các sở triển khai được hoàn thành đúng hạn.",
    "Thống nhất với đề xuất của Sở Tài chính, bao gồm việc báo cáo HĐND tỉnh cho phép chuyển nguồn kinh phí.",
    "Đối với các xã, qua kiểm tra cho thấy yêu cầu đề ra chưa đạt.",
    "Thứ hai, việc xây dựng nông thôn mới trong thời gian qua đã được thực hiện, khu vực còn lại cần nguồn lực lớn.",
    "Về vấn đề này, UBND tỉnh đã ban hành Quyết định số 214/QĐ-UBND về thúc đẩy dữ liệu số.",
    "Thay mặt lãnh đạo tỉnh, đồng chí Chủ tịch gửi lời thăm hỏi, chia sẻ khó khăn với cấp ủy, chính quyền các xã.",
    "Quá trình triển khai có nhiều chuyển biến, kết quả thì đã rõ.",
    "Trong tháng 2 Công an huyện bắt 12 vụ trộm cắp.",
    "Bên cạnh những kết quả đạt được, một số xã còn lúng túng, chưa chủ động.",
    # the words that only close a paper
    "Yêu cầu Giám đốc các sở; Chủ tịch UBND các xã; Thủ trưởng các cơ quan liên quan triển khai thực hiện nghiêm túc "
    "Chỉ thị này./.",
    "Chủ tịch UBND tỉnh yêu cầu Thủ trưởng các sở tổ chức quán triệt, triển khai và chỉ đạo các cơ quan, đơn vị thuộc "
    "thẩm quyền quản lý thực hiện nghiêm túc Chỉ thị này.",
    "UBND tỉnh giao Giám đốc các sở và các cơ quan liên quan theo chức năng, nhiệm vụ được giao tại kế hoạch này triển "
    "khai thực hiện đảm bảo mục đích, yêu cầu, đúng quy định./.",
    "Thừa lệnh Chủ tịch UBND tỉnh, Văn phòng UBND tỉnh thông báo đến các sở, ngành biết, thực hiện.",
]

PRESS = [
    ("UBND TP.HCM giao Sở Tài chính lập danh mục kêu gọi đầu tư.", "Sở Tài chính", "", None),
    ("Chủ tịch UBND TP. Hòa Lương yêu cầu Phòng Y tế kiểm tra các phòng khám.", "Phòng Y tế", "", None),
    ("Lãnh đạo Hòa Lương đã giao Sở Nội vụ phối hợp với Sở Ngoại vụ làm rõ vụ việc.", "Sở Nội vụ", "Sở Ngoại vụ", None),
    ("Chủ tịch UBND tỉnh có văn bản hỏa tốc yêu cầu công ty Tân Phát khẩn trương di dời nhà máy.", "công ty Tân Phát",
     "", None),
    ("UBND tỉnh vừa có công văn yêu cầu các đơn vị vận tải rà soát phương tiện.", "các đơn vị vận tải", "", None),
    ("Từ ngày 18/6/2024, Sở Y tế phải dừng cấp phép mới.", "Sở Y tế", "", None),
    ("Đối với UBND quận Tây, chủ tịch UBND TP giao trách nhiệm lập phương án xử lý nước thải.", "UBND quận Tây", "",
     None),
    ("Chủ tịch UBND tỉnh cũng giao Phó chủ tịch Lê Văn Bình chủ trì phối hợp với các sở kiểm tra.",
     "Phó chủ tịch Lê Văn Bình", "các sở", None),
]  # fmt: skip

PRESS_NONE = [
    "Chủ tịch UBND tỉnh vừa ký Công điện số 59/CĐ-UBND về định hướng chỉ đạo, điều hành thu ngân sách.",
    "Giữa tháng 3/2017, UBND thành phố công bố bản quy hoạch khu du lịch.",
    "Vào tháng 8/2018, Sở Công Thương chủ trì kiểm tra, thống nhất công tác nghiệm thu.",
    "Sau sự cố, bộ Công Thương đã thành lập tổ điều tra, báo cáo nguyên nhân.",
]
