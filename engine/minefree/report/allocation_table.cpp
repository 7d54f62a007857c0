#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/allocation.hpp>
#include <minefree/report/columns.hpp>
#include <minefree/report/table_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {
namespace {

constexpr int widest_table = 120;
constexpr int narrowest_text = 60;
/// Differences below so many standard errors are not told apart.
constexpr double told_apart = 2;

/// A gain in the unit that people read: states, km2, or people times years.
std::string gain_text(Objective objective, double gain) {
  switch (objective) {
    case Objective::completions:
      return fmt::format("{:.2f}", gain);
    case Objective::area:
      return area_text(std::max(gain, 0.0));
    case Objective::people_years:
      break;
  }
  return with_commas(static_cast<std::uint64_t>(std::llround(std::max(gain, 0.0))));
}

std::string_view unit_of(Objective objective) {
  switch (objective) {
    case Objective::completions:
      return "states complete";
    case Objective::area:
      return "km2 released";
    case Objective::people_years:
      break;
  }
  return "person-years without mines beside them";
}

std::string best_sentence(AllocationReport const& report) {
  auto const& question = report.question;
  auto const& allocation = report.allocation;
  auto const gain = [&](double value) { return gain_text(question.objective, value); };
  return fmt::format(
      "{} million USD a year more from {} to {} (prices of {}), shared out best, bring {} {} more by "
      "the end of {}; in equal shares {}, in proportion to today's money {}.",
      money_text(question.budget_musd), question.years.from, question.years.to, report.price_year,
      gain(allocation.best.gain.value), unit_of(question.objective), question.by,
      gain(allocation.equal.gain.value), gain(allocation.proportional.gain.value));
}

std::string against(std::string_view split, Estimate const& difference, Objective objective) {
  bool const apart = std::abs(difference.value) > told_apart * difference.standard_error;
  auto const size = gain_text(objective, std::abs(difference.value));
  auto const error = objective == Objective::completions
                         ? fmt::format("{:.3f}", difference.standard_error)
                         : gain_text(objective, difference.standard_error);
  if (!apart) {
    return fmt::format("cannot be told apart from {} (difference {}, error {})", split, size,
                       error);
  }
  return fmt::format("is {} {} than {} (error {})", size, difference.value > 0 ? "better" : "worse",
                     split, error);
}

/// A simple split does better, which finer lumps could copy.
bool is_too_coarse(Allocation const& allocation) {
  return std::ranges::any_of(
      std::array{allocation.best_less_equal, allocation.best_less_proportional},
      [](Estimate const& difference) {
        return difference.value < -told_apart * difference.standard_error;
      });
}

std::string judgement(AllocationReport const& report) {
  auto const& allocation = report.allocation;
  auto const objective = report.question.objective;
  return fmt::format(
      "Under fresh luck, with another seed than the one that chose it, this split {} and {}. The seed "
      "that chose it promised {}.{}",
      against("equal shares", allocation.best_less_equal, objective),
      against("shares in proportion", allocation.best_less_proportional, objective),
      gain_text(objective, allocation.promised_gain),
      is_too_coarse(allocation) ? " Its lumps are too coarse for small states: give more --lumps."
                                : "");
}

/// Points for completions, whose gains are shares of futures; else the gain itself.
std::string state_gain(Objective objective, double gain) {
  if (objective != Objective::completions) return gain_text(objective, gain);
  return fmt::format("{:+.1f}", std::abs(100 * gain) < 0.05 ? 0.0 : 100 * gain);
}

class AllocationTable {
 public:
  explicit AllocationTable(AllocationReport const& report) : report_(report) {
    for (auto const& state : report.states) {
      if (report.question.takes_part[state.country]) states_.push_back(&state);
    }
    auto const& best = report.allocation.best;
    std::ranges::stable_sort(states_, [&](auto const* a, auto const* b) {
      if (best.musd[a->country] != best.musd[b->country])
        return best.musd[a->country] > best.musd[b->country];
      return of_one_million(*a).value > of_one_million(*b).value;
    });
    add_money();
    add_gains();
  }

  std::string text(int columns, bool colour) {
    return lay_out(std::move(columns_), columns, colour);
  }

 private:
  template <class CellOf>
  void add(std::string group, std::string heading, int importance, CellOf cell_of) {
    Column column{.heading = std::move(heading),
                  .group = std::move(group),
                  .importance = importance,
                  .cells = {}};
    for (auto const* state : states_) column.cells.push_back(cell_of(*state));
    columns_.push_back(std::move(column));
  }

  Estimate const& of_one_million(AllocatedState const& state) const {
    return report_.allocation.curves[state.country].of_one_million;
  }

  void add_money() {
    add("", "State", 9, [](AllocatedState const& state) {
      return table_name(state.name) + state.mark + (state.money_is_prior ? "$" : "");
    });
    columns_.front().align = Align::left;
    add("MUSD a year", "now", 7,
        [](AllocatedState const& state) { return money_text(state.musd_per_year_now); });
    auto const& allocation = report_.allocation;
    add("More, MUSD a year", "best", 9, [&](AllocatedState const& state) {
      return money_text(allocation.best.musd[state.country]);
    });
    columns_.back().strong = true;
    add("More, MUSD a year", "equal", 5, [&](AllocatedState const& state) {
      return money_text(allocation.equal.musd[state.country]);
    });
    add("More, MUSD a year", "in prop.", 5, [&](AllocatedState const& state) {
      return money_text(allocation.proportional.musd[state.country]);
    });
    add("More, MUSD a year", "at most", 4, [&](AllocatedState const& state) {
      auto const& curve = allocation.curves[state.country];
      return money_text(curve.most_lumps * report_.question.budget_musd / report_.question.lumps);
    });
  }

  void add_gains() {
    auto const objective = report_.question.objective;
    auto const& allocation = report_.allocation;
    auto const heading = objective == Objective::completions ? "Points by then" : "Gain by then";
    add(heading, "best", 8, [&, objective](AllocatedState const& state) {
      return state_gain(objective, allocation.best.gains[state.country].value);
    });
    add(heading, "equal", 4, [&, objective](AllocatedState const& state) {
      return state_gain(objective, allocation.equal.gains[state.country].value);
    });
    add(heading, "in prop.", 4, [&, objective](AllocatedState const& state) {
      return state_gain(objective, allocation.proportional.gains[state.country].value);
    });
    add("One million more", "gain", 8, [this, objective](AllocatedState const& state) {
      return state_gain(objective, of_one_million(state).value);
    });
    add("One million more", "error", 3, [this, objective](AllocatedState const& state) {
      double const error = of_one_million(state).standard_error;
      if (objective == Objective::completions) return fmt::format("{:.2f}", 100 * error);
      return gain_text(objective, error);
    });
  }

  AllocationReport const& report_;
  std::vector<AllocatedState const*> states_;
  std::vector<Column> columns_;
};

std::string left_out(AllocationReport const& report, int columns) {
  std::vector<std::string> names;
  for (auto const& state : report.states) {
    if (!report.question.takes_part[state.country]) names.push_back(state.name);
  }
  std::string text;
  if (!names.empty()) {
    text +=
        wrapped("",
                fmt::format("Left out, as no figure of people who live beside a recorded area is "
                            "reported: {}.",
                            join(names, ", ", ", ")),
                2, columns);
  }
  names.clear();
  for (auto const& state : report.refused) names.push_back(state.name);
  if (names.empty()) return text;
  return text +
         wrapped("",
                 fmt::format("Not estimable, so that money for them cannot be weighed here: {}.",
                             join(names, ", ", ", ")),
                 2, columns);
}

std::string notes_of(AllocationReport const& report, int columns) {
  auto const& question = report.question;
  bool const completions = question.objective == Objective::completions;
  std::string text = wrapped(
      "",
      fmt::format(
          "More: additional money a year, million USD of {}, in lumps of {}. At most: by the "
          "limits, and by what teams take up (half of it at least; money that comes after a state is complete is not asked for). The simple splits keep to no limits. {} One million more: the "
          "first additional million a year, with its Monte Carlo error.",
          report.price_year, money_text(question.budget_musd / question.lumps),
          completions ? "Points: of the probability to be complete, in percentage points; "
                        "their sum over 100 is the number of states."
                      : ""),
      2, columns);
  if (std::ranges::any_of(report.states, &AllocatedState::money_is_prior)) {
    text += wrapped(
        "",
        "$: what the state gets now is in no report but taken from its capacity and a "
        "usual cost (prior), and so is what a million does there. *: the state's date rests "
        "on judgement, + partly.",
        2, columns);
  }
  if (report.hands_on) {
    text += wrapped(
        "", "Money that finished states hand on is left out of the choice, not of the judgement.",
        2, columns);
  }
  return text;
}

}  // namespace

std::string to_table(AllocationReport const& report, TableStyle const& style) {
  int const columns = std::clamp(style.columns, narrowest_text, widest_table);
  auto text = bold(report.name, style.colour) + "\n\n";
  text += bold(wrapped("", best_sentence(report), 0, columns), style.colour);
  text += wrapped("", judgement(report), 0, columns) + "\n";
  text += AllocationTable(report).text(columns, style.colour) + "\n";
  text += faint(notes_of(report, columns), style.colour);
  return text + left_out(report, columns);
}

}  // namespace minefree::report
