"""One folder with all corpora, and the command in it, for all tests of the command line."""

from __future__ import annotations

import pytest

from tests.cli.command import CORPORA, Command, write


@pytest.fixture(scope="session")
def cascade(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """The command, called in a folder that holds the corpora."""
    folder = tmp_path_factory.mktemp("corpora")
    for name, plans in CORPORA.items():
        write(folder / name, plans)
    (folder / "empty").mkdir()
    return Command(folder)
