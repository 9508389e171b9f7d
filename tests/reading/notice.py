"""A notice of three pages as a .docx, the source of the .pdf files under ``files``: header table, numbers."""

import docx as python_docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Cm, Pt

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TASK = (
    "{n}. Sở Tài chính chủ trì, phối hợp với Sở Xây dựng và Ủy ban nhân dân các huyện, thị xã rà soát {count} dự án "
    "chậm tiến độ, tham mưu điều chuyển 12,5 tỷ đồng, đạt 62,5% kế hoạch; báo cáo Ủy ban nhân dân tỉnh trước ngày "
    "30/9/2024 để xem xét, quyết định theo thẩm quyền. Giao Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc."
)
FIGURE = (
    "- Tổng thu ngân sách nhà nước trên địa bàn ước đạt 1.234,5 tỷ đồng, tăng 8,2% so với cùng kỳ năm trước và bằng "
    "75,4% dự toán Hội đồng nhân dân tỉnh giao; trong đó thu nội địa 1.100 tỷ đồng."
)
TITLE = (
    "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại phiên họp thường kỳ tháng 8 năm 2024 về phát triển kinh tế - xã hội"
)
TASKS = 12


def lines() -> list[str]:
    """The paragraphs of the body, in order."""
    body = [words for n in range(1, TASKS + 1) for words in (TASK.format(n=n, count=3 * n), FIGURE)]
    return ["THÔNG BÁO", TITLE, *body]


def write(path: str) -> None:
    """Write the notice as .docx."""
    document = python_docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Serif", Pt(14)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number._p.append(parse_xml(f'<w:fldSimple {W} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    section.footer.paragraphs[0].text = "Thông báo kết luận phiên họp tháng 8"
    header = document.add_table(rows=2, cols=2)
    header.cell(0, 0).text = "UBND TỈNH THUẬN GIANG\nVĂN PHÒNG"
    header.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    header.cell(1, 0).text = "Số: 12/TB-VP"
    header.cell(1, 1).text = "Thuận Giang, ngày 5 tháng 9 năm 2024"
    for words in lines():
        paragraph = document.add_paragraph(words)
        if words in ("THÔNG BÁO", TITLE):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.runs[0].bold = True
        else:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Cm(1.27)
            paragraph.paragraph_format.space_after = Pt(6)
    document.save(path)
