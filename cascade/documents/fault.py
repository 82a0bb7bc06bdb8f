"""Why a document cannot be read, and what a person should know of one that was, in both languages."""

from __future__ import annotations

from cascade.model.words import Lang, Words

PROBLEMS: dict[str, Words] = {
    "unreadable": Words(
        "không đọc được tệp: {reason}; hãy kiểm tra đường dẫn và quyền đọc tệp",
        "the file cannot be read: {reason}; check its path and your right to read it",
    ),
    "too-large": Words(
        "tệp lớn hơn {limit}; hãy tách tài liệu ra hoặc bỏ bớt hình ảnh rồi thử lại",
        "the file is larger than {limit}; split the document or leave out its pictures, then try again",
    ),
    "too-long": Words(
        "văn bản dài hơn {limit} ký tự, không kế hoạch nào dài đến thế; hãy tách ra và chỉ nộp phần kế hoạch",
        "the text is longer than {limit} characters, and no plan is; split it and submit the plan alone",
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
    "binary": Words(
        "tệp không phải văn bản và không thuộc dạng nào đọc được; cần tệp {expected}",
        "the file is not text and of no kind that is read here; give one of {expected}",
    ),
    "unsupported": Words(
        "tệp là {kind}, chưa đọc được; cần tệp {expected}",
        "the file is {kind}, which is not read; give one of {expected}",
    ),
    "damaged": Words(
        "tệp bị hỏng hoặc bị cắt cụt (ở {part}); hãy xin lại tệp, hoặc mở bằng phần mềm đã soạn ra nó rồi lưu lại",
        "the file is damaged or cut short (at {part}); ask for it again, or open it in the program that wrote it "
        "and save it anew",
    ),
    "not-docx": Words(
        "tệp không phải là tài liệu Word (.docx): thiếu phần {part}; hãy mở bằng Word và lưu lại dạng .docx",
        "the file is no Word document (.docx): it lacks the part {part}; open it in Word and save it as .docx",
    ),
    "old-word": Words(
        "tệp mang tên .docx nhưng không phải dạng .docx (có thể là Word đời cũ); "
        "hãy đổi phần mở rộng thành .doc, hoặc mở bằng Word và lưu lại dạng .docx",
        "the file is called .docx and is not one (an old Word document, perhaps); "
        "rename it to .doc, or open it in Word and save it as .docx",
    ),
    "not-a-file": Words(
        "đây không phải là tệp thường; hãy chỉ đúng tệp tài liệu",
        "this is no regular file; name the file of a document",
    ),
    "encrypted": Words(
        "tài liệu bị khóa bằng mật khẩu; hãy mở bằng mật khẩu, bỏ mật khẩu rồi lưu lại",
        "the document is locked with a password; open it, remove the password and save it again",
    ),
    "needs-extra": Words(
        "để đọc loại tệp này cần cài thêm {package}: pip install cascade-audit",
        "reading this kind of file needs {package}: pip install cascade-audit",
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
    "not-pdf": Words(
        "tệp không phải là tài liệu PDF; hãy kiểm tra lại tệp, hoặc mở bằng phần mềm đã tạo ra nó và lưu lại dạng .pdf",
        "the file is no PDF document; check it, or open it with the program that made it and save it as .pdf",
    ),
    "truncated-pdf": Words(
        "tệp PDF bị cắt cụt, thiếu phần cuối; hãy tải lại hoặc xin lại tệp từ nơi gửi",
        "the PDF file is cut short, its end is missing; download it again or ask its sender for it",
    ),
    "damaged-pdf": Words(
        "tệp PDF bị hỏng, không mở được; hãy xin lại tệp, hoặc mở bằng phần mềm khác rồi in lại thành tệp .pdf",
        "the PDF file is damaged and cannot be opened; ask for it again, or print it anew to .pdf with another program",
    ),
    "no-pages": Words(
        "tệp PDF không có trang nào; hãy xin lại tệp từ nơi gửi",
        "the PDF file has no pages; ask its sender for it again",
    ),
    "too-many-pages": Words(
        "tài liệu có {pages} trang, nhiều hơn mức {most} trang; hãy tách ra và chỉ nộp phần kế hoạch",
        "the document has {pages} pages, more than the {most} that are read; split it and give only the plan",
    ),
    "page-too-large": Words(
        "trang {page} có khổ giấy hoặc lượng chữ lớn bất thường; hãy in lại tài liệu sang khổ A4 hoặc A3 dạng .pdf",
        "page {page} has an abnormal paper size or amount of text; print the document anew to .pdf on A4 or A3",
    ),
    "not-image": Words(
        "tệp không phải là ảnh PNG, JPEG hay TIFF; hãy quét lại và lưu dạng .pdf hoặc một trong các dạng ảnh đó",
        "the file is no PNG, JPEG or TIFF picture; scan it again and save it as .pdf or as one of those",
    ),
    "damaged-image": Words(
        "tệp ảnh bị hỏng hoặc bị cắt cụt; hãy quét lại hoặc xin lại tệp từ nơi gửi",
        "the picture is damaged or cut short; scan it again or ask its sender for it",
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
NOTES: dict[str, Words] = {
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
}


class DocumentError(Exception):
    """A document cannot be read: a code of `PROBLEMS` and the facts that fill its words."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts

    def message(self, lang: Lang) -> str:
        """What is wrong and what to do."""
        return PROBLEMS[self.code].say(lang, **self.facts)
