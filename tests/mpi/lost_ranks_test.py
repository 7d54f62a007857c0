"""minefree-mpi ends soon, says why and leaves nothing behind when a rank is lost, or when it is interrupted."""

import os
import signal
import time

from ranks import RanksTest, main, processes_of, wait_until_busy

LONG = ("run", "scenarios/baseline.yaml", "--trajectories", "100000000", "--threads", "1")
SOON = 10  # seconds; two, and a busy machine


class LostRanks(RanksTest):
    def end_by(self, end, ranks=3):
        """The exit code and what was said, once the job was ended in the middle of its work."""
        job = self.start_on(ranks, *LONG, "--out", self.folder / "out")
        processes = wait_until_busy(job, ranks)
        began = time.monotonic()
        end(job, processes)
        stdout, stderr = job.communicate(timeout=60)
        self.assertLess(time.monotonic() - began, SOON)
        self.assertEqual(stdout, b"")
        self.assertEqual(list(self.folder.iterdir()), [])
        self.assertNotEqual(job.returncode, 0)
        for process in processes.values():
            self.assertFalse(os.path.exists(f"/proc/{process}/exe") and "State:\tZ" not in
                             open(f"/proc/{process}/status").read(), "a rank lives on")
        return job.returncode, stderr.decode()

    def test_a_rank_that_is_killed_ends_the_job_with_our_words(self):
        for victim in (1, 2):
            _, said = self.end_by(lambda job, processes: os.kill(processes[victim], signal.SIGKILL))
            self.assertEqual(said.count("minefree-mpi: a rank was lost or does not answer, so that the job ended."), 1, said)
            self.assertIn("run the same command again", said)

    def test_rank_0_that_is_killed_ends_the_job(self):
        self.end_by(lambda job, processes: os.kill(processes[0], signal.SIGKILL))

    def test_ctrl_c_is_no_lost_rank(self):
        code, said = self.end_by(lambda job, processes: job.send_signal(signal.SIGINT))
        self.assertEqual(code, 1)
        self.assertIn("interrupted; nothing was written", said)
        self.assertNotIn("lost", said)

    def test_a_sweep_that_lost_a_rank_goes_on_from_its_last_row(self):
        sweep = self.write_sweep(points=300, trajectories=4000)
        rows = self.folder / "out" / "sweep.csv"
        words = ("sweep", sweep, "--threads", 1, "--out", rows.parent)
        job = self.start_on(3, *words)
        deadline = time.monotonic() + 60
        while not (rows.exists() and rows.read_bytes().count(b"\n") > 1) and time.monotonic() < deadline:
            time.sleep(0.02)
        os.kill(processes_of(job)[1], signal.SIGKILL)
        _, said = job.communicate(timeout=60)
        self.assertIn(b"minefree-mpi: a rank was lost or does not answer", said)
        kept = rows.read_bytes()
        self.assertLess(kept.count(b"\n"), 301)
        self.assertTrue(kept.endswith(b"\n"))
        self.assertEqual(self.call_on(2, *words).returncode, 0)
        self.assertTrue(rows.read_bytes().startswith(kept))
        self.assertEqual(rows.read_bytes(), self.call("sweep", sweep).stdout)

    def test_the_same_command_again_gives_the_result(self):
        self.end_by(lambda job, processes: os.kill(processes[1], signal.SIGKILL))
        words = (*LONG[:3], "200", "--json")
        self.assertEqual(self.call_on(3, *words).stdout, self.call(*words).stdout)


if __name__ == "__main__":
    main()
