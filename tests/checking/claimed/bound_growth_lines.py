"""A change told with its rate, of a figure further off: a slip in the three is found, in rows as well."""

# The figures in [brackets] are those that slip: [as it is|as it is miswritten].
LINES = [
    "Lượng hàng qua cảng đạt 2.418.500 tấn.\n\nHàng qua cảng so năm trước tăng 130.600 tấn, tức [5,71|7,51]%.",
    "Sản lượng nước đạt 2.418.500 m3.\n\nNước bán ra so với cùng kỳ tăng [130.600|103.600] m3, tức 5,71%.",
    "Xảy ra 412 vụ cháy, bị thương 268 người. So với quý trước (giảm 38 vụ, tương đương [8,4|4,8]%; giảm 12 người).",
    "Xảy ra [364|634] vụ, làm chết 145 người. So với năm trước, giảm 24 vụ, giảm 15 người chết, tương ứng giảm lần "
    "lượt 6,2% và 9,4%.",
    "Hội viên tự nguyện 13.520 người, mới đạt 75,1% KH (18.000 người) nhưng so với cùng thời điểm năm 2024 tăng "
    "[2.870|2.780] người (tăng 26,95%).",
]
LEFT_ALONE = [
    "Đàn bò 8.400 con. Riêng đàn bò sữa tăng 160 con, tức 8%.",
    "Đàn bò 8.400 con; so với kế hoạch vượt 400 con, tương đương 5%.",
    "Xảy ra 79 vụ; so với cùng kỳ giảm 1 vụ (1,2%).",  # 1,25%: the rest left out
]
