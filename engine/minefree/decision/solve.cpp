#include <minefree/decision/solve.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include <minefree/decision/completion_dates.hpp>
#include <minefree/decision/one_country.hpp>

namespace minefree {
namespace {

constexpr double unlimited_musd_per_year = 1e6;
constexpr double smallest_musd_per_year = 0.01;
constexpr double precision = 0.005;  // relative
constexpr int digits = 3;

/// The plan to vary: of the country alone where states do not hand money on.
struct Subject {
  Plan plan;
  std::size_t place = 0;
};

Subject subject_of(Plan const& plan, std::size_t country) {
  if (plan.world.reallocate_share > 0) return {plan, country};
  return {plan_of_country(plan, country), 0};
}

/// Rounds up to three significant digits.
double rounded_up(double musd) {
  double const unit = std::pow(10, std::floor(std::log10(musd)) - (digits - 1));
  return std::ceil(musd / unit * (1 - 1e-12)) * unit;
}

/// Tries sums of money on one country, one after another.
class Trials {
 public:
  Trials(Subject subject, MoneyQuestion const& question, Simulate const& simulate)
      : subject_(std::move(subject)), question_(question), simulate_(simulate) {
    auto const& country = subject_.plan.countries[subject_.place];
    if (subject_.plan.affected == 1) {
      end_with(question.by + years_until_declared(country), subject_.plan);
    }
  }

  /// With additional money, and bounds supposed away. Once stopped, nothing more is simulated.
  Chance chance_with(double musd_per_year, std::vector<Bound> const& lifted = {}) {
    Plan plan = subject_.plan;
    add_money(musd_per_year, question_.years, plan, subject_.place);
    for (Bound const bound : lifted) lift(bound, question_.by, plan, subject_.place);
    auto const ensemble = stopped_ ? std::nullopt : simulate_(plan);
    stopped_ = !ensemble.has_value();
    if (stopped_) return {};
    unspent_share_ = minefree::unspent_share(plan, *ensemble, subject_.place, question_.years);
    return chance_of(plan, *ensemble, subject_.place, question_.by);
  }

  bool reaches(double musd_per_year) {
    return chance_with(musd_per_year).probability >= question_.probability;
  }

  bool stopped() const { return stopped_; }
  double unspent_share() const { return unspent_share_; }  // of the last trial

 private:
  Subject subject_;
  MoneyQuestion const& question_;
  Simulate const& simulate_;
  bool stopped_ = false;
  double unspent_share_ = 0;
};

/// The smallest sum that reaches the probability; the largest one allowed does.
double smallest_sum(Trials& trials, double guess, double most) {
  double enough = std::min(std::max(guess, smallest_musd_per_year), most);
  double too_little = 0;
  while (enough < most && !trials.reaches(enough) && !trials.stopped()) {
    too_little = enough;
    enough = std::min(2 * enough, most);
  }
  while (enough - too_little > std::max(precision * enough, smallest_musd_per_year) &&
         !trials.stopped()) {
    double const middle = (too_little + enough) / 2;
    (trials.reaches(middle) ? enough : too_little) = middle;
  }
  return std::min(rounded_up(enough), most);
}

/// The error of the sum: that of the probability over what a little more money adds to it.
std::optional<double> error_of_sum(Trials& trials, double musd_per_year, double error) {
  constexpr double step = 1.2;
  double const more = trials.chance_with(musd_per_year * step).probability;
  double const less = trials.chance_with(musd_per_year / step).probability;
  if (more <= less) return std::nullopt;
  return error * musd_per_year * (step - 1 / step) / (more - less);
}

constexpr std::array liftable{Bound::absorption, Bound::access, Bound::discovery};

/// The fewest bounds that must go together for money to do; none where all three are not enough.
std::vector<Bound> fewest_bounds(Trials& trials, std::vector<LiftedBound> const& lifted,
                                 double probability) {
  for (LiftedBound const& one : lifted) {
    if (one.probability >= probability) return {one.bound};
  }
  std::vector<Bound> best;
  double highest = 0;
  for (Bound const kept : liftable) {
    std::vector<Bound> pair;
    std::ranges::copy_if(liftable, std::back_inserter(pair), [=](Bound b) { return b != kept; });
    double const chance = trials.chance_with(unlimited_musd_per_year, pair).probability;
    if (chance >= probability && chance > highest) {
      best = pair;
      highest = chance;
    }
  }
  if (!best.empty()) return best;
  std::vector<Bound> const all(liftable.begin(), liftable.end());
  double const with_all = trials.chance_with(unlimited_musd_per_year, all).probability;
  return with_all >= probability ? all : std::vector<Bound>{};
}

/// Even unlimited money is not enough: which bound, supposed away, would help most?
void find_what_binds(Trials& trials, MoneyQuestion const& question, MoneyAnswer& answer) {
  for (Bound const bound : liftable) {
    answer.lifted.push_back(
        {bound, trials.chance_with(unlimited_musd_per_year, {bound}).probability});
  }
  std::ranges::stable_sort(answer.lifted, std::ranges::greater{}, &LiftedBound::probability);
  answer.needed = fewest_bounds(trials, answer.lifted, question.probability);
  bool const helps = answer.lifted.front().probability > answer.unlimited->probability;
  answer.binding = helps ? answer.lifted.front().bound : Bound::money;
}

}  // namespace

Chance chance_of(Plan const& plan, Ensemble const& ensemble, std::size_t country, int by) {
  CompletionDates const dates(ensemble, ensemble.states[country], plan.world.origin);
  bool const shares_rows = plan.world.calibration_rows > 0;
  return {.probability = dates.share_by_end_of(by),
          .standard_error = dates.share_error_by_end_of(by, shares_rows)};
}

std::optional<MoneyAnswer> solve_money(Plan const& plan, std::size_t country,
                                       MoneyQuestion const& question, Ensemble const& now,
                                       Simulate const& simulate) {
  MoneyAnswer answer;
  answer.musd_per_year_now = usual_musd_per_year(plan, now, country, question.years);
  answer.now = chance_of(plan, now, country, question.by);
  answer.achieved = answer.now;
  if (answer.now.probability >= question.probability) {
    answer.reachable = true;
    answer.musd_per_year_additional = 0;
    answer.unspent_share = unspent_share(plan, now, country, question.years);
    return answer;
  }

  Trials trials(subject_of(plan, country), question, simulate);
  double const most = question.most_musd_per_year;
  answer.achieved = trials.chance_with(most);
  answer.reachable = answer.achieved.probability >= question.probability;
  if (answer.reachable) {
    double const sum = smallest_sum(trials, answer.musd_per_year_now / 16, most);
    answer.musd_per_year_additional = sum;
    answer.achieved = trials.chance_with(sum);
    answer.unspent_share = trials.unspent_share();
    answer.additional_standard_error = error_of_sum(trials, sum, answer.achieved.standard_error);
  } else {
    answer.unlimited = trials.chance_with(unlimited_musd_per_year);
    if (answer.unlimited->probability >= question.probability) {
      answer.binding = Bound::money;
    } else {
      find_what_binds(trials, question, answer);
    }
  }
  if (trials.stopped()) return std::nullopt;
  return answer;
}

std::optional<FundedRun> run_with_money(Plan const& plan, std::size_t country, double musd_per_year,
                                        Years years, Simulate const& simulate) {
  auto [with_money, place] = subject_of(plan, country);
  add_money(musd_per_year, years, with_money, place);
  auto ensemble = simulate(with_money);
  if (!ensemble) return std::nullopt;
  return FundedRun{std::move(with_money), place, std::move(*ensemble)};
}

}  // namespace minefree
