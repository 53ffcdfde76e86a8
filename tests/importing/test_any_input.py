"""Whatever the file: a report or a sentence, and never half of it in the account."""

from collections.abc import Iterator
from random import Random

import pytest

from importing.person import Person
from importing.templates import GARDEN
from todo_api.importing import Contents, ImportService, UnreadableFile, read_contents
from todo_domain.schemas import Output

_PIECES = [b",", b'"', b"\n", b"\r", b"\x00", b"\xff", b"{", b"}", b"[", b"null", b"task", b"\\ud800", b"1e999", b"@"]


def damaged(text: bytes, random: Random) -> bytes:
    """The file with a few bytes lost, doubled or replaced."""
    damaged = bytearray(text)
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(damaged))
        damaged[at : at + random.randint(0, 3)] = random.choice([b"", *_PIECES, damaged[at : at + 40]])
    return bytes(damaged)


def files(good: list[bytes], count: int) -> Iterator[bytes]:
    random = Random(20261121)  # noqa: S311  the same files every time
    for _ in range(count):
        yield random.randbytes(random.randint(0, 300))
        yield b"TYPE,CONTENT,INDENT,DATE\n" + random.randbytes(random.randint(0, 300)).replace(b"\xff", b",")
        yield b"".join(random.choices(_PIECES, k=60))
        yield from (damaged(text, random) for text in good)


def outcome(content: bytes) -> Contents | str:
    try:
        return read_contents(content, "Garden", None)
    except UnreadableFile as error:
        return str(error)


def test_any_bytes_get_a_report_or_a_sentence() -> None:
    outcomes = [outcome(content) for content in files([GARDEN.encode()], 400)]

    sentences = [found for found in outcomes if isinstance(found, str)]
    reports = [found for found in outcomes if isinstance(found, Contents)]
    assert sentences
    assert all(sentence.isprintable() and sentence.endswith((".", "?")) for sentence in sentences)
    assert any(report.refused for report in reports)
    assert all(refused.reason.isprintable() for report in reports for refused in report.refused)


async def test_a_damaged_file_is_imported_as_far_as_it_is_good_or_not_at_all(ada: Person, bob: Person) -> None:
    await ada.take(GARDEN)
    good = [GARDEN.encode(), (await ada.export()).encode()]
    outcomes = set()
    for content in files(good, 40):
        contents = outcome(content)
        if isinstance(contents, str):
            continue
        report = await ImportService(bob.scope).run(contents, skip_bad_rows=len(content) % 2 == 0)
        outcomes.add((report.imported, bool(report.refused)))
    assert outcomes == {(True, False), (True, True), (False, True)}
    assert all(isinstance(row, Output) for row in await bob.everything())


async def test_an_import_that_is_broken_off_leaves_nothing(ada: Person) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == total:
            raise Stopped

    await ada.make_task("Mine")
    before = await ada.export()

    with pytest.raises(Stopped):
        await ada.take(GARDEN, progress=stop)

    assert await ada.export() == before
