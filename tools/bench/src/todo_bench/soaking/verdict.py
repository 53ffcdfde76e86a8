"""Whether a series grows."""

from collections.abc import Sequence
from itertools import combinations
from statistics import median

_POINTS = 400
"""Enough for a slope; all pairs of more would take long."""
TOLERANCE = 0.05
"""How much larger, in its second half, a series may become that counts as flat."""


def growth(seconds: Sequence[float], values: Sequence[float]) -> float:
    """How much larger a series becomes within its second half, as a share of its median there.

    By the median of the slopes between all pairs of points (Theil and Sen), on which peaks have no influence. The first
    half is left out: caches fill, and pools open their connections.
    """
    half = len(values) // 2
    step = max(1, (len(values) - half) // _POINTS)
    points = list(zip(seconds[half::step], values[half::step], strict=True))
    slopes = [(there - here) / (later - sooner) for (sooner, here), (later, there) in combinations(points, 2)]
    level = median(value for _, value in points)
    return median(slopes) * (points[-1][0] - points[0][0]) / level if slopes and level else 0.0


def is_flat(grown: float) -> bool:
    return grown <= TOLERANCE
