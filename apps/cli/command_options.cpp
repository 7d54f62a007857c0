#include "command_options.hpp"

#include <CLI/CLI.hpp>

#include "argument_words.hpp"

namespace minefree::cli {

namespace {

void add_state_option(CLI::App& app, Words& words) {
  app.add_option("--state", words.states, "only this state; may be repeated")
      ->type_name("CODE")
      ->expected(1)
      ->take_all();
}

void add_simulation_options(CLI::App& app, Words& words) {
  app.add_option("--trajectories", words.trajectories, "futures to simulate")->type_name("N");
  app.add_option("--seed", words.seed, "start of the random numbers")->type_name("N");
  app.add_option("--threads", words.threads, "threads; as many as processors when left out")
      ->type_name("N");
  add_state_option(app, words);
  app.add_option("--target", words.targets, "year to give probabilities for; may be repeated")
      ->type_name("YEAR")
      ->expected(1)
      ->take_all();
  app.add_option("--instruction-set", words.instruction_set)->group("");
}

void add_output_options(CLI::App& app, Words& words) {
  app.add_option("--out", words.out, "write the results as files into this folder")
      ->type_name("DIR");
  app.add_flag("--json", words.json, "print JSON instead of a table");
  app.add_flag("--quiet", words.quiet, "no progress and no notes on stderr");
}

void add_until_error(CLI::App& app, Words& words) {
  app.add_option("--until-error", words.until_error,
                 "simulate on until the Monte Carlo error of every P50 and P80 date is below this")
      ->type_name("MONTHS");
}

void add_hindcast_options(CLI::App& app, Words& words) {
  app.add_option("--trajectories", words.trajectories, "futures to simulate from each origin")
      ->type_name("N");
  app.add_option("--seed", words.seed, "start of the random numbers")->type_name("N");
  app.add_option("--threads", words.threads, "threads; as many as processors when left out")
      ->type_name("N");
  app.add_option("--state", words.states, "score only this state; may be repeated")
      ->type_name("CODE")
      ->expected(1)
      ->take_all();
  app.add_option("--origin", words.origins,
                 "forecast from the end of this year; may be repeated (2013 2015 2017 2019 2021)")
      ->type_name("YEAR")
      ->expected(1)
      ->take_all();
  app.add_flag("--vague", words.vague, "priors twice as wide");
  app.add_flag("--prior", words.prior, "no calibration: the defaults of the model and the record");
}

void add_solve_options(CLI::App& app, Words& words) {
  app.add_option("--by", words.by, "how much money completes the state by the end of this year?")
      ->type_name("YEAR");
  app.add_option("--probability", words.probability, "how surely (0.8)")->type_name("P");
  app.add_option("--money", words.money,
                 "or: which date for million USD a year, 20 in all or +20 on top?")
      ->type_name("MUSD");
  app.add_option("--from", words.from_year,
                 "first year of the money; the first simulated one when left out")
      ->type_name("YEAR");
  app.add_option("--at-most", words.at_most, "most money on top that is looked for (1000 a year)")
      ->type_name("MUSD");
}

void add_allocate_options(CLI::App& app, Words& words) {
  app.add_option("--budget-musd", words.budget, "million USD a year more, for all states together")
      ->type_name("MUSD")
      ->required();
  app.add_option("--by", words.by, "what is reached by the end of this year counts")
      ->type_name("YEAR")
      ->required();
  app.add_option("--objective", words.objective,
                 "completions, area or people-years to bring most of (completions)")
      ->type_name("WHAT");
  app.add_option("--from", words.from_year,
                 "first year of the money; the first simulated one when left out")
      ->type_name("YEAR");
  app.add_option("--lumps", words.lumps, "parts that the budget is given in (50)")->type_name("N");
  app.add_option("--floor", words.floors, "at least so much more for a state; may be repeated")
      ->type_name("CODE=MUSD")
      ->expected(1)
      ->take_all();
  app.add_option("--cap", words.caps, "at most so much more for a state; may be repeated")
      ->type_name("CODE=MUSD")
      ->expected(1)
      ->take_all();
}

}  // namespace

void add_commands(CLI::App& app, Words& words) {
  auto& run = *app.add_subcommand("run");
  run.add_option("SCENARIO", words.files)->required()->expected(1);
  add_simulation_options(run, words);
  add_until_error(run, words);
  run.add_flag("--verbose", words.verbose,
               "after the table, every number used for each state with its source (text only)");
  add_output_options(run, words);

  auto& compare = *app.add_subcommand("compare");
  compare.add_option("SCENARIOS", words.files)->required()->expected(2, 1000);
  add_simulation_options(compare, words);
  add_output_options(compare, words);

  auto& plan = *app.add_subcommand("plan");
  plan.add_option("SCENARIO", words.files)->required()->expected(1);
  add_simulation_options(plan, words);
  add_until_error(plan, words);
  add_output_options(plan, words);

  auto& explain = *app.add_subcommand("explain");
  explain.add_option("SCENARIO", words.file)->required();
  explain.add_option("STATE", words.state)->required();
  explain.add_flag("--json", words.json, "print JSON instead of text");

  auto& hindcast = *app.add_subcommand("hindcast");
  add_hindcast_options(hindcast, words);
  add_output_options(hindcast, words);

  auto& check = *app.add_subcommand("check");
  check.add_option("FILES", words.files)->required()->expected(1, 100'000);
  check.add_flag("--quiet", words.quiet, "say nothing when there are no problems");

  auto& schema = *app.add_subcommand("schema");
  schema.add_option("WHICH", words.name);
  schema.add_flag("--docs", words.docs, "print the documentation of the format instead");

  auto& create = *app.add_subcommand("new");
  create.add_option("NAME", words.name)->required();
  create.add_option("--from", words.from, "scenario to start from")
      ->type_name("SCENARIO")
      ->required();

  auto& history = *app.add_subcommand("history");
  history.add_option("SCENARIO", words.files)->required()->expected(1);
  history
      .add_option("--origin", words.origin,
                  "last year whose figures may be used; the scenario's when left out")
      ->type_name("YEAR");
  add_state_option(history, words);
  history.add_flag("--csv", words.csv, "print CSV, as is done without it");
  history.add_flag(
      "--donors", words.donor_matrix,
      "who gives to whom instead: donor, recipient, million USD a year, known or imputed");

  auto& trajectories = *app.add_subcommand("trajectories");
  trajectories.add_option("SCENARIO", words.files)->required()->expected(1);
  trajectories
      .add_option("--trajectories", words.trajectories,
                  "futures to print, the first of the scenario's; 100 when left out")
      ->type_name("N");
  trajectories.add_option("--seed", words.seed, "start of the random numbers")->type_name("N");
  add_state_option(trajectories, words);
  trajectories.add_flag("--csv", words.csv, "print CSV, as is done without it");
  trajectories.add_flag("--quiet", words.quiet, "no notes on stderr");

  auto& freeze = *app.add_subcommand("freeze");
  freeze.add_option("SCENARIO", words.files)->required()->expected(1);
  freeze
      .add_option("--out", words.out,
                  "write this file, which must not be there yet; printed when left out")
      ->type_name("FILE");
  freeze.add_option("--years", words.years, "years after the origin to keep yearly values for (6)")
      ->type_name("N");
  add_simulation_options(freeze, words);
  freeze.add_flag("--quiet", words.quiet, "no progress and no notes on stderr");

  auto& overlay = *app.add_subcommand("overlay");
  overlay.add_option("FROZEN", words.files)->required()->expected(1);
  overlay
      .add_option("--scenario", words.scenario,
                  "the forecast of today, of a later origin; scenarios/baseline.yaml when left out")
      ->type_name("SCENARIO");
  add_state_option(overlay, words);
  overlay
      .add_option("--trajectories", words.trajectories,
                  "futures to simulate; as many as were frozen when left out")
      ->type_name("N");
  overlay.add_option("--threads", words.threads, "threads; as many as processors when left out")
      ->type_name("N");
  overlay.add_option("--instruction-set", words.instruction_set)->group("");
  add_output_options(overlay, words);

  auto& solve = *app.add_subcommand("solve");
  solve.add_option("SCENARIO", words.files)->required()->expected(1);
  add_solve_options(solve, words);
  add_simulation_options(solve, words);
  add_output_options(solve, words);

  auto& allocate = *app.add_subcommand("allocate");
  allocate.add_option("SCENARIO", words.files)->required()->expected(1);
  add_allocate_options(allocate, words);
  add_simulation_options(allocate, words);
  add_output_options(allocate, words);

  auto& completions = *app.add_subcommand("completions");
  completions.add_option("SHELL", words.name)->required();

  auto& survey = *app.add_subcommand("value-of-survey");
  survey.add_option("SCENARIO", words.files)->required()->expected(1);
  survey
      .add_option("--musd", words.amounts,
                  "million USD, of a campaign and of every year; may be repeated (5)")
      ->type_name("X")
      ->expected(1)
      ->take_all();
  add_simulation_options(survey, words);
  add_output_options(survey, words);

  auto& annex = *app.add_subcommand("annex");
  annex.add_option("STATE", words.files)->required()->expected(1, 2);
  annex
      .add_option("--scenario", words.scenario,
                  "the futures to plan for; scenarios/baseline.yaml when left out")
      ->type_name("SCENARIO");
  annex
      .add_option("--deadline", words.deadline,
                  "a day that is thought of; else the one to ask for is found (P80)")
      ->type_name("YYYY-MM-DD");
  annex.add_option("--trajectories", words.trajectories, "futures to simulate")->type_name("N");
  annex.add_option("--seed", words.seed, "start of the random numbers")->type_name("N");
  annex.add_option("--threads", words.threads, "threads; as many as processors when left out")
      ->type_name("N");
  annex.add_option("--out", words.out, "write the annex and its tables as files into this folder")
      ->type_name("DIR");
  annex.add_flag("--json", words.json, "print JSON instead of Markdown");
  annex.add_flag("--quiet", words.quiet, "no progress and no notes on stderr");

  auto& stress = *app.add_subcommand("stress");
  stress.add_option("SCENARIO", words.files)->required()->expected(1);
  stress
      .add_option("--from", words.from_year,
                  "first year without the donor; the second simulated one when left out")
      ->type_name("YEAR");
  stress
      .add_option("--donor", words.donors,
                  "drop this donor; may be repeated; all that the record names when left out")
      ->type_name("CODE")
      ->expected(1)
      ->take_all();
  stress.add_option("--share", words.share, "of the donor's money that is taken away (100%)")
      ->type_name("SHARE");
  add_simulation_options(stress, words);
  add_output_options(stress, words);

  auto& report = *app.add_subcommand("report");
  report.add_option("WHAT", words.files)->required()->expected(1);
  report
      .add_option("--out", words.out,
                  "write this file; the scenario's name with .html in this folder when left out")
      ->type_name("FILE");
  add_simulation_options(report, words);
  add_until_error(report, words);
  report.add_flag("--quiet", words.quiet, "no progress and no notes on stderr");

  auto& regret = *app.add_subcommand("regret");
  regret.add_option("STUDY", words.files)->required()->expected(1);
  regret.add_option("--trajectories", words.trajectories, "futures to simulate for each pair")
      ->type_name("N");
  regret.add_option("--seed", words.seed, "start of the random numbers")->type_name("N");
  regret.add_option("--threads", words.threads, "threads; as many as processors when left out")
      ->type_name("N");
  regret.add_option("--instruction-set", words.instruction_set)->group("");
  add_output_options(regret, words);

  auto& sweep = *app.add_subcommand("sweep");
  sweep.add_option("STUDY", words.files)->required()->expected(1);
  sweep
      .add_option("--out", words.out,
                  "write the rows into this folder, or go on where they end; else they are printed")
      ->type_name("DIR");
  sweep
      .add_option("--part", words.part,
                  "only part K of N equal parts of the points, as 3/64, into sweep-3-of-64.csv")
      ->type_name("K/N");
  sweep.add_option("--join", words.join, "put N parts together into sweep.csv")->type_name("N");
  sweep.add_option("--trajectories", words.trajectories, "futures to simulate for each point")
      ->type_name("N");
  sweep.add_option("--seed", words.seed, "start of the random numbers of the futures")
      ->type_name("N");
  sweep.add_option("--threads", words.threads, "threads; as many as processors when left out")
      ->type_name("N");
  sweep.add_option("--instruction-set", words.instruction_set)->group("");
  sweep.add_flag("--quiet", words.quiet, "no progress and no notes on stderr");
}

}  // namespace minefree::cli
