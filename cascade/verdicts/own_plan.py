"""Tasks that ask for no more than a plan on the parent's subject: the plan under review, where that is its subject."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from cascade.answers.lexis import NOTHING, Lexis, lexis_of
from cascade.model.domain import Domain
from cascade.model.text import any_of, nfc, plain_text


class OwnPlan(msgspec.Struct, frozen=True, dict=True):
    """Tells them by the words of `rules/general.yaml`: a deed that makes a plan, its subject, and perhaps what it is to
    hold."""

    lexis: Lexis

    @cached_property
    def _asks(self) -> re.Pattern[str]:
        words = self.lexis.wording.general
        asks, tells = any_of(map(nfc, words.makes_plan)), any_of(map(nfc, words.plan_tells))
        return re.compile(
            rf"(?P<asks>{asks})\s+(?P<subject>[^;.]+?)(?:[,;]\s*(?:{tells})(?!\w)[^;.]*)?\W*", re.IGNORECASE
        )

    @cached_property
    def _besides(self) -> frozenset[str]:
        """Words beside the subject: of the year, and of whose plan it is."""
        general = self.lexis.wording.general
        besides = (*general.titles, *general.before_years, *general.hollow, *general.light, *general.plan_besides)
        return frozenset(unit for phrase in besides for unit in self.lexis.read(phrase).units)

    def asked_for(self, text: str, title: str | None) -> str | None:
        """The words by which a task asks for a plan on what a `title` says, and for nothing else; None where it asks
        for more, or for another plan."""
        found = self._asks.fullmatch(nfc(text).strip())
        if found is None or title is None:
            return None
        said = self.lexis.read(title).units
        units = [u for u in self.lexis.read(found["subject"]).units if u not in self._besides]
        holds = self.lexis.nearness.holds
        same = all(max((self.lexis.near(unit, other)[0] for other in said), default=0) >= holds for unit in units)
        return plain_text(found["asks"]) if units and units != [NOTHING] and same else None


def own_plan_of(domain: Domain) -> OwnPlan:
    """The words of `domain` ready to be sought: they are made once and kept with it."""
    own_plan: OwnPlan = domain.__dict__.setdefault("own_plan", OwnPlan(lexis_of(domain)))
    return own_plan
