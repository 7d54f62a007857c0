#include <minefree/config/provenance.hpp>

#include <utility>

#include <minefree/base/sha256.hpp>
#include <minefree/config/json_tree.hpp>

namespace minefree::config {

std::string scenario_sha256(Tree const& whole_scenario) {
  return sha256_hex(canonical_json(whole_scenario));
}

void DataFiles::add(std::string const& name, std::string_view bytes) {
  add_hash(name, sha256_hex(bytes));
}

void DataFiles::add_hash(std::string const& name, std::string sha256) {
  hashes_.insert_or_assign(name, std::move(sha256));
}

void DataFiles::add_all(DataFiles const& others) {
  for (auto const& [name, hash] : others.hashes_) hashes_.insert_or_assign(name, hash);
}

std::optional<std::string> DataFiles::sha256() const {
  if (hashes_.empty()) return std::nullopt;
  Sha256 all;
  for (auto const& [name, hash] : hashes_) all.add(name + ' ' + hash + '\n');
  return all.hex();
}

}  // namespace minefree::config
