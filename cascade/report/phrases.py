"""What reports say around the findings, in both languages. Findings bring their own words."""

from __future__ import annotations

from cascade.model.decision import Waiver
from cascade.model.rule import Severity
from cascade.model.words import Lang, Words

TITLE = Words("Kiểm tra kế hoạch theo căn cứ", "Check of plans against those they carry out")
CASCADE = Words("Các kế hoạch và căn cứ", "The plans and what they carry out")
NOT_COMPARED = Words("CHƯA ĐỐI CHIẾU: thiếu {missing} ({plan})", "NOT COMPARED: {missing} is missing ({plan})")
NO_PLAN_ABOVE = Words("kế hoạch cấp trên, căn cứ không nêu", "the plan above, which the basis does not name")
NOTHING_COMPARED = Words(
    "CHƯA ĐỐI CHIẾU: không có kế hoạch nào cùng với kế hoạch cấp trên của nó",
    "NOT COMPARED: no plan is here together with one that it carries out",
)
HEAD_NOT_COMPARED = Words("Chưa đối chiếu", "Not compared")
WAIVED = Words("đã chấp nhận: {reason}; {by}", "accepted: {reason}; {by}")
WRONG = Words("người soát cho là không đúng: {reason}; {by}", "a reviewer calls it wrong: {reason}; {by}")
UNTIL = Words("đến hết ngày {until}", "until {until}")
DECIDED = Words("Đã chấp nhận hoặc bác: {n}.", "Accepted or rejected: {n}.")
MORE = Words("và {n} điểm nữa", "and {n} more")
CHECKED = Words("đã so {targets} chỉ tiêu, {tasks} nhiệm vụ", "{targets} targets and {tasks} tasks compared")
PLAN = Words("Kế hoạch", "Plan")
PAGE = Words("trang {page}", "page {page}")
SINCE = Words(
    "So với {name}: {known} điểm đã biết, {mended} điểm đã khắc phục.", "Since {name}: {known} known, {mended} mended."
)
MENDED = Words("Đã khắc phục", "Mended")
SOUND = Words("không có phát hiện", "no findings")
NOTHING_NEW = Words("Không có điểm mới.", "Nothing new.")
SEE_ABOVE = Words("xem ở trên", "see above")
NO_FINDINGS = Words("Không phát hiện điểm nào không khớp.", "No inconsistency found.")
PASSED_OVER = Words("Đã bỏ qua", "Passed over")
FAULTS = Words("Không đọc được", "Could not be read")
THIS_PLAN = Words("Kế hoạch này", "This plan")
COMPARED_WITH = Words("đối chiếu", "compared with")
ITEM = Words("mục {id}", "item {id}")
LINE = Words("dòng {lines}", "line {lines}")
CITATION = Words("viện dẫn {id}", "citation {id}")
LINES = Words("dòng {lines}", "lines {lines}")
WHOLE_PLAN = Words("toàn kế hoạch", "the plan as a whole")
NOTHING_HERE = Words("(không có mục tương ứng)", "(no counterpart)")
PRINTED = Words("Nguyên văn", "Printed")
SOURCE_CHANGED = Words(
    "văn bản nguồn đã thay đổi so với khi ghi nhận", "the source document has changed since it was recorded"
)
SOURCE_MISSING = Words("không có văn bản nguồn trong thư mục", "the source document is not in the folder")
MEND = Words("Đề nghị", "Mend")
AFFECTS = Words("Kế hoạch cấp dưới bị ảnh hưởng", "Plans below that inherit this")
YEAR = Words("năm {year}", "year {year}")
NOTES = Words("Lưu ý", "Notes")
PLACE = Words("Tệp", "File")
DRAFT = Words("bản nháp máy đọc", "machine-read draft")
LISTS = {
    "citations": Words("Viện dẫn", "Citations"),
    "targets": Words("Chỉ tiêu", "Targets"),
    "tasks": Words("Nhiệm vụ", "Tasks"),
}
UNSETTLED = Words("theo bản máy đọc, chưa soát", "from a machine-read draft, not settled")
SEVERITY = {
    "error": Words("LỖI", "ERROR"),
    "warning": Words("CẢNH BÁO", "WARNING"),
    "info": Words("LƯU Ý", "NOTE"),
}
COUNT = {
    "error": (Words("{n} lỗi", "{n} error"), Words("{n} lỗi", "{n} errors")),
    "warning": (Words("{n} cảnh báo", "{n} warning"), Words("{n} cảnh báo", "{n} warnings")),
    "info": (Words("{n} lưu ý", "{n} note"), Words("{n} lưu ý", "{n} notes")),
}
"""How many findings of a severity: the words for one, and for any other number."""


def count(severity: Severity, n: int, lang: Lang) -> str:
    """`n` findings of this severity, in words."""
    return COUNT[severity][n != 1].say(lang, n=n)


def waived(waiver: Waiver, lang: Lang) -> str:
    """By whom and why a finding is let stand, by which document and until when."""
    reason = f"{waiver.waived} ({waiver.document})" if waiver.document else waiver.waived
    said = (WRONG if waiver.wrong else WAIVED).say(lang, reason=reason, by=waiver.by)
    return f"{said}; {UNTIL.say(lang, until=f'{waiver.until:%d/%m/%Y}')}" if waiver.until else said


UNREADABLE = Words("Không đọc được {n} chỗ.", "Not readable: {n}.")
TOTAL = Words(
    "Tổng cộng: {plans} kế hoạch, {error}, {warning}, {info}.",
    "In all: {plans} plans, {error}, {warning}, {info}.",
)
CONTENT = {
    "full": Words("đủ nội dung", "full text on file"),
    "excerpt": Words("chỉ có một phần", "excerpt only"),
    "cited": Words("chỉ biết qua viện dẫn", "known from citations only"),
}
ISSUED = Words("ngày {date}", "of {date}")
UNDATED = Words("không rõ ngày", "undated")

COMPARE_TITLE = Words("Đối chiếu {child} với {parent}", "{child} beside {parent}")
TARGETS = Words("Chỉ tiêu", "Targets")
TASKS = Words("Nhiệm vụ", "Tasks")
HIGHER = Words("Cấp trên", "Above")
VERDICT_HEAD = Words("Kết quả", "Verdict")
NO_TARGETS = Words("Văn bản cấp trên không có chỉ tiêu nào trong hồ sơ.", "The plan above has no target on file.")
NO_TASKS = Words("Văn bản cấp trên không có nhiệm vụ nào trong hồ sơ.", "The plan above has no task on file.")
VERDICT = {
    "holds": Words("đạt", "holds"),
    "softer": Words("đạt mức, nhưng chỉ phấn đấu", "same bound, only striven for"),
    "carve-out": Words("có ngoại lệ", "carve-out"),
    "late": Words("trễ hạn", "late"),
    "weaker": Words("thấp hơn", "weaker"),
    "unquantified": Words("chưa lượng hóa", "unquantified"),
    "missing": Words("bỏ sót", "missing"),
    "incomparable": Words("không so được", "incomparable"),
    "doubtful": Words("chưa rõ mức", "doubtful"),
    "other-years": Words("khác năm", "other years"),
    "not-asked": Words("không giao cho cấp này", "not asked of this level"),
}
COVER = {
    "covered": Words("có", "covered"),
    "partial": Words("mới có một phần", "partial"),
    "uncovered": Words("bỏ sót", "uncovered"),
    "not-asked": Words("không giao cho cấp này", "not asked"),
}
ASKED = {
    "asked": Words("Giao cho kế hoạch này", "Asked of this plan"),
    "not-asked": Words("Không giao cho kế hoạch này", "Not asked of this plan"),
    "unsure": Words("Chưa rõ có giao cho kế hoạch này không", "Not clear whether it is asked of this plan"),
}
SCOPE = {
    "leads": Words("cấp này (hoặc mọi cơ quan, đơn vị) chủ trì", "this level (or every body) leads"),
    "takes-part": Words("cấp này phối hợp", "this level takes part"),
    "tier": Words("chỉ tiêu nêu đích danh cấp này", "the target names this level"),
    "addressed": Words(
        "không nêu đơn vị nào; nội dung không phải việc riêng của cấp trên",
        "it names nobody, and is not the business of the level above alone",
    ),
    "objective": Words("mục tiêu, xét theo hoạt động", "an objective, judged by its activities"),
    "other-unit": Words("nêu đích danh đơn vị khác cùng cấp", "it names other units of the level"),
    "past": Words("hạn trước các năm của kế hoạch này", "due before this plan's years"),
    "later": Words("hạn sau các năm của kế hoạch này", "due after this plan's years"),
    "other-body": Words("chỉ nêu cơ quan khác", "it names other bodies alone"),
    "other-tier": Words("chỉ tiêu của cấp trên", "a target for a higher level"),
    "rank": Words("thứ hạng mà chỉ cấp trên mới có", "a rank that only the higher unit can have"),
    "act": Words("việc do cấp trên làm", "a deed of the higher body"),
    "foreign": Words("việc mà cấp này không có", "a matter that this level has not"),
    "shared": Words(
        "việc mà cấp này nhiều nhất chỉ tham gia một phần", "a matter of which this level has a share at most"
    ),
    "not-addressed": Words(
        "không nêu đơn vị nào, và phần tổ chức thực hiện không giao cho cấp này",
        "it names nobody, and the plan charges others with carrying it out",
    ),
}
STANDING = {
    "answered": Words("Có mục trả lời (độ chắc {chance}%)", "It is answered ({chance}% sure)"),
    "unsure": Words("Chưa chắc có mục trả lời (khả năng {chance}%)", "It may be answered ({chance}% likely)"),
    "none": Words("Chưa thấy mục nào trả lời (khả năng {chance}%)", "Nothing answers it ({chance}% likely)"),
}
SETTLED = Words("Người soát đã kết luận", "A person has decided")
BEST = Words("Gần nhất", "Nearest")
RUNNER_UP = Words("Thứ hai", "Runner-up")
RATHER = Words("mục này trả lời mục {item} nhiều hơn: «{text}»", "it rather answers item {item}: «{text}»")
JUDGED_ELSEWHERE = Words(
    "không xét riêng: mục khác của kế hoạch cấp trên về cùng chỉ tiêu đã được xét",
    "not judged by itself: another item of the plan above on the same measure is",
)
NO_CANDIDATE = Words("Kế hoạch này không có mục nào để so.", "This plan has no item to compare.")
TIES = {
    "same": Words("cùng từ", "the same words"),
    "synonym": Words("đồng nghĩa", "synonyms"),
    "near": Words("gần nghĩa", "near in meaning"),
    "shared": Words("có chung tiếng", "syllables in common"),
    "excluded": Words("loại trừ nhau", "exclude one another"),
    "unsaid": Words("chưa nói tới", "not said"),
}
YEAR_HEAD = Words("Năm", "Year")
NO_BOUND = Words("chưa có mức", "no bound")
CONFIDENCE = Words("độ chắc {chance}%", "{chance}% sure")
FAMILIES = {
    "targets": Words("Chỉ tiêu", "Targets"),
    "tasks": Words("Nhiệm vụ", "Tasks"),
    "citations": Words("Căn cứ, viện dẫn", "Citations"),
    "plans": Words("Kế hoạch", "Plans"),
}
RULE_SCOPE = Words("Phạm vi xét", "Looks at")
RULE_WHY = Words("Lý do", "Why")
RULE_SEVERITY = Words("Mức độ", "Severity")
RULE_PARAMETERS = Words("Tham số", "Parameters")
RULE_MESSAGE = Words("Thông báo", "Message")
RULE_SUGGESTION = Words("Đề nghị sửa", "Suggestion")
RULE_FIRES = Words("Ví dụ phải báo", "Must fire")
RULE_SILENT = Words("Ví dụ không được báo", "Must stay silent")
RULES_OK = Words(
    "{rules} quy tắc, {examples} ví dụ: đều đúng.", "{rules} rules, {examples} examples: all as they should be."
)
CASES = {
    "default": Words("mọi trường hợp", "every case"),
    "direct": Words("chỉ tiêu nêu đích danh cấp này", "a target that names this level"),
    "implied": Words("chỉ tiêu chung, gồm cả cấp này", "a general target that includes this level"),
    "remote": Words("chỉ tiêu của cấp cao hơn cấp trên trực tiếp", "a target from further up"),
    "in-task": Words("con số nằm trong phần nhiệm vụ của cấp trên", "the number stands in a task above"),
    "unsure": Words("chưa chắc, cần xem lại", "not sure, to be looked at"),
    "addressed": Words("không nêu đơn vị, nhưng là việc của cấp này", "names no body, but is this level's business"),
    "unnamed": Words("cấp trên không nêu đơn vị thực hiện", "the plan above names no body"),
    "lead": Words("đơn vị chủ trì", "the unit leads"),
    "coordinating": Words("đơn vị phối hợp", "the unit takes part"),
    "indirect": Words("chỉ thuộc nhóm liên quan", "meant indirectly"),
    "answer": Words("mức như vậy là câu trả lời cho một chỉ tiêu cấp trên", "such a bound answers a target above"),
    "nonsense": Words("mức không thể đúng như đã ghi", "the bound cannot be meant so"),
    "recorded": Words("người ghi nhận còn nghi vấn", "its reader was in doubt"),
    "unknown": Words("văn bản không có trong hồ sơ", "the document is not on file"),
    "cited": Words("mới biết qua viện dẫn", "known from citations only"),
    "no-basis": Words("không có phần căn cứ", "no basis at all"),
    "added": Words("mục mới của kế hoạch cấp trên", "a new item of the plan above"),
    "removed": Words("kế hoạch cấp trên bỏ mục ấy", "the plan above has dropped the item"),
    "lower": Words("có chỉ tiêu thấp đi hoặc bị bỏ", "targets were lowered or dropped"),
    "gone": Words("nêu mục hoặc kế hoạch không còn nữa", "it names an item or plan that is there no more"),
    "no-plan": Words("căn cứ không nêu kế hoạch nào", "the basis names no plan"),
    "document": Words("khác ngày của văn bản trong hồ sơ", "not the date of the document on file"),
    "twice": Words("hai lần viện dẫn hai ngày", "cited with two dates"),
    "apart": Words("hai giai đoạn không giao nhau", "the periods do not meet"),
    "overlap": Words("giai đoạn vượt ra ngoài", "the period reaches outside"),
}
