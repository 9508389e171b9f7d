"""Agencies found in sentences: the words in brackets, with the name after the bar where it differs from them."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.grammar.agencies import find_agencies

FINDS = [
    # departments, before and after 2025, in full and short
    "[Sở Tài chính] chủ trì, phối hợp với [Sở Nội vụ] thẩm định hồ sơ.",
    "Giao [Sở Nông nghiệp và Môi trường] rà soát diện tích rừng.",
    "[Sở Văn hóa, Thể thao và Du lịch] tổ chức lễ hội.",
    "[Sở Lao động - Thương binh và Xã hội], [Sở Y tế] báo cáo trước ngày 10.",
    "[Sở Lao động – Thương binh và Xã hội] báo cáo.",
    "[Sở Lao động, Thương binh và Xã hội] báo cáo.",
    "[SỞ GIAO THÔNG VẬN TẢI] và [SỞ XÂY DỰNG]",
    "Đề nghị [Sở KH&ĐT], [Sở TN&MT], [Sở NN&PTNT] cho ý kiến.",
    "Đề nghị [Sở KHĐT] và [Sở LĐTB&XH] cho ý kiến.",
    "giao [Sở VHTT&DL] phối hợp [Sở GD&ĐT], [Sở TT&TT]",
    "[Sở Nông nghiệp và PTNT] hướng dẫn [UBND các huyện] thực hiện.",
    "[Sở Nông nghiệp & PTNT] hướng dẫn kỹ thuật.",
    "[Sở Tài Nguyên và Môi trường] đôn đốc tiến độ.",
    "Tham mưu của [Sở Dân tộc và Tôn giáo] là kịp thời.",
    "[Sở Quy hoạch - Kiến trúc] trình đồ án.",
    "[Sở Xây dựng tỉnh] và [Sở Y tế thành phố Cần Thơ]",
    "[Sở Ngoại vụ], [Sở Tư pháp]; [Công an tỉnh] và [Bộ Chỉ huy Quân sự tỉnh]",
    "[Sở Du lịch] chủ trì.",
    "[Sở  Tài chính] và [Sở Kế hoạch\nvà Đầu tư]",
    "yêu cầu [Sở Công thương], [Sở Khoa học và công nghệ]",
    # ellipses
    "[Các Sở: Tài chính|Sở Tài chính], [Xây dựng|Sở Xây dựng], [Nội vụ|Sở Nội vụ] theo chức năng thực hiện.",
    "[các sở Giáo dục và Đào tạo|Sở Giáo dục và Đào tạo], [Y tế|Sở Y tế] và [Nội vụ|Sở Nội vụ] phối hợp.",
    "giao [các Sở: Công Thương|Sở Công Thương], [Tư pháp|Sở Tư pháp]; [Công an tỉnh] kiểm tra.",
    "[Các Bộ: Tài chính|Bộ Tài chính], [Công Thương|Bộ Công Thương], [Xây dựng|Bộ Xây dựng] nghiên cứu.",
    "[Sở Tài chính], [Nội vụ|Sở Nội vụ] và [Xây dựng|Sở Xây dựng] góp ý.",
    "[UBND các huyện: Trà Cú|UBND huyện Trà Cú], [Cầu Kè|UBND huyện Cầu Kè] và thị xã [Phú Mỹ|UBND thị xã Phú Mỹ].",
    # People's Committees and Councils
    "[UBND tỉnh] giao [UBND huyện Châu Thành] hoàn thành.",
    "[Ủy ban nhân dân thành phố Vĩnh Long] tổ chức.",
    "[Uỷ ban nhân dân xã Long Đức] báo cáo [Uỷ ban nhân dân huyện].",
    "[UBND các huyện, thị xã, thành phố] khẩn trương thực hiện.",
    "[UBND các huyện, thị xã và thành phố] khẩn trương thực hiện.",
    "[UBND các xã, phường, đặc khu] tổng hợp.",
    "[UBND cấp huyện], [UBND cấp xã] chịu trách nhiệm.",
    "[UBND phường, xã] rà soát; [UBND các xã liên quan] phối hợp.",
    "[UBND các cấp] tăng cường quản lý.",
    "kỳ họp [HĐND tỉnh]; [Thường trực HĐND tỉnh] cho ý kiến; [Hội đồng nhân dân các cấp] giám sát.",
    "[UBND phường 7] và [UBND quận 10] phối hợp.",
    "[Ban Kinh tế - Ngân sách HĐND tỉnh] thẩm tra.",
    "[UBND TP. Hồ Chí Minh] và [UBND tỉnh Bà Rịa - Vũng Tàu]",
    "[Văn phòng UBND tỉnh] theo dõi; [Văn phòng Đoàn ĐBQH và HĐND tỉnh] tổng hợp.",
    "[Chủ tịch UBND tỉnh] Nguyễn Văn Tuấn yêu cầu [các sở, ngành] thực hiện.",
    # Party, front, unions
    "[Ban Thường vụ Tỉnh ủy] giao [Ban Tổ chức Tỉnh ủy] và [Văn phòng Tỉnh ủy] tham mưu.",
    "[Ban Tuyên giáo và Dân vận Tỉnh uỷ] định hướng tuyên truyền.",
    "[Ban Cán sự đảng Ủy ban nhân dân tỉnh] lãnh đạo.",
    "[Đảng ủy UBND tỉnh] và [Ủy ban Kiểm tra Thành ủy] kiểm tra.",
    "[Thường trực Huyện ủy] chỉ đạo [Đảng ủy xã Tân Hòa].",
    "Đề nghị [Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh], [Hội Nông dân tỉnh], [Tỉnh đoàn] vận động.",
    "[UBMTTQ Việt Nam tỉnh] và [các đoàn thể] giám sát.",
    "[Liên đoàn Lao động tỉnh], [Hội Liên hiệp Phụ nữ tỉnh] và [Hội Cựu chiến binh] phối hợp.",
    "[Liên minh Hợp tác xã tỉnh] hỗ trợ; [Đoàn Thanh niên Cộng sản Hồ Chí Minh] ra quân.",
    # courts, treasury, tax, banks, police, army
    "[Kho bạc Nhà nước tỉnh] kiểm soát chi; [Cục Thuế tỉnh], [Chi cục Thuế khu vực] thu nợ.",
    "phối hợp với [Thuế tỉnh], [Kho bạc Nhà nước khu vực XIV] và [Chi cục Hải quan khu vực XIX]",
    "[Ngân hàng Nhà nước chi nhánh tỉnh] và [Ngân hàng Chính sách xã hội tỉnh] giải ngân.",
    "[NHNN Chi nhánh khu vực 10] báo cáo.",
    "[Bảo hiểm xã hội tỉnh], [Cục Thống kê], [Tòa án nhân dân tỉnh], [Viện kiểm sát nhân dân tỉnh]",
    "[BHXH tỉnh], [Toà án nhân dân huyện], [TAND khu vực 3] dự họp.",
    "[Công an tỉnh] chủ trì; [Công an các xã, phường] tuần tra; [Công an huyện Trà Cú] điều tra.",
    "[Bộ đội Biên phòng tỉnh], [BCH Quân sự tỉnh] sẵn sàng lực lượng.",
    "[Thanh tra tỉnh] kết luận; [Cục Thi hành án dân sự tỉnh] thi hành.",
    # boards, branches, units, companies
    "[Ban Quản lý Khu kinh tế tỉnh] và [Ban Quản lý dự án đầu tư xây dựng các công trình giao thông] đẩy nhanh.",
    "[BQL dự án đầu tư xây dựng tỉnh], [Ban Quản lý các khu công nghiệp] báo cáo.",
    "[Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn tỉnh] trực 24/24.",
    "[Chi cục Thủy lợi] và [Chi cục Chăn nuôi và Thú y tỉnh] kiểm tra; [Hạt Kiểm lâm huyện Duyên Hải] xử lý.",
    "[Trung tâm Phục vụ hành chính công tỉnh], [Trung tâm Y tế huyện Càng Long] tiếp nhận.",
    "[Phòng Tài chính - Kế hoạch], [Phòng Nội vụ huyện] và [Phòng Văn hóa - Xã hội] tham mưu.",
    "[Đài Phát thanh và Truyền hình tỉnh], [Báo và Đài Phát thanh, Truyền hình] đưa tin.",
    "[Công ty Điện lực Trà Vinh], [VNPT Trà Vinh] và [Viettel Trà Vinh] di dời cột.",
    "[Trường Chính trị tỉnh], [Bệnh viện Đa khoa tỉnh] và [Trường THPT Nguyễn Đáng]",
    "[Ban Dân tộc tỉnh], [Ban Tiếp công dân tỉnh], [Ban An toàn giao thông tỉnh]",
    # central bodies
    "[Thủ tướng Chính phủ] giao [Bộ Tài chính], [Bộ Nội vụ] và [Thanh tra Chính phủ].",
    "[Bộ NN&MT], [Bộ GTVT] và [Ủy ban Thường vụ Quốc hội] cho ý kiến.",
    "[Bộ Chính trị], [Ban Bí thư] ban hành; [Văn phòng Chính phủ] thông báo.",
    # groups
    "[Các sở, ban, ngành tỉnh] và [UBND các huyện, thành phố] thực hiện.",
    "[các Sở, ban, ngành] và [địa phương] đẩy mạnh.",
    "[các cấp], [các ngành] và [các địa phương] chủ động.",
    "phối hợp [các cơ quan, đơn vị, địa phương] nghiên cứu.",
    "với [các đơn vị có liên quan] và [UBND các xã] khẩn trương",
    "[các sở ngành có liên quan] chuẩn bị nội dung.",
    "kiến nghị với [các bộ, ngành Trung ương] tháo gỡ.",
    "chỉ đạo [các phòng ban thành phố], [phường – xã] tập trung",
    "[các cấp ủy], [lãnh đạo các sở, ban, ngành], [Mặt trận Tổ quốc], [các đoàn thể]",
    "[Các đơn vị sự nghiệp trực thuộc UBND tỉnh] tiếp tục sắp xếp.",
    "[Các ban Đảng của Tỉnh ủy] tham mưu.",
    "[Các tổ chức trong hệ thống chính trị] phát huy.",
    "[các cơ quan chuyên môn thuộc UBND tỉnh] rà soát; [các chủ đầu tư] cam kết tiến độ.",
    "[các sở, ban, ngành, đoàn thể tỉnh] phối hợp",
    "nhiệm vụ ở [địa phương, cơ quan, đơn vị], [Ban Thường vụ Tỉnh ủy] ghi nhận.",
    "[các phòng, ban], [Ban Quản lý dự án đầu tư xây dựng huyện] báo cáo.",
    # roles
    "Yêu cầu [Giám đốc các sở], [Thủ trưởng các ngành], [Chủ tịch UBND các huyện, thành phố] nêu cao trách nhiệm.",
    "[Thủ trưởng các sở, ban, ngành tỉnh] và [Chủ tịch UBND các xã, phường] chịu trách nhiệm.",
    "[Người đứng đầu cấp ủy, chính quyền], [đứng đầu cơ quan, đơn vị] gương mẫu.",
    "[Giám đốc Sở Tài chính] và [Chánh Văn phòng UBND tỉnh] chịu trách nhiệm.",
    "[Bí thư các huyện ủy, thành ủy] trực tiếp chỉ đạo.",
    "[Chủ tịch, các Phó Chủ tịch UBND tỉnh] chỉ đạo; [Thủ trưởng các cơ quan, đơn vị] báo cáo.",
    "[Bộ trưởng, Thủ trưởng cơ quan ngang bộ] tổ chức.",
    "Yêu cầu [Bộ trưởng các Bộ: Tài chính|Bộ trưởng Bộ Tài chính], [Y tế|Bộ trưởng Bộ Y tế]; [Thanh tra Chính phủ].",
    "[Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương] khẩn trương.",
    "[Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ] rà soát văn bản.",
    "[Giám đốc Sở], [Thủ trưởng các ban, ngành Thành phố], [Chủ tịch Ủy ban nhân dân các quận, huyện]",
    "[Trưởng phòng Giáo dục và Đào tạo các huyện] và [Hiệu trưởng các trường học]",
    "[Tổ trưởng Tổ công tác 1317], [Ban Chỉ đạo 35 tỉnh], [Ban QLDA 85]",
    "[Trưởng Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi] báo cáo.",
    "[UBND các huyện Sơn Tây|UBND huyện Sơn Tây], [Ba Tơ|UBND huyện Ba Tơ], [Trà Bồng|UBND huyện Trà Bồng] báo cáo.",
    "[HĐND], [UBND các xã, phường]; [Đảng ủy các xã, phường] và [Huyện ủy], [UBND huyện Năm Căn]",
    "[Ngân hàng TMCP Công Thương chi nhánh Trà Vinh], [Công ty Cổ phần Cấp nước Bến Tre]",
    "[UBND huyện Đắk R'lấp], [UBND xã Ia Grai], [UBND huyện A Lưới]",
    "[Công ty TNHH MTV Môi trường đô thị Nha Trang] và [Cục Quản lý đường bộ III]",
    "[Thanh tra Bộ Xây dựng], [Kiểm toán Nhà nước khu vực IX], [Vụ Kế hoạch - Tài chính]",
    "[ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG]; [CÁC SỞ, BAN, NGÀNH TỈNH]; [BAN QUẢN LÝ KHU KINH TẾ]",
    "[Sở Giáo dục và Đảo tạo] chủ trì: một chữ bị quét sai dấu.",
    "[Ủy ban\nnhân dân các huyện, thị\nxã] và [Sở Kế\nhoạch và Đầu tư]",
    "[Uỷ ban nhân dân thị xã Hương Thuỷ], [Bệnh viện Đa khoa khu vực Cù Lao Minh]",
    "[các cơ quan Trung ương đóng trên địa bàn tỉnh], [các cơ quan báo chí] và [các đơn vị thuộc Bộ]",
    # sectors
    "[Ngành Công an], [Quân sự], [Biên phòng] phối hợp chặt chẽ.",
]
LEAVES_ALONE = [
    "quyền sở hữu nhà ở và tài sản khác gắn liền với đất",
    "hoàn thành Bộ tiêu chí nông thôn mới và bộ thủ tục hành chính",
    "chuyển dịch các ngành kinh tế, một số ngành công nghiệp mũi nhọn",
    "các ngành nghề nông thôn và các ngành hàng chủ lực",
    "các cấp học phổ thông, các phòng học bộ môn",
    "tại các khu công nghiệp, công sở, bệnh viện, trường học",
    "công tác phòng, chống dịch bệnh và phòng cháy, chữa cháy",
    "ban hành kế hoạch và bộ chỉ số đánh giá",
    "các cơ sở y tế, cơ sở giáo dục ngoài công lập",
    "theo Quyết định số 95/QĐ-UBND và Kế hoạch số 09/KH-UBND",
    "Nghị quyết số 11/2020/NQ-HĐND ngày 09/11/2020",
    "thu thuế môn bài, hải quan điện tử, thống kê đất đai",
    "Hội nghị, hội thảo, hội thi và hội chợ triển lãm",
    "trên cơ sở kết quả đạt được, các cơ sở sản xuất mở rộng quy mô",
    "cán bộ, công chức, viên chức và người lao động",
    "cải cách hành chính, xây dựng chính quyền điện tử",
    "các đơn vị hành chính, đơn vị tính là triệu đồng",
    "công bố ngành nghề, công khai phòng khám bệnh",
    "tổ chức lễ kỷ niệm, tổ chức thực hiện tốt các nội dung",
    "Nông nghiệp phát triển ổn định, y tế và giáo dục tiến bộ",
    "ông Nguyễn Văn Sở, bà Trần Thị Hội, anh Lê Bộ",
    "trường hợp đặc biệt, thị trường bất động sản, môi trường đầu tư",
    "văn phòng phẩm, phòng trưng bày, trung tâm của vùng",
    "xây dựng đời sống văn hóa, xã hội học tập, xã đạt chuẩn nông thôn mới",
    "the Ministry of Finance and the provincial committees",
    "báo cáo tình hình, đài quan sát, viện trợ không hoàn lại",
    "trường quay, vụ lúa đông xuân, vụ việc phức tạp",
    "liên ngành 178, tổ liên ngành, đa ngành",
    "tiêm phòng vắc xin, dự phòng, quốc phòng - an ninh",
    "tại các huyện, thị xã, thành phố trong vùng",
    "tỷ lệ hộ nghèo ở các xã, phường giảm mạnh",
    "quốc hội khóa mới? không: lễ hội Ok Om Bok",
    "chất lượng cung cấp nước sạch và nâng cấp đường",
    "đồng bộ, nội bộ, toàn bộ, cục bộ, tiến bộ",
    "phân cấp, phân quyền, cấp phép, trợ cấp",
    "Tết Nguyên đán, 30.000 con gia cầm, 402 kWh",
    "thành viên hợp tác xã, thành phần kinh tế, thành tích",
    "1. Nhiệm vụ trọng tâm; 2. Giải pháp chủ yếu",
    "đường tỉnh lộ 911, cầu Long Bình 1",
    "tài chính - ngân sách, xây dựng cơ bản, nội vụ vụ án",
    "Bộ đội Cụ Hồ là hình ảnh đẹp; bộ sách giáo khoa",
    "sản lượng lúa đạt 4,45 triệu tấn, tăng 3,2% so với cùng kỳ",
    "đường giao thông liên xã, liên huyện và cầu dân sinh",
    "thủ tục đăng ký đất đai, cấp giấy phép xây dựng",
    "quy hoạch khu công nghiệp, cụm công nghiệp và khu đô thị",
    "hộ nghèo, hộ cận nghèo và đối tượng bảo trợ xã hội",
    "phổ biến, giáo dục pháp luật trong nhân dân",
    "tổng mức bán lẻ hàng hóa và doanh thu dịch vụ",
    "bệnh viện tuyến dưới chuyển lên, trạm biến áp, trường bắn",
    "thuế thu nhập doanh nghiệp, thuế giá trị gia tăng",
    "bảo hiểm y tế toàn dân và bảo hiểm thất nghiệp",
    "ngân hàng câu hỏi, công ty gia đình, tập đoàn bán lẻ",
    "hội tụ đủ điều kiện, đoàn kết nội bộ, mặt trận sản xuất",
    "điện lưới quốc gia, viễn thông nông thôn",
    "người đứng tên hợp đồng, trưởng thành, chủ tọa",
    "Ngày Quyền của người tiêu dùng Việt Nam năm 2023",
    "Tiêu chuẩn quốc gia TCVN 6909:2001 và 5K + vắc xin",
]
MARK = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]]*))?\]")


def unmark(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The line without its marks, and where each marked stretch stands with its name."""
    words, expected, last = "", [], 0
    for mark in MARK.finditer(line):
        words += line[last : mark.start()]
        start = len(words)
        words += mark[1]
        expected.append((start, len(words), mark[2] or " ".join(mark[1].split())))
        last = mark.end()
    return words + line[last:], expected


@pytest.mark.parametrize("line", FINDS)
def test_finds(line: str) -> None:
    text, expected = unmark(line)
    assert [(*mention.span, mention.name) for mention in find_agencies(text)] == expected


@pytest.mark.parametrize("line", LEAVES_ALONE)
def test_leaves_alone(line: str) -> None:
    assert [mention.name for mention in find_agencies(line)] == []


WORDS = st.sampled_from(
    [
        "các",
        "Sở",
        "sở:",
        ",",
        ";",
        "và",
        "UBND",
        "tỉnh",
        "huyện",
        "Tài",
        "chính",
        "Nội",
        "vụ",
        "Ban",
        "Quản",
        "lý",
        "Chủ",
        "tịch",
        "Thường",
        "trực",
        "xã",
        "phường",
        "-",
        "–",
        "\n",
        "(",
        ")",
        "**",
        "&",
        "TP.",
        "Trà",
        "Vinh",
        "ngành",
        "Công",
        "an",
        "của",
    ]
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join)))
def test_spans_are_true_ordered_and_apart(text: str) -> None:
    mentions = find_agencies(text)
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert text[mention.span.start : mention.span.end].strip()
    assert all(before.span.end <= after.span.start for before, after in pairwise(mentions))
