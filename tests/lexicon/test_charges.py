from __future__ import annotations

import pytest

from cascade.lexicon.charges import Charged
from tests.ingest.made import tasks
from tests.support import domain


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Sở Tài chính bố trí kinh phí cho Kế hoạch.", ("Sở Tài chính",)),
        ("Giao Phòng Nội vụ đôn đốc việc thực hiện.", ("Phòng Nội vụ",)),
        ("2- Giao Phòng Nội vụ đôn đốc việc thực hiện.", ("Phòng Nội vụ",)),
        ("Phòng Tài chính: bố trí kinh phí cho Kế hoạch.", ("Phòng Tài chính",)),
        ("Người đứng đầu cơ quan, đơn vị chịu trách nhiệm về kết quả.", ("Người đứng đầu cơ quan, đơn vị",)),
        (
            "Đề nghị Mặt trận Tổ quốc và các tổ chức chính trị - xã hội giám sát.",
            ("Mặt trận Tổ quốc", "Các tổ chức chính trị - xã hội"),
        ),
        ("Trường hợp hẹn lại, Chủ tịch UBND xã ký thư xin lỗi.", ("Chủ tịch UBND xã",)),
        ("Văn phòng - Thống kê là bộ phận thường trực, theo dõi chung.", ("Văn phòng - Thống kê",)),
        ("Chủ tịch UBND xã trực tiếp chỉ đạo việc thực hiện.", ("Chủ tịch UBND xã",)),
        ("Thay văn bản của xã cũ (Văn phòng UBND xã chủ trì).", ("Văn phòng UBND xã",)),
        ("Sắp xếp lại công chức (Phòng Nội vụ; tháng 3/2026).", ("Phòng Nội vụ",)),
        ("Rà soát các thủ tục của xã Mẫu.", ()),
        ("Phòng, chống sạt lở bờ sông.", ()),
        ("Phòng Nội vụ thành lập tổ kiểm tra.", ("Phòng Nội vụ",)),
        ("Tổ trưởng các tổ liên gia vận động nhân dân.", ("Tổ trưởng các tổ liên gia",)),
        ("Ban công tác Mặt trận các thôn giám sát.", ("Ban công tác Mặt trận các thôn",)),
        ("Ủy ban Kiểm tra Đảng ủy đưa việc này vào chương trình.", ("Ủy ban Kiểm tra Đảng ủy",)),
        ("Chỉ đạo Phòng Y tế chủ trì, phối hợp với Trạm Y tế mua thuốc.", ("Phòng Y tế",)),
        ("Chỉ đạo các đơn vị tăng cường kỷ luật.", ()),
        (
            "Mua sách cho thư viện (Sở Tư pháp, Sở Xây dựng chủ trì theo lĩnh vực; quý I).",
            ("Sở Tư pháp", "Sở Xây dựng"),
        ),
        ("Giao lưu văn nghệ giữa các thôn.", ()),
        ("Đề nghị Ủy ban Mặt trận Tổ quốc xã giám sát việc thực hiện.", ("Ủy ban Mặt trận Tổ quốc xã",)),
        (
            "Các phòng, Trung tâm Phục vụ hành chính công, Công an xã, Ban Chỉ huy Quân sự xã ban hành kế hoạch.",
            ("Các phòng", "Trung tâm Phục vụ hành chính công", "Công an xã", "Ban Chỉ huy Quân sự xã"),
        ),
    ],
)
def test_words_to_who_leads(text: str, lead: tuple[str, ...]) -> None:
    assert Charged(domain()).of(text).lead == lead


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Phối hợp với Bưu điện huyện và các ngân hàng triển khai.", ("Bưu điện huyện", "Các ngân hàng")),
        ("Phối hợp Đoàn Thanh niên phường, các khu phố tuyên truyền.", ("Đoàn Thanh niên phường", "Các khu phố")),
        ("Phối hợp với các cơ quan, đơn vị nhất là Phòng Nội vụ để làm.", ("Các cơ quan, đơn vị",)),
        ("Phối hợp các địa phương làm sạch dữ liệu.", ("Các địa phương",)),
        ("Phối hợp chặt chẽ, nhịp nhàng trong công việc.", ()),
    ],
)
def test_words_to_who_takes_part(text: str, partners: tuple[str, ...]) -> None:
    assert Charged(domain()).of(text).partners == partners


def test_a_heading_that_speaks_to_bodies_charges_them() -> None:
    found = Charged(domain()).heading("Đối với tất cả các sở, ban, ngành, UBND các huyện, thành phố")
    assert found == ("Các sở, ban, ngành", "UBND các huyện, thành phố")


@pytest.mark.parametrize(
    ("above", "lead"),
    [
        ("Các sở, ban, ngành; UBND các xã có trách nhiệm:", ("Các sở, ban, ngành", "UBND các xã")),
        ("Giao Sở Nội vụ:", ("Sở Nội vụ",)),
        ("Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh", ("Ủy ban Mặt trận Tổ quốc tỉnh",)),
    ],
)
def test_of_a_heading_that_charges_bodies_their_names_are_taken(above: str, lead: tuple[str, ...]) -> None:
    assert Charged(domain()).heading(above) == lead


def test_a_body_before_a_colon_leads_all_that_its_paragraph_tells() -> None:
    found = tasks("Phòng Nội vụ: Theo dõi việc thực hiện Kế hoạch. Tổng hợp kết quả gửi huyện hàng quý.")
    assert [one.lead for one in found] == [("Phòng Nội vụ",), ("Phòng Nội vụ",)]


def test_deeds_of_one_sentence_have_one_lead() -> None:
    found = tasks(
        "Phòng Nội vụ rà soát các thủ tục của huyện Thử; xây dựng quy trình giải quyết từng thủ tục. "
        "Niêm yết thủ tục tại bộ phận một cửa."
    )
    assert [one.lead for one in found] == [("Phòng Nội vụ",), ("Phòng Nội vụ",), ()]


@pytest.mark.parametrize(
    ("text", "lead", "partners"),
    [
        ("Giao Phòng Nội vụ chủ trì tham mưu.", ("Phòng Nội vụ",), ()),
        ("Phòng Tư pháp chịu trách nhiệm thực hiện.", ("Phòng Tư pháp",), ()),
        (
            "Giao Văn phòng UBND huyện chủ trì, phối hợp với Bưu điện huyện, UBND các xã thực hiện.",
            ("Văn phòng UBND huyện",),
            ("Bưu điện huyện", "UBND các xã"),
        ),
    ],
)
def test_a_sentence_that_only_charges_someone(text: str, lead: tuple[str, ...], partners: tuple[str, ...]) -> None:
    charge = Charged(domain()).of(text)
    assert charge.alone
    assert (charge.lead, charge.partners) == (lead, partners)


@pytest.mark.parametrize(
    "text",
    [
        "Giao Phòng Nội vụ chủ trì, phối hợp với Thanh tra huyện kiểm tra việc chấp hành kỷ luật.",
        "Phòng Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch.",
        "Rà soát văn bản do Phòng Tư pháp chủ trì.",
    ],
)
def test_a_sentence_that_tells_a_deed_charges_nobody_with_others(text: str) -> None:
    assert not Charged(domain()).of(text).alone


def test_the_sentence_behind_a_task_says_who_does_it_and_by_when() -> None:
    (task,) = tasks("Hoàn thành việc phê duyệt vị trí việc làm của huyện Thử. Giao Phòng Nội vụ chủ trì thực hiện.")
    assert task.lead == ("Phòng Nội vụ",)
    (task,) = tasks("Nâng cấp đường truyền số liệu chuyên dùng của huyện Thử. Hoàn thành trong quý III.")
    assert task.due == "Hoàn thành trong quý III"


def test_an_own_lead_is_kept() -> None:
    first, second = tasks(
        "Công an huyện hướng dẫn người dân lập tài khoản định danh. Rà soát văn bản của huyện Thử. "
        "Giao Phòng Tư pháp chủ trì."
    )
    assert (first.lead, second.lead) == (("Công an huyện",), ("Phòng Tư pháp",))


@pytest.mark.parametrize(
    "text",
    [
        "Các chỉ tiêu theo từng năm tại Phụ lục I.",
        "Danh mục nhiệm vụ cụ thể và sản phẩm: Chi tiết tại Phụ lục II kèm theo.",
    ],
)
def test_a_pointer_to_an_appendix_is_no_task(text: str) -> None:
    assert tasks(text) == []


@pytest.mark.parametrize(
    ("text", "lead", "partners"),
    [
        ("Rà soát văn bản. (Phòng Văn hóa - Xã hội)", ("Phòng Văn hóa - Xã hội",), ()),
        (
            "Rà soát văn bản (Phòng Nội vụ chủ trì; Công an xã, các tổ dân phố phối hợp).",
            ("Phòng Nội vụ",),
            ("Công an xã", "Các tổ dân phố"),
        ),
        (
            "(công chức Văn hóa - Xã hội chủ trì, phối hợp Đoàn Thanh niên)",
            ("Công chức Văn hóa - Xã hội",),
            ("Đoàn Thanh niên",),
        ),
        ("(Các phòng chuyên môn; Trung tâm Phục vụ)", ("Các phòng chuyên môn", "Trung tâm Phục vụ"), ()),
    ],
)
def test_a_bracket_at_the_end_says_who_does_it(text: str, lead: tuple[str, ...], partners: tuple[str, ...]) -> None:
    charge = Charged(domain()).of(text)
    assert (charge.lead, charge.partners) == (lead, partners)


@pytest.mark.parametrize("text", ["Rà soát văn bản (theo Kế hoạch).", "Rà soát (lần 2) văn bản.", "Rà soát văn bản."])
def test_other_brackets_name_nobody(text: str) -> None:
    assert not Charged(domain()).of(text).lead


def test_a_sentence_in_brackets_is_of_the_task_before_it() -> None:
    (task,) = tasks("Giao ban cải cách hành chính hằng tháng tại phường Mẫu. (Văn phòng HĐND và UBND phường)")
    assert task.lead == ("Văn phòng HĐND và UBND phường",)


@pytest.mark.parametrize(
    ("text", "lead", "partners"),
    [
        (
            "Đơn vị thực hiện: Phòng Y tế (chủ trì); Công an xã, các thôn (phối hợp).",
            ("Phòng Y tế",),
            ("Công an xã", "Các thôn"),
        ),
        ("Cơ quan phụ trách: Sở Xây dựng chủ trì; Sở Tài chính phối hợp.", ("Sở Xây dựng",), ("Sở Tài chính",)),
        ("Cơ quan phụ trách: Phòng Kinh tế (cầu); Phòng Nội vụ (nhân lực).", ("Phòng Kinh tế", "Phòng Nội vụ"), ()),
        ("(Chủ trì: Phòng Y tế; phối hợp: Công an xã)", ("Phòng Y tế",), ("Công an xã",)),
    ],
)
def test_bodies_are_stated_with_their_part_or_their_matter(
    text: str, lead: tuple[str, ...], partners: tuple[str, ...]
) -> None:
    found = Charged(domain()).stated(text)
    assert found is not None
    assert (found.lead, found.partners) == (lead, partners)
