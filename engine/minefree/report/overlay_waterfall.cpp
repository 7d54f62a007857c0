#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <minefree/report/columns.hpp>
#include <minefree/report/overlay.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {
namespace {

using hindcast::Measure;
using hindcast::Movement;
using hindcast::Step;
using hindcast::StockMovement;

constexpr int label_columns = 14;
constexpr int level_columns = 8;
constexpr int change_columns = 13;
constexpr int widest_bar = 34;
constexpr int narrowest_bar = 12;
constexpr int remark_columns = 44;

/// Bars give way to what the steps stand for where there is little room.
int columns_of_bars(int columns) {
  int const others = 2 + label_columns + level_columns + change_columns + 2 + 2;
  return std::clamp(columns - others - remark_columns, narrowest_bar, widest_bar);
}

bool is_date(Measure const& measure) { return measure.kind == Measure::Kind::date; }

std::string level_text(double level, Measure const& measure) {
  return is_date(measure) ? fmt::format("{:.1f}", level) : percent_text(level);
}

std::string label_of(Step step) {
  switch (step) {
    case Step::engine:
      return "made again";
    case Step::time:
      return "time";
    case Step::release:
      return "release";
    case Step::area:
      return "new area";
    case Step::kind:
      return "kind of land";
    case Step::hidden:
      return "hidden land";
    case Step::money:
      return "money";
    case Step::parameters:
      break;
  }
  return "parameters";
}

/// What a step stands for, in the state's own figures.
std::string remark_of(Step step, StockMovement const& stock) {
  switch (step) {
    case Step::engine:
      return "same forecast, today's program and record";
    case Step::time:
      return fmt::format("{} km2 at the end of {}, as forecast", area_text(stock.forecast_km2),
                         stock.year);
    case Step::release:
      if (stock.years_reported == 0) return "no year's release is reported";
      return fmt::format("{} km2 in {} of {} {}, forecast {}",
                         area_text(stock.reported_release_km2), stock.years_reported,
                         stock.years_since, stock.years_since == 1 ? "year" : "years",
                         area_text(stock.forecast_release_km2));
    case Step::area: {
      double const rest = stock.reported_km2 - stock.after_release_km2();
      return fmt::format("{}{} km2: {} reported", rest < 0 ? "-" : "+", area_text(std::fabs(rest)),
                         area_text(stock.reported_km2));
    }
    case Step::kind:
      return "confirmed and suspected, as reported";
    case Step::hidden:
      return "what is thought to be in no record yet";
    case Step::money:
      return "funding known since, and supposed";
    case Step::parameters:
      break;
  }
  return "capacity, shares, calibration, security";
}

/// A bar from one level to the next on a scale of so many columns.
class Scale {
 public:
  Scale(Movement const& moved, int columns)
      : columns_(columns), low_(moved.then), high_(moved.then) {
    double level = moved.then;
    for (auto const& step : moved.steps) {
      level += step.change;
      low_ = std::min(low_, level);
      high_ = std::max(high_, level);
    }
  }

  std::string bar(double from, double to) const {
    int const first = place(std::min(from, to));
    int const last = place(std::max(from, to));
    std::string text(static_cast<std::size_t>(first), ' ');
    if (first == last) return padded(text + "|", columns_ + 1, Align::left);
    for (int k = first; k < last; ++k) text += to > from ? "█" : "░";
    return padded(text, columns_ + 1, Align::left);
  }

 private:
  int place(double level) const {
    if (high_ <= low_) return 0;
    return static_cast<int>(std::lround((level - low_) / (high_ - low_) * columns_));
  }

  int columns_;
  double low_;
  double high_;
};

std::string without_trailing_space(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

}  // namespace

std::string text_of(Measure const& measure) {
  if (!is_date(measure)) return fmt::format("P(complete by {})", measure.by_end_of);
  return fmt::format("P{:.0f} date", 100 * measure.share);
}

std::string change_text(double change, Measure const& measure) {
  double const number = is_date(measure) ? 12 * change : 100 * change;
  auto const unit = is_date(measure) ? "months" : "points";
  if (std::fabs(number) < 0.05) return fmt::format("0 {}", unit);
  bool const fine = std::fabs(number) < 9.95;
  return fmt::format("{:+.{}f} {}", number, fine ? 1 : 0, unit);
}

std::optional<double> stock_of_step(Step step, StockMovement const& stock) {
  if (step == Step::time) return stock.forecast_km2;
  if (step == Step::release) return stock.after_release_km2();
  if (step == Step::area) return stock.reported_km2;
  return std::nullopt;
}

std::string waterfall(Movement const& moved, OverlayReport const& report, TableStyle const& style) {
  Scale const scale(moved, columns_of_bars(style.columns));
  auto const line = [&](std::string const& label, std::string const& level,
                        std::string const& change, std::string const& bar,
                        std::string const& remark) {
    auto text = "  " + padded(label, label_columns, Align::left) +
                padded(level, level_columns, Align::right) +
                padded(change, change_columns, Align::right) + "  " + bar + " ";
    int const room = style.columns - width_of(text);
    return without_trailing_space(text + (room > 12 ? shortened(remark, room) : std::string{}));
  };
  auto const& frozen = report.frozen.provenance;
  auto text = line(fmt::format("end of {}", frozen.origin), level_text(moved.then, moved.measure),
                   "", scale.bar(moved.then, moved.then), "as frozen");
  double level = moved.then;
  for (auto const& step : moved.steps) {
    double const next = level + step.change;
    text += line(label_of(step.step), level_text(next, moved.measure),
                 change_text(step.change, moved.measure), scale.bar(level, next),
                 remark_of(step.step, moved.stock));
    level = next;
  }
  return text + line(fmt::format("end of {}", report.today.origin),
                     level_text(moved.now, moved.measure),
                     change_text(moved.now - moved.then, moved.measure),
                     scale.bar(moved.now, moved.now), "as seen now");
}

}  // namespace minefree::report
