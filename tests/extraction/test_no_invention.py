"""Texts without a single instruction, although full of verbs, agencies and dates."""

import pytest

from dondoc.extraction import extract
from dondoc.reading.plain import read_plain

TEXTS = {
    "sport": """Đông Giang thắng đậm ở vòng 12

Chiều 12/5, trên sân vận động tỉnh, đội bóng đá Đông Giang thắng Phú Lộc 4-1. Ngay phút thứ 8, tiền đạo Minh Trí
mở tỷ số sau pha phối hợp với đồng đội ở cánh trái. Sang hiệp hai, đội khách đẩy cao đội hình, tổ chức nhiều đợt
tấn công nhưng không thể gỡ hòa. Huấn luyện viên Lê Hải cho biết toàn đội sẽ tập trung cho trận gặp Tân An vào
ngày 19/5.

Với kết quả này, đội vươn lên vị trí thứ ba, kém đội đầu bảng 4 điểm. Khoảng 6.000 khán giả đến sân cổ vũ.""",
    "recipe": """Cách nấu canh chua cá lóc

Nguyên liệu: 1 con cá lóc 800 g, 200 g dứa, 3 quả cà chua, 100 g giá, 2 thìa me.

Cá rửa với muối, cắt khúc dày 3 cm. Dứa gọt vỏ, thái lát mỏng. Nước sôi thì thả cá vào, vớt bọt, nêm me và đường
cho vừa miệng. Khi cá chín tới, cho cà chua, dứa, giá vào nồi. Món ăn ngon nhất khi còn nóng, dùng kèm bún hoặc
cơm trắng.""",
    "english": """Annual report on irrigation

The provincial department reported that 42 canals were dredged in 2023. Farmers should benefit from better
drainage, the report said. The committee will meet again on 15 March 2024. Total spending reached USD 3.2
million, up 8% on 2022.""",
    "decree": """NGHỊ ĐỊNH
Quy định về quản lý bến bãi ven sông

Điều 1. Phạm vi điều chỉnh

Nghị định này quy định về hoạt động của bến bãi ven sông.

Điều 2. Giải thích từ ngữ

Trong Nghị định này, các từ ngữ dưới đây được hiểu như sau:

1. Bến bãi là khu vực có mặt nước, mặt đất được sử dụng để tập kết hàng hóa.

2. Chủ bến là tổ chức, cá nhân có quyền sử dụng đất hợp pháp tại khu vực bến.

Điều 3. Hiệu lực thi hành

Nghị định này có hiệu lực kể từ ngày 01 tháng 7 năm 2020.""",
    "biography": """Đồng chí Trần Văn Đợi sinh năm 1924 tại xã Mỹ Lợi, trong một gia đình nông dân nghèo. Năm 1945, ông
tham gia
cướp chính quyền ở huyện nhà, sau đó được cử làm Chủ nhiệm Việt Minh xã. Từ năm 1949 đến năm 1954, ông chỉ huy
đội du kích chống càn, lập nhiều chiến công. Sau năm 1975, ông giữ chức Phó Chủ tịch UBND tỉnh, phụ trách khối
nông nghiệp. Ông mất ngày 03/02/1998, thọ 74 tuổi.""",
    "judgment": """BẢN ÁN Về tội trộm cắp tài sản

Ngày 14/3/2019, tại trụ sở Tòa án nhân dân huyện Phú Mộc xét xử sơ thẩm công khai vụ án hình sự. Theo cáo trạng,
khoảng 22 giờ ngày 05/11/2018, bị cáo lẻn vào nhà ông Tư, lấy trộm một chiếc xe máy trị giá 12.000.000 đồng. Bị
cáo đã thành khẩn khai báo, gia đình đã bồi thường đầy đủ cho người bị hại. Hội đồng xét xử nhận định hành vi
của bị cáo là nguy hiểm cho xã hội, xâm phạm quyền sở hữu tài sản của công dân được pháp luật bảo vệ.""",
    "story": """Buổi sáng, sương phủ kín cánh đồng. Bà Năm quảy đôi thúng ra chợ, vừa đi vừa nghĩ đến đứa con trai
đang học xa.
Con đường đất trơn như đổ mỡ. Đến gốc đa, bà dừng lại nghỉ chân, mở gói cơm nắm ăn với muối vừng. Tiếng trống
trường vọng lại từ phía bên kia sông. Bà mỉm cười. Ngày mai là rằm, thằng Út hẹn sẽ về.""",
    "history": """Trong cuộc kháng chiến chống thực dân Pháp, Tỉnh ủy lãnh đạo nhân dân xây dựng làng chiến đấu ở 42
xã. Tháng 8
năm 1950, bộ đội địa phương phối hợp với du kích tập kích đồn Gò Dưa, thu 27 súng. Đầu năm 1954, vùng giải phóng
mở rộng tới sát thị xã. Những năm 1960, phong trào hợp tác hóa phát triển mạnh, năng suất lúa đạt 24 tạ/ha.""",
    "statistics": """Trong tháng, chỉ số giá tiêu dùng tăng 0,21% so với tháng trước. Tổng mức bán lẻ hàng hóa ước đạt
3.120 tỷ đồng,
tăng 9,4% so với cùng kỳ. Vận tải hành khách đạt 2,1 triệu lượt. Toàn tỉnh xảy ra 14 vụ tai nạn giao thông, làm
chết 8 người. Số doanh nghiệp thành lập mới 65 doanh nghiệp, vốn đăng ký 412 tỷ đồng.""",
}


@pytest.mark.parametrize("name", TEXTS)
def test_no_directive_in_a_text_that_tells_nobody(name: str) -> None:
    assert [one.rule for one in extract(read_plain(TEXTS[name])).directives] == []
