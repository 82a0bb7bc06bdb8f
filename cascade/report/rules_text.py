"""The rules as a reader sees them: the list, and each rule explained."""

from __future__ import annotations

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from cascade.model.domain import Domain
from cascade.model.rule import FAMILIES, Example, Rule
from cascade.model.words import Lang, Words
from cascade.report import phrases
from cascade.report.screen import STYLES, Screen, joined


def rules_text(domain: Domain, lang: Lang, screen: Screen) -> str:
    """Every rule on one line, by family."""
    parts: list[RenderableType] = []
    for family in FAMILIES:
        parts.append(Text(phrases.FAMILIES[family].say(lang), style="bold"))
        width = max(map(len, domain.rules)) + 2
        severities = 3 * max(len(words.say(lang)) for words in phrases.SEVERITY.values()) // 2 + 2
        table = screen.grid(width, screen.width - width - severities, severities)
        for rule in domain.rules.values():
            if rule.family == family:
                table.add_row(Text(rule.id), Text(rule.title.say(lang)), _severities(rule, lang))
        parts += [table, Text()]
    return screen.draw(*parts)


def rule_text(rule: Rule, lang: Lang, screen: Screen) -> str:
    """One rule: what it looks at, why, how severe, its words and its examples."""
    parts: list[RenderableType] = [
        joined(Text(rule.id, style="bold"), f" · {rule.title.say(lang)}"),
        Text(),
        *_section(phrases.RULE_SCOPE, rule.scope.say(lang), lang),
        *_section(phrases.RULE_WHY, rule.rationale.say(lang), lang),
    ]
    parts.append(Text(phrases.RULE_SEVERITY.say(lang), style="bold"))
    for case, severity in rule.severity.items():
        said = phrases.SEVERITY[severity].say(lang)
        name = phrases.CASES[case].say(lang) if case in phrases.CASES else case
        parts.append(Padding(joined(Text(said, style=STYLES[severity]), f": {name}"), (0, 0, 0, 2)))
    parts.append(Text())
    if rule.parameters:
        text = ", ".join(f"{name} = {value:g}" for name, value in rule.parameters.items())
        parts += _section(phrases.RULE_PARAMETERS, text, lang)
    parts += _section(phrases.RULE_MESSAGE, rule.message.say(lang), lang)
    parts += _section(phrases.RULE_SUGGESTION, rule.suggestion.say(lang), lang)
    parts += _examples(phrases.RULE_FIRES, rule.fires, lang)
    parts += _examples(phrases.RULE_SILENT, rule.silent, lang)
    return screen.draw(*parts)


def _severities(rule: Rule, lang: Lang) -> Text:
    text = Text()
    for severity in dict.fromkeys(rule.severity.values()):
        text.append(", " if text else "")
        text.append(phrases.SEVERITY[severity].say(lang), style=STYLES[severity])
    return text


def _section(head: Words, body: str, lang: Lang) -> list[RenderableType]:
    return [Text(head.say(lang), style="bold"), Padding(Text(body), (0, 0, 0, 2)), Text()]


def _examples(head: Words, examples: tuple[Example, ...], lang: Lang) -> list[RenderableType]:
    parts: list[RenderableType] = [Text(head.say(lang), style="bold")]
    parts += [Padding(Text(f"- {example.about.say(lang)}"), (0, 0, 0, 2)) for example in examples]
    return [*parts, Text()]
