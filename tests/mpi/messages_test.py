"""minefree-mpi says what is wrong once, by whichever rank finds it, and writes nothing then."""

from ranks import CLOSED_FORM, ROOT, RanksTest, main

BASELINE = "scenarios/baseline.yaml"


class SaidOnce(RanksTest):
    def check_as_alone(self, code, *words, ranks=3):
        alone = self.call(*words)
        together = self.call_on(ranks, *words)
        self.assertEqual(alone.returncode, code, alone.stderr.decode())
        self.assertEqual(together.returncode, code, together.stderr.decode())
        self.assertEqual((together.stdout, together.stderr), (alone.stdout, alone.stderr))

    def test_wrong_usage(self):
        self.check_as_alone(2, "run")
        self.check_as_alone(2, "run", BASELINE, "--state", "QQQ")

    def test_problems_of_a_scenario(self):
        path = self.write("bad.yaml", CLOSED_FORM.replace("horizon: 2060", "horizon: 1960").replace("seed", "sed"))
        self.check_as_alone(3, "run", path, "--out", self.folder / "out")
        self.check_as_alone(3, "check", path)  # rank 0 alone
        self.assertEqual([path], list(self.folder.iterdir()))

    def test_nothing_to_estimate(self):
        self.check_as_alone(4, "run", BASELINE, "--state", "MMR", "--trajectories", 100)

    def test_a_target_out_of_reach(self):
        self.check_as_alone(5, "solve", BASELINE, "--state", "AGO", "--by", 2026, "--probability", 0.99,
                            "--trajectories", 200, ranks=2)

    def test_help_and_version(self):
        self.check_as_alone(0, "--version")
        self.check_as_alone(0, "compare", "--help")


class RanksThatDoNotFit(RanksTest):
    """Ranks on other nodes, as far as folders of one machine can stand for them."""

    def setUp(self):
        super().setUp()
        self.first, self.second = self.folder / "first", self.folder / "second"
        self.first.mkdir()
        self.second.mkdir()
        (self.first / "a.yaml").write_text(CLOSED_FORM)

    def words(self):
        return ("run", "a.yaml", "--trajectories", 50, "--out", "out")

    def call_in_both(self, words=None, other_words=None):
        words = words or self.words()
        result = self.call_job([(2, self.first, words), (1, self.second, other_words or words)])
        self.assertEqual(result.stdout, b"")
        self.assertFalse((self.first / "out").exists() or (self.second / "out").exists())
        return result.returncode, result.stderr.decode()

    def test_another_file_is_noticed_though_it_has_the_same_counts(self):
        (self.second / "a.yaml").write_text(CLOSED_FORM.replace("2.5", "2.6"))
        code, said = self.call_in_both()
        self.assertEqual(code, 1)
        self.assertEqual(said.count("minefree-mpi:"), 1, said)
        self.assertRegex(said, r"rank 2 on \S+ has read other files than rank 0 on \S+; nothing was written")

    def test_a_file_that_only_some_have(self):
        code, said = self.call_in_both()
        self.assertEqual(code, 3)
        self.assertRegex(said, r"^minefree-mpi: rank 2 on \S+ could not go on, so that the job ended and nothing was written.")
        self.assertEqual(said.count("a.yaml: the file is not there"), 1, said)

    def test_a_file_that_rank_0_lacks(self):
        (self.second / "a.yaml").write_text(CLOSED_FORM)
        (self.first / "a.yaml").unlink()
        code, said = self.call_in_both()
        self.assertEqual(code, 3)
        self.assertEqual(said.count("a.yaml: the file is not there"), 1, said)
        self.assertNotIn("minefree-mpi:", said)  # rank 0 speaks for itself

    def test_another_command_line(self):
        (self.second / "a.yaml").write_text(CLOSED_FORM)
        code, said = self.call_in_both(other_words=(*self.words(), "--seed", 7))
        self.assertEqual(code, 1)
        self.assertEqual(said.count("minefree-mpi:"), 1, said)
        self.assertRegex(said, r"rank 2 on \S+ runs another version or another command line than rank 0")

    def test_a_rank_that_fails_while_the_others_have_long_to_work(self):
        (self.second / "frozen.json").write_text("{}")
        words = ("freeze", ROOT / BASELINE, "--trajectories", 40_000_000, "--out", "frozen.json")
        code, said = self.call_in_both(words)
        self.assertEqual(code, 1)
        self.assertIn("rank 2 on", said)
        self.assertIn("frozen.json is there already", said)
        self.assertEqual([path.name for path in self.first.iterdir()], ["a.yaml"])


if __name__ == "__main__":
    main()
