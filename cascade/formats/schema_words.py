"""What each key of our files and reports means, in both languages, with examples: what an editor shows of a schema.

A key is looked up by its kind and name (`Target.by`), then by its name alone, for what means the same everywhere.
"""

from __future__ import annotations

from typing import Any

import msgspec

from cascade.model.words import Words


class Key(msgspec.Struct, frozen=True):
    """One key: what it says, and values that it may have."""

    about: Words
    examples: tuple[Any, ...] = ()


def _key(vi: str, en: str, *examples: Any) -> Key:
    return Key(Words(vi, en), examples)


KINDS: dict[str, Words] = {
    "Limits": Words("Giới hạn khi đọc một tệp.", "What may be spent on reading one file."),
    "Plan": Words("Một kế hoạch, như văn bản ghi.", "One plan, as its document has it."),
    "Source": Words(
        "Văn bản đã nộp mà kế hoạch được ghi ra.", "The submitted document from which the plan was recorded."
    ),
    "Citation": Words(
        "Một văn bản được viện dẫn. Luật có thể chỉ có tên và ngày.",
        "One document that is cited. A law may have a title and a date alone.",
    ),
    "Target": Words(
        "Một chỉ tiêu: cam kết đạt một mức, của ai, đến khi nào. Nhiều nhất một trong by, in, yearly.",
        "A target: a bound that is promised, of whom and by when. At most one of by, in, yearly.",
    ),
    "Task": Words("Một nhiệm vụ, hoạt động.", "A task or activity."),
    "Growth": Words("Mức tăng đều mỗi năm.", "A rise by as much every year."),
    "Doubt": Words("Một điều máy đọc chưa chắc.", "One thing that the machine could not settle."),
    "Bound": Words(
        "Mức phải đạt: 80% là bằng hoặc tốt hơn; «> 90%» là trên; «= 5» là đúng bằng; 50-80% bảo đảm đầu kém hơn.",
        "What is to be reached: 80% is as good or better; «> 90%» over; «= 5» exactly; 50-80% its worse end.",
    ),
    "Lines": Words("Dòng của văn bản nguồn, đếm từ 1.", "Lines of the source document, counted from 1."),
    "Window": Words("Một năm hoặc một giai đoạn.", "A year or a period of years."),
    "Relation": Words("Cách con số ràng buộc.", "How a number binds."),
    "Answer": Words(
        "Mục của cấp trên được trả lời bởi đúng các mục này.", "An item asked is answered by these items and no others."
    ),
    "Denial": Words(
        "Mục của cấp trên không được trả lời bởi các mục này.", "An item asked is not answered by these items."
    ),
    "Waiver": Words(
        "Các phát hiện của một quy tắc được chấp nhận, có lý do, đến hết một ngày.",
        "Findings of a rule that are let stand, for a reason, until a day (included).",
    ),
    "Confirmation": Words(
        "Các phát hiện đã có người xem và xác nhận là đúng.", "Findings that a person has looked at: they are right."
    ),
    "Review": Words(
        "Kế hoạch đã được soát theo các mục hiện có của cấp trên.",
        "The plan was checked against the items of the plan above as they were then.",
    ),
    "ConfirmedEntry": Words("Ai xác nhận phát hiện này là đúng.", "Who says that the finding is right."),
    "AuditReport": Words(
        "Báo cáo đối chiếu; cùng dữ liệu thì cùng nội dung, cùng thứ tự.",
        "The report of an audit; the same corpus gives the same bytes.",
    ),
    "PlanEntry": Words("Một kế hoạch đã đọc.", "One plan that was read."),
    "TakenOverEntry": Words(
        "Kế hoạch của một đơn vị đã nhập vào đơn vị khác.", "A plan of a unit that is now part of another."
    ),
    "CitationEntry": Words("Một viện dẫn của kế hoạch.", "One citation of a plan."),
    "FindingEntry": Words("Một phát hiện.", "One finding."),
    "AgainstEntry": Words("Mục mà phát hiện đối chiếu với.", "The item that a finding is measured against."),
    "BecauseEntry": Words("Từ ngữ nối hai mục, hoặc tách chúng ra.", "Words that tie two items, or keep them apart."),
    "ErrorEntry": Words("Một chỗ không đọc được, hoặc được bỏ qua.", "Something that was not read, or passed over."),
    "WaivedEntry": Words("Ai chấp nhận phát hiện này, vì sao.", "Who lets the finding stand, and why."),
    "NotComparedEntry": Words("Kế hoạch chưa được đối chiếu với gì.", "A plan that was held against nothing."),
    "SinceEntry": Words("So với báo cáo trước.", "What has changed since an earlier report."),
    "MendedEntry": Words(
        "Phát hiện của báo cáo trước, nay không còn.", "A finding of the earlier report that is gone."
    ),
    "Summary": Words("Tổng số.", "How many there are in all."),
    "ComparisonReport": Words(
        "Một kế hoạch bên cạnh mọi mục của kế hoạch cấp trên.", "One plan beside every item of a plan above it."
    ),
    "TargetEntry": Words("Một chỉ tiêu của cấp trên.", "One target of the plan above."),
    "TaskEntry": Words("Một nhiệm vụ của cấp trên.", "One task of the plan above."),
    "AnswerEntry": Words("Mục trả lời.", "An item that answers."),
    "NearestEntry": Words("Mục gần nhất không được chọn.", "The nearest item that was not taken."),
    "YearEntry": Words("Mức hai bên cho phép trong một năm.", "What both sides permit in one year."),
    "Settings": Words(
        "Cấu hình của cascade; đường dẫn tính từ thư mục của tệp này, tùy chọn của lệnh gọi được ưu tiên.",
        "Settings of cascade; paths are those of this file's folder, and an option of a call wins.",
    ),
}
"""What a value with keys of its own, or a scalar that several keys share, stands for."""

_ITEM = "Xã đạt loại tốt về chỉ số CCHC"
KEYS: dict[str, Key] = {
    # of a plan
    "Plan.schema": _key("Phiên bản của dạng tệp.", "The version of the file's form."),
    "Plan.title": _key(
        "Trích yếu, như in; null khi văn bản không có.",
        "The title as printed; null where the text has none.",
        "Cải cách hành chính năm 2026",
    ),
    "Plan.number": _key(
        "Số, ký hiệu như in; null khi văn bản không có.",
        "The number as printed; null where the text has none.",
        "15/KH-UBND",
    ),
    "Plan.type": _key("Loại văn bản, theo chữ viết tắt.", "The type of document, by its code."),
    "Plan.level": _key("Cấp của cơ quan ban hành.", "The level of the body that issued it."),
    "Plan.issuer": _key("Cơ quan ban hành.", "The body that issued it.", "UBND xã Mẫu"),
    "Plan.place": _key(
        "Địa danh, từ đơn vị ban hành trở lên; [] ở trung ương.",
        "The place, innermost first; [] for the centre.",
        ["Mẫu", "Ví Dụ"],
    ),
    "Plan.issued": _key("Ngày ban hành.", "The day of issue.", "2026-01-15"),
    "Plan.period": _key("Năm hoặc giai đoạn của kế hoạch.", "The year or period that it covers.", "2026-2030", 2026),
    "Plan.year": _key(
        "Năm của kế hoạch năm; kế hoạch giai đoạn không ghi.", "The year of a yearly plan; left out for a period.", 2026
    ),
    "Plan.content": _key(
        "Có bao nhiêu nội dung: full (đủ), excerpt (một phần), cited (chỉ biết qua viện dẫn).",
        "How much of it is recorded: full, excerpt (part of it), cited (known from citations alone).",
    ),
    "Plan.review": _key(
        "draft: máy đọc, chưa soát; reviewed: đã có người soát.",
        "draft: read by a machine; reviewed: checked by a person.",
    ),
    "Plan.source": _key("Văn bản nguồn.", "The document that it was recorded from."),
    "Plan.addressed": _key(
        "Những ai được «Tổ chức thực hiện» giao, như in: việc không nêu ai là của họ.",
        "Whom «Tổ chức thực hiện» tells to carry it out, as printed: theirs is a task that names nobody.",
        ["UBND các xã, phường"],
    ),
    "Plan.confidence": _key(
        "Máy chắc đến đâu về từng trường ở đầu văn bản, từ 0 đến 1.",
        "How sure the machine is of each field of the head, from 0 to 1.",
        {"number": 0.9},
    ),
    "Plan.citations": _key("Các văn bản được viện dẫn.", "The documents that it cites."),
    "Plan.targets": _key("Các chỉ tiêu.", "Its targets."),
    "Plan.tasks": _key("Các nhiệm vụ.", "Its tasks."),
    "Source.document": _key("Tên tệp của văn bản.", "The name of the document's file.", "ke-hoach-2026.docx"),
    "Source.sha256": _key(
        "Mã băm của tệp, để biết tệp có còn như khi đọc.",
        "The file's hash, which tells whether it has changed.",
        "0" * 64,
    ),
    "Source.path": _key(
        "Đường dẫn từ thư mục của tệp này đến văn bản, khi văn bản nằm ở nơi khác.",
        "The way from this file's folder to the document, where it lies elsewhere.",
        "../van-ban/ke-hoach-2026.docx",
    ),
    "Citation.role": _key(
        "basis: ở phần căn cứ mở đầu; body: ở các phần sau.", "basis: in the opening Căn cứ; body: anywhere later."
    ),
    "Citation.number": _key("Số, ký hiệu như in.", "The number as printed.", "76/NQ-CP"),
    "Citation.title": _key(
        "Tên văn bản.", "The document's title.", "Chương trình tổng thể CCHC nhà nước giai đoạn 2021-2030"
    ),
    "Citation.date": _key("Ngày ban hành của văn bản đó.", "The day of issue of that document.", "2021-07-15"),
    "Citation.issuer": _key(
        "Cơ quan ban hành; chỉ ghi khi văn bản in.",
        "The body that issued it, only where the text prints it.",
        "Chính phủ",
    ),
    "lines": _key(
        "Dòng của văn bản nguồn, để in lại nguyên văn.", "Lines of the source, so that its words can be shown.", "12-14"
    ),
    "page": _key("Trang của văn bản nguồn, từ 1.", "The page of the source, from 1.", 3),
    "doubt": _key(
        "Điều còn nghi vấn: lời của người, hoặc mã do máy ghi.",
        "What is left open: a person's words, or codes that a machine noted.",
        "Văn bản không in ngày ban hành.",
    ),
    "confidence": _key("Độ chắc, từ 0 đến 1.", "How sure this is, from 0 to 1.", 0.85),
    "Doubt.code": _key("Mã của nghi vấn.", "The code of the doubt.", "no-such-day"),
    "Doubt.facts": _key(
        "Những gì lời của nghi vấn nêu.", "What the words of the doubt name.", {"printed": "31/2/2025"}
    ),
    "Target.id": _key(
        "Mã của mục, như người viện dẫn; không trùng trong tệp.", "As a person cites it; unique.", "II.2.a"
    ),
    "Target.text": _key("Nội dung chỉ tiêu.", "What the target says.", _ITEM),
    "Target.measure": _key(
        "Chỉ tiêu đo, theo rules/measures.yaml; bỏ trống khi không có chỉ tiêu đo nào hợp.",
        "The measure, of rules/measures.yaml; left out where none fits.",
    ),
    "Target.value": _key(
        "Mức phải đạt.",
        "What is to be reached.",
        "80%",
        "> 90%",
        "= 5",
        "50-80%",
        "15 phút",
        "6 người/100.000 dân",
        "tốt",
    ),
    "Target.by": _key("Phải đạt chậm nhất năm này.", "The year by which it is to be reached.", 2030),
    "Target.in": _key("Mức của riêng năm này.", "The one year for which it is stated.", 2026),
    "Target.yearly": _key("Mức của mọi năm.", "Whether it is to be reached every year."),
    "Target.tier": _key(
        "Đo kết quả của cấp nào; bỏ trống: toàn địa bàn của cơ quan ban hành.",
        "The level whose performance is measured; left out: the issuer's whole area.",
    ),
    "area": _key("Lĩnh vực, theo rules/areas.yaml.", "The area of reform, of rules/areas.yaml."),
    "Target.growth": _key("Mức tăng mỗi năm.", "By how much it rises each year."),
    "Target.baseline": _key("Năm so với: «giảm 10% so với năm 2021».", "The year that it is compared with.", 2021),
    "Target.hedge": _key("Từ làm nhẹ cam kết.", "A word that softens the promise.", "phấn đấu"),
    "Target.except": _key("Phần được trừ ra.", "What is left out of it.", "trừ hồ sơ đất đai"),
    "Target.where": _key("tasks: con số nằm trong phần nhiệm vụ.", "tasks: the number stands among the tasks."),
    "restored": _key(
        "Lời văn bị hỏng, đã đọc lại.", "Words that were damaged, as they were read.", "Công khai thủ tục hành chính"
    ),
    "Growth.per_year": _key(
        "Tăng bao nhiêu mỗi năm, theo đơn vị của chỉ tiêu đo.", "The rise, in the measure's unit.", 20
    ),
    "Growth.from": _key("Năm tăng đầu tiên.", "The year of the first rise.", 2026),
    "Growth.until": _key("Tăng đến mức này thì dừng.", "Where the rise ends.", 100),
    "Task.id": _key(
        "Mã của mục, như người viện dẫn; không trùng trong tệp.", "As a person cites it; unique.", "III.1-2"
    ),
    "Task.text": _key("Nội dung nhiệm vụ.", "What the task says.", "Công khai thủ tục hành chính tại bộ phận một cửa"),
    "Task.kind": _key(
        "task: nhiệm vụ; objective: mục tiêu chung, tự nó không giao việc.",
        "task; or objective: a heading that asks for nothing by itself.",
    ),
    "Task.lead": _key("Cơ quan chủ trì.", "Who carries it out.", ["Văn phòng HĐND và UBND"]),
    "Task.with": _key("Cơ quan phối hợp.", "Who takes part.", ["UBND các xã, phường"]),
    "Task.due": _key("Thời hạn, như in.", "By when, as printed.", "quý IV hằng năm", "2026-06-30"),
    "Task.product": _key("Sản phẩm.", "What comes of it.", "Báo cáo"),
    "Task.under": _key("Mã của mục tiêu mà việc này phục vụ.", "The id of the objective that it serves.", "III.1"),
    # of a file of decisions
    "decisions.schema": _key("Phiên bản của dạng tệp.", "The version of the file's form."),
    "decisions.decisions": _key("Các kết luận, mỗi mục một kết luận.", "The decisions, one an entry."),
    "plan": _key("Mã của kế hoạch.", "The id of the plan.", "xa-mau-2026"),
    "parent": _key("Mã của kế hoạch cấp trên.", "The id of the plan above.", "tinh-vi-du-2026"),
    "asked": _key("Mã của mục cấp trên.", "The id of the item of the plan above.", "II.2.g"),
    "Answer.answered_by": _key("Mã các mục trả lời.", "The ids of the items that answer.", ["II.2.7"]),
    "Denial.not_answered_by": _key("Mã các mục không trả lời.", "The ids of the items that do not.", ["II.2.8"]),
    "by": _key("Người hoặc đơn vị kết luận.", "The person or office that decided.", "Phòng CCHC, Sở Nội vụ"),
    "on": _key("Ngày kết luận.", "The day of the decision.", "2026-01-20"),
    "Waiver.wrong": _key("Phát hiện không đúng, không có gì để chấp nhận.", "Whether the finding is not right at all."),
    "Confirmation.confirmed": _key(
        "true: phát hiện là đúng; false: rút lại xác nhận trước.", "true: it is right; false takes that back."
    ),
    "Review.reviewed": _key(
        "Mã băm của từng mục cấp trên lúc soát, theo mã của mục.",
        "A hash of each item of the plan above as it was then, by its id.",
        {"II.2.g": "3f2a9c0d1e4b"},
    ),
    "rule": _key("Mã của quy tắc.", "The id of the rule."),
    "Waiver.waived": _key("Vì sao được chấp nhận.", "Why the findings may stand.", "lùi mức vì mới sáp nhập"),
    "item": _key(
        "Mã của mục trong kế hoạch; không có: cả kế hoạch.", "The id of the item; none: the whole plan.", "II.2.7"
    ),
    "document": _key("Văn bản cho phép.", "The document that permits it.", "15/TB-UBND"),
    "until": _key("Ngày cuối cùng còn hiệu lực.", "The last day on which it holds.", "2026-12-31"),
    # of a report
    "format": _key("Dạng và phiên bản của báo cáo.", "The form of the report and its version."),
    "AuditReport.version": _key("Phiên bản của chương trình.", "The version of the program.", "0.1.0"),
    "AuditReport.lang": _key("Ngôn ngữ của lời văn trong báo cáo.", "The language of the report's words."),
    "AuditReport.plans": _key("Các kế hoạch đã đọc.", "The plans that were read."),
    "AuditReport.citations": _key("Các viện dẫn, và kế hoạch mà chúng chỉ đến.", "The citations, and what they mean."),
    "AuditReport.findings": _key("Các phát hiện.", "The findings."),
    "AuditReport.errors": _key("Những chỗ không đọc được.", "What could not be read."),
    "AuditReport.summary": _key("Tổng số.", "How many there are in all."),
    "AuditReport.not_compared": _key("Các kế hoạch chưa được đối chiếu.", "Plans that were held against nothing."),
    "AuditReport.since": _key("So với báo cáo trước, khi dùng --since.", "What has changed, with --since."),
    "AuditReport.passed_over": _key("Các tệp được bỏ qua.", "Files that were passed over."),
    "PlanEntry.id": _key("Mã của kế hoạch.", "The id of the plan.", "xa-mau-2026"),
    "file": _key("Tệp, như lệnh gọi nêu.", "The file, as the call names it.", "data/commune/xa-mau-2026.yaml"),
    "line": _key("Dòng trong tệp, từ 1.", "The line of the file, from 1.", 24),
    "column": _key("Cột trong tệp, từ 1.", "The column of the file, from 1.", 5),
    "PlanEntry.level": _key("Cấp của cơ quan ban hành.", "The level of the body that issued it.", "commune"),
    "number": _key("Số, ký hiệu.", "The number of the document.", "15/KH-UBND"),
    "PlanEntry.issued": _key("Ngày ban hành.", "The day of issue.", "2026-01-15"),
    "PlanEntry.content": _key("Có bao nhiêu nội dung.", "How much of it is recorded.", "full"),
    "PlanEntry.review": _key("Bản nháp hay đã soát.", "Whether a person has checked it.", "reviewed"),
    "PlanEntry.targets": _key("Số chỉ tiêu.", "How many targets it has.", 12),
    "PlanEntry.tasks": _key("Số nhiệm vụ.", "How many tasks it has.", 40),
    "PlanEntry.parents": _key(
        "Mã các kế hoạch mà nó thực hiện.", "The plans that it carries out.", ["tinh-vi-du-2026"]
    ),
    "PlanEntry.took_over": _key("Kế hoạch của các đơn vị đã nhập vào.", "Plans of units that are now part of its own."),
    "TakenOverEntry.unit": _key("Đơn vị cũ.", "The unit that is no more.", "xã Thử"),
    "TakenOverEntry.until": _key("Ngày cuối cùng của đơn vị cũ.", "The last day of that unit.", "2025-06-30"),
    "TakenOverEntry.now": _key("Đơn vị hiện nay.", "The unit that it is part of.", "xã Mẫu"),
    "TakenOverEntry.cited": _key("Căn cứ có nêu kế hoạch ấy không.", "Whether the basis names that plan."),
    "CitationEntry.date": _key("Ngày ghi trong viện dẫn.", "The day that the citation gives.", "2025-12-22"),
    "CitationEntry.role": _key("basis: ở phần căn cứ; body: ở nơi khác.", "basis, or body: anywhere else.", "basis"),
    "CitationEntry.resolved": _key(
        "Mã kế hoạch trong hồ sơ mà viện dẫn chỉ đến.", "The id of the plan on file that it means.", "tinh-vi-du-2026"
    ),
    "FindingEntry.lines": _key("Các dòng của văn bản nguồn.", "Lines of the source document.", [12, 14]),
    "CitationEntry.lines": _key("Các dòng của văn bản nguồn.", "Lines of the source document.", [5, 6]),
    "AgainstEntry.lines": _key("Các dòng của văn bản nguồn.", "Lines of the source document.", [40, 42]),
    "FindingEntry.rule": _key("Mã của quy tắc.", "The id of the rule.", "weaker-target"),
    "FindingEntry.severity": _key(
        "error: cần sửa; warning: cần xem lại; info: ghi nhận.",
        "error: to correct; warning: to be looked at; info: to be noted.",
    ),
    "FindingEntry.against": _key("Mục của cấp trên.", "The item of the plan above."),
    "FindingEntry.measure": _key("Chỉ tiêu đo.", "The measure.", "tthc.online-payment"),
    "FindingEntry.year": _key("Năm quyết định.", "The year that decides.", 2026),
    "FindingEntry.child_value": _key("Mức của kế hoạch này.", "What this plan promises.", "50-80%"),
    "FindingEntry.parent_value": _key("Mức của cấp trên.", "What the plan above asks for.", "80%"),
    "FindingEntry.message": _key("Phát hiện, bằng lời.", "The finding in words.", "cho phép đến 10 ngày"),
    "FindingEntry.suggestion": _key("Đề nghị sửa.", "What would mend it.", "Đề nghị sửa thành «không quá 7 ngày»."),
    "FindingEntry.affects": _key("Mã các kế hoạch chịu ảnh hưởng.", "Plans below that are affected.", ["xa-thu-2026"]),
    "FindingEntry.draft": _key(
        "Dựa trên điều máy đọc, chưa ai soát.", "Whether it rests on what a machine read and nobody has checked."
    ),
    "fingerprint": _key(
        "Mã nhận dạng, giữ nguyên khi văn bản được sửa ở chỗ khác.",
        "By what the finding is known again, though the text is edited elsewhere.",
        "3f2a9c0d1e4b5a67",
    ),
    "FindingEntry.nearest": _key(
        "Mục gần nhất, khi không mục nào trả lời.", "The nearest item, where none answers.", "3"
    ),
    "because": _key("Những từ nối hai mục.", "The words that tie the two items."),
    "printed": _key("Nguyên văn, khi có văn bản nguồn.", "The printed words, where the source is at hand.", _ITEM),
    "FindingEntry.waived": _key("Ai đã chấp nhận phát hiện này.", "By whom it is let stand."),
    "WaivedEntry.reason": _key("Lý do.", "The reason.", "lùi mức vì mới sáp nhập"),
    "WaivedEntry.wrong": _key("Người kết luận nói phát hiện không đúng.", "Whether it is said to be not right."),
    "FindingEntry.lapsed": _key(
        "Ai từng chấp nhận, đến một ngày nay đã qua.", "By whom it was let stand, until a day that is past."
    ),
    "FindingEntry.confirmed": _key("Ai xác nhận phát hiện này là đúng.", "Who says that it is right."),
    "Summary.waived": _key("Số phát hiện được chấp nhận, không tính ở trên.", "How many are let stand besides.", 1),
    "BecauseEntry.evidence": _key(
        "same (cùng từ), synonym (đồng nghĩa), near (gần nghĩa), shared (chung âm tiết), excluded (loại trừ nhau), "
        "unsaid (không nói đến).",
        "same, synonym, near, shared (syllables), excluded (one another), unsaid.",
        "synonym",
    ),
    "BecauseEntry.child": _key("Từ của kế hoạch này.", "The words of this plan.", "niêm yết"),
    "BecauseEntry.parent": _key("Từ của cấp trên.", "The words of the plan above.", "công khai"),
    "ErrorEntry.code": _key("Lỗi gì, một từ.", "What it is, in one word.", "unknown-key"),
    "ErrorEntry.message": _key("Lỗi, bằng lời.", "The same in words.", "không có khóa «valu»"),
    "NotComparedEntry.missing": _key(
        "Các văn bản căn cứ chưa có trong hồ sơ.", "What its basis names and is not on file.", ["412/KH-UBND"]
    ),
    "MendedEntry.rule": _key("Mã của quy tắc.", "The id of the rule.", "weaker-target"),
    "MendedEntry.message": _key(
        "Phát hiện, bằng ngôn ngữ của báo cáo trước.",
        "The finding, in the earlier report's language.",
        "cho phép đến 10 ngày",
    ),
    "SinceEntry.name": _key("Báo cáo hoặc bản ghi so với.", "The earlier report or revision.", "bao-cao.json"),
    "SinceEntry.known": _key("Số phát hiện cũ, không báo lại.", "How many old findings are left out.", 7),
    "SinceEntry.mended": _key("Các phát hiện nay không còn.", "Findings that are found no more."),
    "Summary.plans": _key("Số kế hoạch.", "How many plans were read.", 4),
    "Summary.error": _key("Số điểm cần sửa.", "How many findings are to be corrected.", 3),
    "Summary.warning": _key("Số điểm cần xem lại.", "How many are to be looked at.", 5),
    "Summary.info": _key("Số điểm ghi nhận.", "How many are to be noted.", 2),
    # of a comparison
    "ComparisonReport.child": _key("Mã của kế hoạch cấp dưới.", "The id of the lower plan.", "xa-mau-2026"),
    "ComparisonReport.parent": _key("Mã của kế hoạch cấp trên.", "The id of the plan above.", "tinh-vi-du-2026"),
    "ComparisonReport.targets": _key("Các chỉ tiêu của cấp trên.", "The targets of the plan above."),
    "ComparisonReport.tasks": _key("Các nhiệm vụ của cấp trên.", "The tasks of the plan above."),
    "TargetEntry.verdict": _key("Kết luận.", "The verdict.", "weaker"),
    "TaskEntry.verdict": _key("Kết luận.", "The verdict.", "covered"),
    "answers": _key("Các mục trả lời.", "The items that answer."),
    "AnswerEntry.kind": _key("target: chỉ tiêu; task: nhiệm vụ.", "target or task.", "target"),
    "TargetEntry.year": _key("Năm quyết định.", "The year that decides.", 2026),
    "runner_up": _key("Mục gần nhất không được chọn.", "The nearest item that was not taken."),
    "TargetEntry.years": _key("Mức hai bên cho phép từng năm.", "What both sides permit in each year."),
    "unsure": _key("Cần có người xem lại.", "Whether a person has to look."),
    "TargetEntry.asked": _key("Có giao cho kế hoạch này không.", "Whether it is asked of the plan.", "asked"),
    "TaskEntry.asked": _key("Có giao cho kế hoạch này không.", "Whether it is asked of the plan.", "not-asked"),
    "reason": _key("Vì sao.", "Why.", "tier"),
    "YearEntry.year": _key("Năm.", "The year.", 2026),
    "YearEntry.parent": _key(
        "Mức cấp trên cho phép; null: chưa yêu cầu.", "What the plan above permits; null: anything.", "80%"
    ),
    "YearEntry.child": _key("Mức kế hoạch này cho phép.", "What this plan permits; null: anything.", "50%"),
    # of the settings
    "Settings.limits": _key(
        "Giới hạn cho mỗi tệp: phần vượt quá không đọc, và được nêu.",
        "What may be spent on one file: what passes a limit is refused, and told.",
        {"seconds": 60},
    ),
    "Limits.seconds": _key(
        "Số giây xử lý một văn bản, không kể nhận dạng chữ.", "Seconds of processor time of one document.", 120
    ),
    "Limits.memory": _key("Bộ nhớ để đọc một văn bản, tính bằng MiB.", "Memory to read one document, in MiB.", 4096),
    "Limits.file-size": _key("Dung lượng một văn bản, tính bằng MiB.", "Size of a document, in MiB.", 200),
    "Limits.plan-size": _key("Dung lượng một tệp kế hoạch, tính bằng MiB.", "Size of a plan file, in MiB.", 8),
    "Limits.characters": _key("Số ký tự của một văn bản.", "Characters of a document.", 3_000_000),
    "Limits.pages": _key("Số trang của một văn bản.", "Pages of a document.", 2000),
    "Limits.depth": _key("Số tầng lồng nhau trong một tệp kế hoạch.", "How deep a plan file is nested.", 16),
    "Settings.paths": _key("Nơi có các kế hoạch.", "Where the plans are.", ["data"]),
    "Settings.sources": _key(
        "Thư mục văn bản gốc (--sources).", "The folder of the source documents (--sources).", "van-ban"
    ),
    "Settings.rules": _key(
        "Thư mục quy tắc của đơn vị (--rules).", "Folders of your own rules (--rules).", ["quy-tac"]
    ),
    "Settings.decisions": _key(
        "Các tệp kết luận (--decisions).", "Files of what people have decided (--decisions).", ["decisions.yaml"]
    ),
    "Settings.baseline": _key(
        "Tệp mốc: phát hiện đã có thì không báo (--baseline).",
        "Findings to be set aside (--baseline).",
        "baseline.json",
    ),
    "Settings.format": _key("Dạng báo cáo của cascade audit (--format).", "Forms of the report (--format)."),
    "Settings.output": _key(
        "Tệp báo cáo của cascade audit; «-» là màn hình (-o).",
        "Files of the report; «-» is the screen (-o).",
        ["r.html"],
    ),
    "Settings.fail-on": _key(
        "Mức thấp nhất làm mã thoát bằng 1 (--fail-on).", "The least severity that makes the exit status 1 (--fail-on)."
    ),
    "Settings.select": _key("Chỉ báo các quy tắc này (--select).", "Report only these rules (--select)."),
    "Settings.ignore": _key("Bỏ qua các quy tắc này (--ignore).", "Leave these rules out (--ignore)."),
    "Settings.ignores": _key(
        "Quy tắc bỏ qua cho riêng một kế hoạch: mã, tên tệp, mẫu tên tệp hoặc tên đơn vị.",
        "Rules left out for some plans alone: by id, file, pattern of files or unit.",
        {"xã Mẫu": ["missing-area"]},
    ),
    "Settings.exit-zero": _key(
        "Có phát hiện vẫn thoát với mã 0 (--exit-zero).", "End with 0 though there are findings (--exit-zero)."
    ),
    "Settings.allow-missing-parent": _key(
        "Không thoát với mã 2 khi thiếu mọi kế hoạch cấp trên (--allow-missing-parent).",
        "Do not end with 2 where every plan above is missing (--allow-missing-parent).",
    ),
}


def key(kind: str, name: str) -> Key:
    """What a key of a kind says; raises KeyError where nobody has described it."""
    return KEYS.get(f"{kind}.{name}") or KEYS[name]
