"""What a command says instead of doing its work."""


class Refused(Exception):
    """The command cannot go on; the message is a sentence for standard error, and the exit status is 1."""
