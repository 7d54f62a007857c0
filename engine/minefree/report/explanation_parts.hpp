#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/report/explanation.hpp>

namespace minefree::report {

/// What an explanation is made from. `country` is null for a state that gets no date.
struct Explained {
  Scenario const& scenario;
  StateData const& state;
  KnownState const& known;
  model::CountryPlan const* country = nullptr;
  std::vector<DonorCell> const& donor_matrix;  // of the record, as known at the origin
};

/// The numbers of an explanation, in the order in which they are added.
class NumberList {
 public:
  explicit NumberList(Explained const& explained) : explained_(explained) {}

  void begin_section(std::string name) { section_ = std::move(name); }

  /// A number whose source and kind are said in words. The reference holds until the next one.
  ExplainedNumber& add(std::string name, std::string value, std::string unit, std::string source,
                       std::string kind);
  /// A number that a row of the record gives; its kind follows from the row's source.
  ExplainedNumber& add_cited(std::string name, std::string value, std::string unit,
                             Citation const& citation);

  std::vector<ExplainedNumber> take() && { return std::move(numbers_); }

 private:
  Explained const& explained_;
  std::string section_;
  std::string last_source_;
  std::optional<int> published_;  // when it was
  std::vector<ExplainedNumber> numbers_;
};

/// At most six decimals, and no more than are needed.
std::string number_text(double value);
/// `0.4 (0.05 to 1)`; the number alone when it is certain.
std::string spread_text(Spread const&);
std::string word_of(Regime);
/// `official` and so on, as files write it.
std::string word_of(Series);
/// `2026 to 2030`, `from 2026`, `to 2030`, or nothing.
std::string span_text(std::optional<int> from, std::optional<int> to);

/// A parameter that a calibration draws; false where it draws none for this state.
bool add_drawn(Explained const&, ParameterInfo const&, NumberList&);

/// How far output at the origin is from what is usual, where a calibration says it.
void add_deviation(Explained const&, NumberList&);

/// Deadlines and the state's own plans.
void explain_treaty(Explained const&, NumberList&);
/// Which of several countings is used, why, and how to choose another.
void explain_series(Explained const&, NumberList&);
/// What the record said at the origin, and what it says now.
void explain_history(Explained const&, NumberList&);
/// The stock that the simulation starts from.
void explain_stock(Explained const&, NumberList&);
/// Capacity as each reported year shows it.
void explain_capacity(Explained const&, NumberList&);
/// Every parameter in force.
void explain_parameters(Explained const&, NumberList&);
/// Money by year, and each donor's part of it.
void explain_funding(Explained const&, NumberList&);
void explain_security(Explained const&, NumberList&);
/// What the record holds of casualties, of people exposed, and of finds after completion.
void explain_people(Explained const&, NumberList&);
/// What the scenario does to this state.
void explain_levers(Explained const&, NumberList&);

}  // namespace minefree::report
