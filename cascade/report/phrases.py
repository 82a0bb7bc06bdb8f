"""What reports say around the findings, in both languages. Findings bring their own words."""

from __future__ import annotations

from datetime import date

from cascade.model.decision import Confirmation, Waiver
from cascade.model.rule import Severity
from cascade.model.text import one_line
from cascade.model.words import Lang, Words

TITLE = Words("KIỂM TRA KẾ HOẠCH THEO CĂN CỨ", "CHECK OF PLANS AGAINST THEIR BASIS")
NOT_COMPARED = Words("CHƯA ĐỐI CHIẾU: thiếu {missing} ({plan})", "NOT COMPARED: {missing} is missing ({plan})")
NO_PLAN_ABOVE = Words("kế hoạch cấp trên, căn cứ không nêu", "the plan above, which the basis does not name")
NOTHING_COMPARED = Words(
    "CHƯA ĐỐI CHIẾU: không có kế hoạch nào cùng với kế hoạch cấp trên của nó",
    "NOT COMPARED: no plan is here together with one that it carries out",
)
FAULTS = Words("Không đọc được", "Could not be read")
COMPARED_WITH = Words(
    "{n} kế hoạch ({level}) đối chiếu với {parent}",
    "{n} plans ({level}) compared with {parent}",
)
COMPARED = Words(
    "{n} kế hoạch, {compared} kế hoạch được đối chiếu với cấp trên",
    "{n} plans, {compared} of them compared with those above",
)
BESIDE = Words("So với {parent}", "Compared with {parent}")
BESIDE_NOTHING = Words("Không có kế hoạch cấp trên để so", "Nothing above to compare with")
ALL_DRAFTS = Words(
    "Văn bản do máy đọc, chưa soát: mỗi điểm dưới đây là gợi ý để xem lại, chưa phải kết luận.",
    "Read by machine and not reviewed: each point below is something to look at, not a conclusion.",
)
SOME_DRAFTS = Words(
    "Dấu * : văn bản do máy đọc, chưa soát; mỗi điểm ở đó là gợi ý để xem lại, chưa phải kết luận.",
    "Marked * : read by machine and not reviewed; each point there is something to look at, not a conclusion.",
)
FIRST = Words("XEM TRƯỚC: có lời của cả hai bên", "LOOK AT FIRST: the words of both sides are here")
LACKING = Words(
    "CHƯA THẤY SO VỚI {parent}: {lacking} không thấy · {partial} nêu chưa đủ",
    "NOT FOUND OF {parent}: {lacking} not found · {partial} only in part",
)
MAYBE = Words("{unsure} chưa chắc", "{unsure} not sure")
IN_PART = Words("trích", "in part")
ALIKE = Words("Như vậy còn {n} điểm: {codes}", "{n} more like it: {codes}")
NEAREST_HEAD = Words("nội dung gần nhất", "nearest words")
ALSO = Words("CÁC ĐIỂM KHÁC", "OTHER POINTS")
LET_STAND = Words("ĐÃ CHẤP NHẬN HOẶC BÁC", "ACCEPTED OR REJECTED")
MORE_ROWS = Words("… thêm {n} dòng: --show {name}", "… {n} more rows: --show {name}")
MORE_PLANS = Words("… thêm {n} kế hoạch: --statistics", "… {n} more plans: --statistics")
NO_FINDINGS = Words(
    "Không thấy nội dung nào thấp hơn hoặc thiếu so với kế hoạch cấp trên "
    "(đã so {targets} chỉ tiêu, {tasks} nhiệm vụ).",
    "Nothing was found to be weaker than the plans above or to be missing "
    "({targets} targets and {tasks} tasks were compared).",
)
NOTHING_OPEN = Words(
    "Không còn điểm nào ngoài những điểm đã chấp nhận hoặc bác.", "Nothing is left but what was accepted or rejected."
)
NOTHING_CHOSEN = Words("Không thấy điểm nào theo các quy tắc đã chọn.", "Nothing was found by the rules chosen.")
HEAD_NOT_COMPARED = Words("Chưa đối chiếu", "Not compared")
WAIVED = Words("Đã chấp nhận: {reason}; {by}, ngày {day}", "Accepted: {reason}; {by}, {day}")
WRONG = Words(
    "Người soát cho là không đúng: {reason}; {by}, ngày {day}", "A reviewer calls it wrong: {reason}; {by}, {day}"
)
UNTIL = Words("{said}; đến hết ngày {until}", "{said}; until {until}")
CONFIRMED = Words("Người soát cho là đúng: {by}, ngày {day}", "A reviewer calls it right: {by}, {day}")
MORE = Words("và {n} điểm nữa", "and {n} more")
CHECKED = Words("đã so {targets} chỉ tiêu, {tasks} nhiệm vụ", "{targets} targets and {tasks} tasks compared")
PLAN = Words("Kế hoạch", "Plan")
SINCE = Words(
    "So với {name}: {known} điểm đã biết, {mended} điểm đã khắc phục.", "Since {name}: {known} known, {mended} mended."
)
MENDED = Words("Đã khắc phục", "Mended")
SOUND = Words("không có phát hiện", "no findings")
NOTHING_NEW = Words("Không có điểm mới.", "Nothing new.")
PASSED_OVER = Words("Không phải kế hoạch, đã bỏ qua", "No plans, passed over")
THIS_PLAN = Words("Kế hoạch này", "This plan")
NOTHING_NEAR = Words("không có nội dung nào gần", "nothing comes near")
NEAR = Words("nội dung gần nhất:", "nearest words:")
LEADS = Words("chủ trì: {lead}", "lead: {lead}")
DUE = Words("thời hạn: {due}", "due: {due}")
SOURCE_CHANGED = Words(
    "văn bản nguồn đã thay đổi so với khi ghi nhận", "the source document has changed since it was recorded"
)
SOURCE_MISSING = Words("không có văn bản nguồn trong thư mục", "the source document is not in the folder")
SOURCE_PROBLEM = {"changed": SOURCE_CHANGED, "missing": SOURCE_MISSING}
"""What is wrong with the document that an item was recorded from."""
SUGGESTED = Words("{suggestion}", "Suggested change: {suggestion}")
"""A suggestion in Vietnamese says by itself that it is one ("Đề nghị …")."""
AFFECTS = Words("Kế hoạch cấp dưới bị ảnh hưởng", "Plans below that inherit this")
YEAR = Words("năm {year}", "year {year}")
PLACE = Words("Tệp", "File")
LIKELIHOOD = Words("khả năng {chance}%", "{chance}% likely")
DRAFT = Words("bản nháp máy đọc", "machine-read draft")
LISTS = {
    "citations": Words("Viện dẫn", "Citations"),
    "targets": Words("Chỉ tiêu", "Targets"),
    "tasks": Words("Nhiệm vụ", "Tasks"),
}
SEVERITY = {
    "error": Words("Cần sửa", "To correct"),
    "warning": Words("Cần xem lại", "To review"),
    "info": Words("Ghi nhận", "Noted"),
}
COUNT = {
    "error": Words("{n} điểm cần sửa", "{n} to correct"),
    "warning": Words("{n} cần xem lại", "{n} to review"),
    "info": Words("{n} ghi nhận", "{n} noted"),
}
"""How many findings of a severity."""


def count(severity: Severity, n: int, lang: Lang) -> str:
    """`n` findings of this severity, in words."""
    return COUNT[severity].say(lang, n=n)


def waived(waiver: Waiver) -> Words:
    """By whom and why a finding is let stand, since when, by which document and until when."""
    reason = one_line(f"{waiver.waived} ({waiver.document})" if waiver.document else waiver.waived)
    said = (WRONG if waiver.wrong else WAIVED).filled(reason=reason, by=one_line(waiver.by), day=_day(waiver.on))
    if waiver.until is None:
        return said
    until = _day(waiver.until)
    return Words(UNTIL.say("vi", said=said.vi, until=until), UNTIL.say("en", said=said.en, until=until))


def confirmed(one: Confirmation) -> Words:
    """Who says that a finding is right, and since when."""
    return CONFIRMED.filled(by=one_line(one.by), day=_day(one.on))


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


UNREADABLE = Words("không đọc được {n} chỗ", "{n} not readable")
TOTAL = Words(
    "{error}, {warning}, {info} · {plans} kế hoạch có điểm · mới {new} · kết luận {decided}",
    "{error}, {warning}, {info} · {plans} plans with points · new {new} · decided {decided}",
)
HINTS = (
    Words("Xem một điểm: --show {code}", "One point: --show {code}"),
    Words("Xem tất cả: --full", "All of them: --full"),
    Words("Thống kê: --statistics", "Counts: --statistics"),
)
BY_RULE = Words("THEO QUY TẮC", "BY RULE")
BY_PLAN = Words("THEO KẾ HOẠCH", "BY PLAN")
OFTEN_LACKING = Words("NỘI DUNG CẤP TRÊN HAY CHƯA THẤY NHẤT", "ITEMS ABOVE MOST OFTEN NOT FOUND")
LACKING_IN = Words("{n} kế hoạch", "{n} plans")
SEE_ABOVE = Words("xem ở trên", "see above")
STATS_TITLE = Words("THỐNG KÊ THỰC HIỆN KẾ HOẠCH CẤP TRÊN", "HOW PLANS ABOVE ARE CARRIED OUT")
STATS_LEVEL = Words("{level} · {n} kế hoạch được đối chiếu", "{level} · {n} plans compared")
STATS_LEGEND = Words(
    "{full} đạt, vượt, có thực hiện · {half} chưa đủ, muộn, thấp hơn · {rest} chưa thấy · để trống: chưa kết luận được",
    "{full} met, exceeded, covered · {half} in part, late, weaker · {rest} not found · empty: not settled",
)
IN_ALL = Words("Tất cả", "All")
IN_ALL_SHORT = Words("số", "all")
NO_AREA = Words("Chưa rõ lĩnh vực", "Area not known")
OUTCOMES = {
    "exceeded": Words("vượt", "over"),
    "met": Words("đạt", "met"),
    "covered": Words("có", "done"),
    "partial": Words("chưa đủ", "in part"),
    "late": Words("muộn", "late"),
    "weaker": Words("thấp hơn", "weaker"),
    "missing": Words("chưa thấy", "not found"),
    "unsettled": Words("chưa rõ", "open"),
}
CONTENT = {
    "full": Words("đủ nội dung", "full text on file"),
    "excerpt": Words("chỉ có một phần", "excerpt only"),
    "cited": Words("chỉ biết qua viện dẫn", "known from citations only"),
}
TAKEN_OVER = Words(
    "Kế thừa: {unit} (đến {until}), nay thuộc {now}: {plan}",
    "Taken over: {unit} (until {until}), now part of {now}: {plan}",
)
NOT_CITED = Words("chưa được viện dẫn nên không đối chiếu", "not cited, so not compared")

COMPARE_TITLE = Words("Đối chiếu {child} với {parent}", "{child} beside {parent}")
TARGETS = Words("Chỉ tiêu", "Targets")
TASKS = Words("Nhiệm vụ", "Tasks")
HIGHER = Words("Cấp trên", "Above")
VERDICT_HEAD = Words("Kết quả", "Verdict")
NO_TARGETS = Words("Văn bản cấp trên không có chỉ tiêu nào trong hồ sơ.", "The plan above has no target on file.")
NO_TASKS = Words("Văn bản cấp trên không có nhiệm vụ nào trong hồ sơ.", "The plan above has no task on file.")
VERDICT = {
    "holds": Words("đạt", "holds"),
    "softer": Words("mức độ cam kết thấp hơn", "softer commitment"),
    "carve-out": Words("có ngoại lệ", "carve-out"),
    "late": Words("trễ hạn", "late"),
    "weaker": Words("thấp hơn", "weaker"),
    "unquantified": Words("chưa nêu mức cụ thể", "no level stated"),
    "missing": Words("chưa thấy", "not found"),
    "incomparable": Words("chương trình chưa so được", "not comparable by the program"),
    "doubtful": Words("chưa rõ mức", "doubtful"),
    "other-years": Words("khác năm", "other years"),
    "not-asked": Words("không giao cho cấp này", "not asked of this level"),
}
COVER = {
    "covered": Words("có", "covered"),
    "partial": Words("mới có một phần", "partial"),
    "uncovered": Words("chưa thấy", "not found"),
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
    "itself": Words("chính kế hoạch này là việc được giao", "this plan is itself what is asked for"),
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
MEASURED = {
    "higher": Words("So theo {measure}: càng cao càng tốt", "Measured by {measure}: more is better"),
    "lower": Words("So theo {measure}: càng thấp càng tốt", "Measured by {measure}: less is better"),
}
OWN_WORDS = Words("lời của chỉ tiêu", "the target's own words")
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
RULES_NOT_WHOLE = Words(
    "{rules} quy tắc, {examples} ví dụ đọc được đều đúng; có tệp chưa đọc được, xem ở trên.",
    "{rules} rules, {examples} examples that could be read are as they should be; some files could not, see above.",
)
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
    "all-on-file": Words("kế hoạch của mọi đơn vị đều có trong hồ sơ", "the plans of all units are on file"),
    "some-on-file": Words(
        "chưa đủ kế hoạch của các đơn vị, hoặc chưa biết có bao nhiêu",
        "not all are on file, or it is not known how many",
    ),
}
