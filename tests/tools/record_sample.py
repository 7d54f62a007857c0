"""A small record under the schema of the repository, into which tests plant one error each."""

import contextlib
import io
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "scenarios" / "data"
sys.path.insert(0, str(ROOT / "tools"))

import check_record  # noqa: E402
from record.schema import PACKAGE  # noqa: E402

FIGURES = "iso3,year,metric,value,unit,source_id,quality,note\n"
CLAIM_COLUMNS = (
    "claim_id,iso3,year_said,said_by,speaker,kind,claimed_by,claimed_km2,claimed_km2_per_year,claimed_musd,"
    "claimed_states,condition,outcome,outcome_date,outcome_year,outcome_value,outcome_source_id,source_id,note")
RECORD = {
    "sources": """\
source_id,title,publisher,year,url
early2019,Early,Somebody,2019,https://example.org/1
late2021,Late,Somebody,2021,https://example.org/2
""",
    "states": """\
iso3,name,party,entry_into_force,deadline_original,deadline_current,deadline_known_as_of,status,note
XXA,Example,yes,2000-03-01,2010-03-01,2025-03-01,2021,affected,
""",
    "annual": FIGURES + """\
XXA,2018,contamination_km2,40,km2,early2019,reported,
XXA,2019,contamination_km2,36,km2,early2019,reported,
XXA,2019,cha_km2,30,km2,early2019,reported,
XXA,2019,sha_km2,6,km2,early2019,reported,
XXA,2019,released_km2,8,km2,early2019,reported,
XXA,2019,cleared_km2,5,km2,early2019,reported,
XXA,2019,reduced_km2,3,km2,early2019,reported,
XXA,2019,discovered_km2,4,km2,early2019,reported,
XXA,2019,casualties,9,count,early2019,reported,
XXA,2019,casualties_killed,4,count,early2019,reported,
XXA,2019,casualties_injured,5,count,early2019,reported,
XXA,2019,casualties_men,6,count,early2019,reported,
XXA,2019,casualties_girls,1,count,early2019,reported,
XXA,2019,people_exposed,100,count,early2019,reported,
XXA,2019,people_exposed_boys,50,count,early2019,reported,
XXA,2019,funding_international_musd,3,musd,early2019,reported,
XXA,2019,funding_international_musd,2.9,musd,late2021,reported,
""",
    "additions": FIGURES + "XXA,2020,casualties,12,count,late2021,estimate,\n",
    "annual_partial": FIGURES + "XXA,2020,casualties,3,count,late2021,reported,January\n",
    "deadlines": """\
iso3,request_year,previous_deadline,granted_deadline,source_id,note
XXA,2009,2010-03-01,2020-03-01,early2019,
XXA,2019,2020-03-01,2025-03-01,late2021,
XXA,2021,2025-03-01,,late2021,not decided
""",
    "plans": """\
iso3,stated_completion,planned_annual_km2,cost_estimate_musd,source_id,note
XXA,2024,2.5,,late2021,
""",
    "events": "iso3,year,kind,source_id,note\nXXB,2020,accession,late2021,\n",
    "calls": """\
iso3,edition_year,publisher,deadline,deadline_call,likelihood_2025,performance_score,source_id
XXA,2019,Mine Action Review,2025-03-01,on_track,,6.5,early2019
""",
    "claims": f"{CLAIM_COLUMNS}\n" + """\
XXA-2009-by2020,XXA,2009,A,state,completion_date,2020-03-01,,,,,,not_met,,2019,36,early2019,early2019,
XXA-2019-by2025,XXA,2019,A,state,completion_date,2025-03-01,,,,,,open,,,,,late2021,
XXA-2019-ontrack2025,XXA,2019,B,observer,completion_date,2025-03-01,,,,,,open,,,,,early2019,
XXA-2021-by2024,XXA,2021,A,state,completion_date,2024-12-31,,,,,,open,,,,,late2021,
XXA-2021-pace2.5,XXA,2021,A,state,pace,2024-12-31,,2.5,,,,open,,,,,late2021,
""",
    "donors": "donor,year,musd,source_id,note\nNorway,2019,2.5,early2019,\n",
    "donor_recipient": """\
donor,iso3,year,musd,source_id,note
NOR,XXA,2019,1.5,early2019,
NOR,XXB,2019,1,early2019,
USA,XXA,2019,1.4,early2019,
""",
    "deflator": "year,us_cpi_u,source_id\n2019,100,late2021\n2020,102,late2021\n",
    "corrections": """\
table,key,what,was,now,reason,source_id
annual,XXA 2018 contamination_km2,value,4,40,a slip of the pen,
""",
    "known_contradictions": "table,key,rule,reason\n",
}


class OnASmallRecord(unittest.TestCase):
    """The tables above under the schema of the repository, written anew for each test."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "data"
        self.folder.mkdir()
        shutil.copy(DATA / PACKAGE, self.folder)
        for name, text in RECORD.items():
            self.write(name, text)

    def write(self, name, text):
        (self.folder / f"{name}.csv").write_text(text, encoding="utf-8")

    def run_tool(self):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = check_record.main(["--data", str(self.folder)])
        return code, out.getvalue().splitlines(), err.getvalue()

    def plant(self, table, old, new, said):
        """Replacing old by new gives one problem that says this, at the first line that changed."""
        self.assertIn(old, RECORD[table])
        text = RECORD[table].replace(old, new, 1)
        self.write(table, text)
        code, problems, _ = self.run_tool()
        self.write(table, RECORD[table])
        self.assertEqual(len(problems), 1, problems)
        self.assertIn(said, problems[0])
        self.assertIn(f"{table}.csv:", problems[0])
        self.assertEqual(code, 1)
        line = int(problems[0].split(".csv:")[1].split(":")[0])
        return text.splitlines()[line - 1]

    def add(self, table, row, said):
        """One more row gives one problem that says this, at that row."""
        last = RECORD[table].splitlines()[-1]
        self.assertEqual(self.plant(table, last, f"{last}\n{row}", said), row)
