"""A share beside its part, its whole and what is left: a slip in either of the two is found."""

# The figures in [brackets] are those that slip: [as it is|as it is miswritten].
LINES = [
    "Giao đất cho 164 hộ. Trong số được giao, có [141|741] hộ nhận đất (86%) và 23 hộ chưa nhận.",
    "Kiểm tra [420|402] mẫu, có 407 mẫu đạt chuẩn (96,9%), 13 mẫu không đạt.",
    "Đến nay đã lắp 57 trạm với 84 tỷ đồng; so với nhu cầu [160|190] trạm mới đạt 35,6%, còn 103 trạm chưa lắp.",
    "Đảng phí: thu 364,5 triệu đồng, nộp cấp trên [109,35|190,35] triệu đồng (đúng 30%), để lại 255,15 triệu đồng.",
    "Kiến nghị thu hồi 3.412 triệu đồng. Đến cuối tháng đã nộp [2.832|8.232] triệu đồng, đạt 83%, còn 580 triệu đồng.",
]
LEFT_ALONE = [
    "Tiếp nhận 420 hồ sơ, trả 407 hồ sơ (đúng hạn 91,2%), đang xử lý 13 hồ sơ.",
    "Thu 182 tỷ đồng, đạt 45% dự toán; chi 64 tỷ đồng, dư 118 tỷ đồng.",
]
