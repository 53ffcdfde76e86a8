"""The series as a picture."""

from collections.abc import Sequence
from pathlib import Path

from matplotlib.figure import Figure as Picture

from todo_bench.soaking.sampling import SERIES, Sample

_TITLES = {
    "memory": "worker's memory, MiB",
    "files": "worker's open files",
    "backends": "backends",
    "plans": "prepared statements' plans in all backends",
}


def draw(samples: Sequence[Sample], file: Path) -> None:
    picture = Picture(figsize=(9, 8), layout="constrained")
    minutes = [sample.seconds / 60 for sample in samples]
    plots = picture.subplots(len(SERIES), 1, sharex=True)
    for plot, name in zip(plots, SERIES, strict=True):
        values = [getattr(sample, name) for sample in samples]
        plot.plot(minutes, values, linewidth=1)
        plot.set_ylim(0, max(values) * 1.1 or 1)
        plot.set_title(_TITLES[name], fontsize=9, loc="left")
        plot.grid(alpha=0.3)
    plots[-1].set_xlabel("minutes")
    picture.savefig(file, format="png", dpi=110)
