"""Who is charged with a task of prose: the body that leads it and those that it works with."""

from __future__ import annotations

import re

import msgspec

from cascade.lexicon.bodies import bodies
from cascade.lexicon.passage import Passage, plain_words
from cascade.lexicon.vocabulary import Vocabulary
from cascade.model.domain import Domain
from cascade.model.text import any_of

_LEADS = re.compile(
    r"^(?P<who>[A-ZĐÀ-Ỹ][^.;:]{2,80}?)\s*"
    r"(?::|chủ trì|có trách nhiệm|chịu trách nhiệm|chủ động|phối hợp)",
    re.DOTALL,
)
_MARK = re.compile(r"^\W*\d{1,2}\s*[-/.)]\s*(?=[^\W\d])")
_ASKED = re.compile(r"^(?:giao|giao cho|đề nghị|yêu cầu|phân công)\s+(?:cho\s+)?(?=[^\W\d_])", re.IGNORECASE)
_WHEN = re.compile(r"^(?:trường hợp|khi|nếu|định kỳ|hàng|hằng|mỗi|trên cơ sở|căn cứ)\s[^,;.:]{0,80},\s*", re.IGNORECASE)
_OF = re.compile(r"^trách nhiệm\s+(?:thực hiện\s+)?của\s+", re.IGNORECASE)
_FOR_ALL = re.compile(r"^đối với\s+(?:tất cả\s+)?", re.IGNORECASE)
_ROLE = re.compile(r"\s+là\s.*$|\s+(?:trực tiếp|chủ động|thường xuyên|có trách nhiệm)\s*$", re.DOTALL)
_PARTNERS = re.compile(r"phối hợp\s+(?:chặt chẽ\s+)?(?:với\s+)?(?P<who>.+)$", re.IGNORECASE)
_PARTNERS_END = re.compile(r"\s+(?:nhất là|đặc biệt là|để|nhằm|trong việc|trong công tác|làm|lấy)\s", re.IGNORECASE)
_LONGEST = 24  # words of a list of bodies at the head of a sentence
_LONGEST_NAME = 20  # words of one body
_BEFORE_VERB = (2, 24)  # words of the bodies between the beginning of a sentence and its verb
_CHARGE = re.compile(
    r"^(?P<lead>.{4,160}?)\s+(?:chủ trì|chịu trách nhiệm(?:\s+chính)?|phụ trách|làm đầu mối)"
    r"(?:\s*,?\s*phối hợp(?:\s+với)?\s+(?P<with>.+?))?(?:\s+(?:thực hiện|tham mưu|triển khai|tổ chức)){0,3}\W*$",
    re.DOTALL,
)
_OF_SECTION = re.compile(
    r"^(?:các|những)?\s*(?:nhiệm vụ|nội dung|công việc)\s+(?:[^.;]{0,40}?\s)?(?:này|trên)\s+(?:do|giao(?:\s+cho)?)\s+",
    re.IGNORECASE,
)
_CHARGED_LAST = re.compile(r"\(\s*(?P<inside>[^()]{3,240})\)[\s.;*]*$")
_HELPED = re.compile(r"\s*;\s*|,?\s*(?=phối hợp\s+(?:với\s+)?[^\W\d_])", re.IGNORECASE)
_HELPED_WITH = re.compile(r"^phối hợp\b", re.IGNORECASE)
_HELPING = re.compile(r"\b(?:phối hợp|tham mưu)\W*$", re.IGNORECASE)
_CHARGING = re.compile(
    r"^phối hợp\s+(?:với\s+)?|\s*(?:chủ trì|phụ trách|thực hiện|tham mưu|phối hợp)(?:\s+(?:thực hiện|tham mưu))?\W*$",
    re.IGNORECASE,
)


class Charge(msgspec.Struct, frozen=True):
    """A sentence that only says who does what was said before it: who leads, who takes part."""

    lead: tuple[str, ...]
    partners: tuple[str, ...] = ()


class Charged:
    """Finds the bodies that a task names with the phrases of `rules/reading.yaml`."""

    def __init__(self, domain: Domain) -> None:
        self.domain = domain
        vocabulary = Vocabulary(domain)
        self.verbs, self._verb_at = vocabulary.verbs, vocabulary.verb_at
        self.body = re.compile(rf"^(?:{any_of(domain.phrases.starters.get('agency', ()))})(?!\w)", re.IGNORECASE)

    def lead_above(self, above: str | None, heading: str) -> tuple[str, ...]:
        """The bodies of the heading `above` a task that names who is responsible, or of a `heading` that speaks to
        some ("Đối với các sở, ban, ngành")."""
        if above:
            return self._named(_ROLE.sub("", _ASKED.sub("", _OF.sub("", above.strip(" :.;")))))
        spoken_to = _FOR_ALL.sub("", heading) if _FOR_ALL.match(heading) else ""
        return self._named(spoken_to.strip(" :.;")) if self.body.match(spoken_to) else ()

    def own_lead(self, text: str) -> tuple[str, ...]:
        """The bodies that the words of a task itself name as its lead."""
        bare = _ASKED.sub("", _WHEN.sub("", _MARK.sub("", text)))
        own = _LEADS.match(bare)
        who = self._until_verb(own["who"]) if own and self.body.match(own["who"]) else self._before_verb(bare)
        if who is None:
            bracketed = self.bracketed(text)
            return bracketed.lead if bracketed else ()
        who = _ROLE.sub("", who) if who else ""
        return self._named(who) if who and len(who.split()) <= _LONGEST else ()

    def charge(self, text: str) -> Charge | None:
        """What a sentence says that charges bodies with the deeds told before it and tells no deed ("Giao Phòng
        Nội vụ chủ trì, phối hợp với Thanh tra huyện thực hiện."); None for any other."""
        found = _CHARGE.match(_ASKED.sub("", text.strip()))
        if found is None or not self.body.match(found["lead"]) or self._verb_at(found["lead"]) is not None:
            return None
        who = found["with"] or ""
        if who and (not self.body.match(who) or self._verb_at(who) is not None):
            return None
        return Charge(self._named(found["lead"]), self._named(who))

    def bracketed(self, text: str) -> Charge | None:
        """Who does what stands before, where a text ends with that in brackets ("(Phòng Nội vụ chủ trì; Công an xã
        phối hợp)"); None where no bracket names a body."""
        found = _CHARGED_LAST.search(text)
        lead: list[str] = []
        partners: list[str] = []
        for part in _HELPED.split(found["inside"]) if found else ():
            who = _CHARGING.sub("", part).strip(" ,;.")
            if self.body.match(who) and self._verb_at(who) is None:
                (partners if _HELPING.search(part) or (lead and _HELPED_WITH.search(part)) else lead).extend(
                    self._named(who)
                )
        return Charge(tuple(lead), tuple(partners)) if lead else None

    def charge_of_section(self, text: str) -> Charge | None:
        """What a sentence says that charges bodies with all the tasks above it ("Các nhiệm vụ tại mục này do …")."""
        found = _OF_SECTION.match(text)
        return self.charge(text[found.end() :]) if found else None

    def partners(self, text: str) -> tuple[str, ...]:
        """The bodies that a task is done together with."""
        found = _PARTNERS.search(text)
        if not found or not self.body.match(found["who"]):
            return ()
        who = _PARTNERS_END.split(re.split(r"[.;:)]", found["who"])[0])[0]
        return self._named(self._until_verb(who))

    def _until_verb(self, text: str) -> str:
        return text[: self._verb_at(text)].strip(" ,")

    def _before_verb(self, text: str) -> str | None:
        """The body that a sentence begins with, up to what it is to do ("Sở Tài chính bố trí kinh phí")."""
        who = self._until_verb(text) if self.body.match(text) and self._verb_at(text) is not None else ""
        fewest, most = _BEFORE_VERB
        return who if fewest <= len(who.split()) <= most else None

    def _named(self, text: str) -> tuple[str, ...]:
        named = bodies(Passage(plain_words(text, 1)), self.domain)
        return tuple(one[0].upper() + one[1:] for one in named if len(one.split()) <= _LONGEST_NAME)
