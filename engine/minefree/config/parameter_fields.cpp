#include <minefree/config/parameter_fields.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/collections.hpp>
#include <minefree/config/spreads.hpp>

namespace minefree::config {

namespace {

using numeric::Spread;
using numeric::SpreadShape;

NumberRule rule_of(ParameterInfo const& info) {
  bool const is_share = info.kind == ParameterKind::share || info.unit == "share";
  NumberRule rule{.thing = is_share             ? "a share"
                           : info.unit == "km2" ? "an area"
                                                : "a number",
                  .unit = is_share ? "share" : info.unit,
                  .low = 0,
                  .high = info.highest,
                  .too_low = "cannot be negative"};
  rule.example = info.fallback.empty() ? "2.5" : shortest(info.fallback.front().best);
  return rule;
}

// Where a value comes from, by its sources: those of the record are data; judgement in a state file
// is a prior; what a scenario says without a source of the record is the user's own.
Basis basis_of(Citation const& source, Sourcing sourcing) {
  bool const own =
      source.ids.empty() || std::ranges::find(source.ids, own_source) != source.ids.end();
  if (!own && source.published > 0) return Basis::data;
  return sourcing == Sourcing::user ? Basis::own : Basis::prior;
}

// Several certain numbers: `[1, 0.6, 0.2]`, or {values, source, reason}.
struct GivenNumbers {
  std::vector<double> values;
  Citation source;
};

void check_rows(std::vector<std::vector<double>> const& rows, Tree const& tree,
                Reading const& reading) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    double sum = 0;
    for (double const value : rows[i]) sum += value;
    if (std::fabs(sum - 1) > 1e-6) {
      reading.refuse(tree.items[i].place,
                     fmt::format("has a row that sums to {}, not to 1. Correct "
                                 "the shares.",
                                 shortest(sum)));
    }
  }
}

Value<std::vector<double>> numbers_value(ParameterInfo const& info) {
  auto const one = number(rule_of(info));
  ListSize const three{3, 3};
  if (info.kind == ParameterKind::per_regime) return list_of(one, three);

  // Three rows of three shares.
  auto const matrix = list_of(list_of(one, three), three);
  auto const read = [matrix](Tree const& tree, Reading const& reading,
                             Shape const&) -> std::optional<std::vector<double>> {
    auto const rows = matrix.read(tree, reading);
    if (!rows) return std::nullopt;
    auto const before = reading.problems_so_far();
    check_rows(*rows, tree, reading);
    if (reading.problems_so_far() > before) return std::nullopt;
    std::vector<double> values;
    for (auto const& row : *rows) values.insert(values.end(), row.begin(), row.end());
    return values;
  };
  return value_of<std::vector<double>>(*matrix.shape(), read);
}

Value<GivenNumbers> given_numbers(ParameterInfo const& info, Sourcing sourcing) {
  auto const list = numbers_value(info);
  std::vector<Field<GivenNumbers>> fields{
      field("values", &GivenNumbers::values, list, "open, restricted, conflict").required()};
  for (auto& cited : citation_fields(&GivenNumbers::source, sourcing)) {
    fields.push_back(std::move(cited));
  }
  auto const record = Record<GivenNumbers>("list of values", "", std::move(fields))
                          .small()
                          .checked([sourcing](GivenNumbers const& given_numbers, Given const& given,
                                              Reading const& reading) {
                            check_own_reason(given_numbers.source, given, reading, sourcing);
                          });
  auto const read = [list, record, sourcing](Tree const& tree, Reading const& reading,
                                             Shape const&) -> std::optional<GivenNumbers> {
    if (tree.is_map()) return record.read(tree, reading);
    auto values = list.read(tree, reading);
    if (!values) return std::nullopt;
    if (sourcing != Sourcing::user) {
      reading.refuse(tree.place,
                     "is a list without a source. Write {values: [...], source: ...} with "
                     "an id of data/sources.csv.");
      return std::nullopt;
    }
    return GivenNumbers{std::move(*values), {}};
  };
  auto const map = record.value().shape();
  auto forms = sourcing == Sourcing::user ? std::vector{list.shape(), map} : std::vector{map};
  return value_of<GivenNumbers>(one_of(std::move(forms)), read);
}

// A default as it would stand in a file.
std::string default_of(ParameterInfo const& info) {
  if (info.fallback.empty()) return {};
  auto const one = [](Spread const& spread) {
    if (spread.low == spread.high) return shortest(spread.best);
    return fmt::format("{{low: {}, best: {}, high: {}}}", shortest(spread.low),
                       shortest(spread.best), shortest(spread.high));
  };
  std::vector<std::string> values;
  for (auto const& spread : info.fallback) values.push_back(one(spread));
  if (info.kind == ParameterKind::per_regime) return fmt::format("[{}]", join(values, ", ", ", "));
  if (info.kind != ParameterKind::jump_matrix) return values.front();
  std::vector<std::string> rows;
  for (std::size_t i = 0; i + 2 < values.size(); i += 3) {
    rows.push_back(fmt::format("[{}, {}, {}]", values[i], values[i + 1], values[i + 2]));
  }
  return fmt::format("[{}]", join(rows, ", ", ", "));
}

AnyField parameter_field(ParameterInfo const& info, Value<ParameterValue> const& value,
                         ParameterValues& (*values_of)(void* owner)) {
  auto field = unkept_field(info.key, info.help, value.kind());
  field.shape.fallback = default_of(info);
  field.read = [value, values_of](Tree const& tree, Reading const& reading, void* owner) {
    auto given = value.read(tree, reading);
    if (given) values_of(owner).push_back(std::move(*given));
    return given.has_value();
  };
  return field;
}

Record<ParameterValues> make_programme(Sourcing sourcing) {
  auto const by_file = sourcing != Sourcing::user;
  return {by_file ? "programme of a state file" : "programme",
          "Values that a state has for itself, instead of the defaults of the model.",
          parameter_fields<ParameterValues>(
              [](ParameterValues& values) -> ParameterValues& { return values; }, sourcing,
              ParameterChoice::of_a_state)};
}

}  // namespace

Value<ParameterValue> parameter_value(ParameterInfo const& info, Sourcing sourcing,
                                      bool stated_by_scenario) {
  auto const wrap = [id = info.id, sourcing, stated_by_scenario](std::vector<Spread> values,
                                                                 Citation const& source,
                                                                 Reading const& reading) {
    bool const of_record = sourcing != Sourcing::user && reading.sources();
    int const named = of_record ? latest_year_named(source.reason, *reading.sources()) : 0;
    return ParameterValue{.id = id,
                          .values = std::move(values),
                          .basis = basis_of(source, sourcing),
                          .sources = source.ids,
                          .reason = source.reason,
                          .published = of_record ? std::max(source.published, named) : 0,
                          .stated_by_scenario = stated_by_scenario};
  };
  if (info.kind == ParameterKind::positive || info.kind == ParameterKind::share) {
    auto const shape =
        info.kind == ParameterKind::share ? SpreadShape::share : SpreadShape::positive;
    auto const spread = given_spread(rule_of(info), shape, sourcing);
    auto const read = [spread, wrap](Tree const& tree, Reading const& reading,
                                     Shape const&) -> std::optional<ParameterValue> {
      auto const given = spread.read(tree, reading);
      return given ? std::optional(wrap({given->spread}, given->source, reading)) : std::nullopt;
    };
    return value_of<ParameterValue>(*spread.shape(), read);
  }
  auto const numbers = given_numbers(info, sourcing);
  auto const read = [numbers, wrap](Tree const& tree, Reading const& reading,
                                    Shape const&) -> std::optional<ParameterValue> {
    auto const given = numbers.read(tree, reading);
    if (!given) return std::nullopt;
    std::vector<Spread> values;
    for (double const value : given->values) values.push_back({value, value, value});
    return wrap(std::move(values), given->source, reading);
  };
  return value_of<ParameterValue>(*numbers.shape(), read);
}

std::vector<AnyField> parameter_fields_of(ParameterValues& (*values_of)(void* owner),
                                          Sourcing sourcing, ParameterChoice choice) {
  std::vector<AnyField> fields;
  for (auto const& info : parameter_table()) {
    if (choice == ParameterChoice::of_a_state && info.scope == ParameterScope::world) {
      fields.push_back(refused_field(info.key,
                                     "holds for the whole world, not for one state. Give it under "
                                     "'parameters' of a scenario."));
      continue;
    }
    auto const value = parameter_value(info, sourcing, sourcing == Sourcing::user);
    fields.push_back(parameter_field(info, value, values_of));
  }
  return fields;
}

Record<ParameterValues> const& programme_record(Sourcing sourcing) {
  static Record<ParameterValues> const of_a_file = make_programme(Sourcing::judgement);
  static Record<ParameterValues> const of_a_scenario = make_programme(Sourcing::user);
  return sourcing == Sourcing::user ? of_a_scenario : of_a_file;
}

Record<ParameterValues> const& parameters_record() {
  static Record<ParameterValues> const record{
      "set of parameters",
      "Values of the model's parameters for all states, instead of the defaults.",
      parameter_fields<ParameterValues>(
          [](ParameterValues& values) -> ParameterValues& { return values; }, Sourcing::user,
          ParameterChoice::all)};
  return record;
}

}  // namespace minefree::config
