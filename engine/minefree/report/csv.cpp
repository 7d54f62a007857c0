#include <minefree/report/csv.hpp>

#include <cstddef>
#include <string_view>

#include <fmt/format.h>

#include <minefree/report/csv_lines.hpp>

namespace minefree::report {

namespace {

template <class Visit>
void for_each_projection(RunSummary const& summary, Visit visit) {
  for (auto const& state : summary.states) {
    if (state.projection) visit(state, *state.projection);
  }
}

std::string completion(RunSummary const& summary) {
  CsvLines csv("state,month,count");
  for_each_projection(summary, [&](StateSummary const& state, StateProjection const& projection) {
    auto const& counts = projection.completion.by_month;
    for (std::size_t month = 0; month < counts.size(); ++month) {
      csv.row(state.code, fmt::format("{}-{:02}", summary.years[month / 12], month % 12 + 1),
              counts[month]);
    }
  });
  return csv.text();
}

std::string dates(RunSummary const& summary) {
  CsvLines csv("state,event,quantile,decimal_year");
  for_each_projection(summary, [&](StateSummary const& state, StateProjection const& projection) {
    auto const add = [&](std::string_view event, DateQuantiles const& quantiles) {
      for (auto const& quantile : quantiles) {
        csv.row(state.code, event, quantile.share,
                quantile.year ? fmt::format("{}", *quantile.year) : "");
      }
    };
    add("completion", projection.completion.quantiles);
    add("declaration", projection.declaration);
  });
  return csv.text();
}

std::string remaining(RunSummary const& summary) {
  CsvLines csv("state,year,quantile,area_km2");
  for_each_projection(summary, [&](StateSummary const& state, StateProjection const& projection) {
    auto const& area = projection.remaining_km2;
    for (std::size_t k = 0; k < summary.years.size(); ++k) {
      csv.row(state.code, summary.years[k], 0.05, area.p05[k]);
      csv.row(state.code, summary.years[k], 0.25, area.p25[k]);
      csv.row(state.code, summary.years[k], 0.5, area.p50[k]);
      csv.row(state.code, summary.years[k], 0.75, area.p75[k]);
      csv.row(state.code, summary.years[k], 0.95, area.p95[k]);
    }
  });
  return csv.text();
}

std::string release(RunSummary const& summary) {
  CsvLines csv("state,year,flow,mean_area_km2");
  for_each_projection(summary, [&](StateSummary const& state, StateProjection const& projection) {
    auto const& released = projection.released_km2;
    for (std::size_t k = 0; k < summary.years.size(); ++k) {
      csv.row(state.code, summary.years[k], "cancelled", released.cancelled[k]);
      csv.row(state.code, summary.years[k], "reduced", released.reduced[k]);
      csv.row(state.code, summary.years[k], "cleared", released.cleared[k]);
      csv.row(state.code, summary.years[k], "discovered", released.discovered[k]);
    }
  });
  return csv.text();
}

std::string funding(RunSummary const& summary) {
  CsvLines csv("state,year,flow,quantile,musd");
  for_each_projection(summary, [&](StateSummary const& state, StateProjection const& projection) {
    auto const& money = projection.funding_musd;
    for (std::size_t k = 0; k < summary.years.size(); ++k) {
      csv.row(state.code, summary.years[k], "total", 0.05, money.p05[k]);
      csv.row(state.code, summary.years[k], "total", 0.5, money.p50[k]);
      csv.row(state.code, summary.years[k], "total", 0.95, money.p95[k]);
      csv.row(state.code, summary.years[k], "unspent", 0.5, money.unspent_p50[k]);
    }
  });
  return csv.text();
}

std::string probability(RunSummary const& summary) {
  CsvLines csv("state,event,by,probability");
  for_each_projection(summary, [&](StateSummary const& state, StateProjection const& projection) {
    auto const& probabilities = state.probability;
    for (auto const& [year, share] : probabilities.by) csv.row(state.code, "complete", year, share);
    if (probabilities.deadline_met) {
      csv.row(state.code, "deadline_met", *probabilities.deadline, *probabilities.deadline_met);
    }
    if (state.plan.probability_met) {
      csv.row(state.code, "plan_met", *state.plain.own_plan, *state.plan.probability_met);
    }
    csv.row(state.code, "never_within_horizon", summary.provenance.horizon,
            projection.completion.never_share);
    if (probabilities.reopened_within_10_years) {
      csv.row(state.code, "reopened_within_10_years", "", *probabilities.reopened_within_10_years);
    }
  });
  return csv.text();
}

std::string world(RunSummary const& summary) {
  CsvLines csv("year,quantile,states_complete");
  for (std::size_t k = 0; k < summary.years.size(); ++k) {
    csv.row(summary.years[k], 0.1, summary.world.p10[k]);
    csv.row(summary.years[k], 0.5, summary.world.p50[k]);
    csv.row(summary.years[k], 0.9, summary.world.p90[k]);
  }
  return csv.text();
}

}  // namespace

std::map<std::string, std::string> csv_files(RunSummary const& summary) {
  auto files = optional_csv_files(summary);
  files.merge(std::map<std::string, std::string>{{"completion.csv", completion(summary)},
                                                 {"dates.csv", dates(summary)},
                                                 {"remaining.csv", remaining(summary)},
                                                 {"release.csv", release(summary)},
                                                 {"funding.csv", funding(summary)},
                                                 {"probability.csv", probability(summary)},
                                                 {"world.csv", world(summary)}});
  return files;
}

}  // namespace minefree::report
