"""What git has committed."""

import shutil
import subprocess

from todo_codegen.places import ROOT
from todo_codegen.refusal import Refusal


def at_revision(revision: str, path: str) -> bytes:
    """A file as it was committed at a revision: a commit, a branch or a tag.

    Raises:
        Refusal: there is no git, no such revision, or no such file in it.
    """
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise Refusal(f"There is no revision {revision} in this repository.")
    content = _git("show", f"{commit.decode().strip()}:{path}")
    if content is None:
        raise Refusal(f"At the revision {revision} there was no {path} yet.")
    return content


def uncommitted(*paths: str) -> list[str]:
    """The files below these paths that are not as they were committed.

    Raises:
        Refusal: there is no git, or no repository.
    """
    listed = _git("status", "--porcelain", "--untracked-files=all", "--no-renames", "--", *paths)
    if listed is None:
        raise Refusal(f"{ROOT} is no git repository; a release needs one.")
    return [line[3:] for line in listed.decode().splitlines()]


def _git(*arguments: str) -> bytes | None:
    """What git prints; None if it fails."""
    git = shutil.which("git")
    if git is None:
        raise Refusal("There is no git to ask; install it.")
    ended = subprocess.run(  # noqa: S603  # a revision is no option: --end-of-options stands before it
        [git, "-C", str(ROOT), *arguments], capture_output=True, check=False
    )
    return ended.stdout if ended.returncode == 0 else None
