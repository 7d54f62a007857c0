#!/usr/bin/python3
"""Keeps docs/questions.md what the program answers.

    tools/questions_page.py [--update] PROGRAM

Each figure on the page comes from a command that stands on it. Without --update the page is only compared: exit
code 1 and the difference when it is stale.
"""

import json
import subprocess
import sys
from pathlib import Path

from fresh import keep_fresh

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "questions.md"
BASELINE = "scenarios/baseline.yaml"
FROM = ("--from", "2027")
LEAVES = ("stress", BASELINE, "--donor", "USA", *FROM)
COSTS = ("solve", BASELINE, "--by", "2030", "--probability", "0.8", *FROM)
MOST = ("allocate", BASELINE, "--budget-musd", "50", "--by", "2030", *FROM)
TARGET = "2030"


def answer(program, command):
    """The JSON that a command prints; `solve` may end with 5, its answer being that a target is out of reach."""
    words = [program, *command, "--json", "--quiet"]
    done = subprocess.run(words, capture_output=True, cwd=ROOT)
    if done.returncode not in (0, 5):
        raise SystemExit(f"{' '.join(words)}: {done.stderr.decode('utf-8')}")
    return json.loads(done.stdout)


def shown(command):
    return f"    minefree {' '.join(command)}\n"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def percent(share):
    if 0 < share < 0.01:
        return "<1 %"
    return ">99 %" if 0.99 < share < 1 else f"{100 * share:.0f} %"


def money(musd):
    return f"{musd:,.0f}" if abs(musd) >= 100 else f"{musd:.1f}" if abs(musd) >= 10 else f"{musd:.2f}"


def names(items):
    items = list(items)
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def prior_mark(state):
    return " $" if state["money_is_prior"] else ""


def donor_leaves(result):
    """What if the largest donor leaves?"""
    donor = result["donors"][0]
    change = {kind: donor[kind]["mean_states_complete_by_end_of"][TARGET] for kind in ("world", "world_where_reported")}
    reported = change["world_where_reported"]
    amounts = {state["code"]: state["amount"] for state in result["states"]}
    states = [s for s in donor["states"] if amounts.get(s["code"]) == "reported"]
    states.sort(key=lambda s: s["probability_difference"][TARGET]["value"])

    def row(state):
        difference = state["probability_difference"][TARGET]
        years = state["median_years_gained"]
        return (state["name"], percent(state["later_share"]), "-" if years is None else f"{-years:.1f}",
                percent(difference["base"]), percent(difference["other"]),
                f"{100 * difference['value']:+.1f} ± {100 * difference['standard_error']:.1f}")

    return f"""## What if the largest donor leaves?

**Without the {donor['name']} from {result['from']} on, {-reported['difference']:.2f} fewer states are complete by the end of {TARGET} on average**
({reported['other']:.2f} instead of {reported['base']:.2f}, error of the difference {reported['standard_error']:.3f}), and nobody steps in. That counts the states
whose money is reported: {money(donor['musd_per_year'])} million USD a year (prices of {result['price_year']}). With the states whose amount is only supposed
it would be {-change['world']['difference']:.2f}.

{shown(LEAVES)}
{table(("State", "later in", "by a median of, years", f"complete by {TARGET}", "without", "points"), map(row, states[:6]))}
By {TARGET} the effect is small because most of these dates lie beyond it; later dates move by years. Rows of donors explain {percent(result['named_share_of_reported_money'])}
of the reported international money, and totals impute {percent(result['imputed_share_of_reported_money'])}; the rest is nobody's here. Without `--donor` the command ranks all donors.
"""


def date_costs(result):
    """What does 80 % by 2030 cost?"""
    states = result["states"]
    already = [s for s in states if s["reachable"] and s["musd_per_year_additional"] == 0]
    reachable = sorted((s for s in states if s["reachable"] and s["musd_per_year_additional"] > 0),
                       key=lambda s: s["musd_per_year_additional"])
    beyond = sorted((s for s in states if not s["reachable"]), key=lambda s: -s["achieved_probability"])
    total = sum(s["musd_per_year_additional"] for s in reachable)

    def row(state):
        error = state["musd_per_year_standard_error"]
        return (state["name"] + prior_mark(state), percent(state["probability_now"]), money(state["musd_per_year_now"]),
                money(state["musd_per_year_additional"]) + ("" if error is None else f" ± {money(error)}"),
                money(state["musd_per_year_total"]), percent(state["unspent_share"]))

    def bound(state):
        together = state["must_go_together"] if len(state["must_go_together"]) > 1 else [state["binding"]]
        return (state["name"], percent(state["probability_now"]), percent(state["achieved_probability"]), names(together))

    return f"""## What does a probability of 80 % by 2030 cost?

**Of {len(states)} states that can be estimated, {len(already)} reach it as it is ({names(s['name'] for s in already)}), {len(reachable)} with more money from {result['states'][0]['from']} on,
and {len(beyond)} with no sum of money.** The {len(reachable)} together need {money(total)} million USD a year more, additional to what comes (prices of {states[0]['price_year']}), most of it for
{reachable[-1]['name']}.

{shown(COSTS)}
{table(("State", f"complete by {TARGET} now", "million USD a year now", "more", "total", "not absorbed"), map(row, reachable))}
For the others the time is too short for money: teams cannot grow that fast (absorption), land cannot be entered (access), or land that
nobody knows of turns up too late (discovery).

{table(("State", f"complete by {TARGET} now", "with 1,000 more a year", "what binds"), map(bound, beyond))}
$ What the state gets now is in no report; the sum follows from its capacity and a usual cost (*prior*).
"""


def most_gained(result):
    """Where do the next 50 million do most?"""
    gain = result["gain"]
    states = sorted((s for s in result["states"] if s["considered"]), key=lambda s: -s["musd_per_year_additional"]["best"])
    chosen = [s for s in states if s["musd_per_year_additional"]["best"] > 0]
    prior = sum(s["musd_per_year_additional"]["best"] for s in chosen if s["money_is_prior"])
    better = all(gain[k]["value"] > 2 * gain[k]["standard_error"] for k in ("best_less_equal", "best_less_proportional"))
    verdict = "better than both by far more than the error" if better else "not better than both beyond its error"

    richest = max(states, key=lambda s: s["musd_per_year_additional"]["proportional"])

    def row(state):
        more, one = state["musd_per_year_additional"], state["gain_of_one_million_more"]
        return (state["name"] + prior_mark(state), money(state["musd_per_year_now"]), money(more["best"]), money(more["equal"]),
                money(more["proportional"]), f"{100 * state['gain']['best']['value']:+.1f}",
                f"{100 * one['value']:+.1f} ± {100 * one['standard_error']:.1f}")

    return f"""## Where do the next 50 million do most?

**Shared out best, {money(result['budget_musd_per_year_additional'])} million USD a year more from {result['from']} to {result['to']} complete {gain['best']['value']:.2f} states more by the end of {TARGET};
in equal shares {gain['equal']['value']:.2f}, in proportion to today's money {gain['proportional']['value']:.2f}.** Under fresh luck, with another seed than the one that chose it, the split is {verdict}:
{gain['best_less_equal']['value']:.2f} ± {gain['best_less_equal']['standard_error']:.3f} and {gain['best_less_proportional']['value']:.2f} ± {gain['best_less_proportional']['standard_error']:.3f}.

{shown(MOST)}
{table(("State", "million USD a year now", "more: best", "equal", "proportional", "points by then", "points of one million"), map(row, chosen))}
In proportion, {money(richest['musd_per_year_additional']['proportional'])} would go to {richest['name']}. The other {len(states) - len(chosen)} states get nothing from the best split: a million moves less there by {TARGET}. That is what counting completed states by a near date rewards, the
nearly done and the small; `--objective area` or `people-years` and a later `--by` answer otherwise, and `--floor` keeps a share for
a state. {money(prior)} of the 50 million go to states marked $, whose money now is in no report (*prior*), and so is what a million does there.
States that cannot be estimated take no part: where a baseline is missing, survey comes first (`minefree value-of-survey`).
"""


def page(program):
    return f"""# Three questions of a minister

Every figure here is made by the command beside it, from the baseline of this version: `tools/questions_page.py` writes the page, and a
test holds it against the program. Money is million USD a year and said to be total or additional. "Now" is today's course. ± is the
Monte Carlo error, not what the model does not know: see [limits](limits.md) and how earlier forecasts [did](hindcast.md).

{donor_leaves(answer(program, LEAVES))}
{date_costs(answer(program, COSTS))}
{most_gained(answer(program, MOST))}"""


if __name__ == "__main__":
    sys.exit(keep_fresh(sys.argv[1:], __doc__, PAGE, lambda program, before: page(program)))
