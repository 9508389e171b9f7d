"""The words by which several families of rules tell an aim from a result."""

import re

AIM_WORDS = re.compile(
    r"(?:nhiệm vụ|phương hướng|cuối năm|thời gian tới|đề ra|thông qua)[^;.]{0,90}(?:chỉ tiêu|mục tiêu)[^;:.\d]{0,30}:|"
    r"phấn đấu|cố gắng(?<!nhiều cố gắng)(?<!sự cố gắng)|quyết tâm|"
    r"mục tiêu(?<!chưa đạt mục tiêu)(?<!không đạt mục tiêu)(?<!so với mục tiêu)(?<!vượt mục tiêu)(?<!có mục tiêu)"
    r"(?<!khách hàng mục tiêu)(?<!thị trường mục tiêu)(?<!đối tượng mục tiêu)(?<!nhóm mục tiêu)"
    r"(?<!chương trình mục tiêu)(?! quốc gia| kép)|"
    r"bảo đảm[^;]{0,40}đạt|đảm bảo[^;]{0,40}đạt|chỉ tiêu đề ra|hoàn thành chỉ tiêu"
)
AGAINST = re.compile(
    r"[%\s*/]*(?:so\s*(?:với\s*)?)?(?:cùng kỳ|cùng vụ|cknt?\b|ck\b|svck|tháng trước|quý trước|năm trước)"
)
RATE_WORDS = re.compile(r"(?:tỷ lệ|tỉ lệ|chiếm)[^,;.]{0,12}\Z")
AIMS_FOLLOW = re.compile(
    r"(?:nhiệm vụ|phương hướng|cuối năm|thời gian tới|thông qua|quyết nghị|mục tiêu|phấn đấu)[^;.]{0,90}"
    r"(?:chỉ tiêu|mục tiêu)[^;:.\d]{0,40}:|"
    r"(?:đề ra|thông qua|quyết định) (?:các |kế hoạch|chỉ tiêu|mục tiêu)[^;.\d]{0,60}(?:năm 20\d\d)?"
    r"[^;.\d]{0,20}\bnhư\b|"
    r"\A[\s*+–-]*(?:các |một số |những )*(?:mục tiêu(?! quốc gia)|chỉ tiêu (?:phấn đấu|đề ra|đặt ra)|"
    r"chỉ tiêu(?=[^;:.]{0,60}(?:xác định|đặt ra|đề ra|phấn đấu))|"
    r"(?:[ivx]+[.)]\s*|\d+[.)]\s*)?(?:chỉ tiêu(?=\s*:)|kế hoạch(?= (?:vụ|sản xuất|gieo|trồng|thu|năm|quý|tháng)\b)))"
    r"[^;:.\d]{0,40}(?:năm 20\d\d)?[^;:.\d]{0,30}:|"
    r"\b(?:đặt|đề|đưa|xác định|với)(?: ra)? (?:các |những )*(?:mục tiêu|chỉ tiêu)[^;:.\d]{0,40}(?:năm 20\d\d)?"
    r"[^;:.\d]{0,30}:"
)
FIRST_NOUN = re.compile(r" và |, |/")
MUST = re.compile(
    r"\b(?:phải|cần)\s+(?:(?:xem xét|tiếp tục|tập trung|đẩy nhanh|khẩn trương|nhanh chóng)\s+){0,2}"
    r"(?:thu|tăng|đạt|giải ngân|hoàn thành|thực hiện|huy động)(?! hồi)[^,;.()\d]{0,30}\Z"
)
EACH = re.compile(r"cả\s*\Z")
