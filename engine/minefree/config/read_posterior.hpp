#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <minefree/base/problem.hpp>
#include <minefree/domain/posterior.hpp>

namespace minefree::config {

/// The draws of a calibration, as `./dev calibrate` writes them: lines `# key: value`, then CSV
/// with one joint draw a row. Columns are parameters by their key, `AGO.reduced_share` for a state,
/// and `other.reduced_share.logit_mean` and `..._sd` for states that were not in the panel.
/// Problems name their line; after the first ten the rest is left out.
std::optional<Posterior> posterior_from_csv(std::string_view text, std::string const& file,
                                            Problems& problems);

}  // namespace minefree::config
