#include <minefree/config/state_folders.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/iso_code.hpp>
#include <minefree/base/nearest_word.hpp>
#include <minefree/base/sha256.hpp>
#include <minefree/base/text.hpp>
#include <minefree/config/donor_tables.hpp>
#include <minefree/config/price_index.hpp>
#include <minefree/config/read_state.hpp>

namespace minefree::config {

StateFolders::StateFolders(std::vector<std::string> folders, Files const& files, Problems& problems)
    : files_(remembered(files)), problems_(problems) {
  for (auto& path : folders) {
    bool const known = std::ranges::find(folders_, path, &Folder::path) != folders_.end();
    if (!known) folders_.push_back({.path = std::move(path)});
  }
  for (std::size_t i = 0; i < folders_.size(); ++i) {
    for (auto const& name : files.list(joined(folders_[i].path, "states"))) {
      auto const code = stem_of(name);
      if (name == code + ".yaml" && is_state_code(code)) folder_of_code_.emplace(code, i);
    }
  }
}

std::vector<std::string> StateFolders::codes() const {
  std::vector<std::string> codes;
  for (auto const& entry : folder_of_code_) codes.push_back(entry.first);
  return codes;
}

std::string StateFolders::where() const {
  std::vector<std::string> paths;
  for (auto const& folder : folders_) paths.push_back(joined(folder.path, "states"));
  return join(paths, ", ", " and ");
}

std::optional<StateData> StateFolders::read(std::string const& code, Place const& asked) {
  auto const found = folder_of_code_.find(code);
  if (found == folder_of_code_.end()) {
    problems_.add(asked, fmt::format("there is no file for the state {} (looked in {}).{}",
                                     in_quotes(code), where(), did_you_mean(code, codes())));
    return std::nullopt;
  }
  auto& folder = folders_[found->second];
  auto const name = "states/" + code + ".yaml";
  auto const path = joined(folder.path, name);
  auto const* const sources = sources_of(folder);
  auto const file = made_of<StateFile>(
      path, files_, problems_, [&](std::string_view bytes) -> std::optional<StateFile> {
        auto state = sources ? read_state_text(bytes, path, files_, sources->sources, problems_)
                             : std::nullopt;
        return StateFile{.state = std::move(state), .sha256 = sha256_hex(bytes)};
      });
  if (!file) {
    problems_.add(Place::whole(path), "the file cannot be read. Check its permissions.");
    return std::nullopt;
  }
  used_.add_hash(name, file->sha256);
  state_was_read_ = true;
  if (sources) used_.add_hash("data/sources.csv", sources->sha256);
  return file->state;
}

StateFolders::SourcesFile const* StateFolders::sources_of(Folder& folder) {
  if (std::exchange(folder.sources_looked_for, true)) return folder.sources.get();
  auto const path = joined(folder.path, "data/sources.csv");
  folder.sources = made_of<SourcesFile>(
      path, files_, problems_, [&](std::string_view bytes) -> std::optional<SourcesFile> {
        return SourcesFile{.sources = Sources::from_csv(bytes, path, problems_),
                           .sha256 = sha256_hex(bytes)};
      });
  if (!folder.sources && !files_.list(joined(folder.path, "states")).empty()) {
    problems_.add(Place::whole(path),
                  "the list of sources is not there, and the state files beside "
                  "it cite them. Restore it from the repository.");
  }
  return folder.sources.get();
}

Sources const* StateFolders::sources() {
  if (!all_sources_) {
    for (auto& folder : folders_) {
      auto const* const sources = sources_of(folder);
      if (!sources) continue;
      if (!all_sources_) all_sources_.emplace();
      all_sources_->add_all(sources->sources);
    }
  }
  return all_sources_ ? &*all_sources_ : nullptr;
}

std::map<int, double> StateFolders::price_index() {
  struct PriceFile {
    std::map<int, double> index;
    std::string sha256;
  };
  for (auto const& folder : folders_) {
    auto const path = joined(folder.path, "data/deflator.csv");
    auto const file = made_of<PriceFile>(
        path, files_, problems_, [&](std::string_view bytes) -> std::optional<PriceFile> {
          return PriceFile{.index = price_index_from_csv(bytes, path, problems_),
                           .sha256 = sha256_hex(bytes)};
        });
    if (!file) continue;
    // Only the record's money is of other years; a user's own is of the price year.
    if (state_was_read_) used_.add_hash("data/deflator.csv", file->sha256);
    return file->index;
  }
  return {};
}

struct StateFolders::DonorFiles {
  std::shared_ptr<DonorRecord const> record;
  DataFiles used;
};

std::shared_ptr<DonorRecord const> StateFolders::donor_record() {
  if (!state_was_read_) return nullptr;
  for (auto& folder : folders_) {
    if (!sources_of(folder)) continue;
    auto const made = made_of<DonorFiles>(
        joined(folder.path, "data/donors.csv"), files_, problems_,
        [&](std::string_view totals) { return std::optional(read_donors(folder, totals)); });
    if (!made) continue;
    used_.add_all(made->used);
    return made->record;
  }
  return nullptr;
}

StateFolders::DonorFiles StateFolders::read_donors(Folder& folder, std::string_view totals) {
  DonorFiles files;
  DonorRecord record;
  auto const& sources = sources_of(folder)->sources;
  auto const path = [&folder](std::string const& name) { return joined(folder.path, name); };
  files.used.add("data/donors.csv", totals);
  record.donors = donor_totals_from_csv(totals, path("data/donors.csv"), sources, problems_);
  for (auto const& code : codes()) {
    auto const state = read(code, Place::whole(path("states/" + code + ".yaml")));
    if (state) record.recipients.push_back({code, state->funding, state->donor_shares});
  }
  if (auto const given = files_.read(path("data/donor_recipient.csv"))) {
    files.used.add("data/donor_recipient.csv", *given);
    auto const others = other_recipients_from_csv(*given, path("data/donor_recipient.csv"), codes(),
                                                  sources, problems_);
    record.recipients.insert(record.recipients.end(), others.begin(), others.end());
  }
  if (auto const figures = files_.read(path("data/annual.csv"))) {
    files.used.add("data/annual.csv", *figures);
    record.world = world_totals_from_csv(*figures, path("data/annual.csv"), sources, problems_);
  }
  // Every state file of the record is in use with it, and the sources that they cite.
  files.used.add_all(used_);
  files.record = std::make_shared<DonorRecord const>(std::move(record));
  return files;
}

}  // namespace minefree::config
