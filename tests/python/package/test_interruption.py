"""Long runs: other threads go on, progress is told, and they stop when asked."""

import os
import signal
import subprocess
import sys
import threading
import time

import minefree as mf
import pytest
from conftest import TWO_STATES

LONG = {**TWO_STATES, "trajectories": 400_000}


def test_other_threads_of_python_go_on_during_a_run():
    counted, over = 0, threading.Event()

    def count():
        nonlocal counted
        while not over.is_set():
            counted += 1
            time.sleep(0.001)

    counter = threading.Thread(target=count)
    counter.start()
    began = time.perf_counter()
    mf.run({**LONG, "trajectories": 100_000}, threads=1)
    took = time.perf_counter() - began
    over.set()
    counter.join()
    assert counted > 100 * took  # a tenth of what it could do


def test_progress_is_told_up_to_the_total():
    told = []
    mf.run({**LONG, "trajectories": 100_000}, threads=1, progress=lambda done, total: told.append((done, total)))
    assert told
    assert {total for _, total in told} == {100_000}
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_an_exception_in_progress_stops_the_run_and_comes_out():
    class Enough(Exception):
        pass

    def stop(done, total):
        raise Enough

    began = time.perf_counter()
    with pytest.raises(Enough):
        mf.run({**LONG, "trajectories": 20_000_000}, progress=stop)
    assert time.perf_counter() - began < 5


def test_ctrl_c_ends_a_run_within_a_second():
    script = ("import minefree as mf, sys\n"
              f"scenario = {({**LONG, 'trajectories': 50_000_000})!r}\n"
              "try:\n"
              "    mf.run(scenario, progress=lambda done, total: print(done, flush=True))\n"
              "except KeyboardInterrupt:\n"
              "    sys.exit(77)\n")
    # A shell that starts the tests in the background has them ignore Ctrl-C.
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=dict(os.environ),
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    assert process.stdout.readline()  # it runs
    asked = time.perf_counter()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)  # reads on: a closed pipe would end the run instead
    assert process.returncode == 77
    assert time.perf_counter() - asked < 1.5  # a second, and the interpreter's own end
