#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/config/files.hpp>
#include <minefree/config/provenance.hpp>
#include <minefree/config/sources.hpp>
#include <minefree/domain/donor_record.hpp>
#include <minefree/domain/state_data.hpp>

namespace minefree::config {

/// The folders in which a scenario finds states: each may have `states/<CODE>.yaml` and
/// `data/sources.csv`. The first that has a state gives it.
class StateFolders {
 public:
  StateFolders(std::vector<std::string> folders, Files const& files, Problems& problems);

  /// Codes of all state files, in alphabetical order.
  std::vector<std::string> codes() const;

  /// Reads the file of a state; `asked` is where the scenario names it. Nothing after problems.
  std::optional<StateData> read(std::string const& code, Place const& asked);

  /// All sources of the folders, or nullptr where there is no data/sources.csv.
  Sources const* sources();

  /// Consumer prices of the first folder that has data/deflator.csv; empty where none has.
  std::map<int, double> price_index();

  /// Donors and recipients of the first folder that has data/donors.csv, from all its state files;
  /// null where none has, or where no state of the record was read.
  std::shared_ptr<DonorRecord const> donor_record();

  DataFiles const& used() const { return used_; }
  /// `a/states and b/states`, for messages.
  std::string where() const;

 private:
  struct SourcesFile {
    Sources sources;
    std::string sha256;
  };
  struct StateFile {
    std::optional<StateData> state;  // nothing where its file has problems
    std::string sha256;
  };
  struct Folder {
    std::string path;
    bool sources_looked_for = false;
    std::shared_ptr<SourcesFile const> sources = {};
  };
  struct DonorFiles;

  SourcesFile const* sources_of(Folder& folder);
  DonorFiles read_donors(Folder& folder, std::string_view totals);

  std::vector<Folder> folders_;
  Files files_;
  Problems& problems_;
  std::map<std::string, std::size_t> folder_of_code_;
  std::optional<Sources> all_sources_;
  bool state_was_read_ = false;
  DataFiles used_;
};

}  // namespace minefree::config
