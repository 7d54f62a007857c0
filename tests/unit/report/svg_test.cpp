#include <minefree/report/html/svg.hpp>

#include <gtest/gtest.h>

#include <utility>

#include <minefree/report/html/markup.hpp>
#include <minefree/report/html/plot.hpp>

namespace minefree::report::html {
namespace {

TEST(Scale, maps_ends_to_ends_and_the_outside_to_the_outside) {
  Scale const scale({2020, 2060}, {40, 360});
  EXPECT_EQ(scale(2020), 40);
  EXPECT_EQ(scale(2060), 360);
  EXPECT_EQ(scale(2040), 200);
  EXPECT_LT(scale(2010), 40);
  Scale const upwards({0, 10}, {200, 20});  // pixels count downwards
  EXPECT_EQ(upwards(10), 20);
}

TEST(Ticks, are_the_numbers_that_are_written_below_them) {
  EXPECT_EQ(round_ticks({0, 0.045}, 6), (std::vector{0.0, 0.01, 0.02, 0.03, 0.04}));
  EXPECT_EQ(round_ticks({0, 250}, 6), (std::vector{0.0, 50.0, 100.0, 150.0, 200.0, 250.0}));
  EXPECT_EQ(round_ticks({-5.4, 11}, 6), (std::vector{-5.0, 0.0, 5.0, 10.0}));
  EXPECT_EQ(round_ticks({0, 104}, 6), (std::vector{0.0, 20.0, 40.0, 60.0, 80.0, 100.0}));
}

TEST(Ticks, there_are_never_too_many_and_always_some) {
  for (double top = 1e-4; top < 1e7; top *= 1.37) {
    auto const ticks = round_ticks({0, top}, 6);
    EXPECT_LE(ticks.size(), 6U) << top;
    EXPECT_GE(ticks.size(), 2U) << top;
    EXPECT_LE(ticks.back(), top);
  }
}

TEST(Ticks, of_years_are_round) {
  EXPECT_EQ(year_ticks(2024, 2060, 8),
            (std::vector{2025, 2030, 2035, 2040, 2045, 2050, 2055, 2060}));
  EXPECT_EQ(year_ticks(2025, 2028, 8), (std::vector{2025, 2026, 2027, 2028}));
  EXPECT_EQ(year_ticks(2013, 2028, 8),
            (std::vector{2014, 2016, 2018, 2020, 2022, 2024, 2026, 2028}));
}

TEST(Pixel, has_a_decimal_at_most) {
  EXPECT_EQ(pixel(12), "12");
  EXPECT_EQ(pixel(12.34), "12.3");
  EXPECT_EQ(pixel(12.96), "13");
  EXPECT_EQ(pixel(-0.04), "0");
  EXPECT_EQ(pixel(-3.25), "-3.3");
}

TEST(Points, on_a_straight_line_are_needless) {
  std::vector<Point> const line{{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 2}};
  auto const kept = without_needless(line);
  ASSERT_EQ(kept.size(), 3U);
  EXPECT_EQ(kept[1].x, 3);
  EXPECT_EQ(kept[1].y, 3);
}

TEST(Points, of_a_slow_bend_are_kept_as_soon_as_it_is_seen) {
  std::vector<Point> bend;
  for (int x = 0; x <= 100; ++x) bend.push_back({1.0 * x, 0.002 * x * x});
  auto const kept = without_needless(bend);
  EXPECT_LT(kept.size(), 40U);
  // No point may lie more than a quarter of a pixel off the line that replaces it.
  for (auto const& point : bend) {
    for (std::size_t k = 1; k < kept.size(); ++k) {
      if (point.x < kept[k - 1].x || point.x > kept[k].x) continue;
      double const share = (point.x - kept[k - 1].x) / (kept[k].x - kept[k - 1].x);
      EXPECT_NEAR(kept[k - 1].y + share * (kept[k].y - kept[k - 1].y), point.y, 0.2501);
    }
  }
}

TEST(Picture, tells_in_words_what_it_shows) {
  Svg svg(10, 20, "a-b", "Land & people", "x < y");
  svg.line("grid", {0, 1}, {2.55, 3});
  svg.path("mid", {{0, 0}, {1, 1}});
  svg.path("mid", {{0, 0}});         // nothing to see
  svg.box("tile", {0, 0}, 5, 0.01);  // nor here
  EXPECT_EQ(std::move(svg).finish(),
            "<svg viewBox=\"0 0 10 20\" role=\"img\" aria-labelledby=\"a-b-t a-b-d\">"
            "<title id=\"a-b-t\">Land &amp; people</title><desc id=\"a-b-d\">x &lt; y</desc>"
            "<line class=\"grid\" x1=\"0\" y1=\"1\" x2=\"2.6\" y2=\"3\"/>"
            "<polyline class=\"mid\" points=\"0,0 1,1\"/></svg>");
}

TEST(Picture, a_key_takes_as_many_lines_as_it_needs) {
  PlotFrame frame{.id = "x",
                  .title = "t",
                  .description = "d",
                  .unit = "km2",
                  .years = {2024, 2060},
                  .values = {0, 10},
                  .key = {}};
  auto const without = Plot(frame).finish();
  for (int k = 0; k < 5; ++k)
    frame.key.push_back({KeyItem::Mark::line, "mid", "a rather long description"});
  auto const with = Plot(frame).finish();
  EXPECT_NE(without.find("viewBox=\"0 0 380 220\""), std::string::npos) << without.substr(0, 60);
  EXPECT_NE(with.find("viewBox=\"0 0 380 300\""), std::string::npos) << with.substr(0, 60);
}

TEST(Markup, nothing_that_users_write_becomes_markup) {
  EXPECT_EQ(escaped("<b a=\"1\" c='2'>&amp;\x01\t\x7f"),
            "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;   ");
  EXPECT_EQ(escaped("T\xc3\xbcrkiye \xc2\xb7"), "T\xc3\xbcrkiye \xc2\xb7");
}

TEST(Markup, columns_of_a_group_stand_under_one_heading) {
  auto names = name_column("State");
  names.cells = {"A", "B"};
  auto low = column("P10", "Year");
  low.cells = {"1", "2"};
  auto high = column("P90", "Year");
  high.cells = {"3", "4"};
  EXPECT_EQ(
      table("Dates", {names, low, high}, {"AAA", "BBB"}),
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Dates\"><table><caption>Dates</caption>"
      "<thead><tr><th scope=\"col\" class=\"l\" rowspan=\"2\">State</th><th scope=\"colgroup\" colspan=\"2\">Year</th></tr>"
      "<tr><th scope=\"col\">P10</th><th scope=\"col\">P90</th></tr></thead><tbody>\n"
      "<tr><th scope=\"row\"><a href=\"#AAA\">A</a></th><td>1</td><td>3</td></tr>\n"
      "<tr><th scope=\"row\"><a href=\"#BBB\">B</a></th><td>2</td><td>4</td></tr>\n"
      "</tbody></table></div>\n");
  EXPECT_EQ(table("Nothing", {name_column("State")}), "");
}

}  // namespace
}  // namespace minefree::report::html
