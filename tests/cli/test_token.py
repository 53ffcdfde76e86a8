"""`todo token`."""

from pathlib import Path

import pytest

from cli.commands import todo, typed
from todo_api.auth import ClaimRules, SharedSecret
from todo_api.auth.claims import DAY
from todo_api.cli.data_folder import development_secret
from todo_api.settings import DEVELOPMENT_ISSUER

RULES = ClaimRules(DEVELOPMENT_ISSUER, DEVELOPMENT_ISSUER)


async def test_it_prints_the_token_and_nothing_else(folder: Path) -> None:
    done = todo("token", "--user", "ada", "--data", folder)

    assert (done.returncode, done.stderr) == (0, "")
    identity = await SharedSecret(development_secret(folder), RULES).verify(done.stdout.removesuffix("\n"))
    assert identity.user_id == "ada"


def test_the_secret_is_made_once_and_is_nobody_elses_to_read(folder: Path) -> None:
    secret = development_secret(folder)

    assert development_secret(folder) == secret
    assert len(bytes.fromhex(secret)) == 32
    assert (folder / "development-secret").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in folder.iterdir()] == ["development-secret"]


@pytest.mark.parametrize(("lifetime", "seconds"), [("90s", 90), ("15m", 900), ("12h", 43_200), ("1d", DAY)])
async def test_it_lives_as_long_as_was_asked(
    folder: Path, capsys: pytest.CaptureFixture[str], lifetime: str, seconds: int
) -> None:
    typed("token", "--user", "ada", "--data", folder, "--lifetime", lifetime)

    printed = capsys.readouterr().out.strip()
    longer = ClaimRules(DEVELOPMENT_ISSUER, DEVELOPMENT_ISSUER, now=lambda: RULES.now() + seconds - 30)
    await SharedSecret(development_secret(folder), longer).verify(printed)


@pytest.mark.parametrize("lifetime", ["", "15", "m", "0s", "2d", "25h", "-1m", "1.5h", "1\N{ARABIC-INDIC DIGIT TWO}m"])
def test_a_lifetime_that_makes_no_sense_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], lifetime: str
) -> None:
    assert typed("token", "--user", "ada", "--data", folder, "--lifetime", lifetime) == 2

    assert "It is a number and its unit" in capsys.readouterr().err


@pytest.mark.parametrize("user", ["", "ümlaut", "a\nb", "a" * 256])
def test_a_user_that_no_token_can_name_is_refused(folder: Path, capsys: pytest.CaptureFixture[str], user: str) -> None:
    assert typed("token", "--user", user, "--data", folder) == 2

    assert "printable ASCII" in capsys.readouterr().err


def test_where_an_issuer_makes_the_tokens_it_makes_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("AUTH_JWKS_URL", "AUTH_ISSUER", "AUTH_AUDIENCE"):
        monkeypatch.setenv(name, "https://todo.example/api/auth")

    assert typed("token", "--user", "ada") == 1

    printed = capsys.readouterr()
    assert printed.out == ""
    assert "tokens come from that issuer alone" in printed.err
