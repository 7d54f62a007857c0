#!/usr/bin/python3
"""How much faster is a run on two ranks than on one, on this machine?

    bench/mpi/scaling.py FOLDER SCENARIO --trajectories 20000 2000000 [--ranks 1 2] [--rounds 5]

FOLDER holds minefree and minefree-mpi (build/release). Each round runs the contenders in turn, all of one thread a
process: minefree, and minefree-mpi on each number of ranks. Prints seconds by the clock and, of the busiest rank, of its processor;
ratios are medians of the ratios within a round, since the machine's load changes between rounds. Fails when the
bytes are not the same.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SETTINGS = {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}


def measured(command, folder):
    """Seconds by the clock, processor seconds of the busiest process, and the output."""
    times = Path(folder) / "times"
    for old in times.parent.glob("times*"):
        old.unlink()
    # Each process writes its own times, under its rank.
    wrapper = ["bash", "-c", 'TIMEFORMAT="%U %S"; { time "$@" 2>&3; } 3>&2 2>"$0.${OMPI_COMM_WORLD_RANK:-0}"', str(times)]
    start = next(k for k, word in enumerate(command) if word.startswith("/"))
    began = time.monotonic()
    result = subprocess.run([*command[:start], *wrapper, *command[start:]], capture_output=True, env={**os.environ, **SETTINGS})
    clock = time.monotonic() - began
    if result.returncode != 0:
        sys.exit(f"{' '.join(command)}\nended with {result.returncode}: {result.stderr.decode()}")
    processor = max(sum(map(float, re.findall(r"[\d.]+", path.read_text()))) for path in times.parent.glob("times*"))
    return clock, processor, result.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("scenario")
    parser.add_argument("--trajectories", type=int, nargs="+", required=True)
    parser.add_argument("--ranks", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    folder = options.folder.resolve()

    print(f"load at the start: {os.getloadavg()[0]:.1f}\n")
    print("| futures | contender | s by the clock, median | least | / minefree | processor s of the busiest | / minefree |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as temporary:
        for trajectories in options.trajectories:
            words = ["run", options.scenario, "--json", "--quiet", "--threads", "1", "--trajectories", str(trajectories)]
            contenders = {"minefree": [str(folder / "minefree"), *words]}
            for ranks in options.ranks:
                contenders[f"{ranks} rank{'s' if ranks > 1 else ''}"] = [
                    "mpirun", "--oversubscribe", "-n", str(ranks), str(folder / "minefree-mpi"), *words]
            rounds = []
            for _ in range(options.rounds):
                rounds.append({name: measured(command, temporary) for name, command in contenders.items()})
                if len({output for _, _, output in rounds[-1].values()}) != 1:
                    sys.exit("the bytes are not the same")
            for name in contenders:
                clock = [of[name][0] for of in rounds]
                processor = [of[name][1] for of in rounds]
                ratio = [statistics.median(of["minefree"][k] / of[name][k] for of in rounds) for k in (0, 1)]
                print(f"| {trajectories:,} | {name} | {statistics.median(clock):.2f} | {min(clock):.2f} | {ratio[0]:.2f} | "
                      f"{statistics.median(processor):.2f} | {ratio[1]:.2f} |")
    print(f"\nload at the end: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
