#pragma once

// For the files that write JSON; nlohmann's header is heavy, so no other file includes this one.

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include <minefree/report/explanation.hpp>
#include <minefree/report/summary.hpp>

namespace minefree::report {

using Json = nlohmann::ordered_json;

Json json_of(Provenance const&);

/// `{"0.5": 2037.0, "0.9": null}`
Json json_of(DateQuantiles const&);

/// One number with its source, as `explain` gives it.
Json json_of(ExplainedNumber const&);

/// `{"lm2023-AGO": {"title": ..., "publisher": ..., "year": ..., "url": ...}}`
Json json_of(SourceTitles const&);

/// Adds the parts that a scenario asks for by `outputs` to a state.
void add_optional_parts(OptionalSummary const&, std::vector<int> const& years, Json& state);

/// A map over several lines: each key on one, and each element of a list of maps on one of its own.
std::string in_lines(Json const& map);

}  // namespace minefree::report
