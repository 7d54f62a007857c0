#include <minefree/config/spreads.hpp>

#include <utility>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>

namespace minefree::config {

namespace {

using numeric::Spread;
using numeric::SpreadShape;

struct SpreadParts {
  std::optional<double> low, high;
  double best = 0;
  Citation source;
};

void check_order(SpreadParts const& parts, Given const& given, Reading const& reading) {
  if (given.has("low") && given.has("best") && *parts.low > parts.best) {
    reading.problem(
        given.at("low").place,
        fmt::format("{} is {}, above best, {}. In a spread low <= best <= high.",
                    reading.inside("low").name(), shortest(*parts.low), shortest(parts.best)));
  }
  if (given.has("high") && given.has("best") && *parts.high < parts.best) {
    reading.problem(
        given.at("high").place,
        fmt::format("{} is {}, below best, {}. In a spread low <= best <= high.",
                    reading.inside("high").name(), shortest(*parts.high), shortest(parts.best)));
  }
  auto const& tree = given.tree();
  if ((tree.find("low") != nullptr) != (tree.find("high") != nullptr)) {
    auto const* const there = tree.find("low") ? "low" : "high";
    auto const* const missing = tree.find("low") ? "high" : "low";
    reading.problem(given.at(there).place,
                    fmt::format("this spread has '{}' but no '{}'. Give both, or neither for a "
                                "certain value.",
                                there, missing));
  }
}

void check_logarithms(SpreadParts const& parts, Given const& given, Reading const& reading,
                      SpreadShape shape) {
  if (!given.has("low") || !given.has("high") || *parts.low == *parts.high) return;
  if (*parts.low <= 0) {
    reading.refuse(
        given.at("low").place,
        fmt::format("has low {} but is uncertain: its logarithm is taken, so low must be "
                    "above 0. Write a small number instead, or one certain value.",
                    shortest(*parts.low)));
  }
  if (shape == SpreadShape::share && *parts.high >= 1) {
    reading.refuse(given.at("high").place,
                   fmt::format("has high {} but is an uncertain share: high must be below 1. Write "
                               "0.99 or so instead, or one certain value.",
                               shortest(*parts.high)));
  }
}

Record<SpreadParts> parts_record(NumberRule const& rule, SpreadShape shape, Sourcing sourcing) {
  std::vector<Field<SpreadParts>> fields{
      field("low", &SpreadParts::low, number(rule), "5 % point"),
      field("best", &SpreadParts::best, number(rule), "median").required(),
      field("high", &SpreadParts::high, number(rule), "95 % point"),
  };
  for (auto& cited : citation_fields(&SpreadParts::source, sourcing)) {
    fields.push_back(std::move(cited));
  }
  return Record<SpreadParts>("spread", "", std::move(fields))
      .small()
      .checked(check_order)
      .checked([shape](SpreadParts const& parts, Given const& given, Reading const& reading) {
        check_logarithms(parts, given, reading, shape);
      })
      .checked([sourcing](SpreadParts const& parts, Given const& given, Reading const& reading) {
        check_own_reason(parts.source, given, reading, sourcing);
      });
}

}  // namespace

Value<GivenSpread> given_spread(NumberRule const& rule, SpreadShape shape, Sourcing sourcing) {
  auto const plain = number(rule);
  auto const record = parts_record(rule, shape, sourcing);
  auto const read = [plain, record, sourcing](Tree const& tree, Reading const& reading,
                                              Shape const&) -> std::optional<GivenSpread> {
    if (tree.is_map()) {
      auto const parts = record.read(tree, reading);
      if (!parts) return std::nullopt;
      return GivenSpread{{.low = parts->low.value_or(parts->best),
                          .best = parts->best,
                          .high = parts->high.value_or(parts->best)},
                         parts->source};
    }
    auto const value = plain.read(tree, reading);
    if (!value) return std::nullopt;
    if (sourcing != Sourcing::user) {
      reading.refuse(
          tree.place,
          fmt::format("is a number without a source. Write {{best: {}, source: ...}} with "
                      "an id of data/sources.csv.",
                      shortest(*value)));
      return std::nullopt;
    }
    return GivenSpread{{.low = *value, .best = *value, .high = *value}, {}};
  };
  auto const map = record.value().shape();
  auto forms = sourcing == Sourcing::user ? std::vector{plain.shape(), map} : std::vector{map};
  return value_of<GivenSpread>(one_of(std::move(forms)), read);
}

Value<Spread> spread_alone(NumberRule const& rule, SpreadShape shape) {
  auto const given = given_spread(rule, shape, Sourcing::user);
  auto const read = [given](Tree const& tree, Reading const& reading,
                            Shape const&) -> std::optional<Spread> {
    auto const value = given.read(tree, reading);
    return value ? std::optional(value->spread) : std::nullopt;
  };
  return value_of<Spread>(*given.shape(), read);
}

}  // namespace minefree::config
