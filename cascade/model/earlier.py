"""Findings of an earlier run, as a saved report or a baseline keeps them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

NOTHING: Mapping[str, Collection[str]] = {}


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """One finding that was told before, known by its fingerprint; `message` is in the language of that report."""

    fingerprint: str
    rule: str
    plan: str
    item: str | None = None
    message: str | None = None


class Earlier(msgspec.Struct, frozen=True):
    """All of one earlier run; `name`: how the call names it (a file, or a revision)."""

    name: str
    findings: tuple[Told, ...]

    def of(
        self,
        *,
        only: Collection[str] = (),
        ignore: Collection[str] = (),
        plans: Collection[str] = (),
        ignores: Mapping[str, Collection[str]] = NOTHING,
    ) -> Earlier:
        """The findings of some rules and plans alone, as an audit is selected; what is empty selects everything."""
        kept = tuple(
            told
            for told in self.findings
            if (not only or told.rule in only)
            and told.rule not in ignore
            and told.rule not in ignores.get(told.plan, ())
            and (not plans or told.plan in plans)
        )
        return Earlier(self.name, kept)
