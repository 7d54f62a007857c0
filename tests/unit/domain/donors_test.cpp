#include <minefree/domain/donors.hpp>

#include <set>

#include <gtest/gtest.h>

#include <minefree/model/purposes.hpp>

namespace minefree {
namespace {

TEST(Donors, have_codes_and_numbers_of_their_own) {
  std::set<std::string_view> codes;
  std::set<std::uint32_t> numbers;
  for (Donor const& donor : donors()) {
    EXPECT_TRUE(codes.insert(donor.code).second) << donor.code;
    EXPECT_TRUE(numbers.insert(donor.number).second) << donor.number;
    EXPECT_FALSE(donor.name.empty()) << donor.code;
  }
}

// The number is an address of random draws: another one would change every result that has the
// donor.
TEST(Donors, keep_their_numbers) {
  EXPECT_EQ(donor_named("OTH")->number, 1u);
  EXPECT_EQ(donor_named("DEU")->number, 9u);
  EXPECT_EQ(donor_named("NOR")->number, 27u);
  EXPECT_EQ(donor_named("USA")->number, 43u);
  EXPECT_EQ(donor_named("LTU")->number, 44u);
}

TEST(Donors, fit_into_the_draws_of_a_year) {
  constexpr unsigned words = 4 * 12;  // twelve blocks of Philox
  for (Donor const& donor : donors()) EXPECT_LT(donor.number, words) << donor.code;
}

TEST(Donors, that_nobody_knows_have_no_number) {
  EXPECT_FALSE(donor_named("XYZ"));
  EXPECT_FALSE(donor_named("usa"));
  EXPECT_TRUE(donor_named(other_donors));
}

}  // namespace
}  // namespace minefree
