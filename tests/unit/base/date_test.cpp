#include <minefree/base/date.hpp>

#include <gtest/gtest.h>

namespace minefree {
namespace {

TEST(Date, is_read_from_year_month_day_in_ten_characters) {
  EXPECT_EQ(parse_date("2030-03-01"), (Date{2030, 3, 1}));
  EXPECT_EQ(parse_date("1999-12-31"), (Date{1999, 12, 31}));
  EXPECT_EQ(parse_date("2024-02-29"), (Date{2024, 2, 29}));
  EXPECT_EQ(parse_date("2000-02-29"), (Date{2000, 2, 29}));
}

TEST(Date, is_refused_in_any_other_form) {
  for (auto const* const text :
       {"", "2030", "2030-3-1", "2030-03-1", "30-03-01", "2030/03/01", "01-03-2030", "2030-03-01 ",
        " 2030-03-01", "2030-03-01T00:00", "+030-03-01", "2030-+3-01", "2030--3-01", "203a-03-01",
        "2030-03-0a", "0000-03-01"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

TEST(Date, is_refused_when_the_calendar_has_no_such_day) {
  for (auto const* const text : {"2030-00-01", "2030-13-01", "2030-01-00", "2030-01-32",
                                 "2030-04-31", "2023-02-29", "1900-02-29", "2100-02-29"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

TEST(Date, is_written_as_it_is_read) {
  for (auto const* const text : {"2030-03-01", "0999-12-31", "2024-02-29"}) {
    EXPECT_EQ(to_text(*parse_date(text)), text);
  }
}

TEST(Date, is_ordered_by_the_calendar) {
  EXPECT_LT((Date{2029, 12, 31}), (Date{2030, 1, 1}));
  EXPECT_LT((Date{2030, 2, 28}), (Date{2030, 3, 1}));
  EXPECT_LT((Date{2030, 3, 1}), (Date{2030, 3, 2}));
}

TEST(DecimalYear, counts_each_month_as_a_twelfth_and_the_end_of_the_year_as_the_next) {
  EXPECT_EQ(decimal_year_at_end_of({2025, 12, 31}), 2026.0);
  EXPECT_EQ(decimal_year_at_end_of({2030, 3, 31}), 2030.25);
  EXPECT_EQ(decimal_year_at_end_of({2030, 6, 30}), 2030.5);
  EXPECT_EQ(decimal_year_at_end_of({2024, 2, 29}), 2024 + 2.0 / 12);
  EXPECT_NEAR(decimal_year_at_end_of({2030, 1, 1}), 2030 + 1.0 / 31 / 12, 1e-9);
}

TEST(DecimalYear, grows_with_every_day) {
  double last = 0;
  for (int year = 2023; year <= 2024; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day) {
        auto const now = decimal_year_at_end_of({year, month, day});
        EXPECT_GT(now, last) << to_text(Date{year, month, day});
        last = now;
      }
    }
  }
}

}  // namespace
}  // namespace minefree
