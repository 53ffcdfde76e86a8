"""What stops the command before it has done anything."""


class Refusal(Exception):
    """A sentence for whoever typed the command: what is missing or wrong, and what to do about it."""
