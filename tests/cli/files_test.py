"""minefree check, new, schema and completions; and generated documents are fresh."""

import json
import subprocess
import unittest

from program import CLOSED_FORM, ROOT, ProgramTest


class Check(ProgramTest):
    def test_every_shipped_file_is_good(self):
        files = [path for folder in (".", "states", "studies") for path in sorted((ROOT / "scenarios" / folder).glob("*.yaml"))]
        result = self.call("check", *files)
        self.assertEqual(result.returncode, 0, result.stdout.decode())

    def test_all_problems_of_all_files_come_at_once(self):
        one = self.write("one.yaml", CLOSED_FORM.replace("origin: 2024", "origin: never"))
        two = self.write("two.yaml", CLOSED_FORM.replace("confirmed_km2: 20", "confirmed_km2: -3"))
        result = self.call("check", one, two)
        self.assertEqual(result.returncode, 3)
        self.assertIn("one.yaml:3:", result.stdout.decode())
        self.assertIn("two.yaml:13:", result.stdout.decode())


class New(ProgramTest):
    def test_a_new_scenario_is_good_and_changes_nothing(self):
        path = self.folder / "mine.yaml"
        self.assertEqual(self.call("new", path, "--from", ROOT / "scenarios" / "baseline.yaml").returncode, 0)
        self.assertEqual(self.call("check", path).returncode, 0)
        other = self.json_of("compare", "scenarios/baseline.yaml", path, "--trajectories", 200)["others"][0]
        self.assertTrue(other["changes_nothing"])

    def test_a_file_is_never_overwritten(self):
        path = self.write("mine.yaml", "mine")
        self.assertEqual(self.call("new", path, "--from", "scenarios/baseline.yaml").returncode, 1)
        self.assertEqual(path.read_text(), "mine")


class Documents(ProgramTest):
    def test_generated_documents_are_fresh(self):
        for name, words in (("scenario.schema.json", ["schema", "scenario"]), ("state.schema.json", ["schema", "state"]),
                            ("study.schema.json", ["schema", "study"]),
                            ("sweep.schema.json", ["schema", "sweep"]),
                            ("scenario-format.md", ["schema", "--docs"])):
            self.assertEqual((ROOT / "docs" / name).read_bytes(), self.call(*words).stdout,
                             f"docs/{name} is stale: minefree {' '.join(words)} > docs/{name}")

    def test_schemas_are_json(self):
        for which in ("scenario", "state", "study"):
            self.assertIn("draft-07", json.loads(self.call("schema", which).stdout)["$schema"])

    def test_the_bash_completion_is_a_script(self):
        script = self.call("completions", "bash").stdout
        self.assertEqual(subprocess.run(["bash", "-n"], input=script).returncode, 0)


if __name__ == "__main__":
    unittest.main()
