"""What a person is asked and told while deciding on findings, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from cascade.model.words import Words

ABOVE_SIDE = Words("Cấp trên", "Above")
OWN_SIDE = Words("Mục kia", "The other")
PLAN_SIDE = Words("Kế hoạch", "This plan")
NEAR_SIDE = Words("Gần nhất", "Nearest")
REMARK_SIDE = Words("Nhận xét", "Remark")
MEND_SIDE = Words("Kiến nghị", "Suggested")
PRINTED = Words("Nguyên văn", "Printed")

KEYS: Mapping[str, Words] = {
    "right": Words("v", "r"),
    "wrong": Words("s", "w"),
    "accept": Words("c", "a"),
    "other": Words("k", "o"),
    "apart": Words("g", "m"),
    "undo": Words("h", "u"),
    "stop": Words("t", "q"),
}
"""The key of each answer; that of "later" is Enter in any language."""
ANSWERS: Mapping[str, Words] = {
    "right": Words("[v/đ] đúng", "[r] right"),
    "wrong": Words("[s] không đúng", "[w] wrong"),
    "accept": Words("[c] chấp nhận", "[a] accept"),
    "other": Words("[k] mục khác trả lời", "[o] another item answers"),
    "apart": Words("[g] ghép nhầm hai mục", "[m] mismatched items"),
    "later": Words("[Enter] để sau", "[Enter] later"),
    "undo": Words("[h] hoàn tác", "[u] undo"),
    "stop": Words("[t] dừng", "[q] stop"),
}
WHO = Words("Người (hoặc đơn vị) kết luận:", "Who decides (person or office):")
REASON = Words("Lý do chấp nhận (Enter: thôi):", "Why it is accepted (Enter: back):")
WRONG_REASON = Words("Vì sao không đúng?", "Why is it wrong?")
WRONG = Words("nhận xét không đúng", "the finding is not right")
DOCUMENT = Words("Văn bản, nếu có (Enter: không):", "Document, if any (Enter: none):")
UNTIL = Words("Đến hết ngày, ví dụ 31/12/2026 (Enter: không thời hạn):", "Until, e.g. 31/12/2026 (Enter: no end):")
NO_DAY = Words("Cần một ngày, viết ngày/tháng/năm: 31/12/2026", "A date is needed, day/month/year: 31/12/2026")
PAST_DAY = Words("Ngày ấy đã qua.", "That day is past.")
WHICH = Words(
    "Số thứ tự hoặc số mục, nhiều mục cách nhau bằng dấu ; (Enter: thôi):",
    "Number in the list or of the item, several parted by ; (Enter: back):",
)
NO_ITEM = Words("Kế hoạch này không có mục «{item}»{nearest}", "This plan has no item «{item}»{nearest}")
ALIKE = Words(
    "{n} kế hoạch khác cũng chưa thấy mục này: {units}. Áp dụng cho cả {all}?",
    "{n} other plans lack this item too: {units}. The same for all {all}?",
)
ALL = Words("[c] cả {all}", "[a] all {all}")
ONLY = Words("[Enter] chỉ kế hoạch này", "[Enter] this plan alone")
ALL_KEY = Words("c", "a")
NOTHING_TO_UNDO = Words("Không còn gì để hoàn tác.", "There is nothing to undo.")
NOTHING_OPEN = Words("Không còn điểm nào chưa kết luận.", "Nothing is left to decide on.")
NO_EDIT = Words(
    "không ghi thêm được vào {file} theo cách tệp đang viết; hãy sửa bằng trình soạn thảo",
    "{file} is written in a way that cannot be added to; use an editor",
)
