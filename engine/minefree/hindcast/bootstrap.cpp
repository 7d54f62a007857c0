#include <minefree/hindcast/bootstrap.hpp>

#include <cstddef>
#include <map>
#include <vector>

#include <minefree/hindcast/distribution.hpp>
#include <minefree/random/boost_engine.hpp>

namespace minefree::hindcast {
namespace {

constexpr random::Key bootstrap_seed{2025, 0};
constexpr std::uint32_t bootstrap_code = 0xB0075;  // no state's

struct Sums {
  double part = 0;
  double whole = 0;
};

std::vector<Sums> sums_of_states(std::span<ScoredPart const> parts) {
  std::map<std::string, Sums> states;
  for (ScoredPart const& part : parts) {
    Sums& sums = states[part.state];
    sums.part += part.part;
    sums.whole += part.whole;
  }
  std::vector<Sums> result;
  for (auto const& [state, sums] : states) result.push_back(sums);
  return result;
}

/// A whole number below `count`: the upper part of a product, without the bias that counts.
std::size_t draw_below(random::AddressEngine& engine, std::size_t count) {
  return static_cast<std::size_t>((std::uint64_t{engine()} * count) >> 32U);
}

}  // namespace

double ratio(std::span<ScoredPart const> parts) {
  Sums all;
  for (ScoredPart const& part : parts) {
    all.part += part.part;
    all.whole += part.whole;
  }
  return all.whole == 0 ? 0 : all.part / all.whole;
}

std::optional<Interval> cluster_bootstrap(std::span<ScoredPart const> parts) {
  auto const states = sums_of_states(parts);
  if (states.size() < 2) return std::nullopt;
  std::vector<double> ratios;
  ratios.reserve(bootstrap_replicates);
  for (std::uint32_t replicate = 0; replicate < bootstrap_replicates; ++replicate) {
    random::AddressEngine engine(bootstrap_seed, replicate, 0, bootstrap_code);
    Sums drawn;
    for (std::size_t k = 0; k < states.size(); ++k) {
      Sums const& state = states[draw_below(engine, states.size())];
      drawn.part += state.part;
      drawn.whole += state.whole;
    }
    if (drawn.whole > 0) ratios.push_back(drawn.part / drawn.whole);
  }
  if (ratios.empty()) return std::nullopt;
  Distribution const spread(std::move(ratios));
  return Interval{.low = spread.quantile(0.025), .high = spread.quantile(0.975)};
}

}  // namespace minefree::hindcast
