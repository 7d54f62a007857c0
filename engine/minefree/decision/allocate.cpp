#include <minefree/decision/allocate.hpp>

#include <algorithm>
#include <cmath>

#include <minefree/decision/one_country.hpp>
#include <minefree/decision/share_out.hpp>

namespace minefree {
namespace {

/// Draws that choose a split flatter it; another seed judges it.
constexpr std::uint64_t steps_to_fresh_seed = 1;

double people_of(AllocationQuestion const& question, std::size_t country) {
  return question.people_per_km2[country].value_or(0);
}

/// The plan of a country that is varied, up to where its completions by the year are final.
Plan plan_to_vary(Plan const& plan, std::size_t country, int by) {
  Plan uncoupled = plan;
  uncoupled.world.reallocate_share = 0;
  Plan one = plan_of_country(uncoupled, country);
  end_with(by + years_until_declared(one.countries.front()), one);
  return one;
}

Plan with_money(Plan plan, double musd_per_year, Years years, std::size_t place) {
  add_money(musd_per_year, years, plan, place);
  return plan;
}

/// Trajectories of each group that has some.
std::vector<double> sizes_of(std::vector<Ensemble> const& groups) {
  std::vector<double> sizes;
  for (Ensemble const& group : groups) {
    if (group.trajectories > 0) sizes.push_back(static_cast<double>(group.trajectories));
  }
  return sizes;
}

/// Tabulates what one country does with money.
class Tabulator {
 public:
  Tabulator(Plan const& plan, std::size_t country, AllocationQuestion const& question)
      : plan_(plan_to_vary(plan, country, question.by)),
        question_(question),
        limits_(question.limits[country]),
        people_(people_of(question, country)),
        years_(question.by - plan.world.origin) {}

  /// Nothing when it was stopped.
  std::optional<GainCurve> curve(Simulate const& simulate, SimulateGroups const& in_groups) const {
    GainCurve curve;
    auto const none = simulate(plan_);
    if (!none) return std::nullopt;
    curve.gain.push_back(0);
    curve.unspent.push_back(0);
    for (int lumps = 1; lumps <= most_by_limits(); ++lumps) {
      double const musd = lumps * lump();
      auto const some = simulate(with_money(plan_, musd, question_.years, 0));
      if (!some) return std::nullopt;
      double const unspent = unspent_part(*none, *some, musd);
      if (unspent > question_.most_unspent_share && lumps > least()) break;
      curve.gain.push_back(of(*some) - of(*none));
      curve.unspent.push_back(unspent);
      curve.most_lumps = lumps;
    }
    auto const marginal = gain_of_one_million(in_groups);
    if (!marginal) return std::nullopt;
    curve.of_one_million = *marginal;
    return curve;
  }

  int least() const { return static_cast<int>(std::ceil(limits_.least / lump() - 1e-9)); }

 private:
  double lump() const { return question_.budget_musd / question_.lumps; }

  int most_by_limits() const {
    double const most =
        std::min(limits_.most.value_or(question_.budget_musd), question_.budget_musd);
    return static_cast<int>(std::floor(most / lump() + 1e-9));
  }

  double of(Ensemble const& ensemble) const {
    return outcome(question_.objective, ensemble, 0, years_, people_);
  }

  /// Of the additional money, the share that teams cannot take up.
  double unspent_part(Ensemble const& none, Ensemble const& some, double musd) const {
    double const before = unspent_musd_per_year(plan_, none, 0, question_.years);
    double const after = unspent_musd_per_year(plan_, some, 0, question_.years);
    return std::max(0.0, after - before) / musd;
  }

  std::optional<Estimate> gain_of_one_million(SimulateGroups const& in_groups) const {
    auto const none = in_groups(plan_);
    if (!none) return std::nullopt;
    auto const one = in_groups(with_money(plan_, 1, question_.years, 0));
    if (!one) return std::nullopt;
    std::vector<double> gains;
    for (std::size_t group = 0; group < none->size(); ++group) {
      if ((*none)[group].trajectories > 0) gains.push_back(of((*one)[group]) - of((*none)[group]));
    }
    return mean_of_groups(gains, sizes_of(*none));
  }

  Plan plan_;
  AllocationQuestion const& question_;
  MoneyLimits limits_;
  double people_;
  int years_;
};

std::vector<double> best_split(AllocationQuestion const& question,
                               std::vector<GainCurve> const& curves,
                               std::vector<int> const& least) {
  std::vector<Taker> takers;
  for (std::size_t k = 0; k < curves.size(); ++k) {
    bool const takes = !curves[k].gain.empty();
    takers.push_back({.gain = takes ? curves[k].gain : std::vector<double>{0},
                      .least = takes ? least[k] : 0,
                      .most = curves[k].most_lumps});
  }
  std::vector<double> musd;
  for (int const lumps : share_out(takers, question.lumps)) {
    musd.push_back(lumps * question.budget_musd / question.lumps);
  }
  return musd;
}

/// The budget in proportion to weights.
std::vector<double> in_proportion(double budget_musd, std::vector<double> weights) {
  double sum = 0;
  for (double const weight : weights) sum += weight;
  for (double& weight : weights) weight = sum > 0 ? budget_musd * weight / sum : 0;
  return weights;
}

/// Judges splits by draws that chose none of them.
class Judge {
 public:
  Judge(Plan const& plan, AllocationQuestion const& question, SimulateGroups const& in_groups)
      : plan_(plan), question_(question), in_groups_(in_groups) {
    plan_.world.seed += steps_to_fresh_seed;
    without_ = in_groups_(plan_);
  }

  bool stopped() const { return !without_.has_value(); }

  std::vector<double> sizes() const { return sizes_of(*without_); }

  /// Gains of each country and of all, group by group; nothing when it was stopped.
  std::optional<std::vector<double>> judge(Split& split) const {
    Plan plan = plan_;
    for (std::size_t k = 0; k < split.musd.size(); ++k)
      add_money(split.musd[k], question_.years, plan, k);
    auto const with = in_groups_(plan);
    if (!with) return std::nullopt;
    std::vector<double> sums(sizes().size(), 0.0);
    for (std::size_t country = 0; country < split.musd.size(); ++country) {
      std::vector<double> gains;
      if (question_.takes_part[country]) gains = gains_of(country, *with);
      for (std::size_t group = 0; group < gains.size(); ++group) sums[group] += gains[group];
      split.gains.push_back(gains.empty() ? Estimate{} : mean_of_groups(gains, sizes()));
    }
    split.gain = mean_of_groups(sums, sizes());
    return sums;
  }

 private:
  std::vector<double> gains_of(std::size_t country, std::vector<Ensemble> const& with) const {
    int const years = question_.by - plan_.world.origin;
    double const people = people_of(question_, country);
    std::vector<double> gains;
    for (std::size_t group = 0; group < with.size(); ++group) {
      if (with[group].trajectories == 0) continue;
      gains.push_back(outcome(question_.objective, with[group], country, years, people) -
                      outcome(question_.objective, (*without_)[group], country, years, people));
    }
    return gains;
  }

  Plan plan_;
  AllocationQuestion const& question_;
  SimulateGroups const& in_groups_;
  std::optional<std::vector<Ensemble>> without_;
};

Estimate difference(std::vector<double> left, std::vector<double> const& right,
                    std::vector<double> const& sizes) {
  for (std::size_t group = 0; group < left.size(); ++group) left[group] -= right[group];
  return mean_of_groups(left, sizes);
}

/// False when it was stopped.
bool judge_splits(Plan const& plan, AllocationQuestion const& question,
                  SimulateGroups const& in_groups, Allocation& allocation) {
  Judge const judge(plan, question, in_groups);
  if (judge.stopped()) return false;
  auto const best = judge.judge(allocation.best);
  auto const equal = best ? judge.judge(allocation.equal) : std::nullopt;
  auto const proportional = equal ? judge.judge(allocation.proportional) : std::nullopt;
  if (!proportional) return false;
  allocation.best_less_equal = difference(*best, *equal, judge.sizes());
  allocation.best_less_proportional = difference(*best, *proportional, judge.sizes());
  return true;
}

}  // namespace

std::optional<Allocation> allocate(Plan const& plan, AllocationQuestion const& question,
                                   Ensemble const& now, Simulate const& simulate,
                                   SimulateGroups const& in_groups) {
  Allocation allocation;
  std::vector<int> least;
  std::vector<double> equal;
  std::vector<double> usual;
  for (std::size_t country = 0; country < plan.affected; ++country) {
    bool const considered = question.takes_part[country];
    allocation.curves.emplace_back();
    equal.push_back(considered ? 1 : 0);
    usual.push_back(considered ? usual_musd_per_year(plan, now, country, question.years) : 0);
    Tabulator const tabulator(plan, country, question);
    least.push_back(tabulator.least());
    if (!considered) continue;
    auto curve = tabulator.curve(simulate, in_groups);
    if (!curve) return std::nullopt;
    allocation.curves.back() = std::move(*curve);
  }
  allocation.best.musd = best_split(question, allocation.curves, least);
  allocation.equal.musd = in_proportion(question.budget_musd, equal);
  allocation.proportional.musd = in_proportion(question.budget_musd, usual);
  double const lump = question.budget_musd / question.lumps;
  for (std::size_t k = 0; k < allocation.curves.size(); ++k) {
    if (allocation.curves[k].gain.empty()) continue;
    auto const lumps = static_cast<std::size_t>(std::lround(allocation.best.musd[k] / lump));
    allocation.promised_gain += allocation.curves[k].gain[lumps];
  }
  if (!judge_splits(plan, question, in_groups, allocation)) return std::nullopt;
  return allocation;
}

}  // namespace minefree
