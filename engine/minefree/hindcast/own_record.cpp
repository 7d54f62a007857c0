#include <minefree/hindcast/own_record.hpp>

#include <algorithm>
#include <cstddef>

#include <minefree/model/purposes.hpp>
#include <minefree/random/boost_engine.hpp>

namespace minefree::hindcast {
namespace {

constexpr int replicates = 400;
constexpr int years_looked_back = 10;
constexpr int years_looked_ahead = 60;
constexpr std::size_t fewest_stocks = 3;
constexpr std::size_t fewest_releases = 2;
constexpr random::Key trend_seed{2025, 1};
constexpr random::Key renewal_seed{2025, 2};

/// Draws for one replicate of one state at one origin.
class Draw {
 public:
  Draw(random::Key seed, int replicate, KnownRecord const& known, StateData const& state)
      : engine_(seed, static_cast<std::uint32_t>(replicate),
                static_cast<std::uint32_t>(known.origin), model::state_code(state.code)) {}

  double one_of(std::vector<double> const& values) {
    return values[static_cast<std::size_t>((std::uint64_t{engine_()} * values.size()) >> 32U)];
  }

 private:
  random::AddressEngine engine_;
};

struct Line {
  double at_origin = 0;  // at the end of the origin
  double per_year = 0;
  double at(double years_ahead) const { return at_origin + per_year * years_ahead; }
};

struct Point {
  double years_ahead = 0;
  double km2 = 0;
};

/// Least squares.
Line fit(std::vector<Point> const& points) {
  auto const n = static_cast<double>(points.size());
  double mean_x = 0;
  double mean_y = 0;
  for (Point const& point : points) {
    mean_x += point.years_ahead / n;
    mean_y += point.km2 / n;
  }
  double xx = 0;
  double xy = 0;
  for (Point const& point : points) {
    xx += (point.years_ahead - mean_x) * (point.years_ahead - mean_x);
    xy += (point.years_ahead - mean_x) * (point.km2 - mean_y);
  }
  double const slope = xx > 0 ? xy / xx : 0;
  return {.at_origin = mean_y - slope * mean_x, .per_year = slope};
}

/// Values of all replicates, before they are put in order.
struct Values {
  std::array<std::vector<double>, scored_horizons.size()> stock, release;
  std::vector<double> date;
};

OwnRecordForecast in_order(Values values) {
  OwnRecordForecast forecast;
  for (std::size_t h = 0; h < scored_horizons.size(); ++h) {
    forecast.stock[h] = Distribution(std::move(values.stock[h]));
    forecast.release[h] = Distribution(std::move(values.release[h]));
  }
  forecast.date = Distribution(std::move(values.date));
  return forecast;
}

/// The end of a falling line, not before the origin.
double end_of(Line const& line, int origin) {
  if (line.at_origin <= 0) return origin + 1;
  if (line.per_year >= 0) return never;
  return origin + 1 - line.at_origin / line.per_year;
}

}  // namespace

OwnRecordForecast linear_trend(StateData const& state, KnownRecord const& known) {
  std::vector<Point> points;
  for (RecordedStock const& stock : stocks_of(known.history)) {
    if (stock.year <= known.origin - years_looked_back) continue;
    points.push_back({static_cast<double>(stock.year - known.origin), stock.total_km2()});
  }
  if (!known.stock || points.size() < fewest_stocks) return {};
  Line const line = fit(points);
  std::vector<double> residuals;
  for (Point const& point : points) residuals.push_back(point.km2 - line.at(point.years_ahead));

  Values values;
  for (int replicate = 0; replicate < replicates; ++replicate) {
    Draw draw(trend_seed, replicate, known, state);
    auto drawn = points;
    for (Point& point : drawn) point.km2 = line.at(point.years_ahead) + draw.one_of(residuals);
    Line const refitted = fit(drawn);
    for (std::size_t h = 0; h < scored_horizons.size(); ++h) {
      double const ahead = scored_horizons[h];
      values.stock[h].push_back(std::max(0.0, refitted.at(ahead) + draw.one_of(residuals)));
      double const now = std::max(0.0, refitted.at_origin);
      values.release[h].push_back(std::max(0.0, now - std::max(0.0, refitted.at(ahead))));
    }
    values.date.push_back(end_of(refitted, known.origin));
  }
  return in_order(std::move(values));
}

OwnRecordForecast unpooled_renewal(StateData const& state, KnownRecord const& known) {
  std::vector<double> releases;
  for (YearlyRelease const& year : known.releases) {
    if (year.year > known.origin - years_looked_back) releases.push_back(year.km2);
  }
  if (!known.stock || releases.size() < fewest_releases) return {};

  Values values;
  for (int replicate = 0; replicate < replicates; ++replicate) {
    Draw draw(renewal_seed, replicate, known, state);
    double left = known.stock->total_km2();
    double released = 0;  // since the origin
    double date = never;
    std::size_t next = 0;
    int const last = known.origin + years_looked_ahead;
    for (int year = known.stock->year + 1; year <= last; ++year) {
      double const work = draw.one_of(releases);
      double const done = std::min(left, work);
      if (left > 0 && left <= work) date = std::max<double>(year + left / work, known.origin + 1);
      left -= done;
      if (year > known.origin) released += done;
      if (next < scored_horizons.size() && year == known.origin + scored_horizons[next]) {
        values.stock[next].push_back(left);
        values.release[next].push_back(released);
        ++next;
      }
      if (left <= 0 && next == scored_horizons.size()) break;
    }
    values.date.push_back(date);
  }
  return in_order(std::move(values));
}

}  // namespace minefree::hindcast
