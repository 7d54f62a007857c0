#include <minefree/config/parameter_fields.hpp>

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "text_files.hpp"

namespace minefree::config {
namespace {

using testing::read_as;

ParameterValues values_of(std::string const& yaml) {
  auto const read = read_as(parameters_record().value(), yaml);
  EXPECT_TRUE(read.value) << read.problems;
  return read.value.value_or(ParameterValues{});
}

std::string problems_of(std::string const& yaml) {
  return read_as(parameters_record().value(), yaml).problems;
}

TEST(Parameters, of_the_whole_table_can_be_given_with_their_defaults) {
  for (auto const& field : parameters_record().shape().fields) {
    if (field.fallback.empty()) continue;
    auto const read =
        read_as(parameters_record().value(), "{" + field.name + ": " + field.fallback + "}");
    EXPECT_TRUE(read.value) << field.name << ": " << read.problems;
    if (!read.value) continue;
    ASSERT_EQ(read.value->size(), 1U);
    EXPECT_EQ(read.value->front().values, info(read.value->front().id).fallback) << field.name;
  }
}

TEST(Parameters, are_kept_in_the_order_of_the_file_with_source_and_reason) {
  auto const values = values_of(
      "{reduced_share: 40%, maturity_penalty: {low: 0.1, best: 0.4, high: 0.9, source: own, reason: "
      "a guess}}");
  ASSERT_EQ(values.size(), 2U);
  EXPECT_EQ(values[0].id, Parameter::reduced_share);
  EXPECT_EQ(values[0].values.front().best, 0.4);
  EXPECT_EQ(values[1].sources, std::vector<std::string>{"own"});
  EXPECT_EQ(values[1].reason, "a guess");
  EXPECT_EQ(values[1].basis, Basis::own);
  EXPECT_TRUE(values[1].stated_by_scenario);
}

TEST(Parameters, by_regime_are_three_numbers_and_jumps_three_rows) {
  EXPECT_EQ(values_of("{regime_output: [1, 50%, 0]}").front().values[1].best, 0.5);
  EXPECT_EQ(values_of("{regime_output: {values: [1, 0.5, 0], source: own}}").front().values.size(),
            3U);
  EXPECT_EQ(
      values_of("{regime_jumps: [[0, 1, 0], [1, 0, 0], [0.5, 0.5, 0]]}").front().values.size(), 9U);
  EXPECT_EQ(problems_of("{regime_output: [1, 0.5]}"),
            "v.regime_output has 2 entries. Give exactly 3.");
  EXPECT_EQ(problems_of("{regime_jumps: [[0, 1, 0], [1, 0, 0], [0.5, 0.4, 0]]}"),
            "v.regime_jumps has a row that sums to 0.9, not to 1. Correct the shares.");
}

TEST(Parameters, that_are_not_known_are_refused_with_the_nearest) {
  EXPECT_EQ(problems_of("{maturity_penality: 1}"),
            "'maturity_penality' is not a field of a set of parameters. Did you mean "
            "'maturity_penalty'?");
}

TEST(Parameters, keep_within_their_bounds) {
  EXPECT_EQ(problems_of("{maturity_penalty: 7}"),
            "v.maturity_penalty is 7 (too large). Write a number from 0 to 5, such as 0.4.");
  EXPECT_EQ(problems_of("{reduced_share: 1.2}"),
            "v.reduced_share is 1.2 (too large). Write a share from 0 to 1, such as 0.4.");
}

TEST(Programme, of_a_state_file_is_data_or_judgement_with_a_reason) {
  Problems problems;
  auto const sources = Sources::from_csv("source_id,year\nlm2023-AGO,2023\n", "s", problems);
  auto const& record = programme_record(Sourcing::judgement);
  auto const data =
      read_as(record.value(), "{confirmed_share: {best: 0.2, source: lm2023-AGO}}", &sources);
  ASSERT_TRUE(data.value) << data.problems;
  EXPECT_EQ(data.value->front().basis, Basis::data);
  EXPECT_FALSE(data.value->front().stated_by_scenario);
  auto const prior =
      read_as(record.value(), "{confirmed_share: {best: 0.2, source: own, reason: why}}", &sources);
  ASSERT_TRUE(prior.value) << prior.problems;
  EXPECT_EQ(prior.value->front().basis, Basis::prior);
}

TEST(Programme, has_no_parameter_of_the_world) {
  EXPECT_EQ(read_as(programme_record(Sourcing::user).value(), "{world_funding_sd: 0.1}").problems,
            "v.world_funding_sd holds for the whole world, not for one state. Give it under "
            "'parameters' of a scenario.");
}

}  // namespace
}  // namespace minefree::config
