"""Which item answers which, and what is made of it: measured on families of plans with the truth about them.

python -m benchmarks.answers                 a row a family: ranks, gaps, false alarms, traps, who is asked
python -m benchmarks.answers --misses        with every gap missed and every false alarm
python -m benchmarks.answers --check         fails where a figure is worse than the committed one
python -m benchmarks.answers --families DIR  other families (folders with data/ and truth.yaml)
python -m benchmarks.answers --fit           weights fitted to them, and what they are worth on a family left out
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import yaml

from benchmarks import fit
from benchmarks.families import BESIDE, FAMILIES, Family, Pair, families
from cascade.answers.answer import Answer
from cascade.model.finding import Item
from cascade.model.plan import Plan
from cascade.reading.rules import read_rules
from cascade.verdicts.fulfilment import Comparison
from cascade.verdicts.tasks import Coverage

TARGETS = {"weaker", "late", "missing", "unquantified", "carve-out", "softer", "incomparable"}
TASKS = {"uncovered", "partial"}
VERDICT_OF = {f"{name}-target": name for name in TARGETS} | {f"{name}-task": name for name in TASKS}
VERDICT_OF["carve-out"] = "carve-out"
COMMITTED = Path(__file__).resolve().parent / "answers.yaml"
HEAD = "# What `python -m benchmarks.answers --commit` printed; `--check` fails where a figure is worse.\n"
Told = Callable[[str], None]


class Measured:
    """Counts of one family; scores of answered and unanswered items for the AUC."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.answered: dict[str, list[int]] = {"targets": [], "tasks": []}
        self.unanswered: dict[str, list[int]] = {"targets": [], "tasks": []}

    def share(self, kind: str, part: str, whole: str) -> float:
        """One count as a share of another; 1 where there is nothing to count."""
        total = self.counts[kind, whole]
        return self.counts[kind, part] / total if total else 1.0

    def auc(self, kind: str) -> float:
        """How often an answered item scores better than one that nothing answers."""
        better, worse = self.answered[kind], self.unanswered[kind]
        if not better or not worse:
            return 1.0
        wins = sum((one > other) + 0.5 * (one == other) for one in better for other in worse)
        return wins / (len(better) * len(worse))


def measure(family: Family, told: Told) -> Measured:
    """The counts of one family."""
    measured = Measured()
    for pair in family.pairs:
        _ranks(family, pair, measured)
        _findings(family, pair, measured, told)
        _asked(family, pair, measured, told)
    return measured


def _ids(plan: Plan, plan_id: str) -> dict[Item, str]:
    ids = {Item(plan_id, "target", index): target.id for index, target in enumerate(plan.targets)}
    return ids | {Item(plan_id, "task", index): task.id for index, task in enumerate(plan.tasks)}


def _ranks(family: Family, pair: Pair, measured: Measured) -> None:
    context = family.result.context
    child, parent = context.plans[pair.child], context.plans[pair.parent]
    ids, asked = _ids(child, pair.child), _ids(parent, pair.parent)
    answers: dict[str, Answer] = {
        asked[answer.asked]: answer for answer in context.answering.answers(pair.child, pair.parent)
    }
    for kind, labels in pair.labels.items():
        for label in labels:
            answer = answers[label.item]
            named = [ids[candidate.item] for candidate in answer.candidates]
            score = answer.best.score if answer.best else -10_000
            if label.right == {"not-asked"}:
                continue
            if label.child:
                measured.counts[kind, "asked"] += 1
                measured.counts[kind, "first"] += bool(named) and named[0] in label.child
                measured.counts[kind, "three"] += bool(label.child.intersection(named[:3]))
                measured.counts[kind, f"of {label.wording}"] += 1
                measured.counts[kind, f"first {label.wording}"] += bool(named) and named[0] in label.child
                measured.answered[kind].append(score)
            elif label.right & {"missing", "uncovered"}:
                measured.unanswered[kind].append(score)
    for item, trap in pair.traps:
        answer = answers[item]
        measured.counts["traps", "all"] += 1
        taken = answer.best is not None and answer.standing == "answered" and ids[answer.best.item] == trap
        measured.counts["traps", "taken"] += taken


def _findings(family: Family, pair: Pair, measured: Measured, told: Told) -> None:
    said: dict[str, list[tuple[str, str, str | None]]] = {}
    result = family.result
    for judged in result.findings:
        against = judged.finding.against
        verdict = VERDICT_OF.get(judged.finding.rule)
        if verdict and against and against.plan == pair.parent and judged.finding.item.plan == pair.child:
            item = result.id_of(judged.finding.item)
            said.setdefault(result.id_of(against) or "", []).append((verdict, judged.severity, item))
    for kind, gaps in (("targets", TARGETS), ("tasks", TASKS)):
        for label in pair.labels[kind]:
            found = said.get(label.item, [])
            got = {verdict for verdict, _, _ in found}
            where = f"{pair.child} <- {label.item}: truth {'/'.join(sorted(label.right))}"
            if label.is_gap(gaps):
                measured.counts[kind, "gaps"] += 1
                measured.counts[kind, "right"] += bool(got & label.right)
                measured.counts[kind, "noticed"] += bool(got)
                if not got & label.right:
                    told(f"  missed       {where}, said {', '.join(sorted(got)) or 'nothing'}")
            elif label.is_sound(gaps):
                loud = [verdict for verdict, severity, _ in found if severity != "info" and verdict not in label.right]
                measured.counts[kind, "sound"] += 1
                measured.counts[kind, "alarms"] += bool(loud)
                measured.counts[kind, "notes"] += bool(found) and not loud
                if loud:
                    told(f"  false alarm  {where}, said {loud[0]}")
            named = [item for verdict, _, item in found if item and label.child and verdict != "uncovered"]
            measured.counts[kind, "named"] += len(named)
            measured.counts[kind, "named rightly"] += sum(item in label.child for item in named)


def _asked(family: Family, pair: Pair, measured: Measured, told: Told) -> None:
    context = family.result.context
    asked = _ids(context.plans[pair.parent], pair.parent)
    verdicts: dict[str, Comparison | Coverage] = {}
    verdicts |= {asked[found.parent]: found for found in context.targets.pair(pair.child, pair.parent)}
    verdicts |= {asked[found.parent]: found for found in context.tasks.pair(pair.child, pair.parent)}
    for kind, labels in pair.labels.items():
        for label in labels:
            found_one = verdicts.get(label.item)
            if found_one is None or found_one.scope is None or "not-asked" in label.right - {"not-asked"}:
                continue
            ours = found_one.scope.asked != "not-asked"
            if label.right == {"not-asked"}:
                measured.counts[kind, "not for it"] += 1
                measured.counts[kind, "let go"] += not ours
            elif "not-asked" not in label.right:
                measured.counts[kind, "for it"] += 1
                measured.counts[kind, "kept"] += ours
                if not ours:
                    told(
                        f"  not asked    {pair.child} <- {label.item}: {found_one.scope.reason} {found_one.scope.words}"
                    )
            if ours and label.right == {"not-asked"}:
                told(f"  asked        {pair.child} <- {label.item}: {found_one.scope.reason}")


def figures(measured: Measured) -> dict[str, str]:
    """The figures of one family, as they are committed in `benchmarks/answers.yaml`."""
    found: dict[str, str] = {}
    n = measured.counts
    for kind in ("targets", "tasks"):
        kept, through = n[kind, "kept"], n[kind, "not for it"] - n[kind, "let go"]
        first, three = (measured.share(kind, part, "asked") for part in ("first", "three"))
        found[kind] = (
            f"rank-1 {first:.2f} rank-3 {three:.2f} auc {measured.auc(kind):.2f} "
            f"right {n[kind, 'right']}/{n[kind, 'gaps']} noticed {n[kind, 'noticed']} "
            f"alarms {n[kind, 'alarms']}/{n[kind, 'sound']} notes {n[kind, 'notes']} "
            f"named {n[kind, 'named rightly']}/{n[kind, 'named']} "
            f"asked P {kept / max(1, kept + through):.2f} R {measured.share(kind, 'kept', 'for it'):.2f}"
        )
    found["traps"] = f"{n['traps', 'taken']}/{n['traps', 'all']}"
    found["wording"] = _by_wording(measured)
    return found


def _by_wording(measured: Measured) -> str:
    """Rank-1 by how the child words an item: copied, reworded, rewritten."""
    n = measured.counts
    parts = []
    for wording in ("copied", "reworded", "rewritten"):
        first, of = (sum(n[kind, f"{part} {wording}"] for kind in ("targets", "tasks")) for part in ("first", "of"))
        if of:
            parts.append(f"{wording} {first}/{of}")
    return " ".join(parts)


def losses(committed: dict[str, str], now: dict[str, str]) -> list[str]:
    """Which figures of a family are worse than the committed ones: fewer gaps right or noticed, more false alarms."""
    found = []
    for kind in ("targets", "tasks"):
        before, after = _numbers(committed[kind]), _numbers(now[kind])
        for name, sign in (("right", 1), ("noticed", 1), ("alarms", -1), ("rank-1", 1)):
            if sign * after[name] < sign * before[name]:
                found.append(f"{kind} {name}: {before[name]:g} -> {after[name]:g}")
    return found


def _numbers(line: str) -> dict[str, float]:
    words = line.split()
    return {
        name: float(words[words.index(name) + 1].split("/")[0]) for name in ("right", "noticed", "alarms", "rank-1")
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="every gap missed and every false alarm")
    parser.add_argument("--families", type=Path, nargs="*", default=[FAMILIES, *([BESIDE] if BESIDE.exists() else [])])
    parser.add_argument("--check", action="store_true", help="fail where a figure is worse than the committed one")
    parser.add_argument("--commit", action="store_true", help="write the figures to benchmarks/answers.yaml")
    parser.add_argument("--fit", action="store_true", help="fit the weights of rules/answers.yaml")
    args = parser.parse_args()
    domain = read_rules().domain
    if domain is None:
        sys.exit("the rules cannot be read")
    if args.fit:
        fit.report(fit.cases(families(args.families, domain)), domain.wording.answers)
        return
    committed = yaml.safe_load(COMMITTED.read_text(encoding="utf-8")) if COMMITTED.exists() else {}
    worse, table = [], {}
    for family in families(args.families, domain):
        told: list[str] = []
        table[family.name] = now = figures(measure(family, told.append))
        print(family.name, *(f"  {name}: {line}" for name, line in now.items()), sep="\n")
        if args.misses:
            print(*told, sep="\n")
        if args.check:
            known = committed.get(family.name)
            lost = losses(known, now) if known else ["no committed figures"]
            worse += [f"{family.name} {line}" for line in lost]
    if args.commit:
        COMMITTED.write_text(HEAD + yaml.safe_dump(table, allow_unicode=True, width=200), encoding="utf-8")
    if worse:
        sys.exit("\n".join(["worse than committed:", *worse]))


if __name__ == "__main__":
    main()
