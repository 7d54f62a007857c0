#include <minefree/domain/treaty.hpp>

#include <gtest/gtest.h>

namespace minefree {
namespace {

Treaty extended_treaty() {
  return {.party = true,
          .deadlines = {{.date = {2013, 1, 1}, .granted = 2003},
                        {.date = {2018, 1, 1}, .granted = 2012},
                        {.date = {2025, 12, 31}, .granted = 2017}}};
}

TEST(Deadline, is_the_newest_one_granted_by_the_year_after_the_origin) {
  EXPECT_EQ(deadline_known_at(extended_treaty(), 2010), (Date{2013, 1, 1}));
  EXPECT_EQ(deadline_known_at(extended_treaty(), 2011), (Date{2018, 1, 1}))
      << "granted at the meeting of 2012";
  EXPECT_EQ(deadline_known_at(extended_treaty(), 2015), (Date{2018, 1, 1}));
  EXPECT_EQ(deadline_known_at(extended_treaty(), 2016), (Date{2025, 12, 31}));
  EXPECT_EQ(deadline_known_at(extended_treaty(), 2024), (Date{2025, 12, 31}));
}

TEST(Deadline, is_unknown_before_the_state_joined) {
  EXPECT_FALSE(deadline_known_at(extended_treaty(), 2000));
}

TEST(Deadline, that_is_given_directly_holds_at_any_origin) {
  Treaty const treaty{.party = true, .deadline = Date{2030, 3, 1}};
  EXPECT_EQ(deadline_known_at(treaty, 2000), (Date{2030, 3, 1}));
}

TEST(Deadline, does_not_bind_a_state_that_is_not_a_party) {
  Treaty treaty = extended_treaty();
  treaty.party = false;
  treaty.deadline = Date{2030, 3, 1};
  EXPECT_FALSE(deadline_known_at(treaty, 2024));
}

}  // namespace
}  // namespace minefree
