"""The `todo` command."""


def main() -> None:
    """Run a command. What cannot be done is a sentence on standard error, and never a traceback."""
    try:
        # It takes a second to load them, in which Ctrl-C is as welcome as later.
        from todo_api.cli.commands import run  # noqa: PLC0415  inside of the try, for that reason

        run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None  # as a shell counts what Ctrl-C has ended
