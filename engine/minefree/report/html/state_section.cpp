#include <cstddef>

#include <fmt/format.h>

#include <minefree/report/html/charts.hpp>
#include <minefree/report/html/markup.hpp>
#include <minefree/report/html/phrases.hpp>
#include <minefree/report/html/sections.hpp>
#include <minefree/report/sentences.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report::html {

namespace {

/// Terms and what is said of them.
class Facts {
 public:
  void add(std::string_view term, std::string_view words) {
    if (!words.empty()) {
      markup_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escaped(term), escaped(words));
    }
  }
  std::string markup() const { return "<dl class=\"facts\">\n" + markup_ + "</dl>\n"; }

 private:
  std::string markup_;
};

std::string dates_text(RunSummary const& summary, StateSummary const& state) {
  auto const horizon = summary.provenance.horizon;
  std::string text;
  for (double const share : {0.1, 0.5, 0.8, 0.9}) {
    text += fmt::format(
        "{}P{:.0f} {}", text.empty() ? "" : ", ", 100 * share,
        year_or_never(quantile_at(state.projection->completion.quantiles, share), horizon));
  }
  return text;
}

std::string targets_text(StateSummary const& state) {
  std::string text;
  for (auto const& [year, share] : state.probability.by) {
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", year, percent_text(share));
  }
  return text;
}

std::string deadline_text(ProbabilitySummary const& probability) {
  if (!probability.deadline) return "none in force: the state is not party, or none is known";
  auto text = *probability.deadline;
  if (probability.deadline_met) {
    text += fmt::format(", met in {} of the futures", percent_text(*probability.deadline_met));
  }
  if (probability.expected_extensions) {
    text += fmt::format("; {:.1f} more extensions expected", *probability.expected_extensions);
  }
  return text;
}

std::string plan_text(StateSummary const& state) {
  auto const& plan = state.plan;
  std::string text;
  if (state.plain.own_plan) {
    text = *state.plain.own_plan;
    if (plan.probability_met) {
      text += fmt::format(", met in {} of the futures", percent_text(*plan.probability_met));
    }
  }
  if (plan.km2_per_year) {
    text += fmt::format("{}{} km2 a year", text.empty() ? "" : "; ", area_text(*plan.km2_per_year));
    if (plan.ratio_to_best_year) {
      text += fmt::format(", {:.2f} of its best year", *plan.ratio_to_best_year);
    }
  }
  return text.empty() ? "none known" : text;
}

std::string straight_line_text(StateSummary const& state) {
  auto const& plain = state.plain;
  if (!plain.mean_release_km2_per_year) return "none: no release is on record";
  auto const left = state.last_stock_km2
                        ? fmt::format("{} km2 left ({})", area_text(*state.last_stock_km2),
                                      *state.last_stock_year)
                        : std::string("the land left");
  return fmt::format("{}: {}, at a mean release of {} km2 a year",
                     line_text(plain.remaining_over_mean_release, plain.mean_release_km2_per_year,
                               state.last_stock_km2),
                     left, area_text(*plain.mean_release_km2_per_year));
}

std::string range_of(SkillScore const& score, std::string (*words)(double)) {
  auto text = words(score.value);
  if (score.low && score.high) {
    text += fmt::format(" (95 %: {} to {})", words(*score.low), words(*score.high));
  }
  return text + fmt::format(", n = {}", score.cases);
}

std::string skill_text(StateSummary const& state) {
  if (!state.skill || !state.skill->relative_wis) return "not scored for results of this kind";
  auto text = fmt::format(
      "results of this kind ({}): error in the land left after three years over that of the better simple "
      "forecast {}",
      state.basis, range_of(*state.skill->relative_wis, [](double value) {
        return fmt::format("{:.2f}", value);
      }));
  if (state.skill->coverage_80) {
    text += "; 80 % interval held " + range_of(*state.skill->coverage_80, percent_text);
  }
  if (state.skill->brier_skill) {
    text += "; Brier skill of deadlines met " +
            range_of(*state.skill->brier_skill,
                     [](double value) { return fmt::format("{:.2f}", value); });
  }
  return text;
}

std::string land_text(StateSummary const& state) {
  auto const& initial = state.projection->initial;
  auto text = fmt::format(
      "mean at the start: {} km2 confirmed (CHA), {} suspected (SHA), {} not yet discovered",
      area_text(initial.confirmed_km2), area_text(initial.suspected_km2),
      area_text(initial.undiscovered_km2));
  if (initial.undiscovered_at_declaration_km2) {
    text += fmt::format("; {} km2 still undiscovered where completion is declared",
                        area_text(*initial.undiscovered_at_declaration_km2));
  }
  return text;
}

std::string inputs_text(InputsSummary const& inputs) {
  auto text = fmt::format(
      "{} reported, {} estimated from reports, {} calibrated, {} literature, {} prior, {} of the scenario",
      inputs.reported, inputs.estimated, inputs.calibrated, inputs.literature, inputs.prior,
      inputs.scenario);
  if (inputs.newest_report_year) {
    text += fmt::format("; newest report of land: {}", *inputs.newest_report_year);
  }
  return text;
}

std::string facts_of(RunSummary const& summary, StateSummary const& state) {
  Facts facts;
  auto const& completion = state.projection->completion;
  facts.add("Completion", dates_text(summary, state));
  facts.add("Complete by end of", targets_text(state));
  facts.add("Never within the horizon", percent_text(completion.never_share) + " of the futures");
  facts.add("Article 5 deadline", deadline_text(state.probability));
  facts.add("Own plan", plan_text(state));
  facts.add("Straight line", straight_line_text(state));
  facts.add("Hindcast", skill_text(state));
  facts.add("Land", land_text(state));
  if (state.probability.reopened_within_10_years) {
    facts.add("Mined areas known again", percent_text(*state.probability.reopened_within_10_years) +
                                             " within ten years of completion");
  }
  if (completion.monte_carlo_error_months && !summary.certain) {
    facts.add("Monte Carlo error",
              fmt::format("{:.1f} months, of P50 and P80", *completion.monte_carlo_error_months));
  }
  facts.add("Numbers used", inputs_text(state.inputs));
  return facts.markup();
}

std::string figure(Chart const& chart) {
  return fmt::format("<figure><figcaption><strong>{}</strong> {}</figcaption>{}</figure>\n",
                     escaped(chart.title), escaped(chart.sentence), chart.picture);
}

}  // namespace

std::string state_section(RunSummary const& summary, ReportFacts const& facts,
                          StateSummary const& state) {
  auto const& told = facts.states.at(state.code);
  auto markup = fmt::format("<section class=\"state\" id=\"{}\" aria-labelledby=\"{}-name\">\n",
                            state.code, state.code);
  markup += heading(3, state.name, state.code + "-name");
  markup += paragraph(state_sentence(state, summary), "lead");
  if (state.conditional) {
    markup += paragraph(fmt::format("Conditional: holds only if {}.", state.condition), "prior");
  }
  markup += paragraph(basis_sentence(state), "prior");
  int const target = named_year(summary);
  if (state.probability.by.contains(target)) {
    markup += fmt::format(
        "<div class=\"icons\">{}<span>Complete by the end of {}: {} of the futures.</span></div>\n",
        ten_futures_of(state, target, state.code + "-ten"), target,
        of_futures(state.probability.by.at(target)));
  }
  markup += facts_of(summary, state) + "<div class=\"pair\">\n" +
            figure(remaining_chart(summary, state, told)) + figure(date_chart(summary, state)) +
            figure(flow_chart(summary, state)) + figure(money_chart(summary, state, facts)) +
            "</div>\n";
  markup += yearly_table(
      summary, state, telling_years(summary),
      fmt::format("{}: what the charts show, some years (money: total, million USD of {})",
                  state.name, summary.price_year));
  markup += folded("Every year",
                   yearly_table(summary, state, summary.years,
                                fmt::format("{}: every year (money: total, million USD of {})",
                                            state.name, summary.price_year)));
  markup += reported_table(state, told, summary.price_year);
  markup += source_list(told, facts.sources);
  markup += folded(fmt::format("Every number used for {}, and its source", state.name),
                   number_tables(state, told));
  return markup + "</section>\n";
}

}  // namespace minefree::report::html
