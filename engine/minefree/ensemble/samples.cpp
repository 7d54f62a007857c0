#include <minefree/ensemble/samples.hpp>

#include <algorithm>

#include <minefree/ensemble/batch.hpp>

namespace minefree {
namespace {

using model::Batch;
using model::CountryState;
using model::OptionalParts;
using model::Released;

/// Keeps one trajectory's numbers in their place, where the recorder of a run counts them.
class SampleRecorder {
 public:
  SampleRecorder(Plan const& plan, std::size_t trajectories, std::vector<CountrySamples>& out)
      : plan_(plan), trajectories_(trajectories), out_(out) {}

  void go_to(std::size_t place) { place_ = place; }

  void started(std::size_t k, CountryState<double> const& state) {
    CountrySamples& s = out_[k];
    auto const trait = [&](Parameter parameter) { return state.traits[parameter]; };
    s.confirmed_share[place_] = trait(Parameter::confirmed_share);
    s.reduced_share[place_] = trait(Parameter::reduced_share);
    s.survey_cost_ratio[place_] = trait(Parameter::survey_cost_ratio);
    s.technical_survey_cost_ratio[place_] = trait(Parameter::technical_survey_cost_ratio);
    s.survey_preference[place_] = trait(Parameter::survey_preference);
    s.discovery_per_year[place_] = trait(Parameter::discovery_per_year);
    s.discovery_noise[place_] = trait(Parameter::discovery_noise);
    s.undiscovered_area_km2[place_] = trait(Parameter::undiscovered_area_km2);
    s.confirmed_share_noise[place_] = trait(Parameter::confirmed_share_noise);
    s.blocked_share[place_] = trait(Parameter::blocked_share);
    s.reported_capacity_km2_per_year[place_] = state.programme.reported_capacity_km2_per_year;
    s.mean_musd[place_] = state.money.mean_musd;
    s.suspected_km2[place_] = state.land.suspected_km2;
    s.confirmed_km2[place_] = state.land.confirmed_km2;
    s.undiscovered_km2[place_] = state.land.undiscovered_km2;
    s.funding_musd[place_] = 0;
    s.free_years[place_] = 0;
  }

  void lived(std::size_t k, int year, CountryState<double> const& state, Released<double> const&) {
    CountrySamples& s = out_[k];
    s.funding_musd[place_] += state.money.funding_musd;
    if (state.completion.finished) {
      s.free_years[place_] += std::min(1.0, year + 1 - state.completion.completed_at);
    }
    int const calendar_year = plan_.world.origin + 1 + year;
    auto const target = std::ranges::find(plan_.targets, calendar_year);
    if (target == plan_.targets.end()) return;
    auto const index = static_cast<std::size_t>(target - plan_.targets.begin());
    s.remaining_km2[index * trajectories_ + place_] =
        state.land.suspected_km2 + state.land.confirmed_km2;
  }

  void counted(std::size_t, int, OptionalParts<double> const&) {}

  void ended(Batch<double> const& batch) {
    for (std::size_t k = 0; k < out_.size(); ++k) {
      out_[k].completed_at[place_] = decimal_year(batch.completed_at[k]);
    }
  }

 private:
  double decimal_year(double years) const {
    if (!(years <= plan_.world.years)) return beyond_horizon;
    return plan_.world.origin + 1 + years;
  }

  Plan const& plan_;
  std::size_t trajectories_;
  std::vector<CountrySamples>& out_;
  std::size_t place_ = 0;
};

}  // namespace

std::array<std::vector<double>*, 19> columns_of(CountrySamples& samples) {
  return {&samples.confirmed_share,
          &samples.reduced_share,
          &samples.survey_cost_ratio,
          &samples.technical_survey_cost_ratio,
          &samples.survey_preference,
          &samples.discovery_per_year,
          &samples.discovery_noise,
          &samples.undiscovered_area_km2,
          &samples.confirmed_share_noise,
          &samples.blocked_share,
          &samples.reported_capacity_km2_per_year,
          &samples.mean_musd,
          &samples.suspected_km2,
          &samples.confirmed_km2,
          &samples.undiscovered_km2,
          &samples.completed_at,
          &samples.free_years,
          &samples.remaining_km2,
          &samples.funding_musd};
}

std::vector<CountrySamples> empty_samples(Plan const& plan, std::size_t trajectories) {
  CountrySamples empty;
  for (auto* const column : columns_of(empty)) column->assign(trajectories, 0);
  empty.remaining_km2.assign(plan.targets.size() * trajectories, 0);
  return {plan.countries.size(), empty};
}

void sample_into(Plan const& plan, Range range, std::uint64_t first_place,
                 std::vector<CountrySamples>& out, std::stop_token stop) {
  if (out.empty()) return;
  Batch<double> batch(plan);
  SampleRecorder recorder(plan, out.front().completed_at.size(), out);
  for (std::uint64_t done = 0; done < range.count && !stop.stop_requested(); ++done) {
    std::uint64_t const trajectory = range.first + done;
    recorder.go_to(static_cast<std::size_t>(trajectory - first_place));
    model::simulate_batch(batch, trajectory, recorder);
  }
}

}  // namespace minefree
