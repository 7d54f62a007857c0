#include <minefree/report/saved_values.hpp>

#include <cstdint>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace minefree::report {

namespace {

// take(json, value) reads a value of the kind of `value`; false for one of another kind.
bool take(Json const& json, bool& value) {
  if (!json.is_boolean()) return false;
  value = json.get<bool>();
  return true;
}
bool take(Json const& json, int& value) {
  constexpr std::int64_t most = 2'000'000'000;
  if (!json.is_number_integer()) return false;
  auto const whole = json.get<std::int64_t>();
  value = static_cast<int>(whole);
  return whole >= -most && whole <= most;
}
bool take(Json const& json, std::uint64_t& value) {
  if (!json.is_number_unsigned()) return false;
  value = json.get<std::uint64_t>();
  return true;
}
bool take(Json const& json, std::uint32_t& value) {
  std::uint64_t wide = 0;
  bool const fits = take(json, wide) && wide <= UINT32_MAX;
  value = static_cast<std::uint32_t>(wide);
  return fits;
}
bool take(Json const& json, double& value) {
  if (!json.is_number()) return false;
  value = json.get<double>();
  return true;
}
bool take(Json const& json, std::string& value) {
  if (json.is_null()) return true;  // as an empty text is written
  if (!json.is_string()) return false;
  value = json.get<std::string>();
  return true;
}
template <class T>
bool take(Json const& json, std::optional<T>& value) {
  if (json.is_null()) return true;
  return take(json, value.emplace());
}
template <class T>
bool take(Json const& json, std::vector<T>& values) {
  if (!json.is_array()) return false;
  for (auto const& item : json) {
    if (!take(item, values.emplace_back())) return false;
  }
  return true;
}

}  // namespace

template <class T>
void SavedMap::read(std::string_view key, T& value) const {
  auto const* const found = find(key);
  if (!found || !take(*found, value)) complain(key);
}

template void SavedMap::read(std::string_view, bool&) const;
template void SavedMap::read(std::string_view, int&) const;
template void SavedMap::read(std::string_view, std::uint64_t&) const;
template void SavedMap::read(std::string_view, double&) const;
template void SavedMap::read(std::string_view, std::string&) const;
template void SavedMap::read(std::string_view, std::optional<int>&) const;
template void SavedMap::read(std::string_view, std::optional<double>&) const;
template void SavedMap::read(std::string_view, std::optional<std::string>&) const;
template void SavedMap::read(std::string_view, std::vector<int>&) const;
template void SavedMap::read(std::string_view, std::vector<std::uint32_t>&) const;
template void SavedMap::read(std::string_view, std::vector<double>&) const;
template void SavedMap::read(std::string_view, std::vector<std::string>&) const;

std::optional<SavedMap> SavedMap::map(std::string_view key) const {
  auto const* const found = find(key);
  if (found && found->is_object()) return SavedMap(*found, below(key), file_, problems_);
  if (!found || !found->is_null()) complain(key);
  return std::nullopt;
}

std::vector<SavedMap> SavedMap::maps(std::string_view key) const {
  std::vector<SavedMap> all;
  auto const* const found = find(key);
  if (!found || !found->is_array()) {
    complain(key);
    return all;
  }
  for (auto const& item : *found) {
    all.emplace_back(item, fmt::format("{}[{}]", below(key), all.size()), file_, problems_);
  }
  return all;
}

std::vector<std::string> SavedMap::keys() const {
  std::vector<std::string> all;
  for (auto const& [key, value] : json_.items()) all.push_back(key);
  return all;
}

void SavedMap::complain(std::string_view key) const {
  problems_.add(
      Place::whole(file_),
      fmt::format("'{}' is missing or not as minefree wrote it. Write the folder again with "
                  "'minefree run SCENARIO --out DIR'.",
                  below(key)));
}

Json const* SavedMap::find(std::string_view key) const {
  if (!json_.is_object()) return nullptr;
  auto const found = json_.find(key);
  return found == json_.end() ? nullptr : &*found;
}

std::string SavedMap::below(std::string_view key) const {
  return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

}  // namespace minefree::report
