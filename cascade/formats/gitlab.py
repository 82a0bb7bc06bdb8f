"""GitLab's code quality report: an array of issues, each with a path, a line and a fingerprint of its own."""

from __future__ import annotations

import posixpath

import msgspec

from cascade.formats.audit_json import escaped
from cascade.formats.notices import Notice, notices
from cascade.model.words import Lang
from cascade.result.result import Result

SEVERITY = {"error": "major", "warning": "minor", "info": "info"}
UNREADABLE = "critical"


class Lines(msgspec.Struct, frozen=True):
    """The line, from 1."""

    begin: int


class Location(msgspec.Struct, frozen=True):
    """Where: a path below the repository's root."""

    path: str
    lines: Lines


class Issue(msgspec.Struct, frozen=True):
    """One issue. `engine_name` stands first: by it a report of ours is known again."""

    engine_name: str
    type: str
    check_name: str
    description: str
    fingerprint: str
    severity: str
    categories: tuple[str, ...]
    location: Location


def render(result: Result, lang: Lang) -> bytes:
    """The array, without a byte-order mark."""
    issues = [_issue(notice) for notice in notices(result, lang)]
    return (escaped(msgspec.json.format(msgspec.json.encode(issues), indent=2).decode()) + "\n").encode()


def _issue(notice: Notice) -> Issue:
    return Issue(
        engine_name="cascade",
        type="issue",
        check_name=notice.code,
        description=f"{notice.name}{'.' if notice.finding else ':'} {notice.text}",
        fingerprint=notice.fingerprint,
        severity=UNREADABLE if notice.fault else SEVERITY[notice.severity],
        categories=("Compatibility",),
        location=Location(posixpath.normpath(notice.place.file), Lines(notice.place.line)),
    )
