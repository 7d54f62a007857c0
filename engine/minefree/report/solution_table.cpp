#include <algorithm>

#include <fmt/format.h>

#include <minefree/report/columns.hpp>
#include <minefree/report/solution_words.hpp>
#include <minefree/report/table_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {
namespace {

std::string error_text(std::optional<double> const& error) {
  return error ? money_text(*error) : "-";
}

class SolvedTable {
 public:
  explicit SolvedTable(Solution const& solution) : solution_(solution) {
    for (auto const& state : solution.states) states_.push_back(&state);
    std::ranges::stable_sort(states_, comes_before);
    add("", "State", 9, [](SolvedState const& s) {
      auto const prior = s.money_is_prior && s.mark.find('*') == std::string::npos ? "$" : "";
      return table_name(s.name) + s.mark + prior;
    });
    columns_.front().align = Align::left;
    if (solution.by) add_answers();
    if (has_given()) add_given();
    add_deadlines();
  }

  std::string text(int columns, bool colour) {
    return lay_out(std::move(columns_), columns, colour);
  }

 private:
  /// What can be had first, the cheapest on top; then what comes nearest.
  static bool comes_before(SolvedState const* a, SolvedState const* b) {
    if (!a->answer || !b->answer) return false;
    auto const& one = *a->answer;
    auto const& other = *b->answer;
    if (one.reachable != other.reachable) return one.reachable;
    if (one.reachable) return *one.musd_per_year_additional < *other.musd_per_year_additional;
    return one.achieved.probability > other.achieved.probability;
  }

  template <class CellOf>
  void add(std::string group, std::string heading, int importance, CellOf cell_of) {
    Column column{.heading = std::move(heading),
                  .group = std::move(group),
                  .importance = importance,
                  .cells = {}};
    for (auto const* state : states_) column.cells.push_back(cell_of(*state));
    columns_.push_back(std::move(column));
  }

  bool has_given() const {
    return std::ranges::any_of(solution_.states, [](auto const& s) { return s.given.has_value(); });
  }

  void add_answers() {
    auto const by = fmt::format("By end of {}", *solution_.by);
    add(by, "now", 8, [](SolvedState const& s) { return percent_text(s.answer->now.probability); });
    add(by, "then", 7,
        [](SolvedState const& s) { return percent_text(s.answer->achieved.probability); });
    std::string const money = "MUSD a year";
    add(money, "usual", 8, [](SolvedState const& s) { return money_text(s.musd_per_year_now); });
    add(money, "more", 9, [](SolvedState const& s) {
      auto const& more = s.answer->musd_per_year_additional;
      return more ? money_text(*more) : "-";
    });
    columns_.back().strong = true;
    add(money, "error", 3,
        [](SolvedState const& s) { return error_text(s.answer->additional_standard_error); });
    add(money, "in all", 8, [](SolvedState const& s) {
      auto const total = s.answer->musd_per_year_total();
      return total ? money_text(*total) : "-";
    });
    add(money, "times", 5, [](SolvedState const& s) {
      auto const factor = times_usual(*s.answer);
      return factor.empty() ? "-" : factor;
    });
    add(money, "unspent", 4, [](SolvedState const& s) {
      auto const& unspent = s.answer->unspent_share;
      return unspent ? percent_text(*unspent) : "-";
    });
    add("", "What binds", 9, [](SolvedState const& s) {
      auto const& answer = *s.answer;
      if (!answer.binding) return std::string("-");
      if (answer.needed.size() > 1) return names_of(answer.needed);
      return std::string(name_of(*answer.binding));
    });
    columns_.back().align = Align::left;
  }

  void add_given() {
    int const horizon = solution_.provenance.horizon;
    add("MUSD a year", "in all", 8, [](SolvedState const& s) {
      return money_text(s.musd_per_year_now + s.given->musd_per_year_additional);
    });
    add("MUSD a year", "more", 8,
        [](SolvedState const& s) { return money_text(s.given->musd_per_year_additional); });
    add("With it", "P50", 8,
        [=](SolvedState const& s) { return year_text(s.given->dates.p50, horizon); });
    add("With it", at_probability(), 8,
        [=](SolvedState const& s) { return year_text(s.given->dates.at_probability, horizon); });
  }

  void add_deadlines() {
    int const horizon = solution_.provenance.horizon;
    add("Now", "P50", 6, [=](SolvedState const& s) { return year_text(s.now.p50, horizon); });
    add("Now", at_probability(), 6,
        [=](SolvedState const& s) { return year_text(s.now.at_probability, horizon); });
  }

  std::string at_probability() const { return fmt::format("P{:g}", 100 * solution_.probability); }

  Solution const& solution_;
  std::vector<SolvedState const*> states_;
  std::vector<Column> columns_;
};

}  // namespace

std::string solved_table(Solution const& solution, int columns, bool colour) {
  return SolvedTable(solution).text(columns, colour);
}

}  // namespace minefree::report
