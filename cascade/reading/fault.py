"""Faults of input: where it is, what was found, what was expected, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from cascade.model.text import fold, one_line
from cascade.model.words import Lang, Words

WORDS: dict[str, Words] = {
    "unreadable": Words("không đọc được tệp: {reason}", "the file cannot be read: {reason}"),
    "too-large": Words(
        "tệp lớn hơn {limit} (limits.plan-size trong cascade.toml); một kế hoạch ghi nhận không bao giờ lớn như vậy",
        "the file is larger than {limit} (limits.plan-size in cascade.toml); no recorded plan is that large",
    ),
    "not-utf8": Words(
        "tệp không phải UTF-8 (byte thứ {byte}); hãy lưu lại bằng UTF-8",
        "the file is not UTF-8 (at byte {byte}); save it as UTF-8",
    ),
    "empty": Words("tệp trống; cần {expected}", "the file is empty; expected {expected}"),
    "syntax": Words("sai cú pháp YAML ở {found}: {expected}", "this is not valid YAML at {found}: {expected}"),
    "several-documents": Words(
        "tệp có nhiều hơn một tài liệu YAML; mỗi tệp chỉ ghi một",
        "the file holds more than one YAML document; write one a file",
    ),
    "alias": Words(
        "không dùng bí danh YAML (*{name}); hãy viết lại giá trị",
        "YAML aliases (*{name}) are not used here; write the value out",
    ),
    "tag": Words("không dùng thẻ YAML {tag}; hãy bỏ thẻ", "YAML tags ({tag}) are not used here; leave the tag out"),
    "too-deep": Words(
        "lồng quá {limit} cấp (limits.depth trong cascade.toml)",
        "nested more than {limit} levels deep (limits.depth in cascade.toml)",
    ),
    "key-not-text": Words("tên khóa phải là chữ", "a key must be text"),
    "unknown-key": Words("khóa «{found}» không có ở đây{nearest}", "there is no key «{found}» here{nearest}"),
    "duplicate-key": Words(
        "khóa «{found}» đã có ở dòng {first}; mỗi khóa chỉ ghi một lần",
        "the key «{found}» was already given on line {first}; give each key once",
    ),
    "missing-key": Words("thiếu khóa «{key}»: cần {expected}", "the key «{key}» is missing: expected {expected}"),
    "expected": Words("ghi «{found}»; cần {expected}{nearest}", "found «{found}»; expected {expected}{nearest}"),
    "one-of": Words("chỉ được ghi một trong các khóa {keys}", "give only one of the keys {keys}"),
    "one-kind": Words(
        "mỗi mục ghi đúng một trong các khóa hoặc nhóm khóa: {keys}",
        "give exactly one of these keys or groups of keys: {keys}",
    ),
    "contradicts": Words(
        "trái với kết luận ở {first}, cùng ngày {on}; hãy bỏ một trong hai, hoặc ghi ngày của kết luận sau",
        "this contradicts the decision at {first} of the same day, {on}; remove one, or give the later one its own day",
    ),
    "decided-elsewhere": Words(
        "{n} kết luận về kế hoạch «{found}», không có trong lần kiểm tra này{nearest}",
        "{n} decisions on the plan «{found}», which is not in this call{nearest}",
    ),
    "no-decision-column": Words(
        "bảng không có cột kết luận; cần bảng do «cascade audit -o bang.xlsx» ghi ra, "
        "giữ nguyên dòng đầu và cột cuối đang ẩn",
        "there is no column of decisions; give a workbook that «cascade audit -o table.xlsx» wrote, with its hidden "
        "first row and last column",
    ),
    "cell-choice": Words(
        "ô {cell}: ghi «{found}»; cần một trong {choices}", "cell {cell}: found «{found}»; expected one of {choices}"
    ),
    "cell-no-choice": Words(
        "ô {cell}: chưa chọn kết luận, nhưng ô {other} có ghi",
        "cell {cell}: no decision is chosen, though cell {other} is filled in",
    ),
    "cell-reason": Words("ô {cell}: «Chấp nhận» cần lý do", "cell {cell}: “Accepted” needs a reason"),
    "cell-day": Words(
        "ô {cell}: ghi «{found}»; cần một ngày, viết ngày/tháng/năm: 31/12/2026",
        "cell {cell}: found «{found}»; expected a date, day/month/year: 31/12/2026",
    ),
    "cell-items": Words(
        "ô {cell}: «Mục khác trả lời» cần số mục trả lời", "cell {cell}: “Another item answers” needs that item"
    ),
    "cell-item": Words(
        "ô {cell}: kế hoạch không có mục «{found}»{nearest}", "cell {cell}: the plan has no item «{found}»{nearest}"
    ),
    "cell-several": Words(
        "ô {cell}: kế hoạch có nhiều mục «{found}»; ghi một trong {items}",
        "cell {cell}: the plan has several items «{found}»; give one of {items}",
    ),
    "cell-one-plan": Words(
        "ô {cell}: «Mục khác trả lời» chỉ dùng cho điểm so với kế hoạch cấp trên",
        "cell {cell}: “Another item answers” is for what is held against a plan above",
    ),
    "cell-fingerprint": Words(
        "ô {cell} (cột ẩn) trống nên không biết dòng này nói về điểm nào; hãy xuất lại bảng",
        "cell {cell} (a hidden column) is empty, so it is not known what the row is about; write the workbook anew",
    ),
    "cell-gone": Words(
        "ô {cell}: điểm này nay không còn, nên kết luận không được ghi",
        "cell {cell}: this is found no more, so the decision is not kept",
    ),
    "cell-twice": Words(
        "ô {cell}: một dòng ở trên đã kết luận khác về cùng điểm này",
        "cell {cell}: a row above decides otherwise on the same finding",
    ),
    "cell-same-day": Words(
        "ô {cell}: trong cùng ngày đã có kết luận khác ({by}); hãy sửa kết luận ấy trong tệp kết luận",
        "cell {cell}: the same day has another decision ({by}); correct that one in the file of decisions",
    ),
    "year-outside": Words(
        "năm {found} không thuộc giai đoạn {period} của kế hoạch",
        "the year {found} is outside the plan's period {period}",
    ),
    "strange-year": Words(
        "ghi «{found}»: năm {year} nằm ngoài khoảng {first}-{last}",
        "found «{found}»: the year {year} is outside {first}-{last}",
    ),
    "more-faults": Words(
        "tệp này còn {n} chỗ sai nữa; hãy sửa những chỗ trên rồi chạy lại",
        "this file has {n} more faults; mend those above, then run again",
    ),
    "link-outside": Words(
        "liên kết dẫn ra ngoài các thư mục được nêu nên không được đọc; hãy chép chính tệp vào thư mục",
        "the link leads out of the folders that were named, so it is not read; put the file itself in the folder",
    ),
    "no-plan-file": Words(
        "tệp không phải là kế hoạch theo mẫu plan/1 (không có khóa nào như schema, title, issuer, targets)",
        "the file is no plan of the form plan/1 (it has no keys such as schema, title, issuer, targets)",
    ),
    "other-file": Words("tệp không phải là kế hoạch: {kind}", "the file is no plan: {kind}"),
    "nothing-cited": Words(
        "viện dẫn này không nêu văn bản nào; cần number hoặc title",
        "this citation names no document; give a number or a title",
    ),
    "duplicate-id": Words(
        "mã «{found}» đã dùng ở dòng {first}; mỗi mục một mã riêng",
        "the id «{found}» was already used on line {first}; give each item its own",
    ),
    "unknown-under": Words(
        "«under: {found}» không trỏ tới mục nào của tệp này{nearest}",
        "«under: {found}» names no item of this file{nearest}",
    ),
    "duplicate-stem": Words(
        "mã kế hoạch «{found}» (tên tệp) đã dùng cho {first}; đổi tên một tệp",
        "the plan id «{found}» (the file's name) is already used by {first}; rename one file",
    ),
    "bad-stem": Words(
        "tên tệp «{found}» là mã kế hoạch: chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối",
        "the file name «{found}» is the plan's id: lower-case ASCII letters, digits and hyphens only",
    ),
    "document": Words("không đọc được văn bản: {reason}", "the document cannot be read: {reason}"),
    "reader-failed": Words(
        "chương trình gặp lỗi khi đọc văn bản này ({kind}); hãy ghi kế hoạch bằng tệp .yaml và báo lại lỗi kèm tệp",
        "the program failed on this document ({kind}); record the plan in a .yaml file, and report this with the file",
    ),
    "out-of-time": Words(
        "đọc văn bản này quá {seconds} giây (limits.seconds trong cascade.toml) nên đã dừng; hãy tách ra và chỉ nộp "
        "phần kế hoạch, hoặc ghi bằng tệp .yaml",
        "reading this document took more than {seconds} seconds (limits.seconds in cascade.toml) and was stopped; "
        "split it and give the plan alone, or record it in a .yaml file",
    ),
    "out-of-memory": Words(
        "đọc văn bản này cần hơn {limit} bộ nhớ (limits.memory trong cascade.toml) nên đã dừng; hãy tách ra và chỉ nộp "
        "phần kế hoạch, hoặc ghi bằng tệp .yaml",
        "reading this document takes more than {limit} of memory (limits.memory in cascade.toml) and was stopped; "
        "split it and give the plan alone, or record it in a .yaml file",
    ),
    "no-draft": Words(
        "văn bản không có gì của một kế hoạch: không có phần đầu, số hiệu, căn cứ, chỉ tiêu hay nhiệm vụ nào; "
        "nếu đúng là kế hoạch, hãy ghi bằng tệp .yaml",
        "the document has nothing of a plan: no letterhead, number, basis, target or task; if it is one, record it in "
        "a .yaml file",
    ),
    "foreign": Words(
        "văn bản không viết bằng tiếng Việt, hoặc chữ hỏng đến mức không đọc được; hãy xin lại bản gốc",
        "the text is not Vietnamese, or is damaged beyond reading; ask for the original",
    ),
    "settled-plan": Words(
        "tệp đã được soát hoặc sửa sau khi ghi; không ghi đè (hãy đổi tên hoặc chuyển tệp đi)",
        "the file was settled or changed after it was written; it is not overwritten (rename or move it)",
    ),
    "changed-meanwhile": Words(
        "tệp đã bị sửa ở nơi khác trong lúc soát; câu trả lời cuối chưa được lưu, hãy chạy lại",
        "the file was changed elsewhere during the review; the last answer is not saved, run it again",
    ),
    "not-a-draft": Words(
        "tệp không phải bản nháp kế hoạch plan/1; hãy đưa văn bản gốc hoặc tệp do «cascade ingest -o» ghi ra",
        "the file is no draft of plan/1; give the document itself, or a file that «cascade ingest -o» wrote",
    ),
    "unwritable": Words("không ghi được tệp: {reason}", "the file cannot be written: {reason}"),
    "head-incomplete": Words(
        "văn bản không cho biết: {fields}; hãy chạy «cascade ingest --review» để bổ sung",
        "the document does not tell: {fields}; run «cascade ingest --review» to add it",
    ),
    "no-plans": Words(
        "không có tệp kế hoạch (.yaml) hay văn bản nào ở đây", "there is no plan file (.yaml) or document here"
    ),
    "no-decisions": Words("không có tệp kết luận (.yaml) nào ở đây", "there is no file of decisions (.yaml) here"),
    "toml-syntax": Words("sai cú pháp TOML ở chỗ này", "this is not valid TOML"),
    "not-json": Words("tệp không phải JSON đúng cú pháp từ chỗ này", "the file is not valid JSON from here on"),
    "no-earlier": Words(
        "tệp không phải báo cáo JSON («cascade audit -o bao-cao.json») hay mốc do «cascade baseline» ghi ra",
        "the file is no report in JSON («cascade audit -o report.json») and no baseline of «cascade baseline»",
    ),
    "no-such-path": Words("không có tệp hay thư mục này", "there is no such file or folder"),
    "rule-id": Words(
        "tệp của quy tắc «{found}» phải tên là {found}.yaml", "the file of rule «{found}» must be called {found}.yaml"
    ),
    "unknown-rule": Words("không có quy tắc «{found}»{nearest}", "there is no rule «{found}»{nearest}"),
    "placeholder": Words(
        "lời văn dùng {{{found}}} mà quy tắc này không cung cấp{nearest}",
        "the words use {{{found}}}, which this rule does not provide{nearest}",
    ),
    "own-rule-shadows": Words(
        "«{found}» là mã của một quy tắc có sẵn; hãy đặt mã khác cho quy tắc riêng",
        "«{found}» is the id of a shipped rule; give your own rule another",
    ),
    "own-rule-twice": Words(
        "mã quy tắc «{found}» đã dùng ở {first}; mỗi quy tắc một mã riêng",
        "the rule id «{found}» was already used in {first}; give each rule its own",
    ),
    "own-rule-stem": Words(
        "mã quy tắc «{found}» chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối",
        "the rule id «{found}» may have lower-case ASCII letters, digits and hyphens only",
    ),
    "own-rules-only": Words(
        "thư mục quy tắc đặt cạnh kế hoạch chỉ chứa quy tắc riêng (schema: own-rule/1); tệp khác hãy đưa vào thư mục "
        "nêu bằng --rules",
        "a rules folder beside the plans holds rules of one's own alone (schema: own-rule/1); put other files into a "
        "folder named by --rules",
    ),
    "key-not-here": Words(
        "khóa «{found}» không dùng cho {subject}; có thể dùng: {usable}",
        "the key «{found}» is not for {subject}; usable here: {usable}",
    ),
    "needs-key": Words("khóa «{found}» cần có «{with_}»", "the key «{found}» needs «{with_}»"),
    "says-nothing": Words(
        "điều kiện này không nêu gì; hãy ghi ít nhất một khóa", "this condition says nothing; give at least one key"
    ),
    "no-words": Words("«{found}» không có chữ nào để tìm", "«{found}» has no word that could be sought"),
    "misprint": Words(
        "ghi «{found}», có ký tự chỉ trông giống chữ hay số; hiểu là «{read}», hãy gõ lại cho đúng",
        "found «{found}», with signs that only look like its letters or digits; read as «{read}», type it anew",
    ),
    "unknown-letters": Words(
        "ghi «{found}», có ký tự không phải chữ hay số thường dùng nên không hiểu được; hãy gõ lại",
        "found «{found}», with signs that are no usual letters or digits, so it is not understood; type it anew",
    ),
    "unknown-measure": Words("không có chỉ tiêu đo «{found}»{nearest}", "there is no measure «{found}»{nearest}"),
    "unit-row": Words(
        "«{found}» không phải một đơn vị hành chính (mã, loại, tên, mã cấp trên, mã đơn vị kế tiếp) "
        "hay một khoảng ngày",
        "«{found}» is no unit (code, kind, name, code of the unit above, codes of its successors) and no span of days",
    ),
    "unit-order": Words(
        "«{found}» lặp lại hoặc không theo thứ tự ngày, cấp, mã",
        "«{found}» is given twice, or out of the order of days, levels and codes",
    ),
    "unit-unknown": Words(
        "không có đơn vị hành chính nào mang mã {found} vào ngày đó",
        "no unit has the code {found} on that day",
    ),
    "missing-data": Words("thiếu tệp {found} trong thư mục quy tắc", "the rules folder lacks the file {found}"),
}

MAX_FACT = 200
NEAREST = Words("; có phải «{name}» không?", "; did you mean «{name}»?")


class Fault(msgspec.Struct, frozen=True, order=True):
    """One fault. `line` and `column` count from 1; `facts` fill the words of `code`."""

    file: str
    line: int
    column: int
    code: str
    facts: tuple[tuple[str, str | Words], ...] = ()

    def message(self, lang: Lang) -> str:
        """What is wrong and what was expected, on one line."""
        said = {name: fact.say(lang) if isinstance(fact, Words) else _short(fact) for name, fact in self.facts}
        return one_line(WORDS[self.code].say(lang, **said))

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The stable order of faults: by place, then by what they say."""
        return self.file, self.line, self.column, self.code, self.message("en")


def nearest(found: str, valid: Iterable[str]) -> Words:
    """Words that name the valid name nearest to `found`, or none where nothing is near."""
    from rapidfuzz import fuzz, process  # imported only when something is wrong

    names = tuple(sorted(valid))
    best = process.extractOne(fold(found), _folded(names), scorer=fuzz.ratio, score_cutoff=60)
    if best is None:
        return Words("", "")
    name = _short(names[best[2]])
    return Words(NEAREST.vi.format(name=name), NEAREST.en.format(name=name))


@lru_cache(maxsize=64)
def _folded(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names as they are compared: a file with one fault of a kind often has hundreds."""
    return tuple(fold(name) for name in names)


def _short(fact: str) -> str:
    """A fact as a message can hold it: a key can be as long as its file."""
    return fact if len(fact) <= MAX_FACT else fact[: MAX_FACT - 1] + "…"
