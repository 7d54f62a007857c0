"""How the tests of minefree-mpi start it; they are skipped, and say so, where no MPI can start anything."""

import os
import re
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))

from program import CLOSED_FORM, ROOT, ProgramTest  # noqa: E402, F401

MPI_PROGRAM = os.environ.get("MINEFREE_MPI_PROGRAM", str(ROOT / "build" / "release" / "minefree-mpi"))
MPIRUN = os.environ.get("MINEFREE_MPIRUN") or "mpirun"
SKIPPED = 77  # of ctest
# Root in a container, more ranks than processors, no other machine to reach, none to be bound to.
SETTINGS = {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1", "OMPI_MCA_plm": "isolated",
            "OMPI_MCA_hwloc_base_binding_policy": "none"}


def settings():
    return {**os.environ, **SETTINGS}


def launcher():
    """mpirun with what Open MPI needs here: more ranks than processors, and no words of its own."""
    version = subprocess.run([MPIRUN, "--version"], capture_output=True, text=True, env=settings(), timeout=60)
    is_open_mpi = re.search(r"Open ?(MPI|RTE)", version.stdout)
    return [MPIRUN, *(["--oversubscribe", "--quiet"] if is_open_mpi else [])]


def why_skipped():
    if not MPI_PROGRAM or not Path(MPI_PROGRAM).exists():
        return "minefree-mpi was not built: there is no MPI here (libopenmpi-dev)"
    try:
        tried = subprocess.run([*launcher(), "-n", "2", "true"], capture_output=True, env=settings(), timeout=60)
    except OSError as error:
        return f"mpirun cannot be started (openmpi-bin): {error}"
    except subprocess.TimeoutExpired:
        return "mpirun starts nothing here, and waits"
    return "" if tried.returncode == 0 else f"mpirun starts nothing here:\n{tried.stderr.decode()}"


SWEEP = """format: 1
base: closed.yaml
design: {{method: lhs, n: {points}, seed: 1}}
trajectories: {trajectories}
parameters:
  - {{name: penalty, path: parameters.maturity_penalty, low: 0.1, high: 0.9}}
outputs:
  - {{result: probability, state: XXA, by: 2040}}
"""


class RanksTest(ProgramTest):
    """Starts commands on several ranks; each test has a folder of its own, `self.folder`."""

    def write_sweep(self, points, trajectories):
        self.write("closed.yaml", CLOSED_FORM.replace("certain: true", "certain: false"))
        return self.write("sweep.yaml", SWEEP.format(points=points, trajectories=trajectories))

    def job(self, parts):
        """The command of a job: of each part the number of ranks, their folder, and the words."""
        command = launcher()
        for place, (ranks, folder, words) in enumerate(parts):
            command += [":"] if place else []
            command += ["-n", str(ranks), "-wdir", str(folder), MPI_PROGRAM, *map(str, words)]
        return command

    def call_job(self, parts):
        return subprocess.run(self.job(parts), capture_output=True, env=settings(), timeout=240)

    def call_on(self, ranks, *words):
        return self.call_job([(ranks, ROOT, words)])

    def start_on(self, ranks, *words):
        """A job that is under way."""
        job = subprocess.Popen(self.job([(ranks, ROOT, words)]), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               env=settings())
        self.addCleanup(job.communicate)
        self.addCleanup(job.kill)
        return job


def processes_of(job):
    """The process of each rank that the job has started so far."""
    processes = {}
    for folder in Path("/proc").iterdir():
        try:
            if not folder.name.isdigit() or os.readlink(folder / "exe") != os.path.realpath(MPI_PROGRAM):
                continue
            rank = re.search(rb"\0(?:OMPI_COMM_WORLD_RANK|PMI_RANK)=(\d+)\0", (folder / "environ").read_bytes())
            if rank and is_below(int(folder.name), job.pid):
                processes[int(rank[1])] = int(folder.name)
        except OSError:  # it has ended in the meantime
            continue
    return processes


def is_below(process, ancestor):
    while process > 1:
        if process == ancestor:
            return True
        process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    return False


def wait_until_busy(job, ranks, seconds=2):
    """Until each rank has worked for so many seconds of its processor, and so simulates."""
    ticks = os.sysconf("SC_CLK_TCK")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        processes = processes_of(job)
        try:
            used = [int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11]) / ticks
                    for process in processes.values()]
        except OSError:
            used = []
        if len(used) == ranks and min(used) > seconds:
            return processes
        time.sleep(0.1)
    raise AssertionError(f"after a minute the ranks are not at work: {processes_of(job)}")


def main():
    reason = why_skipped()
    if reason:
        print(f"SKIPPED: {reason}")
        sys.exit(SKIPPED)
    unittest.main()
