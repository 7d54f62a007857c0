#include <algorithm>

#include <fmt/format.h>

#include <minefree/report/columns.hpp>
#include <minefree/report/sweep.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {
namespace {

std::string number(double value) {
  return fmt::format("{:.{}f}", value, value >= 1000 || value <= -1000 ? 1 : 3);
}

}  // namespace

std::string to_table(Sweep const& sweep, std::vector<OutputSpread> const& spreads,
                     std::uint64_t points, std::string const& csv, TableStyle const& style) {
  std::vector<Column> all{name_column("Output"), column("lowest", "Over the points"),
                          column("mean", "Over the points"), column("highest", "Over the points"),
                          column("noise", "", 5)};
  for (std::size_t k = 0; k < spreads.size(); ++k) {
    auto const& spread = spreads[k];
    all[0].cells.push_back(column_of(sweep.outputs[k]));
    all[1].cells.push_back(number(spread.lowest));
    all[2].cells.push_back(number(spread.mean));
    all[3].cells.push_back(number(spread.highest));
    all[4].cells.push_back(percent_text(spread.noise_share));
  }
  int const columns = std::min(style.columns, 120);
  auto text = bold(sweep.name, style.colour) + '\n';
  text += wrapped("",
                  fmt::format("{} of {} ({}), {} futures each, the same at all points.",
                              points == 1 ? "1 point" : with_commas(points) + " points",
                              word_of(sweep.design.method),
                              sweep.parameters.size() == 1
                                  ? "1 parameter"
                                  : fmt::format("{} parameters", sweep.parameters.size()),
                              with_commas(sweep.base.trajectories)),
                  0, columns);
  text += '\n' + lay_out(std::move(all), columns, style.colour) + '\n';
  text +=
      wrapped("",
              "Noise: share of the variance over points that is of the simulation, told by how two "
              "halves of the futures differ. More --trajectories make it smaller.",
              2, columns);
  if (!csv.empty()) {
    text += wrapped("", fmt::format("Rows: {}. Indices and charts: docs/sensitivity.md.", csv), 2,
                    columns);
  }
  return text;
}

}  // namespace minefree::report
