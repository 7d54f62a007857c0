"""A small record and a state file that holds against it, for tests to change one thing in."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import make_states  # noqa: E402
from state_files.check import check_state  # noqa: E402
from state_files.record import Record  # noqa: E402
from state_files.yaml_text import read  # noqa: E402

RECORD = {
    "sources.csv": """\
source_id,title,publisher,year,url
early2019,Early,Somebody,2019,https://example.org/1
late2021,Late,Somebody,2021,https://example.org/2
""",
    "states.csv": """\
iso3,name,party,entry_into_force,deadline_original,deadline_current,deadline_known_as_of,status,note
XXA,Example,yes,2000-03-01,2010-03-01,2025-03-01,2021,affected,A made-up state.
""",
    "annual.csv": """\
iso3,year,metric,value,unit,source_id,quality,note
XXA,2018,cha_km2,8,km2,early2019,reported,
XXA,2018,sha_km2,2,km2,early2019,reported,
XXA,2018,contamination_km2,10,km2,early2019,reported,sum
XXA,2018,cleared_km2,0.5,km2,early2019,reported,first count
XXA,2018,cleared_km2,0.7,km2,late2021,reported,revised
XXA,2020,contamination_km2,9,km2,late2021,approx,all suspected
XXA,2020,casualties,4,count,late2021,reported,
XXA,2020,contamination_km2,3,km2,early2019,estimate,really mined
XXA,2020,funding_international_musd,1.5,musd,late2021,reported,
XXA,2020,people_exposed,900,count,late2021,reported,
XXA,2020,people_exposed_girls,200,count,late2021,reported,
XXA,2020,eore_people,70,count,late2021,reported,
XXA,2020,residual_items,5,count,late2021,reported,
XXA,2020,residual_teams,2,count,late2021,reported,
""",
    "deadlines.csv": """\
iso3,request_year,previous_deadline,granted_deadline,source_id,note
XXA,2009,2010-03-01,2020-03-01,early2019,
XXA,2019,2020-03-01,2025-03-01,late2021,
XXA,2021,2025-03-01,,late2021,asked for; not decided
""",
    "plans.csv": """\
iso3,stated_completion,planned_annual_km2,cost_estimate_musd,source_id,note
XXA,2024,2.5,,late2021,
""",
    "events.csv": """\
iso3,year,kind,source_id,note
XXA,2019,completion_declared,late2021,
XXA,2020,residual_found,late2021,
""",
    "calls.csv": """\
iso3,edition_year,publisher,deadline,deadline_call,likelihood_2025,performance_score,source_id
""",
    "donor_recipient.csv": """\
donor,iso3,year,musd,source_id,note
USA,XXA,2020,1.0,late2021,
""",
}

STATE = """\
format: 1
code: XXA
name: Example
baseline: partial
series: {use: official, reason: it is what has to be released}
treaty:
  party: true
  entry_into_force: 2000-03-01
  deadlines:
    - {date: 2010-03-01, granted: 2000, source: early2019}
    - {date: 2020-03-01, granted: 2009, source: early2019}
    - {date: 2025-03-01, granted: 2019, source: late2021}
  declarations: [{date: 2019-01-15, affected_again: 2020, source: late2021}]
status:
  kind: affected
history:
  - {year: 2018, confirmed_km2: 8, suspected_km2: 2.0, source: early2019}
  - {year: 2018, cleared_km2: 0.7, source: late2021, reason: revised}
  - {year: 2020, suspected_km2: 9, series: official, source: late2021, reason: all suspected}
  - {year: 2020, contamination_km2: 3, series: mine_action_review, source: early2019}
programme:
  confirmed_share: {low: 0.05, best: 0.1, high: 0.2, source: own, reason: a guess}
funding:
  years:
    - {year: 2020, international_musd: 1.5, source: late2021}
donor_shares:
  - {donor: USA, year: 2020, musd: 1, source: late2021}
security:
  - {from: 2000, to: 2020, regime: open, source: late2021, reason: nothing known}
casualties:
  - {year: 2020, casualties: 4, source: late2021}
people:
  - {year: 2020, people_exposed: 900, people_exposed_girls: 200, eore_people: 70, source: late2021}
residual:
  - {year: 2020, residual_items: 5, residual_teams: 2, source: late2021}
plans:
  - {published: 2021, stated_completion: 2024-12-31, planned_km2_per_year: 2.5, source: late2021}
"""


class OnASmallRecord(unittest.TestCase):
    """A record of one state, written to a folder for each test."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        for name, text in RECORD.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    def record(self):
        return Record(self.folder)

    def state_path(self, text=STATE):
        path = self.folder / "XXA.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def problems(self, text):
        return check_state(read(self.state_path(text)), "XXA", self.record()).problems

    def one_problem(self, old, new, part):
        """Replacing old by new gives one problem whose text has this part; returns its line."""
        self.assertIn(old, STATE)
        text = STATE.replace(old, new, 1)
        problems = self.problems(text)
        self.assertEqual(len(problems), 1, problems)
        self.assertIn(part, problems[0].text)
        return text.splitlines()[problems[0].line - 1]

    def run_tool(self, *arguments):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = make_states.main([*arguments, "--data", str(self.folder)])
        return code, out.getvalue(), err.getvalue()
