"""`cascade ingest DOCUMENT…`: submitted documents to drafts of plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli.deliver import deliver
from cascade.cli.load import Progress, fail, load_data, tell, tell_passed_over
from cascade.cli.options import lang_option, rules_option, screen
from cascade.cli.streams import warn
from cascade.cli.usage import Translated, say

if TYPE_CHECKING:
    from cascade.ingest.folder import Outcome
    from cascade.model.domain import Domain
    from cascade.model.words import Lang
    from cascade.reading.fault import Fault
    from cascade.reading.passed_over import PassedOver


@click.command(
    "ingest",
    cls=Translated,
    help=say(
        "Đọc văn bản (Word, PDF, bản quét, văn bản thường) thành bản nháp kế hoạch plan/1.",
        "Read documents (Word, PDF, scans, text) into drafts of plan/1.",
    ),
)
@click.argument(
    "documents",
    type=click.Path(path_type=Path, readable=False),
    nargs=-1,
    required=True,
    metavar=say("VĂN-BẢN…", "DOCUMENT…"),
)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar=say("THƯ-MỤC", "DIR"),
    help=say(
        "Ghi mỗi bản nháp thành một tệp trong thư mục này, kèm lược đồ để trình soạn thảo kiểm tra và gợi ý.",
        "Write each draft to a file in this folder, with the schema by which editors check and complete it.",
    ),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["yaml", "json"]),
    default="yaml",
    show_default=True,
    help=say("Dạng bản nháp; json: mỗi văn bản một dòng.", "Form of the drafts; json: one document a line."),
)
@click.option(
    "--review",
    is_flag=True,
    help=say(
        "Xem từng mục còn nghi vấn bên cạnh lời văn đã in và chấp nhận, sửa hoặc bỏ; lưu sau mỗi câu trả lời.",
        "See each doubtful item beside its printed words and accept, correct or drop it; saved after every answer.",
    ),
)
@click.option(
    "--explain",
    is_flag=True,
    help=say("In mỗi giá trị kèm lời văn mà nó được đọc ra.", "Print each value with the words it was read from."),
)
@rules_option
@lang_option
def command(
    documents: tuple[Path, ...],
    folder: Path | None,
    form: str,
    review: bool,
    explain: bool,
    rule_folders: tuple[Path, ...],
    lang: Lang,
) -> int:
    if review and explain:
        fail(say("chỉ dùng một trong --review và --explain", "use only one of --review and --explain"))
    domain, rules_whole = load_data(rule_folders, lang)
    faults: list[Fault] = []
    if review:
        from cascade.cli.draft_review import review_files

        review_files(documents, folder, domain, lang, faults)
    else:
        aside: list[PassedOver] = []
        files = _files(documents, faults, aside)
        outcomes = _kept(_outcomes(files, domain, rule_folders, lang), documents, aside)
        if folder:
            _write(outcomes, folder, form, faults, domain, lang)
        else:
            _print(outcomes, form, faults, lang, explain=explain)
        tell_passed_over(aside, lang)
    tell(sorted(set(faults), key=lambda fault: fault.sort_key()), lang)
    return 0 if rules_whole and not faults else 2


def _files(documents: tuple[Path, ...], faults: list[Fault], aside: list[PassedOver]) -> list[Path]:
    from cascade.documents.formats import DOCUMENT_SUFFIXES
    from cascade.reading.plans import files_at

    return files_at(documents, DOCUMENT_SUFFIXES, faults, plans=False, aside=aside)


def _kept(outcomes: Iterable[Outcome], documents: tuple[Path, ...], aside: list[PassedOver]) -> Iterator[Outcome]:
    """The outcomes without those of files in folders that have nothing of a plan."""
    from cascade.model.text import file_name
    from cascade.reading.passed_over import PassedOver
    from cascade.reading.plans import real

    named = {real(path) for path in documents}
    for outcome in outcomes:
        if outcome.draft is None and outcome.aside is not None and real(outcome.path) not in named:
            aside.append(PassedOver(file_name(outcome.path.as_posix()), outcome.aside))
        else:
            yield outcome


def _outcomes(files: list[Path], domain: Domain, rule_folders: tuple[Path, ...], lang: Lang) -> Iterator[Outcome]:
    from cascade.ingest.folder import read_documents

    progress = Progress(lang)
    notes: list[str] = []
    outcomes = read_documents(files, domain, rule_folders, progress.page)
    for done, path in enumerate(files):
        progress(done, len(files), path)
        outcome = next(outcomes)
        notes += _notes(outcome, lang)
        progress.close()  # what is printed of the document stands on a line of its own
        yield outcome
    for note in notes:
        warn(note)


def _notes(outcome: Outcome, lang: Lang) -> list[str]:
    """What a person should know of how a document was read, one line a note."""
    from cascade.model.text import file_name

    name = file_name(outcome.path.as_posix())
    return [f"{name}: {note.words().say(lang)}" for note in outcome.draft.notes] if outcome.draft else []


def _print(outcomes: Iterable[Outcome], form: str, faults: list[Fault], lang: Lang, *, explain: bool) -> None:
    """The drafts to standard output, in the order of the documents."""
    from cascade.report.draft_file import draft_json, draft_yaml

    first = True
    for outcome in outcomes:
        if outcome.draft is None:
            faults.extend([outcome.fault] if outcome.fault else [])
            continue
        if explain:
            from cascade.report.explained_text import explained

            text = explained(outcome.draft, lang, screen(None))
        else:
            text = (
                draft_json(outcome.draft) if form == "json" else ("" if first else "---\n") + draft_yaml(outcome.draft)
            )
        deliver(text, None)
        first = False


def _write(
    outcomes: Iterable[Outcome], folder: Path, form: str, faults: list[Fault], domain: Domain, lang: Lang
) -> None:
    """One file a draft, whole or not at all; neither another document's draft nor a person's work is overwritten."""
    from cascade.cli.drafts import schema_beside, spot_of, write_draft

    taken: set[Path] = set()
    schema: str | None = None
    for outcome in outcomes:
        if outcome.draft is None:
            faults.extend([outcome.fault] if outcome.fault else [])
            continue
        if form == "yaml" and schema is None:
            schema = schema_beside(folder, domain, lang)
        spot = spot_of(outcome.draft, outcome.path, folder, form, taken)
        taken.add(spot.path)
        fault = write_draft(spot.path, outcome.draft, outcome.path, form, schema)
        if fault is not None:
            faults.append(fault)
            continue
        warn(f"{outcome.path} → {spot.path}")
        for other in spot.others:
            warn(
                say(f"  {other}: giữ nguyên, là của văn bản khác", f"  {other}: kept, it is of another document"),
            )
