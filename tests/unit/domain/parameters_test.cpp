#include <minefree/domain/parameters.hpp>

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace minefree {
namespace {

TEST(ParameterTable, has_each_number_and_key_once) {
  std::set<unsigned> numbers;
  std::set<std::string_view> keys;
  for (ParameterInfo const& parameter : parameter_table()) {
    auto const number = static_cast<unsigned>(parameter.id);
    EXPECT_LT(number, parameter_count) << parameter.key;
    EXPECT_TRUE(numbers.insert(number).second) << parameter.key;
    EXPECT_TRUE(keys.insert(parameter.key).second) << parameter.key;
    EXPECT_FALSE(parameter.help.empty()) << parameter.key;
  }
  // Addresses of other draws of the beginning, and of the optional parts.
  auto const reserved = {7u, 8u, 9u, 10u, 11u, 57u, 58u, 59u};
  EXPECT_EQ(numbers.size(), parameter_count - reserved.size());
  for (unsigned const number : reserved) EXPECT_FALSE(numbers.contains(number)) << number;
}

// The number is an address of random draws: another one would change every result.
TEST(ParameterTable, keeps_its_numbers) {
  EXPECT_EQ(static_cast<unsigned>(Parameter::capacity_km2_per_year), 0u);
  EXPECT_EQ(static_cast<unsigned>(Parameter::blocked_share), 6u);
  EXPECT_EQ(static_cast<unsigned>(Parameter::survey_share_noise), 12u);
  EXPECT_EQ(static_cast<unsigned>(Parameter::maturity_penalty), 23u);
  EXPECT_EQ(static_cast<unsigned>(Parameter::relapse_area_km2), 45u);
  EXPECT_EQ(static_cast<unsigned>(Parameter::new_mines_per_year), 55u);
  EXPECT_EQ(static_cast<unsigned>(Parameter::finds_per_year), 56u);
  EXPECT_EQ(static_cast<unsigned>(Parameter::casualty_regime_effect), 66u);
}

TEST(ParameterTable, gives_the_state_scope_to_the_first_numbers_and_to_lists) {
  for (ParameterInfo const& parameter : parameter_table()) {
    bool const list =
        parameter.kind == ParameterKind::per_regime || parameter.kind == ParameterKind::jump_matrix;
    bool const first = static_cast<unsigned>(parameter.id) < state_parameter_count;
    bool const optional =
        parameter.id == Parameter::finds_per_year;  // drawn only where its part is asked for
    EXPECT_EQ(parameter.scope == ParameterScope::state, first || list || optional) << parameter.key;
  }
}

TEST(ParameterTable, has_defaults_that_a_scenario_could_give) {
  for (ParameterInfo const& parameter : parameter_table()) {
    SCOPED_TRACE(std::string(parameter.key));
    for (Spread const& spread : parameter.fallback) {
      EXPECT_LE(spread.low, spread.best);
      EXPECT_LE(spread.best, spread.high);
      EXPECT_LE(spread.high, parameter.highest);
      bool const uncertain = spread.low < spread.high;
      EXPECT_GE(spread.low, 0);
      if (uncertain) {
        EXPECT_GT(spread.low, 0);
      }
      if (uncertain && parameter.kind == ParameterKind::share) {
        EXPECT_LT(spread.high, 1);
      }
    }
    bool const list = parameter.kind == ParameterKind::per_regime;
    bool const matrix = parameter.kind == ParameterKind::jump_matrix;
    EXPECT_TRUE(parameter.fallback.empty() || parameter.fallback.size() == (matrix ? 9u
                                                                            : list ? 3u
                                                                                   : 1u));
  }
}

TEST(ParameterTable, has_a_source_for_what_is_not_a_judgement) {
  for (ParameterInfo const& parameter : parameter_table()) {
    if (parameter.basis == Basis::literature) {
      EXPECT_FALSE(parameter.source.empty()) << parameter.key;
    }
    if (parameter.basis == Basis::prior) {
      EXPECT_TRUE(parameter.source.empty()) << parameter.key;
    }
  }
}

TEST(ParameterTable, has_jumps_whose_rows_sum_to_one_and_never_stay) {
  auto const& jumps = info(Parameter::regime_jumps).fallback;
  ASSERT_EQ(jumps.size(), 9u);
  for (std::size_t row = 0; row < 3; ++row) {
    EXPECT_DOUBLE_EQ(jumps[3 * row].best + jumps[3 * row + 1].best + jumps[3 * row + 2].best, 1);
    EXPECT_EQ(jumps[4 * row].best, 0);
  }
}

TEST(ParameterTable, finds_a_parameter_by_its_key) {
  EXPECT_EQ(parameter_named("maturity_penalty"), Parameter::maturity_penalty);
  EXPECT_FALSE(parameter_named("maturity"));
  EXPECT_EQ(info(Parameter::relapse_km2).key, "relapse_km2");
}

}  // namespace
}  // namespace minefree
