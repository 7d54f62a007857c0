#include <minefree/hindcast/forecast_land.hpp>

#include <algorithm>
#include <span>

#include <minefree/hindcast/distribution.hpp>

namespace minefree::hindcast {
namespace {

constexpr std::uint64_t most_futures = 2000;
constexpr double outside_middle = 0.4;  // share of the futures on each side

double known_km2(FutureYear const& future) { return future.confirmed_km2 + future.suspected_km2; }

}  // namespace

std::vector<FutureYear> futures_until(int last_year, Scenario scenario) {
  scenario.horizon = std::max(last_year, scenario.origin + 1);
  scenario.targets.clear();
  auto const plan = make_plan(scenario);
  return live_futures(plan, {.first = 0, .count = std::min(scenario.trajectories, most_futures)});
}

ForecastLand forecast_land(std::vector<FutureYear> const& futures, std::size_t country, int year) {
  std::vector<FutureYear const*> at;
  ForecastLand land;
  for (FutureYear const& future : futures) {
    if (future.country != country || future.year > year) continue;
    land.released_km2[future.year] +=
        future.cancelled_km2 + future.reduced_km2 + future.cleared_km2;
    if (future.year == year) at.push_back(&future);
  }
  for (auto& [of_year, sum] : land.released_km2) sum /= static_cast<double>(at.size());

  std::ranges::stable_sort(at, {}, [](FutureYear const* future) { return known_km2(*future); });
  auto const outside = static_cast<std::size_t>(static_cast<double>(at.size()) * outside_middle);
  std::span const middle(at.data() + outside, at.size() - 2 * outside);
  auto const n = static_cast<double>(middle.size());
  std::vector<double> undiscovered;
  for (FutureYear const* future : middle) {
    land.confirmed_km2 += future->confirmed_km2 / n;
    land.suspected_km2 += future->suspected_km2 / n;
    undiscovered.push_back(future->undiscovered_km2);
  }
  Distribution const hidden(std::move(undiscovered));
  land.undiscovered_km2 = {hidden.quantile(0.05), hidden.quantile(0.5), hidden.quantile(0.95)};
  return land;
}

}  // namespace minefree::hindcast
