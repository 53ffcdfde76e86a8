"""`todo import`, run as a command."""

import os
import subprocess
import sys
from itertools import batched
from pathlib import Path

import pytest

from cluster import Cluster
from importing.person import Person
from importing.templates import GARDEN, task, template
from todo_domain.caps import CAPS

pytestmark = pytest.mark.direct("a migration is refused there, with which the command begins")

TIMEOUT = 30


@pytest.fixture
def environment(cluster: Cluster, ada: Person) -> dict[str, str]:
    url = cluster.direct_url(ada.scope.database.target.database)
    return {"PATH": os.environ["PATH"], "DATABASE_URL": url, "COLUMNS": "200"}


def todo_import(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "todo_api.cli", "import", *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=TIMEOUT, check=False)


async def test_a_template_is_imported_and_summed_up(ada: Person, environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "Garden.csv"
    file.write_text(GARDEN)

    done = todo_import(environment, file, "--user", ada.user_id)

    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Imported for {ada.user_id}: 1 project, 2 sections, 3 labels, 7 tasks.\n"
    assert done.stderr == (
        "line 13: note: DATE “every monday” is not one certain day; it was put into the task's notes\n"
    )
    assert len(await ada.tasks_by_title()) == 7


async def test_a_bad_row_is_reported_and_nothing_is_imported(
    ada: Person, environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "Garden.csv"
    file.write_text(template(task("Dig"), task("Weed", priority=9)))

    done = todo_import(environment, file, "--user", ada.user_id)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "line 3: not taken: PRIORITY is “9”; it has to be 1 (the highest), 2, 3 or 4\n"
        "Nothing was imported, as 1 row of Garden.csv could not be taken."
        " Put them right, or leave them out with --skip-bad-rows.\n"
    )
    assert await ada.tasks_by_title() == {}


async def test_more_than_anybody_may_have_is_refused_with_the_cap(
    ada: Person, environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "Labels.csv"
    names = [f"@label-{number}" for number in range(CAPS.most_labels + 1)]
    file.write_text(template(*(task(" ".join(["Dig", *some])) for some in batched(names, 40, strict=False))))

    done = todo_import(environment, file, "--user", ada.user_id)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == ("Nothing was imported. You can have 1,000 labels; delete some of them first.\n")
    assert await ada.tasks_by_title() == {}


async def test_bad_rows_are_left_out_on_request(ada: Person, environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text(template(task("Dig"), task("Weed", priority=9)))

    done = todo_import(environment, file, "--user", ada.user_id, "--project", "Garden", "--skip-bad-rows")

    assert done.returncode == 0
    assert done.stdout.endswith(": 1 project, 0 sections, 0 labels, 1 task.\nLeft out: 1 row.\n")
    assert (await ada.project("Garden")).id == (await ada.tasks_by_title())["Dig"].project_id


async def test_an_export_is_known_by_its_content(
    ada: Person, bob: Person, environment: dict[str, str], tmp_path: Path
) -> None:
    await ada.take(GARDEN)
    file = tmp_path / "backup.csv"
    file.write_text(await ada.export())

    first = todo_import(environment, file, "--user", bob.user_id)
    second = todo_import(environment, file, "--user", bob.user_id)

    assert first.stdout == (
        f"Imported for {bob.user_id}: 1 project, 2 sections, 3 labels, 7 tasks.\n"
        "Already there: 1 project, 0 sections, 0 labels, 0 tasks.\n"
    )
    assert second.stdout.endswith("Already there: 2 projects, 2 sections, 3 labels, 7 tasks.\n")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x89PNG\r\n", "cannot be imported. It is not UTF-8: line 1 has the byte 0x89"),
        (b"PK\x03\x04", "cannot be imported. It is a ZIP archive"),
    ],
)
def test_what_cannot_be_imported_gets_a_sentence(
    environment: dict[str, str], tmp_path: Path, content: bytes, sentence: str
) -> None:
    (tmp_path / "Garden.csv").write_bytes(content)

    done = todo_import(environment, tmp_path / "Garden.csv", "--user", "ada")

    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_file_that_is_not_there_is_a_usage_error(environment: dict[str, str], tmp_path: Path) -> None:
    done = todo_import(environment, tmp_path / "nowhere.csv", "--user", "ada")

    assert done.returncode == 2
    assert "does not exist" in done.stderr


def test_a_name_that_no_user_can_have_is_a_usage_error(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "Garden.csv").write_text(GARDEN)

    done = todo_import(environment, tmp_path / "Garden.csv", "--user", "Ädä")

    assert done.returncode == 2
    assert "1 to 255 printable ASCII characters" in done.stderr
