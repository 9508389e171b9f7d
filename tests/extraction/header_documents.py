"""Whole documents whose headers are read: formats of the State, of the Party and of the press, all invented."""

NOTICE = """
    UBND TỈNH THUẬN GIANG
    VĂN PHÒNG

    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc

    Số: 05/TB-VP

    Thuận Giang, ngày 05 tháng 6 năm 2024

    THÔNG BÁO

    Kết luận của Chủ tịch UBND tỉnh Nguyễn Văn An
    tại phiên họp thường kỳ tháng 5 năm 2024

    Ngày 03/6/2024, tại trụ sở, Chủ tịch UBND tỉnh Nguyễn Văn An chủ trì phiên họp thường kỳ tháng 5 năm 2024.

    1. Sở Tài chính khẩn trương báo cáo.

    Văn phòng UBND tỉnh thông báo đến các sở, ngành biết, thực hiện./.

    Nơi nhận:
    - Thường trực Tỉnh ủy;
    - CT, các PCT UBND tỉnh;
    - Lưu: VT, TH.

    KT. CHÁNH VĂN PHÒNG
    PHÓ CHÁNH VĂN PHÒNG

    Trần Thị Bình
"""
FLAT = """
    UBND TỈNH THUẬN GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ TÀI CHÍNH Độc lập - Tự do - Hạnh phúc
    Số: 1205/BC-STC Thuận Giang, ngày 18 tháng 9 năm 2025

    BÁO CÁO
    Tình hình giải ngân vốn đầu tư công 9 tháng năm 2025

    Kính gửi: Ủy ban nhân dân tỉnh.

    Thực hiện Công văn số 12/UBND-TH, Sở Tài chính báo cáo như sau:

    Nơi nhận: GIÁM ĐỐC
    - Như trên;
    - Lưu: VT, QLNS.

    Lê Hoàng Nam
"""
LETTER = """
    ỦY BAN NHÂN DÂN
    TỈNH THUẬN GIANG
    Số: 4512/UBND-KT
    V/v đẩy nhanh tiến độ giải ngân
    vốn đầu tư công năm 2024
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Thuận Giang, ngày 20 tháng 11 năm 2024

    Kính gửi:
    - Các sở, ban, ngành tỉnh;
    - UBND các huyện, thị xã, thành phố.

    Ủy ban nhân dân tỉnh yêu cầu các sở tập trung thực hiện.

    Nơi nhận:
    - Như trên;
    - Lưu: VT, KT.

    TM. ỦY BAN NHÂN DÂN
    KT. CHỦ TỊCH
    PHÓ CHỦ TỊCH

    (Đã ký)

    Phạm Minh Đức
"""
PARTY = """
    ĐẢNG BỘ TỈNH THUẬN GIANG
    TỈNH ỦY
    *
    Số 15-TB/TU

    ĐẢNG CỘNG SẢN VIỆT NAM

    Mỹ An, ngày 30 tháng 6 năm 2022

    THÔNG BÁO KẾT LUẬN
    của Ban Thường vụ Tỉnh ủy về tình hình kinh tế - xã hội quý II năm 2022

    Ngày 28/6/2022, Ban Thường vụ Tỉnh ủy họp nghe báo cáo.

    Nơi nhận:
    - Các huyện ủy, thị ủy, thành ủy,
    - Lưu Văn phòng Tỉnh ủy.

    T/M BAN THƯỜNG VỤ
    PHÓ BÍ THƯ

    Võ Quốc Khánh
"""
NEWS = """
    date 2024-07-03 Sáng ngày 3/7, UBND tỉnh tổ chức phiên họp đánh giá tình hình kinh tế - xã hội 6 tháng đầu năm.

    Chủ tịch UBND tỉnh Nguyễn Văn An yêu cầu các sở, ngành tập trung giải ngân.
"""
DIRECTIVE = """
    ỦY BAN NHÂN DÂN
    TỈNH THUẬN GIANG
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Số: 02/CT-UBND
    Thuận Giang, ngày   tháng 02 năm 2019

    CHỈ THỊ
    Về việc tăng cường công tác phòng cháy, chữa cháy rừng mùa khô

    Thời gian qua, công tác phòng cháy được quan tâm.

    Nơi nhận:
    - Bộ NN&PTNT;
    - Lưu: VT.

    CHỦ TỊCH

    Nguyễn Văn An
"""
PLAN = """
    UBND HUYỆN PHÚ HÒA
    PHÒNG NỘI VỤ

    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập – Tự do – Hạnh phúc

    Số:      /KH-PNV          Phú Hòa, ngày 7 tháng 01 năm 2015

    KẾ HOẠCH
    Cải cách hành chính năm 2015

    I. MỤC ĐÍCH, YÊU CẦU

    TRƯỞNG PHÒNG

    Đoàn Thị Lan
"""
RESOLUTION = """
    HỘI ĐỒNG NHÂN DÂN
    TỈNH THUẬN GIANG
    Số: 43/2021/NQ-HĐND
    Thuận Giang, ngày 09 tháng 12 năm 2021

    NGHỊ QUYẾT
    Về dự toán ngân sách nhà nước năm 2022

    HỘI ĐỒNG NHÂN DÂN TỈNH THUẬN GIANG
    KHÓA X, KỲ HỌP THỨ 5

    Căn cứ Luật Ngân sách nhà nước;

    CHỦ TỊCH

    Huỳnh Văn Tư
"""
