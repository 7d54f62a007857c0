#include <cstddef>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include <minefree/report/html/charts.hpp>
#include <minefree/report/html/phrases.hpp>
#include <minefree/report/html/plot.hpp>
#include <minefree/report/sentences.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report::html {

namespace {

constexpr int months_of_a_year = 12;

std::string sentence_of(RunSummary const& summary, StateSummary const& state) {
  auto const horizon = summary.provenance.horizon;
  auto const& completion = state.projection->completion;
  auto const half = quantile_at(completion.quantiles, 0.5);
  auto const eight = quantile_at(completion.quantiles, 0.8);
  auto text = half ? fmt::format("Of 10 futures, {} has completed in 5 by {}", state.name,
                                 calendar_year(*half))
                   : fmt::format("Of 10 futures, {} has completed in fewer than 5 by {}",
                                 state.name, horizon);
  if (half) {
    text += eight ? fmt::format(" and in 8 by {}", calendar_year(*eight))
                  : fmt::format(" and in fewer than 8 by {}", horizon);
  }
  text += ".";
  auto const& probability = state.probability;
  if (probability.deadline && probability.deadline_met) {
    text += fmt::format(" The Article 5 deadline of {} is met in {}.",
                        day_in_words(*probability.deadline), of_futures(*probability.deadline_met));
  }
  auto const& plan = state.plain.own_plan;
  if (plan && state.plan.probability_met) {
    text += fmt::format(" The state's own date, {}, is met in {}.", day_in_words(*plan),
                        of_futures(*state.plan.probability_met));
  }
  text += fmt::format(" Never within the horizon ({}): {}.", horizon,
                      of_futures(completion.never_share));
  return text;
}

void mark_share(Plot& plot, Span years, double date, double share, std::string const& words) {
  plot.svg().path("thin", {plot.at(years.from, share), plot.at(date, share), plot.at(date, 0)});
  plot.svg().dot("rep", plot.at(date, share), 3.4);
  auto const at = plot.at(date, share);
  plot.label("on b", {at.x + 2, at.y + 11}, words);
}

}  // namespace

Chart date_chart(RunSummary const& summary, StateSummary const& state) {
  auto const& completion = state.projection->completion;
  Chart chart{.title = fmt::format("{}: when is the last known mined area cleared?", state.name),
              .sentence = sentence_of(summary, state),
              .picture = {}};
  Span const years{static_cast<double>(summary.years.front()),
                   static_cast<double>(summary.provenance.horizon + 1)};
  Plot plot({.id = state.code + "-date",
             .title = chart.title,
             .description = chart.sentence,
             .unit = "% of futures complete by then; a year's mark is its 1 January",
             .years = {years.from - 0.6, years.to},
             .values = {0, 104},
             .key = {}});
  std::vector<Point> curve{plot.at(years.from, 0)};
  std::uint64_t complete = 0;
  for (std::size_t month = 0; month < completion.by_month.size(); ++month) {
    complete += completion.by_month[month];
    double const share =
        static_cast<double>(complete) / static_cast<double>(summary.provenance.trajectories);
    curve.push_back(
        plot.at(years.from + static_cast<double>(month + 1) / months_of_a_year, 100 * share));
  }
  curve = without_needless(curve);
  auto under = curve;
  under.push_back(plot.at(years.to, 0));
  plot.svg().area("b90", under);
  plot.svg().path("mid", curve);

  auto const& plan = state.plain.own_plan;
  auto const inside = [&](std::string const& day) {
    double const at = decimal_year_of(day);
    return at >= years.from - 0.6 && at <= years.to;
  };
  auto const& deadline = state.probability.deadline;
  if (deadline && inside(*deadline)) {
    plot.mark_year("due", decimal_year_of(*deadline), "deadline " + deadline->substr(0, 7));
  }
  if (plan && inside(*plan)) {
    plot.mark_year("plan", decimal_year_of(*plan), "own plan " + plan->substr(0, 7), 1);
  }
  for (double const share : {0.5, 0.8}) {
    auto const date = quantile_at(completion.quantiles, share);
    if (!date) continue;
    mark_share(plot, years, *date, 100 * share,
               fmt::format("P{:.0f} {}", 100 * share, calendar_year(*date)));
  }
  chart.picture = std::move(plot).finish();
  return chart;
}

}  // namespace minefree::report::html
