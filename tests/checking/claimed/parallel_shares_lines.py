"""Shares of one whole side by side: one that is not of it is found, whatever its words; the right lines are left."""

# The figures in [brackets] are those that slip: [as it is|as it is miswritten].
LINES = [
    "Toàn tỉnh có 320 hợp tác xã. Xếp mức một [96|69] đơn vị (30%), mức hai 144 đơn vị (45%), mức ba 80 đơn vị (25%).",
    "Toàn tỉnh có 320 hợp tác xã. Xếp mức một 96 đơn vị (30%), mức hai 144 đơn vị ([45|54]%), mức ba 80 đơn vị (25%).",
    "Xã có 746 ha rừng trồng.\n\nCụ thể: keo 246 ha, đạt [32,98|38,92]%; quế 312 ha (41,82%); hồi 188 ha (25,2%).",
    "Cả huyện xử lý [246|296] cán bộ. Theo hình thức: nhắc nhở 139 (56,5%), phê bình 64 (26%), cách chức 43 (17,5%).",
    "Xã có [2.834|2.384] hộ. Hộ nghèo 152 hộ chiếm 5,36%, đầu năm 171 hộ; hộ cận nghèo 118 hộ chiếm 4,16%.",
    "Thu hút 480 triệu USD vốn mới, trong đó chế biến có nhiều nhất (39%) với 187,2 triệu USD; bán lẻ chiếm "
    "[29,4|92,4]% với 141,1 triệu USD; kho bãi chiếm 11,7% với 56,2 triệu USD.",
]
LEFT_ALONE = [
    # a part of a part, and what another figure gives
    "Toàn huyện có 400 hộ vay vốn: vay lại 280 hộ (70%), vay mới 120 hộ (30%), riêng hộ nghèo 48 hộ (40%).",
    # each of a whole that nobody tells
    "Sở A giải ngân 36 tỷ đồng (62,1%), Sở B giải ngân 48 tỷ đồng (39,8%), Sở C giải ngân 12 tỷ đồng (71,5%).",
    # two of few digits of no figure before them
    "Có 46 vụ. Nam 20 người (50%), nữ 10 người (20%).",
]
