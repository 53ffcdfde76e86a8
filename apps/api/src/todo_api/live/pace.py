"""How often and how long: the numbers of the live events, in seconds unless they say otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Made for production; tests are in more of a hurry."""

    heartbeat: float = 15.0
    """Of silence, after which a stream says that it is there. Proxies take a silent one for dead after 30 or 60."""
    send: float = 30.0
    """For which a reader may take nothing before its stream is ended."""
    farewell: float = 1.0
    """For the end of a stream to be sent: a process that stops does not wait for slow readers."""
    retry: float = 1.0
    """Between attempts to read while the database is away."""
    collect: float = 0.02
    """In which hints are collected, to be published in one message."""
    probe: float = 10.0
    """Between the messages that a worker sends to itself, to know whether the bus carries any."""
    echo: float = 3.0
    """For such a message to come back."""
    reconnect: float = 1.0
    """Before the first attempt to mend the bus; each further attempt waits twice as long."""
    reconnect_limit: float = 30.0
    poll_broken: float = 1.0
    """Between polls while the bus is broken."""
    poll_healthy: float = 30.0
    """Between polls while it is not."""
    streams: int = 20
    """How many streams one user may have open on one worker."""
