#include <minefree/config/sweep_design_fields.hpp>

#include <cstdint>

#include <fmt/format.h>

#include <minefree/config/numbers.hpp>
#include <minefree/config/scenario_fields.hpp>

namespace minefree::config {

namespace {

void check_design(SweepDesign const& design, Given const& given, Reading const& reading) {
  auto const* const method = given.tree().find("method");
  auto const* const csv = given.tree().find("csv");
  if ((method == nullptr) == (csv == nullptr)) {
    reading.problem(csv ? csv->place : given.tree().place,
                    csv ? "the points are either those of a table or those of a method. Remove "
                          "'csv' or 'method'."
                        : "the design does not say where its points lie. Give 'method: sobol' with "
                          "'n: 1024', or 'csv: points.csv'.");
    return;
  }
  auto const* const n = given.tree().find("n");
  if (csv && n) reading.problem(n->place, "a table has its own number of points. Remove 'n'.");
  if (method && !n) {
    reading.problem(given.tree().place, "the design does not say how many points. Add 'n: 1024'.");
  }
  if (!given.has("n") || !given.has("method")) return;
  bool const is_power_of_two = (design.n & (design.n - 1)) == 0;
  if (design.method == DesignMethod::sobol && !is_power_of_two) {
    reading.problem(n->place,
                    fmt::format("n is {}, and a Sobol sequence is balanced for powers of 2 only. "
                                "Write 256, 512, 1024 or another.",
                                design.n));
  }
  auto const* const levels = given.tree().find("levels");
  if (levels && design.method != DesignMethod::morris) {
    reading.problem(levels->place, "only 'method: morris' has levels. Remove it.");
  } else if (levels && given.has("levels") && design.levels % 2 != 0) {
    reading.problem(levels->place,
                    fmt::format("levels is {}, and half of them is the step of a path. Write an "
                                "even number, such as 4.",
                                design.levels));
  }
}

Record<SweepDesign> make_record() {
  auto const points = whole<std::uint32_t>({.thing = "a number",
                                            .low = 1,
                                            .high = 1e6,
                                            .too_low = "there must be one at least",
                                            .too_high = "too many to be of use",
                                            .example = "1024"});
  auto const levels = whole<int>({.thing = "a number of levels",
                                  .low = 2,
                                  .high = 100,
                                  .too_low = "there must be two at least",
                                  .too_high = "too many to be of use",
                                  .example = "4"});
  return Record<SweepDesign>(
             "design of a sweep", "Where the points lie.",
             {
                 field("method", &SweepDesign::method,
                       word_for<DesignMethod>({DesignMethod::sobol, DesignMethod::lhs,
                                               DesignMethod::morris, DesignMethod::grid}),
                       "sobol: n x (parameters + 2) rows for first and total indices; lhs: n rows "
                       "of a Latin hypercube; morris: n paths of parameters + 1 rows; grid: n "
                       "steps of each parameter, all combined")
                     .defaults_to(""),
                 field("n", &SweepDesign::n, points, "how many; see method").defaults_to(""),
                 field("levels", &SweepDesign::levels, levels, "of the grid of morris"),
                 field("seed", &SweepDesign::seed, seed(), "of the points, not of the futures"),
                 field("csv", &SweepDesign::csv, line_of_text("points.csv"),
                       "instead: a table with a column for each parameter, beside the study"),
             })
      .checked(check_design);
}

}  // namespace

Record<SweepDesign> const& sweep_design_record() {
  static Record<SweepDesign> const record = make_record();
  return record;
}

}  // namespace minefree::config
