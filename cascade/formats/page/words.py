"""What the page says around the findings, in both languages, and how both stand in it at once."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from cascade.model.text import page_line
from cascade.model.words import LANGS, Lang, Words

BOTH = Markup("<span lang=vi>{}</span><span lang=en>{}</span>")


def both(words: Words, /, **facts: object) -> Markup:
    """The statement in both languages, of which the page shows one; facts may be `Words` themselves."""
    return _both(words, tuple(facts.items()))


@lru_cache(maxsize=8192)
def _both(words: Words, facts: tuple[tuple[str, object], ...]) -> Markup:
    """What is said again and again is put together once."""
    vi, en = (page_line(said(words, lang, **dict(facts))) for lang in LANGS)
    return escape(vi) if vi == en else BOTH.format(vi, en)


def said(words: Words, lang: Lang, /, **facts: object) -> str:
    """The statement in one language."""
    return words.say(
        lang, **{name: fact.say(lang) if isinstance(fact, Words) else fact for name, fact in facts.items()}
    )


TITLE = Words("Kiểm tra kế hoạch theo căn cứ", "Check of plans against those they carry out")
COMPARED_WITH = Words("{n} kế hoạch đối chiếu với {parent}.", "{n} plans compared with {parent}.")
COMPARED = Words(
    "{n} văn bản trong hồ sơ; {compared} kế hoạch được đối chiếu với kế hoạch cấp trên.",
    "{n} documents on file; {compared} plans compared with those above them.",
)
DRAFTS = Words(
    "Văn bản do máy đọc, chưa soát: mỗi điểm dưới đây là gợi ý để xem lại, chưa phải kết luận.",
    "Read by machine, not reviewed: each point below is something to look at again, not a conclusion.",
)
SOME_DRAFTS = Words(
    "Văn bản ghi «máy đọc» chưa được soát: mỗi điểm ở đó là gợi ý để xem lại, chưa phải kết luận.",
    "Documents marked «read by machine» were not reviewed: each point there is something to look at, not a conclusion.",
)
DRAFT = Words("máy đọc", "read by machine")
SKIP = Words("Đến các điểm cần xem", "Skip to the points")
CONTENTS = Words("Nội dung trang", "On this page")
SUMMARY = Words("Tổng hợp", "Summary")
SCHEME = Words("Sơ đồ căn cứ", "Who carries out whom")
SCHEME_NOTE = Words(
    "Mỗi ô là một văn bản, đường nối đi từ kế hoạch cấp trên xuống kế hoạch thực hiện. Chọn một ô để xem các điểm.",
    "Each box is a document; lines run from a plan to those that carry it out. Choose a box for its points.",
)
MATRIX = Words("Từng nội dung của cấp trên", "Each item of the plan above")
POINTS = Words("Các điểm", "The points")
RULES = Words("Cách kiểm tra", "What is checked")
PASSED_OVER = Words("Tệp không phải kế hoạch", "Files that are no plans")
CHECKED = Words("đã so", "compared")
TARGETS_AND_TASKS = Words("{targets} chỉ tiêu, {tasks} nhiệm vụ", "{targets} targets, {tasks} tasks")
NOT_COMPARED = Words("chưa đối chiếu", "not compared")
UNHELD = Words("CHƯA ĐỐI CHIẾU: {n} kế hoạch", "NOT COMPARED: {n} plans")
COUNT = {
    "error": Words("{n} cần sửa", "{n} to correct"),
    "warning": Words("{n} cần xem lại", "{n} to review"),
    "info": Words("{n} ghi nhận", "{n} noted"),
}
KIND = {
    "sound": Words("Không có điểm nào", "No points"),
    "held": Words("Chưa đối chiếu được", "Not compared"),
    "basis": Words("Văn bản làm căn cứ", "Serves as basis"),
}
SINCE = Words(
    "So với {name}: chỉ nêu điểm mới; {known} điểm đã biết, {mended} điểm đã khắc phục.",
    "Since {name}: only what is new; {known} known, {mended} mended.",
)

ABOVE = Words("Cấp trên yêu cầu", "Required above")
OTHER = Words("Đối chiếu với", "Compared with")
LACKING = Words("Chưa thấy nội dung tương ứng; gần nhất là:", "No counterpart was found; the nearest words are:")
LACKING_ALL = Words(
    "Chưa thấy nội dung tương ứng, cũng không có nội dung nào gần.", "No counterpart, and nothing near."
)
PRINTED = Words("nguyên văn", "as printed")
PRODUCT = Words("sản phẩm: {product}", "product: {product}")
SUGGESTION = Words("Hướng xử lý", "Suggested change")
UNSURE = Words("chưa chắc", "not sure")
IN_YEAR = Words("Năm {year}:", "{year}:")
OF_ABOVE = Words("cấp trên {bound}", "above {bound}")
OF_THIS = Words("kế hoạch này {bound}", "this plan {bound}")
FREE = Words("không ràng buộc", "nothing")
TIES = {
    "same": Words("hai bên nói giống nhau", "both say the same"),
    "alike": Words("đồng nghĩa hoặc gần nghĩa", "synonyms, or near in meaning"),
    "unsaid": Words("kế hoạch này chưa nói tới", "not said in this plan"),
    "excluded": Words("loại trừ nhau", "exclude one another"),
}
TIES_NOTE = Words("Từ được đánh dấu trong hai đoạn trích:", "Words marked in the two passages:")

ITEM_ABOVE = Words("Nội dung của cấp trên", "Item above")
NEAREST_HEAD = Words("Nội dung gần nhất", "Nearest words")
STATE = {
    "lacking": Words("chưa thấy", "not found"),
    "weaker": Words("thấp hơn, trễ hạn hoặc có ngoại lệ", "weaker, late or with an exception"),
    "part": Words("nêu chưa đủ", "only in part"),
    "unsure": Words("chưa chắc, chưa so được", "not sure, not compared"),
    "sound": Words("có, đạt", "met"),
    "free": Words("không giao", "not asked"),
}
CODES = Words("Mã cạnh dấu dẫn đến điểm ấy.", "The code beside a sign leads to that point.")
ALL_UNSURE = Words("{n} nội dung chương trình chưa chắc", "{n} items of which the program is not sure")
ALL_SOUND = Words(
    "{n} nội dung khác không thấy điểm nào ở các kế hoạch này", "{n} other items without any point in these plans"
)

FILTERS = Words("Lọc", "Filter")
SEARCH = Words("Tìm", "Search")
SEARCH_HINT = Words("từ khóa, có hoặc không dấu", "words, with or without accents")
ALL_PLANS = Words("Tất cả kế hoạch", "All plans")
AREA = Words("Lĩnh vực", "Area")
ALL_AREAS = Words("Tất cả lĩnh vực", "All areas")
NO_AREA = Words("Không thuộc lĩnh vực nào", "No area")
RULE = Words("Loại điểm", "Kind")
ALL_RULES = Words("Tất cả loại điểm", "All kinds")
DECISION = Words("Kết luận", "Decision")
OPEN = Words("Chưa kết luận", "Open")
ACCEPTED = Words("Đã chấp nhận", "Accepted")
RESET = Words("Bỏ lọc", "Reset")
SHOWN = Words("Đang hiện {shown} trong {all} điểm", "{shown} of {all} points shown")
MADE_BY = Words("Lập bằng cascade {version}.", "Made by cascade {version}.")
