"""What other Python programs call: `audit`, `read_document`, `report`. `docs/api.md` has an example that is run.

Everything here keeps its name and meaning within a major version; all other modules may change with any release. The
command does not import this module, and it imports what it needs when it is called.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cascade.ingest.draft import Draft
    from cascade.model.domain import Domain
    from cascade.model.words import Lang
    from cascade.reading.fault import Fault
    from cascade.result.result import Need, Result

AnyPath = str | PathLike[str]


class CascadeError(Exception):
    """What a call cannot do: rules or a document that cannot be read. `faults` have file, line, column and words."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(f"{one.file}:{one.line}: {one.message('en')}" for one in faults))
        self.faults = tuple(faults)


def audit(
    paths: Iterable[AnyPath],
    *,
    rules: Iterable[AnyPath] = (),
    decisions: Iterable[AnyPath] = (),
    today: date = date.min,
    needs: Collection[Need] = (),
) -> Result:
    """The audit of all plan files and documents at `paths`, files or folders.

    `rules`: folders of rules that replace or add to those that ship; where none are named, rules of
    one's own at the root of `paths` are added. `decisions`: files of what people have decided;
    where none are named, what lies at the root of `paths` counts. `today`: the day that waivers are held against (the
    command takes the clock's; by default none has run out); what people let stand is here with its `waived`, and does
    not count in `counts` and `fails`. `needs`: `"comparisons"` (what every plan makes of every item above it, sound
    or not) and `"because"` (the words that tie the two items of each), which take time.

    What could not be read stands in `faults` of the result, and the rest is audited all the same. Raises
    CascadeError where the rules cannot be read whole: nothing is audited by half of them.
    """
    from cascade.audit import audit as audited
    from cascade.ingest.submitted import submitted
    from cascade.reading.decisions import decided_of
    from cascade.reading.plans import read_corpus
    from cascade.result.fill import fill

    asked = tuple(map(Path, paths))
    domain, folders = _domain(rules, asked)
    corpus = read_corpus(asked, domain, None, submitted(domain, folders))
    corpus, decided = decided_of(corpus, asked, tuple(map(Path, decisions)) or None, domain.rules)
    return fill(audited(corpus, domain, decided, today), needs)


def read_document(path: AnyPath, *, rules: Iterable[AnyPath] = ()) -> Draft:
    """The draft of the plan that one document holds: head, citations, targets, tasks, each with a confidence and its
    doubts. `draft.plan` is the plan, or None where the text does not say what an audit needs (`draft.missing`).

    Raises CascadeError where the file is no document that can be read, or holds nothing of a plan.
    """
    from cascade.ingest.folder import read_one

    domain, _ = _domain(rules)
    outcome = read_one(Path(path), domain)
    if outcome.draft is None:
        raise CascadeError([outcome.fault] if outcome.fault else [])
    return outcome.draft


def report(result: Result, form: str = "json", lang: Lang = "vi") -> bytes:
    """A result in one of the forms of `cascade audit --format` (`html`, `json`, `markdown`, `xlsx`, `sarif` …).

    Forms that show comparisons or reasons show those that the result holds (`needs` of `audit`). Raises ValueError for
    a form that there is not, or that is made into submitted documents and not from a result alone.
    """
    from cascade.formats.table import AUDIT

    known = AUDIT.get(form)
    if known is None or known.originals:
        raise ValueError(form)
    return known.render(result, lang)


def _domain(rules: Iterable[AnyPath], paths: Iterable[Path] = ()) -> tuple[Domain, tuple[Path, ...]]:
    from cascade.checks.registry import CHECKS
    from cascade.reading.rules import read_rules, rules_beside

    folders = tuple(map(Path, rules))
    read = read_rules(folders, CHECKS, beside=() if folders else rules_beside(paths))
    if read.domain is None or read.faults:
        raise CascadeError(read.faults)
    return read.domain, folders


__all__ = ["CascadeError", "audit", "read_document", "report"]
