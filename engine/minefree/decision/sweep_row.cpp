#include <minefree/decision/sweep_row.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include <minefree/base/contract.hpp>
#include <minefree/decision/complete_states.hpp>

namespace minefree {
namespace {

constexpr std::uint64_t widest_batch = 16;
constexpr std::uint64_t fewest_to_round = 200;  // that a multiple of 16 still halves well
constexpr std::uint64_t before_a_look = 1024;   // trajectories between two looks at the stop
constexpr double m2_of_km2 = 1e6;

std::optional<std::size_t> place_of(Plan const& plan, std::string const& code) {
  auto const end = plan.countries.begin() + static_cast<std::ptrdiff_t>(plan.affected);
  auto const found =
      std::find_if(plan.countries.begin(), end,
                   [&](model::CountryPlan const& country) { return country.code == code; });
  if (found == end) return std::nullopt;
  return static_cast<std::size_t>(found - plan.countries.begin());
}

/// What one run says of one output.
class Reading {
 public:
  Reading(Plan const& plan, Ensemble const& ensemble) : plan_(plan), ensemble_(ensemble) {}

  double of(SweepOutput const& output) const {
    int const years = output.by ? *output.by - plan_.world.origin : 0;
    switch (output.result) {
      case SweepResult::states_complete:
        return mean(static_cast<double>(completions_by(ensemble_, years)));
      case SweepResult::remaining_km2:
        return mean_km2(output, [&](StateCounts const& state) {
          return state.remaining_m2[static_cast<std::size_t>(years - 1)];
        });
      case SweepResult::released_km2:
        return mean_km2(output,
                        [&](StateCounts const& state) { return released_m2(state, years); });
      case SweepResult::probability:
        return share_by(state_of(output), 12 * years);
      case SweepResult::deadline_met:
        return mean(static_cast<double>(state_of(output).deadline_met));
      case SweepResult::mean_completion_year:
        return mean_year(state_of(output));
      case SweepResult::never_share:
        break;
    }
    return 1 - share_by(state_of(output), ensemble_.months());
  }

 private:
  double mean(double sum) const { return sum / static_cast<double>(ensemble_.trajectories); }

  StateCounts const& state_of(SweepOutput const& output) const {
    return ensemble_.states[*place_of(plan_, *output.state)];
  }

  template <class AreaOf>
  double mean_km2(SweepOutput const& output, AreaOf area_m2) const {
    std::int64_t sum = 0;
    if (output.state) {
      sum = area_m2(state_of(output));
    } else {
      for (std::size_t k = 0; k < plan_.affected; ++k) sum += area_m2(ensemble_.states[k]);
    }
    return mean(static_cast<double>(sum)) / m2_of_km2;
  }

  static std::int64_t released_m2(StateCounts const& state, int years) {
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < static_cast<std::size_t>(years); ++k) {
      sum += state.cancelled_m2[k] + state.reduced_m2[k] + state.cleared_m2[k];
    }
    return sum;
  }

  /// Trajectories that complete in a month, all groups together; the month `months()` is never.
  std::uint64_t completed_in(StateCounts const& state, int month) const {
    auto const width = static_cast<std::size_t>(ensemble_.months()) + 1;
    std::uint64_t sum = 0;
    for (std::size_t group = 0; group < state.completion.size() / width; ++group) {
      sum += state.completion[group * width + static_cast<std::size_t>(month)];
    }
    return sum;
  }

  double share_by(StateCounts const& state, int months) const {
    std::uint64_t sum = 0;
    for (int month = 0; month < months; ++month) sum += completed_in(state, month);
    return mean(static_cast<double>(sum));
  }

  /// Each date counts as the middle of its month, and never as the end of the horizon.
  double mean_year(StateCounts const& state) const {
    double sum_of_months = 0;
    for (int month = 0; month < ensemble_.months(); ++month) {
      sum_of_months += (month + 0.5) * static_cast<double>(completed_in(state, month));
    }
    sum_of_months += static_cast<double>(ensemble_.months()) *
                     static_cast<double>(completed_in(state, ensemble_.months()));
    return plan_.world.origin + 1 + mean(sum_of_months) / 12;
  }

  Plan const& plan_;
  Ensemble const& ensemble_;
};

void run_until_stopped(Plan const& plan, Range range, InstructionSet set,
                       std::function<bool()> const& stopped, Ensemble& out) {
  while (range.count > 0 && !stopped()) {
    auto const piece = std::min(range.count, before_a_look);
    run_into(plan, {.first = range.first, .count = piece}, set, out);
    range.first += piece;
    range.count -= piece;
  }
}

}  // namespace

Halves halves_of(std::uint64_t count, std::uint32_t calibration_rows) {
  bool const uses_rows_again = calibration_rows > 0 && calibration_rows < count;
  std::uint64_t const round = uses_rows_again ? calibration_rows : count;
  std::uint64_t half = (round + 1) / 2;
  if (round >= fewest_to_round) half = half / widest_batch * widest_batch;
  Halves halves;
  for (std::uint64_t first = 0; first < count; first += round) {
    auto const here = std::min(round, count - first);
    auto const of_first = std::min(half, here);
    halves.first.push_back({.first = first, .count = of_first});
    if (here > of_first) {
      halves.second.push_back({.first = first + of_first, .count = here - of_first});
    }
  }
  return halves;
}

std::vector<std::string> columns_that_cannot_be_given(Plan const& plan,
                                                      std::vector<SweepOutput> const& outputs) {
  std::vector<std::string> columns;
  for (SweepOutput const& output : outputs) {
    if (!output.state) continue;
    auto const place = place_of(plan, *output.state);
    bool const needs_deadline = output.result == SweepResult::deadline_met;
    if (place && (!needs_deadline || plan.countries[*place].treaty.has_deadline)) continue;
    columns.push_back(column_of(output));
  }
  return columns;
}

void sweep_row(Plan const& plan, std::vector<SweepOutput> const& outputs,
               std::uint64_t trajectories, InstructionSet set, std::function<bool()> const& stopped,
               std::span<double> row) {
  MINEFREE_EXPECT(row.size() == values_of_output * outputs.size() && trajectories >= 2);
  auto const halves = halves_of(trajectories, plan.world.calibration_rows);
  auto const count = [&](std::vector<Range> const& ranges) {
    auto ensemble = empty_ensemble(plan);
    for (Range const range : ranges) run_until_stopped(plan, range, set, stopped, ensemble);
    return ensemble;
  };
  auto const note = [&](Ensemble const& ensemble, std::size_t value) {
    Reading const reading(plan, ensemble);
    for (std::size_t k = 0; k < outputs.size(); ++k) {
      row[values_of_output * k + value] = reading.of(outputs[k]);
    }
  };
  auto first = count(halves.first);
  auto const second = count(halves.second);
  if (stopped()) return;
  note(first, 1);
  note(second, 2);
  merge(first, second);
  note(first, 0);
}

}  // namespace minefree
