#include <minefree/domain/donor_matrix.hpp>

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include <support/random_scenario.hpp>

namespace minefree {
namespace {

using Row = std::vector<std::optional<double>>;
constexpr auto unknown = std::nullopt;

double sum_of_row(std::vector<std::vector<double>> const& cells, std::size_t row) {
  double sum = 0;
  for (double const cell : cells[row]) sum += cell;
  return sum;
}

double sum_of_column(std::vector<std::vector<double>> const& cells, std::size_t column) {
  double sum = 0;
  for (auto const& row : cells) sum += row[column];
  return sum;
}

TEST(DonorMatrix, of_which_nothing_is_known_is_the_product_of_its_margins) {
  Row const donors{60, 30};
  Row const recipients{50, 20, 10};
  auto const given = complete({.donor_totals = donors,
                               .recipient_totals = recipients,
                               .given = {Row(3), Row(3)},
                               .world_total = 120})
                         .given;
  // Others give 30 of 120, and 40 go elsewhere.
  std::vector<double> const by{60, 30, 30};
  std::vector<double> const to{50, 20, 10, 40};
  for (std::size_t i = 0; i < by.size(); ++i) {
    for (std::size_t j = 0; j < to.size(); ++j)
      EXPECT_NEAR(given[i][j], by[i] * to[j] / 120, 1e-12) << i << " " << j;
  }
}

TEST(DonorMatrix, has_as_little_slack_as_it_can_where_the_world_is_unknown) {
  auto const more_given = complete(
      {.donor_totals = {60}, .recipient_totals = {40}, .given = {{unknown}}, .world_total = {}});
  EXPECT_NEAR(more_given.given[0][1], 20, 1e-12) << "to others";
  EXPECT_NEAR(more_given.given[1][0], 0, 1e-12);
  auto const more_received = complete(
      {.donor_totals = {60}, .recipient_totals = {90}, .given = {{unknown}}, .world_total = {}});
  EXPECT_NEAR(more_received.given[1][0], 30, 1e-12) << "by others";
}

TEST(DonorMatrix, imputes_only_where_both_totals_are_known) {
  auto const money = complete({.donor_totals = {60, unknown},
                               .recipient_totals = {40, unknown},
                               .given = {{unknown, 5}, {10, unknown}},
                               .world_total = {}});
  EXPECT_EQ(money.given[0][1], 5);
  EXPECT_EQ(money.given[1][0], 10);
  EXPECT_EQ(money.given[1][1], 0);
  EXPECT_TRUE(money.imputed[0][0]);
  EXPECT_FALSE(money.imputed[0][1]);
  EXPECT_FALSE(money.imputed[1][0]);
  EXPECT_FALSE(money.imputed[1][1]);
  EXPECT_NEAR(money.given[0][0], 30, 1e-9) << "what the recipient's total leaves";
  EXPECT_NEAR(money.given[0][2], 25, 1e-9) << "what the donor's total leaves";
}

TEST(DonorMatrix, raises_a_total_to_the_sum_of_what_is_known) {
  auto const money = complete({.donor_totals = {10, 20},
                               .recipient_totals = {15},
                               .given = {{12}, {unknown}},
                               .world_total = {}});
  EXPECT_EQ(money.given[0][0], 12);
  EXPECT_NEAR(sum_of_row(money.given, 0), 12, 1e-12);
  EXPECT_NEAR(money.given[1][0], 3, 1e-9);
}

// Both donors' rests may go to the second recipient alone, who gets less than they have.
TEST(DonorMatrix, gives_to_the_slack_what_cannot_be_reconciled) {
  auto const money = complete({.donor_totals = {50, 50},
                               .recipient_totals = {100, 10},
                               .given = {{5, unknown}, {5, unknown}},
                               .world_total = {}});
  EXPECT_NEAR(sum_of_row(money.given, 0), 50, 1e-9);
  EXPECT_NEAR(sum_of_row(money.given, 1), 50, 1e-9);
  EXPECT_NEAR(sum_of_column(money.given, 0), 100, 1e-9);
  EXPECT_NEAR(sum_of_column(money.given, 1), 10, 1e-9);
  EXPECT_EQ(money.given[0][0], 5);
  EXPECT_NEAR(money.given[2][0], 90, 1e-9) << "by others";
  EXPECT_GE(money.given[0][2], 35) << "to others";
}

KnownMoney random_money(testing::Dice& dice) {
  auto const donors = static_cast<std::size_t>(dice.whole(1, 12));
  auto const recipients = static_cast<std::size_t>(dice.whole(1, 15));
  KnownMoney money;
  for (std::size_t i = 0; i < donors; ++i) {
    money.donor_totals.push_back({});
    if (dice.chance(0.7)) money.donor_totals.back() = dice.log_between(0.1, 300);
    money.given.emplace_back(recipients);
    for (auto& cell : money.given.back()) {
      if (dice.chance(0.3)) cell = dice.chance(0.2) ? 0 : dice.log_between(0.01, 60);
    }
  }
  for (std::size_t j = 0; j < recipients; ++j) {
    money.recipient_totals.push_back({});
    if (dice.chance(0.7)) money.recipient_totals.back() = dice.log_between(0.1, 200);
  }
  if (dice.chance(0.5)) money.world_total = dice.log_between(1, 2000);
  return money;
}

double known_sum(std::vector<std::optional<double>> const& cells) {
  double sum = 0;
  for (auto const& cell : cells) sum += cell.value_or(0);
  return sum;
}

TEST(DonorMatrix, keeps_margins_and_known_cells_whatever_is_known) {
  testing::Dice dice(1);
  for (int round = 0; round < 400; ++round) {
    SCOPED_TRACE(round);
    auto const money = random_money(dice);
    auto const completed = complete(money);
    for (std::size_t i = 0; i < money.donor_totals.size(); ++i) {
      double const known = known_sum(money.given[i]);
      double const wanted = std::max(money.donor_totals[i].value_or(0), known);
      EXPECT_NEAR(sum_of_row(completed.given, i), wanted, 1e-9 * std::max(wanted, 1.0));
      for (std::size_t j = 0; j < money.recipient_totals.size(); ++j) {
        EXPECT_GE(completed.given[i][j], 0);
        if (money.given[i][j]) {
          EXPECT_EQ(completed.given[i][j], *money.given[i][j]);
          EXPECT_FALSE(completed.imputed[i][j]);
        }
      }
    }
    for (std::size_t j = 0; j < money.recipient_totals.size(); ++j) {
      double known = 0;
      for (auto const& row : money.given) known += row[j].value_or(0);
      double const wanted = std::max(money.recipient_totals[j].value_or(0), known);
      EXPECT_NEAR(sum_of_column(completed.given, j), wanted, 1e-9 * std::max(wanted, 1.0));
    }
  }
}

}  // namespace
}  // namespace minefree
