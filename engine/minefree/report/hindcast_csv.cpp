#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/csv_lines.hpp>
#include <minefree/report/hindcast.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {
namespace {

using hindcast::Case;
using hindcast::HindcastResult;
using hindcast::ScoreRow;

constexpr double written_shares[] = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

std::string number(double value, int decimals) {
  return value == hindcast::never ? "" : shortest(rounded(value, decimals));
}

std::string horizon_text(std::optional<int> const& horizon) {
  return horizon ? std::to_string(*horizon) : "";
}

std::string low_text(ScoreRow const& row) {
  return row.interval ? number(row.interval->low, score_decimals) : "";
}

std::string high_text(ScoreRow const& row) {
  return row.interval ? number(row.interval->high, score_decimals) : "";
}

std::string basis_text(ResultBasis basis) {
  return basis == ResultBasis::data ? "data" : basis == ResultBasis::mixed ? "mixed" : "prior";
}

void add_scores(std::vector<ScoreRow> const& rows, std::string_view figures, CsvLines& csv) {
  for (ScoreRow const& row : rows) {
    csv.row(figures, origin_text(row), hindcast::name_of(row.mode), hindcast::name_of(row.variable),
            horizon_text(row.horizon), row.model, row.baseline.value_or(""), row.metric,
            number(row.value, score_decimals), low_text(row), high_text(row), row.n);
  }
}

std::string scores(HindcastResult const& result) {
  CsvLines csv("figures,origin,mode,variable,horizon,model,baseline,metric,value,low,high,n");
  add_scores(result.rows, "as_defined", csv);
  add_scores(result.redefined_rows, "redefined", csv);
  return csv.text();
}

/// Areas in km2, dates as decimal years, events as probabilities; an empty value is never.
std::string forecasts(HindcastResult const& result) {
  CsvLines csv("origin,mode,state,variable,horizon,basis,model,quantile,value,truth,redefined");
  for (Case const& scored : result.cases) {
    auto const row = [&](std::string const& model, std::string const& quantile, double value) {
      csv.row(scored.origin, hindcast::name_of(scored.mode), scored.state,
              hindcast::name_of(scored.variable), horizon_text(scored.horizon),
              basis_text(scored.basis), model, quantile, number(value, score_decimals),
              number(scored.truth, score_decimals), scored.redefined ? 1 : 0);
    };
    for (auto const& [model, forecast] : scored.forecasts) {
      if (forecast.values().size() == 1) {
        row(model, "", forecast.values().front());
        continue;
      }
      for (double const share : written_shares) {
        row(model, shortest(share), forecast.quantile(share));
      }
    }
  }
  return csv.text();
}

std::string pit(HindcastResult const& result) {
  CsvLines csv("mode,variable,horizon,bin,from,to,count");
  for (auto const& group : result.pit) {
    auto const bins = group.counts.size();
    for (std::size_t k = 0; k < bins; ++k) {
      auto const edge = [&](std::size_t place) {
        return number(static_cast<double>(place) / static_cast<double>(bins), 3);
      };
      csv.row(hindcast::name_of(group.mode), hindcast::name_of(group.variable),
              horizon_text(group.horizon), k + 1, edge(k), edge(k + 1), group.counts[k]);
    }
  }
  return csv.text();
}

std::string reliability(HindcastResult const& result) {
  CsvLines csv("mode,variable,model,from,to,mean_probability,observed_share,count");
  for (auto const& group : result.reliability) {
    for (auto const& bin : group.parts.bins) {
      csv.row(hindcast::name_of(group.mode), hindcast::name_of(group.variable), group.model,
              number(bin.low, 3), number(bin.high, 3), number(bin.mean_probability, score_decimals),
              number(bin.observed_share, score_decimals), bin.count);
    }
  }
  return csv.text();
}

std::string brier(HindcastResult const& result) {
  CsvLines csv("mode,variable,model,brier,reliability,resolution,uncertainty,within_bins");
  for (auto const& group : result.reliability) {
    auto const part = [](double value) { return number(value, score_decimals); };
    csv.row(hindcast::name_of(group.mode), hindcast::name_of(group.variable), group.model,
            part(group.parts.mean), part(group.parts.reliability), part(group.parts.resolution),
            part(group.parts.uncertainty), part(group.parts.within_bins));
  }
  return csv.text();
}

std::string skill(HindcastResult const& result) {
  CsvLines csv("basis,variable,horizon,metric,value,low,high,n");
  for (auto const& [basis, row] : result.skill) {
    csv.row(basis_text(basis), hindcast::name_of(row.variable), horizon_text(row.horizon),
            row.metric, number(row.value, score_decimals), low_text(row), high_text(row), row.n);
  }
  return csv.text();
}

std::string by_state(HindcastResult const& result) {
  CsvLines csv("state,cases,wis,wis_of_best_simple");
  for (auto const& state : result.by_state) {
    csv.row(state.state, state.cases, number(state.our_wis, score_decimals),
            number(state.simple_wis, score_decimals));
  }
  return csv.text();
}

std::string origins(HindcastResult const& result) {
  CsvLines csv(
      "origin,states,funding_state_years_known,security_state_years_known,deadlines_fallen_due,"
      "deadlines_met");
  for (auto const& origin : result.origins) {
    csv.row(origin.origin, origin.estimable, origin.realised.funding_state_years,
            origin.realised.security_state_years, origin.reference_class.of,
            origin.reference_class.came);
  }
  return csv.text();
}

std::string landmine_free_2025(HindcastResult const& result) {
  CsvLines csv("origin,state,probability,call,call_probability,complete");
  for (auto const& row : result.landmine_free_2025) {
    std::string_view const call = !row.call                             ? ""
                                  : *row.call == LikelihoodCall::high   ? "high"
                                  : *row.call == LikelihoodCall::medium ? "medium"
                                                                        : "low";
    csv.row(row.origin, row.state, number(row.probability, score_decimals), call,
            row.call_probability ? number(*row.call_probability, score_decimals) : "",
            row.complete ? 1 : 0);
  }
  return csv.text();
}

}  // namespace

std::vector<std::pair<std::string, std::string>> csv_files(HindcastReport const& report) {
  auto const& result = report.result;
  return {{"hindcast.csv", scores(result)},
          {"hindcast_forecasts.csv", forecasts(result)},
          {"hindcast_pit.csv", pit(result)},
          {"hindcast_reliability.csv", reliability(result)},
          {"hindcast_brier.csv", brier(result)},
          {"hindcast_by_state.csv", by_state(result)},
          {"hindcast_origins.csv", origins(result)},
          {"landmine_free_2025.csv", landmine_free_2025(result)},
          {"skill.csv", skill(result)}};
}

}  // namespace minefree::report
