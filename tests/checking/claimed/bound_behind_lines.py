"""Shares told before their part: any slip in the three figures is found, nothing is said of the right line."""

# The figures in [brackets] are those that slip: [as it is|as it is miswritten].
LINES = [
    "Đàn dê [8.460|3.460] con (dê lai chiếm 62,0%, tương ứng 5.245 con), đàn cừu 1.930 con.",
    "Đàn dê 8.460 con (dê lai chiếm [62,0|26,0]%, tương ứng 5.245 con), đàn cừu 1.930 con.",
    "Trung tâm nhận 38.460 hồ sơ, [72,4|74,2]% nộp qua mạng (27.845 hồ sơ).",
    "Trung tâm nhận 38.460 hồ sơ, 72,4% nộp qua mạng ([27.845|72.845] hồ sơ).",
    "Có [0,42|0,24]% trong tổng số 64.000 bài thi mắc lỗi, tương đương 269 bài thi.",
    "Có 0,42% trong tổng số 64.000 bài thi mắc lỗi, tương đương [269|369] bài thi.",
    "Quỹ có vốn 240 tỷ đồng, trong đó tỉnh nắm [55|35]% vốn, tương ứng 132 tỷ đồng.",
    "Tổng thu 3.214 tỷ đồng, riêng cảng Nam Khê đóng góp tới [41,7|47,1]% tổng thu (1.340 tỷ đồng).",
    "Tỷ lệ thu hồi đạt 93,4% (kiến nghị 142,6 tỷ đồng, đã thu [133,2|123,2] tỷ đồng).",
    "Tỷ lệ tốt nghiệp 98,6%, với [7.412|7.142] em đỗ trên 7.517 em dự thi.",
    "Tỷ lệ hồ sơ qua mạng đạt [70,0|10,0]% (2.967 trong 4.238 hồ sơ).",
    "Thu nội địa sụt giảm [38,2|32,8]% còn 842 tỷ đồng (cùng kỳ năm ngoái đạt 1.362 tỷ đồng).",
    "Toàn tỉnh đã hoàn thành 1.284 căn nhà trong chỉ tiêu 4.150 căn của năm 2026, đạt [30,9|39,0]%.",
]
LEFT_ALONE = [
    "Chi 90 tỷ đồng, nợ 60%, tương ứng 30 tỷ đồng.",
    "Thu 500 tỷ đồng, đạt 80% dự toán (trong đó thu nội địa 300 tỷ đồng).",
    "Khách quốc tế 41.314 lượt, chiếm 11,4% tổng lượt khách (362.400 lượt).",
    "Đàn lợn 61.200 con, 45% là của trang trại (12 trang trại có trên 1.000 con).",
    "Tiếp nhận 1.200 hồ sơ, tăng 15% so với cùng kỳ (1.043 hồ sơ).",
    "Có 320 hộ nghèo, 60% là hộ dân tộc thiểu số (năm trước 410 hộ).",
]
