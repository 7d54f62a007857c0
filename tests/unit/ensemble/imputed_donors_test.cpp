#include <minefree/ensemble/imputed_donors.hpp>

#include <algorithm>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>
#include <support/compare_ensembles.hpp>

#include <minefree/domain/donors.hpp>
#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

/// A state as a file of the record gives it: ten million a year from abroad.
StateData state_of_record(std::string const& code, std::vector<DonorYear> donor_shares) {
  auto state = testing::closed_form_state(code);
  state.inline_state = false;
  state.funding = FundingData{.international_musd = {},
                              .national_musd = {},
                              .years = {{.year = 2023,
                                         .international_musd = 10,
                                         .national_musd = {},
                                         .source = testing::published(2024)}}};
  state.donor_shares = std::move(donor_shares);
  return state;
}

DonorYear given(std::string const& donor, double musd) {
  return {.donor = donor, .year = 2023, .musd = musd, .source = testing::published(2024)};
}

/// The United States give 13 of 20 million: 4 of the 10 for XXA are known, nothing for XXB is.
Scenario two_states(int published = 2024) {
  auto scenario =
      testing::scenario_of({state_of_record("XXA", {given("USA", 4)}), state_of_record("XXB", {})});
  DonorRecord record;
  record.donors = {
      {.donor = "USA", .year = 2023, .musd = 13, .source = testing::published(published)}};
  record.world = {{.year = 2023, .musd = 20, .source = testing::published(2024)}};
  for (StateData const& state : scenario.states)
    record.recipients.push_back({state.code, state.funding, state.donor_shares});
  scenario.donor_record = std::make_shared<DonorRecord const>(std::move(record));
  return scenario;
}

/// Of a country's money: a donor's part, 0 if it has none.
double share_of(Plan const& plan, std::size_t country, std::string_view donor) {
  auto const& funding = plan.countries[country].funding;
  for (std::size_t k = 0; k < funding.donors.size(); ++k) {
    auto const number = plan.world.donor_numbers[static_cast<std::size_t>(funding.donors[k])];
    if (number == donor_named(donor)->number) return funding.donor_share[k];
  }
  return 0;
}

TEST(ImputedDonors, fills_what_totals_leave_and_keeps_what_is_known) {
  auto const plan = make_plan(two_states());
  EXPECT_NEAR(share_of(plan, 0, "USA"), 0.4, 1e-12) << "known";
  EXPECT_NEAR(share_of(plan, 0, "OTH"), 0.6, 1e-12) << "a known cell is not added to";
  EXPECT_NEAR(share_of(plan, 1, "USA"), 0.9, 1e-9) << "13 less 4";
  EXPECT_NEAR(share_of(plan, 1, "OTH"), 0.1, 1e-9);
  auto const& funding = plan.countries[1].funding;
  EXPECT_EQ(std::ranges::count(funding.imputed, true), 1);
  EXPECT_EQ(std::ranges::count(plan.countries[0].funding.imputed, true), 0);
}

TEST(ImputedDonors, knows_no_total_that_was_published_later) {
  auto const plan = make_plan(two_states(2026));  // the origin is 2024
  EXPECT_EQ(share_of(plan, 1, "USA"), 0);
  EXPECT_EQ(share_of(plan, 1, "OTH"), 1);
}

TEST(ImputedDonors, of_a_state_does_not_depend_on_which_states_are_asked_for) {
  auto const both = make_plan(two_states());
  auto alone = two_states();
  alone.states.erase(alone.states.begin());
  EXPECT_EQ(share_of(make_plan(alone), 0, "USA"), share_of(both, 1, "USA"));
}

TEST(ImputedDonors, of_a_state_given_whole_is_as_the_scenario_says) {
  auto scenario = two_states();
  scenario.states[1].inline_state = true;
  EXPECT_EQ(share_of(make_plan(scenario), 1, "OTH"), 1);
}

TEST(ImputedDonors, says_which_cells_are_imputed_and_what_is_left) {
  auto const cells = donor_matrix(two_states());
  auto const cell = [&](std::string_view donor, std::string_view recipient) {
    auto const found = std::ranges::find_if(cells, [&](DonorCell const& any) {
      return any.donor == donor && any.recipient == recipient;
    });
    return found == cells.end() ? DonorCell{} : *found;
  };
  EXPECT_EQ(cell("USA", "XXA").musd, 4);
  EXPECT_FALSE(cell("USA", "XXA").imputed);
  EXPECT_NEAR(cell("USA", "XXB").musd, 9, 1e-8);
  EXPECT_TRUE(cell("USA", "XXB").imputed);
  EXPECT_NEAR(cell("OTH", "XXA").musd, 6, 1e-8);
  EXPECT_FALSE(cell("OTH", "XXA").imputed);
  EXPECT_TRUE(donor_matrix(testing::scenario_of({})).empty()) << "there is no record";
}

// XXA is complete at once. What a donor gave it goes to XXB, whether rows or totals tell of it.
TEST(DonorMatrices, make_the_matrix_anew_only_where_the_money_differs) {
  auto scenario = two_states();
  DonorMatrices matrices;
  auto const* const first = matrices.of(scenario).data();
  scenario.funding.world.push_back({.from = scenario.origin + 1});
  EXPECT_EQ(matrices.of(scenario).data(), first) << "a lever changes nothing that is known";
  scenario.donor_record = std::make_shared<DonorRecord const>();
  EXPECT_TRUE(matrices.of(scenario).empty()) << "another record is another matrix";
}

TEST(ImputedDonors, that_is_imputed_is_handed_on_like_any_other) {
  auto const outcome = [](bool known) {
    auto scenario = two_states();
    scenario.certain = true;
    for (StateData& state : scenario.states) {
      state.donor_shares.clear();
      if (known) state.donor_shares = {given("USA", 10)};
    }
    scenario.states[0].initial = {.confirmed_km2 = testing::exactly(0.1),
                                  .suspected_km2 = testing::exactly(0),
                                  .undiscovered_km2 = testing::exactly(0)};
    DonorRecord record = *scenario.donor_record;
    record.donors[0].musd = 20;
    for (std::size_t k = 0; k < 2; ++k)
      record.recipients[k].donor_shares = scenario.states[k].donor_shares;
    scenario.donor_record = std::make_shared<DonorRecord const>(record);
    scenario.funding.reallocate_share = 0.5;
    auto const plan = make_plan(scenario);
    EXPECT_NEAR(share_of(plan, 1, "USA"), 1, 1e-9);
    return run(plan, {.first = 0, .count = 16});
  };
  auto const by_rows = outcome(true);
  auto const by_totals = outcome(false);
  EXPECT_TRUE(testing::same_counts(by_rows.states[1], by_totals.states[1]));
  auto const bins = make_plan(two_states()).bins[1].money_musd;
  auto const third_year =
      std::span(by_totals.states[1].funding)
          .subspan(2 * static_cast<std::size_t>(bins.count), static_cast<std::size_t>(bins.count));
  EXPECT_NEAR(numeric::quantile(bins, third_year, 0.5), 15, 0.03 * 15) << "ten, and half of ten";
}

}  // namespace
}  // namespace minefree
