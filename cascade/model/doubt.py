"""What a machine could not settle of what it read: a code with its facts, worded when it is printed.

A doubt is kept in a plan file as it was found (`{code: no-such-day, facts: {printed: 31/2/2025}}`), so that a program
can ask for it and a report can say it in either language. What a person notes is kept as a text.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from cascade.model.words import Words


class Doubt(msgspec.Struct, frozen=True):
    """One thing left open. `code`: a key of `DOUBTS`; `facts`: what its words name, as printed."""

    code: str
    facts: dict[str, str] = {}

    def words(self) -> Words:
        """What the doubt says, in both languages; of a code that is not known, the code itself."""
        said = DOUBTS.get(self.code, Words(self.code, self.code))
        return Words(said.vi.format_map(_Facts(self.facts)), said.en.format_map(_Facts(self.facts)))


Doubts = tuple[Doubt, ...]


class _Facts(dict[str, str]):
    """Facts of a doubt; one that a file lacks is printed as an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"


def doubt(code: str, /, **facts: object) -> Doubts:
    """One doubt, as the fields of what is read hold them."""
    return (Doubt(code, {name: str(fact) for name, fact in facts.items()}),)


def unique(doubts: Iterable[Doubt]) -> Doubts:
    """Each doubt once, in order."""
    kept: list[Doubt] = []
    for one in doubts:
        if one not in kept:
            kept.append(one)
    return tuple(kept)


def doubt_words(noted: str | Doubts | None) -> Words | None:
    """What is noted of an item in both languages: a person's words as they are, a machine's doubts worded."""
    if not noted:
        return None
    if isinstance(noted, str):
        return Words(noted, noted)
    said = [one.words() for one in noted]
    return Words("; ".join(one.vi for one in said), "; ".join(one.en for one in said))


DOUBTS: dict[str, Words] = {
    # of a document as a whole
    "read-by-ocr": Words(
        "có trang quét được nhận dạng chữ bằng máy; hãy đối chiếu số liệu và tên riêng với bản gốc",
        "scanned pages were read by text recognition; compare figures and names with the original",
    ),
    "table-without-rules": Words(
        "có bảng không kẻ đường; các cột được đoán theo vị trí chữ",
        "a table has no ruling lines; its columns were told by where the words stand",
    ),
    "wrong-extension": Words(
        "phần mở rộng của tên tệp không đúng với nội dung; tệp được đọc theo nội dung",
        "the file's extension does not fit its content; it was read as what it is",
    ),
    "utf-16": Words("chữ được đọc theo bảng mã UTF-16", "the text was read as UTF-16"),
    "utf-32": Words("chữ được đọc theo bảng mã UTF-32", "the text was read as UTF-32"),
    "windows-1258": Words(
        "chữ được đọc theo bảng mã Windows-1258 và chuyển sang Unicode",
        "the text was read as Windows-1258 and turned into Unicode",
    ),
    "tcvn3": Words(
        "chữ viết bằng phông TCVN3 (ABC) đã được chuyển sang Unicode; chữ hoa có dấu có thể thành chữ thường",
        "text in TCVN3 (ABC) fonts was turned into Unicode; accented capitals may have become small letters",
    ),
    "vni": Words("chữ viết bằng phông VNI đã được chuyển sang Unicode", "text in VNI fonts was turned into Unicode"),
    "accents-parted": Words(
        "chữ in rời dấu (“đư ợ c”) đã được ghép lại thành âm tiết",
        "syllables printed apart around their accents (“đư ợ c”) were joined again",
    ),
    "utf-8-twice": Words(
        "chữ bị mã hóa UTF-8 hai lần đã được khôi phục", "text that had been encoded as UTF-8 twice was restored"
    ),
    "windows-1252": Words(
        "chữ được đọc theo bảng mã Windows-1252; không có chữ tiếng Việt có dấu",
        "the text was read as Windows-1252; it holds no Vietnamese letters with accents",
    ),
    "macros": Words("tài liệu có macro; macro bị bỏ qua, không chạy", "the document holds macros; they were not run"),
    "tracked-changes": Words(
        "tài liệu còn vết sửa đổi; được đọc như khi đã chấp nhận mọi sửa đổi",
        "the document holds tracked changes; it was read as if all were accepted",
    ),
    "pictures": Words(
        "tài liệu có hình ảnh; chữ trong hình không được đọc",
        "the document holds pictures; text inside them was not read",
    ),
    "embedded": Words(
        "tài liệu có phần nhúng từ tệp khác; phần đó không được đọc",
        "the document embeds parts of other files; they were not read",
    ),
    "damaged-text": Words(
        "văn bản mang dấu vết nhận dạng chữ sai ngôn ngữ hoặc mất dấu; lời văn được khôi phục để đối chiếu, "
        "trích dẫn giữ như in",
        "the text bears the marks of recognition in the wrong language, or lost its accents; it was restored "
        "for comparison and is quoted as printed",
    ),
    "target-left-out": Words(
        "dòng {lines}: không ghi được mức “{printed}”; chỉ tiêu này bị bỏ qua",
        "line {lines}: the bound “{printed}” cannot be recorded; this target was left out",
    ),
    "letters-for-digits": Words(
        "in “{printed}”, có chữ cái ở chỗ của chữ số; hiểu là {read}",
        "printed “{printed}”, with letters where digits belong; read as {read}",
    ),
    "mixed-scripts": Words(
        "in “{printed}” có chữ cái không phải chữ Latinh; hiểu là {read}",
        "printed “{printed}” with letters that are not Latin; read as {read}",
    ),
    "unknown-letters": Words(
        "in “{printed}” có ký tự không phải chữ hay số thường dùng; không hiểu được, hãy đối chiếu với bản in",
        "printed “{printed}” with signs that are no usual letters or digits; it is not understood, see the print",
    ),
    # of the head
    "first-year-of-issue": Words(
        "năm đầu của giai đoạn lấy theo năm ban hành ({year})", "the first year is that of its issue ({year})"
    ),
    "period-of-content": Words(
        "giai đoạn {period} lấy theo nội dung, không theo tên văn bản",
        "the period {period} is that of the content, not of the title",
    ),
    "year-outside-period": Words(
        "năm {year} không thuộc giai đoạn {period}", "the year {year} lies outside the period {period}"
    ),
    "number-blank": Words("số văn bản để trống", "the number of the document is left blank"),
    "date-incomplete": Words("ngày ban hành in thiếu ({printed})", "the date of issue is incomplete ({printed})"),
    "date-of-signature": Words(
        "văn bản không in đủ ngày; lấy ngày của chữ ký số ({date})",
        "no full date is printed; that of the digital signature is taken ({date})",
    ),
    "unit-level": Words(
        "không rõ {unit} là cấp tỉnh hay cấp huyện", "whether {unit} is of the province's level or a district's is open"
    ),
    "issuer-of-content": Words(
        "văn bản không có phần đầu; cơ quan ban hành suy từ nội dung ({unit})",
        "the document has no letterhead; its issuer is told from the content ({unit})",
    ),
    "no-province": Words("văn bản không nêu tên tỉnh", "the document does not name its province"),
    "no-district": Words("văn bản không nêu tên huyện", "the document does not name its district"),
    "no-commune": Words("văn bản không nêu tên xã", "the document does not name its commune"),
    "province-of-content": Words("chỉ nội dung nêu tên tỉnh", "only the content names the province"),
    "district-of-content": Words("chỉ nội dung nêu tên huyện", "only the content names the district"),
    "commune-of-content": Words("chỉ nội dung nêu tên xã", "only the content names the commune"),
    "kind-of-no-plan": Words(
        "văn bản là {kind}, thường không phải kế hoạch", "the document is called {kind}, which is seldom a plan"
    ),
    "legal-text": Words(
        "văn bản gồm các điều, không mang tên kế hoạch nào", "the document consists of articles and names no plan"
    ),
    "decision-without-plan": Words(
        "quyết định không ban hành hay phê duyệt kế hoạch nào", "the decision neither issues nor approves a plan"
    ),
    "kind-untold": Words("văn bản không cho biết là loại văn bản gì", "the document does not tell its kind"),
    "nothing-asked": Words(
        "không đọc được chỉ tiêu hay nhiệm vụ nào", "neither a target nor a task was found in the document"
    ),
    "period-assumed": Words(
        "văn bản không nêu giai đoạn; khi đối chiếu lấy {period}, theo năm ban hành và các mốc của chỉ tiêu",
        "the document states no period; {period} is taken for the audit, from its issue to the last of its targets",
    ),
    # of a number, a date, a citation
    "code-mended": Words("ký hiệu in “{printed}”, đọc là {read}", "the number is printed “{printed}”, read as {read}"),
    "serial-spaced": Words("số in “{printed}”, đọc là {read}", "the serial is printed “{printed}”, read as {read}"),
    "serial-shares-code": Words(
        "số in rút gọn cùng {number}, đọc là {read}", "printed short beside {number}, read as {read}"
    ),
    "number-without-code": Words("số in thiếu ký hiệu cơ quan", "the number lacks the code of its issuer"),
    "no-such-day": Words("ngày in “{printed}” không có thật", "there is no such day as “{printed}”"),
    "date-mended": Words("ngày in “{printed}”, đọc là {read}", "the date is printed “{printed}”, read as {read}"),
    "kind-and-code-differ": Words(
        "ghi loại văn bản là {kind} nhưng ký hiệu là {code}", "called {kind}, but its number says {code}"
    ),
    "year-and-date-differ": Words(
        "năm trong số hiệu ({year}) khác năm của ngày in ({printed})",
        "the year in the number ({year}) is not that of the date ({printed})",
    ),
    "two-dates": Words(
        "cùng số {number} được in với ngày {dates}", "the same number {number} is printed with the dates {dates}"
    ),
    # of a target
    "ranks-read-as-first": Words(
        "văn bản in “nhóm thứ”; hiểu là trong nhóm các hạng đầu", "printed “nhóm thứ”; read as among the first ranks"
    ),
    "digits-apart": Words(
        "in “{printed}”, các chữ số bị tách rời; hiểu là {read}",
        "printed “{printed}”, its digits apart; read as {read}",
    ),
    "hyphen-lost": Words(
        "in “{printed}”, mất dấu nối; hiểu là {read}", "printed “{printed}”, without its hyphen; read as {read}"
    ),
    "answered-for": Words(
        "nêu như ngưỡng chịu trách nhiệm; hiểu là mức phải đạt",
        "said as the limit from which someone answers for it; read as the bound",
    ),
    "only-at-most": Words(
        "mức in ngược chiều: chỉ tiêu đo này chỉ có nghĩa với “tối đa”; giữ như in",
        "the bound is printed the wrong way: on this measure only a maximum makes sense; kept as printed",
    ),
    "only-at-least": Words(
        "mức in ngược chiều: chỉ tiêu đo này chỉ có nghĩa với “tối thiểu”; giữ như in",
        "the bound is printed the wrong way: on this measure only a minimum makes sense; kept as printed",
    ),
    "number-of-deadline": Words("số ghi ở ô thời gian", "the number stands in the cell of the deadline"),
}
