"""Reading `rules/`: the domain as data and the rules, all faults with their places."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from string import Formatter
from typing import Any, Literal

import msgspec

from cascade.model.agency import Agencies, Body
from cascade.model.domain import AreaOfReform, DocumentType, Domain
from cascade.model.language import Language, UnitName
from cascade.model.language import Subject as PlanSubject
from cascade.model.level import Level, Levels
from cascade.model.matter import Matter, Matters
from cascade.model.measure import Measure
from cascade.model.phrases import Phrases, joined
from cascade.model.quantities import Quantities
from cascade.model.rule import Rule
from cascade.model.text import file_name
from cascade.model.wording import AnswerRules, Concept, Contrast, General, Wording
from cascade.model.words import Words
from cascade.reading.decode import Decoder
from cascade.reading.decode import Path as KeyPath
from cascade.reading.fault import Fault, nearest
from cascade.reading.vectors import read_vectors
from cascade.reading.yaml_tree import read_tree


class LevelsFile(msgspec.Struct, frozen=True):
    """`levels.yaml`."""

    schema: Literal["levels/1"]
    levels: tuple[Level, ...]


class DocumentTypesFile(msgspec.Struct, frozen=True):
    """`document-types.yaml`."""

    schema: Literal["document-types/1"]
    types: tuple[DocumentType, ...] = ()
    planners: tuple[str, ...] = ()


class AreasFile(msgspec.Struct, frozen=True):
    """`areas.yaml`."""

    schema: Literal["areas/1"]
    areas: tuple[AreaOfReform, ...]


class MeasuresFile(msgspec.Struct, frozen=True):
    """`measures.yaml`."""

    schema: Literal["measures/1"]
    measures: tuple[Measure, ...]


class AgenciesFile(msgspec.Struct, frozen=True):
    """`agencies.yaml`."""

    schema: Literal["agencies/1"]
    bodies: tuple[Body, ...] = ()


class LanguageFile(msgspec.Struct, frozen=True):
    """`language.yaml`."""

    schema: Literal["language/1"]
    abbreviations: dict[str, str] = {}
    spellings: dict[str, str] = {}
    endings: dict[str, str] = {}
    subjects: tuple[PlanSubject, ...] = ()
    units: tuple[UnitName, ...] = ()
    recurring: tuple[str, ...] = ()
    amending: tuple[str, ...] = ()


class ConceptsFile(msgspec.Struct, frozen=True):
    """`concepts.yaml`."""

    schema: Literal["concepts/1"]
    concepts: tuple[Concept, ...] = ()


class ContrastsFile(msgspec.Struct, frozen=True):
    """`contrasts.yaml`."""

    schema: Literal["contrasts/1"]
    contrasts: tuple[Contrast, ...] = ()


class MattersFile(msgspec.Struct, frozen=True):
    """`matters.yaml`."""

    schema: Literal["matters/1"]
    matters: tuple[Matter, ...] = ()


class GeneralFile(General, frozen=True, kw_only=True):
    """`general.yaml`."""

    schema: Literal["general/1"]


class QuantitiesFile(Quantities, frozen=True, kw_only=True):
    """`quantities.yaml`."""

    schema: Literal["quantities/1"]


class AnswersFile(AnswerRules, frozen=True, kw_only=True):
    """`answers.yaml`."""

    schema: Literal["answers/1"]


class ReadingFile(Phrases, frozen=True, kw_only=True):
    """`reading.yaml`."""

    schema: Literal["reading/1"]


DATA_FILES: dict[str, Any] = {
    "levels.yaml": LevelsFile,
    "document-types.yaml": DocumentTypesFile,
    "areas.yaml": AreasFile,
    "measures.yaml": MeasuresFile,
    "agencies.yaml": AgenciesFile,
    "language.yaml": LanguageFile,
    "reading.yaml": ReadingFile,
    "concepts.yaml": ConceptsFile,
    "contrasts.yaml": ContrastsFile,
    "matters.yaml": MattersFile,
    "general.yaml": GeneralFile,
    "answers.yaml": AnswersFile,
    "quantities.yaml": QuantitiesFile,
}
EXAMPLES = frozenset({"fires", "silent", "example"})
"""The keys that hold examples: they prove a rule, and judge no plan."""
_EXPECTED = Words("một tệp quy tắc", "a rules file")


def builtin_rules() -> Path:
    """The folder of the rules that ship with cascade: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


class RulesRead(msgspec.Struct):
    """The domain read from the rules folders, and every fault met. None: not even the data is whole."""

    domain: Domain | None
    faults: list[Fault]


def read_data(extra: Iterable[Path] = ()) -> RulesRead:
    """Read the domain as data, without the rules that judge by it: what reading documents takes."""
    reading = _Reading(None)
    for folder in (builtin_rules(), *extra):
        reading.data_of(folder, shipped=folder == builtin_rules())
    return RulesRead(reading.domain(), sorted(reading.faults, key=Fault.sort_key))


def read_rules(
    extra: Iterable[Path] = (), known_checks: Iterable[str] | None = None, *, examples: bool = True
) -> RulesRead:
    """Read the shipped rules, then each folder of `extra` on top.

    In an extra folder, an entry with an id that exists replaces it and a new id is added.
    `known_checks`: the ids for which a check exists; a rule file for any other is a fault. Without `examples`
    those of the rules are passed over: no plan is judged by them.
    """
    reading = _Reading(set(known_checks) if known_checks is not None else None, examples=examples)
    for folder in (builtin_rules(), *extra):
        reading.folder(folder, shipped=folder == builtin_rules())
    return RulesRead(reading.domain(), sorted(reading.faults, key=Fault.sort_key))


class _Reading:
    """The merge of all rules folders read so far."""

    def __init__(self, known_checks: set[str] | None, *, examples: bool = True) -> None:
        self.known_checks = known_checks
        self.skip = frozenset() if examples else EXAMPLES
        self.faults: list[Fault] = []
        self.data: dict[str, list[Any]] = {name: [] for name in DATA_FILES}
        self.rules: dict[str, Rule] = {}
        self.names: dict[str, set[str]] = {}

    def folder(self, folder: Path, *, shipped: bool) -> None:
        """Everything in one folder."""
        self.data_of(folder, shipped=shipped)
        prefix = "rules" if shipped else file_name(folder.as_posix())
        for path in sorted(folder.glob("*.yaml"), key=lambda path: path.name):
            if path.name not in DATA_FILES:
                self._rule(path, f"{prefix}/{path.name}")

    def data_of(self, folder: Path, *, shipped: bool) -> None:
        """The data files of one folder."""
        names = {path.name for path in folder.glob("*.yaml")}
        prefix = "rules" if shipped else file_name(folder.as_posix())
        for name in (name for name in DATA_FILES if name in names):
            value = self._decode(folder / name, f"{prefix}/{name}", DATA_FILES[name])
            if value is not None:
                self.data[name].append(value)
        if shipped:
            for name in sorted(set(DATA_FILES) - names):
                self.faults.append(Fault(f"{prefix}/{name}", 1, 1, "missing-data", (("found", name),)))

    def _rule(self, path: Path, shown: str) -> None:
        rule = self._decode(path, shown, Rule)
        if rule is None:
            return
        if path.stem != rule.id:
            self.faults.append(Fault(shown, 1, 1, "rule-id", (("found", rule.id),)))
        elif self.known_checks is not None and rule.id not in self.known_checks:
            near = nearest(rule.id, self.known_checks)
            self.faults.append(Fault(shown, 1, 1, "unknown-rule", (("found", rule.id), ("nearest", near))))
        else:
            self.rules[rule.id] = rule
            self.names.setdefault(rule.id, _names(rule.message) | _names(rule.suggestion))

    def _decode(self, path: Path, shown: str, kind: Any) -> Any:
        tree = read_tree(path, shown, _EXPECTED)
        self.faults.extend(tree.faults)
        if tree.root is None:
            return None
        decoder = Decoder(shown, self._known(), self.skip)
        value = decoder.read(kind, tree.root)
        if isinstance(value, MeasuresFile) and not self._linked(value, decoder):
            value = None
        if isinstance(value, Rule) and not self._sayable(value, decoder):
            value = None
        self.faults.extend(decoder.faults)
        return value

    def _linked(self, file: MeasuresFile, decoder: Decoder) -> bool:
        """Whether measures refer only to measures that exist, in the same file or one read before."""
        before = len(decoder.faults)
        known = {*self._known()["measures"], *(measure.id for measure in file.measures)}
        for index, measure in enumerate(file.measures):
            at: KeyPath = ("measures", index)
            named = [((*at, key), name) for key in ("distinct", "met_by") for name in getattr(measure, key)]
            if measure.member is not None:
                named.append(((*at, "member", "measure"), measure.member.measure))
            for place, name in named:
                if name not in known:
                    decoder.fault(place, "unknown-measure", found=name, nearest=nearest(name, known))
        return len(decoder.faults) == before

    def _sayable(self, rule: Rule, decoder: Decoder) -> bool:
        """Whether the words of a rule that replaces another use only names that the shipped words use:
        those are what its check is sure to provide."""
        known = self.names.get(rule.id)
        unknown = [
            (key, name)
            for key, words in (("message", rule.message), ("suggestion", rule.suggestion))
            for name in sorted(_names(words) - (known or set()))
        ]
        if known is None or not unknown:
            return True
        for key, name in unknown:
            decoder.fault((key,), "placeholder", found=name, nearest=nearest(name, known))
        return False

    def _known(self) -> dict[str, list[str]]:
        return {
            "levels": [level.id for file in self.data["levels.yaml"] for level in file.levels],
            "document-types": [kind.code for file in self.data["document-types.yaml"] for kind in file.types],
            "measures": [measure.id for file in self.data["measures.yaml"] for measure in file.measures],
            "rules": sorted(self.known_checks or {path.stem for path in builtin_rules().glob("*.yaml")}),
        }

    def domain(self) -> Domain | None:
        """The merged domain, or None where a shipped data file could not be read at all."""
        if not all(self.data.values()):
            return None

        def merged(name: str, attribute: str, key: str) -> dict[Any, Any]:
            return {getattr(entry, key): entry for file in self.data[name] for entry in getattr(file, attribute)}

        def texts(name: str, attribute: str) -> tuple[str, ...]:
            return tuple(dict.fromkeys(text for file in self.data[name] for text in getattr(file, attribute)))

        levels = sorted(merged("levels.yaml", "levels", "id").values(), key=lambda level: level.rank)
        abbreviations: dict[str, str] = {}
        spellings: dict[str, str] = {}
        endings: dict[str, str] = {}
        for file in self.data["language.yaml"]:
            abbreviations |= file.abbreviations
            spellings |= file.spellings
            endings |= file.endings
        return Domain(
            levels=Levels(tuple(levels)),
            document_types=merged("document-types.yaml", "types", "code"),
            planners=texts("document-types.yaml", "planners"),
            areas=merged("areas.yaml", "areas", "id"),
            measures=merged("measures.yaml", "measures", "id"),
            agencies=Agencies(tuple(merged("agencies.yaml", "bodies", "id").values())),
            language=Language(
                abbreviations=abbreviations,
                spellings=spellings,
                endings=endings,
                subjects=tuple(merged("language.yaml", "subjects", "id").values()),
                units=tuple(merged("language.yaml", "units", "word").values()),
                recurring=texts("language.yaml", "recurring"),
                amending=texts("language.yaml", "amending"),
            ),
            phrases=joined(self.data["reading.yaml"]),
            wording=Wording(
                concepts=tuple(merged("concepts.yaml", "concepts", "id").values()),
                contrasts=tuple(merged("contrasts.yaml", "contrasts", "id").values()),
                general=General(**{name: texts("general.yaml", name) for name in General.__struct_fields__}),
                answers=self.data["answers.yaml"][-1],
                vectors=read_vectors(builtin_rules() / "vectors.tsv"),
            ),
            matters=Matters(tuple(matter for file in self.data["matters.yaml"] for matter in file.matters)),
            quantities=self.data["quantities.yaml"][-1],
            rules=dict(sorted(self.rules.items())),
        )


def _names(words: Words) -> set[str]:
    """The `{names}` that words are filled with, each with its format where it has one."""
    names = set()
    for text in (words.vi, words.en):
        try:
            parts = [part for part in Formatter().parse(text) if part[1] is not None]
        except ValueError:  # a brace that is never closed, or never opened
            names.add("…")
            continue
        names |= {f"{name}{'!' if how else ''}{how or ''}{':' if form else ''}{form}" for _, name, form, how in parts}
    return names
