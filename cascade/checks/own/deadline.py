"""By when an item is due, and in which parts of a year it recurs."""

from __future__ import annotations

from cascade.model.due import Day, days_named
from cascade.model.own_rule import PER_YEAR, Due, Period, Signed
from cascade.model.plan import Target, Task
from cascade.model.quantities import Quantities
from cascade.model.text import any_word_of, fold

_MONTHS = 12


def due_of(item: Target | Task) -> str:
    """A deadline as the item states it; "" where it states none."""
    if isinstance(item, Task):
        return item.due or ""
    year = item.by or item.in_year
    return str(year) if year else "hằng năm" if item.yearly else ""


def within(days: tuple[Day, ...], span: Signed) -> bool:
    """Whether days are named, and all of them lie within a span; one without ends holds whatever is named."""
    if span.since is None and span.until is None:
        return True
    return bool(days) and all(
        (span.since is None or span.since <= day) and (span.until is None or day <= span.until) for day in days
    )


class Recurring:
    """Tells how often items recur, by the words of `rules/quantities.yaml`, with and without accents."""

    def __init__(self, words: Quantities) -> None:
        rates = sorted(words.rates.items(), key=lambda rate: -int(rate[0]))
        self._rates = [(int(times), any_word_of(map(fold, said))) for times, said in rates]

    def periods(self, item: Target | Task, period: Period) -> frozenset[int]:
        """The months, quarters or half-years of a year in which an item is done, counted from 0."""
        number = PER_YEAR[period]
        due = due_of(item)
        said = fold(f"{due} ; {item.words}")
        if next((times for times, words in self._rates if words.search(said)), 0) >= number:
            return frozenset(range(number))
        return frozenset((day.month - 1) * number // _MONTHS for day in days_named(due))

    def meets(self, item: Target | Task, asked: Due) -> bool:
        """Whether a deadline lies within what is asked, and recurs as often."""
        if not within(days_named(due_of(item)), asked):
            return False
        return asked.repeats is None or len(self.periods(item, asked.repeats)) == PER_YEAR[asked.repeats]
