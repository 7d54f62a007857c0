#!/usr/bin/env python3
"""How much faster is the engine than its peers? All are run in turn, several times, on the forty states.

    alternate.py BUILD_FOLDER [ROUNDS [NUMPY_PYTHON]]     5 rounds; prints the tables of bench/README.md

Rates are of processor time, so that other work on the machine disturbs less; a ratio is the median of the ratios
of each round, whose members ran within a minute of each other. NUMPY_PYTHON is the Python that has NumPy
(BUILD_FOLDER/../numpy/bin/python).
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
STATE_YEARS = 20_000 * 40 * 36
NUMPY_TRAJECTORIES = 8192
SETS = ("sse42", "avx2", "avx512")


def output_of(*command):
    environment = dict(os.environ, OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True, env=environment).stdout


class Contenders:
    """Each runs in a process of its own and gives numbers by name."""

    def __init__(self, build, numpy_python):
        self.programs = build / "bench"
        self.numpy_python = numpy_python
        self.plan = Path(tempfile.mkdtemp()) / "plan.json"
        self.plan.write_text(output_of(self.programs / "peers" / "dump_plan", "forty"))

    def measured(self, program, name):
        text = output_of(self.programs / program, f"--benchmark_filter=^{name}", "--benchmark_format=json",
                         "--benchmark_min_time=0.5")
        found = json.loads(text)["benchmarks"]
        return found[0] if found else None

    def rates(self):
        """One round: rates in million state-years a second, memory in MB."""
        numbers = {}
        for name in SETS:
            one = self.measured("bench_engine", f"run/{name}/one_thread")
            if one is None or "cpu_time" not in one:
                continue
            all_ = self.measured("bench_engine", f"run/{name}/all_threads")
            floor = self.measured("bench_floor", f"floor/{name}")
            numbers[f"{name}, one thread"] = STATE_YEARS / one["cpu_time"] / 1e3
            numbers[f"{name}, all threads, by the clock"] = STATE_YEARS / all_["real_time"] / 1e3
            numbers[f"{name}, all threads, a processor second"] = STATE_YEARS / all_["cpu_time"] / 1e3
            numbers[f"{name}, floor"] = floor["state_years_per_second"] / 1e6
            numbers[f"MB, {name}, one thread"] = one["peak_memory_mb"]
            numbers[f"MB, {name}, all threads"] = all_["peak_memory_mb"]
        numbers["doubles"] = self.measured("bench_engine", "run/doubles")["state_years_per_second"] / 1e6
        numbers["naive"] = self.measured("bench_naive", "run/naive")["state_years_per_second"] / 1e6
        numpy = json.loads(output_of(self.numpy_python, "-B", HERE / "numpy_run.py", self.plan, NUMPY_TRAJECTORIES))
        numbers["NumPy"] = numpy["state_years_per_second"] / 1e6
        numbers["MB, NumPy"] = numpy["peak_memory_mb"]
        return numbers


def median_of(rounds, value):
    return statistics.median(value(numbers) for numbers in rounds)


def print_rates(rounds):
    print("| what | median | lowest | highest |\n|---|---|---|---|")
    for name in rounds[0]:
        values = [numbers[name] for numbers in rounds]
        unit = "MB" if name.startswith("MB, ") else "M/s"
        print(f"| {name.removeprefix('MB, ')}, {unit} | {statistics.median(values):.3g} | {min(values):.3g} "
              f"| {max(values):.3g} |")


def print_ratios(rounds):
    print("\n| one thread | s for 20,000 x 40 x 36 | / NumPy | / naive C++ | / doubles | of the floor |\n"
          "|---|---|---|---|---|---|")
    for name in SETS:
        key = f"{name}, one thread"
        if key not in rounds[0]:
            continue
        by = [median_of(rounds, lambda numbers, peer=peer: numbers[key] / numbers[peer])
              for peer in ("NumPy", "naive", "doubles")]
        floor = median_of(rounds, lambda numbers: numbers[key] / numbers[f"{name}, floor"])
        seconds = median_of(rounds, lambda numbers: STATE_YEARS / 1e6 / numbers[key])
        print(f"| {name} | {seconds:.2f} | {by[0]:.1f} | {by[1]:.1f} | {by[2]:.1f} | {floor:.2f} |")


def main(arguments):
    if len(arguments) not in (1, 2, 3):
        sys.exit(__doc__)
    build = Path(arguments[0]).resolve()
    count = int(arguments[1]) if len(arguments) > 1 else 5
    numpy_python = arguments[2] if len(arguments) > 2 else build.parent / "numpy" / "bin" / "python"
    contenders = Contenders(build, numpy_python)
    rounds = []
    for number in range(count):
        rounds.append(contenders.rates())
        print(f"round {number + 1} of {count}, load {os.getloadavg()[0]:.1f}", file=sys.stderr)
    print_rates(rounds)
    print_ratios(rounds)


if __name__ == "__main__":
    main(sys.argv[1:])
