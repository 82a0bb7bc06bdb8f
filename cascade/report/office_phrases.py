"""What letters, comments and workbooks say around the findings, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from cascade.model.words import Words

# A finding, wherever it is told to a person who reads and edits.
YEAR = Words("xét năm {year}", "in {year}")
QUOTE = Words("“{words}”", "“{words}”")
SAYS = Words("{plan} nêu: {words}", "{plan} says: {words}")
ASKS = Words("{plan} quy định: {words}", "{plan} requires: {words}")
AT = Words("{plan} ({place})", "{plan} ({place})")
SAYS_NOTHING = Words("{plan} chưa có nội dung tương ứng", "{plan} has nothing that answers it")
NEAREST = Words("nội dung gần nhất: {words}", "the nearest words: {words}")
NEAREST_AT = Words("nội dung gần nhất ({place}): {words}", "the nearest words ({place}): {words}")
BOUND = Words("mức: {bound}", "level: {bound}")
DRAFT = Words("văn bản do máy đọc, chưa soát", "read by machine, not reviewed")
UNSURE = Words("chưa chắc, cần xem lại", "not sure, to be looked at")
CHANGED = Words(
    "văn bản nguồn đã thay đổi so với khi ghi nhận, cần xem lại lời trích",
    "the source document has changed since it was recorded: check the quotation",
)
FOR_REVIEWER = Words("Chỉ dành cho người soát, không gửi đi", "For the reviewer alone, not to be sent")

# The letter, in the layout of Decree 30/2020/NĐ-CP. What stands in square brackets is to be filled in.
NATION = Words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")
MOTTO = Words("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")
SUPERIOR = Words("[CƠ QUAN CHỦ QUẢN]", "[SUPERIOR BODY]")
SENDER = Words("[CƠ QUAN GÓP Ý]", "[BODY THAT COMMENTS]")
NUMBER = Words("Số:\u2003\u2003\u2003/[…]", "No.:\u2003\u2003\u2003/[…]")
SUBJECT = Words("V/v góp ý {plan}", "Re: comments on {plan}")
DATE = Words("[Địa danh], ngày [..] tháng [..] năm [....]", "[Place], [day] [month] [year]")
TO = Words("Kính gửi: {receiver}.", "To: {receiver}")
OPENING = Words(
    "Sau khi nghiên cứu {plan}, đối chiếu với {parents}, [cơ quan góp ý] có ý kiến như sau:",
    "Having read {plan} beside {parents}, [body that comments] has the following comments:",
)
OPENING_ALONE = Words(
    "Sau khi nghiên cứu {plan}, [cơ quan góp ý] có ý kiến như sau:",
    "Having read {plan}, [body that comments] has the following comments:",
)
SECTIONS: Mapping[str, Words] = {
    "error": Words("Những nội dung đề nghị sửa đổi, bổ sung", "What should be changed or added"),
    "warning": Words("Những nội dung đề nghị xem lại", "What should be reviewed"),
    "info": Words("Những nội dung cần lưu ý thêm", "What else is worth a note"),
}
CLOSING = Words(
    "Trên đây là ý kiến góp ý của [cơ quan góp ý]; đề nghị {receiver} nghiên cứu, hoàn thiện./.",
    "These are the comments of [body that comments]; {receiver} is asked to consider them.",
)
RECIPIENTS = Words("Nơi nhận:", "Copies to:")
RECIPIENT_LIST = (
    Words("- Như trên;", "- as above;"),
    Words("- […];", "- […];"),
    Words("- Lưu: VT, […].", "- file."),
)
SIGNER = Words("[CHỨC VỤ CỦA NGƯỜI KÝ]", "[OFFICE OF THE SIGNER]")
SIGNED = Words("[Họ và tên]", "[Name]")
NOTES = Words("Ghi chú cho người soát (không gửi đi)", "Notes for the reviewer (not to be sent)")
NO_LETTER = Words("Không có nội dung nào cần góp ý.", "There is nothing to comment on.")

# The workbook.
SUMMARY_SHEET = Words("Tổng hợp", "Summary")
FINDINGS_SHEET = Words("Các điểm cần xem", "Findings")
HEAD_UNIT = Words("Đơn vị", "Unit")
HEAD_PLAN = Words("Kế hoạch", "Plan")
HEAD_ABOVE = Words("Đối chiếu với", "Compared with")
HEAD_CHECKED_TARGETS = Words("Chỉ tiêu đã so", "Targets compared")
HEAD_CHECKED_TASKS = Words("Nhiệm vụ đã so", "Tasks compared")
HEAD_STATE = Words("Ghi chú", "Note")
NOTHING_ABOVE = Words("chưa đối chiếu: thiếu {missing}", "not compared: {missing} is missing")
NAMES_NO_PLAN = Words(
    "chưa đối chiếu: thiếu kế hoạch cấp trên, vì căn cứ không nêu",
    "not compared: the plan above is missing, since the basis names none",
)
UNREADABLE = Words("Không đọc được: {place}", "Could not be read: {place}")
HEAD_CODE = Words("Mã", "Code")
HEAD_SEVERITY = Words("Mức", "Severity")
HEAD_ASKED = Words("Nội dung cấp trên", "The plan above")
HEAD_SAID = Words("Nội dung kế hoạch", "This plan")
HEAD_REMARK = Words("Nhận xét", "Remark")
HEAD_SUGGESTION = Words("Kiến nghị", "Suggested change")
HEAD_DECISION = Words("Kết luận của người soát", "Decision")
HEAD_REASON = Words("Lý do", "Reason")
HEAD_DOCUMENT = Words("Văn bản", "Document")
HEAD_UNTIL = Words("Đến ngày", "Until")
HEAD_ANSWERED = Words("Mục trả lời", "Answered by")
HEAD_FINGERPRINT = Words("Mã nhận dạng", "Fingerprint")
CHOICES: Mapping[str, Words] = {
    "right": Words("Đúng", "Right"),
    "wrong": Words("Không đúng", "Not right"),
    "accepted": Words("Chấp nhận", "Accepted"),
    "answered": Words("Mục khác trả lời", "Another item answers"),
}
"""What a person may decide of a finding, by what the program calls it."""
NOT_FILLED_IN = Words(
    "Chưa có kết luận nào được điền trong {file}. Mở bảng, ở trang «{sheet}», cột «{column}» chọn cho từng điểm một "
    "trong: {choices}; lưu lại rồi chạy lại lệnh này.",
    "No decision is filled in in {file}. Open it, choose for each point, in the column «{column}» of the sheet "
    "«{sheet}», one of: {choices}; save it and run this command again.",
)
CHOOSE = Words(
    "Chọn một kết luận. «Chấp nhận» cần lý do; «Mục khác trả lời» cần mục trả lời.",
    "Choose a decision. “Accepted” needs a reason; “Another item answers” needs that item.",
)
CHOOSE_DAY = Words("Ngày cuối cùng được chấp nhận, dạng ngày/tháng/năm.", "The last day on which it is accepted.")
CHOOSE_ITEM = Words(
    "Số mục của kế hoạch trả lời nội dung này, như in trong cột Nội dung kế hoạch; nhiều mục cách nhau bằng dấu ;",
    "The number of the plan's item that answers this; several are parted by ;",
)
HEAD_KIND = Words("Loại", "Kind")
HEAD_AREA = Words("Lĩnh vực", "Area")
HEAD_PARENT = Words("Mục tiêu, chỉ tiêu, nhiệm vụ của {plan}", "Targets and tasks of {plan}")
HEAD_CHILD = Words("Nội dung của {plan}", "What {plan} says")
HEAD_LEVEL = Words("Mức, thời hạn", "Level, deadline")
HEAD_YEAR = Words("Năm", "Year")
HEAD_VERDICT = Words("Kết quả", "Verdict")
TARGET = Words("Chỉ tiêu", "Target")
TASK = Words("Nhiệm vụ", "Task")
PAGE_OF = Words("Trang &P/&N", "Page &P of &N")

# Comments in the submitted document.
COMMENT_OF = Words("{code} · {title}", "{code} · {title}")
