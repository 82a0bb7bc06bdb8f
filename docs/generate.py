"""Writes what the documentation takes from rules and types; `--check` says whether it is up to date.

python -m docs.generate [--check]
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from cascade.audit import audit, select
from cascade.checks.registry import CHECKS
from cascade.formats.audit_text import render
from cascade.formats.schemas import SCHEMAS, schema_text
from cascade.model.domain import Domain
from cascade.model.rule import FAMILIES, Rule
from cascade.model.words import Lang
from cascade.reading.plans import read_corpus
from cascade.reading.rules import read_rules
from cascade.report import phrases
from cascade.report.screen import Screen
from cascade.result.fill import fill
from docs.answers_table import with_table
from docs.demo import audited, demo
from docs.tables import filled

HERE = Path(__file__).resolve().parent
WITH_TABLES = ("contracts.md", "glossary.md")
"""Papers of people, some tables of which are generated."""
TITLE = {"vi": "Các quy tắc của cascade", "en": "The rules of cascade"}
MADE = {
    "vi": "Trang này được tạo từ `rules/` bằng `python -m docs.generate`; đừng sửa tay.",
    "en": "This page is generated from `rules/` by `python -m docs.generate`; do not edit it by hand.",
}
SVG = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-size: {char_height}px; line-height: {line_height}px; \
font-family: Consolas, Menlo, "Noto Sans Mono", "Liberation Mono", monospace; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" \
height="{terminal_height}"/></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def pages(domain: Domain) -> dict[str, str]:
    """Every generated file by name."""
    example = audited()
    return {
        "quy-tac.md": rules_page(domain, "vi"),
        "rules.md": rules_page(domain, "en"),
        **{f"{name}.schema.json": schema_text(made(domain, "vi")) for name, made in SCHEMAS.items()},
        "report.svg": picture(domain, "vi"),
        "report.en.svg": picture(domain, "en"),
        "so-lieu.md": with_table((HERE / "so-lieu.md").read_text(encoding="utf-8"), "vi"),
        "figures.md": with_table((HERE / "figures.md").read_text(encoding="utf-8"), "en"),
        "demo.svg": demo(example, "vi"),
        "demo.en.svg": demo(example, "en"),
        **{paper: filled((HERE / paper).read_text(encoding="utf-8"), domain) for paper in WITH_TABLES},
    }


def rules_page(domain: Domain, lang: Lang) -> str:
    """All rules in one language, by family."""
    lines = [f"# {TITLE[lang]}", "", MADE[lang], ""]
    for family in FAMILIES:
        lines += [f"## {phrases.FAMILIES[family].say(lang)}", ""]
        for rule in domain.rules.values():
            if rule.family == family:
                lines += _rule(rule, lang)
    return "\n".join(lines).rstrip() + "\n"


def _rule(rule: Rule, lang: Lang) -> list[str]:
    lines = [f"### `{rule.id}`: {rule.title.say(lang)}", "", rule.rationale.say(lang), ""]
    lines += [f"{phrases.RULE_SCOPE.say(lang)}: {rule.scope.say(lang)}", ""]
    for case, severity in rule.severity.items():
        lines.append(f"- {phrases.SEVERITY[severity].say(lang)}: {phrases.CASES[case].say(lang)}")
    lines.append("")
    if rule.parameters:
        given = ", ".join(f"`{name}` = {value:g}" for name, value in rule.parameters.items())
        lines += [f"{phrases.RULE_PARAMETERS.say(lang)}: {given}", ""]
    for head, examples in ((phrases.RULE_FIRES, rule.fires), (phrases.RULE_SILENT, rule.silent)):
        lines += [f"{head.say(lang)}:", "", *(f"- {example.about.say(lang)}" for example in examples), ""]
    return lines


def picture(domain: Domain, lang: Lang) -> str:
    """A report as a reviewer's terminal shows it: what Quang Khải makes of the plan of Tứ Kỳ."""
    result = audit(read_corpus([HERE.parent / "data"], domain), domain)
    shown = select(result, only=frozenset(), ignore=frozenset(), plans=frozenset({"quang-khai-2023"}))
    text = render(fill(shown), lang, Screen(110, fancy=True), view="summary").decode()
    console = Console(record=True, width=110, file=io.StringIO(), color_system="standard", force_terminal=True)
    console.print(Text.from_ansi(text))
    title = "cascade audit data/ --plan quang-khai-2023" + ("" if lang == "vi" else " --lang en")
    svg = console.export_svg(title=title, code_format=SVG, unique_id="cascade")
    return "\n".join(line.rstrip() for line in svg.split("\n"))


def main() -> None:
    """Write the files, or leave with status 1 where one is out of date."""
    domain = read_rules((), CHECKS).domain
    if domain is None:
        raise SystemExit("the rules cannot be read")
    stale = []
    for name, text in pages(domain).items():
        path = HERE / name
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        raise SystemExit(f"out of date: {', '.join(stale)}; run python -m docs.generate")


if __name__ == "__main__":
    main()
