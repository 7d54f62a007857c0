"""The command behind `./dev calibrate`."""

import argparse
import sys
import time

from minefree.calibration import fit as fitting  # first: it settles how JAX starts
from minefree.calibration.calibrate import ORIGINS, Task, calibrate
from minefree.calibration.report import write_report


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="./dev calibrate", description="Fits the model to the public record and writes "
        "scenarios/posterior/<origin>.csv, or vague/<origin>.csv. Nothing is written unless the "
        "sampler's diagnostics hold.")
    parser.add_argument("--origin", type=int, action="append", help="last year whose figures may be "
                        "used; may be repeated; 2024 when left out")
    parser.add_argument("--all", action="store_true", help="every origin of the hindcast, and the vague fits")
    parser.add_argument("--vague", action="store_true", help="log-sd of the priors times two")
    parser.add_argument("--draws", type=int, help="rows to write")
    parser.add_argument("--seed", type=int, default=fitting.Settings.seed)
    parser.add_argument("--report", action="store_true", help="only writes docs/calibration.md anew")
    parser.add_argument("--sbc", type=int, metavar="FITS", help="simulation-based calibration with the engine")
    parser.add_argument("--leave-out", metavar="CODE", help="what one state's last reported year does to the "
                        "draws of the others: the record of 2024 fitted with and without it")
    chosen = parser.parse_args(arguments)

    if chosen.report:
        write_report()
        return 0
    if chosen.sbc:
        from minefree.calibration.sbc import run_and_write
        uneven = run_and_write(chosen.sbc, chosen.seed)
        write_report()
        return uneven
    if chosen.leave_out:
        from minefree.calibration.leave_out import run_and_write
        failed = run_and_write(chosen.leave_out, chosen.seed)
        write_report()
        return failed
    tasks = [Task(o, vague=chosen.vague) for o in chosen.origin or [2024]]
    if chosen.all:
        tasks = [Task(o, vague=v) for o, v in ORIGINS]
    failed = 0
    for task in tasks:
        started = time.monotonic()
        problems = calibrate(task, chosen.seed, chosen.draws)
        seconds = time.monotonic() - started
        for problem in problems:
            print(f"{task.name}: {problem}", file=sys.stderr)
        print(f"{task.name}: {'refused' if problems else 'written'} after {seconds:.0f} s", file=sys.stderr)
        failed += bool(problems)
    write_report()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
