#include <minefree/hindcast/world_money.hpp>

#include <algorithm>
#include <cstddef>

#include <minefree/numeric/normal_quantile.hpp>
#include <minefree/numeric/portable_math.hpp>

namespace minefree::hindcast {
namespace {

constexpr std::size_t years_of_mean = 3;
constexpr int oldest_usable_years = 3;
constexpr int normal_steps = 200;
constexpr double offset_musd = 1;

/// The series as it was known, in prices of one year.
std::vector<WorldFundingYear> in_prices(std::vector<WorldFundingYear> years, int price_year,
                                        std::map<int, double> const& index) {
  auto const now = index.find(price_year);
  for (WorldFundingYear& year : years) {
    auto const then = index.find(year.year);
    if (now != index.end() && then != index.end()) year.musd *= now->second / then->second;
  }
  return years;
}

/// Persistent ups and downs from their stationary state: the same spread at every horizon.
Distribution around(double mean_musd, double log_sd) {
  std::vector<double> values;
  for (int k = 0; k < normal_steps; ++k) {
    double const e = numeric::normal_quantile((k + 0.5) / normal_steps);
    values.push_back(mean_musd * numeric::exp(log_sd * e - log_sd * log_sd / 2));
  }
  return Distribution(std::move(values));
}

double world_funding_sd(Scenario const& scenario) {
  auto const id = Parameter::world_funding_sd;
  auto const given = std::ranges::find(scenario.parameters, id, &ParameterValue::id);
  if (given != scenario.parameters.end()) return given->values.front().best;
  if (scenario.posterior) {
    auto const& draws = scenario.posterior->common[static_cast<std::size_t>(id)];
    if (!draws.empty()) return draws.quantile(0.5);
  }
  return info(id).fallback.front().best;
}

std::optional<double> money_of(std::vector<WorldFundingYear> const& years, int year) {
  auto const found = std::ranges::find(years, year, &WorldFundingYear::year);
  if (found == years.end()) return std::nullopt;
  return found->musd;
}

class World {
 public:
  World(Scenario const& scenario, std::vector<WorldFundingYear> const& rows)
      : scenario_(scenario), rows_(rows) {}

  std::vector<WorldFundingYear> told_by(int last_year, int published_by) const {
    return in_prices(world_funding_told_by(rows_, last_year, published_by), scenario_.origin,
                     scenario_.price_index);
  }

  /// The last reported year's money, if it is not too old.
  std::optional<double> last_known(int origin) const {
    auto const known = told_by(origin, origin + 1);
    if (known.empty() || known.back().year < origin - oldest_usable_years) return std::nullopt;
    return known.back().musd;
  }

  /// Errors of "as in the last year" at earlier origins.
  std::vector<double> errors(int ahead) const {
    std::vector<double> errors;
    for (int earlier = first_earlier_origin; earlier + ahead <= scenario_.origin; ++earlier) {
      auto const question = known_by(scenario_.origin, earlier, earlier + ahead);
      auto const truth =
          money_of(told_by(question->target, question->published_by), question->target);
      auto const last = last_known(earlier);
      if (truth && last) {
        errors.push_back(numeric::log(*truth + offset_musd) - numeric::log(*last + offset_musd));
      }
    }
    return errors;
  }

 private:
  Scenario const& scenario_;
  std::vector<WorldFundingYear> const& rows_;
};

}  // namespace

std::vector<Case> world_money_cases(Scenario const& scenario,
                                    std::vector<WorldFundingYear> const& rows) {
  constexpr std::size_t fewest_world_errors = 4;  // one series: the usual ten would leave nothing
  World const world(scenario, rows);
  auto const known = world.told_by(scenario.origin, scenario.origin + 1);
  auto const last = world.last_known(scenario.origin);
  std::vector<Case> cases;
  if (!last) return cases;
  double mean = 0;
  std::size_t const count = std::min(years_of_mean, known.size());
  for (std::size_t k = known.size() - count; k < known.size(); ++k) {
    mean += known[k].musd / static_cast<double>(count);
  }
  for (int const ahead : scored_horizons) {
    int const target = scenario.origin + ahead;
    auto const truth = money_of(world.told_by(target, target + years_until_settled), target);
    if (target > last_truth_year || !truth) continue;
    Case scored;
    scored.origin = scenario.origin;
    scored.state = "WLD";
    scored.variable = Variable::world_funding;
    scored.horizon = ahead;
    scored.truth = *truth;
    scored.offset = offset_musd;
    scored.forecasts.emplace(our_model, around(mean, world_funding_sd(scenario)));
    scored.forecasts.emplace("persistence", Distribution(std::vector<double>{*last}));
    auto const errors = world.errors(ahead);
    if (errors.size() >= fewest_world_errors) {
      scored.forecasts.emplace("persistence_spread", with_errors(*last, offset_musd, errors));
    }
    cases.push_back(std::move(scored));
  }
  return cases;
}

}  // namespace minefree::hindcast
