#include "help.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace minefree::cli {

namespace {

constexpr std::array helps = std::to_array<Help>({
    {"run", "When will each state have cleared its last known mined area?",
     "Examples:\n"
     "  minefree run scenarios/baseline.yaml\n"
     "  minefree run scenarios/baseline.yaml --state AGO --state KHM --target 2030\n"
     "  minefree run scenarios/baseline.yaml --state AGO --verbose\n"
     "  minefree run scenarios/baseline.yaml --until-error 0.5 --out results\n"
     "  minefree run scenarios/baseline.yaml --json | jq '.states[0].completion.quantiles'\n",
     "SCENARIO [options]"},
    {"compare", "What do other scenarios change? The same futures are simulated under each.",
     "Examples:\n"
     "  minefree compare scenarios/baseline.yaml scenarios/surge.yaml\n"
     "  minefree compare scenarios/baseline.yaml scenarios/us-halves.yaml --state AGO --json\n",
     "BASE OTHER... [options]"},
    {"plan", "Is a state's own plan credible? Its date and pace beside its record and its futures.",
     "Examples:\n"
     "  minefree plan scenarios/baseline.yaml\n"
     "  minefree plan scenarios/baseline.yaml --state BIH\n"
     "  minefree plan scenarios/surge.yaml --state AGO --state KHM --json\n",
     "SCENARIO [options]"},
    {"solve",
     "How much money reaches a date, or which date a sum of money reaches; or what stands in the way.",
     "Examples:\n"
     "  minefree solve scenarios/baseline.yaml --state AGO --by 2030 --probability 0.8\n"
     "  minefree solve scenarios/baseline.yaml --by 2030 --from 2027\n"
     "  minefree solve scenarios/baseline.yaml --state KHM --money +10 --from 2027\n"
     "  minefree solve scenarios/baseline.yaml --state TJK        (the deadline to ask for)\n",
     "SCENARIO [options]"},
    {"allocate",
     "Where would more money do most? An extra budget shared out between states, beside simple splits.",
     "Examples:\n"
     "  minefree allocate scenarios/baseline.yaml --budget-musd 50 --by 2030 --from 2027\n"
     "  minefree allocate scenarios/baseline.yaml --budget-musd 50 --by 2035 --objective area\n"
     "  minefree allocate scenarios/baseline.yaml --budget-musd 20 --by 2030 --floor AGO=5 --cap KHM=8\n",
     "SCENARIO --budget-musd MUSD --by YEAR [options]"},
    {"stress", "What hangs on each donor? Each is dropped in turn, in the same futures.",
     "Examples:\n"
     "  minefree stress scenarios/baseline.yaml\n"
     "  minefree stress scenarios/baseline.yaml --donor USA --from 2027 --share 50%\n"
     "  minefree stress scenarios/baseline.yaml --state AGO --state KHM --json\n",
     "SCENARIO [options]"},
    {"regret", "Which strategy holds up best, whatever comes? Strategies against futures.",
     "Examples:\n"
     "  minefree regret scenarios/studies/which-50-million.yaml\n"
     "  minefree regret my-study.yaml --trajectories 2000 --out results\n",
     "STUDY [options]"},
    {"value-of-survey",
     "What is survey worth? How far it narrows a date, and what knowing more would gain.",
     "Examples:\n"
     "  minefree value-of-survey scenarios/baseline.yaml\n"
     "  minefree value-of-survey scenarios/baseline.yaml --state AGO --musd 5 --musd 20\n"
     "  minefree value-of-survey scenarios/baseline.yaml --json --out survey\n",
     "SCENARIO [options]"},
    {"annex", "The annex to a request for more time: deadline, milestones, budget, assumptions.",
     "Examples:\n"
     "  minefree annex AGO\n"
     "  minefree annex scenarios/surge.yaml KHM --out annex\n"
     "  minefree annex AGO --deadline 2030-12-31\n",
     "[SCENARIO] STATE [options]"},
    {"report",
     "One HTML file of a run to read, print and pass on: summary, charts, tables, sources.",
     "Examples:\n"
     "  minefree report scenarios/baseline.yaml\n"
     "  minefree report scenarios/us-halves.yaml --state AGO --state KHM --out us-halves.html\n"
     "  minefree run scenarios/surge.yaml --out results && minefree report results\n",
     "SCENARIO|DIR [options]"},
    {"explain", "Which numbers are used for a state, and where does each come from?",
     "Examples:\n"
     "  minefree explain scenarios/baseline.yaml AGO\n"
     "  minefree explain scenarios/landmine-free-2025.yaml KHM --json\n",
     "SCENARIO STATE [options]"},
    {"hindcast", "Would it have been right? Forecasts from earlier years beside what was reported.",
     "Examples:\n"
     "  minefree hindcast\n"
     "  minefree hindcast --origin 2017 --state HRV --trajectories 1000\n"
     "  minefree hindcast --vague --out build/hindcast-vague\n"
     "  minefree hindcast --json | jq '.primary'\n",
     "[options]"},
    {"freeze", "Keeps a forecast as one small file with hashes, to hold later reports against.",
     "Examples:\n"
     "  minefree freeze scenarios/baseline.yaml --out my-forecast.json\n"
     "  minefree freeze scenarios/landmine-free-2025.yaml --years 10 | jq '.states[0].completion'\n",
     "SCENARIO [options]"},
    {"overlay", "What came of a frozen forecast? Later reports on it, scores, and why dates moved.",
     "Examples:\n"
     "  minefree overlay scenarios/frozen/2020-landmine-free-2025.json\n"
     "  minefree overlay scenarios/frozen/2020-landmine-free-2025.json --state AGO --state KHM\n"
     "  minefree overlay scenarios/frozen/2020-landmine-free-2025.json --out moved\n",
     "FROZEN [options]"},
    {"sweep", "One question to many points: what moves the result? Resumes where it was stopped.",
     "Examples:\n"
     "  minefree sweep scenarios/studies/what-moves-the-date.yaml --out sweep\n"
     "  minefree sweep my-study.yaml --out sweep --part 3/64\n"
     "  minefree sweep my-study.yaml --out sweep --join 64\n",
     "STUDY [options]"},
    {"sweep", "One question to many points: what moves the result? Goes on where it was stopped.",
     "Examples:\n"
     "  minefree sweep scenarios/studies/what-moves-the-date.yaml --out sweep\n"
     "  minefree sweep my-study.yaml --out sweep --part 3/64\n"
     "  minefree sweep my-study.yaml --out sweep --join 64\n",
     "STUDY [options]"},
    {"history",
     "The figures that a run may use, as one tidy table: state, year, variable, value, unit, source.",
     "Examples:\n"
     "  minefree history scenarios/baseline.yaml > history.csv\n"
     "  minefree history scenarios/baseline.yaml --origin 2017 --state AGO\n"
     "  minefree history scenarios/baseline.yaml --donors > donor-matrix.csv\n",
     "SCENARIO [options]"},
    {"trajectories",
     "Single futures, year by year, as CSV: what the distributions are counted from.",
     "Examples:\n"
     "  minefree trajectories scenarios/baseline.yaml --state AGO --trajectories 20 > futures.csv\n",
     "SCENARIO [options]"},
    {"new", "A commented file to start a scenario of your own from. Never overwrites a file.",
     "Examples:\n"
     "  minefree new more-survey --from scenarios/baseline.yaml\n",
     "NAME --from SCENARIO"},
    {"check",
     "All problems of scenario, state or study files at once, each with its place. Runs nothing.",
     "Examples:\n"
     "  minefree check my-scenario.yaml\n"
     "  minefree check scenarios/states/*.yaml\n",
     "FILE... [options]"},
    {"schema", "The JSON Schema (draft-07) of scenario, state, study or sweep files, for editors.",
     "Examples:\n"
     "  minefree schema scenario > scenario.schema.json\n"
     "  minefree schema state > state.schema.json\n"
     "  minefree schema study > study.schema.json\n"
     "  minefree schema sweep > sweep.schema.json\n"
     "  minefree schema --docs > scenario-format.md\n",
     "[scenario|state|study|sweep] [options]"},
    {"completions", "Lets the shell complete commands and options.",
     "Examples:\n"
     "  minefree completions bash > ~/.local/share/bash-completion/completions/minefree\n"
     "  minefree completions zsh > ~/.zfunc/_minefree\n"
     "  minefree completions fish > ~/.config/fish/completions/minefree.fish\n",
     "bash|zsh|fish"},
});

}  // namespace

Help const* help_of(std::string_view command) {
  auto const* const found = std::ranges::find(helps, command, &Help::command);
  return found == helps.end() ? nullptr : found;
}

std::string main_help() {
  std::string text =
      "minefree: when will each state have cleared its last known mined area, and what would change "
      "that?\n\n"
      "Examples:\n"
      "  minefree run scenarios/baseline.yaml\n"
      "  minefree compare scenarios/baseline.yaml scenarios/surge.yaml\n"
      "  minefree explain scenarios/baseline.yaml AGO\n\n"
      "Commands:\n";
  for (auto const& help : helps) text += fmt::format("  {:<17}{}\n", help.command, help.what);
  return text +
         "\nminefree COMMAND --help shows examples and options; minefree --version says which one this "
         "is.\n"
         "Exit codes: 0 done, 2 wrong usage, 3 invalid input file, 4 nothing can be estimated in what "
         "was asked,\n5 the target cannot be reached, 1 anything else, such as Ctrl-C.\n";
}

}  // namespace minefree::cli
