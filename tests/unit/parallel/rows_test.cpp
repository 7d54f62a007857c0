#include <minefree/parallel/rows.hpp>

#include <atomic>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include <support/thread_ranks.hpp>

namespace minefree {
namespace {

/// Row k is k, and a number with many digits; row 13 is none.
void fill(std::uint64_t index, std::span<double> row) {
  row[0] = static_cast<double>(index);
  row[1] =
      index == 13 ? std::numeric_limits<double>::quiet_NaN() : std::sin(static_cast<double>(index));
}

std::optional<std::vector<double>> rows(std::uint64_t first, std::uint64_t count, unsigned threads,
                                        Ranks* ranks = nullptr) {
  return fill_rows(first, count, 2, std::vector<FillRow>(threads, fill),
                   {.count = threads, .ranks = ranks});
}

bool are_right(std::vector<double> const& rows, std::uint64_t first, std::uint64_t count) {
  if (rows.size() != 2 * count) return false;
  for (std::uint64_t k = 0; k < count; ++k) {
    double row[2];
    fill(first + k, row);
    bool const same = std::isnan(row[1]) ? std::isnan(rows[2 * k + 1]) : rows[2 * k + 1] == row[1];
    if (rows[2 * k] != row[0] || !same) return false;
  }
  return true;
}

TEST(Rows, are_in_their_order_for_any_number_of_threads) {
  for (unsigned const threads : {1U, 2U, 7U}) {
    auto const all = rows(5, 100, threads);
    ASSERT_TRUE(all);
    EXPECT_TRUE(are_right(*all, 5, 100)) << threads;
  }
}

TEST(Rows, are_the_same_at_every_rank) {
  for (unsigned const size : {1U, 2U, 3U, 5U}) {
    for (std::uint64_t const count : {1U, 4U, 101U}) {
      auto const results =
          testing::on_ranks(size, [&](Ranks& ranks) { return rows(7, count, 2, &ranks); });
      for (auto const& all : results) {
        ASSERT_TRUE(all);
        EXPECT_TRUE(are_right(*all, 7, count)) << size << " ranks, " << count << " rows";
      }
    }
  }
}

TEST(Rows, are_none_once_it_is_stopped) {
  std::stop_source stop;
  std::atomic<int> filled{0};
  std::vector<FillRow> const fillers(2, [&](std::uint64_t, std::span<double>) {
    if (++filled == 3) stop.request_stop();
  });
  EXPECT_FALSE(fill_rows(0, 1000, 1, fillers, {.count = 2, .stop = stop.get_token()}));
  EXPECT_LT(filled, 10);
}

TEST(Rows, tell_how_many_are_done) {
  std::uint64_t last = 0;
  Threads const threads{.count = 2, .progress = [&](std::uint64_t done) {
                          EXPECT_EQ(done, last + 1);
                          last = done;
                        }};
  ASSERT_TRUE(fill_rows(0, 50, 2, std::vector<FillRow>(2, fill), threads));
  EXPECT_EQ(last, 50U);
}

}  // namespace
}  // namespace minefree
