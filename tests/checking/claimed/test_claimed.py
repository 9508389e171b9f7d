"""What the words claim of figures that one slip keeps from holding: nothing is said of the right line."""

import pytest

from tests.checking.slipped_lines import checks_of, written, wrong

# The figures in [brackets] are those that slip: [as it is|as it is miswritten].
CHANGES = [
    "Đàn dê còn 4.250 con, [giảm|tăng] 15,0% so với cùng thời điểm (5.000 con).",
    "Toàn thị xã có 214 tổ hợp tác. So với năm 2021 (231 tổ hợp tác), [giảm|tăng] 17 tổ hợp tác.",
    "Số vụ đuối nước 12 vụ, chết 9; so với năm 2019 (19 vụ, chết 15) [giảm|tăng] 7 vụ.",
    "Chế biến gỗ tạo ra 512,6 tỷ đồng (năm 2020: 503,5 tỷ đồng, tăng [1,81|18,1]%).",
    "Nợ bảo hiểm còn 41,8 tỷ đồng, so với thời điểm 31/12/2022 (57,3 tỷ đồng) đã kéo xuống được [15,5|51,5] tỷ đồng.",
    "Từ đầu năm có 318 hợp tác xã mới, so 8 tháng năm 2021 (274 hợp tác xã) nhiều hơn [44|54] hợp tác xã.",
    "Xảy ra 61 vụ, 38 người chết, 45 người bị thương; đối chiếu năm ngoái giảm 9 vụ (70 vụ), giảm [12|21] người chết "
    "(50 người), giảm 8 người bị thương (53 người).",
]
CHANGES += [
    "Chi ngân sách 6 tháng 78.750 triệu đồng, bằng 51,3% dự toán huyện giao; cùng kỳ năm 2021 chi 70.000 triệu đồng, "
    "như vậy tăng [12,5|11,1]%.",
    "Kim ngạch năm 2020 được 184,8 triệu USD, vượt 9,8 triệu USD so với mục tiêu 175 triệu USD, cao hơn "
    "[12,0|5,6]% so với mức 165 triệu USD của năm 2019.",
]
CHANGES += [
    "Năm 2012 có 318.462 ha rừng, chiếm 51,30% diện tích tự nhiên, đến năm 2018 còn 315.207 ha, thực giảm "
    "[3.255|3.525] ha so với năm 2012.",
    "Cà phê trồng mới [1.260|1.620] ha, còn thiếu 740 ha so với kế hoạch 2.000 ha.",
    "Cục Hải quan phấn đấu thu đạt 1.275 tỷ đồng, tăng [75|57] tỷ đồng so với dự toán (1.200 tỷ đồng).",
    "Đến nay [97,84|79,84]% hộ dùng nước sạch (kế hoạch 97,5%), vượt 0,34 điểm.",
    "Nợ xấu 512,6 tỷ đồng, tỷ lệ 0,74% (cuối năm 2018: [0,52|4,52]%), tăng 0,22 điểm phần trăm.",
]
CHANGES += [
    "Đề nghị mở rộng Cụm công nghiệp Tiên Sa thêm [12,8|21,8] ha (từ 31,5 ha lên 44,3 ha).",
    "Sau sắp xếp giảm [14|41] đầu mối (từ 62 đầu mối xuống còn 48 đầu mối).",
    "Dự phòng của huyện năm nay có 13,6 tỷ đồng thì đã chi [11,2|17,2] tỷ đồng, chỉ còn 2,4 tỷ đồng.",
    "Trong [74|34] kiến nghị tiếp nhận từ đầu năm mới giải quyết xong 52 kiến nghị, đang giải quyết 22 kiến nghị.",
]
CHANGES += [
    "Tỷ lệ tham gia bảo hiểm [94,6|96,4]%, thấp hơn 0,8% so với chỉ tiêu giao (95,4%).",
    "Đã điều tra làm rõ 214/256 vụ (đạt 83,59%, vượt [8,59|3,59]% so với chỉ tiêu 75% Bộ giao).",
    "Đã bố trí [6.812|8.612]/7.435 biên chế, còn thiếu 623 biên chế.",
    "Mới duyệt phương án [236|436]/1.768 trường hợp (13,3%).",
    "Xuất khẩu 28,41 tỷ USD (tăng 12,5%), nhập khẩu 20,24 tỷ USD (tăng 8,4%); xuất siêu [8,17|8,97] tỷ USD.",
]
SHARES = [
    "Toàn xã còn 312 hộ khó khăn trên 4.680 hộ, tỷ lệ [6,67|6,76]%.",
    "Thu phí 36,4 tỷ đồng trên dự toán [145|245] tỷ đồng (25,1%).",
    "Trồng mới đã đạt [104,5|95,5]% kế hoạch 6.000 ha, với 6.270 ha.",
    "Ba khoản còn chậm là thuế tài nguyên (186/240 tỷ đồng, 77,5%) và tiền thuê mặt nước (96/150 tỷ đồng, "
    "[64,0|77,5]%).",
    "Vốn được giao 218,4 tỷ đồng (vốn tỉnh 126,2 tỷ đồng, vốn huyện 92,2 tỷ đồng), tới 30/6/2023 giải ngân 94,6 tỷ "
    "đồng, bằng [43,3|75,0]%.",
    "Được giao kế hoạch 4.250 triệu đồng. Khối lượng hoàn thành 2.210 triệu đồng, giải ngân 1.785 triệu đồng, đạt "
    "[42,0|52,0]% KH vốn.",
    "Kim ngạch đạt 1.438 triệu USD. Thủy sản chiếm 36,2% kim ngạch với [520,6|502,6] triệu USD.",
]
LISTS = [
    "Năm tháng xuất 184,3 triệu USD. Xếp theo giá trị: gỗ 96,2 triệu USD, tôm 41,5 triệu USD, may mặc 28,4 triệu USD, "
    "mặt hàng khác [18,2|182] triệu USD.",
    "Thu được 2.846,0 triệu đồng. Trong số này, thuế khoán 1.142,3 triệu đồng; lệ phí [486,2 triệu|486,2 tỷ] đồng; phí "
    "217,5 triệu đồng; tiền đấu giá 1.000,0 triệu đồng.",
    "Tổng chi 9.412 tỷ đồng. Chi thường xuyên 5.318 tỷ đồng, trong đó giáo dục 2.046 tỷ đồng, y tế 812 tỷ đồng; "
    "chi đầu "
    "tư 3.615 tỷ đồng; chi dự phòng và chi khác [479|1.479] tỷ đồng.",
    "Cuối năm có 118.446 em. Cơ cấu: mầm non 21.318 em; tiểu học 52.264 em; trung học 43.218 em; giáo dục thường xuyên "
    "[1.646|16.460] học viên.",
]
LISTS += [
    "Hai cấp học có 96 lớp với 3.184 học sinh, cụ thể: mầm non 31 lớp, 872 cháu; tiểu học 65 lớp, [2.312|2.132] em.",
    "Lũy kế 7 tháng thu 18,46 tỷ đồng, bằng 61,5% dự toán. Cơ cấu nguồn thu như sau: thuế giá trị gia tăng 7,25 tỷ "
    "đồng; thuế thu nhập cá nhân 6,18 tỷ đồng; lệ phí trước bạ [3,52|35,2] tỷ đồng; phí và thu khác 1,51 tỷ đồng.",
    "Bệnh xuất hiện tại 3 xã (An Phú 231 con, An Hòa 88 con, An Lạc 54 con), buộc phải tiêu hủy [373|337] con.",
    "Nguồn cải cách tiền lương được 94,3 tỷ đồng, trong đó cấp tỉnh [51,2|151,2] tỷ đồng, cấp huyện 28,6 tỷ đồng, cấp "
    "xã 14,5 tỷ đồng.",
]
LISTS += [
    "Trong [24|34] chỉ tiêu nghị quyết đề ra, huyện có 9 chỉ tiêu vượt, 12 chỉ tiêu đạt, 3 chỉ tiêu không đạt.",
    "Chỉ số IIP 7 tháng tăng 9,84%, trong đó: chế biến tăng 10,6%, đóng góp [9,31|9,91] điểm %; điện tăng 4,1%, đóng "
    "góp 0,42 điểm %; cấp nước tăng 3,2%, đóng góp 0,11 điểm %.",
    "Trước đây có 148 đơn vị hành chính cấp xã, nay còn [62|26] đơn vị hành chính cấp xã, gồm 47 xã và 15 phường.",
    "Có 86 dự án cấp mới, vốn 512,4 triệu USD; 41 lượt điều chỉnh, tăng [836,9|386,9] triệu USD; 17 lượt góp vốn 28,7 "
    "triệu USD; cộng lại 1.378 triệu USD.",
]
OTHERS = [
    "Quý I đón 2.310 nghìn lượt, quý II 2.745 nghìn lượt, quý III [1.862|1.682] nghìn lượt, quý IV 2.083 nghìn lượt; "
    "gộp lại là 9.000 nghìn lượt.",
    "Có 350 con mắc bệnh; 291 con khỏi, 43 con chết, [16|26] con đang theo dõi.",
    "Đăng ký 6.214 doanh nghiệp và 1.486 hộ kinh doanh, tổng cộng [7.700|7.070] đơn vị.",
    "Công suất giường bệnh 104,5% (năm trước 108,1%), [giảm|tăng] 3,6 điểm phần trăm.",
    "Năng suất 61,3 tạ/ha (vụ mùa 2015 chỉ đạt 55,1 tạ/ha), cao hơn vụ trước [6,2|7,2] tạ/ha.",
    "Vận tải đạt 2.184,0 tỷ đồng, tăng [4,00|6,70]% trên nền 2.100,0 tỷ đồng.",
]
BALANCES = [
    "Cuối năm toàn thị xã còn 187 hộ nghèo, từ chỗ đầu năm 326 hộ; như vậy đã thoát nghèo [139|193] hộ.",
    "Trung tâm tiếp nhận 1.462 hồ sơ (trực tuyến 418 hồ sơ, trực tiếp 1.044 hồ sơ), đã giải quyết [1.379|1.397] hồ sơ, "
    "83 hồ sơ đang trong thời hạn.",
    "Xi măng tháng này ra lò 86,2 nghìn tấn, tính từ tháng 1 được 412,7 nghìn tấn; bốn tháng trước đó là [326,5|362,5] "
    "nghìn tấn.",
    "Lũy kế 11 tháng thu được 8.426 tỷ đồng. Riêng tháng 11 thu 768 tỷ đồng, nghĩa là số lũy kế đến hết tháng "
    "10 dừng ở "
    "[7.658|7.568] tỷ đồng.",
    "Thu được 6.420 tỷ đồng, đạt 85,6% dự toán (7.500 tỷ đồng).\n\nĐể tháng 12 thu đủ 7.500 tỷ đồng, toàn ngành "
    "phải thu "
    "[1.080 tỷ|1.080 triệu] đồng nữa.",
]


def _lines() -> list[str]:
    return [*CHANGES, *SHARES, *LISTS, *BALANCES, *OTHERS]


@pytest.mark.parametrize("line", _lines())
def test_right_line_is_left_alone(line: str) -> None:
    assert not wrong(checks_of(written(line, slipped=False)))


@pytest.mark.parametrize("line", _lines())
def test_slip_is_found(line: str) -> None:
    assert wrong(checks_of(written(line, slipped=True)))


LEFT_ALONE = [
    "Tỉnh có 24 khu công nghiệp, diện tích 8.120 ha, trong đó 21 khu đã hoạt động, tỷ lệ lấp đầy 61,4%.",
    "Có 17/20 chỉ tiêu đạt và vượt Nghị quyết (vượt 06, đạt 11), 03 chỉ tiêu không đạt.",
    "Trong 32 chủ đầu tư được giao vốn có 11 chủ đầu tư giải ngân trên 70%.",
    "Bán lẻ 2 tháng tăng 18,4%. Xuất khẩu tháng 1 đạt 2.140 triệu USD, tháng 2 ước 1.960 triệu USD, lũy kế 4.100 triệu "
    "USD, tăng 16,2% so với cùng kỳ.",
]
LEFT_ALONE += [
    "Vốn đầu tư 9 tháng ước 48.120 tỷ đồng, đạt 68,4% kế hoạch; trong đó khu vực nhà nước 8.640 tỷ đồng, khu vực ngoài "
    "nhà nước chiếm 37,2%, còn lại là FDI.",
    "Doanh thu dịch vụ tháng 10 trên 18.200 tỷ đồng, 10 tháng gần 171.300 tỷ đồng, đạt 82,6% kế hoạch.",
    "Thu ngân sách: 96.480 triệu đồng/dự toán 187.200 triệu đồng, đạt 51,5%; tăng 8.120 triệu đồng = 9,2% so cùng kỳ.",
    "Kim ngạch 386,2 triệu USD, giảm 12,5% so với tháng 12/2021 song tăng 64,8% so cùng kỳ (xuất 231,7 triệu USD, nhập "
    "154,5 triệu USD).",
    "Tiêm phòng dại được 2.912/3.640 con, đạt 80,0%; cúm gia cầm 148.000 con đạt 71,2% kế hoạch.",
    "Có tới 9/15 khoản thu đã vượt dự toán, trong khi thu tiền sử dụng đất mới đạt 44%.",
    "Tổng kim ngạch 48,62 tỷ USD: xuất khẩu 28,41 tỷ USD (tăng 12,5%), nhập khẩu 20,21 tỷ USD (tăng 8,4%).",
]
LEFT_ALONE += [
    "Tiếp nhận 4.812 hồ sơ, cộng 209 hồ sơ kỳ trước chuyển sang; đã giải quyết 4.850 hồ sơ, đang giải quyết 171 hồ sơ.",
    "Cháy nổ 86 vụ, chết 17 người; cùng kỳ lần lượt là 103 vụ, 19 người, nghĩa là bớt 17 vụ, 2 người chết.",
    "Toàn ngành có 287 cơ sở giáo dục: 127 trường mầm non, 116 trường tiểu học, 38 trường trung học, 6 trung tâm.",
    "Xuống giống 51.240 ha, vượt kế hoạch (50.400 ha) 840 ha, tương đương 1,7%.",
    "Bến xe thu 26,4 tỷ đồng trên dự toán 22 tỷ đồng (120,0%).",
    "Có 31.500 lao động, trong đó đã qua đào tạo 22.050 người (70%), biết ngoại ngữ 13.230 người (42%).",
    "Tiếp nhận 2.846 hồ sơ. Đã trả 2.604 hồ sơ; trong hạn chưa đến kỳ trả 238 hồ sơ, quá hạn 4 hồ sơ.",
    "Thu 127,4 tỷ đồng, giảm 8,3% so với cùng kỳ, trong đó thu nội địa 118,9 tỷ đồng, thu khác 8,5 tỷ đồng.",
    "Công trình khởi công mới 23,6 tỷ đồng (kế hoạch vốn khởi công mới 71,9 tỷ đồng, mới đạt 32,8%).",
    "An Phú dẫn đầu với tổng vốn 5,08 tỷ USD, Bình Hòa đứng thứ hai với 2,62 tỷ USD, chiếm 15,7% tổng vốn đầu tư.",
    "Xã An Phú đón 1.562 lượt (48,2%), xã Cô Vân 874 lượt (27,0%), xã Tiên Sa 496 lượt (15,3%), các nơi khác 308 lượt "
    "(9,5%).",
    "Thu 7.935,4 tỷ đồng. Trong tháng 10 thu 812,6 tỷ đồng, chín tháng trước thu 7.122,8 tỷ đồng. Theo sắc thuế: thuế "
    "ngoài quốc doanh 4.614,7 tỷ đồng, tiền sử dụng đất 1.948,0 tỷ đồng, thu khác 1.372,7 tỷ đồng.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_what_is_not_claimed_is_left_alone(line: str) -> None:
    assert not wrong(checks_of(line))
