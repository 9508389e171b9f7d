"""What the words claim, weighed: lists that are all there is, shares of a whole further off, points, changes told
twice, sums of these, surpluses; numbers without a unit.

Nothing is said of the right line, something of the slipped one.
"""

import pytest

from dondoc.checking import check
from dondoc.checking.review import review
from dondoc.extraction import extract
from dondoc.reading.plain import read_plain
from tests.checking.slipped_lines import written

# The figures in [brackets] are those that slip: [as it is|as it is miswritten].
PARTITIONS = [
    "Toàn huyện có 48 cơ sở lưu trú: 6 khách sạn, 9 nhà nghỉ, 20 homestay, [13|23] cơ sở khác.",
    "Đã rà soát 512 hồ sơ đất đai, kết quả: đủ điều kiện 318 hồ sơ, phải bổ sung 121 hồ sơ, còn lại [73|37] hồ "
    "sơ chưa xem xét.",
    "Quỹ nhà công vụ có 96 căn: 41 căn đang cho thuê, 38 căn chờ sửa chữa và [17|27] căn để trống.",
    "Số giáo viên hợp đồng 640 người, phân theo cấp học: mầm non 214 người, tiểu học 238 người, trung học "
    "[188|118] người.",
    "Huyện được phân bổ 84.260 triệu đồng, gồm chi đường giao thông 41.300 triệu đồng, chi thủy lợi 18.460 "
    "triệu đồng, chi trường học 15.200 triệu đồng và các khoản khác [9.300|3.900] triệu đồng.",
    "Cả xã có 152 công trình vệ sinh (xây mới 60 công trình, nâng cấp 92 công trình); hoàn thành 97 công "
    "trình; đang làm 31 công trình; chưa làm [24|34] công trình.",
    "Vườn cây của hợp tác xã rộng 3.640 ha, gồm sầu riêng 1.276 ha, bơ 1.048 ha, mít 762 ha và cây khác [554|455] ha.",
    "Thu đảng phí 418,6 triệu đồng, nộp cấp trên 30% là 125,58 triệu đồng, giữ lại [293,02|239,02] triệu đồng.",
    "Xã thu quỹ được 486,2 triệu đồng, nộp huyện 145,86 triệu đồng, để lại xã [340,34|430,34] triệu đồng.",
    "Tổng sản phẩm ước đạt 3.682 tỷ đồng, tăng 14,9%; khu vực I 1.664 tỷ đồng, tăng 7,4%; khu vực II [1.118|1.181] tỷ "
    "đồng, tăng 26,1%; khu vực III 900 tỷ đồng, tăng 17,2%.",
    "Chấm điểm 1.287 thỏa ước: loại A 402 bản (31,2%), loại B [518|581] bản (40,2%), loại C 291 bản (22,6%), loại D 76 "
    "bản (5,9%).",
    "Phân loại 36 chủ đầu tư theo tiến độ:\n- Nhóm nhanh: 14 chủ đầu tư\n- Nhóm trung bình: 13 chủ đầu tư\n- "
    "Nhóm chậm: [9|6] chủ đầu tư, trong đó 2 đơn vị chưa khởi công",
]
BARE = [
    "Bộ phận một cửa nhận 5.120 hồ sơ trong tháng, kết quả: trả sớm 2.410, đúng hẹn 1.986, trả muộn 24, đang "
    "xử lý [700|800].",
    "Như vậy số hộ chuyển đến (284) nhiều hơn số hộ chuyển đi (196) là [88|78] hộ.",
    "Công trình: 52 (chuyển tiếp 20, khởi công mới 32); hoàn thành 31; đang thi công 14; chưa khởi công [7|9]",
    "1. Ngân sách (triệu đồng)\nTổng thu trên địa bàn: 42.180, gồm thuế [30.415|34.015], phí và lệ phí 11.765",
    "3. Thu ngân sách (triệu đồng)\nThu trên địa bàn: 68.412\nTrong đó: thuế công thương nghiệp 21.306\nLệ phí "
    "trước bạ 12.840\nTiền sử dụng đất 24.115\nCác khoản còn lại [10.151|10.511]",
]
BASES = [
    "Đầu kỳ toàn huyện có 8.140 hộ nghèo trên 61.300 hộ; riêng hộ nghèo ở 5 xã vùng cao là [6.128|9.128] hộ, "
    "tương đương 75,3%.",
    "Khách đến huyện: 36.450 lượt\nKhách quốc tế: [4.148|41.480] lượt, chiếm 11,4% tổng lượt khách",
    "Mưa đá làm phải gieo lại 1.910 ha, tương đương [23,2|33,2]% của 8.230 ha đã xuống giống.",
    "Trong 120 xã được chấm, 27 xã xuất sắc (22,5%), 62 xã tốt (51,7%), 31 xã khá (25,8%). Số xã từ loại tốt "
    "trở lên là 89 xã, chiếm [74,2|51,7]%.",
    "Tổng nguồn vốn được giao 3.412 triệu đồng, trong đó ngân sách huyện 2.180 triệu đồng, ngân sách xã 1.232 "
    "triệu đồng. Đến nay đã giải ngân 2.320 triệu đồng, bằng [68,0|73,5]% kế hoạch.",
    "Số thu nội địa 6.462 tỷ đồng, trong khi 9 tháng năm 2016 thu 6.100 tỷ đồng; dự toán năm nay là 8.200 tỷ "
    "đồng nên mức hoàn thành đã là [78,8|87,8]%.",
    "Doanh thu tháng 8 đạt 2.650 tỷ đồng; trong đó bán lẻ 2.173 tỷ đồng (chiếm 82,0%), lưu trú 332 tỷ đồng "
    "(chiếm 12,5%), dịch vụ khác 145 tỷ đồng (chiếm [5,5|12,5]%).",
    "Vốn của chương trình là 35.480 triệu đồng; giải ngân đến 20/9 đạt 22.352 triệu đồng, tỷ lệ 63,0%, trong "
    "khi mốc 20/8 mới có [15.611|22.352] triệu đồng (44,0%).",
]
POINTS = [
    "GRDP 6 tháng tăng 7,34%, trong khi kịch bản đề ra 7,70%, như vậy còn hụt [0,36|0,63] điểm phần trăm.",
    "Chỉ số công nghiệp tháng 4 tăng 2,45%, cao hơn mức tăng 1,92% của tháng 3 là [0,53|5,30] điểm phần trăm.",
    "Chỉ số hài lòng đạt 80,24%, năm trước 81,60%, [giảm|tăng] 1,36 điểm phần trăm.",
    "Tỷ lệ bao phủ bảo hiểm đạt 93,4%, kế hoạch là 95,0%, thấp hơn [1,6|6,1] điểm phần trăm.",
    "Tỷ lệ giải ngân 47,3%, bình quân cả nước 51,9%, kém [4,6|6,4] điểm phần trăm.",
    "Tỷ lệ thất nghiệp là 2,86% (cùng kỳ 3,14%), [giảm|tăng] 0,28 điểm phần trăm.",
]
COMPARED = [
    "Giá lợn hơi bình quân tháng 5 [thấp|cao] hơn tháng 4 là 2,0% (48,0 nghìn đồng/kg so với 49,0 nghìn đồng/kg).",
    "Gieo trồng đạt 816 ha, chậm hơn tiến độ cùng kỳ (850 ha) tới 34 ha, hay [4,0|0,4]%.",
    "Số đăng ký mới 594 doanh nghiệp nhiều hơn số rút lui 341 doanh nghiệp là [253|235] doanh nghiệp.",
    "Chè: 2.612 tấn, 1.243 nghìn USD; cùng kỳ 2.950 tấn, 1.420 nghìn USD; khối lượng giảm 11,5%, giá trị "
    "[giảm|tăng] 12,5%.",
    "Khách đến 210,0 nghìn lượt, mất [34,4|65,6]% so với 320,0 nghìn lượt của năm 2018.",
    "Vốn đầu năm 164.200 triệu đồng; điều chỉnh tháng 7 thành 210.600 triệu đồng (tăng [46.400|44.600] triệu đồng).",
    "Giá trị sản xuất: 6.124 tỷ đồng\nCùng kỳ năm 2015: 5.552 tỷ đồng; tăng [10,3|13,0]%",
    "Vốn khuyến nông 2.140 triệu đồng cho 11 mô hình, đã nghiệm thu 4 mô hình với 880 triệu đồng, còn 7 mô "
    "hình với 1.260 [triệu|tỷ] đồng.",
]
COLLECTED = [
    "Đàn trâu 16.823 con, đàn bò 21.470 con, đàn lợn 59.641 con; tổng đàn ba loại này là [97.934|97.394] con.",
    "Nhất là phường Đông 4,1 tỷ đồng, tiếp đến phường Tây 2,3 tỷ đồng, phường Nam 1,9 tỷ đồng; ba nơi này góp "
    "[8,3|8,8] tỷ đồng.",
    "Hoa Kỳ 548 nghìn lượt, Nhật Bản 391 nghìn lượt, Hàn Quốc 227 nghìn lượt. Cộng ba thị trường này được "
    "[1.166|1.466] nghìn lượt.",
]
SURPLUS = [
    "Xuất khẩu 287,3 triệu USD, nhập khẩu 412,6 triệu USD, [nhập siêu|xuất siêu] 125,3 triệu USD.",
    "Tổng thu ngân sách 31.524 triệu đồng.\nTổng chi ngân sách 24.312 triệu đồng.\nChênh lệch thu - chi: 7.212 "
    "[triệu|tỷ] đồng.",
    "Kim ngạch nhập khẩu tháng 5 là 86,4 triệu USD, xuất khẩu 112,9 triệu USD; thặng dư thương mại [26,5|62,5] "
    "triệu USD.",
    "Nhập khẩu hàng hóa 512,6 triệu USD, xuất khẩu 438,1 triệu USD, nhập siêu [74,5|47,5] triệu USD.",
    "Thu ngân sách xã 8.614 triệu đồng, chi ngân sách xã 8.127 triệu đồng, kết dư [487|847] triệu đồng.",
]
INDICES = [
    "Chỉ số sản xuất ngành khai khoáng bằng 94,2% cùng kỳ, tức [giảm|tăng] 5,8%.",
    "Chỉ số tồn kho 106,4%, nghĩa là [tăng|giảm] 6,4%.",
    "Chỉ số giá vàng bằng 112,6% tháng trước, tức là tăng [12,6|21,6]%.",
    "IIP tháng 4 bằng 97,1% so với cùng kỳ, hay [giảm|tăng] 2,9%.",
    "Sản lượng bằng 103,5% năm ngoái, tức tăng [3,5|5,3]%.",
]
TWICE = [
    "Gieo cấy lúa hè thu, thu đông vùng ven biển: [2.736|2.376] ha.\n\nTính đến trung tuần tháng 7 năm 2013, "
    "vùng ven biển gieo cấy lúa 2.736 ha.",
]
WORDINGS = [
    "Tổng thu ngân sách huyện 186,42 tỷ đồng. Trong đó: thu thuế 112,36 tỷ đồng; thu phí 18,75 tỷ đồng; thu "
    "tiền sử dụng đất 46,21 tỷ đồng; thu khác [9,10|19,10] tỷ đồng.",
    "Dân số huyện 84.216 người, trong đó nam 41.835 người, nữ [42.381|42.831] người.",
    "Trong quý, lực lượng chức năng bắt 148 vụ buôn lậu: 61 vụ hàng cấm, 52 vụ hàng giả và 35 vụ gian lận "
    "thương mại, nhiều hơn quý trước [22|32] vụ (126 vụ).",
    "Cả tỉnh có 312 trường (mầm non 108, tiểu học 112, THCS 70, THPT [22|32]).",
    "Chi thường xuyên 482 tỷ đồng và chi đầu tư 216 tỷ đồng, tổng chi là [698|689] tỷ đồng.",
    "Đàn gia cầm 2,46 triệu con, trong đó gà 1,92 triệu con, vịt 0,41 triệu con, ngan ngỗng [0,13|0,31] triệu con.",
    "Kim ngạch xuất khẩu 412,6 triệu USD, nhập khẩu 287,3 triệu USD, xuất siêu [125,3|152,3] triệu USD.",
    "Kim ngạch xuất khẩu 287,3 triệu USD, nhập khẩu 412,6 triệu USD, [nhập siêu|xuất siêu] 125,3 triệu USD.",
    "Quý I thu 412 tỷ đồng, quý II thu 438 tỷ đồng, quý III thu 455 tỷ đồng; chín tháng cộng lại [1.305|1.350] "
    "tỷ đồng.",
    "Tháng 7 giải ngân 214 tỷ đồng, tháng 8 giải ngân 236 tỷ đồng, tháng 9 giải ngân 251 tỷ đồng; cả quý III "
    "được [701|710] tỷ đồng.",
    "Hộ nghèo đầu năm 3.216 hộ, trong năm thoát nghèo 842 hộ, phát sinh 61 hộ, cuối năm còn [2.435|2.345] hộ.",
    "Toàn tỉnh có 1.284 hợp tác xã, trong đó 968 hợp tác xã hoạt động hiệu quả, đạt [75,4|57,4]%.",
    "Đã cấp 46.812 giấy chứng nhận trên tổng số 51.740 giấy phải cấp ([90,5|95,0]%).",
    "Tỷ lệ hộ dùng nước sạch đạt [88,4|84,8]% (17.680/20.000 hộ).",
    "Số người có bảo hiểm y tế là 412.360 người, bằng [92,1|91,2]% dân số (447.730 người).",
    "Diện tích lúa 18.640 ha, chiếm [62,4|64,2]% trong tổng số 29.872 ha cây hằng năm.",
    "Thu nội địa được 3.864,2 tỷ đồng, đạt [71,3|73,1]% dự toán cả năm (5.420 tỷ đồng).",
    "Kế hoạch năm là 5.420 tỷ đồng, 9 tháng thu 3.864,2 tỷ đồng, tức [71,3|73,1]%.",
    "Doanh thu vận tải 612,4 tỷ đồng, tăng [8,6|6,8]% so với mức 563,9 tỷ đồng của cùng kỳ.",
    "Lượng khách đạt 86.420 lượt, cùng kỳ năm ngoái 79.210 lượt, tăng [9,1|1,9]%.",
    "Số vụ cháy là 24 vụ, [ít|nhiều] hơn 7 vụ so với cùng kỳ (31 vụ).",
    "Sản lượng điện 1.284 triệu kWh (cùng kỳ 1.196 triệu kWh), vượt [7,4|4,7]%.",
    "Tai nạn giao thông 86 vụ, giảm 12 vụ, tương ứng giảm [12,2|21,2]% so với cùng kỳ (98 vụ).",
    "Vốn FDI từ 214,6 triệu USD năm trước nay là 268,3 triệu USD, [tăng|giảm] 25,0%.",
    "Chỉ số sản xuất ngành khai khoáng bằng 94,2% cùng kỳ, tức [giảm|tăng] 5,8%.",
    "Có 1.240 hộ được vay 86,8 tỷ đồng, bình quân mỗi hộ [70|700] triệu đồng.",
    "Năng suất lúa 62,4 tạ/ha trên 18.640 ha, sản lượng đạt [116.314|161.314] tấn.",
    "Xuất 486,5 tấn gạo hỗ trợ 32.433 khẩu, mỗi khẩu [15|51] kg.",
    "Có 4 xã về đích gồm [Tân An, Tân Bình, Tân Hòa và Tân Lập|Tân An, Tân Bình và Tân Lập].",
    "Huyện có 15 xã, trong đó [11|17] xã đạt chuẩn nông thôn mới.",
    "Xếp hạng [12|72]/63 tỉnh, thành phố.",
    "Tổng diện tích rừng 86.420 ha, trong đó rừng trồng [36.180|136.180] ha, rừng tự nhiên 50.240 ha.",
    "Đầu tư 3 trạm bơm với 12,6 tỷ đồng và 5 tuyến kênh với 8,9 tỷ đồng, tổng cộng [21,5|25,1] tỷ đồng.",
    "Giải ngân 11 tháng đạt 1.862 tỷ đồng, riêng tháng 11 đạt 214 tỷ đồng, 10 tháng trước đó là [1.648|1.468] tỷ đồng.",
    "Năm 2023, toàn thành phố tuyển mới 12.486 học sinh lớp 6, lớp 10 tuyển 9.314 học sinh; tổng số tuyển mới "
    "hai khối là [21.800|28.100] học sinh.",
    "Đến ngày 20/11 đã thu 1.946 tỷ đồng tiền sử dụng đất, vượt 246 tỷ đồng so với dự toán [1.700|1.070] tỷ đồng.",
    "Giải quyết việc làm cho 24.680 lao động, đạt 98,7% kế hoạch, trong đó đi làm việc ở nước ngoài 1.846 lao "
    "động, chiếm [7,5|5,7]%.",
    "Dư nợ cho vay đạt 86.420 tỷ đồng; ngắn hạn 48.915 tỷ đồng (56,6%), trung và dài hạn 37.505 tỷ đồng "
    "([43,4|34,4]%).",
    "Trồng rừng tập trung 4.860 ha, đạt [81,0|108,0]% kế hoạch (6.000 ha), giảm 3,1% so với cùng kỳ.",
    "Phát hiện 86 vụ vi phạm lâm luật, xử lý 79 vụ, trong đó hành chính 74 vụ, hình sự [5|15] vụ.",
    "Khám chữa bệnh 1.246.800 lượt, trong đó nội trú 98.460 lượt, ngoại trú [1.148.340|1.184.340] lượt.",
    "Lũy kế đến tháng 8 đón 2,46 triệu lượt khách; riêng tháng 8 đón 0,38 triệu lượt; bảy tháng đầu năm đón "
    "[2,08|2,80] triệu lượt.",
    "Tỷ lệ hộ nghèo giảm từ 4,62% xuống 3,15%, tức giảm [1,47|1,74] điểm phần trăm.",
    "Bình quân mỗi xã đạt 17,2 tiêu chí, cả huyện 15 xã đạt [258|285] tiêu chí.",
    "Tổng kinh phí hỗ trợ 3.648 triệu đồng cho 1.216 hộ, mỗi hộ [3|5] triệu đồng.",
    "Chi đầu tư 612 tỷ đồng, bằng 48,6% dự toán; chi thường xuyên 1.845 tỷ đồng; tổng chi [2.457|2.547] tỷ đồng.",
    "Diện tích gieo trồng 36.420 ha: lúa 22.860 ha; ngô 6.140 ha; rau màu [7.420|4.720] ha.",
    "Vụ xuân gieo 18.420 ha, năng suất 66,5 tạ/ha, sản lượng [122.493|122.943] tấn.",
    "Huyện có 18/24 trường đạt chuẩn quốc gia ([75,0|57,0]%), tăng 2 trường so với năm trước.",
    "Số ca mắc sốt xuất huyết là 412 ca, tăng 87 ca ([26,8|28,6]%) so với cùng kỳ.",
    "Kiểm tra 648 cơ sở, phát hiện 94 cơ sở vi phạm, chiếm [14,5|15,4]%; phạt 86 cơ sở với 412 triệu đồng.",
    "Sản lượng thủy sản 48,62 nghìn tấn, tăng 4,2%; trong đó khai thác 28,94 nghìn tấn, nuôi trồng "
    "[19,68|16,98] nghìn tấn.",
    "Đã hoàn thành 23 nhiệm vụ, đang thực hiện 14 nhiệm vụ, quá hạn 3 nhiệm vụ trên tổng số [40|50] nhiệm vụ "
    "được giao.",
    "Trong tháng 10 thu 486,2 tỷ đồng, nâng tổng thu 10 tháng lên 4.862,7 tỷ đồng (9 tháng: [4.376,5|4.736,5] "
    "tỷ đồng).",
    "Thu hút 24 dự án (18 dự án trong nước, [6|9] dự án FDI) với 3.480 tỷ đồng.",
    "Tổng đàn lợn 412.600 con, tăng 3,2% (tăng 12.794 con), đàn bò 86.400 con, giảm 2,1% (giảm [1.853|8.153] con).",
    "Đã bê tông hóa 124/160 km đường thôn, còn lại [36|46] km.",
    "Xử phạt 1.846 trường hợp với 2.769 triệu đồng, bình quân [1,5|15] triệu đồng/trường hợp.",
]

SLIPPED = [*PARTITIONS, *BARE, *BASES, *POINTS, *COMPARED, *COLLECTED, *SURPLUS, *INDICES, *TWICE, *WORDINGS]
LEFT_ALONE = [
    "Xã An Bình thu 418,6 triệu đồng, xã Tân Lộc thu 125,5 triệu đồng, xã Phú Hòa thu 203,1 triệu đồng.",
    "Chủ động nộp 318 vụ, chiếm 71,7%, bị cưỡng chế 70 vụ, chiếm 15,8%, còn lại 55 vụ, chiếm 12,5%.",
    "Thu ngân sách 4.186 tỷ đồng, chi ngân sách 3.215 tỷ đồng, bội thu 971 tỷ đồng.",
    # some of many, other times, plans of their own
    "Toàn huyện có 48 cơ sở lưu trú, nhất là 6 khách sạn, 9 nhà nghỉ, 20 homestay.",
    "Vườn cây rộng 3.640 ha, riêng sầu riêng 1.276 ha, bơ 1.048 ha.",
    "Xử lý 214 vụ, gồm nhắc nhở 96 vụ, lập biên bản 112 vụ, tịch thu 48 vụ; một vụ có thể bị nhiều hình thức xử lý.",
    "Xã có 9 trường đạt chuẩn, trong đó 9 trường đạt mức độ 1, 4 trường đạt mức độ 2.",
    "Nhận 26 đơn, thuộc thẩm quyền 17 đơn, đã giải quyết 14 đơn.",
    "Giải quyết 12.470, trong đó đúng hạn 12.398 hồ sơ, quá hạn 72, đang giải quyết 305.",
    # shares of another base
    "Thu ngân sách 21,4 tỷ đồng, đạt 52,7% dự toán (40,6 tỷ đồng). Chi ngân sách 158,3 tỷ đồng, đạt 48,6% dự toán.",
    "Hộ nghèo 1.037 hộ/51.860 hộ, chiếm 2,00%; đầu năm 1.402 hộ, chiếm 2,72%.",
    "Lệ phí trước bạ 17,3 tỷ đồng, đạt 108,1% dự toán; tiền sử dụng đất 18,6 tỷ đồng, bằng 106,9%.",
    "Hạ số hộ nghèo từ 8.310 xuống 6.940 hộ, tức bớt 1.370 hộ, tương ứng 2,0% tổng số hộ.",
    "Hộ nghèo 23 hộ, chiếm 0,52% số hộ; hộ cận nghèo 41 hộ, chiếm 0,93%.",
    # what is left is told in two parts, one of them of few
    "Ghi nhận 914 ca bệnh (nội trú 302, ngoại trú 612), khỏi bệnh 748, đang điều trị 160, tử vong 6; tiêm 8.400 liều.",
    # changes and points
    "Khám 1,62 triệu lượt người, thấp hơn 1,71 triệu lượt của cùng kỳ 0,09 triệu lượt.",
    "Tỷ lệ giải ngân 47,3%, bình quân cả nước 51,9%, kém 4,6 điểm phần trăm.",
    "Đạt 94,2% kế hoạch, tức tăng 5,8% so với cùng kỳ.",
    # numbers that are none of the figures beside them
    "Sửa 47 tuyến hẻm, kinh phí 15.340 triệu đồng, trong đó dân góp 4.602 triệu đồng, ngân sách 10.738 triệu "
    "đồng, theo đúng cơ cấu Nhà nước 7, nhân dân 3.",
    "Năm thị trường lớn nhất: Hoa Kỳ 1.936 triệu USD, Trung Quốc 742, Nhật Bản 685, Hàn Quốc 391, Đức 146; "
    "tổng cộng 3.900 triệu USD.",
    "Giải quyết xong 134 đơn, còn 17 đơn.\n\n(1) Gồm 6 dự án vốn trái phiếu, 3 dự án vốn hỗ trợ và 2 dự án khác.",
    "Khu phố 4, ấp 6 và tổ 12 có 38 hộ; đường số 5 dài 1,2 km.",
    # surpluses of which a side is not told
    "Xuất khẩu 287,3 triệu USD, xuất siêu 125,3 triệu USD.",
]


def _found(source: str) -> list[str]:
    facts = extract(read_plain(source))
    return [one.message for one in review(facts, check(facts)) if one.severity != "format"]


@pytest.mark.parametrize("line", [*LEFT_ALONE, *(written(line, slipped=False) for line in SLIPPED)])
def test_right_line_is_left_alone(line: str) -> None:
    assert not _found(line)


@pytest.mark.parametrize("line", SLIPPED)
def test_slip_is_found(line: str) -> None:
    assert _found(written(line, slipped=True))


def test_one_finding_for_one_cause() -> None:
    assert len(_found(written(PARTITIONS[0], slipped=True))) == 1
    assert len(_found(written(BARE[0], slipped=True))) == 1


def test_reason_is_told_in_one_sentence() -> None:
    (said,) = _found(written(BARE[1], slipped=True))
    assert said == "284 - 196 = 88 hộ, văn bản ghi 78 hộ"
    (said,) = _found(written(INDICES[0], slipped=True))
    assert said == "94,2% là giảm 5,8%, văn bản ghi tăng 5,8%"
