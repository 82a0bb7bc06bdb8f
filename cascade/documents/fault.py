"""Why a document cannot be read, and what a person should know of one that was, in both languages."""

from __future__ import annotations

from cascade.documents.formats import READABLE
from cascade.model.words import Lang, Words

PROBLEMS: dict[str, Words] = {
    "unreadable": Words(
        "không đọc được tệp: {reason}; hãy kiểm tra đường dẫn và quyền đọc tệp",
        "the file cannot be read: {reason}; check its path and your right to read it",
    ),
    "too-large": Words(
        "tệp lớn hơn {limit} (limits.file-size trong cascade.toml); hãy tách tài liệu ra hoặc bỏ bớt hình ảnh "
        "rồi thử lại",
        "the file is larger than {limit} (limits.file-size in cascade.toml); split the document or leave out its "
        "pictures, then try again",
    ),
    "too-long": Words(
        "văn bản dài hơn {limit} ký tự (limits.characters trong cascade.toml), không kế hoạch nào dài đến thế; hãy "
        "tách ra và chỉ nộp phần kế hoạch",
        "the text is longer than {limit} characters (limits.characters in cascade.toml), and no plan is; split it and "
        "submit the plan alone",
    ),
    "bomb": Words(
        "nội dung nén của tệp khi giải nén lớn bất thường ({part}), nên không được mở; "
        "hãy mở bằng Word và lưu lại thành tệp .docx mới",
        "what the file packs unpacks to an abnormal size ({part}), so it is not opened; "
        "open it in Word and save it as a new .docx",
    ),
    "empty": Words(
        "tệp trống (0 byte); hãy xin lại tệp từ nơi gửi", "the file is empty (0 bytes); ask its sender for it again"
    ),
    "no-text": Words(
        "tài liệu không có chữ nào; hãy kiểm tra xem có đúng tệp cần nộp không",
        "the document holds no text; check that it is the file that was meant",
    ),
    "only-pictures": Words(
        "tài liệu chỉ có hình ảnh, không có chữ; hãy lưu lại thành tệp .pdf để nhận dạng chữ",
        "the document holds only pictures and no text; save it as .pdf so that the text can be recognised",
    ),
    "encoding": Words(
        "không nhận ra bảng mã của chữ (từ byte thứ {byte}): không phải UTF-8, UTF-16, Windows-1258, TCVN3 hay VNI; "
        "hãy mở tệp bằng phần mềm đã soạn ra nó và lưu lại bằng UTF-8",
        "the encoding of the text is not recognised (at byte {byte}): it is not UTF-8, UTF-16, Windows-1258, TCVN3 "
        "or VNI; open the file with the program that wrote it and save it as UTF-8",
    ),
    "not-a-document": Words(
        "tệp không phải là tài liệu đọc được ({kind}); cần tệp {expected}",
        "the file is no document that is read here ({kind}); give one of {expected}",
    ),
    "damaged": Words(
        "tệp bị hỏng hoặc bị cắt cụt ({part}); hãy xin lại tệp, hoặc mở bằng phần mềm đã soạn ra nó rồi lưu lại",
        "the file is damaged or cut short ({part}); ask for it again, or open it in the program that wrote it "
        "and save it anew",
    ),
    "not-docx": Words(
        "tệp không phải là tài liệu Word (.docx): thiếu phần {part}; hãy mở bằng Word và lưu lại dạng .docx",
        "the file is no Word document (.docx): it lacks the part {part}; open it in Word and save it as .docx",
    ),
    "not-a-file": Words(
        "đây không phải là tệp thường; hãy chỉ đúng tệp tài liệu",
        "this is no regular file; name the file of a document",
    ),
    "encrypted": Words(
        "tài liệu bị khóa bằng mật khẩu; hãy mở bằng mật khẩu, bỏ mật khẩu rồi lưu lại",
        "the document is locked with a password; open it, remove the password and save it again",
    ),
    "needs-office": Words(
        "để đọc tệp {kind} cần có LibreOffice (sudo apt install libreoffice-writer-nogui); "
        "hoặc mở tệp bằng Word và lưu lại dạng .docx",
        "reading {kind} files needs LibreOffice (sudo apt install libreoffice-writer-nogui); "
        "or open the file in Word and save it as .docx",
    ),
    "office-failed": Words(
        "LibreOffice không chuyển được tệp {kind} này; hãy mở bằng Word và lưu lại dạng .docx",
        "LibreOffice could not convert this {kind} file; open it in Word and save it as .docx",
    ),
    "office-timeout": Words(
        "LibreOffice chưa chuyển xong tệp {kind} này sau {seconds} giây; hãy mở bằng Word và lưu lại dạng .docx",
        "LibreOffice did not finish with this {kind} file in {seconds} seconds; open it in Word and save it as .docx",
    ),
    "too-many-pages": Words(
        "tài liệu có {pages} trang, nhiều hơn mức {most} trang (limits.pages trong cascade.toml); hãy "
        "tách ra và chỉ nộp phần kế hoạch",
        "the document has {pages} pages, more than the {most} that are read (limits.pages in cascade.toml); split it "
        "and give only the plan",
    ),
    "page-too-large": Words(
        "trang {page} có khổ giấy hoặc lượng chữ lớn bất thường; hãy in lại tài liệu sang khổ A4 hoặc A3 dạng .pdf",
        "page {page} has an abnormal paper size or amount of text; print the document anew to .pdf on A4 or A3",
    ),
    "picture-too-large": Words(
        "ảnh quá lớn ({size} điểm ảnh); hãy quét lại ở 300 dpi, mỗi trang một ảnh",
        "the picture is too large ({size} pixels); scan it again at 300 dpi, one page each",
    ),
    "needs-tesseract": Words(
        "tài liệu là bản quét, cần Tesseract để nhận dạng chữ: sudo apt install tesseract-ocr tesseract-ocr-vie "
        "(macOS: brew install tesseract tesseract-lang; Windows: winget install UB-Mannheim.TesseractOCR, chọn thêm "
        "tiếng Việt)",
        "the document is scanned and needs Tesseract to recognise its text: sudo apt install tesseract-ocr "
        "tesseract-ocr-vie (macOS: brew install tesseract tesseract-lang; Windows: winget install "
        "UB-Mannheim.TesseractOCR, adding Vietnamese)",
    ),
    "needs-vietnamese": Words(
        "Tesseract chưa có dữ liệu tiếng Việt: sudo apt install tesseract-ocr-vie (macOS: brew install tesseract-lang; "
        "Windows: chạy lại bộ cài đặt và chọn thêm tiếng Việt)",
        "Tesseract lacks its Vietnamese data: sudo apt install tesseract-ocr-vie (macOS: brew install tesseract-lang; "
        "Windows: run its installer again and add Vietnamese)",
    ),
    "ocr-failed": Words(
        "Tesseract không nhận dạng được trang {page}; hãy quét lại trang này rõ hơn ở 300 dpi",
        "Tesseract could not recognise page {page}; scan that page again, more clearly, at 300 dpi",
    ),
    "ocr-timeout": Words(
        "Tesseract chưa đọc xong trang {page} sau {seconds} giây; hãy quét lại trang này rõ hơn ở 300 dpi",
        "Tesseract did not finish page {page} in {seconds} seconds; scan that page again, more clearly, at 300 dpi",
    ),
}


class DocumentError(Exception):
    """A document cannot be read: a code of `PROBLEMS` and the facts that fill its words."""

    def __init__(self, code: str, **facts: str | Words) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts

    @classmethod
    def of_kind(cls, kind: str) -> DocumentError:
        """For a file that is recognised as `kind`, or as no text, and is no document."""
        return cls("not-a-document", kind=kind, expected=READABLE)

    def message(self, lang: Lang) -> str:
        """What is wrong and what to do."""
        facts = {name: fact.say(lang) if isinstance(fact, Words) else fact for name, fact in self.facts.items()}
        return PROBLEMS[self.code].say(lang, **facts)
