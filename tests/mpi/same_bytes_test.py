"""minefree-mpi gives the bytes of minefree, for any number of ranks: results, messages and exit codes."""

import subprocess

from ranks import MPI_PROGRAM, ROOT, RanksTest, main, settings

BASELINE = "scenarios/baseline.yaml"
SOME_RANKS = (1, 2, 3, 5)


class SameBytes(RanksTest):
    def check_same(self, *words, ranks=(2, 3)):
        alone = self.call(*words)
        for number in ranks:
            together = self.call_on(number, *words)
            self.assertEqual(together.returncode, alone.returncode, f"{number} ranks: {together.stderr.decode()}")
            self.assertEqual(together.stdout, alone.stdout, f"{number} ranks")
            self.assertEqual(together.stderr, alone.stderr, f"{number} ranks")
        return alone

    def test_of_a_run(self):
        result = self.check_same("run", BASELINE, "--json", "--trajectories", 1234, ranks=SOME_RANKS)
        self.assertEqual(result.returncode, 0)
        self.assertIn(b'"trajectories":1234', result.stdout.replace(b" ", b""))

    def test_of_a_comparison(self):
        self.check_same("compare", BASELINE, "scenarios/us-halves.yaml", "--json", "--trajectories", 700, ranks=SOME_RANKS)

    def test_of_every_file_of_a_run(self):
        self.call("run", "scenarios/residual-teams.yaml", "--trajectories", 500, "--out", self.folder / "alone")
        expected = {path.name: path.read_bytes() for path in (self.folder / "alone").iterdir()}
        self.assertIn("residual.csv", expected)
        for ranks in SOME_RANKS:
            out = self.folder / f"of-{ranks}"
            result = self.call_on(ranks, "run", "scenarios/residual-teams.yaml", "--trajectories", 500, "--out", out)
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            self.assertEqual({path.name: path.read_bytes() for path in out.iterdir()}, expected, f"{ranks} ranks")
        self.assertEqual(len(list(self.folder.iterdir())), 1 + len(SOME_RANKS))  # nothing of the other ranks

    def test_of_a_run_that_goes_on_until_its_error_is_small(self):
        result = self.check_same("run", BASELINE, "--state", "AGO", "--trajectories", 500, "--until-error", 2, "--json")
        self.assertNotIn(b'"trajectories":500', result.stdout.replace(b" ", b""))

    def test_of_a_table_with_its_notes(self):
        self.check_same("run", BASELINE, "--trajectories", 300)

    def test_of_an_answer_in_many_runs(self):
        self.check_same("solve", BASELINE, "--state", "AGO", "--by", 2035, "--probability", 0.6, "--trajectories", 500,
                        "--json", ranks=(3,))

    def test_of_an_allocation_with_its_groups(self):
        self.check_same("allocate", BASELINE, "--state", "AGO", "--state", "KHM", "--budget-musd", 5, "--by", 2030,
                        "--lumps", 3, "--trajectories", 320, "--json", ranks=(3,))

    def test_of_values_of_single_futures(self):
        self.check_same("value-of-survey", BASELINE, "--state", "AGO", "--trajectories", 1000, "--json", ranks=(3,))
        self.check_same("regret", "scenarios/studies/which-50-million.yaml", "--trajectories", 200, "--json", ranks=(3,))

    def test_of_a_sweep_and_its_parts(self):
        sweep = self.write_sweep(points=50, trajectories=40)
        printed = self.check_same("sweep", sweep)
        self.assertEqual(printed.stdout.count(b"\n"), 51)
        for part in ("1/2", "2/2"):
            result = self.call_on(3, "sweep", sweep, "--out", self.folder / "out", "--part", part)
            self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertEqual(self.call_on(2, "sweep", sweep, "--out", self.folder / "out", "--join", 2).returncode, 0)
        self.assertEqual((self.folder / "out" / "sweep.csv").read_bytes(), printed.stdout)

    def test_of_a_command_that_one_rank_does_alone(self):
        self.check_same("explain", BASELINE, "AGO")
        self.check_same("check", BASELINE)

    def test_without_a_launcher(self):
        words = ["run", BASELINE, "--json", "--trajectories", "300"]
        together = subprocess.run([MPI_PROGRAM, *words], capture_output=True, cwd=ROOT, env=settings(), timeout=240)
        self.assertEqual(together.stdout, self.call(*words).stdout)


if __name__ == "__main__":
    main()
