#include <minefree/config/spreads.hpp>

#include <gtest/gtest.h>

#include "text_files.hpp"

namespace minefree::config {
namespace {

using numeric::Spread;
using numeric::SpreadShape;
using testing::read_as;

Value<GivenSpread> area(Sourcing sourcing = Sourcing::user) {
  return given_spread(area_rule(), SpreadShape::positive, sourcing);
}

Value<GivenSpread> a_share() {
  return given_spread(
      {.thing = "a share", .unit = "share", .low = 0, .high = 1, .too_low = "cannot be negative"},
      SpreadShape::share, Sourcing::user);
}

TEST(GivenSpread, is_a_certain_number_or_three_points) {
  EXPECT_EQ(read_as(area(), "12").value->spread, (Spread{12, 12, 12}));
  EXPECT_EQ(read_as(area(), "12 km2").value->spread, (Spread{12, 12, 12}));
  EXPECT_EQ(read_as(area(), "{low: 1, best: 3, high: 8}").value->spread, (Spread{1, 3, 8}));
  EXPECT_EQ(read_as(area(), "{best: 3}").value->spread, (Spread{3, 3, 3}));
  EXPECT_EQ(read_as(area(), "{low: 1 km2, best: 3 km2, high: 8 km2}").value->spread,
            (Spread{1, 3, 8}));
}

TEST(GivenSpread, keeps_its_source_and_reason_in_either_order) {
  auto const one = read_as(area(), "{best: 3, source: own, reason: my guess}").value;
  auto const other = read_as(area(), "{reason: my guess, source: own, best: 3}").value;
  EXPECT_EQ(one->source.ids, std::vector<std::string>{"own"});
  EXPECT_EQ(one->source.reason, "my guess");
  EXPECT_EQ(other->source.ids, one->source.ids);
  EXPECT_EQ(other->source.reason, one->source.reason);
}

TEST(GivenSpread, is_refused_when_its_points_are_out_of_order) {
  EXPECT_EQ(read_as(area(), "{low: 5, best: 3, high: 8}").problems,
            "v.low is 5, above best, 3. In a spread low <= best <= high.");
  EXPECT_EQ(read_as(area(), "{low: 1, best: 3, high: 2}").problems,
            "v.high is 2, below best, 3. In a spread low <= best <= high.");
}

TEST(GivenSpread, needs_both_ends_or_none_and_always_the_middle) {
  EXPECT_EQ(read_as(area(), "{low: 1, best: 3}").problems,
            "this spread has 'low' but no 'high'. Give both, or neither for a certain value.");
  EXPECT_EQ(read_as(area(), "{low: 1, high: 3}").problems,
            "'best' is missing in this spread (median). Add it, such as 'best: 12.5'.");
}

TEST(GivenSpread, of_an_uncertain_amount_starts_above_zero) {
  EXPECT_EQ(read_as(area(), "{low: 0, best: 3, high: 8}").problems,
            "v has low 0 but is uncertain: its logarithm is taken, so low must be above 0. Write a "
            "small number instead, or one certain value.");
  EXPECT_EQ(read_as(area(), "{low: 0, best: 0, high: 0}").value->spread, (Spread{0, 0, 0}));
}

TEST(GivenSpread, of_an_uncertain_share_lies_inside_zero_and_one) {
  EXPECT_EQ(
      read_as(a_share(), "{low: 0.5, best: 0.9, high: 1}").problems,
      "v has high 1 but is an uncertain share: high must be below 1. Write 0.99 or so instead, "
      "or one certain value.");
  EXPECT_EQ(read_as(a_share(), "1").value->spread, (Spread{1, 1, 1}));
  EXPECT_EQ(read_as(a_share(), "{low: 10%, best: 20%, high: 30%}").value->spread,
            (Spread{0.1, 0.2, 0.3}));
}

TEST(GivenSpread, of_a_state_file_names_its_source) {
  Problems problems;
  auto const sources = Sources::from_csv("source_id,year\nlm2023-AGO,2023\n", "s", problems);
  EXPECT_EQ(read_as(area(Sourcing::judgement), "12", &sources).problems,
            "v is a number without a source. Write {best: 12, source: ...} with an id of "
            "data/sources.csv.");
  EXPECT_EQ(
      read_as(area(Sourcing::judgement), "{best: 12}", &sources).problems,
      "'source' is missing in this spread (id in data/sources.csv, or a list of ids). Add it, "
      "such as 'source: lm2023-AGO'.");
  EXPECT_EQ(read_as(area(Sourcing::judgement), "{best: 12, source: own}", &sources).problems,
            "a value whose source is 'own' is judgement. Add 'reason: ...', one line.");
  EXPECT_EQ(read_as(area(Sourcing::judgement), "{best: 12, source: lm2023-AGO}", &sources)
                .value->source.published,
            2023);
}

}  // namespace
}  // namespace minefree::config
