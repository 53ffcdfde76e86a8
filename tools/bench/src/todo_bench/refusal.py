"""Why there are no figures; each message is a sentence for whoever sits at the terminal."""


class Invalid(Exception):
    """Something went wrong that makes the run's figures worth nothing; the exit status is 1."""


class Refusal(Exception):
    """The run could not begin; the exit status is 2."""
