#include <algorithm>
#include <cstddef>
#include <set>
#include <string>

#include <fmt/format.h>

#include <minefree/domain/donors.hpp>
#include <minefree/report/explanation_parts.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {

namespace {

// As in ensemble/plan_funding.cpp, which makes the mean that is shown.
constexpr std::size_t years_of_mean = 3;
constexpr int oldest_usable_years = 10;

/// The newest three years of what is wanted.
template <class Rows, class Wanted>
std::set<int> newest_years(Rows const& rows, Wanted wanted) {
  std::set<int> years;
  for (auto const& row : rows) {
    if (wanted(row)) years.insert(row.year);
  }
  while (years.size() > years_of_mean) years.erase(years.begin());
  return years;
}

/// One kind of money, year by year; what enters the mean is marked as used.
void add_years(Explained const& explained, char const* name,
               std::optional<double> FundingYear::* amount, NumberList& numbers) {
  auto const origin = explained.scenario.origin;
  auto const& rows = explained.state.funding->years;
  auto const known = [&](FundingYear const& row) {
    return row.*amount && row.year <= origin && admissible(row.source, origin);
  };
  auto const used = newest_years(rows, [&](FundingYear const& row) {
    return known(row) && row.year > origin - oldest_usable_years;
  });
  for (auto const& row : rows) {
    if (!(row.*amount)) continue;
    auto& number = numbers.add_cited(name, number_text(*(row.*amount)), "MUSD", row.source);
    number.year = row.year;
    number.used = known(row) && used.contains(row.year);
    if (!number.used)
      number.note =
          known(row) ? "not among the newest three; not used" : "not known at the origin; not used";
  }
}

/// The parts of donors without the scenario's changes.
void add_shares(Explained const& explained, NumberList& numbers) {
  if (!explained.known.estimable() || explained.country->years.empty()) return;
  auto funding = known_funding(explained.scenario, explained.state);
  take_imputed(explained.donor_matrix, explained.state, funding);
  for (auto const& [number_of_donor, donor_share] : funding.donor_share) {
    auto const donor = std::ranges::find(donors(), number_of_donor, &Donor::number);
    double const share = rounded(donor_share * funding.international_share(), 3);
    if (share == 0) continue;
    bool const others = donor->code == other_donors;
    bool const imputed = funding.imputed.contains(number_of_donor);
    auto& number =
        numbers.add("share of " + std::string(donor->code), number_text(share), "of the money",
                    others    ? "what no row explains"
                    : imputed ? "totals of donors and recipients"
                              : "the rows above",
                    others    ? "prior"
                    : imputed ? "imputed"
                              : "estimated from data");
    number.note = std::string(donor->name);
  }
  double const national = rounded(funding.national_share(), 3);
  if (national > 0) {
    numbers.add("national share", number_text(national), "of the money", "the rows above",
                explained.state.inline_state ? "scenario" : "estimated from data");
  }
}

void add_donor_rows(Explained const& explained, NumberList& numbers) {
  auto const origin = explained.scenario.origin;
  auto const& rows = explained.state.donor_shares;
  auto const known = [&](DonorYear const& row) {
    return row.year <= origin && admissible(row.source, origin);
  };
  auto const used = newest_years(rows, known);
  for (auto const& row : rows) {
    auto const donor = donor_named(row.donor);
    auto& number = numbers.add_cited(row.donor, number_text(row.musd), "MUSD", row.source);
    number.year = row.year;
    number.used = known(row) && used.contains(row.year);
    number.note = donor ? std::string(donor->name) : std::string{};
    if (!number.used)
      number.note += known(row) ? "; older than the last three years; not used"
                                : "; not known at the origin; not used";
  }
}

std::string lever_text(FundingLever const& lever) {
  switch (lever.shape) {
    case FundingShape::change:
      return fmt::format("{:+} %", rounded(100 * lever.value, 3));
    case FundingShape::add_musd:
      return fmt::format("{:+} MUSD a year", rounded(lever.value, 6));
    case FundingShape::front_load:
      return fmt::format("{} % in {} {}", rounded(100 * lever.value, 3), lever.years,
                         lever.years == 1 ? "year" : "years");
    case FundingShape::pledge:
      return fmt::format("{:+} MUSD a year", rounded(lever.value / lever.years, 3));
    case FundingShape::pay_by_results:
      return fmt::format("{:+} MUSD a km2", rounded(lever.value, 6));
    case FundingShape::set_musd:
      break;
  }
  return fmt::format("{} MUSD a year in total", rounded(lever.value, 6));
}

std::string lever_note(FundingLever const& lever) {
  if (lever.shape == FundingShape::front_load) {
    return "this share of the money of all these years, whose total stays, comes evenly in the first ones";
  }
  if (lever.shape == FundingShape::pay_by_results) {
    return fmt::format("for land released the year before, at most {} MUSD a year",
                       rounded(lever.cap_musd, 6));
  }
  if (lever.shape != FundingShape::pledge) return {};
  return fmt::format("a pledge of {} MUSD in all, broken early with probability {}",
                     rounded(lever.value, 6), rounded(lever.default_risk, 6));
}

void add_funding_levers(std::string const& name, std::vector<FundingLever> const& levers,
                        int origin, NumberList& numbers) {
  for (auto const& lever : levers) {
    auto const span = lever.shape == FundingShape::pledge
                          ? span_text(lever.from.value_or(origin + 1), last_year(lever, origin))
                          : span_text(lever.from, lever.to);
    numbers.add(name, lever_text(lever), span, "funding of the scenario", "scenario").note =
        lever_note(lever);
  }
}

template <class Levers>
void add_of(std::map<std::string, Levers> const& all, std::string const& code,
            std::string const& name, int origin, NumberList& numbers) {
  if (auto const found = all.find(code); found != all.end()) {
    add_funding_levers(name, found->second, origin, numbers);
  }
}

}  // namespace

void explain_funding(Explained const& explained, NumberList& numbers) {
  auto const& [scenario, state, known, country, matrix] = explained;
  numbers.begin_section("Funding");
  bool const unknown = !country || country->funding.mean_musd <= 0;
  if (!state.funding) {
    bool const constant = state.inline_state;
    numbers
        .add("funding", constant ? "constant" : "unknown", "", constant ? "the scenario" : "own",
             constant ? "scenario" : "prior")
        .note = constant ? "" : "taken as capacity times cost_musd_per_km2 / (1 - overhead_share)";
  } else {
    auto const constant = [&](std::optional<double> const& musd, char const* name) {
      if (musd) numbers.add_cited(name, number_text(*musd), "MUSD a year", {}).note = "every year";
    };
    constant(state.funding->international_musd, "international_musd");
    constant(state.funding->national_musd, "national_musd");
    add_years(explained, "international_musd", &FundingYear::international_musd, numbers);
    add_years(explained, "national_musd", &FundingYear::national_musd, numbers);
  }
  if (!unknown) {
    numbers
        .add("mean_musd", number_text(rounded(country->funding.mean_musd, money_decimals)),
             fmt::format("MUSD a year in total, prices of {}", scenario.funding.price_year),
             "the rows above", state.inline_state ? "scenario" : "estimated from data")
        .note = "capacity follows the ratio of a year's money to it";
  }
  numbers.begin_section("Donors");
  add_donor_rows(explained, numbers);
  if (country) add_shares(explained, numbers);
}

void explain_security(Explained const& explained, NumberList& numbers) {
  numbers.begin_section("Security");
  for (auto const& span : explained.state.security) {
    auto& number = numbers.add_cited("regime", word_of(span.regime), span_text(span.from, span.to),
                                     span.source);
    number.used = admissible(span.source, explained.scenario.origin);
    if (!number.used) number.note = "not known at the origin; not used";
  }
}

void explain_levers(Explained const& explained, NumberList& numbers) {
  auto const& scenario = explained.scenario;
  auto const& code = explained.state.code;
  numbers.begin_section("What the scenario changes");
  add_funding_levers("all international money", scenario.funding.world, scenario.origin, numbers);
  for (auto const& [donor, levers] : scenario.funding.donors) {
    add_funding_levers("money of " + donor, levers, scenario.origin, numbers);
  }
  add_of(scenario.funding.recipients, code, "international money of " + code, scenario.origin,
         numbers);
  add_of(scenario.funding.national, code, "national money of " + code, scenario.origin, numbers);
  if (scenario.funding.reallocate_share > 0) {
    numbers.add("reallocate_share", number_text(scenario.funding.reallocate_share),
                "of a finished state's donor money", "funding of the scenario", "scenario");
  }
  if (auto const* const supposed = override_of(scenario, code); supposed && supposed->starts) {
    numbers
        .add("starts", std::to_string(*supposed->starts), "first year",
             "state_overrides of the scenario", "scenario")
        .note = supposed->condition;
  }
  if (auto const found = scenario.survey.find(code); found != scenario.survey.end()) {
    for (auto const& lever : found->second) {
      numbers.add("survey intensity", number_text(lever.intensity), span_text(lever.from, lever.to),
                  "survey of the scenario", "scenario");
    }
  }
  if (auto const found = scenario.security.find(code); found != scenario.security.end()) {
    for (auto const& lever : found->second) {
      numbers.add("regime", word_of(lever.regime), span_text(lever.from, lever.to),
                  "security of the scenario", "scenario");
    }
  }
}

}  // namespace minefree::report
