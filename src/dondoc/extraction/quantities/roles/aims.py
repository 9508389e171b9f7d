"""The words by which several families of rules tell an aim from a result."""

import re

AIM_WORDS = re.compile(
    r"(?:nhiệm vụ|phương hướng|cuối năm|thời gian tới|đề ra|thông qua)[^;.]{0,90}(?:chỉ tiêu|mục tiêu)[^;:.\d]{0,30}:|"
    r"phấn đấu|(?<!nhiều )(?<!sự )cố gắng|(?<!chưa đạt )(?<!không đạt )mục tiêu(?! quốc gia| kép)|quyết tâm|"
    r"bảo đảm[^;]{0,40}đạt|đảm bảo[^;]{0,40}đạt|chỉ tiêu đề ra|hoàn thành chỉ tiêu"
)
AGAINST = re.compile(
    r"[%\s*/]*(?:so\s*(?:với\s*)?)?(?:cùng kỳ|cùng vụ|cknt?\b|ck\b|svck|tháng trước|quý trước|năm trước)"
)
RATE_WORDS = re.compile(r"(?:tỷ lệ|tỉ lệ|chiếm)[^,;.]{0,12}\Z")
AIMS_FOLLOW = re.compile(
    r"(?:nhiệm vụ|phương hướng|cuối năm|thời gian tới|thông qua|quyết nghị|mục tiêu|phấn đấu)[^;.]{0,90}"
    r"(?:chỉ tiêu|mục tiêu)[^;:.\d]{0,40}:"
)
FIRST_NOUN = re.compile(r" và |, |/")
MUST = re.compile(
    r"\b(?:phải|cần)\s+(?:thu|tăng|đạt|giải ngân|hoàn thành|thực hiện|huy động)(?! hồi)[^,;.()\d]{0,25}\Z"
)
EACH = re.compile(r"cả\s*\Z")
