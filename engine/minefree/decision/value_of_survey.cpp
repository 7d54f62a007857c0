#include <minefree/decision/value_of_survey.hpp>

#include <algorithm>
#include <utility>

#include <minefree/ensemble/recorder.hpp>

namespace minefree {
namespace {

constexpr double most_intensity = 100;      // that a scenario may ask for
constexpr double most_beyond_share = 0.05;  // of futures, in a range that is measured

double horizon_end(Plan const& plan) { return plan.world.origin + 1 + plan.world.years; }

std::vector<int> groups_of(Plan const& plan, std::size_t trajectories) {
  std::vector<int> groups(trajectories);
  for (std::size_t n = 0; n < trajectories; ++n) {
    groups[n] = model::group_of(n, plan.world.calibration_rows);
  }
  return groups;
}

std::vector<double> censored(std::vector<double> dates, double end) {
  for (double& date : dates) date = std::min(date, end);
  return dates;
}

std::vector<double> differences(std::vector<double> other, std::vector<double> const& base) {
  for (std::size_t n = 0; n < base.size(); ++n) other[n] -= base[n];
  return other;
}

std::vector<double> shares_complete_by(CountrySamples const& samples,
                                       std::vector<int> const& targets) {
  std::vector<double> shares;
  for (int const target : targets) {
    auto const complete = std::ranges::count_if(samples.completed_at,
                                                [=](double date) { return date <= target + 1; });
    shares.push_back(static_cast<double>(complete) /
                     static_cast<double>(samples.completed_at.size()));
  }
  return shares;
}

/// The columns of an unknown, as the regressions take them.
std::vector<SampleColumn> columns_of(Unknown unknown, CountrySamples const& samples) {
  switch (unknown) {
    case Unknown::confirmed_share:
      return {samples.confirmed_share};
    case Unknown::hidden_land:
      return {samples.undiscovered_km2};
    case Unknown::both:
      break;
  }
  return {samples.confirmed_share, samples.undiscovered_km2};
}

/// Signals of one unknown alone: the other's is empty.
std::array<std::vector<double>, 2> of_unknown(Unknown unknown, std::vector<double> const& share,
                                              std::vector<double> const& hidden) {
  std::array<std::vector<double>, 2> signals;
  if (unknown != Unknown::hidden_land) signals[0] = share;
  if (unknown != Unknown::confirmed_share) signals[1] = hidden;
  return signals;
}

ByUnknown<Narrowing> narrowings(std::vector<double> const& share, std::vector<double> const& hidden,
                                DateSample const& dates, DateRange const& range) {
  ByUnknown<Narrowing> result;
  for (std::size_t k = 0; k < all_unknowns.size(); ++k) {
    result[k] = narrowing_by(of_unknown(all_unknowns[k], share, hidden), dates, range);
  }
  return result;
}

/// One country with what its samples are held against.
class Country {
 public:
  /// `dates` go on to the end of the longer plan.
  Country(SurveyPlans const& plans, std::size_t k, CountrySamples samples,
          std::vector<double> dates)
      : plan_(plans.plan),
        country_(plans.plan.countries[k]),
        longer_end_(horizon_end(plans.longer)),
        samples_(std::move(samples)),
        longer_dates_(std::move(dates)),
        groups_(groups_of(plans.plan, samples_.completed_at.size())) {
    value.code = country_.code;
    value.regime = country_.security.first_regime;
    value.prices = survey_prices(samples_);
    value.price_is_prior = country_.funding.mean_musd <= 0;
    measure_dates();
    auto const until_horizon = censored(samples_.completed_at, horizon_end(plan_));
    for (std::size_t u = 0; u < all_unknowns.size(); ++u) {
      value.explained[u] =
          explained_share(until_horizon, columns_of(all_unknowns[u], samples_), groups_);
    }
  }

  void add_amount(double musd) {
    SurveyValueAt at{.musd = musd};
    at.intensity = survey_intensity(value.prices, musd);
    at.campaign = campaign_of(value.prices, musd);
    if (value.range) {
      auto const output = country_.security.output[static_cast<std::size_t>(value.regime)];
      auto const share = signal_of_confirmed_share(samples_, at.campaign, plan_.world.seed);
      auto const hidden = signal_of_hidden_land(samples_, at.campaign, output, plan_.world.seed);
      at.narrowing = narrowings(share, hidden, dates(), *value.range);
    }
    value.at.push_back(std::move(at));
  }

  /// What the money does, once the futures with it are simulated.
  void add_actions(std::size_t amount, CountrySamples const& clearance,
                   CountrySamples const& survey) {
    SurveyValueAt& at = value.at[amount];
    std::array<std::vector<double>, all_actions.size()> gained;
    std::array<CountrySamples const*, all_actions.size()> const samples{&samples_, &clearance,
                                                                        &survey};
    std::vector<SampleColumn> payoffs;
    for (std::size_t a = 0; a < all_actions.size(); ++a) {
      gained[a] = differences(samples[a]->free_years, samples_.free_years);
      payoffs.push_back(gained[a]);
      at.years_gained[a] = mean_by_groups(gained[a], groups_);
      at.complete_by[a] = shares_complete_by(*samples[a], plan_.targets);
    }
    for (std::size_t u = 0; u < all_unknowns.size(); ++u) {
      at.evppi_years[u] = evppi(payoffs, columns_of(all_unknowns[u], samples_), groups_);
    }
  }

  StateSurveyValue value;

 private:
  DateSample dates() const {
    return {.dates = longer_dates_,
            .groups = groups_,
            .calibration_rows = plan_.world.calibration_rows,
            .horizon_end = longer_end_};
  }

  /// The widest range of dates that lies within the horizon, and after a survey of everything at
  /// least within the longer one.
  void measure_dates() {
    auto const end = horizon_end(plan_);
    auto const complete =
        std::ranges::count_if(samples_.completed_at, [=](double date) { return date <= end; });
    value.completed_share =
        static_cast<double>(complete) / static_cast<double>(samples_.completed_at.size());
    Campaign const all{.suspected_share = 1 - value.prices.blocked_share, .usual_years = 0};
    auto const seed = plan_.world.seed;
    auto const share = signal_of_confirmed_share(samples_, all, seed);
    auto const hidden = signal_of_all_hidden_land(samples_, value.prices, seed);
    for (DateRange const& range : {p10_to_p90, p10_to_p80, p10_to_p50}) {
      if (value.completed_share < range.high) continue;
      auto const width = width_of(dates(), range);
      if (!width) continue;
      auto const by_all = narrowings(share, hidden, dates(), range);
      if (by_all.back().beyond_share > most_beyond_share) continue;
      value.range = range;
      value.width = *width;
      value.narrowing_by_all = by_all;
      return;
    }
  }

  Plan const& plan_;
  model::CountryPlan const& country_;
  double longer_end_;
  CountrySamples samples_;
  std::vector<double> longer_dates_;
  std::vector<int> groups_;
};

template <class Change>
Plan with_years_changed(Plan plan, Change change) {
  for (std::size_t k = 0; k < plan.countries.size(); ++k) {
    model::CountryPlan& country = plan.countries[k];
    for (std::size_t t = 0; t < country.years.size(); ++t) {
      if (country.first_year + static_cast<int>(t) >= 0) change(k, country.years[t]);
    }
  }
  return plan;
}

}  // namespace

Plan with_money(Plan plan, double musd_per_year) {
  return with_years_changed(std::move(plan), [=](std::size_t, model::CountryYear& year) {
    year.added_musd += musd_per_year;
  });
}

Plan with_survey(Plan plan, std::vector<double> const& intensity) {
  return with_years_changed(std::move(plan), [&](std::size_t k, model::CountryYear& year) {
    year.survey_intensity = std::min(year.survey_intensity * intensity[k], most_intensity);
  });
}

std::optional<std::vector<StateSurveyValue>> value_of_survey(SurveyPlans const& plans,
                                                             std::vector<double> const& musd,
                                                             Sampler const& sample) {
  Plan const& plan = plans.plan;
  auto today = sample(plan);
  auto longer = sample(plans.longer);
  if (today.size() != plan.countries.size() || longer.size() != today.size()) return std::nullopt;
  std::vector<Country> countries;
  countries.reserve(plan.affected);
  for (std::size_t k = 0; k < plan.affected; ++k) {
    countries.emplace_back(plans, k, std::move(today[k]), std::move(longer[k].completed_at));
    for (double const amount : musd) countries.back().add_amount(amount);
  }
  for (std::size_t a = 0; a < musd.size(); ++a) {
    std::vector<double> intensity(plan.countries.size(), 1);
    for (std::size_t k = 0; k < countries.size(); ++k) {
      intensity[k] = countries[k].value.at[a].intensity;
    }
    Plan const richer = with_money(plan, musd[a]);
    auto const clearance = sample(richer);
    auto const survey = sample(with_survey(richer, intensity));
    if (clearance.size() != plan.countries.size() || survey.size() != clearance.size()) {
      return std::nullopt;
    }
    for (std::size_t k = 0; k < countries.size(); ++k) {
      countries[k].add_actions(a, clearance[k], survey[k]);
    }
  }
  std::vector<StateSurveyValue> values;
  for (Country& country : countries) values.push_back(std::move(country.value));
  return values;
}

}  // namespace minefree
