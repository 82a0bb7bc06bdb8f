"""The page: one HTML file that opens from disk without a network, in both languages, with all that was found.

Without scripts everything on it can be read; the script only filters and searches. Text of plans is text: the template
library escapes it, and a policy in the page lets nothing run, load or leave but the page's own script and style.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from cascade import __version__
from cascade.formats.page import words
from cascade.formats.page.matrix import SIGNS, matrices
from cascade.formats.page.passages import Passage, is_tied, passages, place, says_all, shown
from cascade.formats.page.scheme import scheme
from cascade.formats.page.stairs import stairs
from cascade.formats.page.words import both, said
from cascade.formats.notices import not_compared_words
from cascade.model.rule import SEVERITIES, Severity
from cascade.model.text import one_line
from cascade.model.words import Lang, Words
from cascade.result.result import FindingView, PlanView, Result

SHAPES: Mapping[str, str] = {"error": "■", "warning": "▲", "info": "●", "sound": "○", "held": "◇", "basis": "–"}
"""What tells a severity without its colour."""
_POLICY = "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
_LONG = 30
"""More rows than this scroll in a box of their own."""


def render(result: Result, lang: Lang) -> bytes:
    """The whole page; `lang` is the language that it opens in."""
    style, script = _part("page.css"), _part("page.js")
    drawn = _template().render(
        page=_Page(result, lang),
        result=result,
        lang=lang,
        W=words,
        style=Markup(style),
        script=Markup(script),
        policy=_POLICY.format(_digest(script), _digest(style)),
        version=__version__,
    )
    return drawn.encode()


def _part(name: str) -> str:
    return resources.files("cascade.formats.page").joinpath(name).read_text("utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("cascade.formats", "page"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_safe,
        extensions=["jinja2.ext.do"],
    )
    environment.globals |= {
        "both": both,
        "said": said,
        "SHAPES": SHAPES,
        "SIGNS": SIGNS,
        "SEVERITIES": SEVERITIES,
        "LONG": _LONG,
        "place": place,
        "shown": shown,
        "says_all": says_all,
    }
    return environment.get_template("page.html.jinja")


def _safe(value: object) -> object:
    """What a template writes: nothing in it is invisible, or breaks a line; escaped after that, unless it is markup."""
    if isinstance(value, float):
        return f"{value:g}"
    return value if isinstance(value, Markup) else one_line(str(value))


class _Page:
    """What the template asks of a result besides what stands in it."""

    def __init__(self, result: Result, lang: Lang) -> None:
        self.result, self.lang = result, lang
        self.matrices = matrices(result)
        self._uncompared = frozenset(one.plan for one in result.not_compared)
        self._ids: dict[str, str] = {}
        for plan in result.plans:
            self._ids[plan.id] = _free(f"plan-{'-'.join(plan.id.split())}", self._ids.values())

    def anchor(self, plan: PlanView) -> str:
        """The id of a plan's place on the page."""
        return self._ids[plan.id]

    def link(self, plan: PlanView) -> str:
        """The address of that place."""
        return f"#{quote(self._ids[plan.id])}"

    @property
    def schemes(self) -> Mapping[str, object]:
        """The drawing of the cascade for a wide screen and for a narrow one."""
        return {"wide": scheme(self.result.plans, 1080, 5), "narrow": scheme(self.result.plans, 350, 2)}

    def not_compared(self) -> list[tuple[str, str]]:
        """What was held against nothing, in both languages."""
        both_languages = ([text for _, text in not_compared_words(self.result, lang)] for lang in ("vi", "en"))
        return list(zip(*both_languages, strict=True))

    def counts(self, plan: PlanView) -> Mapping[Severity, int]:
        """How many findings of each severity a plan has that nobody lets stand."""
        found = Counter(one.severity for one in self.findings(plan) if one.waived is None)
        return {severity: found[severity] for severity in SEVERITIES}

    def findings(self, plan: PlanView) -> tuple[FindingView, ...]:
        """The findings of a plan."""
        return self.result.by_plan.get(plan.id, ())

    def worst(self, plan: PlanView) -> str:
        """The shape of a plan: its worst open finding, else whether it is sound, could not be compared, or is there to be compared with."""
        if plan.id in self._uncompared:
            return "held"
        if not self.has(plan):
            return "basis"
        return next((severity for severity, n in self.counts(plan).items() if n), "sound")

    def plans(self) -> list[PlanView]:
        """Those that were compared or have findings: the worst first, then from the highest level down."""
        shown_plans = filter(self.has, self.result.plans)
        order = (*SEVERITIES, "sound", "held")
        return sorted(shown_plans, key=lambda plan: (order.index(self._severity(plan)), plan.rank))

    def _severity(self, plan: PlanView) -> str:
        return next((severity for severity, n in self.counts(plan).items() if n), "sound")

    def compared(self) -> Markup:
        """What was compared with what."""
        held = [plan for plan in self.result.plans if plan.compared_with]
        parents = {parent for plan in held for parent in plan.parents if parent in plan.compared_with}
        if len(parents) == 1:
            return both(words.COMPARED_WITH, n=len(held), parent=self.result.plan(parents.pop()).name)
        return both(words.COMPARED, n=len(self.result.plans), compared=len(held))

    def drafts(self) -> Words | None:
        """What is said of plans that nobody reviewed."""
        reviews = {plan.review for plan in self.plans()}
        if "draft" not in reviews:
            return None
        return words.DRAFTS if reviews == {"draft"} else words.SOME_DRAFTS

    def has(self, plan: PlanView) -> bool:
        """Whether the plan has a place on the page."""
        return bool(plan.compared_with or self.findings(plan))

    def plan_options(self) -> list[tuple[str, Words]]:
        """The plans that have findings, by their places."""
        return [
            (self.anchor(plan), Words(f"{plan.unit} · {plan.label.vi}", f"{plan.unit} · {plan.label.en}"))
            for plan in self.plans()
            if self.findings(plan)
        ]

    def area_options(self) -> list[tuple[str, Words]]:
        """The areas that findings belong to."""
        used = {finding.area for finding in self.result.findings}
        named = [(str(number), name) for number, name in self.result.areas.items() if number in used]
        return [*named, *([("0", words.NO_AREA)] if None in used else [])]

    def rule_options(self) -> list[tuple[str, Words]]:
        """The rules that found anything."""
        return [(rule.id, rule.title) for rule in self.result.rules.values()]

    def decided(self) -> bool:
        """Whether anything was let stand."""
        return any(finding.waived for finding in self.result.findings)

    def tied(self) -> bool:
        """Whether any words are marked, so that the marks need telling."""
        return any(is_tied(finding, self.result) for finding in self.result.findings)

    def passages(self, finding: FindingView) -> tuple[Passage, ...]:
        """The words of both sides."""
        return passages(finding, self.result)

    def stairs(self, finding: FindingView) -> object:
        """The staircases of both guarantees."""
        return stairs(self.result.comparison(finding))


def _free(name: str, taken: object) -> str:
    """A name that is not taken yet."""
    used, free, number = set(taken), name, 1  # type: ignore[call-overload]
    while free in used:
        number += 1
        free = f"{name}-{number}"
    return free
