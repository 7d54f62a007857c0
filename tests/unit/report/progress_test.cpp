#include <minefree/report/progress.hpp>

#include <gtest/gtest.h>

namespace minefree::report {
namespace {

TEST(Progress, tells_how_much_is_done_and_how_long_it_will_take) {
  EXPECT_EQ(progress_text(5000, 20000, 2.0), "5,000 of 20,000 futures (25 %), 6 s left");
  EXPECT_EQ(progress_text(10000, 20000, 600.0), "10,000 of 20,000 futures (50 %), 10 min left");
}

TEST(Progress, promises_no_time_before_it_can_judge_it) {
  EXPECT_EQ(progress_text(10, 20000, 0.1), "10 of 20,000 futures (0 %)");
}

TEST(Progress, is_one_line_whatever_happens) {
  EXPECT_EQ(progress_text(0, 0, 0.0), "0 of 0 futures (100 %), 0 s left");
  EXPECT_EQ(progress_text(30, 20, 1.0), "30 of 20 futures (100 %), 0 s left");
}

}  // namespace
}  // namespace minefree::report
